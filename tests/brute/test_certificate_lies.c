/*
 * test_certificate_lies.c - spoilt certificates are refused, or what they claim is still so.
 *
 * The certificates of random tiny counties, pairings and weeks are changed by chance, thousands of times, and
 * made to lie on purpose. The checker may accept a changed one only when the claims are those of before, word
 * for word, or when GLPK, asked by code that knows nothing of the checker, finds them true of the changed
 * programs.
 */
#include "models/pairing/certificate.h"
#include "models/secondment/certificate.h"
#include "models/timetable/certificate.h"
#include "solver/certify/certify.h"
#include "tests/support/cmocka.h"
#include "tests/support/pair_trial.h"
#include "tests/support/trial.h"
#include "tests/support/vipr_judge.h"
#include "tests/support/vipr_spoil.h"
#include "tests/support/week_agree.h"

#include <stdlib.h>
#include <string.h>

enum { FEW_PLANS = 300, SPOILT = 40 };

static const struct sec_options plain = {.jobs = 1};
static int n_refuted, n_malformed, n_harmless, n_true, n_open, n_lies;

static enum zj_status verdict(const struct vipr_text *t)
{
    struct zj_certified what;
    struct zj_diag diag = {0};
    enum zj_status status = zj_certify("certificate", t->v, t->n, &what, &diag);

    if (status != ZJ_OK && (diag.n_errors != 1 || diag.problem[0].line < 1))
        status = ZJ_EINTERNAL; /* one problem, with its place */
    zj_certified_release(&what);
    zj_diag_release(&diag);
    return status;
}

static const char *judge(const struct vipr_text *spoilt, const char *text, size_t n, const char *what)
{
    enum vipr_truth truth;

    switch (verdict(spoilt)) {
    case ZJ_VIOLATED:
        n_refuted++;
        return NULL;
    case ZJ_EDATA:
        n_malformed++;
        return NULL;
    case ZJ_OK:
        break;
    default:
        return "a refusal without a place";
    }
    if (vipr_same_claims(text, n, spoilt->v, spoilt->n)) {
        n_harmless++;
        return NULL;
    }
    truth = vipr_judge(spoilt->v, spoilt->n);
    n_true += truth == VIPR_TRUE;
    n_open += truth == VIPR_OPEN;
    if (truth == VIPR_FALSE) {
        fprintf(stderr, "accepted, and false: %s\n", what);
        if (getenv("ZJ_VERBOSE"))
            fprintf(stderr, "%s", spoilt->v);
        return "a false claim is accepted";
    }
    return NULL;
}

static const char *spoil_one(struct rng *r, const char *text, size_t n)
{
    const char *why = NULL, *what;

    for (int k = 0; k < SPOILT && !why; k++) {
        struct vipr_text spoilt = vipr_spoil(r, text, n, &what);
        if (rng_chance(r, 20)) {
            struct vipr_text twice = vipr_spoil(r, spoilt.v, spoilt.n, &what);
            free(spoilt.v);
            spoilt = twice;
        }
        why = judge(&spoilt, text, n, what);
        free(spoilt.v);
    }
    return why;
}

static const char *lie(const char *text, size_t n)
{
    for (int k = 0; k < VIPR_LIES; k++) {
        const char *what;
        struct vipr_text false_one = vipr_lie(k, text, n, &what);
        if (!false_one.v)
            continue;
        enum zj_status status = verdict(&false_one);
        bool still_so = status == ZJ_OK && vipr_judge(false_one.v, false_one.n) == VIPR_TRUE;
        free(false_one.v);
        n_lies++;
        if (status == ZJ_OK && !still_so) {
            fprintf(stderr, "accepted lie: %s\n", what);
            return "a lie is accepted";
        }
    }
    return NULL;
}

/* What is to be done with a certificate, or with one of its parts alone. */
typedef const char *text_test(struct rng *r, const char *text, size_t n);

static const char *lie_text(struct rng *r, const char *text, size_t n)
{
    (void)r;
    return lie(text, n);
}

/* The certificate, and each of its parts alone; freed. */
static const char *with_text(struct mc_certificate *cert, enum zj_status st, struct rng *r, text_test *test)
{
    const char *why = st != ZJ_OK || !cert->text ? "no certificate" : test(r, cert->text, cert->n);

    for (int i = 0; i < 12 && !why; i++) {
        struct vipr_text part = vipr_part(cert->text, cert->n, i);
        if (!part.v)
            break;
        why = test(r, part.v, part.n);
        free(part.v);
    }
    free(cert->text);
    return why;
}

