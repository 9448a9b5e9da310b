/*
 * cmd_show.c - one teacher, school or class of a plan, to look at.
 */
#include "solver/base/i18n.h"
#include "solver/cli/case.h"
#include "solver/report/show.h"

/* Index, or word, of what is to be shown; the others are -1. */
struct subject {
    int teacher, school, class_id;
};

static enum zj_status find(const struct cli_args *a, const struct zj_instance *in, struct subject *s)
{
    *s = (struct subject){a->teacher ? zj_find_teacher(in, a->teacher) : -1,
                          a->school ? zj_find_school(in, a->school) : -1,
                          a->class ? cli_find_class(in, a->class) : -1};
    if (a->teacher && s->teacher < 0)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("no teacher has the id '%s'"), a->teacher);
    if (a->school && s->school < 0)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("no school has the id '%s'"), a->school);
    if (a->class && s->class_id < 0)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("no class has the id '%s'"), a->class);
    return ZJ_OK;
}

static void show_week(const struct cli_case *c, struct zj_plan *plan, const struct subject *s)
{
    cli_case_legs(c, plan);
    if (s->teacher >= 0)
        rep_show_teacher_week(stdout, &c->in, plan, s->teacher);
    else if (s->school >= 0)
        rep_show_school_week(stdout, &c->in, plan, s->school);
    else
        rep_show_class_week(stdout, &c->in, plan, s->class_id);
}

static enum zj_status show(struct cli_case *c, const struct cli_args *a, struct zj_plan *plan)
{
    struct subject s;

    ZJ_TRY(find(a, &c->in, &s));
    if (plan->model == ZJ_TIMETABLE) {
        if (plan->secondment_sha256 && !c->has_secondment && !a->quiet)
            fprintf(stderr,
                    _("note: home schools are shown as the tables have them; '--secondment' was used for "
                      "this plan\n"));
        ZJ_TRY(cli_case_staff(c, a, plan->term));
        show_week(c, plan, &s);
    } else if (plan->model == ZJ_PAIRING) {
        if (s.school < 0)
            return cli_fail(a, ZJ_EUSAGE, NULL, _("a pairing has only schools to show; choose '--school'"));
        rep_show_school_pairs(stdout, &c->in, plan, s.school);
    } else if (plan->model == ZJ_CALENDAR && s.school >= 0) {
        rep_show_school_calendar(stdout, &c->in, &c->pol, plan, s.school);
    } else if (plan->model == ZJ_CALENDAR && s.teacher >= 0) {
        rep_show_teacher_calendar(stdout, &c->in, &c->pol, plan, s.teacher);
    } else if (s.teacher >= 0) {
        rep_show_teacher_terms(stdout, &c->in, &c->pol, plan, s.teacher);
    } else if (s.school >= 0) {
        rep_show_school_terms(stdout, &c->in, &c->pol, plan, s.school);
    } else {
        return cli_fail(a, ZJ_EUSAGE, NULL,
                        plan->model == ZJ_CALENDAR ? _("a calendar has no classes to show")
                                                   : _("a plan of secondments has no classes to show"));
    }
    return ZJ_OK;
}

enum zj_status cmd_show(const struct cli_args *a)
{
    struct cli_case c;
    struct zj_plan plan = {0};

    if (!!a->teacher + !!a->school + !!a->class != 1)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("choose one of '--teacher', '--school' and '--class'"));
    enum zj_status status = cli_case_open(&c, a, CLI_ANY_MODEL);
    if (status == ZJ_OK)
        status = cli_read_plan(&c, a, a->operand[1], CLI_ANY_MODEL, &plan);
    if (status == ZJ_OK)
        status = show(&c, a, &plan);
    zj_plan_release(&plan);
    cli_case_close(&c);
    return status;
}
