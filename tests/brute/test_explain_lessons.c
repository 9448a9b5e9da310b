/*
 * test_explain_lessons.c - explanations of timetables: no claim goes beyond what exhaustive search finds.
 *
 * Each test runs over seeds 1, 2, …; ZJ_SEED and ZJ_COUNT choose others.
 */
#include "models/timetable/component.h"
#include "solver/data/week.h"
#include "solver/explain/explain.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/sanitized.h"
#include "tests/support/week_agree.h"

#include <stdlib.h>
#include <string.h>

enum { TRUTH_NODES = 200000 };

static int answers[EX_N_ANSWERS], n_proved, n_mosaics;

static bool make_case(struct week_trial *t, struct zj_verdict *now, struct ex_case *x)
{
    week_solve(t, &(struct tt_options){.jobs = 1}, &t->plan);
    if (!week_has_plan(&t->plan))
        return false;
    zj_verify_lessons(&t->c.in, &t->c.pol, &t->plan.lessons, NULL, NULL, now);
    *x = (struct ex_case){.in = &t->c.in, .pol = &t->c.pol, .plan = &t->plan, .now = now->tier, .jobs = 1};
    return true;
}

/* Mostly of a teacher who may teach there. */
static struct ex_question random_question(struct week_trial *t)
{
    struct ex_question q = {.school = -1, .start_term = -1, .kind = -1, .class_id = -1};
    const struct zj_block *b = &t->c.in.block[rng_in(&t->r, 0, t->c.in.n_blocks - 1)];
    int tries = 8;

    do
        q.teacher = rng_in(&t->r, 0, t->c.in.n_teachers - 1);
    while (tries-- > 0 && !zj_may_teach(&t->c.in, &t->c.pol, q.teacher, b));
    if (rng_chance(&t->r, 50))
        q.school = b->school;
    else
        q.class_id = b->class_id;
    return q;
}

/* The truth of the changed case: without the teacher away from home, or with a lesson that was asked for. */
static void judge_pinned(struct week_trial *t, const struct ex_question *q, bool forbid)
{
    struct zj_change c;
    struct zj_pin pin = zj_pin_any(ZJ_TIMETABLE);

    zj_change_init(&c, &t->c.in, &t->c.pol);
    pin.teacher = q->teacher;
    pin.forbid = forbid;
    pin.school = q->school;
    pin.class_id = q->class_id;
    if (!forbid)
        zj_change_add_pin(&c, &pin);
    for (int s = 0; forbid && s < c.in.n_schools; s++) {
        pin.school = s;
        pin.class_id = -1;
        if (!zj_same_campus(&c.in, s, c.in.teacher[q->teacher].school))
            zj_change_add_pin(&c, &pin);
    }
    brute_timetable(&c.in, &c.pol, NULL, NULL, TRUTH_NODES, true, &t->truth);
    zj_change_release(&c);
}

/* The order of timetables, but for the changes against a plan to keep, of which the truth knows none. */
static int compare(const int64_t *a, const int64_t *b)
{
    for (int k = 0; k < ZJ_N_LESSON_TIERS; k++) {
        enum zj_tier tier = zj_lesson_tiers[k];
        if (tier != ZJ_T_STABILITY && a[tier] != b[tier])
            return a[tier] < b[tier] ? -1 : 1;
    }
    return 0;
}

static bool has(const struct zj_plan *p, const struct ex_question *q)
{
    for (int i = 0; i < p->lessons.n; i++) {
        const struct zj_lesson *l = &p->lessons.v[i];
        if (l->teacher == q->teacher && (q->school < 0 || l->school == q->school) &&
            (q->class_id < 0 || l->class_id == q->class_id))
            return true;
    }
    return false;
}

static bool travels(const struct zj_instance *in, const struct zj_plan *p, int teacher)
{
    for (int i = 0; i < p->lessons.n; i++) {
        if (p->lessons.v[i].teacher == teacher &&
            !zj_same_campus(in, p->lessons.v[i].school, in->teacher[teacher].school))
            return true;
    }
    return false;
}

static const char *false_costs(const struct week_trial *t, const struct ex_outcome *o)
{
    const int64_t *truth = t->truth.best;
    const enum zj_tier first = zj_lesson_tiers[0];

    if (compare(o->plan.value, truth) < 0)
        return "the plan is better than the best";
    if (o->plan.bound[first] != ZJ_NO_VALUE && o->plan.bound[first] > truth[first])
        return "the bound is above the best";
    n_proved += o->proved;
    return o->proved && compare(o->plan.value, truth) ? "proved, and not the best" : NULL;
}

