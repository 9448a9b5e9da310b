/*
 * tiers.h - the objective of a timetable, counted again from the tables.
 */
#ifndef ZJ_VERIFY_TIMETABLE_TIERS_H
#define ZJ_VERIFY_TIMETABLE_TIERS_H

#include "solver/verify/timetable/week.h"

/* Lessons that stand in one plan only. */
int64_t vf_changed_lessons(const struct zj_lessons *a, const struct zj_lessons *b);
/* Unmet (and its list), travel, fairness, idle, wishes, stability; soft is counted where it is found. */
void vf_lesson_tiers(struct vf_week *w);

#endif
