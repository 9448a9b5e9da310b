/*
 * test_verify_plan.c - what a plan file says of itself, each statement made false in turn.
 */
#include "tests/support/judge.h"

#include "solver/verify/verify.h"

#include <string.h>

static const char county[] = "terms 2\n"
                             "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "road S1 S2 30\n"
                             "kind go any 1,2 fills\n"
                             "teacher A S1 F 1990-01-01 x load=12\n"
                             "teacher B S1 F 1990-01-01 x load=10\n"
                             "demand S2 x 20\n"
                             "demand S3 x 5\n"
                             "wish A S2 2\n"
                             "rule quota over=county per=year min=1\n"
                             "rule quota soft over=host per=year min=1 where.school=S3\n";

struct file {
    struct tiny t;
    struct zj_plan plan;
    struct zj_verdict truth;
    struct zj_verdict v;
    struct zj_diag d;
    enum zj_status status;
};

/* A plan file that tells the truth about A at S2 for a year. */
static void write_truth(struct file *f)
{
    struct zj_plan *p = &f->plan;

    memset(f, 0, sizeof *f);
    tiny_build(&f->t, county);
    strcpy(f->t.in.sha256, "ab12");
    p->status = ZJ_PLAN_OPTIMAL;
    p->instance_sha256 = "ab12";
    p->postings = tiny_plan(&f->t, "A go S2 2026A 2");
    memcpy(p->order, f->t.pol.objective, sizeof f->t.pol.objective);
    p->n_tiers = ZJ_N_TIERS;
    zj_verify_postings(&f->t.in, &f->t.pol, &p->postings, NULL, &f->truth);
    memcpy(p->value, f->truth.tier, sizeof p->value);
    memcpy(p->bound, f->truth.tier, sizeof p->bound);
    p->unmet = f->truth.unmet;
    p->n_unmet = f->truth.n_unmet;
    p->finding = f->truth.finding;
    p->n_findings = f->truth.n;
}

static void judge(struct file *f)
{
    f->status = zj_verify_plan(&f->t.in, &f->t.pol, &f->plan, NULL, &f->v, &f->d);
}

static void release(struct file *f)
{
    zj_diag_release(&f->d);
    zj_verdict_release(&f->v);
    zj_verdict_release(&f->truth);
    zj_plan_release(&f->plan);
    tiny_release(&f->t);
}

static void value_too_low(struct file *f)
{
    f->plan.value[ZJ_T_NEED]--;
    f->plan.bound[ZJ_T_NEED]--;
}

static void value_too_high(struct file *f)
{
    f->plan.value[ZJ_T_TRAVEL]++;
    f->plan.bound[ZJ_T_TRAVEL]++;
}

static void value_left_out(struct file *f)
{
    f->plan.status = ZJ_PLAN_FEASIBLE;
    f->plan.value[ZJ_T_WISHES] = ZJ_NO_VALUE;
}

static void bound_below(struct file *f)
{
    f->plan.bound[ZJ_T_FAIRNESS]--;
    f->plan.gap_permille = zj_gap_permille(&f->plan);
}

static void bound_left_out(struct file *f)
{
    f->plan.bound[ZJ_T_FAIRNESS] = ZJ_NO_VALUE;
}

static void bound_above(struct file *f)
{
    f->plan.status = ZJ_PLAN_FEASIBLE;
    f->plan.bound[ZJ_T_SOFT]++;
}

static void gap_hidden(struct file *f)
{
    f->plan.status = ZJ_PLAN_FEASIBLE;
    f->plan.bound[ZJ_T_NEED] -= 3;
}

static void gap_invented(struct file *f)
{
    f->plan.status = ZJ_PLAN_FEASIBLE;
    f->plan.gap_permille = 1;
}

static void order_changed(struct file *f)
{
    f->plan.order[0] = ZJ_T_NEED;
    f->plan.order[1] = ZJ_T_SOFT;
}

static void unmet_fewer(struct file *f)
{
    f->plan.unmet[0].periods--;
}

static void unmet_left_out(struct file *f)
{
    f->plan.n_unmet--;
}

static void unmet_elsewhere(struct file *f)
{
    f->plan.unmet[0].school = tiny_school(&f->t, "S1");
}

static void unmet_twice(struct file *f)
{
    f->plan.unmet[1] = f->plan.unmet[0];
}

