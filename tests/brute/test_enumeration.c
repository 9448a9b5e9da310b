/*
 * test_enumeration.c - brute force itself: does it list the right postings, all sets, and find the best?
 */
#include "solver/data/travel.h"
#include "solver/verify/verify.h"
#include "tests/support/brute.h"
#include "tests/support/cmocka.h"
#include "tests/support/random_instance.h"
#include "tests/support/sanitized.h"

#include <stdlib.h>
#include <string.h>

enum { N_CASES = SANITIZED ? 40 : 150, MAX_PLANS = 3000, MAX_BITS = 14 };

static bool is_candidate(const struct random_case *c, const struct zj_posting *x)
{
    struct zj_postings all = {0};
    bool found = false;

    brute_candidates(&c->in, &c->pol, x->teacher, &all);
    for (int i = 0; i < all.n; i++) {
        const struct zj_posting *y = &all.v[i];
        found |= y->kind == x->kind && y->to == x->to && y->start == x->start && y->terms == x->terms &&
                 y->subject == x->subject && y->from == x->from;
    }
    zj_postings_release(&all);
    return found;
}

/* A limit of the kind, or a clash; an entry of the policy may stand for the rule about clashes. */
static bool is_implied(const struct zj_finding *f)
{
    return f->rule == ZJ_R_one_posting || (f->index < 0 && f->rule != ZJ_R_pins);
}

static bool keeps_implied_limits(const struct random_case *c, const struct zj_posting *x)
{
    struct zj_posting copy = *x;
    struct zj_postings alone = {&copy, 1, 1};
    struct zj_verdict v;
    bool broken = false;

    zj_verify_postings(&c->in, &c->pol, &alone, NULL, &v);
    for (int i = 0; i < v.n; i++)
        broken |= !v.finding[i].ok && is_implied(&v.finding[i]);
    zj_verdict_release(&v);
    return !broken;
}

static void compare_limits(const struct random_case *c, int teacher)
{
    const struct zj_instance *in = &c->in;
    struct zj_posting x = {.teacher = teacher, .from = in->teacher[teacher].school};

    for (x.kind = 0; x.kind < c->pol.n_kinds; x.kind++)
        for (x.to = 0; x.to < in->n_schools; x.to++)
            for (x.start = 0; x.start < in->n_terms; x.start++)
                for (x.terms = 1; x.terms <= 3; x.terms++)
                    for (x.subject = 0; x.subject < 3; x.subject++)
                        if (is_candidate(c, &x) != keeps_implied_limits(c, &x))
                            fail_msg("seed %llu: %s %d>%d start %d terms %d subject %d kind %d: listed %d",
                                     (unsigned long long)c->seed, in->teacher[teacher].id, x.from, x.to,
                                     x.start, x.terms, x.subject, x.kind, is_candidate(c, &x));
}

static void test_candidates_are_what_the_verifier_allows(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= N_CASES; seed++) {
        struct random_case c;
        random_case_make(&c, seed, MAX_PLANS);
        for (int t = 0; t < c.in.n_teachers; t++)
            compare_limits(&c, t);
        random_case_release(&c);
    }
}

static void test_thin_search_finds_the_same(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= N_CASES; seed++) {
        struct random_case c;
        struct brute_result all, thin;
        random_case_make(&c, seed, MAX_PLANS);
        brute_solve(&c.in, &c.pol, NULL, false, &all);
        brute_solve(&c.in, &c.pol, NULL, true, &thin);
        assert_int_equal(all.n_judged, brute_count(&c.in, &c.pol));
        assert_true(thin.n_judged <= all.n_judged);
        assert_int_equal(thin.n_lawful, all.n_lawful);
        assert_memory_equal(thin.value, all.value, sizeof all.value);
        brute_release(&all);
        brute_release(&thin);
        random_case_release(&c);
    }
}

/* ---- a second, slower way for policies without rules: subsets of all candidates as bits ---- */

static bool clash(const struct zj_posting *a, const struct zj_posting *b)
{
    return a->teacher == b->teacher && a->start < b->start + b->terms && b->start < a->start + a->terms;
}

static int64_t burden_of_history(const struct zj_instance *in, const struct zj_history *h)
{
    int32_t end = h->end == ZJ_NO_DATE ? in->term[in->n_terms - 1].end : h->end;
    int terms = h->terms != ZJ_NONE ? h->terms : (end - h->start + 1 + 90) / 180;
    int minutes = zj_minutes(in, h->from, h->to);

    return minutes == ZJ_NONE ? 0 : (int64_t)(terms < 1 ? 1 : terms) * minutes;
}

static int64_t fairness(const struct zj_instance *in, const struct zj_postings *p)
{
    int64_t most = 0;

    for (int t = 0; t < in->n_teachers; t++) {
        int64_t sum = 0;
        int n = 0;
        for (int i = 0; i < p->n; i++)
            if (p->v[i].teacher == t) {
                sum += p->v[i].terms * zj_minutes(in, p->v[i].from, p->v[i].to);
                n++;
            }
        for (int i = 0; i < in->n_history; i++)
            sum += in->history[i].teacher == t ? burden_of_history(in, &in->history[i]) : 0;
        if (n && sum > most)
            most = sum;
    }
    return most;
}

