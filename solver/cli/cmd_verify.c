/*
 * cmd_verify.c - judge a plan file, whoever made it.
 */
#include "solver/base/i18n.h"
#include "solver/cli/case.h"
#include "solver/report/verdict.h"
#include "solver/verify/verify.h"

static enum zj_status judge(struct cli_case *c, const struct cli_args *a, const struct zj_plan *plan)
{
    struct zj_verdict verdict;
    struct zj_diag misstated = {0};
    const struct zj_given given = cli_given(c);
    enum zj_status status = zj_verify_plan(&c->in, &c->pol, plan, &given, &verdict, &misstated);
    const struct rep_verdict report = {.in = &c->in,
                                       .pol = &c->pol,
                                       .plan = plan,
                                       .verdict = &verdict,
                                       .misstated = &misstated,
                                       .ok = status == ZJ_OK,
                                       .kept_too = a->all};

    if (a->json)
        rep_print_verdict_json(stdout, &report);
    else if (!a->quiet)
        rep_print_verdict(stdout, &report);
    zj_verdict_release(&verdict);
    zj_diag_release(&misstated);
    return status;
}

enum zj_status cmd_verify(const struct cli_args *a)
{
    struct cli_case c;
    struct zj_plan plan = {0};
    enum zj_status status = cli_case_open(&c, a, CLI_ANY_MODEL);

    if (status == ZJ_OK)
        status = cli_case_taught(&c, a);
    if (status == ZJ_OK)
        status = cli_read_plan(&c, a, a->operand[1], CLI_ANY_MODEL, &plan);
    if (status == ZJ_OK)
        status = cli_case_suits(&c, a, &plan);
    if (status == ZJ_OK)
        status = judge(&c, a, &plan);
    zj_plan_release(&plan);
    cli_case_close(&c);
    return status;
}
