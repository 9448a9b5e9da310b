/*
 * types.h - teachers who are alike, and all that a price for their weeks needs.
 */
#ifndef MODELS_TIMETABLE_TYPES_H
#define MODELS_TIMETABLE_TYPES_H

#include "models/timetable/board.h"
#include "models/timetable/sets.h"

/* A soft rule on visits that speaks of a type. */
struct tt_soft_visit {
    int weight, min_periods, max_days; /* ZJ_NONE = not asked */
};

struct tt_type {
    int n, *teacher; /* alike in home, limits, groups, free time, wishes and soft rules */
    struct tt_reach reach;
    const struct tt_weeks *weeks; /* shared by types */
    struct tt_sets *sets;         /* by place of the reach */
    bool *must;                   /* by place: a pin wants the teacher there; n is 1 then */
    bool pinned;                  /* some place must be */
    int *min_periods;             /* by place: lessons a visit, 1 at least away from home, 0 at home */
    struct tt_soft_visit *soft;
    int n_soft;
    int *mind;   /* by place: least weight of a lesson outside the good slots; 0 = none minds */
    int *resent; /* by place: weight of a lesson at a school the teacher refuses (level -2) */
};

struct tt_types {
    struct zj_arena arena;
    const struct tt_problem *p;
    struct tt_campuses campuses;
    struct tt_type *type;
    int n;
    struct tt_weeks **weeks; /* owned */
    int n_weeks, cap_weeks;
    struct tt_sets_work *work; /* by place, at most the campuses there are */
};

/* The types of some teachers (indexes of the instance, ascending). */
void tt_types_init(struct tt_types *x, const struct tt_problem *p, const int *teacher, int n);
void tt_types_release(struct tt_types *x);
/*
 * What pins and rules ask of a teacher's visits: fill must, pinned, min_periods, soft, mind and resent from
 * t->teacher[0] and t->reach, in x's arena. Uses x->p and x->campuses alone.
 */
void tt_type_ask(struct tt_types *x, struct tt_type *t);

/* What things are worth, and what they cost, to a teacher-week. */
struct tt_prices {
    const double *lesson, *block; /* by group: worth of a lesson, and of one more block */
    const double *visit;          /* n_types * campuses: worth of a day there, away from home; NULL = none */
    const double *unit;           /* n_types * groups: worth of one more block (or lesson, of groups
                                     whose blocks may have several teachers); NULL = none */
    double travel, soft, wish;    /* cost of a minute, of a unit of weighted shortfall, of -1 wish level */
    int64_t partial;              /* only blocks whose missing periods weigh at most this */
    int64_t most_minutes;         /* only weeks with at most so many minutes */
    double least;                 /* only weeks that are worth more; below 0 only matters to pinned types */
};

struct tt_visit {
    int campus, days;
};

/* A teacher-week: counts of blocks, a plan of visits. */
struct tt_column {
    int type, plan; /* plan -1: not from a price, but what `teacher` does on some board */
    int teacher;
    int64_t minutes, soft,
        wish;               /* minutes; weighted shortfall of soft visits at least; - sum of wish levels */
    int n_shares, n_visits; /* visits: campuses that are not home */
    struct tt_share *share; /* heap, as visit */
    struct tt_visit *visit;
};

void tt_column_release(struct tt_column *c);
/*
 * The week that is worth most less its costs, exact over all weeks of the type; its worth, or `least` when
 * no week is worth more (then *c is empty).
 */
double tt_price(const struct tt_types *x, int type, const struct tt_prices *prices, struct tt_column *c);
/* Weighted shortfall of the soft rules on visits, at least: visits on so many days with so many lessons. */
int64_t tt_soft_of_visits(const struct tt_type *t, int days, int lessons);

#endif
