#include "tests/support/week_agree.h"

#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"

#include <string.h>

void week_solve(struct week_trial *t, const struct tt_options *opt, struct zj_plan *plan)
{
    struct tt_options with_keep = *opt;
    struct zj_err err = {0};

    with_keep.keep = week_kept(t);
    enum zj_status status = tt_solve(&t->c.in, &t->c.pol, &with_keep, plan, &err);
    if (status != ZJ_OK)
        fail_msg("ZJ_SEED=%llu: tt_solve returned %d: %s", (unsigned long long)t->c.seed, (int)status,
                 err.text);
}

bool week_has_plan(const struct zj_plan *plan)
{
    return plan->value[ZJ_T_UNMET] != ZJ_NO_VALUE;
}

/* What the verifier would say of the plan file that the program writes for this plan. */
static const char *misstated(const struct week_trial *t, const struct zj_plan *plan,
                             const struct zj_verdict *v)
{
    const struct zj_plan keep = {.lessons = t->keep};
    const struct zj_given given = {.keep = t->keeps ? &keep : NULL};
    struct zj_plan file = *plan;
    struct zj_verdict again;
    struct zj_diag d = {0};
    const char *why = NULL;

    file.model = ZJ_TIMETABLE;
    file.instance_name = t->c.in.name;
    file.instance_sha256 = t->c.in.sha256;
    file.term = t->c.in.now;
    file.finding = v->finding;
    file.n_findings = v->n;
    if (zj_verify_plan(&t->c.in, &t->c.pol, &file, &given, &again, &d) != ZJ_OK) {
        zj_diag_print(&d, stderr, 3);
        why = "the verifier would refuse the plan file";
    }
    zj_verdict_release(&again);
    zj_diag_release(&d);
    return why;
}

/* The second reading of the rules, and the sum of the unmet list. */
static const char *misread(const struct week_trial *t, const struct zj_plan *plan)
{
    struct reading reading;
    struct reading_result r;
    int64_t unmet = 0, missing = 0;

    reading_init(&reading, &t->c.in, &t->c.pol, week_kept(t));
    reading_judge(&reading, &plan->lessons, &r);
    reading_release(&reading);
    if (!r.lawful)
        return "the lessons break a hard rule";
    for (int i = 0; i < ZJ_N_LESSON_TIERS; i++)
        if (r.tier[zj_lesson_tiers[i]] != plan->value[zj_lesson_tiers[i]])
            return "the values are not those of the lessons";
    for (int b = 0; b < t->c.in.n_blocks; b++)
        missing += t->c.in.block[b].periods;
    for (int i = 0; i < plan->n_unmet; i++)
        unmet += plan->unmet[i].periods;
    return unmet == missing - plan->lessons.n ? NULL : "the unmet periods do not add up";
}

const char *week_wrong_about_itself(const struct week_trial *t, const struct zj_plan *plan)
{
    struct zj_verdict v;
    const char *why;

    if (plan->n_tiers != ZJ_N_LESSON_TIERS ||
        memcmp(plan->order, zj_lesson_tiers, sizeof zj_lesson_tiers) != 0)
        return "the tiers do not stand in their order";
    if (!week_has_plan(plan))
        return plan->lessons.n ? "lessons, but no plan" : NULL;
    why = misread(t, plan);
    if (why)
        return why;
    zj_verify_lessons(&t->c.in, &t->c.pol, &plan->lessons, &plan->legs, week_kept(t), &v);
    if (v.n_hard_broken)
        why = "the ways are not those of the lessons";
    else if (plan->gap_permille != zj_gap_permille(plan))
        why = "the gap is not that of values and bounds";
    else
        why = misstated(t, plan, &v);
    zj_verdict_release(&v);
    return why;
}

static const char *about(struct week_trial *t, const char *what, enum zj_tier tier, int64_t said,
                         int64_t truth)
{
    snprintf(t->why, sizeof t->why, "%s of tier %s: the model says %lld, the truth is %lld", what,
             zj_tier_name(tier), (long long)said, (long long)truth);
    return t->why;
}

