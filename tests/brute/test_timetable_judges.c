/*
 * test_timetable_judges.c - the verifier of timetables against a second reading of the rules.
 *
 * ZJ_SEED and ZJ_COUNT choose the seeds; ZJ_VERBOSE shows how often each rule was broken.
 */
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/sanitized.h"
#include "tests/support/week_trial.h"

#include <stdlib.h>

/* Plans in which a rule was broken: at an entry of the policy, or without one. */
struct met {
    int most; /* lessons of a plan */
    int64_t n_plans, n_lawful;
    int broken[ZJ_N_ALL_RULES], implied[ZJ_N_ALL_RULES];
};

/* An entry for a rule that holds anyway says nothing of its own; soft `need` and `scope` break nothing. */
static bool says_something(const struct zj_rule *r)
{
    return r->id != ZJ_R_no_clash && r->id != ZJ_R_travel_time && r->id != ZJ_R_pins && r->id != ZJ_R_scope &&
           (r->id != ZJ_R_need || r->hard);
}

/* Of rules without an entry: do both count the same units, or only see the same fault? */
static bool counts_alike(int id)
{
    return id == ZJ_R_load || id == ZJ_R_schools || id == ZJ_R_spread;
}

static const char *differ(struct week_trial *t, const char *what, int64_t verifier, int64_t reading)
{
    snprintf(t->why, sizeof t->why, "%s: the verifier says %lld, the second reading %lld", what,
             (long long)verifier, (long long)reading);
    return t->why;
}

static const char *compare_rules(struct week_trial *t, const struct zj_verdict *v,
                                 const struct reading_result *r)
{
    int64_t rule[READING_MAX_RULES] = {0}, implied[ZJ_N_ALL_RULES] = {0};
    struct met *met = t->ctx;

    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];
        if (f->ok != (f->shortfall == 0))
            return "a finding is in order and falls short, or the other way round";
        *(f->index < 0 || f->rule == ZJ_R_pins ? &implied[f->rule] : &rule[f->index]) += f->shortfall;
    }
    for (int i = 0; i < t->c.pol.n_lesson_rules; i++) {
        const struct zj_rule *entry = &t->c.pol.lesson_rule[i];
        if (says_something(entry) && rule[i] != r->rule[i])
            return differ(t, zj_rule_name(entry->id), rule[i], r->rule[i]);
        met->broken[entry->id] += r->rule[i] > 0;
    }
    for (int id = 0; id < ZJ_N_ALL_RULES; id++) {
        bool same =
            counts_alike(id) ? implied[id] == r->implied[id] : (implied[id] > 0) == (r->implied[id] > 0);
        if (!same && id != ZJ_R_travel_time) /* an entry may stand for it; it decides `lawful` */
            return differ(t, zj_rule_name((enum zj_rule_id)id), implied[id], r->implied[id]);
        met->implied[id] += r->implied[id] > 0;
    }
    return NULL;
}

/* Where a lesson fits no block or two are at one time, the other rules have no agreed meaning. */
static const char *compare_judges(struct week_trial *t, const struct reading *reading)
{
    struct met *met = t->ctx;
    struct reading_result r;
    struct zj_verdict v;
    const char *why = NULL;

    reading_judge(reading, &t->lessons, &r);
    zj_verify_lessons(&t->c.in, &t->c.pol, &t->lessons, NULL, week_kept(t), &v);
    met->n_plans++;
    met->n_lawful += r.lawful;
    if (r.lawful != (v.n_hard_broken == 0))
        why = differ(t, "lawful", v.n_hard_broken == 0, r.lawful);
    for (int i = 0; !why && r.implied[ZJ_R_no_clash] == 0 && i < ZJ_N_LESSON_TIERS; i++) {
        enum zj_tier tier = zj_lesson_tiers[i];
        if (v.tier[tier] != r.tier[tier])
            why = differ(t, zj_tier_name(tier), v.tier[tier], r.tier[tier]);
    }
    if (!why && r.implied[ZJ_R_no_clash] == 0)
        why = compare_rules(t, &v, &r);
    zj_verdict_release(&v);
    return why;
}

static const char *judge_random_plans(struct week_trial *t)
{
    static const int tame[] = {100, 97, 70};
    struct met *met = t->ctx;
    struct reading reading;
    const char *why = NULL;

    week_keep(t, 50);
    reading_init(&reading, &t->c.in, &t->c.pol, week_kept(t));
    for (int i = 0; i < 30 && !why; i++) {
        zj_lessons_release(&t->lessons);
        random_lessons(&t->r, &t->c, rng_in(&t->r, 0, met->most), tame[i % 3], &t->lessons);
        why = compare_judges(t, &reading);
    }
    reading_release(&reading);
    return why;
}

