/*
 * cmd_pairing.c - check the pairing that is given, or propose one; written only after code that never saw the
 * model agrees.
 */
#include "models/pairing/pairing.h"
#include "solver/base/i18n.h"
#include "solver/cli/answer.h"
#include "solver/cli/certificate.h"
#include "solver/cli/output.h"
#include "solver/cli/pairing_check.h"
#include "solver/cli/repair_solve.h"
#include "solver/cli/stop.h"
#include "solver/engine/lp.h"
#include "solver/verify/verify.h"

static enum zj_status check_options(const struct cli_args *a)
{
    if (a->check == a->propose)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("choose one of '--check' and '--propose'"));
    if (a->check && (a->output || a->certificate || cli_writes_model(a)))
        return cli_fail(a, ZJ_EUSAGE, NULL,
                        _("'--output', '--certificate', '--write-lp' and '--write-mps' go with '--propose'"));
    return cli_check_outputs(a);
}

static void judge_given(struct cli_answer *r)
{
    struct zj_pairs given = {0};

    zj_pairs_of_tables(&r->c.in, &given);
    zj_verify_pairs(&r->c.in, &r->c.pol, &given, &r->before);
    zj_pairs_release(&given);
}

static enum zj_status propose(struct cli_answer *r)
{
    const struct cli_args *a = r->a;
    const int64_t began = lp_clock_ms();
    struct zj_err err;
    struct pr_options options = {.time_limit_ms = a->time_limit,
                                 .node_limit = a->node_limit,
                                 .gap_permille = a->gap,
                                 .write_lp = a->write_lp,
                                 .write_mps = a->write_mps,
                                 .stop = &cli_stop};
    enum zj_status status = pr_solve(&r->c.in, &r->c.pol, &options, &r->plan, &err);

    if (status == ZJ_OK && r->plan.status == ZJ_PLAN_INFEASIBLE)
        status = cli_repair_answer(r, repair_try_pairing, &options, began, false, &r->plan, &err);
    if (status != ZJ_OK)
        return cli_fail(a, status, NULL, "%s", err.text);
    if (cli_writes_model(a))
        return cli_model_written(a);
    cli_answer_sign(r);
    judge_given(r);
    status = cli_answer_give(r);
    if (a->certificate && status <= ZJ_UNKNOWN)
        ZJ_TRY(cli_certify_pairing(r, &options));
    return status;
}

static enum zj_status answer(struct cli_answer *r)
{
    if (!r->a->check)
        return propose(r);
    if (!r->c.in.has_pairings)
        return cli_fail(r->a, ZJ_ENOINPUT, NULL,
                        _("the instance '%s' has no pairings.csv; there is no pairing to check"),
                        r->a->operand[0]);
    return cli_check_pairing(r);
}

enum zj_status cmd_pairing(const struct cli_args *a)
{
    struct cli_answer r = {.a = a};

    ZJ_TRY(check_options(a));
    cli_catch_signals();
    enum zj_status status = cli_case_open(&r.c, a, ZJ_PAIRING);
    if (status == ZJ_OK)
        status = answer(&r);
    cli_answer_release(&r);
    return status;
}
