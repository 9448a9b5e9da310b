/*
 * test_change.c - changed copies of instances and policies: what changes, and that nothing else does.
 */
#include "solver/data/change.h"
#include "solver/verify/verify.h"
#include "tests/support/judge.h"

#include <string.h>

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "school S4 lead H\n"
                             "school S5 member H\n"
                             "school S6 member -\n"
                             "kind go any 1,2,3,4 fills\n"
                             "teacher A S1 F 1990-01-01 x,y rank=backbone load=9\n"
                             "teacher B S1 M 1965-01-01 y\n"
                             "teacher C S2 M 1965-01-01 x\n"
                             "teacher D S6 M 1965-01-01 x\n"
                             "demand S1 x 20\n"
                             "demand S2 y 20\n";

enum { INDEX = 0 }; /* of the one rule of each case */

struct what_if {
    const char *why, *rule, *plan;
    const char *school, *community, *host, *subject; /* the spot; NULL = any */
    size_t field;                                    /* offset of the number */
    int value;
    int64_t before, changed, waived; /* shortfall of the rule */
};

#define FIELD(name) offsetof(struct zj_rule, name)

static const struct what_if cases[] = {
    {"a limit of age at one home school", "rule age_limit max.M=50\n", "B go S2 2026A 1; C go S1 2026A 1",
     "S1", NULL, NULL, NULL, FIELD(max_age[ZJ_MALE]), 70, 2, 1, 1},
    {"at a community, and not where there is none", "rule age_limit max.M=50\n",
     "B go S2 2026A 1; C go S1 2026A 1; D go S1 2026A 1", NULL, "G", NULL, NULL, FIELD(max_age[ZJ_MALE]), 70,
     3, 1, 1},
    {"distance at one host", "rule distance max_minutes=5\n", "A go S2 2026A 1; B go S3 2026A 1", NULL, NULL,
     "S3", NULL, FIELD(max_minutes), 10, 2, 1, 1},
    {"distance from one home to one host", "rule distance max_minutes=5\n",
     "A go S2 2026A 1; B go S3 2026A 1; C go S3 2026A 1", "S1", NULL, "S3", NULL, FIELD(max_minutes), 10, 3,
     2, 2},
    {"a quota of one member", "rule quota over=pair per=horizon min=2\n", "", "S2", NULL, NULL, NULL,
     FIELD(min), 1, 6, 5, 4},
    {"a quota of one community", "rule quota over=community per=horizon min=2\n", "", NULL, "H", NULL, NULL,
     FIELD(min), 1, 4, 3, 2},
    {"a quota of the county", "rule quota over=county per=horizon min=2\n", "", NULL, NULL, NULL, NULL,
     FIELD(min), 1, 2, 1, 0},
    {"a rule that speaks of some schools already",
     "rule quota over=host per=horizon min=2 where.school=S2,S3\n", "", "S3", NULL, NULL, NULL, FIELD(min), 1,
     4, 3, 2},
    {"a rule of this school alone", "rule quota over=host per=horizon min=2 where.school=S3\n", "", "S3",
     NULL, NULL, NULL, FIELD(min), 1, 2, 1, 0},
    {"a rule that never speaks of the school", "rule quota over=host per=horizon min=2 where.school=S2\n", "",
     "S3", NULL, NULL, NULL, FIELD(min), 0, 2, 2, 2},
    {"coverage of one subject at one school", "rule keep_coverage min=2\n",
     "A go S2 2026A 1; B go S2 2026A 1", "S1", NULL, NULL, "x", FIELD(min), 0, 4, 2, 2},
    {"need of a subject anywhere", "rule need\n", "", NULL, NULL, NULL, "y", FIELD(min), 0, 124, 124, 44},
};

static int school_of(const struct tiny *t, const char *id)
{
    return id ? tiny_school(t, id) : -1;
}

static struct zj_spot spot_of(struct tiny *t, const struct what_if *w)
{
    return (struct zj_spot){.school = school_of(t, w->school),
                            .community = w->community ? tiny_word(t, w->community) : -1,
                            .host = school_of(t, w->host),
                            .subject = w->subject ? tiny_word(t, w->subject) : -1};
}

