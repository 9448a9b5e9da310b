/*
 * week.h - the week of one teacher, school or class as a grid: lessons in their periods, ways between them.
 */
#ifndef ZJ_REPORT_WEEK_H
#define ZJ_REPORT_WEEK_H

#include "solver/data/plan.h"
#include "solver/report/grid.h"

/* Whose week: one of the three; the others are -1. class_id is a word. */
struct rep_who {
    int teacher, school, class_id;
};

struct rep_week {
    struct rep_grid grid; /* borrows `periods`: the week must stay where it is */
    struct zj_day_plan periods;
};

/* `plan->legs` must be filled. With `names` teachers stand with their names, else with ids only. */
void rep_week_init(struct rep_week *w, const struct zj_instance *in, const struct zj_plan *plan,
                   struct rep_who who, bool names);
void rep_week_release(struct rep_week *w);

/* "teacher T01, at home at S001 城东小学" and the like. In the arena. */
const char *rep_week_title(struct zj_arena *a, const struct zj_instance *in, const struct zj_plan *plan,
                           struct rep_who who, bool names);
/* "a week: 12 lessons, 80 minutes and 31.5 km on the way", of a teacher. In the arena. */
const char *rep_week_sums(struct zj_arena *a, const struct zj_plan *plan, int teacher);
/* "missing: 三1班 音乐, 2 lessons: no common time". In the arena. */
const char *rep_missing_text(struct zj_arena *a, const struct zj_instance *in, const struct zj_unmet *u);
/* The school where the class (word) is taught. */
int rep_school_of_class(const struct zj_instance *in, int class_id);

#endif
