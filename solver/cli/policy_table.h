/*
 * policy_table.h - the entries of a policy for people and for programs: what stands there, and what uses it.
 */
#ifndef ZJ_CLI_POLICY_TABLE_H
#define ZJ_CLI_POLICY_TABLE_H

#include "solver/data/policy.h"

/* To standard output: a table with the sentences, or JSON. */
void cli_print_policy(const struct zj_policy *pol, bool json);

#endif
