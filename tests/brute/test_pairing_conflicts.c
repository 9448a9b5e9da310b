/*
 * test_pairing_conflicts.c - where no pairing can be: is each conflict one, and is each of its parts needed?
 *
 * Brute force judges every set of rows. The parts are a conflict if each set breaks one of them; a part is
 * needed if some set breaks no other. `depth` and unknown ways are not in question unless they are named.
 */
#include "solver/cli/repair_solve.h"
#include "tests/support/cmocka.h"
#include "tests/support/pair_trial.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_PARTS = 60 };

struct inquiry {
    const struct zj_conflict_part *part; /* of one conflict */
    int n;
    bool kept_by_some;      /* a set of rows breaks no part */
    bool needed[MAX_PARTS]; /* a set of rows breaks this part alone */
    /* The least shortfall of such a set, and the verifier's numbers there, when one finding has them. */
    int64_t least[MAX_PARTS], need[MAX_PARTS], have[MAX_PARTS];
};

static int n_infeasible, n_conflicts, n_parts, n_numbers;

/* A finding belongs to the part at its place, or at the lead or the member of its row. */
static bool belongs(const struct zj_finding *f, const struct zj_conflict_part *part)
{
    size_t n = strlen(part->where), all = strlen(f->where);

    if (f->rule != part->rule || f->index != part->index)
        return false;
    return strcmp(f->where, part->where) == 0 ||
           (strncmp(f->where, part->where, n) == 0 && strchr(">/", f->where[n])) ||
           (all > n && f->where[all - n - 1] == '>' && strcmp(f->where + all - n, part->where) == 0);
}

/* Who may lead whom, how deep, and that the way is known: not in question, unless the conflict names it. */
static bool is_given(const struct inquiry *q, const struct zj_finding *f)
{
    for (int k = 0; k < q->n; k++)
        if (belongs(f, &q->part[k]))
            return false;
    return f->rule == ZJ_R_depth || (f->rule == ZJ_R_distance && f->index < 0);
}

/* What the verifier says of the part where nothing else is broken: the least that it falls short by. */
static void note(struct inquiry *q, const struct zj_verdict *v, int k)
{
    int64_t sum = 0, need = ZJ_NO_VALUE, have = ZJ_NO_VALUE;
    int n = 0;

    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];
        if (f->ok || !f->hard || !belongs(f, &q->part[k]))
            continue;
        sum += f->shortfall;
        n++;
        need = strcmp(f->where, q->part[k].where) == 0 ? f->need : ZJ_NO_VALUE;
        have = f->have;
    }
    if (q->needed[k] && sum >= q->least[k])
        return;
    q->least[k] = sum;
    q->need[k] = n == 1 ? need : ZJ_NO_VALUE;
    q->have[k] = have;
}

static void look_at(void *ctx, const struct zj_pairs *set, const struct zj_verdict *v)
{
    struct inquiry *q = ctx;
    bool broken[MAX_PARTS] = {false};
    int n = 0, last = -1;

    (void)set;
    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];

        if (f->ok || !f->hard)
            continue;
        if (is_given(q, f))
            return;
        for (int k = 0; k < q->n; k++)
            broken[k] |= belongs(f, &q->part[k]);
    }
    for (int k = 0; k < q->n; k++)
        if (broken[k]) {
            n++;
            last = k;
        }
    q->kept_by_some |= n == 0;
    if (n != 1)
        return;
    note(q, v, last);
    q->needed[last] = true;
}

static bool same_part(const struct zj_conflict_part *a, const struct zj_conflict_part *b)
{
    return a->rule == b->rule && a->index == b->index && strcmp(a->where, b->where) == 0;
}

static const char *judge(const struct pair_trial *x, const struct zj_conflict_part *part, int n)
{
    struct inquiry q = {.part = part, .n = n};

    brute_pairs_each(&x->t.in, &x->t.pol, look_at, &q);
    if (q.kept_by_some)
        return "all parts of the conflict can be kept together";
    for (int k = 0; k < n; k++) {
        if (!q.needed[k])
            return "a part of the conflict is not needed";
        if (part[k].need == ZJ_NO_VALUE || q.need[k] == ZJ_NO_VALUE)
            continue;
        if (llabs(part[k].need - part[k].have) != llabs(q.need[k] - q.have[k])) /* too few or too many */
            return "a number of the conflict is not that of the best pairing without the part";
        n_numbers++;
    }
    n_conflicts++;
    n_parts += n;
    return NULL;
}

