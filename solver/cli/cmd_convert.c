/*
 * cmd_convert.c - to and from the files of FET, a free program that makes the timetable of one school.
 */
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/cli/case.h"
#include "solver/cli/output.h"
#include "solver/fet/export.h"
#include "solver/fet/import.h"
#include "solver/io/write.h"

#include <stdlib.h>
#include <string.h>

/* A file read whole; the caller frees the bytes. */
static enum zj_status read_source(const struct cli_args *a, const char *path, struct fet_source *out)
{
    struct zj_err err;
    char *bytes;
    enum zj_status status = zj_file_read(path, &bytes, &out->n, &err);

    out->file = path;
    out->bytes = bytes;
    return status == ZJ_OK ? ZJ_OK : cli_fail(a, status, NULL, "%s", err.text);
}

/* ---- FILE.fet DIR ------------------------------------------------------------------------------ */

static enum zj_status write_instance(const struct cli_args *a, const struct fet_instance *x)
{
    struct zj_err err;
    enum zj_status status = zj_folder_write(a->operand[1], x->file, x->n_files, &err);

    if (status != ZJ_OK)
        return cli_fail(a, status, NULL, "%s", err.text);
    if (!a->quiet)
        fprintf(stderr, _("%s: %d buildings, %d teachers, %d classes, %d lessons a week\n"), a->operand[1],
                x->n_schools, x->n_teachers, x->n_classes, x->n_lessons);
    return ZJ_OK;
}

static enum zj_status import(const struct cli_args *a)
{
    struct fet_source fet = {0};
    struct fet_instance x;
    struct zj_diag d = {0};

    ZJ_TRY(read_source(a, a->operand[0], &fet));
    enum zj_status status = fet_import(fet.bytes, fet.n, fet.file, a->ignore, &x, &d);
    if (status == ZJ_OK)
        status = write_instance(a, &x);
    else
        cli_fail(a, status, &d,
                 _("'%s' cannot become an instance; --ignore=NAME[,NAME]... leaves constraints out"),
                 fet.file);
    fet_instance_release(&x);
    zj_diag_release(&d);
    free((char *)fet.bytes);
    return status;
}

/* ---- FILE.fet DIR --timetable=FILE.xml --------------------------------------------------------- */

/* What the verifier counts is what the plan says of itself. */
static void describe(struct cli_case *c, struct zj_plan *plan, struct zj_verdict *v)
{
    int *settle = cli_settle_minutes(c);

    plan->model = ZJ_TIMETABLE;
    plan->status = ZJ_PLAN_FEASIBLE;
    plan->instance_name = c->in.name;
    plan->instance_sha256 = c->in.sha256;
    plan->n_tiers = ZJ_N_LESSON_TIERS;
    memcpy(plan->order, zj_lesson_tiers, sizeof zj_lesson_tiers);
    zj_lessons_sort(&c->in, &plan->lessons);
    zj_lesson_legs_of(&c->in, &plan->lessons, settle, &plan->legs);
    free(settle);
    zj_verify_lessons(&c->in, &c->pol, &plan->lessons, &plan->legs, NULL, v);
    for (int t = 0; t < ZJ_MAX_TIERS; t++) {
        plan->value[t] = v->tier[t];
        plan->bound[t] = ZJ_NO_VALUE;
    }
    plan->unmet = v->unmet;
    plan->n_unmet = v->n_unmet;
    plan->finding = v->finding;
    plan->n_findings = v->n;
}

static enum zj_status write_plan(const struct cli_args *a, struct cli_case *c, struct zj_plan *plan)
{
    struct zj_verdict verdict;
    struct zj_err err;

    describe(c, plan, &verdict);
    char *json = zj_plan_to_json(&c->in, &c->pol, plan);
    enum zj_status status = zj_file_write(a->output ? a->output : "-", json, strlen(json), &err);
    if (status != ZJ_OK)
        cli_fail(a, status, NULL, "%s", err.text);
    else if (!a->quiet)
        fprintf(stderr, _("%d lessons; %d hard rules are broken ('zoujiao verify' lists them)\n"),
                plan->lessons.n, verdict.n_hard_broken);
    free(json);
    zj_verdict_release(&verdict);
    return status;
}

static enum zj_status read_timetable(const struct cli_args *a, const struct zj_instance *in,
                                     struct zj_lessons *lessons)
{
    struct fet_source fet = {0}, timetable = {0};
    struct zj_diag d = {0};
    enum zj_status status = read_source(a, a->operand[0], &fet);

    if (status == ZJ_OK)
        status = read_source(a, a->timetable, &timetable);
    if (status == ZJ_OK) {
        status = fet_read_timetable(&fet, &timetable, a->ignore, in, lessons, &d);
        if (status != ZJ_OK)
            cli_fail(a, status, &d, _("the timetable '%s' cannot be used"), a->timetable);
    }
    zj_diag_release(&d);
    free((char *)fet.bytes);
    free((char *)timetable.bytes);
    return status;
}

static enum zj_status import_timetable(const struct cli_args *a)
{
    struct cli_args of_instance = *a;
    struct cli_case c;
    struct zj_plan plan = {0};

    ZJ_TRY(cli_check_output(a, a->output));
    of_instance.operand[0] = a->operand[1];
    enum zj_status status = cli_case_open(&c, &of_instance, ZJ_TIMETABLE);
    if (status == ZJ_OK)
        status = cli_case_staff(&c, &of_instance, 0);
    if (status == ZJ_OK)
        status = read_timetable(a, &c.in, &plan.lessons);
    if (status == ZJ_OK)
        status = write_plan(a, &c, &plan);
    zj_plan_release(&plan);
    cli_case_close(&c);
    return status;
}

/* ---- INSTANCE PLAN --to-fet=FILE --------------------------------------------------------------- */

static enum zj_status write_fet(const struct cli_args *a, const struct cli_case *c,
                                const struct zj_plan *plan)
{
    struct fet_text text = {NULL, 0, 0};
    struct zj_err err;
    int *settle = cli_settle_minutes(c);
    enum zj_status status = fet_export(&c->in, &plan->lessons, settle, &text, &err);

    if (status == ZJ_OK)
        status = zj_file_write(a->to_fet, text.s, text.n, &err);
    if (status != ZJ_OK)
        cli_fail(a, status, NULL, "%s", err.text);
    fet_text_release(&text);
    free(settle);
    return status;
}

static enum zj_status export(const struct cli_args *a) {
    struct cli_case c; struct zj_plan plan = {0};

    ZJ_TRY(cli_check_output(a, a->to_fet));
    enum zj_status status = cli_case_open(&c, a, ZJ_TIMETABLE);
    if (status == ZJ_OK) status = cli_read_plan(&c, a, a->operand[1], ZJ_TIMETABLE, &plan);
    if (status == ZJ_OK) status = cli_case_staff(&c, a, plan.term < 0 ? 0 : plan.term);
    if (status == ZJ_OK) status = write_fet(a, &c, &plan);
    zj_plan_release(&plan);
    cli_case_close(&c);
    return status;
}

enum zj_status cmd_convert(const struct cli_args *a)
{
    if (a->to_fet && (a->timetable || a->ignore || a->output))
        return cli_fail(a, ZJ_EUSAGE, NULL,
                        _("'--to-fet' goes with an instance and a plan, and nothing else"));
    if (a->output && !a->timetable)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("'--output' goes with '--timetable'"));
    return a->to_fet ? export(a) : a->timetable ? import_timetable(a) : import(a);
}
