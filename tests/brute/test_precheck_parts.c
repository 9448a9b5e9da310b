/*
 * test_precheck_parts.c - the filters and open postings of the pre-checks against those of the verifier.
 */
#include "solver/data/filter.h"
#include "solver/lint/candidate.h"
#include "solver/verify/filter.h"
#include "solver/verify/verify.h"
#include "tests/support/brute.h"
#include "tests/support/cmocka.h"
#include "tests/support/random_instance.h"

#include <string.h>

enum { N_CASES = 1500, MAX_PLANS = 3000 };

static void compare_filter(const struct random_case *c, const struct zj_filter *f, int64_t *n_passed)
{
    const struct zj_instance *in = &c->in;

    for (int s = 0; s < in->n_schools; s++)
        if (zj_school_passes(in, f, s) != vf_school_passes(in, f, s))
            fail_msg("seed %llu: school %s", (unsigned long long)c->seed, in->school[s].id);
    for (int t = 0; t < in->n_teachers; t++) {
        for (int k = 0; k < in->n_terms; k++) {
            struct zj_view x = {t, in->teacher[t].school, -1, -1, in->term[k].start};
            bool passes = vf_teacher_passes(in, f, t, in->term[k].start);

            if (zj_passes(in, f, &x) != passes)
                fail_msg("seed %llu: teacher %s on the first day of %s", (unsigned long long)c->seed,
                         in->teacher[t].id, in->term[k].id);
            *n_passed += !f->empty && passes;
            for (int host = 0; host < in->n_schools; host++) {
                int subject = in->teacher[t].subjects.v[in->teacher[t].subjects.n - 1];
                struct vf_stay stay = {
                    .teacher = t, .from = x.school, .to = host, .subject = subject, .start = x.day};

                x.host = host;
                x.subject = subject;
                if (zj_passes(in, f, &x) != vf_stay_passes(in, f, &stay))
                    fail_msg("seed %llu: teacher %s to %s", (unsigned long long)c->seed, in->teacher[t].id,
                             in->school[host].id);
            }
        }
    }
}

static void both_filters_agree(void **state)
{
    int64_t n_passed = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= N_CASES; seed++) {
        struct random_case c;

        random_case_make(&c, seed, MAX_PLANS);
        for (int k = 0; k < c.pol.n_rules; k++) {
            compare_filter(&c, &c.pol.rule[k].where, &n_passed);
            compare_filter(&c, &c.pol.rule[k].filter, &n_passed);
            compare_filter(&c, &c.pol.rule[k].mentor, &n_passed);
        }
        random_case_release(&c);
    }
    assert_true(n_passed > N_CASES);
}

static void remember(void *ctx, const struct lint_posting *p)
{
    const struct zj_posting x = {.teacher = p->teacher,
                                 .kind = p->kind,
                                 .from = p->from,
                                 .to = p->to,
                                 .start = p->start,
                                 .subject = p->subject};

    zj_postings_add(ctx, &x);
}

static bool is_among(const struct zj_postings *open, const struct zj_posting *p)
{
    for (int i = 0; i < open->n; i++) {
        const struct zj_posting *x = &open->v[i];

        if (x->teacher == p->teacher && x->kind == p->kind && x->from == p->from && x->to == p->to &&
            x->start == p->start && x->subject == p->subject)
            return true;
    }
    return false;
}

/* Is the posting by itself refused by a hard rule that the pre-checks look at? */
static bool is_refused(const struct random_case *c, const struct zj_posting *p)
{
    struct zj_posting copy = *p;
    struct zj_postings alone = {&copy, 1, 1};
    struct zj_verdict v;
    bool refused = false;

    zj_verify_postings(&c->in, &c->pol, &alone, NULL, &v);
    for (int i = 0; i < v.n; i++) {
        const struct zj_finding *f = &v.finding[i];

        refused |= f->hard && !f->ok &&
                   (f->rule == ZJ_R_age_limit || f->rule == ZJ_R_eligibility || f->rule == ZJ_R_volunteers ||
                    f->rule == ZJ_R_scope || f->rule == ZJ_R_distance);
    }
    zj_verdict_release(&v);
    return refused;
}

static void open_postings_are_those_that_no_rule_refuses(void **state)
{
    int n_open = 0, n_refused = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= N_CASES; seed++) {
        struct random_case c;
        struct zj_postings open = {0}, all = {0};

        random_case_make(&c, seed, MAX_PLANS);
        lint_each_posting(&c.in, &c.pol, remember, &open);
        for (int t = 0; t < c.in.n_teachers; t++)
            brute_candidates(&c.in, &c.pol, t, &all);
        for (int i = 0; i < all.n; i++) {
            bool is_open = is_among(&open, &all.v[i]), refused = is_refused(&c, &all.v[i]);
            struct zj_rule *exempt = NULL;

            for (int k = 0; k < c.pol.n_rules; k++)
                if (c.pol.rule[k].id == ZJ_R_exempt && c.pol.rule[k].hard)
                    exempt = &c.pol.rule[k];
            if (is_open == refused && (refused || !exempt))
                fail_msg("seed %llu: posting %d of %s", (unsigned long long)seed, i,
                         c.in.teacher[all.v[i].teacher].id);
            n_open += is_open;
            n_refused += refused;
        }
        zj_postings_release(&open);
        zj_postings_release(&all);
        random_case_release(&c);
    }
    print_message("%d postings are open, %d are refused\n", n_open, n_refused);
    assert_true(n_open > N_CASES && 2 * n_refused > N_CASES);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(both_filters_agree),
                                       cmocka_unit_test(open_postings_are_those_that_no_rule_refuses)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
