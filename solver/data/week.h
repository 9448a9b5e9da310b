/*
 * week.h - the week of a school: which classes want which lessons, when its bells ring, who is not free.
 *
 * Rows of demand with `classes` = n and grade g stand for the classes <school_id>-<g>-1 … -n; rows
 * of other subjects with the same school and grade name the first of the same classes. Rows without
 * class and classes speak of a whole school and have no place in a timetable.
 */
#ifndef ZJ_DATA_WEEK_H
#define ZJ_DATA_WEEK_H

#include "solver/data/policy.h"

/*
 * Fill in->block and in->bells (arena). Blank priorities become 1. May be called again, after
 * in->demand changed. Interns the numbered classes into in->words.
 */
void zj_week_resolve(struct zj_instance *in);
/* Fill in->busy_order and the indexes of in->busy, which must name teachers, classes and schools that
   there are. */
void zj_busy_resolve(struct zj_instance *in);
/* The period with this id at the school; NULL when the school has none. */
const struct zj_period *zj_period_at(const struct zj_instance *in, int school, int id);
/* Position of the period in in->bells[school].v, or -1. */
int zj_period_position(const struct zj_instance *in, int school, int id);
/* Do the times overlap? Half-open. */
bool zj_periods_overlap(const struct zj_period *a, const struct zj_period *b);
/*
 * Is the teacher, class or school not free at this period of the school on that day? A teacher's rows
 * are in base bells and block by overlap of clock times; rows of the class (word) or school are in
 * the school's own bells.
 */
bool zj_teacher_busy(const struct zj_instance *in, int teacher, int day, const struct zj_period *p);
bool zj_class_busy(const struct zj_instance *in, int class_id, int school, int day,
                   const struct zj_period *p);
/*
 * May the teacher teach the block? Already staffed: only that teacher. Else: not away, has the subject,
 * and the
 * home school is in the block's community (without community: is the block's school), or a
 * `scope` rule of the timetable says "within": "county". Looks at nothing else.
 */
bool zj_may_teach(const struct zj_instance *in, const struct zj_policy *pol, int teacher,
                  const struct zj_block *b);
/* Two schools of one campus (or one school). */
bool zj_same_campus(const struct zj_instance *in, int a, int b);

#endif
