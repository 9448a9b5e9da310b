/*
 * repair.h - the cheapest changes that make an impossible case possible, each solved and judged.
 */
#ifndef ZJ_CLI_REPAIR_H
#define ZJ_CLI_REPAIR_H

#include "models/secondment/secondment.h"
#include "solver/cli/repair_change.h"

/*
 * Solve the changed case. *yes: it has a plan, judged by the verifier. `explain`: a case without a plan gives
 * its conflict in *answer, which is initialised here in every case. `limit_ms`: 0 = none.
 */
typedef enum zj_status repair_try(void *ctx, const struct zj_change *changed, bool explain, int64_t limit_ms,
                                  struct zj_plan *answer, bool *yes, struct zj_err *err);

struct repair_options {
    struct repair_case what;
    repair_try *try;
    void *ctx;
    int questions;                     /* at most so many cases are solved; 0 = 80 */
    int64_t time_limit_ms;             /* for all of it, 0 = none */
    const volatile sig_atomic_t *stop; /* may be NULL */
};

/*
 * Fill plan->repair of an infeasible answer. Conflicts are repaired one by one, the cheapest change of each
 * first, until there is a plan; then every other change of a part is tried in the place of its
 * conflict's, with the least number of steps (by bisection). Each repair in the list was solved in a
 * copy, and its plan was found lawful there by the verifier.
 */
enum zj_status cli_repair(const struct repair_options *opt, struct zj_plan *plan,
                          struct zj_err *err) ZJ_MUST_CHECK;

#endif