/* The bound of each tier holds among the weeks whose earlier tiers are those of the plan. */
static const char *false_bound(struct week_trial *t, const struct zj_plan *plan)
{
    const int64_t *least = week_has_plan(plan) ? t->truth.least : t->truth.best;
    int n =
        week_has_plan(plan) ? ZJ_N_LESSON_TIERS : 1; /* without a plan, only the first tier's is defined */

    for (int i = 0; i < n && t->truth.feasible; i++) {
        enum zj_tier tier = zj_lesson_tiers[i];
        if (plan->bound[tier] != ZJ_NO_VALUE && plan->bound[tier] > least[tier])
            return about(t, "bound", tier, plan->bound[tier], least[tier]);
    }
    return NULL;
}

static const char *false_status(struct week_trial *t, const struct zj_plan *plan)
{
    if (t->truth.feasible && plan->status == ZJ_PLAN_INFEASIBLE)
        return "there is a lawful week, and the model denies it";
    if (plan->status != ZJ_PLAN_INTERRUPTED &&
        week_has_plan(plan) != (plan->status == ZJ_PLAN_OPTIMAL || plan->status == ZJ_PLAN_FEASIBLE))
        return "the status does not say whether there is a plan";
    for (int i = 0; i < ZJ_N_LESSON_TIERS && plan->status == ZJ_PLAN_OPTIMAL; i++) {
        enum zj_tier tier = zj_lesson_tiers[i];
        if (plan->value[tier] != t->truth.best[tier])
            return about(t, "optimum", tier, plan->value[tier], t->truth.best[tier]);
        if (plan->bound[tier] != plan->value[tier])
            return "status optimal, but a bound differs from its value";
    }
    return NULL;
}

const char *week_false_claim(struct week_trial *t, const struct zj_plan *plan, int64_t nodes)
{
    const char *why = week_wrong_about_itself(t, plan);

    if (why)
        return why;
    week_truth_release(&t->truth);
    brute_timetable(&t->c.in, &t->c.pol, week_kept(t), week_has_plan(plan) ? &plan->lessons : NULL, nodes,
                    true, &t->truth);
    why = false_status(t, plan);
    if (!why)
        why = false_bound(t, plan);
    return why ? why : t->truth.finished ? NULL : trial_skipped;
}

bool week_excludes(const struct zj_plan *a, const struct zj_plan *b)
{
    for (int i = 0; i < ZJ_N_LESSON_TIERS; i++) {
        enum zj_tier tier = zj_lesson_tiers[i];
        if (a->bound[tier] != ZJ_NO_VALUE && a->bound[tier] > b->value[tier])
            return true;
        if (!week_has_plan(a) || a->value[tier] != b->value[tier])
            return false;
    }
    return false;
}

const char *week_contradiction(const struct zj_plan *a, const struct zj_plan *b)
{
    if ((a->status == ZJ_PLAN_INFEASIBLE && week_has_plan(b)) ||
        (b->status == ZJ_PLAN_INFEASIBLE && week_has_plan(a)))
        return "one search finds a plan, the other proves that there is none";
    if ((week_has_plan(b) && week_excludes(a, b)) || (week_has_plan(a) && week_excludes(b, a)))
        return "one search finds a plan that is better than the bound of the other";
    return NULL;
}

bool week_same_plan(const struct zj_plan *a, const struct zj_plan *b)
{
    return a->status == b->status && a->lessons.n == b->lessons.n &&
           memcmp(a->value, b->value, sizeof a->value) == 0 &&
           memcmp(a->bound, b->bound, sizeof a->bound) == 0 &&
           (a->lessons.n == 0 ||
            memcmp(a->lessons.v, b->lessons.v, (size_t)a->lessons.n * sizeof *a->lessons.v) == 0);
}
