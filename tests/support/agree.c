#include "tests/support/agree.h"

#include "solver/verify/verify.h"

#include <stdlib.h>
#include <string.h>

static bool has_values(const struct zj_plan *plan)
{
    return plan->status == ZJ_PLAN_OPTIMAL || plan->status == ZJ_PLAN_FEASIBLE;
}

/* What the verifier would say of the plan file that the program writes for this plan. */
static const char *misstated(const struct trial *t, const struct zj_plan *plan, const struct zj_verdict *v)
{
    struct zj_plan file = *plan;
    struct zj_verdict again;
    struct zj_diag d = {0};
    const char *why = NULL;

    file.model = ZJ_SECONDMENT;
    file.instance_name = t->c.in.name;
    file.instance_sha256 = t->c.in.sha256;
    file.finding = v->finding;
    file.n_findings = v->n;
    const struct zj_plan keep = {.postings = t->keep};
    const struct zj_given given = {.keep = t->keeps ? &keep : NULL};
    if (zj_verify_plan(&t->c.in, &t->c.pol, &file, &given, &again, &d) != ZJ_OK) {
        zj_diag_print(&d, stderr, 3);
        why = "the verifier would refuse the plan file";
    }
    zj_verdict_release(&again);
    zj_diag_release(&d);
    return why;
}

const char *wrong_about_itself(const struct trial *t, const struct zj_plan *plan)
{
    struct zj_verdict v;
    int64_t unmet = 0;
    const char *why = NULL;

    if (!has_values(plan))
        return plan->postings.n ? "postings, but no plan" : NULL;
    zj_verify_postings(&t->c.in, &t->c.pol, &plan->postings, t->keeps ? &t->keep : NULL, &v);
    for (int i = 0; i < plan->n_unmet; i++)
        unmet += plan->unmet[i].periods;
    if (v.n_hard_broken)
        why = "the postings break a hard rule";
    else if (memcmp(v.tier, plan->value, ZJ_N_TIERS * sizeof *v.tier) != 0)
        why = "the values are not those of the postings";
    else if (unmet != v.tier[ZJ_T_NEED])
        why = "the unmet periods do not add up to tier need";
    else if (plan->gap_permille != zj_gap_permille(plan))
        why = "the gap is not that of values and bounds";
    else
        why = misstated(t, plan, &v);
    zj_verdict_release(&v);
    return why;
}

static bool names(const struct zj_plan *plan, enum zj_rule_id id, int index)
{
    for (int i = 0; i < plan->n_conflict; i++)
        if (plan->conflict[i].rule == id && plan->conflict[i].index == index)
            return true;
    return false;
}

const char *no_conflict(const struct trial *t)
{
    struct zj_instance in = t->c.in;
    struct zj_policy pol = t->c.pol;
    struct brute_result b;

    if (t->plan.n_conflict == 0)
        return "no conflict is named";
    pol.rule = zj_calloc((size_t)pol.n_rules, sizeof *pol.rule);
    pol.n_rules = 0;
    for (int i = 0; i < t->c.pol.n_rules; i++)
        if (names(&t->plan, t->c.pol.rule[i].id, t->c.pol.rule[i].index))
            pol.rule[pol.n_rules++] = t->c.pol.rule[i];
    bool pins = false;
    for (int i = 0; i < t->plan.n_conflict; i++)
        pins |= t->plan.conflict[i].rule == ZJ_R_pins;
    if (!pins)
        in.n_pins = 0;
    brute_solve(&in, &pol, t->keeps ? &t->keep : NULL, true, &b);
    brute_release(&b);
    free(pol.rule);
    return b.feasible ? "the rules of the conflict can be kept all together" : NULL;
}

