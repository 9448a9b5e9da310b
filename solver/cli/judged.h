/*
 * judged.h - a plan of a command line, checked: what every output of `report` shows.
 */
#ifndef ZJ_CLI_JUDGED_H
#define ZJ_CLI_JUDGED_H

#include "solver/cli/plans.h"
#include "solver/report/case.h"

struct cli_judged {
    const char *path; /* of the plan */
    struct cli_case c;
    struct zj_verdict verdict, before;
    struct zj_diag misstated;
    enum zj_status status; /* ZJ_OK: the plan stands */
    struct rep_case r;     /* points into this and into the plan */
};

/* Open the case of plan i and check it; failures to read are told. cli_judged_release() must follow. */
enum zj_status cli_judge(struct cli_judged *x, struct cli_plans *p, const struct cli_args *a,
                         int i) ZJ_MUST_CHECK;
void cli_judged_release(struct cli_judged *x);

#endif