static const char *names_minimal_conflicts(struct pair_trial *x, struct rng *r)
{
    const struct zj_plan *p = &x->plan;
    const char *why = NULL;

    (void)r;
    pair_trial_solve(x, &(struct pr_options){0});
    if (p->status != ZJ_PLAN_INFEASIBLE)
        return p->n_conflict > 0 ? "a conflict, but there is a pairing" : trial_skipped;
    if (p->n_conflict == 0 || p->n_conflict > MAX_PARTS)
        return "no pairing, and no conflict is named";
    for (int k = 1; k < p->n_conflict; k++)
        for (int i = 0; i < k; i++)
            if (same_part(&p->conflict[i], &p->conflict[k]))
                return "a part is named twice";
    if (!p->conflict_minimal)
        return "not called minimal, though nothing stopped the search";
    n_infeasible++;
    for (int i = 0, k; i < p->n_conflict && !why; i = k) {
        for (k = i; k < p->n_conflict && p->conflict[k].group == p->conflict[i].group;)
            k++;
        why = judge(x, p->conflict + i, k - i);
    }
    return why;
}

static void test_conflicts(void **state)
{
    (void)state;
    int n = run_pair_trials("conflicts", 2500, PAIR_TINY, names_minimal_conflicts);
    print_message("%d cases, %d conflicts of %d parts, %d with numbers\n", n_infeasible, n_conflicts, n_parts,
                  n_numbers);
    if (n >= 100)
        assert_true(n_parts > n_conflicts && n_conflicts > n_infeasible && n_numbers > n_conflicts / 2);
}

/* ---- repairs ---------------------------------------------------------------------------------------- */

struct seen {
    int n;
    bool wrong;
};

static void some_set(void *ctx, const struct zj_pairs *set, const struct zj_verdict *v)
{
    (void)set;
    *(bool *)ctx |= v->n_hard_broken == 0;
}

/* Brute force tries every round for every row: more rounds are too many. */
static bool has_few_rounds(const struct zj_policy *pol)
{
    for (int i = 0; i < pol->n_pairing_rules; i++)
        if (pol->pairing_rule[i].id == ZJ_R_rounds && pol->pairing_rule[i].rounds > 2)
            return false;
    return true;
}

/* As the command asks, and every answer is judged by brute force. */
static enum zj_status try_and_judge(void *ctx, const struct zj_change *changed, bool explain,
                                    int64_t limit_ms, struct zj_plan *answer, bool *yes, struct zj_err *err)
{
    struct seen *seen = ctx;
    struct pr_options opt = {0};
    bool possible = false;

    ZJ_TRY(repair_try_pairing(&opt, changed, explain, limit_ms, answer, yes, err));
    seen->n += *yes;
    if (!has_few_rounds(&changed->pol))
        return ZJ_OK;
    brute_pairs_each(&changed->in, &changed->pol, some_set, &possible);
    seen->wrong |= possible != *yes;
    return ZJ_OK;
}

static int n_cases, n_repaired, n_repairs;

static const char *judge_repairs(const struct zj_plan *plan, const struct seen *seen)
{
    n_cases++;
    n_repaired += plan->n_repairs > 0;
    n_repairs += plan->n_repairs;
    for (int i = 0; i < plan->n_repairs; i++)
        if (!plan->repair[i].verified || (i > 0 && plan->repair[i].cost < plan->repair[i - 1].cost))
            return "repairs are out of order, or not verified";
    if (seen->n < plan->n_repairs)
        return "a repair was not solved";
    return seen->wrong ? "a repaired case has no lawful pairing, or one that is not repaired has" : NULL;
}

static const char *is_repaired(struct pair_trial *x, struct rng *r)
{
    struct seen seen = {0, false};
    const struct repair_options opt = {
        .what = {&x->t.in, &x->t.pol, ZJ_PAIRING, false}, .try = try_and_judge, .ctx = &seen};
    struct zj_err err;

    (void)r;
    memcpy(x->t.pol.repair_cost, zj_usual_repair_cost, sizeof x->t.pol.repair_cost);
    pair_trial_solve(x, &(struct pr_options){0});
    if (x->plan.status != ZJ_PLAN_INFEASIBLE)
        return trial_skipped;
    if (cli_repair(&opt, &x->plan, &err) != ZJ_OK)
        return "the search for repairs fails";
    return judge_repairs(&x->plan, &seen);
}

static void test_repairs(void **state)
{
    (void)state;
    n_cases = n_repaired = n_repairs = 0;
    run_pair_trials("repairs", 600, PAIR_TINY, is_repaired);
    print_message("%d of %d repaired, %d repairs\n", n_repaired, n_cases, n_repairs);
    assert_true(n_repaired >= n_cases / 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_conflicts), cmocka_unit_test(test_repairs)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
