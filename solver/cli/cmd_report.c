/*
 * cmd_report.c - a plan, or those of a whole year, as files for people.
 *
 * Of a year every output is a folder, with a file of each plan that has one, named as the plan is; only
 * the calendars for phones are one for each teacher, whatever the plan.
 */
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/cli/judged.h"
#include "solver/cli/output.h"
#include "solver/cli/report.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* An output: where its option stands in the arguments, and who writes it. */
struct output {
    size_t option;
    const char *suffix; /* of the files of a year; "": the option names a folder, not a file */
    enum zj_status (*write)(const struct cli_args *a, const struct rep_case *r, const char *path);
    bool (*suits)(const struct rep_case *r); /* is there one of this plan */
};

static bool is_any(const struct rep_case *r)
{
    (void)r;
    return true;
}

static bool has_pictures(const struct rep_case *r)
{
    return zj_has_plan(r->plan);
}

static const struct output outputs[] = {
    {offsetof(struct cli_args, html), ".html", cli_write_html, is_any},
    {offsetof(struct cli_args, png), "", cli_write_png, has_pictures},
    {offsetof(struct cli_args, pdf), ".pdf", cli_write_pdf, has_pictures},
    {offsetof(struct cli_args, xlsx), ".xlsx", cli_write_xlsx, is_any},
    {offsetof(struct cli_args, csv), "", cli_write_csv, is_any},
    {offsetof(struct cli_args, notice), ".html", cli_write_notice, cli_has_notice},
};
enum { N_OUTPUTS = sizeof outputs / sizeof outputs[0] };

/* The path that was given, or NULL. */
static const char *path_of(const struct cli_args *a, const struct output *o)
{
    return *(const char *const *)(const void *)((const char *)a + o->option);
}

static enum zj_status check_outputs(const struct cli_args *a, bool of_year)
{
    int n = a->ics != NULL;

    for (int i = 0; i < N_OUTPUTS; i++) {
        n += path_of(a, &outputs[i]) != NULL;
        if (*outputs[i].suffix && !of_year)
            ZJ_TRY(cli_check_output(a, path_of(a, &outputs[i])));
    }
    return n > 0
               ? ZJ_OK
               : cli_fail(a, ZJ_EUSAGE, NULL,
                          _("name at least one output, such as '--html FILE'; see 'zoujiao report --help'"));
}

/* "<folder>/secondment.html" of the plan "year/secondment.json". In the arena. */
static const char *name_in_folder(struct zj_arena *a, const char *folder, const char *plan,
                                  const char *suffix)
{
    const char *slash = strrchr(plan, '/'), *name = slash ? slash + 1 : plan, *dot = strrchr(name, '.');

    return zj_printf(a, "%s/%.*s%s", folder, dot ? (int)(dot - name) : (int)strlen(name), name, suffix);
}

static enum zj_status write_folder(const struct cli_args *a, const struct output *o,
                                   const struct cli_judged *x, int n, const char *folder)
{
    struct zj_arena arena = {0};
    enum zj_status status = ZJ_OK;

    if (mkdir(folder, 0777) != 0 && !zj_is_folder(folder))
        return cli_fail(a, ZJ_ECREATE, NULL, _("cannot create the folder '%s': %s"), folder, strerror(errno));
    for (int i = 0; i < n && status == ZJ_OK; i++)
        if (o->suits(&x[i].r))
            status = o->write(a, &x[i].r, name_in_folder(&arena, folder, x[i].path, o->suffix));
    zj_arena_release(&arena);
    return status;
}

static enum zj_status write_calendars(const struct cli_args *a, const struct cli_judged *x, int n)
{
    struct rep_case *all = zj_calloc((size_t)n + 1, sizeof *all);

    for (int i = 0; i < n; i++)
        all[i] = x[i].r;
    enum zj_status status = cli_write_ics(a, all, n, a->ics);
    free(all);
    return status;
}

/* A clerk who sees nothing happen does not know that it did. */
static void tell_written(const struct cli_args *a, const char *path)
{
    if (!a->quiet && cli_is_file(path))
        fprintf(stderr, _("written: %s\n"), path);
}

static enum zj_status write_outputs(const struct cli_args *a, const struct cli_judged *x, int n, bool of_year)
{
    for (int i = 0; i < N_OUTPUTS; i++) {
        const char *path = path_of(a, &outputs[i]);
        if (path && of_year)
            ZJ_TRY(write_folder(a, &outputs[i], x, n, path));
        else if (path)
            ZJ_TRY(outputs[i].write(a, &x->r, path));
        tell_written(a, path);
    }
    if (a->ics)
        ZJ_TRY(write_calendars(a, x, n));
    tell_written(a, a->ics);
    return ZJ_OK;
}

/*
 * A plan that does not stand is reported all the same, with what is wrong with it; the exit code says so
 * too.
 */
static enum zj_status tell_verdicts(const struct cli_args *a, const struct cli_judged *x, int n)
{
    enum zj_status status = ZJ_OK;

    for (int i = 0; i < n; i++)
        if (x[i].status != ZJ_OK)
            status = cli_fail(a, x[i].status, NULL,
                              _("the plan '%s' does not stand, and the report says so; see 'zoujiao verify'"),
                              x[i].path);
    return status;
}

static enum zj_status judge_all(const struct cli_args *a, struct cli_plans *p, struct cli_judged *x)
{
    struct cli_case tables = {0};
    enum zj_status status = ZJ_OK;

    if (p->of_year)
        status = cli_plans_read(p, a, &tables);
    for (int i = 0; i < p->n && status == ZJ_OK; i++)
        status = cli_judge(&x[i], p, a, i);
    cli_case_close(&tables);
    return status;
}

enum zj_status cmd_report(const struct cli_args *a)
{
    struct cli_plans *p = zj_calloc(1, sizeof *p);
    struct cli_judged *x = zj_calloc(CLI_MAX_PLANS, sizeof *x);

    enum zj_status status = cli_plans_list(p, a);
    if (status == ZJ_OK)
        status = check_outputs(a, p->of_year);
    if (status == ZJ_OK)
        status = judge_all(a, p, x);
    if (status == ZJ_OK)
        status = write_outputs(a, x, p->n, p->of_year);
    if (status == ZJ_OK)
        status = tell_verdicts(a, x, p->n);
    for (int i = 0; i < p->n; i++)
        cli_judged_release(&x[i]);
    cli_plans_release(p);
    free(x);
    free(p);
    return status;
}
