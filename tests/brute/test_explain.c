/*
 * test_explain.c - explanations against brute force: what is forbidden, what it costs, what it would bring.
 *
 * Each test runs over seeds 1, 2, …; ZJ_SEED and ZJ_COUNT choose others.
 */
#include "models/secondment/blocks.h"
#include "solver/explain/explain.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/sanitized.h"
#include "tests/support/trial.h"

#include <stdlib.h>
#include <string.h>

enum { MANY_PLANS = 3000, MOST_PLANS = 40000 };

static const struct sec_options plain = {.jobs = 1};

/* How often each answer was given. */
static int answers[EX_N_ANSWERS];

/* The case of a trial that has an optimal plan; its values go to `now`. */
static bool make_case(struct trial *t, struct zj_verdict *now, struct ex_case *x)
{
    trial_solve(t, &plain, &t->plan);
    if (t->plan.status != ZJ_PLAN_OPTIMAL)
        return false;
    zj_verify_postings(&t->c.in, &t->c.pol, &t->plan.postings, NULL, now);
    *x = (struct ex_case){.in = &t->c.in, .pol = &t->c.pol, .plan = &t->plan, .now = now->tier, .jobs = 1};
    return true;
}

static struct ex_question random_question(struct trial *t, const struct ex_case *x)
{
    struct ex_question q = {.start_term = -1, .kind = -1, .class_id = -1};

    q.teacher = rng_in(&t->r, 0, x->in->n_teachers - 1);
    do
        q.school = rng_in(&t->r, 0, x->in->n_schools - 1);
    while (q.school == x->in->teacher[q.teacher].school);
    if (rng_chance(&t->r, 30))
        q.start_term = rng_in(&t->r, 0, x->in->n_terms - 1);
    if (rng_chance(&t->r, 20))
        q.kind = rng_in(&t->r, 0, x->pol->n_kinds - 1);
    return q;
}

/* The truth with one pin more, nearest to the plan where explanations look for that. */
static void judge_pinned(struct trial *t, const struct ex_case *x, const struct ex_question *q, bool forbid)
{
    struct zj_instance in = t->c.in;
    struct zj_pin *pins = zj_calloc((size_t)in.n_pins + 1, sizeof *pins);

    if (in.n_pins)
        memcpy(pins, in.pin, (size_t)in.n_pins * sizeof *pins);
    pins[in.n_pins] = zj_pin_any(ZJ_SECONDMENT);
    pins[in.n_pins].forbid = forbid;
    pins[in.n_pins].teacher = q->teacher;
    if (!forbid) {
        pins[in.n_pins].to = q->school;
        pins[in.n_pins].start_term = q->start_term;
        pins[in.n_pins].kind = q->kind < 0 ? -1 : t->c.pol.kind[q->kind].name;
    }
    in.pin = pins;
    in.n_pins++;
    brute_solve(&in, &t->c.pol, ex_may_anchor(x) ? &t->plan.postings : NULL, true, &t->truth);
    free(pins);
}

static bool goes(const struct zj_plan *p, const struct ex_question *q, bool anywhere)
{
    for (int i = 0; i < p->postings.n; i++) {
        const struct zj_posting *v = &p->postings.v[i];
        if (v->teacher == q->teacher &&
            (anywhere || (v->to == q->school && (q->kind < 0 || v->kind == q->kind) &&
                          (q->start_term < 0 || v->start == q->start_term))))
            return true;
    }
    return false;
}

/* What was added, and not what was removed, makes the new plan out of the old one. */
static bool adds_up(const struct zj_plan *plan, const struct ex_outcome *o)
{
    return plan->postings.n + o->added.n - o->removed.n == o->plan.postings.n;
}

