/*
 * secondment.h - who goes where, for how long: the integer program of section S.
 */
#ifndef MODELS_SECONDMENT_SECONDMENT_H
#define MODELS_SECONDMENT_SECONDMENT_H

#include "solver/base/err.h"
#include "solver/data/plan.h"

#include <signal.h>

/* Called from the parent process about five times a second while a solve lasts. All texts are borrowed. */
struct sec_progress {
    const char *stage;    /* tier name, or "read", "couple" */
    double elapsed;       /* seconds, for people; never decides anything */
    int64_t value, bound; /* ZJ_NO_VALUE = not known yet */
    int done, total;      /* blocks of this pass */
};

/* The best plan of a case that differs from this one only in what concerns some schools. */
struct sec_known {
    const struct zj_postings *postings;
    const bool *touched; /* by school: the change may concern it */
    int64_t fairness;    /* that plan's value of the tier */
};

struct sec_options {
    int64_t time_limit_ms;            /* 0 = none */
    int64_t node_limit;               /* branch-and-bound nodes for each block and tier; 0 = none */
    int gap_permille;                 /* stop a tier when its gap is at most this; 0 = prove it */
    int jobs;                         /* worker processes, >= 1 */
    const char *write_lp, *write_mps; /* write the compact model here and do not solve; NULL = solve */
    bool decompose;   /* decompose coupled blocks even when they are small enough to solve as one (tests) */
    bool start_apart; /* begin with what the communities can do alone, small as they may be (tests) */
    bool unexplained; /* an infeasible answer comes without its conflict */
    bool any_plan;    /* blocks that nothing couples: end with the first lawful plan */
    bool naive;       /* with write_lp/mps: the person-by-person model, see export.h */
    const struct zj_postings *keep;    /* stability is measured against it; NULL = no plan to keep */
    const struct sec_known *known;     /* keep what is best there and not touched; NULL = solve everything */
    const volatile sig_atomic_t *stop; /* non-zero: end with the best plan so far; may be NULL */
    void (*progress)(void *ctx, const struct sec_progress *p); /* may be NULL */
    /*
     * Called before the search for each block so large that it may take very long; may be NULL. Schools
     * are joined in a block when teachers may be posted between them.
     */
    void (*large)(void *ctx, int schools, int columns);
    void *progress_ctx;
};

/*
 * Solve. *plan is initialised here (status, postings, order, value, bound, gap,
 * stopped_by, nodes, unmet with reasons, conflict); the caller releases it. The
 * postings are not verified here: the caller must do so before anything is
 * written. Returns ZJ_OK whenever the four honest answers apply (see plan->status),
 * else ZJ_EINTERNAL, ZJ_ENOMEM, ZJ_ECREATE or ZJ_EIO with *err.
 */
enum zj_status sec_solve(const struct zj_instance *in, const struct zj_policy *pol,
                         const struct sec_options *opt, struct zj_plan *plan,
                         struct zj_err *err) ZJ_MUST_CHECK;

#endif
