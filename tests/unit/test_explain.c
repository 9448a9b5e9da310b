/*
 * test_explain.c - which rules bar a posting, which it only strains, and what a change leaves alone.
 */
#include "models/secondment/secondment.h"
#include "solver/explain/explain.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/tiny.h"

#include <string.h>

/* ---- who may go where ------------------------------------------------------------------------------- */

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 lead H\n"
                             "school S4 member H\n"
                             "kind go lead_to_member 1,2 fills starts=2026A,2027A\n"
                             "teacher A S1 M 1980-01-01 x\n"
                             "teacher B S1 F 1970-01-01 x\n"
                             "teacher C S2 F 1990-01-01 x\n"
                             "teacher D S1 F 1990-01-01 y flags=ill\n"
                             "road S1 S4 90 60000\n";

struct bar_case {
    const char *why, *lines, *teacher, *school, *term;
    enum ex_answer answer;
    const char *bar; /* the first rule named, NULL = none */
    int n_ways, n_barred;
    const char *strain; /* likewise */
};

static const struct bar_case cases[] = {
    {"nothing forbids it", "", "A", "S2", NULL, EX_POSSIBLE, NULL, 4, 0, NULL},
    {"both lengths, one term", "", "A", "S2", "2027A", EX_POSSIBLE, NULL, 2, 0, NULL},
    {"the kind does not go that way", "", "C", "S1", NULL, EX_BARRED, NULL, 0, 0, NULL},
    {"the kind does not start then", "", "A", "S2", "2026B", EX_BARRED, NULL, 0, 0, NULL},
    {"too old from the second year on", "rule age_limit max.F=57\n", "B", "S2", NULL, EX_POSSIBLE,
     "age_limit", 4, 2, NULL},
    {"too old in that term", "rule age_limit max.F=57\n", "B", "S2", "2027A", EX_BARRED, "age_limit", 2, 2,
     NULL},
    {"not of the community", "rule scope\n", "A", "S4", NULL, EX_BARRED, "scope", 4, 4, NULL},
    {"too far", "rule distance max_minutes=60\n", "A", "S4", NULL, EX_BARRED, "distance", 4, 4, NULL},
    {"a soft rule forbids nothing", "rule distance soft weight=5 max_minutes=60\n", "A", "S4", NULL,
     EX_POSSIBLE, NULL, 4, 0, NULL},
    {"the rule that forbids more ways comes first",
     "rule age_limit max.F=57\nrule eligibility filter.sex=M where.host_school=S2\n", "B", "S2", NULL,
     EX_BARRED, "eligibility", 4, 4, NULL},
    {"exempt", "rule exempt flags=ill\n", "D", "S2", NULL, EX_BARRED, "exempt", 4, 4, NULL},
    {"a pin forbids it", "pin forbid teacher=A to=S2\n", "A", "S2", NULL, EX_BARRED, "pins", 4, 4, NULL},
    {"history is in the way", "history A go S1 S4 2026-03-01 2027-01-10\n", "A", "S2", "2026A", EX_BARRED,
     "one_posting", 2, 2, NULL},
    {"rest after history", "history A go S1 S4 2026-03-01 2026-07-01\nrule rest terms=2\n", "A", "S2",
     "2026A", EX_BARRED, "rest", 2, 2, NULL},
    {"not a volunteer", "rule volunteers states=approved\n", "A", "S2", NULL, EX_BARRED, "volunteers", 4, 4,
     NULL},
    {"a strong wish against it", "wish A S2 -2\nrule wishes\n", "A", "S2", NULL, EX_BARRED, "wishes", 4, 4,
     NULL},
    {"the last of the subject may not leave, and nobody comes", "rule keep_coverage min=1 subjects=y\n", "D",
     "S2", NULL, EX_IMPOSSIBLE, NULL, 4, 0, "keep_coverage"},
    {"the quota is for nobody", "rule quota over=pair per=year max=0\n", "A", "S2", NULL, EX_IMPOSSIBLE, NULL,
     4, 0, "quota"},
    {"somebody can come instead", "kind back member_to_lead 1,2 fills\nrule headcount where.school=S1\n", "A",
     "S2", NULL, EX_POSSIBLE, NULL, 4, 0, "headcount"},
    {"the plan has it",
     "rule eligibility filter.subject=y\nrule quota over=pair per=year min=1 where.school=S2\n", "D", "S2",
     NULL, EX_IS_SO, NULL, 0, 0, NULL},
};

