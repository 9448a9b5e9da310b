#include "tests/support/judge.h"

static const char base[] =
    "school L1 lead -\nschool L2 lead -\nschool J lead - stage=junior\nschool A member -\nschool B member -\n"
    "school C member - kind=village\nschool D member - stage=junior\nschool E member - stage=junior\n";

static const struct judge_case cases[] = {
    /* Without a share: each member. */
    {"each has one lead", "rule coverage\n", "L1 A; L1 B; L2 C; J D; J E", 0, 5, "A"},
    {"one has none", "rule coverage\n", "L1 A; L1 B; L2 C; J D", 1, 5, "E"},
    {"nobody has any", "rule coverage\n", "", 5, 5, "A"},
    {"two leads are one too many", "rule coverage\n", "L1 A; L2 A; L1 B; L2 C; J D; J E", 1, 5, "A"},
    {"three leads are two too many", "rule coverage\n", "L1 A; L2 A; J A; L1 B; L2 C; J D; J E", 2, 5, "A"},
    {"two leads for each", "rule coverage leads_min=2 leads_max=2 where.school=A,B\n", "L1 A; L2 A; L1 B", 1,
     2, "B"},
    {"one or two", "rule coverage leads_max=2 where.school=A,B\n", "L1 A; L2 A; L1 B", 0, 2, "A"},
    {"two at least: nobody is two short", "rule coverage leads_min=2 leads_max=3 where.school=A,B\n",
     "L1 A; L2 A", 2, 2, "B"},
    {"where selects the member", "rule coverage where.stage=junior\n", "", 2, 2, "D"},
    {"a lead needs none", "rule coverage where.school=L1,A\n", "", 1, 1, "A"},
    {"several rounds are several rows", "rule coverage where.school=A\n", "L1 A round=1; L2 A round=2", 1, 1,
     "A"},
    /* A share. */
    {"all of the county", "rule coverage permille=1000\n", "L1 A; L1 B; L2 C; J D", 1, 5, "county"},
    {"three of five are 600", "rule coverage permille=600\n", "L1 A; L1 B; L2 C", 0, 4, "county"},
    {"601 of five is rounded up", "rule coverage permille=601\n", "L1 A; L1 B; L2 C", 1, 4, "county"},
    {"601 of five rounded down", "rule coverage permille=601 round=down\n", "L1 A; L1 B; L2 C", 0, 4,
     "county"},
    {"700 of five is nearer to four", "rule coverage permille=700 round=nearest\n", "L1 A; L1 B; L2 C", 1, 4,
     "county"},
    {"699 of five is nearer to three", "rule coverage permille=699 round=nearest\n", "L1 A; L1 B; L2 C", 0, 4,
     "county"},
    {"nothing is asked", "rule coverage permille=0\n", "", 0, 1, "county"},
    {"each stage", "rule coverage permille=500 per=stage\n", "L1 A; L2 B", 1, 4, "junior"},
    {"each stage: both short", "rule coverage permille=500 per=stage\n", "", 3, 2, "primary"},
    {"only stages with a selected member", "rule coverage permille=1000 per=stage where.stage=junior\n",
     "J D", 1, 2, "junior"},
    {"the stage is the member's", "rule coverage permille=1000 per=stage where.stage=junior\n", "L1 D; L1 E",
     0, 3, "junior"},
    {"enough leads only count", "rule coverage permille=1000 leads_min=2 leads_max=2 where.school=A,B\n",
     "L1 A; L2 A; L1 B", 1, 3, "county"},
    {"the greatest number holds with a share, too", "rule coverage permille=0\n", "L1 A; L2 A", 1, 2, "A"},
    {"a village", "rule coverage where.school_kind=village\n", "L1 A", 1, 1, "C"},
    {"soft, it is found all the same", "rule coverage soft weight=3\n", "L1 A; L1 B; L2 C; J D", 1, 5, "E"},
};

static const struct judge_case without_entry[] = {
    {"no entry: one lead", "", "L1 A; L2 B", 0, 2, "A"},
    {"no entry: not two", "", "L1 A; L2 A; L2 B", 1, 2, "A"},
    {"nobody needs any", "", "", 0, 0, NULL},
    {"an entry that does not speak of it", "rule coverage where.stage=junior\n", "L1 A; L2 A; J D", 1, 1,
     "A"},
    {"an entry that does", "rule coverage leads_max=2\n", "L1 A; L2 A", 0, 0, NULL},
};

static void verdicts(void **state)
{
    (void)state;
    judge_pair_cases(base, ZJ_R_coverage, false, cases, sizeof cases / sizeof cases[0]);
}

static void verdicts_without_entry(void **state)
{
    (void)state;
    judge_pair_cases(base, ZJ_R_coverage, true, without_entry,
                     sizeof without_entry / sizeof without_entry[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(verdicts), cmocka_unit_test(verdicts_without_entry)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