static const char *wrong(struct week_trial *t, const struct ex_outcome *o, const struct ex_question *q,
                         bool forbid)
{
    answers[o->answer]++;
    if (o->answer == EX_IS_SO || o->answer == EX_UNKNOWN)
        return NULL;
    if (o->answer == EX_POSSIBLE && (forbid ? travels(&t->c.in, &o->plan, q->teacher) : !has(&o->plan, q)))
        return "the plan is not what was asked for";
    judge_pinned(t, q, forbid);
    if (!t->truth.finished)
        return trial_skipped;
    if (o->answer == EX_BARRED || o->answer == EX_IMPOSSIBLE)
        return t->truth.feasible ? "there is a week, and the answer denies it" : NULL;
    return t->truth.feasible ? false_costs(t, o) : "there is no week, and the answer has one";
}

static const char *ask(struct week_trial *t, bool forbid)
{
    struct zj_verdict now;
    struct ex_case x;
    struct ex_outcome o;
    struct zj_err err;

    if (t->c.in.n_blocks == 0 || !make_case(t, &now, &x))
        return trial_skipped;
    const struct ex_question q = random_question(t);
    if ((forbid ? ex_why : ex_why_not)(&x, &q, &o, &err) != ZJ_OK)
        fail_msg("ZJ_SEED=%llu: %s", (unsigned long long)t->c.seed, err.text);
    const char *why = wrong(t, &o, &q, forbid);
    ex_outcome_release(&o);
    zj_verdict_release(&now);
    return why;
}

static const char *says_why_not(struct week_trial *t)
{
    return ask(t, false);
}

static const char *says_why(struct week_trial *t)
{
    return ask(t, true);
}

static void run(const char *name, week_test *test)
{
    memset(answers, 0, sizeof answers);
    n_proved = 0;
    int n = run_week_trials(name, 160, random_week_make, test, NULL);
    print_message(
        "%d compared; %d so already, %d barred, %d impossible, %d possible (%d proved), %d unknown\n", n,
        answers[EX_IS_SO], answers[EX_BARRED], answers[EX_IMPOSSIBLE], answers[EX_POSSIBLE], n_proved,
        answers[EX_UNKNOWN]);
    if (!SANITIZED && !getenv("ZJ_COUNT"))
        assert_true(n >= 100 && n_proved >= 8);
}

static void test_why_not(void **state)
{
    (void)state;
    run("why not, lessons", says_why_not);
}

static void test_why(void **state)
{
    (void)state;
    run("why, lessons", says_why);
}

/* ---- only what is touched --------------------------------------------------------------------------- */

static bool is_apart(const struct week_trial *t)
{
    struct tt_components c;

    tt_components_init(&c, &t->c.in, &t->c.pol, NULL);
    bool apart = c.n > 1 && c.hopeless == 0;
    tt_components_release(&c);
    return apart;
}

typedef enum zj_status asking(const struct ex_case *, const struct ex_question *, struct ex_outcome *,
                              struct zj_err *);

static const char *compare_whole(const struct ex_case *x, const struct ex_question *q, asking *ask_about)
{
    struct ex_case whole = *x;
    struct ex_outcome a, b;
    struct zj_err err;
    const char *why = NULL;

    whole.whole = true;
    if (ask_about(x, q, &a, &err) != ZJ_OK || ask_about(&whole, q, &b, &err) != ZJ_OK)
        fail_msg("%s", err.text);
    n_mosaics += a.answer == EX_POSSIBLE;
    if (a.answer != b.answer && a.answer != EX_UNKNOWN && b.answer != EX_UNKNOWN)
        why = "the part that is touched gives another answer than the whole";
    else if (a.has_plan && b.has_plan && a.proved && compare(b.plan.value, a.plan.value) < 0)
        why = "the whole is better than what the part proves";
    else if (a.has_plan && b.has_plan && b.proved && compare(a.plan.value, b.plan.value) < 0)
        why = "the part is better than what the whole proves";
    ex_outcome_release(&a);
    ex_outcome_release(&b);
    return why;
}

static const char *part_is_enough(struct week_trial *t)
{
    struct zj_verdict now;
    struct ex_case x;

    if (t->c.in.n_blocks == 0 || !is_apart(t) || !make_case(t, &now, &x))
        return trial_skipped;
    const struct ex_question q = random_question(t);
    const char *why = compare_whole(&x, &q, ex_why_not);
    if (!why)
        why = compare_whole(&x, &q, ex_why);
    zj_verdict_release(&now);
    return why;
}

static void test_only_what_is_touched(void **state)
{
    (void)state;
    n_mosaics = 0;
    int n = run_week_trials("parts, lessons", 600, random_week_make, part_is_enough, NULL);
    print_message("%d weeks in parts, %d plans put together\n", n, n_mosaics);
    if (!SANITIZED && !getenv("ZJ_COUNT"))
        assert_true(n_mosaics >= 15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_why_not), cmocka_unit_test(test_why),
                                       cmocka_unit_test(test_only_what_is_touched)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