static void solve(const struct tiny *t, struct zj_plan *plan, struct zj_verdict *now)
{
    struct zj_err err;

    if (sec_solve(&t->in, &t->pol, &(struct sec_options){.jobs = 1}, plan, &err) != ZJ_OK)
        fail_msg("%s", err.text);
    assert_int_equal(plan->status, ZJ_PLAN_OPTIMAL);
    zj_verify_postings(&t->in, &t->pol, &plan->postings, NULL, now);
}

static struct ex_case case_of(const struct tiny *t, const struct zj_plan *plan, const struct zj_verdict *now)
{
    return (struct ex_case){.in = &t->in, .pol = &t->pol, .plan = plan, .now = now->tier, .jobs = 1};
}

static const char *first_rule(const struct ex_bar *bar, int n)
{
    return n > 0 ? zj_rule_name(bar[0].finding.rule) : NULL;
}

static bool same_text(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

static void check(const struct bar_case *k, const struct ex_outcome *o)
{
    const char *bar = first_rule(o->bar, o->n_bars), *strain = first_rule(o->strain, o->n_strains);

    if (o->answer != k->answer)
        fail_msg("%s: answer %d, expected %d", k->why, o->answer, k->answer);
    if (!same_text(bar, k->bar) || !same_text(strain, k->strain))
        fail_msg("%s: bar '%s', strain '%s'; expected '%s', '%s'", k->why, bar ? bar : "-",
                 strain ? strain : "-", k->bar ? k->bar : "-", k->strain ? k->strain : "-");
    if (o->n_ways != k->n_ways || o->n_barred != k->n_barred)
        fail_msg("%s: %d of %d ways, expected %d of %d", k->why, o->n_barred, o->n_ways, k->n_barred,
                 k->n_ways);
}

static void rules_in_the_way(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct bar_case *k = &cases[i];
        struct tiny t;
        struct zj_plan plan;
        struct zj_verdict now;
        struct ex_outcome o;
        struct zj_err err;
        tiny_build(&t, county);
        tiny_add(&t, k->lines);
        solve(&t, &plan, &now);
        const struct ex_case x = case_of(&t, &plan, &now);
        const struct ex_question q = {.teacher = tiny_teacher(&t, k->teacher),
                                      .school = tiny_school(&t, k->school),
                                      .start_term = k->term ? tiny_term(&t, k->term) : -1,
                                      .kind = -1,
                                      .class_id = -1};

        assert_int_equal(ex_why_not(&x, &q, &o, &err), ZJ_OK);
        check(k, &o);
        ex_outcome_release(&o);
        zj_verdict_release(&now);
        zj_plan_release(&plan);
        tiny_release(&t);
    }
}

/* ---- blocks that are left alone --------------------------------------------------------------------- */

/*
 * A goes 30 minutes to S2. B would like S5, 40 minutes, but burdens are at most 30: S4 it is. When A is sent
 * 60 minutes to S6, B may go to S5, though that is another community.
 */
static const char cap[] = "terms 1\n"
                          "school S1 lead G\nschool S2 member G\nschool S6 member G\n"
                          "school S3 lead H\nschool S4 member H\nschool S5 member H\n"
                          "road S1 S2 30\nroad S1 S6 60\nroad S3 S4 10\nroad S3 S5 40\n"
                          "kind go lead_to_member 1 fills\n"
                          "teacher A S1 F 1990-01-01 x\nteacher B S3 F 1990-01-01 x\n"
                          "wish B S5 2\n"
                          "rule scope\nrule quota over=sender per=horizon min=1 where.role=lead\n"
                          "objective fairness,wishes,travel\n";

