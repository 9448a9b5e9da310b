#include "solver/cli/case.h"

#include "models/common/settle.h"
#include "solver/base/i18n.h"
#include "solver/cli/horizon.h"
#include "solver/cli/output.h"
#include "solver/data/staff.h"
#include "solver/io/read.h"

#include <stdlib.h>
#include <string.h>

enum zj_status cli_read_plan(struct cli_case *c, const struct cli_args *a, const char *path, int model,
                             struct zj_plan *plan)
{
    struct zj_diag d = {0};
    enum zj_status status = zj_read_plan(path, &c->in, &c->pol, plan, &d);

    if (status != ZJ_OK)
        cli_fail(a, status, &d, _("the plan '%s' cannot be used"), path);
    else if (model != CLI_ANY_MODEL && plan->model != (enum zj_model)model)
        status = cli_fail(a, ZJ_EDATA, NULL, _("the plan '%s' is of the model '%s'; expected '%s'"), path,
                          zj_model_name(plan->model), zj_model_name((enum zj_model)model));
    else if (!a->quiet)
        zj_diag_print(&d, stderr, a->verbose ? 0 : CLI_MAX_PROBLEMS);
    zj_diag_release(&d);
    return status;
}

/* A plan that brings no postings because there is none would leave everybody at home. */
static enum zj_status read_secondment(struct cli_case *c, const struct cli_args *a, const char *path)
{
    c->has_secondment = true;
    ZJ_TRY(cli_read_plan(c, a, path, ZJ_SECONDMENT, &c->secondment));
    const char *sha = c->secondment.instance_sha256;
    if (c->secondment.status == ZJ_PLAN_INFEASIBLE || c->secondment.status == ZJ_PLAN_UNKNOWN)
        return cli_fail(a, ZJ_EDATA, NULL, _("the plan '%s' has the status '%s' and posts nobody"), path,
                        zj_plan_status_name(c->secondment.status));
    if (sha && strcmp(sha, c->in.sha256) != 0 && !a->quiet)
        fprintf(stderr, _("warning: the plan '%s' was made for other data or another policy\n"), path);
    return ZJ_OK;
}

void cli_tell_lenient(const struct cli_args *a, int n_errors)
{
    const struct zj_read_options options = {
        .encoding = a->encoding, .policy = a->policy, .reading = a->reading, .lenient = true};
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag d = {0};

    if (a->lenient || a->quiet || a->json || n_errors == 0 || !cli_is_file(a->operand[0]))
        return;
    const enum zj_status status = zj_read_instance(a->operand[0], &options, &in, &pol, &d);
    if (status == ZJ_OK)
        fprintf(stderr, "%s\n", _("with '--lenient' these tables can be read; every repair is then listed"));
    else if (d.n_errors < n_errors)
        fprintf(stderr, _("'--lenient' repairs some of these errors and lists every repair; left: %d\n"),
                d.n_errors);
    zj_instance_release(&in);
    zj_policy_release(&pol);
    zj_diag_release(&d);
}

static enum zj_status open_case(struct cli_case *c, const struct cli_args *a, int model)
{
    const struct zj_read_options options = {
        .encoding = a->encoding, .policy = a->policy, .reading = a->reading, .lenient = a->lenient};
    enum zj_status status = zj_read_instance(a->operand[0], &options, &c->in, &c->pol, &c->diag);

    if (status != ZJ_OK) {
        status = cli_fail(a, status, &c->diag, _("the instance '%s' cannot be used"), a->operand[0]);
        cli_tell_lenient(a, c->diag.n_errors);
        return status;
    }
    if (!a->quiet)
        zj_diag_print(&c->diag, stderr,
                      a->verbose || a->lenient ? 0 : CLI_MAX_PROBLEMS); /* no repair in silence */
    if (a->keep) {
        c->has_keep = true;
        ZJ_TRY(cli_read_plan(c, a, a->keep, model, &c->keep));
    }
    if (a->secondment || a->plan)
        ZJ_TRY(read_secondment(c, a, a->secondment ? a->secondment : a->plan));
    if (a->terms)
        return cli_cut_horizon(a, &c->in, &c->pol, c->has_keep ? &c->keep.postings : NULL);
    return ZJ_OK;
}

