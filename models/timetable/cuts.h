/*
 * cuts.h - days that must be spent away from home, whatever the weeks.
 *
 * At a campus c, of the lessons of subject j at most U go without a teacher and at most H are given by
 * those who are at home there. The others come from outside, at most v a day and visitor:
 *     sum over types t not at home at c that may teach j there, weeks k, of days_k[c] x_k
 *         >=  ceil((R - H - U) / v)
 * R = lessons wanted, H = sum of max_week of the home teachers who may teach some of them. The linear program
 * alone would buy half a day.
 */
#ifndef MODELS_TIMETABLE_CUTS_H
#define MODELS_TIMETABLE_CUTS_H

#include "models/timetable/parts.h"

/*
 * Add the rows to a program of the whole part whose tier of unmet lessons is limited. They borrow *of,
 * which the caller frees after the program.
 */
void tt_cut_visits(struct tt_master *m, const struct tt_part *part, char **of);

#endif
