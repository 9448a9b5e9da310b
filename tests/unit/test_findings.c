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

static const struct {
    const char *rule, *lines, *plan, *where;
    int64_t need, have;
    bool ok;
} cases[] = {
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
        const struct zj_finding *f = find(&v, cases[i].rule, cases[i].where);
        if (!f)
            fail_msg("case %d: %s finds nothing at %s", (int)i, cases[i].rule, cases[i].where);
        if (f->need != cases[i].need || f->have != cases[i].have || f->ok != cases[i].ok)
            fail_msg("case %d: %s at %s: need %lld, have %lld", (int)i, cases[i].rule, cases[i].where,
                     (long long)f->need, (long long)f->have);
        zj_verdict_release(&v);
        zj_postings_release(&plan);
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
                                       cmocka_unit_test(an_entry_lends_its_index)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
