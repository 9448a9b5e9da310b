/*
 * pairing_check.h - `zoujiao pairing --check`: does the pairing of pairings.csv keep its rules, and can what
 * follows from it be done?
 */
#ifndef ZJ_CLI_PAIRING_CHECK_H
#define ZJ_CLI_PAIRING_CHECK_H

#include "solver/cli/answer.h"

/* The case is open. Returns the status that becomes the exit code. */
enum zj_status cli_check_pairing(struct cli_answer *r) ZJ_MUST_CHECK;

/*
 * Judge the rows of pairings.csv, by the check and, to compare, by the model: the verdict is r's, *plan
 * (which is initialised here; the caller releases it) holds the pairs, or the conflict.
 */
enum zj_status cli_judge_pairs(struct cli_answer *r, struct zj_plan *plan) ZJ_MUST_CHECK;

#endif
