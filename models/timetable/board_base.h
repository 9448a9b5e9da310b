/*
 * board_base.h - what a board looks up again and again, worked out once; read-only, shared by copies of a
 * board.
 *
 * Teachers are numbered as in problem.active, their campuses one by one for each teacher: 0 is the home
 * campus.
 * Positions are those of in->bells[school]. A mask of positions or of base periods has one bit for each.
 */
#ifndef MODELS_TIMETABLE_BOARD_BASE_H
#define MODELS_TIMETABLE_BOARD_BASE_H

#include "models/timetable/problem.h"
#include "solver/data/plan.h"

enum { BOARD_MAX_DAYS = 7, BOARD_MAX_PERIODS = 20, BOARD_DAY_MINUTES = 24 * 60 };

/* A period of a school's bells. */
struct board_bell {
    short start, end; /* minutes after 00:00 */
    unsigned char session;
    unsigned char order; /* place of its id among the base periods, by clock */
    unsigned covers;     /* base periods that it overlaps */
    unsigned after,
        before; /* base periods that start when it ends or later; that end when it starts or sooner */
};

struct board_bells {
    int n;
    struct board_bell v[BOARD_MAX_PERIODS];
    unsigned char
        first_from[BOARD_DAY_MINUTES + 1]; /* first position that starts at this minute or later; n = none */
};

/* A school where a teacher may teach something. */
struct board_reach {
    int school;
    int campus;                    /* of the teacher */
    bool visited;                  /* the first school of a campus that is not home */
    int wish;                      /* level, 0 when nothing was wished */
    int dislike;                   /* weights of soft rules on wishes that a lesson there offends */
    struct tt_visit_limits visit;  /* hard limits */
    unsigned free[BOARD_MAX_DAYS]; /* positions at which the teacher is not busy */
};

/* What a soft rule asks of a teacher's days and weeks, and the weight of each unit that is missing. */
struct board_charge {
    enum zj_rule_id rule;
    int weight;
    struct tt_limits limits;
};

struct board_visit_charge {
    int weight;
    struct tt_visit_limits limits;
};

struct board_teacher {
    int teacher, home; /* of the instance */
    const struct tt_limits *hard;
    int n_reach, n_campuses;   /* the home campus counts, even when nothing can be taught there */
    struct board_reach *reach; /* ascending by school */
    int first_campus;          /* where this teacher's campuses begin among those of all */
    int n_charges, n_visit_charges;
    struct board_charge *charge;
    struct board_visit_charge *visit_charge;
    bool visits_limited;           /* a hard rule names weekdays of visits, or their least lessons */
    bool week_ways;                /* some rule looks at the ways of the week */
    struct zj_ids group;           /* rules on common free periods whose group holds the teacher */
    unsigned busy[BOARD_MAX_DAYS]; /* base periods */
};

/* A teacher who may teach a group of blocks. */
struct board_able {
    int teacher, reach;
};

/* A soft rule on the lessons of a block. */
struct board_block_charge {
    const struct zj_rule *rule;
    int weight;
};

struct board_task {
    int school, class_index, group; /* classes are numbered one by one */
    int periods, priority;
    int first; /* where its lessons begin among those of all blocks */
    const struct tt_block_limits *hard;
    unsigned open[BOARD_MAX_DAYS]; /* positions at which the class is not busy and a lesson is allowed */
    int avoid[BOARD_MAX_PERIODS];  /* weights of soft rules on avoided periods, by position */
    int n_charges;
    struct board_block_charge *charge;
    struct zj_ids room; /* rooms that its lessons fill */
    struct zj_ids sync; /* rows of sync.csv */
    struct zj_ids pin;  /* pins that its lessons may match */
    bool forbidden;     /* one of them forbids */
    bool no_room;       /* a hard rule leaves no room at all */
    bool together;      /* some rule wants one teacher */
    bool doubles;       /* some rule wants pairs */
    int needed;         /* hard needs that speak of it */
    int n_keep;
    const struct zj_lesson *keep; /* its lessons in the plan to keep */
};

/* Lessons of some subjects at one school share rooms. */
struct board_room {
    int school, capacity, weight; /* weight 0: hard */
    int first;                    /* where its counts begin: one for each day and position */
};

/* Teachers of a group who share free periods. */
struct board_group {
    int needed, weight; /* cells a week; weight 0: hard */
    int n_members;
    struct zj_ids member;          /* those who teach on the board */
    unsigned busy[BOARD_MAX_DAYS]; /* base periods at which a member who never teaches is busy */
};

/* A row of sync.csv. */
struct board_sync {
    int a, b;    /* blocks, or -1: there is none */
    int periods; /* a week */
};

struct board_sync_rule {
    int weight;                    /* 0: hard */
    int subjects_min, periods_min; /* 0 = none */
};

struct board_stability {
    int weight, max; /* weight 0: hard */
};

struct board_base {
    struct zj_arena arena;
    int users; /* boards that share it */
    const struct tt_problem *p;
    const struct zj_instance *in;
    bool keeps; /* there is a plan to keep */
    int n_teachers, n_blocks, n_classes, n_rooms, n_groups, n_sync_rules, n_stability, n_days, n_keep;
    int n_lessons, n_campuses, n_room_counts; /* sizes of arrays of a board */
    struct board_teacher *teacher;
    struct board_task *task;
    struct board_bells base_bells;
    const struct board_bells **bells; /* by school */
    struct board_able **able;         /* by group of the problem */
    int *n_able;
    int max_positions; /* of any school's bells */
    int *first_block;  /* by school: its blocks are first_block[s] .. first_block[s + 1] - 1 */
    int n_near, *near; /* schools with blocks */
    int *number;       /* by teacher of the instance: number on the board, or -1 */
    struct board_room *room;
    struct board_group *group;
    struct board_sync *sync; /* as in->sync */
    struct board_sync_rule *sync_rule;
    struct board_stability *stability;
};

/* Work all out. The problem and `keep` (may be NULL) must outlive the base. One user. */
struct board_base *board_base_new(const struct tt_problem *p, const struct zj_lessons *keep);
/* One user less; the last one frees it. */
void board_base_drop(struct board_base *base);
/* The teacher's reach of the school; NULL when nothing can be taught there. */
const struct board_reach *board_reach_of(const struct board_teacher *t, int school);
/* Minutes and metres between two schools of different campuses; ZJ_NONE = unreachable. */
static inline int board_minutes(const struct board_base *s, int from, int to)
{
    return s->in->minutes[(size_t)from * (size_t)s->in->n_schools + (size_t)to];
}
static inline int board_metres(const struct board_base *s, int from, int to)
{
    return s->in->metres[(size_t)from * (size_t)s->in->n_schools + (size_t)to];
}

#endif
