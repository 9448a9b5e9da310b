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

/* A plan to keep, and one that moved the staff, must go with the plan. */
static enum zj_status check_company(struct cli_case *c, const struct cli_args *a, const struct zj_plan *plan)
{
    if (c->has_keep && c->keep.model != plan->model)
        return cli_fail(a, ZJ_EDATA, NULL, _("the plan '%s' is of the model '%s'; expected '%s'"), a->keep,
                        zj_model_name(c->keep.model), zj_model_name(plan->model));
    if (plan->model == ZJ_TIMETABLE && plan->secondment_sha256 && !c->has_secondment)
        return cli_fail(
            a, ZJ_EUSAGE, NULL,
            _("the plan '%s' was made with the staff that a plan of secondments leaves; give that plan "
              "with '--secondment'"),
            a->operand[1]);
    if (plan->model == ZJ_TIMETABLE)
        return cli_case_staff(c, a, plan->term);
    if (c->has_secondment)
        return cli_fail(a, ZJ_EUSAGE, NULL,
                        _("'--secondment' goes with a timetable; '%s' is of the model '%s'"), a->operand[1],
                        zj_model_name(plan->model));
    return ZJ_OK;
}

enum zj_status cmd_verify(const struct cli_args *a)
{
    struct cli_case c;
    struct zj_plan plan = {0};
    enum zj_status status = cli_case_open(&c, a, CLI_ANY_MODEL);

    if (status == ZJ_OK)
        status = cli_read_plan(&c, a, a->operand[1], CLI_ANY_MODEL, &plan);
    if (status == ZJ_OK)
        status = check_company(&c, a, &plan);
    if (status == ZJ_OK)
        status = judge(&c, a, &plan);
    zj_plan_release(&plan);
    cli_case_close(&c);
    return status;
}
