/*
 * test_verify_timetable.c - what a timetable file says of itself, each statement made false in turn.
 */
#include "tests/support/judge.h"

#include "solver/verify/verify.h"

#include <string.h>

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "road S1 S2 15 4000\n"
                             "road S1 S3 20 9000\n"
                             "road S2 S3 20 6000\n"
                             "settle 5\n"
                             "teacher A S1 F 1990-01-01 x load=12\n"
                             "teacher B S2 F 1990-01-01 x load=12\n"
                             "demand S1 x 2 class=a\n"
                             "demand S2 x 2 class=b priority=3\n"
                             "demand S3 x 3 class=c\n"
                             "wish A S2 1\n"
                             "rule load soft max_day=2 max_row=1\n"
                             "rule avoid soft weight=2 periods=1\n";

struct file {
    struct tiny t;
    struct zj_plan plan;
    struct zj_given given;
    struct zj_verdict truth;
    struct zj_verdict v;
    struct zj_diag d;
    enum zj_status status;
};

/* A plan file that tells the truth about A on two days and B on one: five ways. */
static void write_truth(struct file *f)
{
    struct zj_plan *p = &f->plan;

    memset(f, 0, sizeof *f);
    tiny_build(&f->t, county);
    strcpy(f->t.in.sha256, "ab12");
    p->model = ZJ_TIMETABLE;
    p->status = ZJ_PLAN_OPTIMAL;
    p->instance_sha256 = "ab12";
    p->lessons = tiny_lessons(&f->t, "A a x Mon 1; A b x Mon 3; A c x Mon 5; A c x Tue 1; B b x Wed 2");
    zj_lessons_sort(&f->t.in, &p->lessons);
    zj_lesson_legs(&f->t.in, &p->lessons, 5, &p->legs);
    p->n_tiers = ZJ_N_LESSON_TIERS;
    memcpy(p->order, zj_lesson_tiers, sizeof zj_lesson_tiers);
    zj_verify_lessons(&f->t.in, &f->t.pol, &p->lessons, NULL, NULL, &f->truth);
    memcpy(p->value, f->truth.tier, sizeof p->value);
    memcpy(p->bound, f->truth.tier, sizeof p->bound);
    p->unmet = f->truth.unmet;
    p->n_unmet = f->truth.n_unmet;
    p->finding = f->truth.finding;
    p->n_findings = f->truth.n;
}

static void judge(struct file *f)
{
    f->status = zj_verify_plan(&f->t.in, &f->t.pol, &f->plan, &f->given, &f->v, &f->d);
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
    f->plan.value[ZJ_T_UNMET]--;
    f->plan.bound[ZJ_T_UNMET]--;
}

static void idle_too_high(struct file *f)
{
    f->plan.value[ZJ_T_IDLE]++;
    f->plan.bound[ZJ_T_IDLE]++;
}

static void value_left_out(struct file *f)
{
    f->plan.status = ZJ_PLAN_FEASIBLE;
    f->plan.value[ZJ_T_WISHES] = ZJ_NO_VALUE;
}

static void bound_below(struct file *f)
{
    f->plan.bound[ZJ_T_IDLE]--;
    f->plan.gap_permille = zj_gap_permille(&f->plan);
}

static void bound_above(struct file *f)
{
    f->plan.status = ZJ_PLAN_FEASIBLE;
    f->plan.bound[ZJ_T_TRAVEL]++;
}

static void order_changed(struct file *f)
{
    f->plan.order[0] = ZJ_T_SOFT;
    f->plan.order[1] = ZJ_T_UNMET;
}

static void unmet_fewer(struct file *f)
{
    f->plan.unmet[0].periods--;
}

static void unmet_left_out(struct file *f)
{
    f->plan.n_unmet--;
}

static void unmet_of_another_class(struct file *f)
{
    f->plan.unmet[0].class_id = tiny_word(&f->t, "b");
}

static void unmet_at_another_school(struct file *f)
{
    f->plan.unmet[0].school = tiny_school(&f->t, "S3");
}

static void rule_said_to_hold(struct file *f)
{
    for (int i = 0; i < f->plan.n_findings; i++)
        f->plan.finding[i].ok = true;
}

static void rule_with_other_numbers(struct file *f)
{
    for (int i = 0; i < f->plan.n_findings; i++)
        if (f->plan.finding[i].have != ZJ_NO_VALUE)
            f->plan.finding[i].have++;
}