static const char *wrong(const struct trial *t, const struct ex_outcome *o, const struct ex_question *q,
                         bool forbid)
{
    answers[o->answer]++;
    if (o->answer == EX_IS_SO)
        return goes(&t->plan, q, forbid) == forbid ? "the plan is not as the answer says" : NULL;
    if (o->answer == EX_BARRED && o->n_ways > 0 && o->n_bars == 0)
        return "barred, and no rule is named";
    if (o->answer == EX_BARRED || o->answer == EX_IMPOSSIBLE)
        return t->truth.feasible ? "there is a plan, and the answer denies it" : NULL;
    if (o->answer != EX_POSSIBLE || !o->proved)
        return "a search without limits did not end with an answer";
    if (!t->truth.feasible)
        return "there is no plan, and the answer has one";
    if (goes(&o->plan, q, forbid) == forbid)
        return "the plan is not what was asked for";
    if (!adds_up(&t->plan, o))
        return "the lists of what changes are wrong";
    return brute_compare(&t->c.pol, o->plan.value, t->truth.value) ? "the costs are not the true ones" : NULL;
}

typedef enum zj_status ask_fn(const struct ex_case *x, const struct ex_question *q, struct ex_outcome *o,
                              struct zj_err *err);

/* Ask a random question of the case; NULL when the answer is the true one. */
static const char *ask(struct trial *t, ask_fn *question, bool forbid)
{
    struct zj_verdict now;
    struct ex_case x;
    struct ex_outcome o;
    struct zj_err err;

    if (!make_case(t, &now, &x))
        return trial_skipped;
    const struct ex_question q = random_question(t, &x);
    if (question(&x, &q, &o, &err) != ZJ_OK)
        fail_msg("%s", err.text);
    judge_pinned(t, &x, &q, forbid);
    const char *why = wrong(t, &o, &q, forbid);
    ex_outcome_release(&o);
    zj_verdict_release(&now);
    return why;
}

static const char *says_why_not(struct trial *t)
{
    return ask(t, ex_why_not, false);
}

static const char *says_why(struct trial *t)
{
    return ask(t, ex_why, true);
}

static void test_why_not(void **state)
{
    (void)state;
    memset(answers, 0, sizeof answers);
    int n = run_trials("why not", 600, MANY_PLANS, says_why_not, NULL);
    print_message("%d questions: %d so already, %d barred, %d impossible, %d possible\n", n,
                  answers[EX_IS_SO], answers[EX_BARRED], answers[EX_IMPOSSIBLE], answers[EX_POSSIBLE]);
    if (n >= 300) {
        assert_true(answers[EX_BARRED] >= 30);
        assert_true(answers[EX_IMPOSSIBLE] >= 10);
        assert_true(answers[EX_POSSIBLE] >= 30);
    }
}

static void test_why(void **state)
{
    (void)state;
    memset(answers, 0, sizeof answers);
    int n = run_trials("why", 600, MANY_PLANS, says_why, NULL);
    print_message("%d questions: %d go nowhere, %d impossible without, %d possible\n", n, answers[EX_IS_SO],
                  answers[EX_IMPOSSIBLE], answers[EX_POSSIBLE]);
    if (n >= 300)
        assert_true(answers[EX_POSSIBLE] >= 50 && answers[EX_IMPOSSIBLE] >= 5);
}

/* ---- worth ------------------------------------------------------------------------------------------ */

static int n_gains[EX_N_GAIN_KINDS], n_compared;

static const char *wrong_gain(const struct trial *t, const struct zj_verdict *now, const struct ex_gain *g)
{
    struct zj_change c;
    struct brute_result b;
    const char *why = NULL;

    zj_change_init(&c, &t->c.in, &t->c.pol);
    if (g->kind == EX_QUOTA)
        zj_change_number(&c, ZJ_SECONDMENT, g->rule, &g->spot, g->field, g->value);
    else
        zj_change_add_teacher(&c, g->like, g->school, g->subject);
    if (brute_count(&c.in, &c.pol) <= MOST_PLANS) {
        brute_solve(&c.in, &c.pol, NULL, true, &b);
        n_compared++;
        n_gains[g->kind]++;
        if (g->known != b.feasible)
            why = "a change makes a plan possible or impossible, and worth does not say so";
        for (int k = 0; k < ZJ_N_TIERS && b.feasible && !why; k++) {
            if (now->tier[k] + g->change[k] != b.value[k])
                why = "a change is not worth what is said";
        }
        if (g->known && !g->proved)
            why = "a search without limits did not end with a proof";
        brute_release(&b);
    }
    zj_change_release(&c);
    return why;
}

