/*
 * horizon.h - plan fewer terms than the instance has.
 */
#ifndef ZJ_CLI_HORIZON_H
#define ZJ_CLI_HORIZON_H

#include "solver/cli/cli.h"

/*
 * Keep only the terms that --terms names ("2", or "2026A..2027B"). What refers to
 * terms follows: kinds keep the start terms that are left (a kind with none left
 * cannot start), pins on other terms go, and so do postings of `keep` (may be NULL)
 * that start in other terms. History, people and tables stay as they are.
 */
enum zj_status cli_cut_horizon(const struct cli_args *a, struct zj_instance *in, struct zj_policy *pol,
                               struct zj_postings *keep) ZJ_MUST_CHECK;

#endif
