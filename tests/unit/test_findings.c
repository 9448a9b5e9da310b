/*
 * test_findings.c - the numbers that a finding tells: what is needed, what there is.
 */
#include "tests/support/judge.h"

#include "solver/verify/verify.h"

#include <string.h>

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "road S1 S2 30 20000\n"
                             "kind go any 1,2,3,4 fills\n"
                             "teacher A S1 F 1990-01-01 x here=2000-01-01 rank=backbone\n"
                             "teacher B S1 M 1976-09-01 x load=9\n"
                             "teacher C S2 F 1990-01-01 x\n"
                             "demand S1 x 20\n"
                             "wish A S2 -2\n"
                             "wish C S1 1\n";

#define NONE ZJ_NO_VALUE

struct numbers {
    const char *rule, *lines, *plan, *where;
    int64_t need, have;
    bool ok;
};

static const struct numbers cases[] = {
    {"one_posting", "", "A go S2 2026A 3", "A", 1, 1, true},
    {"one_posting", "", "A go S2 2026A 3; A go S2 2026B 1; A go S2 2026B 2", "A", 1, 3, false},
    {"age_limit", "rule age_limit max.M=50\n", "B go S2 2026A 1", "B S1>S2 2026A", 50, 50, false},
    {"age_limit", "rule age_limit max.M=52\n", "B go S2 2026A 1", "B S1>S2 2026A", 52, 50, true},
    {"eligibility", "", "A go S2 2026A 1", "A S1>S2 2026A", 0, 0, true},
    {"eligibility", "", "A go S2 2027B 5 from=S2", "A S2>S2 2027B", 0, 3, false},
    {"volunteers", "rule volunteers states=applied\n", "A go S2 2026A 1", "A S1>S2 2026A", NONE, NONE, false},
    {"quota", "rule quota over=county per=year min=2 max=3\n", "A go S2 2026A 1", "county 2026-2027", 2, 1,
     false},
    {"quota", "rule quota over=county per=year min=1 max=3\n", "A go S2 2026A 1", "county 2026-2027", 1, 1,
     true},
    {"quota", "rule quota over=county per=year min=0 max=1\n", "A go S2 2026A 1; B go S2 2026A 1",
     "county 2026-2027", 1, 2, false},
    {"quota", "rule quota over=county per=year max=1\n", "A go S2 2026A 1", "county 2026-2027", 1, 1, true},
    {"equal_exchange", "rule equal_exchange over=pair per=year tolerance=1\n",
     "A go S2 2026A 1; B go S2 2026A 1", "S1>S2 2026-2027", 1, 2, false},
    {"equal_exchange", "rule equal_exchange over=pair per=year tolerance=1\n", "C go S1 2026A 1",
     "S1>S2 2026-2027", 1, 1, true},
    {"keep_coverage", "rule keep_coverage min=2\n", "A go S2 2026A 1", "S1/x 2026A", 2, 1, false},
    {"keep_coverage", "rule keep_coverage unit=periods max_away_permille=500\n", "A go S2 2026A 1",
     "S1/x 2026A", 10, 12, false},
    {"backfill", "rule backfill\n", "A go S2 2026A 1; B go S2 2026A 1; C go S1 2026A 1", "S1/x 2026A", 2, 1,
     false},
    {"need", "rule need soft\n", "A go S2 2026A 1", "S1/x 2026A", 20, 9, false},
    {"need", "rule need\n", "", "S1/x 2027B", 20, 21, true},
    {"cycle", "rule cycle years=2 where.school=S2\n", "", "C", 1, 0, false},
    {"cycle", "rule cycle years=2 where.school=S2\n", "C go S1 2026A 1", "C", 1, 1, true},
    {"cycle", "rule cycle years=2 even\n", "C go S1 2026A 1", "county 2026-2027", 2, 1, false},
    {"exchange_rate", "rule exchange_rate permille=500\n", "C go S1 2026A 1", "county 2026-2027", 2, 1,
     false},
    {"exchange_rate", "rule exchange_rate backbone_permille=1000\n", "C go S1 2026A 1; A go S2 2026A 1",
     "county/backbone 2026-2027", 2, 1, false},
    {"must_rotate", "rule must_rotate years=6\n", "", "A", 1, 0, false},
    {"must_rotate", "rule must_rotate years=6\n", "A go S2 2026A 1", "A", 1, 1, true},
    {"rest", "rule rest terms=2\n", "A go S2 2026A 1; A go S2 2027A 1", "A S1>S2 2027A", 2, 1, false},
    {"distance", "rule distance max_minutes=29 max_metres=1\n", "A go S2 2026A 1", "A S1>S2 2026A", 29, 30,
     false},
    {"distance", "rule distance max_minutes=30 max_metres=1\n", "A go S2 2026A 1", "A S1>S2 2026A", 1, 20000,
     false},
    {"distance", "rule distance max_minutes=30 max_metres=20000\n", "A go S2 2026A 1", "A S1>S2 2026A", 30,
     30, true},
    {"distance", "rule distance max_metres=20000\n", "A go S2 2026A 1", "A S1>S2 2026A", 20000, 20000, true},
    {"distance", "road S1 S2 none\nrule distance max_metres=20000\n", "A go S2 2026A 1", "A S1>S2 2026A",
     20000, NONE, false},
    {"headcount", "rule headcount tolerance=1\n", "A go S2 2026A 1; B go S2 2026A 1", "S2 2026A", 1, 2,
     false},
    {"headcount", "rule headcount\n", "A go S2 2026A 1; C go S1 2026A 1", "S1 2026A", 0, 0, true},
    {"mentor_capacity", "rule mentor_capacity max=3\n", "C go S1 2026A 1", "S1/x 2026A", 3, 1, true},
    {"mentor_capacity", "rule mentor_capacity max=3\n", "A go S2 2026A 1", "S2/x 2026A", 0, 1, false},
    {"pins", "pin teacher=A\n", "A go S2 2026A 1; A go S2 2027A 1", "pins.csv:2", 1, 2, true},
    {"pins", "pin forbid teacher=A\n", "A go S2 2026A 1", "pins.csv:2", 0, 1, false},
    {"wishes", "rule wishes\n", "A go S2 2026A 1", "A S1>S2 2026A", -1, -2, false},
    {"wishes", "rule wishes\n", "C go S1 2026A 1", "C S2>S1 2026A", -1, 1, true},
};

