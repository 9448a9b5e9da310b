/*
 * statements.c - is a plan file what it says it is?
 *
 * Every number and list in the file is set against the verdict on its assignments.
 */
#include "solver/verify/statements.h"

#include "solver/base/i18n.h"
#include "solver/verify/verify.h"

#include <string.h>

static int n_assignments(const struct vf_reader *x)
{
    switch (x->plan->model) {
    case ZJ_TIMETABLE:
        return x->plan->lessons.n;
    case ZJ_PAIRING:
        return x->plan->pairs.n;
    case ZJ_CALENDAR:
        return x->plan->calendar.n;
    default:
        return x->plan->postings.n;
    }
}

static void check_header(const struct vf_reader *x)
{
    const char *sha = x->plan->instance_sha256;

    if (sha && x->in->sha256[0] && strcmp(sha, x->in->sha256) != 0)
        zj_diag_add(x->d, ZJ_ERROR, "other_instance", vf_at("instance"),
                    _("the plan was made for other data: its sha256 is %s, that of the instance %s"), sha,
                    x->in->sha256);
}

static void check_homes(const struct vf_reader *x)
{
    for (int i = 0; i < x->plan->postings.n; i++) {
        const struct zj_posting *p = &x->plan->postings.v[i];
        const struct zj_teacher *t = &x->in->teacher[p->teacher];

        if (p->from != t->school)
            zj_diag_add(x->d, ZJ_ERROR, "wrong_home", vf_at("from_school_id"),
                        _("assignment %d: the home school of %s is '%s', not '%s'"), i + 1, t->id,
                        x->in->school[t->school].id, x->in->school[p->from].id);
    }
}

static void check_term(const struct vf_reader *x, const char *secondment)
{
    const char *said = x->plan->secondment_sha256;

    if (x->plan->term >= 0 && x->plan->term != x->in->now)
        zj_diag_add(x->d, ZJ_ERROR, "other_term", vf_at("term"),
                    _("the plan is for the term %s, but is judged with the staff of %s"),
                    x->in->term[x->plan->term].id, x->in->term[x->in->now].id);
    if (said && !secondment)
        zj_diag_add(
            x->d, ZJ_ERROR, "other_secondment", vf_at("secondment_sha256"),
            _("the plan was made with the staff that a plan of secondments leaves; it must be given"));
    else if (!said && secondment)
        zj_diag_add(x->d, ZJ_ERROR, "other_secondment", vf_at("secondment_sha256"),
                    _("the plan was made without a plan of secondments, but one is given"));
    else if (said && strcmp(said, secondment) != 0)
        zj_diag_add(x->d, ZJ_ERROR, "other_secondment", vf_at("secondment_sha256"),
                    _("the plan was made with another plan of secondments: its sha256 is %s, that of the "
                      "one given %s"),
                    said, secondment);
}

/* A calendar was made with the timetables that are given, in the same order. */
static void check_timetables(const struct vf_reader *x, const struct zj_given *given)
{
    const struct zj_plan *p = x->plan;
    bool same = p->n_timetables == given->n_timetables;

    for (int i = 0; i < p->n_timetables && same; i++)
        same = strcmp(p->timetable_sha256[i], given->timetable_sha256[i]) == 0;
    if (!same && p->n_tiers > 0) /* a calendar that was made by hand does not say */
        zj_diag_add(x->d, ZJ_ERROR, "other_timetable", vf_at("timetable_sha256"),
                    _("the plan was made with %d timetables; those that are given are not the same"),
                    p->n_timetables);
}

static void check_tier(const struct vf_reader *x, enum zj_tier tier)
{
    const char *name = zj_tier_name(tier);
    long long value = x->plan->value[tier], bound = x->plan->bound[tier], counted = x->v->tier[tier];

    if (value == ZJ_NO_VALUE)
        zj_diag_add(x->d, ZJ_ERROR, "no_value", vf_at("objective"),
                    _("objective %s: no value, recomputed %lld"), name, counted);
    else if (value != counted)
        zj_diag_add(x->d, ZJ_ERROR, "wrong_value", vf_at("objective"),
                    _("objective %s: reported %lld, recomputed %lld"), name, value, counted);
    if (bound != ZJ_NO_VALUE && bound > counted)
        zj_diag_add(x->d, ZJ_ERROR, "wrong_bound", vf_at("objective"),
                    _("objective %s: the bound %lld is above the value %lld, which stands"), name, bound,
                    counted);
    if (x->plan->status == ZJ_PLAN_OPTIMAL && bound != value)
        zj_diag_add(x->d, ZJ_ERROR, "not_optimal", vf_at("status"),
                    _("the status is 'optimal', but the bound of objective %s does not meet its value"),
                    name);
}

static void check_gap(const struct vf_reader *x)
{
    struct zj_plan counted = *x->plan;

    memcpy(counted.value, x->v->tier, sizeof counted.value);
    int gap = zj_gap_permille(&counted);
    if (gap != x->plan->gap_permille)
        zj_diag_add(x->d, ZJ_ERROR, "wrong_gap", vf_at("gap_permille"),
                    _("gap_permille: reported %d, recomputed %d"), x->plan->gap_permille, gap);
}