static void rule_elsewhere(struct file *f)
{
    f->plan.finding[0].where = "A Sun";
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

static void other_term(struct file *f)
{
    f->plan.term = 1;
}

static void secondment_not_given(struct file *f)
{
    f->plan.secondment_sha256 = "cd";
}

static void secondment_not_named(struct file *f)
{
    f->given.secondment_sha256 = "cd";
}

static void other_secondment(struct file *f)
{
    f->plan.secondment_sha256 = "cd";
    f->given.secondment_sha256 = "ce";
}

static void said_infeasible(struct file *f)
{
    f->plan.status = ZJ_PLAN_INFEASIBLE;
}

static void infeasible_with_values(struct file *f)
{
    f->plan.status = ZJ_PLAN_INFEASIBLE;
    f->plan.lessons.n = 0;
}

static void no_routes(struct file *f)
{
    f->plan.legs.n = 0;
}

static void last_leg_missing(struct file *f)
{
    f->plan.legs.n--;
}

static void first_leg_missing(struct file *f)
{
    memmove(f->plan.legs.v, f->plan.legs.v + 1, (size_t)(--f->plan.legs.n) * sizeof *f->plan.legs.v);
}

static void leg_twice(struct file *f)
{
    const struct zj_leg leg = f->plan.legs.v[1];

    zj_legs_add(&f->plan.legs, &leg);
}

static void leg_of_somebody_at_home(struct file *f)
{
    struct zj_leg leg = f->plan.legs.v[0];

    leg.teacher = tiny_teacher(&f->t, "B");
    zj_legs_add(&f->plan.legs, &leg);
}

static void leg_of_a_free_day(struct file *f)
{
    struct zj_leg leg = f->plan.legs.v[0];

    leg.day = tiny_day(&f->t, "Fri");
    zj_legs_add(&f->plan.legs, &leg);
}

static void legs_out_of_order(struct file *f)
{
    const struct zj_leg leg = f->plan.legs.v[0];

    f->plan.legs.v[0] = f->plan.legs.v[1];
    f->plan.legs.v[1] = leg;
}

static void leg_from_elsewhere(struct file *f)
{
    f->plan.legs.v[1].from = tiny_school(&f->t, "S1");
}

static void leg_to_elsewhere(struct file *f)
{
    f->plan.legs.v[0].to = tiny_school(&f->t, "S3");
}

static void leg_too_fast(struct file *f)
{
    f->plan.legs.v[0].minutes--;
    f->plan.legs.v[0].arrive--;
}

static void leg_too_short(struct file *f)
{
    f->plan.legs.v[1].metres--;
}

static void leg_too_late(struct file *f)
{
    f->plan.legs.v[0].depart++;
    f->plan.legs.v[0].arrive++;
}

static void leg_arrives_elsewhen(struct file *f)
{
    f->plan.legs.v[4].arrive++;
}

static void from_home_too_early(struct file *f)
{
    f->plan.legs.v[3].depart--;
    f->plan.legs.v[3].arrive--;
}

static const struct {
    const char *code;
    void (*spoil)(struct file *f);
    int errors; /* exactly; 0 = any number */
} lies[] = {
    {"wrong_value", value_too_low, 0},
    {"wrong_value", idle_too_high, 2},
    {"no_value", value_left_out, 0},
    {"not_optimal", bound_below, 0},
    {"wrong_bound", bound_above, 1},
    {"wrong_order", order_changed, 1},
    {"wrong_unmet", unmet_fewer, 1},
    {"wrong_unmet", unmet_left_out, 1},
    {"wrong_unmet", unmet_of_another_class, 2},
    {"wrong_unmet", unmet_at_another_school, 2},
    {"wrong_rule", rule_said_to_hold, 0},
    {"hidden_rule", rule_said_to_hold, 0},
    {"wrong_rule", rule_with_other_numbers, 0},
    {"unbound_rule", rule_elsewhere, 1},
    {"hidden_rule", broken_rule_hidden, 3},
    {"other_instance", other_data, 1},
    {"other_term", other_term, 1},
    {"other_secondment", secondment_not_given, 1},
    {"other_secondment", secondment_not_named, 1},
    {"other_secondment", other_secondment, 1},
    {"plan_of_nothing", said_infeasible, 0},
    {"value_of_nothing", infeasible_with_values, 0},
    {"unmet_of_nothing", infeasible_with_values, 0},
    {"routes_of_nothing", infeasible_with_values, 0},
    {"missing_leg", no_routes, 5},
    {"missing_leg", last_leg_missing, 1},
    {"wrong_leg", first_leg_missing, 3},
    {"missing_leg", first_leg_missing, 3},
    {"needless_leg", leg_twice, 1},
    {"needless_leg", leg_of_somebody_at_home, 1},
    {"needless_leg", leg_of_a_free_day, 1},
    {"wrong_leg", legs_out_of_order, 2},
    {"wrong_leg", leg_from_elsewhere, 1},
    {"wrong_leg", leg_to_elsewhere, 1},
    {"wrong_leg", leg_too_fast, 1},
    {"wrong_leg", leg_too_short, 1},
    {"wrong_leg", leg_too_late, 1},
    {"wrong_leg", leg_arrives_elsewhen, 1},
    {"wrong_leg", from_home_too_early, 1},
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
    assert_int_equal(f.d.n, 0);
    assert_int_equal(f.status, ZJ_OK);
    assert_int_equal(f.plan.legs.n, 5);
    assert_int_equal(f.v.tier[ZJ_T_UNMET], 1 + 1);
    assert_int_equal(f.v.tier[ZJ_T_SOFT], 1 + 2 * 2);
    assert_int_equal(f.v.tier[ZJ_T_TRAVEL], 15 + 20 + 20 + 20 + 20);
    assert_int_equal(f.v.tier[ZJ_T_FAIRNESS], 95);
    assert_int_equal(f.v.tier[ZJ_T_IDLE], 2);
    assert_int_equal(f.v.tier[ZJ_T_WISHES], -1);
    assert_int_equal(f.v.tier[ZJ_T_STABILITY], 0);
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
    const struct zj_lesson lesson = f.plan.lessons.v[0];
    f.plan.lessons.v[0] = f.plan.lessons.v[4];
    f.plan.lessons.v[4] = lesson;
    struct zj_leg *leg = f.plan.legs.v, tuesday[2] = {leg[3], leg[4]};
    memmove(leg + 2, leg, 3 * sizeof *leg);
    memcpy(leg, tuesday, sizeof tuesday);
    f.plan.n_findings = 0;
    f.plan.instance_sha256 = NULL;
    f.plan.secondment_sha256 = f.given.secondment_sha256 = "cd";
    f.plan.term = -1;
    judge(&f);
    assert_int_equal(f.d.n_errors, 0);
    assert_int_equal(f.status, ZJ_OK);
    release(&f);
}

static void changes_are_counted_against_the_kept_plan(void **state)
{
    struct file f;

    (void)state;
    write_truth(&f);
    struct zj_plan keep = {.model = ZJ_TIMETABLE, .lessons = f.plan.lessons};
    keep.lessons.n = 3;
    f.given.keep = &keep;
    judge(&f);
    assert_int_equal(f.v.tier[ZJ_T_STABILITY], 2);
    assert_int_equal(f.status, ZJ_VIOLATED); /* the file says 0 */
    release(&f);
}

static void a_broken_hard_rule_is_a_violation(void **state)
{
    struct file f;

    (void)state;
    write_truth(&f);
    tiny_add(&f.t, "rule need\n");
    f.plan.n_findings = 0;
    judge(&f);
    assert_int_equal(f.d.n_errors, 0);
    assert_int_equal(f.status, ZJ_VIOLATED);
    assert_int_equal(f.v.n_hard_broken, 2);
    release(&f);
}

/* The legs that a caller hands over are judged like a rule. */
static void wrong_legs_break_travel_time(void **state)
{
    struct file f;

    (void)state;
    write_truth(&f);
    leg_too_fast(&f);
    leg_too_short(&f);
    from_home_too_early(&f);
    leg_of_somebody_at_home(&f);
    f.plan.legs.v[5].day = tiny_day(&f.t, "Tue");
    zj_verify_lessons(&f.t.in, &f.t.pol, &f.plan.lessons, &f.plan.legs, NULL, &f.v);
    assert_int_equal(f.v.n_hard_broken, 3);
    const struct zj_finding *found = &f.v.finding[f.v.n - 3];
    for (int i = 0; i < 3; i++) {
        assert_int_equal(found[i].rule, ZJ_R_travel_time);
        assert_int_equal(found[i].shortfall, i == 0 ? 2 : 1);
    }
    assert_string_equal(found[0].where, "A Mon");
    assert_string_equal(found[1].where, "A Tue");
    assert_string_equal(found[2].where, "B Tue");
    release(&f);
}

static bool says(const struct zj_diag *d, const char *text)
{
    for (int i = 0; i < d->n; i++)
        if (strcmp(d->problem[i].text, text) == 0)
            return true;
    return false;
}

static void wrong_legs_are_told_one_by_one(void **state)
{
    static const char *const texts[] = {
        ("route of A on Mon: leg 2 is S2>S3 10:30-10:50, 20 min, 6001 m, but must be "
         "S2>S3 10:30-10:50, 20 min, 6000 m"),
        "route of A on Mon: leg 3 is missing, it must be S3>S1 14:40-15:00, 20 min, 9000 m",
        "route of A on Tue: leg 1 is missing, it must be S1>S3 07:35-07:55, 20 min, 9000 m",
        "route of A on Tue: leg 2 is missing, it must be S3>S1 08:40-09:00, 20 min, 9000 m",
        "route of B on Wed: nobody needs leg 1, S1>S2 08:40-08:55, 15 min, 4000 m",
        "route of B on Wed: nobody needs leg 2, S2>S3 10:30-10:50, 20 min, 6001 m",
        "route of B on Fri: nobody needs leg 1, S1>S2 08:40-08:55, 15 min, 4000 m",
    };
    struct file f;

    (void)state;
    write_truth(&f);
    struct zj_leg *leg = f.plan.legs.v;
    leg[1].metres++;
    leg[3] = leg[0];
    leg[4] = leg[1];
    leg[3].teacher = leg[4].teacher = tiny_teacher(&f.t, "B");
    leg[3].day = leg[4].day = tiny_day(&f.t, "Wed");
    leg[2] = leg[3];
    leg[2].day = tiny_day(&f.t, "Fri");
    judge(&f);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (!says(&f.d, texts[i]))
            fail_msg("nobody says '%s'", texts[i]);
    assert_int_equal(f.d.n_errors, 7);
    release(&f);
}

/* Routes may stand in any order; the ways of a day may not. */
static void the_order_of_routes_does_not_matter(void **state)
{
    struct file f;

    (void)state;
    write_truth(&f);
    struct zj_lessons *plan = &f.plan.lessons;
    zj_lessons_release(plan);
    *plan =
        tiny_lessons(&f.t, "A b x Mon 1; A b x Tue 1; B a x Mon 1; B a x Tue 1; B c x Wed 1; A c x Fri 1");
    f.plan.legs.n = 0;
    zj_lesson_legs(&f.t.in, plan, 5, &f.plan.legs);
    assert_int_equal(f.plan.legs.n, 12);
    for (int i = 0; i < 6; i += 2) { /* the last route first */
        struct zj_leg route[2];

        memcpy(route, &f.plan.legs.v[i], sizeof route);
        memcpy(&f.plan.legs.v[i], &f.plan.legs.v[10 - i], sizeof route);
        memcpy(&f.plan.legs.v[10 - i], route, sizeof route);
    }
    zj_verify_lessons(&f.t.in, &f.t.pol, plan, &f.plan.legs, NULL, &f.v);
    assert_int_equal(f.v.n_hard_broken, 0);
    release(&f);
}

static void no_plan_proves_nothing(void **state)
{
    struct file f;

    (void)state;
    write_truth(&f);
    f.plan.status = ZJ_PLAN_INTERRUPTED;
    f.plan.lessons.n = f.plan.legs.n = f.plan.n_unmet = f.plan.n_findings = 0;
    for (int t = 0; t < ZJ_MAX_TIERS; t++)
        f.plan.value[t] = f.plan.bound[t] = ZJ_NO_VALUE;
    judge(&f);
    assert_int_equal(f.status, ZJ_OK);
    assert_int_equal(f.d.n, 1);
    assert_string_equal(f.d.problem[0].code, "proves_nothing");
    release(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_truth_passes),
        cmocka_unit_test(each_lie_is_named),
        cmocka_unit_test(true_in_other_words),
        cmocka_unit_test(changes_are_counted_against_the_kept_plan),
        cmocka_unit_test(a_broken_hard_rule_is_a_violation),
        cmocka_unit_test(wrong_legs_break_travel_time),
        cmocka_unit_test(wrong_legs_are_told_one_by_one),
        cmocka_unit_test(the_order_of_routes_does_not_matter),
        cmocka_unit_test(no_plan_proves_nothing),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
