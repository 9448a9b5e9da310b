/*
 * test_verify_pairs.c - plan files of pairings: what they say must be so.
 */
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/tiny.h"

#include <string.h>

static const char county[] =
    "school L lead -\nschool M lead -\nschool A member -\nschool B member -\nschool C member -\n"
    "road L A 10 4000\nroad L B 20 8000\nroad M C 30 9000\nrule coverage\nrule size soft members_max=1 "
    "weight=3\n";

struct file {
    struct tiny t;
    struct zj_plan plan;
    struct zj_verdict verdict; /* whose findings the plan lists */
};

/* The plan as the program would write it: true in every word. */
static void make(struct file *f, const char *pairs)
{
    memset(f, 0, sizeof *f);
    tiny_build(&f->t, county);
    f->plan.model = ZJ_PAIRING;
    f->plan.status = ZJ_PLAN_OPTIMAL;
    f->plan.pairs = tiny_pairs(&f->t, pairs);
    zj_verify_pairs(&f->t.in, &f->t.pol, &f->plan.pairs, &f->verdict);
    f->plan.n_tiers = ZJ_N_PAIRING_TIERS;
    memcpy(f->plan.order, zj_pairing_tiers, sizeof zj_pairing_tiers);
    memcpy(f->plan.value, f->verdict.tier, sizeof f->plan.value);
    memcpy(f->plan.bound, f->verdict.tier, sizeof f->plan.bound);
    f->plan.finding = f->verdict.finding;
    f->plan.n_findings = f->verdict.n;
}

static void release(struct file *f)
{
    f->plan.finding = NULL;
    zj_verdict_release(&f->verdict);
    zj_plan_release(&f->plan);
    tiny_release(&f->t);
}

/* Judge the file; the first error's code is `code`, or there is none (NULL). */
static void expect(struct file *f, enum zj_status status, const char *code)
{
    struct zj_verdict v;
    struct zj_diag d = {0};

    assert_int_equal(zj_verify_plan(&f->t.in, &f->t.pol, &f->plan, NULL, &v, &d), status);
    assert_int_equal(d.n_errors > 0, code != NULL);
    for (int i = 0; code && i < d.n; i++)
        if (strcmp(d.problem[i].code, code) == 0)
            code = NULL;
    if (code)
        fail_msg("'%s' was believed", code);
    zj_verdict_release(&v);
    zj_diag_release(&d);
    release(f);
}

static void the_truth_passes(void **state)
{
    struct file f;

    (void)state;
    make(&f, "L A; L B; M C");
    assert_int_equal(f.plan.value[ZJ_T_SOFT], 3);
    assert_int_equal(f.plan.value[ZJ_T_UNCOVERED], 0);
    assert_int_equal(f.plan.value[ZJ_T_TRAVEL], 60);
    assert_int_equal(f.plan.value[ZJ_T_BALANCE], 1);
    expect(&f, ZJ_OK, NULL);
}

static void ways_may_be_left_out(void **state)
{
    struct file f;

    (void)state;
    make(&f, "L A; L B; M C");
    f.plan.pairs.v[1].minutes = f.plan.pairs.v[1].metres = ZJ_NONE;
    expect(&f, ZJ_OK, NULL);
}

static void the_list_of_rules_may_be_left_out(void **state)
{
    struct file f;

    (void)state;
    make(&f, "L A; L B; M C");
    f.plan.n_findings = 0;
    expect(&f, ZJ_OK, NULL);
}

static void a_broken_rule_is_violated(void **state)
{
    struct file f;

    (void)state;
    make(&f, "L A; L B");
    expect(&f, ZJ_VIOLATED, NULL);
}

static void wrong_minutes(struct file *f)
{
    f->plan.pairs.v[0].minutes++;
}

static void wrong_metres(struct file *f)
{
    f->plan.pairs.v[2].metres--;
}

static void less_travel(struct file *f)
{
    f->plan.value[ZJ_T_TRAVEL] = f->plan.bound[ZJ_T_TRAVEL] = 59;
}

static void no_soft(struct file *f)
{
    f->plan.value[ZJ_T_SOFT] = f->plan.bound[ZJ_T_SOFT] = 0;
}

static void no_value(struct file *f)
{
    f->plan.value[ZJ_T_BALANCE] = f->plan.bound[ZJ_T_BALANCE] = ZJ_NO_VALUE;
}

static void not_proved(struct file *f)
{
    f->plan.bound[ZJ_T_BALANCE] = 0;
    f->plan.gap_permille = 1000;
}

static void bound_too_high(struct file *f)
{
    f->plan.status = ZJ_PLAN_FEASIBLE;
    f->plan.bound[ZJ_T_UNCOVERED] = 1;
}

static void wrong_gap(struct file *f)
{
    f->plan.gap_permille = 5;
}

static void another_order(struct file *f)
{
    f->plan.order[0] = ZJ_T_TRAVEL;
    f->plan.order[2] = ZJ_T_SOFT;
}

static void hides_a_rule(struct file *f)
{
    f->plan.n_findings = 1;
}

static void says_it_is_kept(struct file *f)
{
    for (int i = 0; i < f->plan.n_findings; i++)
        f->plan.finding[i].ok = true;
}

static void infeasible_with_rows(struct file *f)
{
    f->plan.status = ZJ_PLAN_INFEASIBLE;
}

static void another_instance(struct file *f)
{
    strcpy(f->t.in.sha256, "0123");
    f->plan.instance_sha256 = "4567";
}

static void each_lie_is_named(void **state)
{
    static const struct {
        const char *code;
        void (*tell)(struct file *f);
    } lies[] = {
        {"wrong_way", wrong_minutes},
        {"wrong_way", wrong_metres},
        {"wrong_value", less_travel},
        {"wrong_value", no_soft},
        {"no_value", no_value},
        {"not_optimal", not_proved},
        {"wrong_bound", bound_too_high},
        {"wrong_gap", wrong_gap},
        {"wrong_order", another_order},
        {"hidden_rule", hides_a_rule},
        {"wrong_rule", says_it_is_kept},
        {"plan_of_nothing", infeasible_with_rows},
        {"other_instance", another_instance},
    };

    (void)state;
    for (size_t i = 0; i < sizeof lies / sizeof lies[0]; i++) {
        struct file f;

        make(&f, "L A; L B; M C");
        lies[i].tell(&f);
        expect(&f, ZJ_VIOLATED, lies[i].code);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_truth_passes),
        cmocka_unit_test(ways_may_be_left_out),
        cmocka_unit_test(the_list_of_rules_may_be_left_out),
        cmocka_unit_test(a_broken_rule_is_violated),
        cmocka_unit_test(each_lie_is_named),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
