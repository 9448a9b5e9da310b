/*
 * calendar.h - when and where the joint activities of a year take place: the integer program of section C.
 */
#ifndef MODELS_CALENDAR_CALENDAR_H
#define MODELS_CALENDAR_CALENDAR_H

#include "models/common/waiver.h"

#include <signal.h>

/* Called from the parent process about five times a second while a solve lasts. */
struct cal_progress {
    double elapsed;  /* seconds, for people; never decides anything */
    int done, total; /* parts of the county that nothing joins; each once, then some further */
};

struct cal_options {
    int64_t time_limit_ms; /* 0 = none */
    int64_t node_limit;    /* branch-and-bound nodes for each part of the county and tier; 0 = none */
    int gap_permille;      /* stop a tier when its gap is at most this; 0 = prove it */
    int jobs;              /* worker processes; 0 = 1. The answer does not depend on it */
    const struct zj_taught *taught; /* lessons of each term that people look at; NULL = none */
    const struct zj_calendar *keep; /* what differs from it counts as a change; NULL = none */
    int days_at_once; /* up to so many times and places one program has them all; 0 = the usual */
    int large; /* from so many groups in a part on, a calendar comes before any bounds; 0 = the usual */
    const char *write_lp, *write_mps;  /* write the model here and do not solve; NULL = solve */
    const volatile sig_atomic_t *stop; /* non-zero: end with the best calendar so far; may be NULL */
    void (*progress)(void *ctx, const struct cal_progress *p); /* may be NULL */
    void *progress_ctx;
};

/*
 * Solve. Groups of activities and days must be resolved (event.h, dates.h). *plan is initialised here
 * (status, calendar sorted, order, value, bound, gap, stopped_by, nodes, conflict); the caller releases it.
 * The calendar is not verified here: the caller must do so before anything is written. Returns ZJ_OK
 * whenever the four honest answers apply (see plan->status), else ZJ_EINTERNAL, ZJ_ENOMEM, ZJ_ECREATE or
 * ZJ_EIO with *err.
 */
enum zj_status cal_solve(const struct zj_instance *in, const struct zj_policy *pol,
                         const struct cal_options *opt, struct zj_plan *plan,
                         struct zj_err *err) ZJ_MUST_CHECK;

#endif
