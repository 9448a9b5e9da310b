/*
 * repair_solve.h - is the changed case possible? One answer for each model.
 */
#ifndef ZJ_CLI_REPAIR_SOLVE_H
#define ZJ_CLI_REPAIR_SOLVE_H

#include "solver/cli/answer.h"
#include "solver/cli/repair.h"

/* Each is a repair_try. ctx: the struct sec_options, struct tt_options, struct pr_options of the run. */
repair_try repair_try_secondment, repair_try_timetable, repair_try_pairing;
/* The pairs of pairings.csv, judged. ctx is not used. Each broken rule is a conflict for itself. */
repair_try repair_try_given_pairs;

/*
 * Fill plan->repair of the infeasible answer, with so many nodes and questions, and within what is left of
 * the user's limit since `began` (lp_clock_ms()), if any. `given`: pairings.csv stands.
 */
enum zj_status cli_repair_answer(const struct cli_answer *r, repair_try *try, void *ctx, int64_t began,
                                 bool given, struct zj_plan *plan, struct zj_err *err) ZJ_MUST_CHECK;

#endif