static void another_cap_reaches_all(void **state)
{
    struct tiny t;
    struct zj_plan plan;
    struct zj_verdict now;
    struct ex_outcome o;
    struct zj_err err;

    (void)state;
    tiny_build(&t, cap);
    solve(&t, &plan, &now);
    assert_int_equal(plan.value[ZJ_T_FAIRNESS], 30);
    assert_int_equal(plan.value[ZJ_T_WISHES], 0);
    const struct ex_case x = case_of(&t, &plan, &now);
    const struct ex_question q = {.teacher = tiny_teacher(&t, "A"),
                                  .school = tiny_school(&t, "S6"),
                                  .start_term = -1,
                                  .kind = -1,
                                  .class_id = -1};
    assert_int_equal(ex_why_not(&x, &q, &o, &err), ZJ_OK);
    assert_int_equal(o.answer, EX_POSSIBLE);
    assert_int_equal(o.plan.value[ZJ_T_FAIRNESS], 60);
    assert_int_equal(o.plan.value[ZJ_T_WISHES], -2);
    assert_int_equal(o.added.n, 2);
    ex_outcome_release(&o);
    zj_verdict_release(&now);
    zj_plan_release(&plan);
    tiny_release(&t);
}

/* A third of the county's teachers must go; only those of H can. One teacher more in G sends another of H. */
static const char share[] = "terms 1\n"
                            "school S1 lead G\nschool S2 member G\n"
                            "school S3 lead H\nschool S4 member H\n"
                            "kind go lead_to_member 1 fills\n"
                            "teacher A S2 F 1990-01-01 x\nteacher B S2 F 1990-01-01 x\n"
                            "teacher C S2 F 1990-01-01 x\nteacher D S3 F 1990-01-01 x\n"
                            "teacher E S3 F 1990-01-01 x\nteacher F S3 F 1990-01-01 x\n"
                            "rule scope\nrule exchange_rate soft weight=9 permille=334 round=down\n"
                            "teacher G S1 F 1990-01-01 x\n"
                            "pin forbid teacher=G\n";

static void a_share_of_the_county_reaches_all(void **state)
{
    struct tiny t;
    struct zj_plan plan, part, whole;
    struct zj_verdict now;
    struct zj_change c;
    struct zj_err err;

    (void)state;
    tiny_build(&t, share);
    solve(&t, &plan, &now);
    struct ex_case x = case_of(&t, &plan, &now);
    zj_change_init(&c, &t.in, &t.pol);
    for (int i = 0; i < 3; i++)
        zj_change_add_teacher(&c, tiny_teacher(&t, "A"), tiny_school(&t, "S2"), -1);
    bool touched[] = {true, true, false, false};
    assert_int_equal(ex_solve(&x, &c, touched, &part, &err), ZJ_OK);
    x.whole = true;
    assert_int_equal(ex_solve(&x, &c, NULL, &whole, &err), ZJ_OK);
    assert_int_equal(whole.status, ZJ_PLAN_OPTIMAL);
    assert_int_equal(part.status, ZJ_PLAN_OPTIMAL);
    assert_int_equal(part.postings.n, plan.postings.n + 1);
    assert_memory_equal(part.value, whole.value, sizeof part.value);
    zj_plan_release(&part);
    zj_plan_release(&whole);
    zj_change_release(&c);
    zj_verdict_release(&now);
    zj_plan_release(&plan);
    tiny_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(rules_in_the_way),
                                       cmocka_unit_test(another_cap_reaches_all),
                                       cmocka_unit_test(a_share_of_the_county_reaches_all)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
