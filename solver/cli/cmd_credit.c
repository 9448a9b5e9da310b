/*
 * cmd_credit.c - count the service of every teacher by the policy's rules of credit.
 */
#include "solver/base/i18n.h"
#include "solver/cli/case.h"
#include "solver/cli/output.h"
#include "solver/io/hints.h"
#include "solver/report/credit.h"
#include "solver/verify/credit/credit.h"

static enum zj_status check_options(const struct cli_args *a)
{
    int32_t day;

    if (a->until && !zj_parse_date(a->until, &day))
        return cli_fail(a, ZJ_EUSAGE, NULL, _("option '--%s': '%s' is not valid; expected YYYY-MM-DD"),
                        "until", a->until);
    return cli_check_output(a, a->output);
}

/* The teacher that was asked for; *teacher = -1: all of them. */
static enum zj_status find_teacher(const struct cli_args *a, const struct zj_instance *in, int *teacher)
{
    *teacher = a->teacher ? zj_find_teacher(in, a->teacher) : -1;
    if (a->teacher && *teacher < 0)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("there is no teacher '%s' in the tables"), a->teacher);
    return ZJ_OK;
}

static enum zj_status give(const struct cli_args *a, const struct rep_credit *report)
{
    struct cli_text text;

    cli_text_open(&text);
    if (a->json)
        rep_print_credit_json(text.out, report);
    else
        rep_print_credit(text.out, report);
    return cli_text_give(&text, a);
}

static enum zj_status count(struct cli_case *c, const struct cli_args *a)
{
    int32_t until = c->in.term[c->in.n_terms - 1].end;
    struct zj_credit credit;
    int teacher;

    if (c->pol.n_credit_rules == 0)
        return cli_fail(a, ZJ_EDATA, NULL,
                        _("the policy '%s' has no rule of service credit; there is nothing to count"),
                        c->pol.file);
    ZJ_TRY(find_teacher(a, &c->in, &teacher));
    if (a->until)
        zj_parse_date(a->until, &until);
    zj_count_credit(&c->in, &c->pol, c->has_secondment ? &c->secondment.postings : NULL, until, &credit);
    const struct rep_credit report = {
        .in = &c->in, .pol = &c->pol, .credit = &credit, .teacher = teacher, .all = a->verbose};
    enum zj_status status = give(a, &report);
    zj_credit_release(&credit);
    return status;
}

enum zj_status cmd_credit(const struct cli_args *a)
{
    struct cli_case c;

    ZJ_TRY(check_options(a));
    enum zj_status status = cli_case_open(&c, a, CLI_ANY_MODEL);
    if (status == ZJ_OK)
        status = count(&c, a);
    cli_case_close(&c);
    return status;
}
