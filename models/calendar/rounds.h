/*
 * rounds.h - the parts of a county, searched in worker processes.
 */
#ifndef MODELS_CALENDAR_ROUNDS_H
#define MODELS_CALENDAR_ROUNDS_H

#include "models/calendar/run.h"

/* All parts together. */
struct cal_county {
    const struct cal_options *opt;
    struct cal_scope scope;
    struct lp_limits limits;
    int64_t started; /* clock, milliseconds */
    int *part;       /* by group */
    int n_groups, n_parts;
};

/* What a part has to say, in the form of bytes; then its occurrences. */
struct cal_said {
    bool found, infeasible, bounded, went_on, by_nodes, by_numerics;
    enum cal_grain grain; /* of the proof that it is infeasible */
    int64_t nodes, value[CAL_N_SUMS], bound[CAL_N_SUMS];
    int n; /* occurrences */
};

struct cal_part {
    struct cal_said said; /* zero: nothing yet */
    struct zj_calendar calendar;
};

/* A run of the parts that `chosen` names. *only is its list of groups; the caller frees. */
struct cal_run cal_run_of(const struct cal_county *c, const bool *chosen, bool **only);
/*
 * Every part once, so that all have a calendar before any has a better one; then those that may improve.
 * of[]: what the parts say, by part; zero at first. The calendars are the caller's, also after a failure.
 */
enum zj_status cal_solve_parts(const struct cal_county *c, struct cal_part *of,
                               struct zj_err *err) ZJ_MUST_CHECK;

#endif