static bool history_in(const struct zj_instance *in, const struct zj_history *h, int term)
{
    return h->start <= in->term[term].end && (h->end == ZJ_NO_DATE || h->end >= in->term[term].start);
}

/* Periods that a teacher gives to (school, subject) in a term. */
static int64_t gives(const struct random_case *c, const struct zj_postings *p, int teacher, int term,
                     int school, int subject)
{
    const struct zj_instance *in = &c->in;
    const struct zj_teacher *who = &in->teacher[teacher];
    int at = who->school, teaches = who->subjects.v[0];

    for (int i = 0; i < p->n; i++) {
        const struct zj_posting *x = &p->v[i];
        if (x->teacher == teacher && x->start <= term && term < x->start + x->terms) {
            at = c->pol.kind[x->kind].fills_load ? x->to : -1;
            teaches = x->subject;
        }
    }
    for (int i = 0; i < in->n_history; i++) {
        const struct zj_history *h = &in->history[i];
        int kind = zj_find_kind(&c->pol, h->kind);
        if (h->teacher == teacher && history_in(in, h, term))
            at = kind >= 0 && c->pol.kind[kind].fills_load ? h->to : -1;
    }
    return at == school && teaches == subject ? who->max_week : 0;
}

static int64_t unstaffed(const struct random_case *c, const struct zj_postings *p)
{
    const struct zj_instance *in = &c->in;
    int64_t sum = 0;

    for (int term = 0; term < in->n_terms; term++)
        for (int school = 0; school < in->n_schools; school++)
            for (int subject = 0; subject < 3; subject++) {
                int64_t missing = 0;
                for (int i = 0; i < in->n_demand; i++)
                    if (in->demand[i].school == school && in->demand[i].subject == subject)
                        missing += in->demand[i].periods * in->demand[i].classes;
                for (int t = 0; t < in->n_teachers; t++)
                    missing -= gives(c, p, t, term, school, subject);
                sum += missing > 0 ? missing : 0;
            }
    return sum;
}

static void naive_tiers(const struct random_case *c, const struct zj_postings *p, int64_t *tier)
{
    memset(tier, 0, ZJ_N_TIERS * sizeof *tier);
    for (int i = 0; i < p->n; i++) {
        const struct zj_posting *x = &p->v[i];
        tier[ZJ_T_TRAVEL] += x->terms * zj_minutes(&c->in, x->from, x->to);
        for (int w = 0; w < c->in.n_wishes; w++)
            if (c->in.wish[w].teacher == x->teacher && c->in.wish[w].to == x->to)
                tier[ZJ_T_WISHES] -= c->in.wish[w].level;
    }
    tier[ZJ_T_FAIRNESS] = fairness(&c->in, p);
    tier[ZJ_T_NEED] = unstaffed(c, p);
}

/* The lexicographic optimum over all subsets without a clash; false when there are too many candidates. */
static bool naive_solve(const struct random_case *c, int64_t *best, int64_t *n_sets)
{
    struct zj_postings all = {0}, set = {0};

    for (int t = 0; t < c->in.n_teachers; t++)
        brute_candidates(&c->in, &c->pol, t, &all);
    *n_sets = 0;
    for (uint32_t bits = 0; all.n <= MAX_BITS && bits < (uint32_t)1 << all.n; bits++) {
        int64_t tier[ZJ_N_TIERS];
        bool lawful = true;
        set.n = 0;
        for (int i = 0; i < all.n; i++) {
            if (!(bits >> i & 1))
                continue;
            for (int j = 0; j < set.n; j++)
                lawful &= !clash(&set.v[j], &all.v[i]);
            zj_postings_add(&set, &all.v[i]);
        }
        if (!lawful)
            continue;
        naive_tiers(c, &set, tier);
        if ((*n_sets)++ == 0 || brute_compare(&c->pol, tier, best) < 0)
            memcpy(best, tier, sizeof tier);
    }
    zj_postings_release(&all);
    zj_postings_release(&set);
    return *n_sets > 0;
}

static void test_without_rules_a_second_way_agrees(void **state)
{
    int n = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= N_CASES; seed++) {
        struct random_case c;
        int64_t best[ZJ_N_TIERS], n_sets;
        random_case_make(&c, seed, 1000);
        c.pol.n_rules = c.in.n_pins = 0;
        if (naive_solve(&c, best, &n_sets)) {
            struct brute_result b;
            brute_solve(&c.in, &c.pol, NULL, false, &b);
            assert_true(b.feasible);
            assert_int_equal(b.n_judged, n_sets);
            assert_memory_equal(b.value, best, sizeof best);
            brute_release(&b);
            n++;
        }
        random_case_release(&c);
    }
    assert_true(n >= N_CASES / 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_candidates_are_what_the_verifier_allows),
        cmocka_unit_test(test_thin_search_finds_the_same),
        cmocka_unit_test(test_without_rules_a_second_way_agrees),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