static const struct zj_finding *find(const struct zj_verdict *v, const char *rule, const char *where)
{
    for (int i = 0; i < v->n; i++)
        if (strcmp(zj_rule_name(v->finding[i].rule), rule) == 0 && strcmp(v->finding[i].where, where) == 0)
            return &v->finding[i];
    return NULL;
}

static void compare(const struct numbers *c, const struct zj_verdict *v)
{
    const struct zj_finding *f = find(v, c->rule, c->where);

    if (!f)
        fail_msg("'%s', '%s': %s finds nothing at %s", c->lines, c->plan, c->rule, c->where);
    if (f->need != c->need || f->have != c->have || f->ok != c->ok)
        fail_msg("'%s', '%s': %s at %s: need %lld, have %lld", c->lines, c->plan, c->rule, c->where,
                 (long long)f->need, (long long)f->have);
}

static void findings_tell_their_numbers(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct tiny t;
        struct zj_verdict v;

        tiny_build(&t, county);
        tiny_add(&t, cases[i].lines);
        struct zj_postings plan = tiny_plan(&t, cases[i].plan);
        zj_verify_postings(&t.in, &t.pol, &plan, NULL, &v);
        compare(&cases[i], &v);
        zj_verdict_release(&v);
        zj_postings_release(&plan);
        tiny_release(&t);
    }
}