static void unmet_too_much(struct file *f)
{
    static struct zj_unmet rows[8];

    memcpy(rows, f->plan.unmet, (size_t)f->plan.n_unmet * sizeof rows[0]);
    rows[f->plan.n_unmet] = rows[0];
    rows[f->plan.n_unmet].term = 1;
    rows[f->plan.n_unmet].school = tiny_school(&f->t, "S3");
    rows[f->plan.n_unmet].subject = tiny_word(&f->t, "z");
    f->plan.unmet = rows;
    f->plan.n_unmet++;
}

static void unmet_begins_late(struct file *f)
{
    f->plan.unmet++;
    f->plan.n_unmet--;
}

static void only_one_unmet(struct file *f)
{
    f->plan.n_unmet = 1;
}

static void rule_with_more_need(struct file *f)
{
    f->plan.finding[0].need++;
}

static void rule_with_less_need(struct file *f)
{
    f->plan.finding[0].need--;
}

static void rule_with_less(struct file *f)
{
    f->plan.finding[0].have--;
}

static void rule_of_a_lower_index(struct file *f)
{
    f->plan.finding[f->plan.n_findings - 1].index -= 77;
}

static void rule_said_to_hold(struct file *f)
{
    for (int i = 0; i < f->plan.n_findings; i++)
        f->plan.finding[i].ok = true;
}

static void rule_said_broken(struct file *f)
{
    f->plan.finding[0].ok = !f->plan.finding[0].ok;
}

static void rule_with_other_numbers(struct file *f)
{
    f->plan.finding[0].have++;
}

static void rule_said_soft(struct file *f)
{
    f->plan.finding[0].hard = !f->plan.finding[0].hard;
}

static void rule_elsewhere(struct file *f)
{
    f->plan.finding[0].where = "nowhere";
}

static void rule_of_another_index(struct file *f)
{
    f->plan.finding[0].index += 77;
}

static void broken_rule_hidden(struct file *f)
{
    int kept = 0;

    for (int i = 0; i < f->plan.n_findings; i++)
        if (f->plan.finding[i].ok)
            f->plan.finding[kept++] = f->plan.finding[i];
    f->plan.n_findings = kept;
}

static void other_data(struct file *f)
{
    f->plan.instance_sha256 = "ab13";
}

static void said_infeasible(struct file *f)
{
    f->plan.status = ZJ_PLAN_INFEASIBLE;
}

static void said_unknown(struct file *f)
{
    f->plan.status = ZJ_PLAN_UNKNOWN;
}

static void infeasible_with_values(struct file *f)
{
    f->plan.status = ZJ_PLAN_INFEASIBLE;
    f->plan.postings.n = 0;
}

static void conflict_of_a_plan(struct file *f)
{
    static struct zj_conflict_part part = {.rule = ZJ_R_quota, .where = "county 2026-2027"};

    f->plan.conflict = &part;
    f->plan.n_conflict = 1;
}

static void from_another_school(struct file *f)
{
    f->plan.postings.v[0].from = tiny_school(&f->t, "S3");
}

static const struct {
    const char *code;
    void (*spoil)(struct file *f);
    int errors; /* exactly; 0 = any number */
} lies[] = {
    {"wrong_value", value_too_low, 0},
    {"wrong_value", value_too_high, 0},
    {"no_value", value_left_out, 0},
    {"not_optimal", bound_below, 0},
    {"not_optimal", bound_left_out, 0},
    {"wrong_bound", bound_above, 0},
    {"wrong_gap", gap_hidden, 0},
    {"wrong_gap", gap_invented, 0},
    {"wrong_order", order_changed, 0},
    {"wrong_unmet", unmet_fewer, 1},
    {"wrong_unmet", unmet_left_out, 1},
    {"wrong_unmet", unmet_elsewhere, 2},
    {"wrong_unmet", unmet_twice, 2},
    {"wrong_rule", rule_said_to_hold, 0},
    {"wrong_rule", rule_said_broken, 0},
    {"wrong_rule", rule_with_other_numbers, 0},
    {"wrong_rule", rule_said_soft, 0},
    {"unbound_rule", rule_elsewhere, 0},
    {"unbound_rule", rule_of_another_index, 0},
    {"hidden_rule", broken_rule_hidden, 0},
    {"other_instance", other_data, 1},
    {"plan_of_nothing", said_infeasible, 0},
    {"plan_of_nothing", said_unknown, 0},
    {"value_of_nothing", infeasible_with_values, 0},
    {"unmet_of_nothing", infeasible_with_values, 0},
    {"stray_conflict", conflict_of_a_plan, 0},
    {"wrong_home", from_another_school, 0},
    {"wrong_unmet", unmet_too_much, 1},
    {"wrong_unmet", unmet_begins_late, 1},
    {"wrong_unmet", only_one_unmet, 3},
    {"wrong_rule", rule_with_more_need, 1},
    {"wrong_rule", rule_with_less_need, 1},
    {"wrong_rule", rule_with_less, 1},
    {"unbound_rule", rule_of_a_lower_index, 0},
};