enum zj_status cli_case_open(struct cli_case *c, const struct cli_args *a, int model)
{
    memset(c, 0, sizeof *c);
    return open_case(c, a, model);
}

enum zj_status cli_case_staff(struct cli_case *c, const struct cli_args *a, int term)
{
    if (c->in.n_days == 0 || c->in.n_periods == 0)
        return cli_fail(a, ZJ_EDATA, NULL, _("the instance '%s' has no week; a timetable needs \"week\""),
                        a->operand[0]);
    zj_staff_in_term(&c->in, &c->pol, c->has_secondment ? &c->secondment.postings : NULL, term);
    if (c->in.n_blocks == 0)
        return cli_fail(
            a, ZJ_EDATA, NULL,
            _("no row of demand.csv speaks of classes; a timetable needs class_id, or classes and "
              "grade"));
    return ZJ_OK;
}

enum zj_status cli_case_suits(struct cli_case *c, const struct cli_args *a, const struct zj_plan *plan)
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

void cli_case_close(struct cli_case *c)
{
    if (c->has_keep)
        zj_plan_release(&c->keep);
    if (c->has_secondment)
        zj_plan_release(&c->secondment);
    for (int i = 0; i < c->n_timetables; i++)
        zj_plan_release(&c->timetable[i]);
    free(c->timetable);
    free(c->timetable_sha256);
    zj_instance_release(&c->in);
    zj_policy_release(&c->pol);
    zj_diag_release(&c->diag);
}

const char *cli_no_secondment(const struct cli_case *c)
{
    if (c->pol.n_kinds == 0 || c->in.n_teachers == 0)
        return N_("not asked: no kinds of posting, or no teachers");
    return NULL;
}

const char *cli_no_timetable(const struct cli_case *c)
{
    const struct zj_instance *in = &c->in;

    if (c->pol.n_lesson_rules == 0 || in->n_days == 0 || in->n_periods == 0 || in->n_blocks == 0)
        return N_("not asked: no rules of timetables, no week, or no classes");
    return NULL;
}

int cli_find_class(const struct zj_instance *in, const char *id)
{
    int word = zj_intern_find(&in->words, id);

    for (int b = 0; b < in->n_blocks && word >= 0; b++)
        if (in->block[b].class_id == word)
            return word;
    return -1;
}

const struct zj_postings *cli_kept(const struct cli_case *c)
{
    return c->has_keep ? &c->keep.postings : NULL;
}

const struct zj_lessons *cli_kept_lessons(const struct cli_case *c)
{
    return c->has_keep ? &c->keep.lessons : NULL;
}

int *cli_settle_minutes(const struct cli_case *c)
{
    int *settle = zj_calloc((size_t)c->in.n_teachers, sizeof *settle);

    mc_settle_minutes(&c->in, &c->pol, c->in.term[c->in.now].start, settle);
    return settle;
}

void cli_case_legs(const struct cli_case *c, struct zj_plan *plan)
{
    if (plan->model != ZJ_TIMETABLE || plan->legs.n > 0)
        return;
    int *settle = cli_settle_minutes(c);
    zj_lesson_legs_of(&c->in, &plan->lessons, settle, &plan->legs);
    free(settle);
}

struct zj_given cli_given(const struct cli_case *c)
{
    return (struct zj_given){.keep = c->has_keep ? &c->keep : NULL,
                             .secondment_sha256 = c->has_secondment ? c->secondment.sha256 : NULL,
                             .taught = c->n_timetables > 0 ? &c->taught : NULL,
                             .timetable_sha256 = c->timetable_sha256,
                             .n_timetables = c->n_timetables};
}
