/*
 * random_calendar.h - random tiny calendars, as lines for tiny_build().
 */
#ifndef TESTS_SUPPORT_RANDOM_CALENDAR_H
#define TESTS_SUPPORT_RANDOM_CALENDAR_H

#include "tests/support/rng.h"

enum { RANDOM_CALENDAR_TEXT = 8000 };

/*
 * A few schools, a few days in one or two terms, one to three activities with up to `rules` rules of
 * all kinds, some of them soft; pins, busy hours, rooms and lessons now and then.
 */
void random_calendar(struct rng *r, int rules, char text[RANDOM_CALENDAR_TEXT]);

#endif
