/*
 * pairing.h - which lead assists which members: the integer program of section P.
 */
#ifndef MODELS_PAIRING_PAIRING_H
#define MODELS_PAIRING_PAIRING_H

#include "models/common/waiver.h"

#include <signal.h>

struct pr_options {
    int64_t time_limit_ms;        /* 0 = none */
    int64_t node_limit;           /* branch-and-bound nodes for each part of the county and tier; 0 = none */
    int gap_permille;             /* stop a tier when its gap is at most this; 0 = prove it */
    bool any_plan;                /* the first lawful pairing will do, whatever its values */
    bool unexplained;             /* an infeasible answer needs no conflict */
    const struct zj_pairs *fixed; /* these pairs and no others (--check); NULL = free */
    const struct mc_waivers *waivers;  /* parts that do not bind; NULL = none */
    const char *write_lp, *write_mps;  /* write the model here and do not solve; NULL = solve */
    const volatile sig_atomic_t *stop; /* non-zero: end with the best pairing so far; may be NULL */
};

/*
 * Solve. *plan is initialised here (status, pairs sorted, order, value, bound, gap, stopped_by, nodes,
 * conflict); the caller releases it. The pairs are not verified here: the caller must do so before
 * anything is written. Returns ZJ_OK whenever the four honest answers apply (see plan->status), else
 * ZJ_EINTERNAL, ZJ_ENOMEM, ZJ_ECREATE or ZJ_EIO with *err.
 */
enum zj_status pr_solve(const struct zj_instance *in, const struct zj_policy *pol,
                        const struct pr_options *opt, struct zj_plan *plan, struct zj_err *err) ZJ_MUST_CHECK;

#endif
