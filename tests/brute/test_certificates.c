/*
 * test_certificates.c - every answer about a random tiny county has a certificate that the checker accepts,
 * and that says what brute force says.
 */
#include "models/secondment/certificate.h"
#include "solver/certify/certify.h"
#include "tests/support/cmocka.h"
#include "tests/support/trial.h"

#include <stdlib.h>
#include <string.h>

enum { FEW_PLANS = 1500 };

static const struct sec_options plain = {.jobs = 1};
static int n_optimal, n_infeasible, n_split, n_larger;

/* The values that the certificate claims, against the truth. */
static const char *compare(const struct trial *t, const struct zj_certified *c)
{
    if (c->infeasible == t->truth.feasible)
        return "brute force says otherwise";
    for (int a = 0; a < c->n_aims; a++) {
        enum zj_tier tier = t->c.pol.objective[a];
        if (strcmp(c->aim[a].name, zj_tier_name(tier)) != 0)
            return "the aims stand in another order";
        if (strtoll(c->aim[a].value, NULL, 10) != t->truth.value[tier])
            return "an aim has another value than brute force found";
    }
    return c->infeasible || c->n_aims == ZJ_N_TIERS ? NULL : "an aim is missing";
}

static const char *check(const struct trial *t, const struct mc_certificate *cert, bool judged)
{
    struct zj_certified what;
    struct zj_diag diag = {0};
    const char *why = NULL;
    enum zj_status status = zj_certify("certificate", cert->text, cert->n, &what, &diag);

    if (status != ZJ_OK) {
        zj_diag_print(&diag, stderr, 0);
        why = "the checker refuses the certificate";
    } else if (judged) {
        why = compare(t, &what);
    }
    n_optimal += !what.infeasible;
    n_infeasible += what.infeasible;
    n_split += what.n_blocks > 1;
    zj_certified_release(&what);
    zj_diag_release(&diag);
    return why;
}

static const char *certified(struct trial *t, const struct sec_options *how, bool judged)
{
    struct mc_certificate cert;
    struct sec_options opt = *how;
    struct zj_err err = {0};
    const char *why = NULL;

    opt.keep = t->keeps ? &t->keep : NULL;
    trial_solve(t, how, &t->plan);
    if (t->plan.status != ZJ_PLAN_OPTIMAL && t->plan.status != ZJ_PLAN_INFEASIBLE)
        return trial_skipped;
    enum zj_status status = sec_certify(&t->c.in, &t->c.pol, &opt, &t->plan, &cert, &err);
    if (status != ZJ_OK)
        why = "sec_certify fails";
    else if (cert.how == MC_CERT_TOO_LARGE && !judged)
        n_larger++;
    else if (cert.how != MC_CERTIFIED)
        why = cert.how == MC_CERT_TOO_LARGE ? "the certificate is too large" : "the proof does not succeed";
    else
        why = check(t, &cert, judged);
    free(cert.text);
    return why;
}

static const char *accepted(struct trial *t)
{
    trial_judge(t);
    return certified(t, &plain, true);
}

static void test_tiny_counties(void **state)
{
    (void)state;
    n_optimal = n_infeasible = n_split = 0;
    int n = run_trials("certificates", 500, FEW_PLANS, accepted, NULL);
    print_message("%d optimal, %d infeasible, %d of several blocks\n", n_optimal, n_infeasible, n_split);
    if (n >= 500)
        assert_true(n_optimal >= 250 && n_infeasible >= 60 && n_split >= 20);
}

/* Aims in any order, and a plan to keep. */
static const char *accepted_in_any_order(struct trial *t)
{
    int order[ZJ_N_TIERS];

    rng_permutation(&t->r, order, ZJ_N_TIERS);
    for (int i = 0; i < ZJ_N_TIERS; i++)
        t->c.pol.objective[i] = (enum zj_tier)order[i];
    random_postings(&t->r, &t->c, &t->keep);
    t->keeps = true;
    trial_judge(t);
    return certified(t, &plain, true);
}

static void test_orders_and_kept_plans(void **state)
{
    (void)state;
    run_trials("certificates in any order", 200, FEW_PLANS, accepted_in_any_order, NULL);
}

static const char *accepted_when_larger(struct trial *t)
{
    return certified(t, &(struct sec_options){.jobs = 1, .node_limit = 6}, false);
}

static void test_larger_counties(void **state)
{
    (void)state;
    n_larger = 0;
    int n = run_trials("larger certificates", 40, 0, accepted_when_larger, NULL);
    print_message("%d answers, certificates of %d are too large\n", n, n_larger);
    assert_true(n_larger * 4 <= n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tiny_counties),
        cmocka_unit_test(test_orders_and_kept_plans),
        cmocka_unit_test(test_larger_counties),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
