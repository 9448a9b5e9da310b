/*
 * test_certificate_lies.c - spoilt certificates are refused, or what they claim is still so.
 *
 * The certificates of random tiny counties are changed by chance, thousands of times, and made to lie on
 * purpose. The checker may accept a changed one only when the claims are those of before, word for word, or
 * when GLPK, asked by code that knows nothing of the checker, finds them true of the changed programs.
 */
#include "models/secondment/certificate.h"
#include "solver/certify/certify.h"
#include "tests/support/cmocka.h"
#include "tests/support/trial.h"
#include "tests/support/vipr_judge.h"
#include "tests/support/vipr_spoil.h"

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

static const char *spoil_one(struct trial *t, const char *text, size_t n)
{
    const char *why = NULL, *what;

    for (int k = 0; k < SPOILT && !why; k++) {
        struct vipr_text spoilt = vipr_spoil(&t->r, text, n, &what);
        if (rng_chance(&t->r, 20)) {
            struct vipr_text twice = vipr_spoil(&t->r, spoilt.v, spoilt.n, &what);
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
typedef const char *text_test(struct trial *t, const char *text, size_t n);

static const char *with_certificate(struct trial *t, text_test *test)
{
    struct mc_certificate cert;
    struct zj_err err = {0};
    const char *why;

    trial_solve(t, &plain, &t->plan);
    if (t->plan.status != ZJ_PLAN_OPTIMAL && t->plan.status != ZJ_PLAN_INFEASIBLE)
        return trial_skipped;
    if (sec_certify(&t->c.in, &t->c.pol, &plain, &t->plan, &cert, &err) != ZJ_OK || !cert.text)
        return "no certificate";
    why = test(t, cert.text, cert.n);
    for (int i = 0; i < 12 && !why; i++) {
        struct vipr_text part = vipr_part(cert.text, cert.n, i);
        if (!part.v)
            break;
        why = test(t, part.v, part.n);
        free(part.v);
    }
    free(cert.text);
    return why;
}

static const char *spoil_text(struct trial *t, const char *text, size_t n)
{
    return spoil_one(t, text, n);
}

static const char *spoil(struct trial *t)
{
    return with_certificate(t, spoil_text);
}

static const char *lie_text(struct trial *t, const char *text, size_t n)
{
    (void)t;
    return lie(text, n);
}

static const char *lies(struct trial *t)
{
    return with_certificate(t, lie_text);
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
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
