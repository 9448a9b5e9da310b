/*
 * cmd_audit.c - every clause of the policy beside one or more plans of the instance, whoever made them.
 */
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/cli/output.h"
#include "solver/cli/plans.h"
#include "solver/cli/report.h"
#include "solver/report/audit.h"
#include "solver/verify/credit/credit.h"

#include <stdlib.h>

/* All that is judged. Places in verdicts are told with texts of the cases: all of them stay open. */
struct audit {
    const struct cli_args *a;
    struct cli_plans plans;
    struct cli_case c;                  /* as the tables have it: no staff moved */
    struct cli_case own[CLI_MAX_PLANS]; /* of each plan: a timetable moves the staff of its case */
    struct zj_verdict verdict[CLI_MAX_PLANS];
    struct zj_diag misstated[CLI_MAX_PLANS];
    struct rep_audited audited[CLI_MAX_PLANS];
};

static enum zj_status judge(struct audit *x, int i)
{
    const struct zj_plan *plan = &x->plans.plan[i];
    struct cli_case *c = &x->own[i];

    ZJ_TRY(cli_plans_open(&x->plans, x->a, i, c));
    const struct zj_given given = cli_given(c);
    enum zj_status stands = zj_verify_plan(&c->in, &c->pol, plan, &given, &x->verdict[i], &x->misstated[i]);
    x->audited[i] = (struct rep_audited){.path = x->plans.path[i],
                                         .plan = plan,
                                         .verdict = &x->verdict[i],
                                         .misstated = &x->misstated[i],
                                         .stands = stands == ZJ_OK};
    return ZJ_OK;
}

static enum zj_status read_all(struct audit *x)
{
    ZJ_TRY(cli_plans_list(&x->plans, x->a));
    ZJ_TRY(cli_plans_read(&x->plans, x->a, &x->c));
    for (int i = 0; i < x->plans.n; i++)
        ZJ_TRY(judge(x, i));
    return ZJ_OK;
}

/* The file of --csv; "-" = standard output, instead of the table. */
static enum zj_status give_sheet(const struct cli_args *a, const struct rep_audit *table)
{
    struct rep_sheets sheets;
    struct zj_err err;
    size_t n;

    rep_audit_sheet(&sheets, table);
    char *bytes = cli_csv_bytes(a, &sheets.v[0], &n);
    enum zj_status status = zj_file_write(a->csv, bytes, n, &err);
    free(bytes);
    rep_sheets_release(&sheets);
    return status == ZJ_OK ? ZJ_OK : cli_fail(a, status, NULL, "%s", err.text);
}

static enum zj_status give_table(const struct cli_args *a, const struct rep_audit *table)
{
    struct cli_text text;

    cli_text_open(&text);
    if (a->json)
        rep_print_audit_json(text.out, table);
    else
        rep_print_audit(text.out, table);
    return cli_text_give(&text, a);
}

static enum zj_status give(struct audit *x, const struct zj_credit *credit)
{
    const struct cli_args *a = x->a;
    struct rep_audit table = {.in = &x->c.in,
                              .pol = &x->c.pol,
                              .plan = x->audited,
                              .n_plans = x->plans.n,
                              .credit = credit,
                              .all = a->verbose};
    enum zj_status status = ZJ_OK;

    rep_audit_build(&table);
    if (a->csv)
        status = give_sheet(a, &table);
    if (status == ZJ_OK && (!a->csv || cli_is_file(a->csv)))
        status = give_table(a, &table);
    if (status == ZJ_OK && !rep_audit_ok(&table))
        status = ZJ_VIOLATED;
    rep_audit_release(&table);
    return status;
}

/* Service counts up to the last day of the last term, with the postings of the first plan of them. */
static enum zj_status answer(struct audit *x)
{
    const struct zj_instance *in = &x->c.in;
    const struct zj_postings *postings = NULL;
    struct zj_credit credit = {0};

    ZJ_TRY(read_all(x));
    for (int i = x->plans.n - 1; i >= 0; i--)
        if (x->plans.plan[i].model == ZJ_SECONDMENT)
            postings = &x->plans.plan[i].postings;
    zj_count_credit(in, &x->c.pol, postings, in->term[in->n_terms - 1].end, &credit);
    enum zj_status status = give(x, &credit);
    zj_credit_release(&credit);
    return status;
}

enum zj_status cmd_audit(const struct cli_args *a)
{
    struct audit *x = zj_calloc(1, sizeof *x);

    x->a = a;
    enum zj_status status = cli_check_output(a, a->output);
    if (status == ZJ_OK)
        status = cli_check_output(a, a->csv);
    if (status == ZJ_OK)
        status = cli_check_csv_encoding(a);
    if (status == ZJ_OK)
        status = answer(x);
    for (int i = 0; i < x->plans.n; i++) {
        zj_verdict_release(&x->verdict[i]);
        zj_diag_release(&x->misstated[i]);
        cli_case_close(&x->own[i]);
    }
    cli_case_close(&x->c);
    cli_plans_release(&x->plans);
    free(x);
    return status;
}
