/*
 * repair.h - the cheapest changes that make an impossible case possible, each solved and judged.
 */
#ifndef ZJ_CLI_REPAIR_H
#define ZJ_CLI_REPAIR_H

#include "models/secondment/secondment.h"
#include "solver/cli/repair_change.h"

/*
 * A change set and a plan of the case with it, for tests and for whoever wants to see it. Called for
 * each repair; may be NULL.
 */
typedef void repair_seen(void *ctx, const struct zj_change *changed, const struct zj_postings *plan);

struct repair_options {
    const struct sec_options *solve;
    int64_t time_limit_ms; /* for all of it, 0 = none */
    repair_seen *seen;
    void *ctx;
};

/*
 * Fill plan->repair of an infeasible answer. Conflicts are repaired one by one, the cheapest change of each
 * first, until there is a plan; then every other change of a part is tried in the place of its
 * conflict's, with the least number of steps (by bisection). Each repair in the list was solved in a
 * copy, and its plan was found lawful there by the verifier.
 */
enum zj_status cli_repair(const struct zj_instance *in, const struct zj_policy *pol,
                          const struct repair_options *opt, struct zj_plan *plan,
                          struct zj_err *err) ZJ_MUST_CHECK;

#endif
