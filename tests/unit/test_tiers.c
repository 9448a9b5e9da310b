/*
 * test_tiers.c - fairness, travel, wishes and the weighted sum of soft rules, counted again by the verifier.
 */
#include "tests/support/judge.h"

#include "solver/verify/verify.h"

static const char county[] = "school S1 lead G\n"
                             "school S2 member G\n"
                             "school S3 member G\n"
                             "road S1 S2 30\n"
                             "road S1 S3 50\n"
                             "road S2 S3 none\n"
                             "kind go any 1,2,3,4\n"
                             "teacher A S1 F 1990-01-01 x\n"
                             "teacher B S1 F 1990-01-01 x\n"
                             "teacher C S2 F 1990-01-01 x\n";

static const struct {
    const char *why, *lines, *plan;
    enum zj_tier tier;
    int64_t value;
} cases[] = {
    {"nobody travels", "", "", ZJ_T_TRAVEL, 0},
    {"terms times one way", "", "A go S2 2026A 2; B go S3 2026A 3", ZJ_T_TRAVEL, 2 * 30 + 3 * 50},
    {"a road of its own for the way back", "road S2 S1 35\n", "C go S1 2026A 1", ZJ_T_TRAVEL, 35},
    {"no road weighs nothing", "", "C go S3 2026A 1", ZJ_T_TRAVEL, 0},
    {"history does not travel again", "history A go S1 S2 2026-02-20 -\n", "", ZJ_T_TRAVEL, 0},
    {"fairness of an empty plan", "history A go S1 S2 2020-09-01 2022-07-05\n", "", ZJ_T_FAIRNESS, 0},
    {"the largest burden", "", "A go S2 2026A 3; B go S3 2026A 1", ZJ_T_FAIRNESS, 90},
    {"two postings of one teacher are added", "", "A go S2 2026A 1; A go S3 2027A 1; B go S2 2026A 2",
     ZJ_T_FAIRNESS, 80},
    {"history is added, by its column", "history A go S1 S3 2020-09-01 2022-07-05 terms=4\n",
     "A go S2 2026A 1", ZJ_T_FAIRNESS, 4 * 50 + 30},
    {"history of others does not matter", "history B go S1 S3 2020-09-01 2022-07-05 terms=4\n",
     "A go S2 2026A 1", ZJ_T_FAIRNESS, 30},
    /* (days + 90) / 180: 1..269 days are 1, 270 are 2. */
    {"a single day of history is a term", "history A go S1 S3 2020-09-01 2020-09-01\n", "A go S2 2026A 1",
     ZJ_T_FAIRNESS, 80},
    {"269 days are one term", "history A go S1 S3 2021-01-01 2021-09-26\n", "A go S2 2026A 1", ZJ_T_FAIRNESS,
     80},
    {"270 days are two", "history A go S1 S3 2021-01-01 2021-09-27\n", "A go S2 2026A 1", ZJ_T_FAIRNESS, 130},
    /* 2028-01-01 to 2028-07-05: 187 days, one term; 2027-10-10 on: 270 days. */
    {"history without an end lasts to the horizon's", "history B go S1 S3 2027-10-10 -\n", "B go S2 2026A 1",
     ZJ_T_FAIRNESS, 130},
    {"a day shorter", "history B go S1 S3 2027-10-11 -\n", "B go S2 2026A 1", ZJ_T_FAIRNESS, 80},
    {"history uses its own schools", "history C go S1 S3 2021-01-01 2021-02-01\n", "C go S1 2026A 1",
     ZJ_T_FAIRNESS, 30 + 50},
    {"history without a road weighs nothing", "history C go S2 S3 2021-01-01 2021-02-01\n", "C go S1 2026A 1",
     ZJ_T_FAIRNESS, 30},
    {"wishes are counted with their sign turned", "wish A S2 2\nwish B S2 -1\nwish A S3 -2\n",
     "A go S2 2026A 1; B go S2 2026A 1", ZJ_T_WISHES, -1},
    {"once for each posting", "wish A S2 2\n", "A go S2 2026A 2; A go S2 2027A 1", ZJ_T_WISHES, -4},
    {"no wish counts nothing", "wish A S3 2\n", "A go S2 2026A 1", ZJ_T_WISHES, 0},
    {"without a plan to keep nothing changes", "", "A go S2 2026A 1", ZJ_T_STABILITY, 0},
    {"soft rules: weight times shortfall", "rule quota soft weight=7 over=county per=year min=2\n",
     "A go S2 2026A 1", ZJ_T_SOFT, 7 * 3},
    {"several soft rules", "rule quota soft weight=7 over=county per=year min=2\nrule scope soft weight=2\n",
     "A go S2 2026A 1", ZJ_T_SOFT, 21},
    {"hard rules weigh nothing", "rule quota weight=7 over=county per=year min=2\n", "", ZJ_T_SOFT, 0},
    {"need is no soft rule", "demand S1 x 60\nrule need soft weight=7\n", "", ZJ_T_SOFT, 0},
};

static void tiers_are_counted(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct tiny t;
        struct zj_verdict v;

        tiny_build(&t, county);
        tiny_add(&t, cases[i].lines);
        struct zj_postings plan = tiny_plan(&t, cases[i].plan);
        zj_verify_postings(&t.in, &t.pol, &plan, NULL, &v);
        if (v.tier[cases[i].tier] != cases[i].value)
            fail_msg("'%s': %lld, expected %lld", cases[i].why, (long long)v.tier[cases[i].tier],
                     (long long)cases[i].value);
        zj_verdict_release(&v);
        zj_postings_release(&plan);
        tiny_release(&t);
    }
}

/* Weights and counts at their largest stop at the largest number and do not wrap. */
static void sums_do_not_wrap(void **state)
{
    struct tiny t;
    struct zj_verdict v;
    struct zj_postings nobody = {0};

    (void)state;
    tiny_build(&t, county);
    for (int i = 0; i < 4; i++)
        tiny_add(&t, "rule quota soft weight=2147483647 over=county per=term min=2147483647\n");
    zj_verify_postings(&t.in, &t.pol, &nobody, NULL, &v);
    assert_true(v.tier[ZJ_T_SOFT] == INT64_MAX);
    zj_verdict_release(&v);
    tiny_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(tiers_are_counted),
                                       cmocka_unit_test(sums_do_not_wrap)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
