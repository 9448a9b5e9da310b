/*
 * timetable.h - which travelling teacher teaches which class in which period of the week.
 */
#ifndef MODELS_TIMETABLE_TIMETABLE_H
#define MODELS_TIMETABLE_TIMETABLE_H

#include "solver/base/err.h"
#include "solver/data/plan.h"

#include <signal.h>

/* Called from the parent process about five times a second while a solve lasts. All texts are borrowed. */
struct tt_progress {
    const char *stage;    /* tier name, or "read", "place" */
    double elapsed;       /* seconds, for people; never decides anything */
    int64_t value, bound; /* ZJ_NO_VALUE = not known yet */
    int done, total;      /* components of the county */
};

struct tt_options {
    int64_t time_limit_ms; /* 0 = none: the node limit ends the search */
    int64_t node_limit;    /* branch-and-price nodes for each component and tier; 0 = default */
    int gap_permille;      /* stop a tier when its gap is at most this; 0 = prove it */
    bool any_plan;         /* the first lawful week will do, whatever its values */
    bool unexplained;      /* an infeasible answer needs no conflict */
    int jobs;              /* worker processes, >= 1 */
    const char *write_lp,
        *write_mps;                /* write the compact model here (export.h), do not solve; NULL = solve */
    const struct zj_lessons *keep; /* stability is measured against it; NULL = no plan to keep */
    const volatile sig_atomic_t *stop; /* non-zero: end with the best plan so far; may be NULL */
    void (*progress)(void *ctx, const struct tt_progress *p); /* may be NULL */
    void *progress_ctx;
};

/*
 * Solve, or only write the model that opt asks for (then *plan is empty). The instance must stand as the
 * term has it (staff.h). *plan is initialised here (status, lessons sorted, legs, order, value, bound,
 * gap, stopped_by, nodes, unmet with reasons, conflict); the caller releases it. The lessons are not
 * verified here: the caller must do so before anything is written.
 * Returns ZJ_OK whenever the four honest answers apply (see plan->status); ZJ_EDATA with *err when
 * the instance lacks what a timetable needs (a load limit, a way between two schools is not needed: it
 * is unreachable then); else ZJ_EINTERNAL or ZJ_ENOMEM.
 */
enum zj_status tt_solve(const struct zj_instance *in, const struct zj_policy *pol,
                        const struct tt_options *opt, struct zj_plan *plan, struct zj_err *err) ZJ_MUST_CHECK;

#endif