static bool has_code(const struct zj_diag *d, const char *code)
{
    for (int i = 0; i < d->n; i++)
        if (d->problem[i].severity == ZJ_ERROR && strcmp(d->problem[i].code, code) == 0)
            return true;
    return false;
}

static void the_truth_passes(void **state)
{
    struct file f;

    (void)state;
    write_truth(&f);
    judge(&f);
    assert_int_equal(f.status, ZJ_OK);
    assert_int_equal(f.d.n, 0);
    assert_int_equal(f.v.n, f.truth.n);
    release(&f);
}

static void each_lie_is_named(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lies / sizeof lies[0]; i++) {
        struct file f;

        write_truth(&f);
        lies[i].spoil(&f);
        judge(&f);
        if (f.status != ZJ_VIOLATED || !has_code(&f.d, lies[i].code))
            fail_msg("lie %d ('%s') was believed", (int)i, lies[i].code);
        if (lies[i].errors > 0 && f.d.n_errors != lies[i].errors)
            fail_msg("lie %d ('%s'): %d errors", (int)i, lies[i].code, f.d.n_errors);
        release(&f);
    }
}

static void true_in_other_words(void **state)
{
    struct file f;

    (void)state;
    write_truth(&f);
    struct zj_unmet first = f.plan.unmet[0];
    f.plan.unmet[0] = f.plan.unmet[1];
    f.plan.unmet[1] = first;
    f.plan.n_findings = 0;
    f.plan.instance_sha256 = NULL;
    f.plan.status = ZJ_PLAN_INTERRUPTED;
    f.plan.bound[ZJ_T_NEED] = ZJ_NO_VALUE;
    f.plan.bound[ZJ_T_WISHES] -= 2;
    f.plan.gap_permille = 1000; /* -2 against -4 */
    judge(&f);
    assert_int_equal(f.d.n_errors, 0);
    assert_int_equal(f.status, ZJ_OK);
    release(&f);
}

/* Stopped with the empty plan: that is a plan, and it is judged. */
static void an_empty_plan_is_judged(void **state)
{
    struct file f;

    (void)state;
    write_truth(&f);
    f.plan.status = ZJ_PLAN_INTERRUPTED;
    f.plan.postings.n = 0;
    f.plan.n_findings = 0;
    for (int t = 1; t < ZJ_N_TIERS; t++)
        f.plan.value[t] = f.plan.bound[t] = ZJ_NO_VALUE;
    judge(&f);
    assert_int_equal(f.status, ZJ_VIOLATED);
    assert_true(f.v.n > 0);
    assert_true(has_code(&f.d, "no_value"));
    release(&f);
}

static void a_broken_hard_rule_is_a_violation(void **state)
{
    struct file f;

    (void)state;
    write_truth(&f);
    tiny_add(&f.t, "rule quota over=county per=year min=2\n");
    f.plan.n_findings = 0;
    judge(&f);
    assert_int_equal(f.d.n_errors, 0);
    assert_int_equal(f.status, ZJ_VIOLATED);
    assert_int_equal(f.v.n_hard_broken, 1);
    release(&f);
}

static void no_plan_proves_nothing(void **state)
{
    static const enum zj_plan_status statuses[] = {ZJ_PLAN_INFEASIBLE, ZJ_PLAN_UNKNOWN, ZJ_PLAN_INTERRUPTED};

    (void)state;
    for (int i = 0; i < 3; i++) {
        struct file f;

        write_truth(&f);
        f.plan.status = statuses[i];
        f.plan.postings.n = 0;
        f.plan.n_unmet = f.plan.n_findings = 0;
        for (int t = 0; t < ZJ_N_TIERS; t++)
            f.plan.value[t] = f.plan.bound[t] = ZJ_NO_VALUE;
        judge(&f);
        assert_int_equal(f.status, ZJ_OK);
        assert_int_equal(f.d.n, 1);
        assert_string_equal(f.d.problem[0].code, "proves_nothing");
        assert_int_equal(f.v.n, 0);
        release(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_truth_passes),
        cmocka_unit_test(each_lie_is_named),
        cmocka_unit_test(true_in_other_words),
        cmocka_unit_test(an_empty_plan_is_judged),
        cmocka_unit_test(a_broken_hard_rule_is_a_violation),
        cmocka_unit_test(no_plan_proves_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
