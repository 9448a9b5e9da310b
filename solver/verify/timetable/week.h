/*
 * week.h - the lessons of a plan as the checks of timetables look at them.
 *
 * Sorted and grouped once: by teacher and day, by class and day, by school and day, by block.
 * The ways of every day are worked out here, from the tables alone.
 */
#ifndef ZJ_VERIFY_TIMETABLE_WEEK_H
#define ZJ_VERIFY_TIMETABLE_WEEK_H

#include "solver/data/plan.h"
#include "solver/verify/filter.h"
#include "solver/verify/finding.h"
#include "solver/verify/sum.h"

/* A lesson at a period that its school has. */
struct vf_lesson {
    int teacher, school, class_id, subject, day;
    const struct zj_period *at; /* when, by the bells of the school */
    int position;               /* of that period in in->bells[school] */
    int base;                   /* of the period's id in the base bells; -1: they do not have it */
    int block;                  /* -1: the demand has no such class and subject at that school */
    bool teacher_busy, class_busy;
};

/* A way of a teacher on a day, canonical. */
struct vf_way {
    int before, after;   /* lessons; -1: it comes from home, it goes home */
    int from, to;        /* schools */
    int minutes, metres; /* ZJ_NONE: nobody knows a road */
    int depart, arrive;  /* minutes after 00:00 */
};

/* A teacher on a day with lessons. */
struct vf_day {
    int teacher, day;
    int first, end;         /* lessons */
    int first_way, end_way; /* ways */
};

struct vf_week {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_lessons *plan, *keep; /* keep: NULL = no plan is kept */
    struct zj_verdict *v;
    struct zj_arena scratch; /* ends with the verdict's making */

    struct vf_lesson *lesson; /* by teacher, day, start, school, class, subject, period */
    int n;
    const struct zj_lesson **lost; /* lessons at a period that their school does not have */
    int n_lost;
    struct vf_day *day;
    int n_days;
    int *first_day;         /* days of teacher t: day[first_day[t]] .. day[first_day[t + 1] - 1] */
    struct vf_way *way;     /* by day */
    int64_t *minutes;       /* on the way in the week, by teacher */
    int *by_class;          /* n lessons by class, day, start */
    int *by_school;         /* n lessons by school, day, position */
    int *by_block;          /* lessons by block, day, position */
    int *first_of_block;    /* n_blocks + 1 */
    int *blocks;            /* n_blocks blocks by class and subject */
    struct zj_period *base; /* n_periods of the base bells, by the clock */

    int *settle;   /* minutes from arrival to a lesson, by teacher */
    bool county;   /* may everybody teach everywhere? */
    int32_t today; /* first day of the term: filters look at it */
};

/* Everything is allocated in w->scratch; the caller has set in, pol, plan, keep and v. */
void vf_week_init(struct vf_week *w);
/* week.c tells ways.c: the ways of all days, and the minutes of every teacher. */
void vf_week_ways(struct vf_week *w);

/* End of the run of one class and day that begins at by_class[first]; of one school, at by_school[first]. */
int vf_class_day_end(const struct vf_week *w, int first);
int vf_school_day_end(const struct vf_week *w, int first);
/* The block of the class (word) in the subject, or -1. */
int vf_find_block(const struct vf_week *w, int class_id, int subject);
/* Lessons of a block that stand in the plan. */
static inline int vf_placed(const struct vf_week *w, int block)
{
    return w->first_of_block[block + 1] - w->first_of_block[block];
}

/* Lesson number i of a block, in order of days and positions. */
static inline const struct vf_lesson *vf_of_block(const struct vf_week *w, int block, int i)
{
    return &w->lesson[w->by_block[w->first_of_block[block] + i]];
}

/* Two schools of one campus, or one school. */
bool vf_together(const struct vf_week *w, int school, int other);
/* The lesson is on the home campus of its teacher. */
bool vf_at_home(const struct vf_week *w, const struct vf_lesson *x);
/* Free base periods between the first and the last lesson of the day. */
int vf_idle(const struct vf_week *w, const struct vf_day *d);
/* Does the rule's `where` select the teacher? */
bool vf_speaks_of(const struct vf_week *w, const struct zj_rule *r, int teacher);
/* Does the rule (`where`, `subjects`) select the block? */
bool vf_speaks_of_block(const struct vf_week *w, const struct zj_rule *r, int block);

/* "T0007 Mon"; "S001-1-1/音乐". They live as long as the verdict. */
const char *vf_where_day(struct vf_week *w, int teacher, int day);
const char *vf_where_block(struct vf_week *w, int block);
/* One finding for a teacher on a day, for a block. */
void vf_tell_day(struct vf_week *w, const struct zj_rule *r, const struct vf_day *d, int64_t need,
                 int64_t have, int64_t shortfall);
void vf_tell_block(struct vf_week *w, const struct zj_rule *r, int block, int64_t need, int64_t have,
                   int64_t shortfall);

#define VF_DECLARE_S(id)
#define VF_DECLARE_SP(id)
#define VF_DECLARE_T(id)          void check_lessons_##id(struct vf_week *w, const struct zj_rule *r);
#define VF_DECLARE_ST(id)         VF_DECLARE_T(id)
#define VF_DECLARE_STP(id)        VF_DECLARE_T(id)
#define ZJ_RULE(id, section, ...) VF_DECLARE_##section(id)
#include "solver/data/lesson_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
#undef VF_DECLARE_S
#undef VF_DECLARE_T
#undef VF_DECLARE_ST
#undef VF_DECLARE_SP
#undef VF_DECLARE_STP

#endif