/* Every rule must have been broken, and weeks lawful, often enough to tell. */
static void assert_met(const struct met *met)
{
    static const enum zj_rule_id implied[] = {ZJ_R_load, ZJ_R_schools, ZJ_R_spread, ZJ_R_pins,
                                              ZJ_R_travel_time};

    for (int id = 0; id < ZJ_FIRST_OF_PAIRING; id++) {
        bool entry =
            id > ZJ_LAST_OF_SECONDMENT || id == ZJ_R_need || id == ZJ_R_wishes || id == ZJ_R_stability;
        if (getenv("ZJ_VERBOSE"))
            print_message("%-16s broken in %6d plans, without an entry in %6d\n",
                          zj_rule_name((enum zj_rule_id)id), met->broken[id], met->implied[id]);
        if (entry && id != ZJ_R_no_clash && id != ZJ_R_travel_time)
            assert_true(met->broken[id] >= 100);
    }
    for (size_t i = 0; i < sizeof implied / sizeof implied[0]; i++)
        assert_true(met->implied[implied[i]] >= 100);
    assert_true(met->n_lawful >= met->n_plans / 5);
}

static void test_tiny_weeks(void **state)
{
    struct met met = {.most = 10};

    (void)state;
    if (run_week_trials("tiny weeks", 3000, random_week_make, judge_random_plans, &met) >= 3000)
        assert_met(&met);
}

static void test_communities(void **state)
{
    struct met met = {.most = 120};

    (void)state;
    run_week_trials("communities", 200, random_community_make, judge_random_plans, &met);
}

/* ---- the ways of a plan ---- */

static bool ways_are_fine(const struct week_trial *t, const struct zj_legs *legs)
{
    struct zj_verdict v;

    zj_verify_lessons(&t->c.in, &t->c.pol, &t->lessons, legs, NULL, &v);
    bool fine = v.n_hard_broken == 0;
    zj_verdict_release(&v);
    return fine;
}

/* One number of one way is another, or there is one way too many or too few. */
static void spoil(struct rng *r, const struct zj_instance *in, struct zj_legs *legs)
{
    struct zj_leg *leg = &legs->v[rng_in(r, 0, legs->n - 1)];
    int *const number[] = {&leg->teacher, &leg->day,    &leg->from,    &leg->to,
                           &leg->depart,  &leg->arrive, &leg->minutes, &leg->metres};
    const int n[] = {in->n_teachers, in->n_days, in->n_schools, in->n_schools};
    int which = rng_in(r, 0, 9);

    if (which < 4 && n[which] > 1)
        *number[which] = (*number[which] + rng_in(r, 1, n[which] - 1)) % n[which];
    else if (which < 8)
        ++*number[which < 4 ? which + 4 : which];
    else if (which == 8)
        *leg = legs->v[--legs->n];
    else
        zj_legs_add(legs, &(struct zj_leg){leg->teacher, leg->day, leg->from, leg->to, leg->depart,
                                           leg->arrive, leg->minutes, leg->metres});
}

static const char *judge_ways(struct week_trial *t)
{
    struct zj_legs legs = {0};
    const char *why = NULL;

    t->c.pol.n_lesson_rules = t->c.in.n_pins = 0;
    random_lessons(&t->r, &t->c, 8, 100, &t->lessons);
    zj_lesson_legs(&t->c.in, &t->lessons, t->c.pol.settle_minutes, &legs);
    if (legs.n == 0 || !ways_are_fine(t, NULL)) {
        why = trial_skipped;
    } else if (!ways_are_fine(t, &legs)) {
        why = "the canonical ways of a lawful plan are refused";
    } else {
        spoil(&t->r, &t->c.in, &legs);
        if (ways_are_fine(t, &legs))
            why = "ways that are not those of the plan pass";
    }
    zj_legs_release(&legs);
    return why;
}

static void test_ways(void **state)
{
    (void)state;
    int n = run_week_trials("ways", 1500, random_week_make, judge_ways, NULL);
    if (!SANITIZED && !getenv("ZJ_COUNT"))
        assert_true(n >= 200);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tiny_weeks),
        cmocka_unit_test(test_communities),
        cmocka_unit_test(test_ways),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
