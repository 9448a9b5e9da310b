/*
 * test_certificates.c - every answer about a random tiny county has a certificate that the checker accepts,
 * and that says what brute force says.
 */
#include "models/pairing/certificate.h"
#include "models/secondment/certificate.h"
#include "models/timetable/certificate.h"
#include "solver/certify/certify.h"
#include "tests/support/cmocka.h"
#include "tests/support/pair_trial.h"
#include "tests/support/trial.h"
#include "tests/support/week_agree.h"

#include <stdlib.h>
#include <string.h>

enum { FEW_PLANS = 1500 };

static const struct sec_options plain = {.jobs = 1};
static int n_optimal, n_infeasible, n_split, n_larger, n_without;

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

/* ---- pairings and timetables ---------------------------------------------------------------------- */

/* The checker accepts it, and it says what is so: `value` by tier; NULL when nothing is lawful. */
static const char *says(const struct mc_certificate *cert, enum zj_status made, const enum zj_tier *order,
                        const int64_t *value, int n)
{
    struct zj_certified what;
    struct zj_diag diag = {0};
    const char *why = NULL;

    if (made != ZJ_OK || cert->how != MC_CERTIFIED)
        return "no certificate";
    if (zj_certify("certificate", cert->text, cert->n, &what, &diag) != ZJ_OK)
        why = "the checker refuses the certificate";
    else if (what.infeasible != !value || what.n_aims != (value ? n : 0))
        why = "it claims something else";
    for (int a = 0; a < what.n_aims && !why; a++)
        if (strcmp(what.aim[a].name, zj_tier_name(order[a])) != 0 ||
            strtoll(what.aim[a].value, NULL, 10) != value[order[a]])
            why = "an aim has another value than brute force found";
    n_optimal += !what.infeasible;
    n_infeasible += what.infeasible;
    zj_certified_release(&what);
    zj_diag_release(&diag);
    return why;
}

static const char *pairing_certified(struct pair_trial *x, struct rng *r)
{
    const struct pr_options options = {0};
    struct mc_certificate cert;
    struct zj_err err = {0};

    (void)r;
    pair_trial_solve(x, &options);
    brute_pairs_solve(&x->t.in, &x->t.pol, &x->truth);
    const enum zj_status st = pr_certify(&x->t.in, &x->t.pol, &options, &x->plan, 1, &cert, &err);
    const char *why =
        says(&cert, st, zj_pairing_tiers, x->truth.feasible ? x->truth.value : NULL, ZJ_N_PAIRING_TIERS);
    free(cert.text);
    return why;
}

static void test_pairings(void **state)
{
    (void)state;
    n_optimal = n_infeasible = 0;
    int n = run_pair_trials("certificates of pairings", 400, PAIR_TINY, pairing_certified);
    print_message("%d optimal, %d infeasible\n", n_optimal, n_infeasible);
    if (n >= 400)
        assert_true(n_optimal >= 200 && n_infeasible >= 40);
}

/* That no week exists has been compared with exhaustive search elsewhere (test_timetable_exact.c). */
static const char *week_certified(struct week_trial *t)
{
    const struct tt_options options = {.jobs = 1, .any_plan = true, .unexplained = true};
    struct mc_certificate cert;
    struct zj_err err = {0};

    week_solve(t, &options, &t->plan);
    const enum zj_status st = tt_certify(&t->c.in, &t->c.pol, &options, &t->plan, &cert, &err);
    if (t->plan.status != ZJ_PLAN_INFEASIBLE)
        return st == ZJ_OK && cert.how == MC_CERT_NOT_COVERED && !cert.text ? trial_skipped : "certified";
    /* A pin that names a teacher or a school where nothing is taught is in no program. */
    const bool without = st == ZJ_OK && cert.how == MC_CERT_OPEN;
    const char *why = without ? NULL : says(&cert, st, NULL, NULL, 0);
    n_without += without;
    free(cert.text);
    return why;
}

static void test_timetables(void **state)
{
    (void)state;
    n_infeasible = 0;
    int n = run_week_trials("certificates of timetables", 200, random_week_make, week_certified, NULL);
    print_message("%d of %d weeks that cannot be are certified, %d are not\n", n_infeasible, n, n_without);
    assert_true(n_infeasible + n_without == n && n_without * 4 <= n);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_tiny_counties),   cmocka_unit_test(test_orders_and_kept_plans),
        cmocka_unit_test(test_larger_counties), cmocka_unit_test(test_pairings),
        cmocka_unit_test(test_timetables),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
