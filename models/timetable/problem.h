/*
 * problem.h - the timetable's data as its two stages need them: groups of like blocks, hard limits.
 *
 * Stage 1 (columns over teacher-weeks) speaks of groups and counts; stage 2 (the board) of blocks,
 * days and periods. Everything here is derived once from the tables and the rules, and read-only.
 */
#ifndef MODELS_TIMETABLE_PROBLEM_H
#define MODELS_TIMETABLE_PROBLEM_H

#include "models/common/waiver.h"
#include "solver/data/week.h"

#include <limits.h>

#define TT_NO_LIMIT INT_MAX

/*
 * The tightest hard limits of one teacher: columns of teachers.csv and hard rules together. TT_NO_LIMIT =
 * none.
 * Limits on the way come twice: [1] counts every leg, [0] leaves out the legs from and to the home school.
 */
struct tt_limits {
    int day, week, row; /* periods */
    int campuses_day, campuses_week, changes_day;
    int leg_minutes[2], day_minutes[2], week_minutes[2];
    int leg_metres[2], day_metres[2], week_metres[2];
    bool half_day; /* one campus a session */
    int idle_day;  /* free periods between lessons of a day */
};

/* Hard limits on visits of one teacher to one school that is not on the home campus. */
struct tt_visit_limits {
    unsigned days;   /* bit d: may be there on day d */
    int max_days;    /* days a week */
    int min_periods; /* lessons a visit */
};

/* Hard limits on the lessons of one block. */
struct tt_block_limits {
    int max_day;      /* lessons a day: demand.max_per_day and spread */
    int min_gap;      /* any two days with lessons are so many days apart; 0 or 1 = free */
    bool one_teacher; /* all its lessons have one teacher */
    bool doubles;     /* its lessons come in pairs */
    unsigned allowed; /* bit p: the period at position p of in->bells[school] is not forbidden by `avoid` */
};

/* Blocks that are alike in all that stage 1 looks at. */
struct tt_group {
    int school, subject;
    int periods, priority;
    int teacher;                   /* already staffed by, or -1 */
    int n, *block;                 /* blocks (indexes of in->block), n >= 1 */
    struct tt_block_limits limits; /* of every block of the group */
};

struct tt_problem {
    struct zj_arena arena;
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct mc_waivers *waivers; /* rules that do not bind at a teacher or a block; NULL = none */
    const char **block_text;          /* by block, when there are waivers */
    int settle;                       /* minutes from arrival to a lesson: the least of any teacher */
    int *settle_of;                   /* by teacher */
    int32_t today;                    /* first day of the term: ages and years are those of this day */
    struct tt_limits *limits;         /* by teacher of the instance */
    struct tt_block_limits *block;    /* by block of the instance */
    int *group_of;                    /* by block */
    struct tt_group *group;
    int n_groups;
    int *active, n_active; /* teachers who may teach some block, ascending */
    struct zj_ids *may;    /* by teacher: groups the teacher may teach, ascending */
};

/* Derive. The instance must have been resolved (week.h, travel.h). Release frees what it owns. */
void tt_problem_init(struct tt_problem *p, const struct zj_instance *in, const struct zj_policy *pol);
/* The same, but for rules at places that do not bind; `waivers` must outlive the problem. */
void tt_problem_init_waived(struct tt_problem *p, const struct zj_instance *in, const struct zj_policy *pol,
                            const struct mc_waivers *waivers);
void tt_problem_release(struct tt_problem *p);
/* Hard limits on visits of the teacher to the school; no limit on the home campus. */
struct tt_visit_limits tt_visit_limits(const struct tt_problem *p, int teacher, int school);
/* Can the teacher end a lesson at `a` when pa ends and begin one at `b` when pb begins? Hard
   travel_time, leg limits. */
bool tt_can_hop(const struct tt_problem *p, int teacher, int a, const struct zj_period *pa, int b,
                const struct zj_period *pb);
/* Is the teacher free (busy.csv) at this position of the school's bells on that day? */
bool tt_teacher_free(const struct tt_problem *p, int teacher, int school, int day, int position);
/* Is the block's class free of busy.csv there, and the period allowed to the block? */
bool tt_block_open(const struct tt_problem *p, int block, int day, int position);
/* "S001-1-1/音乐"; in the arena. */
const char *tt_block_text(const struct zj_instance *in, int block, struct zj_arena *a);
bool tt_waived_at_block(const struct tt_problem *p, enum zj_rule_id rule, int index, int block);
/* Does the rule speak of the teacher (teacher filter, age and years on the first day of the term), and is not
   waived there? */
bool tt_rule_speaks_of_teacher(const struct tt_problem *p, const struct zj_rule *r, int teacher);
/* Does the rule speak of the block (school keys and subject of `where`, `subjects`), and is
   not waived there? */
bool tt_rule_speaks_of_block(const struct tt_problem *p, const struct zj_rule *r, int block);

#endif
