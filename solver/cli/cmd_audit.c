/*
 * cmd_audit.c - every clause of the policy beside one or more plans of the instance, whoever made them.
 */
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/cli/case.h"
#include "solver/cli/output.h"
#include "solver/cli/report.h"
#include "solver/cli/year.h"
#include "solver/report/audit.h"
#include "solver/verify/credit/credit.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_PLANS = 64 };

/* All that is judged. Places in verdicts are told with texts of the cases: all of them stay open. */
struct audit {
    const struct cli_args *a;
    struct cli_case c;              /* as the tables have it: no staff moved */
    struct cli_case own[MAX_PLANS]; /* of each plan: a timetable moves the staff of its case */
    struct zj_plan plan[MAX_PLANS];
    struct zj_verdict verdict[MAX_PLANS];
    struct zj_diag misstated[MAX_PLANS];
    struct rep_audited audited[MAX_PLANS];
    const char *path[MAX_PLANS];
    int n; /* plans that were named, those of folders among them */
    struct zj_arena arena;
};

/* The path of the plan of secondments that the timetable was made with, when it is among those named. */
static const char *staff_plan(const struct audit *x, const struct zj_plan *timetable)
{
    const char *sha = timetable->secondment_sha256;

    for (int p = 0; sha && p < x->n; p++)
        if (x->plan[p].sha256 && strcmp(x->plan[p].sha256, sha) == 0)
            return x->path[p];
    return sha ? x->a->secondment : NULL;
}

/* The timetables that the calendar looks at, as --timetable names them, when all are among those named. */
static const char *week_plans(const struct audit *x, const struct zj_plan *calendar, struct zj_arena *a)
{
    const char *paths = NULL;

    for (int i = 0; i < calendar->n_timetables; i++) {
        int p = 0;
        while (p < x->n &&
               !(x->plan[p].sha256 && strcmp(x->plan[p].sha256, calendar->timetable_sha256[i]) == 0))
            p++;
        if (p == x->n)
            return x->a->timetable;
        paths = paths ? zj_printf(a, "%s,%s", paths, x->path[p]) : x->path[p];
    }
    return paths;
}

static enum zj_status judge(struct audit *x, int p)
{
    struct cli_args alone = *x->a;
    struct cli_case *c = &x->own[p];
    struct zj_plan again = {0};
    struct zj_arena arena = {0};

    alone.operand[1] = x->path[p];
    alone.n_operands = 2;
    alone.secondment = staff_plan(x, &x->plan[p]);
    alone.timetable = week_plans(x, &x->plan[p], &arena);
    alone.quiet = true; /* the notes were printed when everything was read first */
    enum zj_status status = cli_case_open(c, &alone, CLI_ANY_MODEL);
    if (status == ZJ_OK)
        status = cli_case_taught(c, &alone);
    if (status == ZJ_OK)
        status = cli_read_plan(c, &alone, alone.operand[1], CLI_ANY_MODEL, &again);
    if (status == ZJ_OK)
        status = cli_case_suits(c, &alone, &again);
    if (status == ZJ_OK) {
        const struct zj_given given = cli_given(c);
        enum zj_status stands =
            zj_verify_plan(&c->in, &c->pol, &again, &given, &x->verdict[p], &x->misstated[p]);
        x->audited[p] = (struct rep_audited){.path = alone.operand[1],
                                             .plan = &x->plan[p],
                                             .verdict = &x->verdict[p],
                                             .misstated = &x->misstated[p],
                                             .stands = stands == ZJ_OK};
    }
    zj_arena_release(&arena);
    zj_plan_release(&x->plan[p]);
    x->plan[p] = again;
    return status;
}

static enum zj_status add_path(struct audit *x, const char *path)
{
    if (x->n == MAX_PLANS)
        return cli_fail(x->a, ZJ_EUSAGE, NULL, _("more than %d plans"), (int)MAX_PLANS);
    x->path[x->n++] = path;
    return ZJ_OK;
}

/* The operands; a folder that 'plan' wrote stands for the plans in it. */
static enum zj_status list_paths(struct audit *x)
{
    for (int i = 1; i < x->a->n_operands; i++) {
        const char *path = x->a->operand[i], **of_year = NULL;
        int n = 0;
        if (zj_is_folder(path))
            of_year = year_plans(path, &x->arena, &n);
        for (int k = 0; k < n; k++)
            ZJ_TRY(add_path(x, of_year[k]));
        if (!of_year)
            ZJ_TRY(add_path(x, path));
    }
    return ZJ_OK;
}

static enum zj_status read_all(struct audit *x)
{
    ZJ_TRY(list_paths(x));
    ZJ_TRY(cli_case_open(&x->c, x->a, CLI_ANY_MODEL));
    for (int p = 0; p < x->n; p++)
        ZJ_TRY(cli_read_plan(&x->c, x->a, x->path[p], CLI_ANY_MODEL, &x->plan[p]));
    for (int p = 0; p < x->n; p++)
        ZJ_TRY(judge(x, p));
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
                              .n_plans = x->n,
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
    for (int p = x->n - 1; p >= 0; p--)
        if (x->plan[p].model == ZJ_SECONDMENT)
            postings = &x->plan[p].postings;
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
    for (int p = 0; p < x->n; p++) {
        zj_verdict_release(&x->verdict[p]);
        zj_diag_release(&x->misstated[p]);
        zj_plan_release(&x->plan[p]);
        cli_case_close(&x->own[p]);
    }
    cli_case_close(&x->c);
    zj_arena_release(&x->arena);
    free(x);
    return status;
}
