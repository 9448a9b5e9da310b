/*
 * show.h - one teacher, school or class of a plan as a grid for a terminal.
 *
 * Timetables: days are columns, periods rows, and between them stand the ways. Secondments: terms are
 * rows. Pairings: the leads and the members of a school. Calendars: one activity a row. Teachers appear
 * by id only, as in every report.
 */
#ifndef ZJ_REPORT_SHOW_H
#define ZJ_REPORT_SHOW_H

#include "solver/data/plan.h"

#include <stdio.h>

/* The week of a teacher, school (indexes) or class (word) in a timetable. `plan->legs` must be filled. */
void rep_show_teacher_week(FILE *out, const struct zj_instance *in, const struct zj_plan *plan, int teacher);
void rep_show_school_week(FILE *out, const struct zj_instance *in, const struct zj_plan *plan, int school);
void rep_show_class_week(FILE *out, const struct zj_instance *in, const struct zj_plan *plan, int class_id);
/* Where a teacher works in each term; who leaves a school and who comes to it. */
void rep_show_teacher_terms(FILE *out, const struct zj_instance *in, const struct zj_policy *pol,
                            const struct zj_plan *plan, int teacher);
void rep_show_school_terms(FILE *out, const struct zj_instance *in, const struct zj_policy *pol,
                           const struct zj_plan *plan, int school);
/* Whom a school assists in a pairing, and who assists it. */
void rep_show_school_pairs(FILE *out, const struct zj_instance *in, const struct zj_plan *plan, int school);
/* What a school takes part in, or what a teacher attends, by day. */
void rep_show_school_calendar(FILE *out, const struct zj_instance *in, const struct zj_policy *pol,
                              const struct zj_plan *plan, int school);
void rep_show_teacher_calendar(FILE *out, const struct zj_instance *in, const struct zj_policy *pol,
                               const struct zj_plan *plan, int teacher);

#endif