const char *disagreement(const struct trial *t)
{
    const struct zj_plan *plan = &t->plan;

    if (plan->stopped_by)
        return "a search without limits says that it was stopped";
    if (!t->truth.feasible) {
        if (plan->status != ZJ_PLAN_INFEASIBLE)
            return "there is no lawful plan, and the model does not say so";
        return plan->postings.n ? "an infeasible plan has postings" : no_conflict(t);
    }
    if (plan->status == ZJ_PLAN_INFEASIBLE)
        return "there is a lawful plan, and the model denies it";
    if (plan->status != ZJ_PLAN_OPTIMAL)
        return "a search without limits did not end with an optimum";
    if (brute_compare(&t->c.pol, plan->value, t->truth.value) != 0)
        return brute_compare(&t->c.pol, plan->value, t->truth.value) < 0
                   ? "the value is better than the optimum"
                   : "the value is worse than the optimum";
    if (memcmp(plan->bound, plan->value, sizeof plan->bound) != 0)
        return "status optimal, but a bound differs from its value";
    return wrong_about_itself(t, plan);
}

/* A bound of the first tier, and of each tier whose predecessors stand at their optimum, holds. */
static bool bounds_hold(const struct trial *t)
{
    for (int i = 0; i < ZJ_N_TIERS && t->truth.feasible; i++) {
        enum zj_tier tier = t->c.pol.objective[i];
        int64_t bound = t->plan.bound[tier], optimum = t->truth.value[tier];
        if (bound != ZJ_NO_VALUE && bound > optimum)
            return false;
        if (t->plan.value[tier] != optimum)
            break;
    }
    return true;
}

const char *false_claim(const struct trial *t)
{
    const struct zj_plan *plan = &t->plan;

    if (plan->status == ZJ_PLAN_OPTIMAL || plan->status == ZJ_PLAN_INFEASIBLE)
        return disagreement(t);
    if (!plan->stopped_by)
        return "nothing is proved, and the plan does not say why";
    if (!bounds_hold(t))
        return "a bound is above the optimum";
    if (plan->status == ZJ_PLAN_UNKNOWN)
        return plan->postings.n ? "a plan of status unknown has postings" : NULL;
    if (plan->status != ZJ_PLAN_FEASIBLE)
        return "a status that nothing in this run can give";
    if (!t->truth.feasible)
        return "there is no lawful plan, and the model shows one";
    if (brute_compare(&t->c.pol, plan->value, t->truth.value) < 0)
        return "the plan is better than the optimum";
    return wrong_about_itself(t, plan);
}

/* Does a's bound rule out b's value, in the first tier, or in one before which their values are equal? */
static bool excludes(const struct trial *t, const struct zj_plan *a, const struct zj_plan *b)
{
    for (int i = 0; i < ZJ_N_TIERS; i++) {
        enum zj_tier tier = t->c.pol.objective[i];
        if (a->bound[tier] != ZJ_NO_VALUE && a->bound[tier] > b->value[tier])
            return true;
        if (!has_values(a) || a->value[tier] != b->value[tier])
            return false;
    }
    return false;
}

const char *contradiction(const struct trial *t, const struct zj_plan *a, const struct zj_plan *b)
{
    if ((a->status == ZJ_PLAN_INFEASIBLE && has_values(b)) ||
        (b->status == ZJ_PLAN_INFEASIBLE && has_values(a)))
        return "one search finds a plan, the other proves that there is none";
    if ((has_values(b) && excludes(t, a, b)) || (has_values(a) && excludes(t, b, a)))
        return "one search finds a plan that is better than the bound of the other";
    return NULL;
}

bool same_plan(const struct zj_plan *a, const struct zj_plan *b)
{
    if (a->status != b->status || a->postings.n != b->postings.n || a->n_conflict != b->n_conflict)
        return false;
    if (memcmp(a->value, b->value, sizeof a->value) != 0 || memcmp(a->bound, b->bound, sizeof a->bound) != 0)
        return false;
    for (int i = 0; i < a->n_conflict; i++)
        if (a->conflict[i].rule != b->conflict[i].rule || a->conflict[i].index != b->conflict[i].index)
            return false;
    return a->postings.n == 0 ||
           memcmp(a->postings.v, b->postings.v, (size_t)a->postings.n * sizeof *a->postings.v) == 0;
}