static bool is_proved(const struct zj_plan *plan)
{
    return plan->status == ZJ_PLAN_OPTIMAL || plan->status == ZJ_PLAN_INFEASIBLE;
}

static const char *with_certificate(struct trial *t, text_test *test)
{
    struct mc_certificate cert;
    struct zj_err err = {0};

    trial_solve(t, &plain, &t->plan);
    if (!is_proved(&t->plan))
        return trial_skipped;
    const enum zj_status st = sec_certify(&t->c.in, &t->c.pol, &plain, &t->plan, &cert, &err);
    return with_text(&cert, st, &t->r, test);
}

static const char *spoil(struct trial *t)
{
    return with_certificate(t, spoil_one);
}

static const char *lies(struct trial *t)
{
    return with_certificate(t, lie_text);
}

static const char *with_pairs(struct pair_trial *x, struct rng *r, text_test *test)
{
    const struct pr_options options = {0};
    struct mc_certificate cert;
    struct zj_err err = {0};

    pair_trial_solve(x, &options);
    if (!is_proved(&x->plan))
        return trial_skipped;
    const enum zj_status st = pr_certify(&x->t.in, &x->t.pol, &options, &x->plan, 1, &cert, &err);
    return with_text(&cert, st, r, test);
}

static const char *spoil_pairs(struct pair_trial *x, struct rng *r)
{
    return with_pairs(x, r, spoil_one);
}

static const char *lies_of_pairs(struct pair_trial *x, struct rng *r)
{
    return with_pairs(x, r, lie_text);
}

static const char *with_week(struct week_trial *t, text_test *test)
{
    const struct tt_options options = {.jobs = 1, .any_plan = true, .unexplained = true};
    struct mc_certificate cert;
    struct zj_err err = {0};

    week_solve(t, &options, &t->plan);
    if (t->plan.status != ZJ_PLAN_INFEASIBLE)
        return trial_skipped;
    const enum zj_status st = tt_certify(&t->c.in, &t->c.pol, &options, &t->plan, &cert, &err);
    return with_text(&cert, st, &t->r, test);
}

static const char *spoil_week(struct week_trial *t)
{
    return with_week(t, spoil_one);
}

static const char *lies_of_week(struct week_trial *t)
{
    return with_week(t, lie_text);
}

static void test_other_models(void **state)
{
    (void)state;
    n_refuted = n_malformed = n_harmless = n_true = n_open = n_lies = 0;
    int n = run_pair_trials("spoilt certificates of pairings", 60, PAIR_TINY, spoil_pairs);
    run_pair_trials("lies about pairings", 60, PAIR_TINY, lies_of_pairs);
    run_week_trials("spoilt certificates of timetables", 60, random_week_make, spoil_week, NULL);
    run_week_trials("lies about timetables", 60, random_week_make, lies_of_week, NULL);
    print_message("%d refuted, %d malformed, %d with the same claims, %d true, %d open, %d lies\n", n_refuted,
                  n_malformed, n_harmless, n_true, n_open, n_lies);
    if (n >= 60)
        assert_true(n_refuted >= 500 && n_malformed >= 500 && n_lies >= 300);
}

static void test_spoilt_certificates(void **state)
{
    (void)state;
    n_refuted = n_malformed = n_harmless = n_true = n_open = 0;
    int n = run_trials("spoilt certificates", 120, FEW_PLANS, spoil, NULL);
    print_message(
        "%d refuted, %d malformed, %d with the same claims, %d with others that are true, %d open\n",
        n_refuted, n_malformed, n_harmless, n_true, n_open);
    if (n >= 120) {
        assert_true(n_refuted >= 3000 && n_malformed >= 3000 && n_true >= 100);
        assert_true(n_open * 3 <= n_true); /* huge numbers, mostly */
    }
}

static void test_lies(void **state)
{
    (void)state;
    n_lies = 0;
    int n = run_trials("lies", 150, FEW_PLANS, lies, NULL);
    print_message("%d lies\n", n_lies);
    if (n >= 150)
        assert_true(n_lies >= 1500);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_spoilt_certificates),
        cmocka_unit_test(test_lies),
        cmocka_unit_test(test_other_models),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
