/*
 * profiles.h - the days of a week at one campus as one number, and as caps.
 *
 * While weeks are listed a profile is a number: its days, largest caps first, one to a byte from the top.
 * Days with no lessons there are zeros. A day is 8 cap + 7 - min(7, cap - good).
 */
#ifndef MODELS_TIMETABLE_PROFILES_H
#define MODELS_TIMETABLE_PROFILES_H

#include "models/timetable/weeks.h"

enum { TT_MOST_CAP = 31 };

/* A day with room for `cap` lessons, `good` of them in good slots; never 0. */
int tt_key_day(int cap, int good);
/* The profile with one day more. */
uint64_t tt_key_with_day(uint64_t key, int day);
int tt_key_days(uint64_t key);
/* Make the profiles of these keys, in ascending order; sorts them, equal keys make one. */
void tt_profiles_make(struct tt_weeks *w, uint64_t *key, int n);
/* The number of the profile with this key, which there is. */
int tt_profile_find(const struct tt_weeks *w, uint64_t key);

#endif
