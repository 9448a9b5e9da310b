/*
 * test_need.c - whose load covers which periods, and what no load covers.
 */
#include "tests/support/judge.h"

#include "solver/verify/verify.h"

/* S1: x 20 of 22, y 6 of 6. S2: x 30 of 8. */
static const char county[] = "terms 2\n"
                             "school S1 lead G\n"
                             "school S2 member G stage=junior\n"
                             "kind go any 1,2 fills\n"
                             "kind learn any 1,2\n"
                             "teacher A S1 F 1990-01-01 x,y load=12\n"
                             "teacher B S1 F 1990-01-01 x load=10\n"
                             "teacher C S1 F 1990-01-01 y load=6\n"
                             "teacher D S2 F 1990-01-01 x load=8\n"
                             "demand S1 x 20\n"
                             "demand S1 y 3 classes=2\n"
                             "demand S2 x 20\n"
                             "demand S2 x 5 classes=2\n";

static const struct judge_case cases[] = {
    {"rows of one subject are added up", "rule need\n", "", 44, 6, "S2/x 2026A"},
    {"a posted teacher supplies the host and not her home", "rule need where.school=S2\n", "A go S2 2026A 1",
     32, 2, "S2/x 2026A"},
    {"she is missed at home", "rule need where.school=S1\n", "A go S2 2026A 1", 10, 4, "S1/x 2026A"},
    {"spare load is lost, not carried over", "rule need where.school=S1\n", "B go S2 2026A 1", 8, 4, NULL},
    {"the host has her in the subject of the assignment", "rule need where.school=S2\n", "A go S2 2026A 1 y",
     44, 2, NULL},
    {"at home only the main subject counts", "rule need subjects=y\n", "C go S2 2026A 1", 6, 2, "S1/y 2026A"},
    {"a kind that does not teach", "rule need where.school=S2\n", "A learn S2 2026A 1", 44, 2, NULL},
    {"and takes her away all the same", "rule need where.school=S1\n", "A learn S2 2026A 1", 10, 4, NULL},
    {"for two terms", "rule need where.school=S2\n", "A go S2 2026A 2", 20, 2, NULL},
    {"only named subjects", "rule need subjects=y\n", "", 0, 2, "S1/y 2026A"},
    {"a subject that nobody needs", "rule need subjects=z\n", "", 0, 0, NULL},
    {"`where` is the school", "rule need where.stage=junior\n", "", 44, 2, NULL},
    {"running history is away and at the host", "history A go S1 S2 2026-01-01 2026-09-01\nrule need\n", "",
     42, 6, NULL},
    {"history of an unknown kind teaches nowhere", "history A gone S1 S2 2026-01-01 2026-09-01\nrule need\n",
     "", 54, 6, NULL},
    {"history teaches the main subject",
     "demand S2 y 4\nhistory A go S1 S2 2026-01-01 2026-09-01\nrule need where.school=S2 subjects=y\n", "", 8,
     2, NULL},
    {"more than enough is no shortage", "demand S1 w 0\nrule need where.school=S1\n", "", 0, 6, "S1/w 2026B"},
    {"classes multiply", "demand S1 w 2 classes=3\nrule need subjects=w\n", "", 12, 2, "S1/w 2026B"},
};

static void need_verdicts(void **state)
{
    (void)state;
    judge_cases(county, ZJ_R_need, false, cases, sizeof cases / sizeof cases[0]);
}

/* The tier and the list of unmet periods hold what some entry selects, once; without an entry everything. */
static void the_tier_holds_what_an_entry_selects(void **state)
{
    static const struct {
        const char *rules;
        int64_t tier;
        int unmet;
        int64_t soft;
        int hard_broken;
    } tiers[] = {
        {"", 44, 2, 0, 0},
        {"rule need soft\n", 44, 2, 0, 0},
        {"demand S1 x 3\n", 46, 4, 0, 0},
        {"demand S1 x 3\nrule need soft\n", 46, 4, 0, 0},
        {"rule need soft weight=9 where.school=S1\n", 0, 0, 0, 0},
        {"rule need soft where.school=S2\nrule need soft subjects=x\n", 44, 2, 0, 0},
        {"rule need where.school=S2\n", 44, 2, 0, 2},
        {"rule need where.school=S1\nrule need soft where.school=S2\n", 44, 2, 0, 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof tiers / sizeof tiers[0]; i++) {
        struct tiny t;
        struct zj_verdict v;
        struct zj_postings nobody = {0};
        int64_t sum = 0;

        tiny_build(&t, county);
        tiny_add(&t, tiers[i].rules);
        zj_verify_postings(&t.in, &t.pol, &nobody, NULL, &v);
        assert_int_equal(v.tier[ZJ_T_NEED], tiers[i].tier);
        assert_int_equal(v.n_unmet, tiers[i].unmet);
        assert_int_equal(v.tier[ZJ_T_SOFT], tiers[i].soft);
        assert_int_equal(v.n_hard_broken, tiers[i].hard_broken);
        for (int k = 0; k < v.n_unmet; k++)
            sum += v.unmet[k].periods;
        assert_int_equal(sum, v.tier[ZJ_T_NEED]);
        zj_verdict_release(&v);
        tiny_release(&t);
    }
}

static void a_blank_load_supplies_nothing(void **state)
{
    struct tiny t;
    struct zj_verdict v;
    struct zj_postings nobody = {0};

    (void)state;
    tiny_build(&t, county);
    t.in.teacher[tiny_teacher(&t, "D")].max_week = ZJ_NONE;
    zj_verify_postings(&t.in, &t.pol, &nobody, NULL, &v);
    assert_int_equal(v.tier[ZJ_T_NEED], 60);
    zj_verdict_release(&v);
    tiny_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(need_verdicts),
                                       cmocka_unit_test(a_blank_load_supplies_nothing),
                                       cmocka_unit_test(the_tier_holds_what_an_entry_selects)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