static void check_objective(const struct vf_reader *x)
{
    int n;
    const enum zj_tier *tier = zj_plan_tiers(x->pol, x->plan->model, &n);

    if (x->plan->n_tiers == 0)
        return; /* made by hand: it states no objective */
    for (int i = 0; i < n; i++)
        check_tier(x, tier[i]);
    if (memcmp(x->plan->order, tier, (size_t)n * sizeof *tier) != 0)
        zj_diag_add(x->d, ZJ_ERROR, "wrong_order", vf_at("objective"),
                    _("the tiers of the objective do not stand in the order of the policy"));
    else
        check_gap(x);
}

/* An answer that brings no plan: there is nothing to judge but that there is nothing. */
static bool is_no_plan(const struct vf_reader *x)
{
    int n;
    const enum zj_tier *tier = zj_plan_tiers(x->pol, x->plan->model, &n);

    if (n_assignments(x) > 0)
        return false;
    if (x->plan->status == ZJ_PLAN_INFEASIBLE || x->plan->status == ZJ_PLAN_UNKNOWN)
        return true;
    for (int i = 0; i < n; i++)
        if (x->plan->value[tier[i]] != ZJ_NO_VALUE)
            return false;
    return x->plan->status == ZJ_PLAN_INTERRUPTED;
}

static void check_no_plan(const struct vf_reader *x)
{
    const char *status = zj_plan_status_name(x->plan->status);
    int n;
    const enum zj_tier *tier = zj_plan_tiers(x->pol, x->plan->model, &n);

    zj_diag_add(x->d, ZJ_NOTE, "proves_nothing", vf_at("status"),
                _("the status is '%s': there is no plan here, and nothing is proved"), status);
    for (int i = 0; i < n; i++)
        if (x->plan->value[tier[i]] != ZJ_NO_VALUE)
            zj_diag_add(x->d, ZJ_ERROR, "value_of_nothing", vf_at("objective"),
                        _("objective %s has a value, but the status is '%s' and there is no plan"),
                        zj_tier_name(tier[i]), status);
    if (x->plan->n_unmet > 0)
        zj_diag_add(x->d, ZJ_ERROR, "unmet_of_nothing", vf_at("unmet"),
                    _("periods are called unmet, but the status is '%s' and there is no plan"), status);
    if (x->plan->legs.n > 0)
        zj_diag_add(x->d, ZJ_ERROR, "routes_of_nothing", vf_at("routes"),
                    _("there are routes, but the status is '%s' and there is no plan"), status);
}

static void check_status(const struct vf_reader *x)
{
    const struct zj_plan *p = x->plan;

    if (n_assignments(x) > 0 && (p->status == ZJ_PLAN_INFEASIBLE || p->status == ZJ_PLAN_UNKNOWN))
        zj_diag_add(x->d, ZJ_ERROR, "plan_of_nothing", vf_at("status"),
                    _("the status is '%s', but there are %d assignments"), zj_plan_status_name(p->status),
                    n_assignments(x));
    if (p->n_conflict > 0 && p->status != ZJ_PLAN_INFEASIBLE)
        zj_diag_add(x->d, ZJ_ERROR, "stray_conflict", vf_at("conflict"),
                    _("a conflict is named, but the status is '%s'"), zj_plan_status_name(p->status));
}

static void judge_plan(const struct vf_reader *x, const struct zj_given *given, struct zj_verdict *v)
{
    const struct zj_plan *keep = given->keep;

    if (vf_is_timetable(x)) {
        zj_verify_lessons(x->in, x->pol, &x->plan->lessons, NULL, keep ? &keep->lessons : NULL, v);
        vf_check_routes(x);
    } else if (x->plan->model == ZJ_PAIRING) {
        zj_verify_pairs(x->in, x->pol, &x->plan->pairs, v);
        vf_check_ways(x);
    } else if (x->plan->model == ZJ_CALENDAR) {
        zj_verify_calendar(x->in, x->pol, &x->plan->calendar, given->taught, keep ? &keep->calendar : NULL,
                           v);
    } else {
        zj_verify_postings(x->in, x->pol, &x->plan->postings, keep ? &keep->postings : NULL, v);
    }
    check_objective(x);
    vf_check_unmet(x);
    vf_check_rules(x);
}

enum zj_status zj_verify_plan(const struct zj_instance *in, const struct zj_policy *pol,
                              const struct zj_plan *plan, const struct zj_given *given, struct zj_verdict *v,
                              struct zj_diag *d)
{
    static const struct zj_given nothing = {0};
    const struct vf_reader x = {in, pol, plan, v, d};
    int errors = d->n_errors;

    given = given ? given : &nothing;
    memset(v, 0, sizeof *v);
    check_header(&x);
    check_homes(&x);
    if (vf_is_timetable(&x))
        check_term(&x, given->secondment_sha256);
    if (plan->model == ZJ_CALENDAR)
        check_timetables(&x, given);
    check_status(&x);
    if (is_no_plan(&x))
        check_no_plan(&x);
    else
        judge_plan(&x, given, v);
    return v->n_hard_broken > 0 || d->n_errors > errors ? ZJ_VIOLATED : ZJ_OK;
}
