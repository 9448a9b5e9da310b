/*
 * test_pairing_conflicts.c - where no pairing can be: is the conflict one, and is each of its parts needed?
 *
 * Brute force judges every set of rows. The parts are a conflict if each set breaks one of them; a part is
 * needed if some set breaks no other. `depth` and unknown ways are not in question unless they are named.
 */
#include "tests/support/cmocka.h"
#include "tests/support/pair_trial.h"

#include <string.h>

enum { MAX_PARTS = 60 };

struct inquiry {
    const struct zj_plan *plan;
    bool kept_by_some;      /* a set of rows breaks no part */
    bool needed[MAX_PARTS]; /* a set of rows breaks this part alone */
};

static int n_conflicts, n_parts;

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
static bool is_given(const struct zj_plan *plan, const struct zj_finding *f)
{
    for (int k = 0; k < plan->n_conflict; k++)
        if (belongs(f, &plan->conflict[k]))
            return false;
    return f->rule == ZJ_R_depth || (f->rule == ZJ_R_distance && f->index < 0);
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
        if (is_given(q->plan, f))
            return;
        for (int k = 0; k < q->plan->n_conflict; k++)
            broken[k] |= belongs(f, &q->plan->conflict[k]);
    }
    for (int k = 0; k < q->plan->n_conflict; k++)
        if (broken[k]) {
            n++;
            last = k;
        }
    q->kept_by_some |= n == 0;
    if (n == 1)
        q->needed[last] = true;
}

static bool same_part(const struct zj_conflict_part *a, const struct zj_conflict_part *b)
{
    return a->rule == b->rule && a->index == b->index && strcmp(a->where, b->where) == 0;
}

static const char *names_a_minimal_conflict(struct pair_trial *x, struct rng *r)
{
    struct inquiry q = {.plan = &x->plan};

    (void)r;
    pair_trial_solve(x, &(struct pr_options){0});
    if (x->plan.status != ZJ_PLAN_INFEASIBLE)
        return x->plan.n_conflict > 0 ? "a conflict, but there is a pairing" : trial_skipped;
    if (x->plan.n_conflict == 0 || x->plan.n_conflict > MAX_PARTS)
        return "no pairing, and no conflict is named";
    brute_pairs_each(&x->t.in, &x->t.pol, look_at, &q);
    for (int k = 1; k < x->plan.n_conflict; k++)
        for (int i = 0; i < k; i++)
            if (same_part(&x->plan.conflict[i], &x->plan.conflict[k]))
                return "a part is named twice";
    if (q.kept_by_some)
        return "all parts of the conflict can be kept together";
    if (!x->plan.conflict_minimal)
        return "not called minimal, though nothing stopped the search";
    for (int k = 0; k < x->plan.n_conflict; k++)
        if (!q.needed[k])
            return "a part of the conflict is not needed";
    n_conflicts++;
    n_parts += x->plan.n_conflict;
    return NULL;
}

static void test_conflicts(void **state)
{
    (void)state;
    int n = run_pair_trials("conflicts", 2500, PAIR_TINY, names_a_minimal_conflict);
    print_message("%d conflicts of %d parts\n", n_conflicts, n_parts);
    if (n >= 100)
        assert_true(n_parts > n_conflicts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_conflicts)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
