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

struct cal_run {
    const struct cal_options *opt;
    const struct zj_instance *in;
    const struct zj_policy *pol;
    struct lp_limits limits;
    struct cal_model m; /* by the largest pieces at first */
    struct mc_sums s;   /* of m */
    int64_t nodes;      /* of programs that have ended */
    int64_t bound[CAL_N_SUMS];
    struct cal_answer best;
};

/*
 * Days for what the program r->m, r->s of months or weeks found: in r->best where that is better. No days are
 * found when there are none, or a limit comes first.
 */
enum zj_status cal_place(struct cal_run *r, struct zj_err *err) ZJ_MUST_CHECK;
/* Take the answer over if it is better than r->best; else it is released. */
void cal_offer(struct cal_run *r, struct cal_answer *a);
/* The occurrences of a vector of a program by days, sorted, with chairs. Appends. */
void cal_unload(struct cal_model *m, const int64_t *x, struct zj_calendar *calendar);
/* A set of rules at places that cannot hold together; none can be left out when plan->conflict_minimal. */
enum zj_status cal_conflict(struct cal_run *r, struct zj_plan *plan, struct zj_err *err) ZJ_MUST_CHECK;
/* The whole program, by days, as a file. */
enum zj_status cal_export(const struct cal_model *m, const struct cal_options *opt,
                          struct zj_err *err) ZJ_MUST_CHECK;

#endif