static int64_t shortfall(const struct zj_instance *in, const struct zj_policy *pol,
                         const struct zj_postings *p, int rule)
{
    struct zj_verdict v;

    zj_verify_postings(in, pol, p, NULL, &v);
    int64_t sum = judge_shortfall(&v, (enum zj_rule_id)rule, false, NULL);
    zj_verdict_release(&v);
    return sum;
}

static void expect(const struct what_if *w, const char *what, int64_t is, int64_t should)
{
    if (is != should)
        fail_msg("%s, %s: shortfall %lld, expected %lld", w->why, what, (long long)is, (long long)should);
}

static void rules_at_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct what_if *w = &cases[i];
        struct tiny t;
        struct zj_change c;
        tiny_build(&t, county);
        tiny_add(&t, w->rule);
        struct zj_postings p = tiny_plan(&t, w->plan);
        const struct zj_spot at = spot_of(&t, w);
        int rule = (int)t.pol.rule[0].id;

        expect(w, "at first", shortfall(&t.in, &t.pol, &p, rule), w->before);
        zj_change_init(&c, &t.in, &t.pol);
        zj_change_number(&c, ZJ_SECONDMENT, INDEX, &at, w->field, w->value);
        expect(w, "changed", shortfall(&c.in, &c.pol, &p, rule), w->changed);
        zj_change_waive(&c, ZJ_SECONDMENT, INDEX, &at);
        expect(w, "changed and waived", shortfall(&c.in, &c.pol, &p, rule), w->waived);
        zj_change_release(&c);
        zj_change_init(&c, &t.in, &t.pol);
        zj_change_waive(&c, ZJ_SECONDMENT, INDEX, &at);
        expect(w, "waived", shortfall(&c.in, &c.pol, &p, rule), w->waived);
        zj_change_release(&c);
        expect(w, "the original", shortfall(&t.in, &t.pol, &p, rule), w->before);
        zj_postings_release(&p);
        tiny_release(&t);
    }
}

/* Two changes of one rule, at places that overlap. */
static void changes_add_up(void **state)
{
    struct tiny t;
    struct zj_change c;
    struct zj_spot at = {.school = -1, .community = -1, .host = -1, .subject = -1};
    const struct zj_postings nobody = {0};

    (void)state;
    tiny_build(&t, county);
    tiny_add(&t, "rule quota over=host per=horizon min=8\n");
    zj_change_init(&c, &t.in, &t.pol);
    at.community = tiny_word(&t, "G");
    zj_change_number(&c, ZJ_SECONDMENT, INDEX, &at, FIELD(min), 4); /* S1 S2 S3: 4, the other three: 8 */
    assert_int_equal(shortfall(&c.in, &c.pol, &nobody, ZJ_R_quota), 3 * 4 + 3 * 8);
    at = (struct zj_spot){.school = tiny_school(&t, "S2"), .community = -1, .host = -1, .subject = -1};
    zj_change_number(&c, ZJ_SECONDMENT, INDEX, &at, FIELD(min), 1);
    assert_int_equal(shortfall(&c.in, &c.pol, &nobody, ZJ_R_quota), 2 * 4 + 1 + 3 * 8);
    at.school = tiny_school(&t, "S6");
    zj_change_waive(&c, ZJ_SECONDMENT, INDEX, &at);
    assert_int_equal(shortfall(&c.in, &c.pol, &nobody, ZJ_R_quota), 2 * 4 + 1 + 2 * 8);
    assert_int_equal(t.pol.n_rules, 1);
    assert_true(t.pol.rule[0].where.empty);
    zj_change_release(&c);
    tiny_release(&t);
}

