/*
 * cmd_report.c - a plan as files for people. What is judged here is what every output shows.
 */
#include "solver/base/i18n.h"
#include "solver/cli/case.h"
#include "solver/cli/output.h"
#include "solver/cli/report.h"

#include <stddef.h>
#include <stdlib.h>

/* An output: where its option stands in the arguments, and who writes it. */
struct output {
    size_t option;
    bool folder; /* the option names a folder, not a file */
    enum zj_status (*write)(const struct cli_args *a, const struct rep_case *r, const char *path);
};

static const struct output outputs[] = {
    {offsetof(struct cli_args, html), false, cli_write_html},
    {offsetof(struct cli_args, png), true, cli_write_png},
    {offsetof(struct cli_args, pdf), false, cli_write_pdf},
    {offsetof(struct cli_args, xlsx), false, cli_write_xlsx},
    {offsetof(struct cli_args, csv), true, cli_write_csv},
    {offsetof(struct cli_args, notice), false, cli_write_notice},
    {offsetof(struct cli_args, ics), true, cli_write_ics},
};
enum { N_OUTPUTS = sizeof outputs / sizeof outputs[0] };

/* The path that was given, or NULL. */
static const char *path_of(const struct cli_args *a, const struct output *o)
{
    return *(const char *const *)(const void *)((const char *)a + o->option);
}

static enum zj_status check_outputs(const struct cli_args *a)
{
    int n = 0;

    for (int i = 0; i < N_OUTPUTS; i++) {
        n += path_of(a, &outputs[i]) != NULL;
        if (!outputs[i].folder)
            ZJ_TRY(cli_check_output(a, path_of(a, &outputs[i])));
    }
    return n > 0
               ? ZJ_OK
               : cli_fail(a, ZJ_EUSAGE, NULL,
                          _("name at least one output, such as '--html FILE'; see 'zoujiao report --help'"));
}

/* What there was before the plan: nobody posted, or the pairing of the tables. */
static bool judge_before(const struct cli_case *c, const struct zj_plan *plan, struct zj_verdict *before)
{
    const struct zj_postings nobody = {0};

    if (plan->model == ZJ_SECONDMENT) {
        zj_verify_postings(&c->in, &c->pol, &nobody, cli_kept(c), before);
        return true;
    }
    if (plan->model == ZJ_PAIRING && c->in.has_pairings) {
        struct zj_pairs given = {0};
        zj_pairs_of_tables(&c->in, &given);
        zj_verify_pairs(&c->in, &c->pol, &given, before);
        zj_pairs_release(&given);
        return true;
    }
    return false;
}

static enum zj_status write_outputs(const struct cli_args *a, const struct rep_case *r)
{
    for (int i = 0; i < N_OUTPUTS; i++) {
        const char *path = path_of(a, &outputs[i]);
        if (path)
            ZJ_TRY(outputs[i].write(a, r, path));
    }
    return ZJ_OK;
}

/*
 * A plan that does not stand is reported all the same, with what is wrong with it; the exit code says so
 * too.
 */
static enum zj_status report(struct cli_case *c, const struct cli_args *a, struct zj_plan *plan)
{
    struct zj_verdict verdict, before = {0};
    struct zj_diag misstated = {0};
    const struct zj_given given = cli_given(c);
    enum zj_status judged = zj_verify_plan(&c->in, &c->pol, plan, &given, &verdict, &misstated);
    const bool has_before = zj_has_plan(plan) && judge_before(c, plan, &before);

    cli_case_legs(c, plan);
    const struct rep_case r = {.in = &c->in,
                               .pol = &c->pol,
                               .plan = plan,
                               .verdict = &verdict,
                               .before = has_before ? &before : NULL,
                               .misstated = &misstated,
                               .ok = judged == ZJ_OK,
                               .office = a->office,
                               .date = a->date};
    enum zj_status status = write_outputs(a, &r);
    if (status == ZJ_OK && judged != ZJ_OK)
        status = cli_fail(a, judged, NULL,
                          _("the plan '%s' does not stand, and the report says so; see 'zoujiao verify'"),
                          a->operand[1]);
    zj_verdict_release(&verdict);
    zj_verdict_release(&before);
    zj_diag_release(&misstated);
    return status;
}

enum zj_status cmd_report(const struct cli_args *a)
{
    struct cli_case c;
    struct zj_plan plan = {0};

    ZJ_TRY(check_outputs(a));
    enum zj_status status = cli_case_open(&c, a, CLI_ANY_MODEL);
    if (status == ZJ_OK)
        status = cli_case_taught(&c, a);
    if (status == ZJ_OK)
        status = cli_read_plan(&c, a, a->operand[1], CLI_ANY_MODEL, &plan);
    if (status == ZJ_OK)
        status = cli_case_suits(&c, a, &plan);
    if (status == ZJ_OK)
        status = report(&c, a, &plan);
    zj_plan_release(&plan);
    cli_case_close(&c);
    return status;
}