static const char lesson_county[] = "school S1 lead G\n"
                                    "school S2 member G\n"
                                    "school S3 member G\n"
                                    "road S1 S2 10 4000\n"
                                    "road S2 S3 20 9000\n"
                                    "settle 5\n"
                                    "teacher A S1 F 1990-01-01 x,y load=12\n"
                                    "teacher B S1 F 1990-01-01 x load=12\n"
                                    "demand S1 x 3 class=a max_per_day=2\n"
                                    "demand S2 x 4 class=b\n"
                                    "demand S3 x 4 class=c\n"
                                    "wish A S2 -2\n";

static const struct numbers lesson_cases[] = {
    {"no_clash", "", "A a x Mon 1", "A Mon", NONE, NONE, true},
    {"no_clash", "", "A a x Mon 1; A b x Mon 1", "A Mon", NONE, NONE, false},
    {"travel_time", "", "A a x Mon 1; A b x Mon 3", "A Mon", 15, 70, true},
    {"travel_time", "", "A a x Mon 2; A b x Mon 3; A a x Mon 7", "A Mon", 15, 20, true},
    {"travel_time", "", "A a x Mon 3; A b x Mon 4; A a x Mon 7", "A Mon", 15, 10, false},
    {"travel_time", "", "A b x Mon 2; A a x Mon 3; A c x Mon 4", "A Mon", 15, 10, false},
    {"travel_time", "", "A b x Mon 2", "A Mon", 15, 530, true},
    {"travel_time", "road S2 S3 none\n", "A b x Mon 2; A c x Mon 5", "A Mon", NONE, NONE, false},
    {"load", "", "A a x Mon 1; A b x Mon 3", "A", 12, 2, true},
    {"load", "rule load max_day=1\n", "A a x Mon 1; A b x Mon 3", "A Mon", 1, 2, false},
    {"load", "rule load max_row=2\n", "A b x Mon 1-3; A c x Mon 5", "A Mon", 2, 3, false},
    {"load", "rule load max_row=2\n", "A b x Mon 1; A b x Mon 3", "A Mon", 2, 1, true},
    {"schools", "rule schools max_day=1\n", "A a x Mon 1; A b x Mon 3; A a x Mon 7", "A Mon", 1, 2, false},
    {"schools", "rule schools max_week=3\n", "A a x Mon 1; A b x Tue 3", "A", 3, 2, true},
    {"schools", "rule schools max_changes_day=1\n", "A a x Mon 1; A b x Mon 3; A a x Mon 7", "A Mon", 1, 2,
     false},
    {"travel_limit", "rule travel_limit max_leg_minutes=20\n", "A b x Mon 1; A c x Mon 5", "A Mon", 20, 20,
     true},
    {"travel_limit", "rule travel_limit max_leg_metres=8000\n", "A b x Mon 1; A c x Mon 5", "A Mon", 8000,
     9000, false},
    {"travel_limit", "rule travel_limit max_day_minutes=39\n", "A b x Mon 1; A c x Mon 5", "A Mon", 39, 40,
     false},
    {"travel_limit", "rule travel_limit max_week_metres=8000\n", "A b x Mon 1; A a x Fri 1", "A", 8000, 8000,
     true},
    {"half_day", "rule half_day\n", "A a x Mon 1; A b x Mon 2; A a x Mon 3", "A Mon", 0, 2, false},
    {"one_teacher", "rule one_teacher\n", "A a x Mon 1; B a x Mon 2", "a/x", 1, 2, false},
    {"spread", "", "A a x Mon 1", "a/x", 2, 1, true},
    {"spread", "rule spread max_day=2\n", "A b x Mon 1; A b x Tue 1-3", "b/x", 2, 3, false},
    {"spread", "rule spread max_day=2\n", "A b x Tue 1-2; A b x Thu 1", "b/x", 2, 2, true},
    {"spread", "rule spread min_gap_days=3\n", "A b x Mon 1; A b x Thu 1; A b x Fri 1", "b/x", 3, 1, false},
    {"double", "rule double\n", "A b x Mon 1-2; A b x Thu 1", "b/x", 0, 1, false},
    {"double", "rule double\n", "A a x Mon 1-2; A a x Thu 1", "a/x", 1, 1, true},
    {"visiting_days", "rule visiting_days weekday=Fri\n", "A b x Mon 1; A b x Fri 1", "A S2", 0, 1, false},
    {"visiting_days", "rule visiting_days max_days=2\n", "A b x Mon 1; A b x Fri 1", "A S2", 2, 2, true},
    {"visiting_days", "rule visiting_days min_periods=2\n", "A b x Mon 1-3; A b x Fri 1", "A S2", 2, 1,
     false},
    {"visiting_days", "rule visiting_days min_periods=2\n", "A b x Mon 1-2; A b x Fri 5-7", "A S2", 2, 2,
     true},
    {"room", "rule room capacity=1\n", "A b x Mon 1-2; B b x Mon 2", "S2 Mon", 1, 2, false},
    {"avoid", "rule avoid periods=1\n", "A b x Mon 1-2; A b x Tue 1", "b/x", 0, 2, false},
    {"common_free", "rule common_free group.subject=x periods_per_week=9\n", "A b x Mon 1; B b x Mon 2",
     "group", 9, 33, true},
    {"sync_class", "sync b c x 3\nrule sync_class\n", "A b x Mon 1-2; B c x Mon 2-4", "sync.csv:2", 2, 1,
     false},
    {"sync_class", "sync b c x 3\nrule sync_class periods_min=4\n", "A b x Mon 1-2; B c x Mon 2", "county", 4,
     1, false},
    {"sync_class", "sync b c x 3\nrule sync_class subjects_min=1\n", "A b x Mon 1-2; B c x Mon 2", "county",
     1, 1, true},
    {"idle", "rule idle max_day=2\n", "A b x Mon 1; A b x Mon 5", "A Mon", 2, 3, false},
    {"fairness", "rule fairness max_minutes=30\n", "A b x Mon 1", "A", 30, 20, true},
    {"need", "rule need\n", "A b x Mon 1", "b/x", 4, 1, false},
    {"pins", "pin lesson teacher=A\n", "A b x Mon 1-2", "pins.csv:2", 1, 2, true},
    {"pins", "pin lesson forbid teacher=A\n", "A b x Mon 1-2", "pins.csv:2", 0, 2, false},
    {"wishes", "rule wishes\n", "A b x Mon 1", "A S2", -1, -2, false},
};

