/*
 * case.h - what the commands read first: an instance, its policy, and a plan to keep.
 */
#ifndef ZJ_CLI_CASE_H
#define ZJ_CLI_CASE_H

#include "solver/cli/cli.h"

struct cli_case {
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag diag;
    struct zj_plan keep;
    bool has_keep;
};

/*
 * Read the instance named by the first operand, cut the horizon to --terms, read
 * --keep. Warnings and notes go to stderr unless --quiet; failures are told.
 * cli_case_close() must follow in every case.
 */
enum zj_status cli_case_open(struct cli_case *c, const struct cli_args *a) ZJ_MUST_CHECK;
void cli_case_close(struct cli_case *c);
/* The postings to keep, or NULL. */
const struct zj_postings *cli_kept(const struct cli_case *c);
/*
 * Read a plan of the case's instance from a file and tell what is wrong with it. The caller releases
 * *plan.
 */
enum zj_status cli_read_plan(struct cli_case *c, const struct cli_args *a, const char *path,
                             struct zj_plan *plan) ZJ_MUST_CHECK;

#endif