static const char *ranks(const struct trial *t, const struct ex_worth *w)
{
    for (int i = 1; i < w->n; i++) {
        const struct ex_gain *a = &w->gain[i - 1], *b = &w->gain[i];
        if (a->known && b->known && brute_compare(&t->c.pol, a->change, b->change) > 0)
            return "a smaller gain stands above a greater one";
    }
    return NULL;
}

static const char *knows_worth(struct trial *t)
{
    struct zj_verdict now;
    struct ex_case x;
    struct ex_worth w;
    struct zj_err err;

    if (!make_case(t, &now, &x))
        return trial_skipped;
    if (ex_find_worth(&x, &w, NULL, NULL, &err) != ZJ_OK)
        fail_msg("%s", err.text);
    const char *why = w.n_left ? "changes are left out, though there is no limit" : ranks(t, &w);
    for (int tries = 0; tries < 5 && w.n > 0 && !why; tries++)
        why = wrong_gain(t, &now, &w.gain[rng_in(&t->r, 0, w.n - 1)]);
    ex_worth_release(&w);
    zj_verdict_release(&now);
    return why;
}

static void test_worth(void **state)
{
    (void)state;
    int n = run_trials("worth", 300, MANY_PLANS / 3, knows_worth, NULL);
    print_message("%d counties, %d changes compared: %d teachers, %d eligible, %d quotas\n", n, n_compared,
                  n_gains[EX_TEACHER], n_gains[EX_ELIGIBLE], n_gains[EX_QUOTA]);
    if (n >= 200)
        assert_true(n_gains[EX_TEACHER] >= 50 && n_gains[EX_ELIGIBLE] >= 10 && n_gains[EX_QUOTA] >= 50);
}

/* ---- only what is touched --------------------------------------------------------------------------- */

static int n_apart;

static bool is_apart(const struct trial *t)
{
    struct sec_ctx c;
    struct sec_blocks b;

    sec_ctx_init(&c, &t->c.in, &t->c.pol, NULL);
    sec_blocks_build(&b, &c, false);
    bool apart = b.n > 1 && b.n_coupled == 0;
    sec_blocks_release(&b);
    sec_ctx_release(&c);
    return apart;
}

static const char *compare_whole(const struct ex_case *x, const struct ex_question *q, ask_fn *question)
{
    struct ex_case whole = *x;
    struct ex_outcome a, b;
    struct zj_err err;

    whole.whole = true;
    if (question(x, q, &a, &err) != ZJ_OK || question(&whole, q, &b, &err) != ZJ_OK)
        fail_msg("%s", err.text);
    bool same =
        a.answer == b.answer &&
        (!a.has_plan || (a.proved && b.proved && brute_compare(x->pol, a.plan.value, b.plan.value) == 0));
    ex_outcome_release(&a);
    ex_outcome_release(&b);
    return same ? NULL : "the part that is touched gives another answer than the whole";
}

static const char *part_is_enough(struct trial *t)
{
    struct zj_verdict now;
    struct ex_case x;

    if (!is_apart(t) || !make_case(t, &now, &x))
        return trial_skipped;
    n_apart++;
    const struct ex_question q = random_question(t, &x);
    const char *why = compare_whole(&x, &q, ex_why_not);
    if (!why)
        why = compare_whole(&x, &q, ex_why);
    zj_verdict_release(&now);
    return why;
}

static void test_only_what_is_touched(void **state)
{
    (void)state;
    run_trials("part", 600, 0, part_is_enough, NULL);
    print_message("%d counties whose communities are apart\n", n_apart);
    if (!SANITIZED && !getenv("ZJ_COUNT"))
        assert_true(n_apart >= 40);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_why_not), cmocka_unit_test(test_why),
                                       cmocka_unit_test(test_worth),
                                       cmocka_unit_test(test_only_what_is_touched)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