static void more_teachers(void **state)
{
    struct tiny t;
    struct zj_change c;

    (void)state;
    tiny_build(&t, county);
    tiny_add(&t, "teacher NEW2 S5 F 1990-01-01 x\nrule need\n");
    const struct zj_postings nobody = {0};
    int64_t before = shortfall(&t.in, &t.pol, &nobody, ZJ_R_need);
    zj_change_init(&c, &t.in, &t.pol);
    int a = tiny_teacher(&t, "A"), n = t.in.n_teachers;
    assert_int_equal(zj_change_add_teacher(&c, a, tiny_school(&t, "S2"), tiny_word(&t, "y")), n);
    assert_int_equal(zj_change_add_teacher(&c, a, tiny_school(&t, "S3"), -1), n + 1);
    assert_int_equal(c.in.n_teachers, n + 2);
    assert_int_equal(t.in.n_teachers, n);
    assert_int_equal(zj_find_teacher(&c.in, "NEW1"), n);
    assert_int_equal(zj_find_teacher(&c.in, "NEW3"), n + 1); /* there is a NEW2 */
    assert_int_equal(zj_find_teacher(&c.in, "B"), tiny_teacher(&t, "B"));
    assert_int_equal(zj_find_teacher(&t.in, "NEW1"), -1);
    assert_int_equal(c.in.teacher[n].subjects.n, 1);
    assert_int_equal(c.in.teacher[n + 1].subjects.n, 2);
    assert_string_equal(zj_word(&c.in, c.in.teacher[n].rank.v[0]), "backbone");
    /* Four terms of 9 periods of y at S2. */
    assert_int_equal(shortfall(&c.in, &c.pol, &nobody, ZJ_R_need), before - 4 * 9);
    assert_int_equal(shortfall(&t.in, &t.pol, &nobody, ZJ_R_need), before);
    zj_change_release(&c);
    tiny_release(&t);
}

static void pins(void **state)
{
    struct tiny t;
    struct zj_change c;
    struct zj_verdict v;
    const struct zj_postings nobody = {0};

    (void)state;
    tiny_build(&t, county);
    tiny_add(&t, "pin forbid teacher=A to=S3\n");
    struct zj_postings p = tiny_plan(&t, "A go S2 2026A 1");
    zj_change_init(&c, &t.in, &t.pol);
    struct zj_pin pin = zj_pin_any(ZJ_SECONDMENT);
    pin.teacher = tiny_teacher(&t, "A");
    pin.to = tiny_school(&t, "S2");
    zj_change_add_pin(&c, &pin);
    zj_verify_postings(&c.in, &c.pol, &nobody, NULL, &v);
    assert_int_equal(v.n_hard_broken, 1);
    zj_verdict_release(&v);
    zj_verify_postings(&c.in, &c.pol, &p, NULL, &v);
    assert_int_equal(v.n_hard_broken, 0);
    zj_verdict_release(&v);
    pin.forbid = true;
    zj_change_add_pin(&c, &pin);
    zj_verify_postings(&c.in, &c.pol, &p, NULL, &v);
    assert_int_equal(v.n_hard_broken, 1);
    zj_verdict_release(&v);
    assert_int_equal(c.in.pin[2].line, c.in.pin[1].line + 1);
    assert_true(c.in.pin[1].line > t.in.pin[0].line);
    assert_int_equal(t.in.n_pins, 1);
    zj_postings_release(&p);
    zj_change_release(&c);
    tiny_release(&t);
}

/* The rules of timetables are a list of their own; words that the copy learns stay there. */
static void timetables(void **state)
{
    struct tiny t;
    struct zj_change c;
    struct zj_spot at = {.school = -1, .community = -1, .host = -1, .subject = -1};
    int *number, n;

    (void)state;
    tiny_build(&t, county);
    tiny_add(&t, "rule room capacity=1\nrule need\n");
    zj_change_init(&c, &t.in, &t.pol);
    assert_ptr_equal(*zj_change_rules(&c, ZJ_TIMETABLE, &number), c.pol.lesson_rule);
    n = *number;
    assert_int_equal(n, t.pol.n_lesson_rules);
    at.school = tiny_school(&t, "S1");
    zj_change_number(&c, ZJ_TIMETABLE, INDEX, &at, FIELD(capacity), 3);
    assert_int_equal(c.pol.n_lesson_rules, n + 1);
    assert_int_equal(c.pol.lesson_rule[0].capacity, 3);
    assert_int_equal(c.pol.lesson_rule[1].capacity, 1);
    assert_int_equal(c.pol.lesson_rule[1].where.school.n, t.in.n_schools - 1);
    assert_int_equal(c.pol.n_rules, t.pol.n_rules);
    int words = t.in.words.n;
    assert_int_equal(zj_intern(&c.in.words, &c.in.arena, "something new"), words);
    assert_int_equal(t.in.words.n, words);
    zj_change_release(&c);
    tiny_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(rules_at_places), cmocka_unit_test(changes_add_up),
                                       cmocka_unit_test(more_teachers), cmocka_unit_test(pins),
                                       cmocka_unit_test(timetables)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
