/*
 * master.h - the linear program over teacher-weeks, and its bound.
 *
 *   lessons  sum over k, r of r W_k[g,r] x_k + u_g = demand_g        every group g
 *   blocks   sum over k, r of W_k[g,r] x_k        <= blocks_g        every group whose blocks have one
 *   teacher
 *   people   sum over weeks k of type t of x_k    <= n_t             every type t
 *   tiers    sum of costs of an earlier tier      <= its value
 *   counts   v <= sum over weeks k of some count of k x_k <= w        days at a campus, blocks of a group
 *
 * x_k = how many teachers of the type have week k; u_g = lessons nobody gives. The objective is a
 * weighted sum of tiers, mostly one tier with weight 1: unmet (priorities times u), soft, travel, wishes.
 * Weeks are added as they are priced. For any prices y of the right sign,
 *   y b + sum over g of min over u_g + sum over t of n_t min(0, cost of the cheapest week at y)
 * is at most the value of every integer answer: the bound, recomputed from the prices alone.
 */
#ifndef MODELS_TIMETABLE_MASTER_H
#define MODELS_TIMETABLE_MASTER_H

#include "models/timetable/types.h"
#include "solver/engine/cg.h"

enum { TT_N_ADDITIVE = 4 };
/* Tiers that are sums over weeks, in order. */
extern const enum zj_tier tt_additive[TT_N_ADDITIVE];

#define TT_DEAR 1e6 /* cost of what is only there to keep the program feasible */

/*
 * lo <= sum over weeks of a count <= hi: of days at a campus where none of the types is at home, or of
 * blocks of a group (lessons, when its blocks may have several teachers).
 */
struct tt_count_row {
    int campus, group; /* group -1: days at the campus */
    int type;          /* of this type, when `of` is NULL */
    const char *of;    /* by type; owned by the row's maker */
    double lo, hi;
    int row;
};

struct tt_master {
    const struct tt_types *x;
    int *people;                  /* by type: teachers */
    int64_t *demand;              /* by group: lessons wanted here */
    int64_t *blocks;              /* by group: blocks wanted here */
    int64_t weight[ZJ_MAX_TIERS]; /* the objective */
    int64_t most[ZJ_MAX_TIERS];   /* earlier tiers: at most; INT64_MAX = free */
    int64_t most_minutes;         /* of one week; INT64_MAX = free */
    struct cg *lp;
    int *lesson_row, *block_row, *people_row; /* by group, group, type; -1 = none */
    int tier_row[ZJ_MAX_TIERS];
    int *unmet_col; /* by group, -1 = none */
    struct tt_count_row *count;
    int n_counts, cap_counts;
    struct tt_column *column; /* owned; column i is cg column col[i] */
    int *col, n_columns, cap_columns, cap_col;
    double *dual; /* workspace by row */
};

/*
 * An empty program for the types, people[] of each, and what is wanted of each group (arrays are borrowed
 * and must live as long). No earlier tier yet.
 */
void tt_master_init(struct tt_master *m, const struct tt_types *x, int *people, int64_t *demand,
                    int64_t *blocks);
void tt_master_release(struct tt_master *m);
/* Minimise this tier; earlier ones as m->most says. */
void tt_master_aim(struct tt_master *m, enum zj_tier tier);
/* Minimise a weighted sum of tiers. */
void tt_master_weigh(struct tt_master *m, const int64_t weight[ZJ_MAX_TIERS]);
/* Cost of a column in the objective. */
int64_t tt_master_cost(const struct tt_master *m, const struct tt_column *c);
/* Is there a teacher for the column, and all it needs of every group? */
bool tt_master_fits(const struct tt_master *m, const struct tt_column *c);
/* One teacher gets the column: people, demand and blocks are less by it. False, and nothing done, when
   it does not fit. */
bool tt_master_take(struct tt_master *m, const struct tt_column *c);
/* The linear program's answer at hand: x[] by column of m->column. */
enum zj_status tt_master_relax(struct tt_master *m, const struct lp_limits *lim, double *x, bool *solved,
                               struct zj_err *err) ZJ_MUST_CHECK;
/* Add a week (its arrays become the master's). */
void tt_master_add(struct tt_master *m, struct tt_column *c);
/* Add a row, which gets the next number; returns that. */
int tt_master_count(struct tt_master *m, const struct tt_count_row *r);
void tt_master_count_bounds(struct tt_master *m, int which, double lo, double hi);
/* What the row counts in an answer x[] by column. */
double tt_master_counted(const struct tt_master *m, int which, const double *x);
/* Cost of a column in a tier. */
int64_t tt_column_cost(const struct tt_column *c, enum zj_tier tier);

struct tt_generated {
    enum lp_status status; /* OPTIMAL: no week improves; UNKNOWN: stopped; INFEASIBLE: proved by the bound */
    double value;          /* of the linear program */
    int64_t bound;         /* no integer answer of the rows costs less; -LP_INF = none yet */
    int rounds;
};
/*
 * Generate weeks until none improves, or the bound reaches `enough`, or after `rounds` rounds (0 = no
 * limit), or a limit stops it.
 */
enum zj_status tt_master_generate(struct tt_master *m, const struct lp_limits *lim, int rounds,
                                  int64_t enough, struct tt_generated *out, struct zj_err *err) ZJ_MUST_CHECK;
/*
 * The best integer answer with the weeks there are: count[] by column of m->column. `start` (may be NULL) is
 * such an answer. False when there is none within the limits.
 */
enum zj_status tt_master_integer(const struct tt_master *m, const struct lp_limits *lim, const int *start,
                                 int *count, bool *found, int64_t *value, struct zj_err *err) ZJ_MUST_CHECK;

#endif