static void findings_about_lessons_too(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lesson_cases / sizeof lesson_cases[0]; i++) {
        struct tiny t;
        struct zj_verdict v;

        tiny_build(&t, lesson_county);
        tiny_add(&t, lesson_cases[i].lines);
        struct zj_lessons plan = tiny_lessons(&t, lesson_cases[i].plan);
        judge_lessons(&t, &plan, NULL, &v);
        compare(&lesson_cases[i], &v);
        zj_verdict_release(&v);
        zj_lessons_release(&plan);
        tiny_release(&t);
    }
}

/* Rules that always hold stand at index -1; an entry of the policy lends its place, and narrows nothing. */
static void an_entry_lends_its_index(void **state)
{
    static const struct {
        const char *lines;
        int index;
    } entries[] = {
        {"", -1},
        {"rule one_posting\n", 0},
        {"rule scope within=county\nrule one_posting where.school=S2\n", 1},
    };

    (void)state;
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++) {
        struct tiny t;
        struct zj_verdict v;

        tiny_build(&t, county);
        tiny_add(&t, entries[i].lines);
        struct zj_postings plan = tiny_plan(&t, "A go S2 2026A 1; A go S2 2026A 1");
        zj_verify_postings(&t.in, &t.pol, &plan, NULL, &v);
        const struct zj_finding *f = find(&v, "one_posting", "A");
        assert_non_null(f);
        assert_int_equal(f->index, entries[i].index);
        assert_true(f->hard && !f->ok);
        assert_int_equal(v.n_hard_broken, 1);
        zj_verdict_release(&v);
        zj_postings_release(&plan);
        tiny_release(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(findings_tell_their_numbers),
                                       cmocka_unit_test(findings_about_lessons_too),
                                       cmocka_unit_test(an_entry_lends_its_index)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
