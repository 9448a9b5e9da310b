/*
 * run.h - the state of one run, shared by what solves, places, and explains.
 */
#ifndef MODELS_CALENDAR_RUN_H
#define MODELS_CALENDAR_RUN_H

#include "models/calendar/model.h"
#include "models/common/sums.h"

/* A calendar, and what its tiers come to. */
struct cal_answer {
    bool found;
    int64_t value[CAL_N_SUMS];
    struct zj_calendar calendar; /* heap; sorted, with chairs */
};

/* The search for the calendar of one part of the county. */
struct cal_run {
    const struct cal_options *opt;
    struct cal_scope scope;
    struct lp_limits limits;
    struct cal_model m;         /* by the largest pieces at first */
    struct mc_sums s;           /* of m */
    int64_t nodes;              /* of programs that have ended */
    bool infeasible;            /* proved, by the grain of m */
    bool quick;                 /* programs are blended alone: some calendar, soon */
    bool bounded;               /* months were searched aim by aim */
    bool went_on;               /* there is nothing more to try */
    bool by_nodes, by_numerics; /* what ended some search */
    int64_t bound[CAL_N_SUMS];
    struct cal_answer best;
};

/*
 * Groups by part: no rule looks at groups of two parts. Parts are numbered from 0 in the order of their
 * first groups; *n_parts >= 1. The caller frees.
 */
int *cal_find_parts(const struct cal_scope *scope, int *n_parts, int *n_groups);

/* Begin and end with a program of that grain; r->m and r->s stand in between. */
void cal_begin(struct cal_run *r, enum cal_grain grain);
void cal_end(struct cal_run *r);
/*
 * By months for the bounds, and days for what is found; a large program of months is blended first, and when
 * there are days for that, the bounds are left to the search that goes on. Going on, of few days by days at
 * once, else by weeks, and when no days were found for any week, by days at once after all. A first search
 * goes on by itself only when it has found nothing; r->best and r->bound are kept. The last program stands
 * when they return, also after a failure.
 */
enum zj_status cal_search(struct cal_run *r, struct zj_err *err) ZJ_MUST_CHECK;
enum zj_status cal_search_on(struct cal_run *r, struct zj_err *err) ZJ_MUST_CHECK;
/* Some answer of the program, soon, all aims at once. */
enum zj_status cal_blend(struct mc_sums *s, struct zj_err *err) ZJ_MUST_CHECK;
/* No more nodes than this. */
void cal_limit_nodes(struct lp_limits *limits, int64_t nodes);
/* Is the best calendar proved to be so? */
bool cal_is_best(const struct cal_run *r);

/*
 * Days for what the program r->m, r->s of months or weeks found: in r->best where that is better. No days are
 * found when there are none, or a limit comes first.
 */
enum zj_status cal_place(struct cal_run *r, struct zj_err *err) ZJ_MUST_CHECK;
/* Take the answer over if it is better than r->best; else it is released. */
void cal_offer(struct cal_run *r, struct cal_answer *a);
/* The occurrences of a vector of a program by days, sorted, with chairs. Appends. */
void cal_unload(struct cal_model *m, const int64_t *x, struct zj_calendar *calendar);
/* Changes against the calendar to keep, of the program's groups. */
int64_t cal_changes(const struct cal_model *m, const struct zj_calendar *calendar);
/* A set of rules at places that cannot hold together; none can be left out when plan->conflict_minimal. */
enum zj_status cal_conflict(struct cal_run *r, struct zj_plan *plan, struct zj_err *err) ZJ_MUST_CHECK;
/* The whole program, by days, as a file. */
enum zj_status cal_export(const struct cal_model *m, const struct cal_options *opt,
                          struct zj_err *err) ZJ_MUST_CHECK;

#endif
