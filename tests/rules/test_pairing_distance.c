#include "tests/support/judge.h"

static const char base[] =
    "school L lead -\nschool M lead -\nschool A member - kind=village\nschool B member -\n"
    "school C member -\nroad L A 30 20000\nroad L B 31 20000\nroad L C none\n"
    "road M A 5 20001\nroad M B 0 0\nroad M C 60 100\n";

static const struct judge_case cases[] = {
    {"minutes: the limit itself", "rule distance model=pairing max_minutes=30\n", "L A", 0, 1, "L>A"},
    {"minutes: one more", "rule distance model=pairing max_minutes=30\n", "L B", 1, 1, "L>B"},
    {"metres: the limit itself", "rule distance model=pairing max_metres=20000\n", "L A", 0, 1, "L>A"},
    {"metres: one more", "rule distance model=pairing max_metres=20000\n", "M A", 1, 1, "M>A"},
    {"either is enough", "rule distance model=pairing max_minutes=59 max_metres=20000\n", "M A; M C", 2, 2,
     "M>C"},
    {"both count once", "rule distance model=pairing max_minutes=1 max_metres=1\n", "L A", 1, 1, "L>A"},
    {"no way is too far", "rule distance model=pairing max_minutes=1440\n", "L C", 1, 1, "L>C"},
    {"no way is too far for metres, too", "rule distance model=pairing max_metres=2000000\n", "L C", 1, 1,
     "L>C"},
    {"at one place", "rule distance model=pairing max_minutes=0 max_metres=0\n", "M B", 0, 1, "M>B"},
    {"where selects the member", "rule distance model=pairing max_minutes=1 where.school_kind=village\n",
     "L A; L B", 1, 1, "L>A"},
    {"where does not select the lead", "rule distance model=pairing max_minutes=1 where.school=L\n", "L A", 0,
     0, NULL},
    {"an entry about postings says nothing", "rule distance max_minutes=1\n", "L A; L B", 0, 0, NULL},
    {"soft", "rule distance model=pairing soft max_minutes=1\n", "L A; L B; M B", 2, 3, "L>A"},
};

static const struct judge_case without_entry[] = {
    {"a way that is known", "", "L A; M C", 0, 2, "L>A"},
    {"a way that nobody knows", "", "L A; L C", 1, 2, "L>C"},
    {"an entry changes nothing", "rule distance model=pairing max_minutes=1440\n", "L C", 1, 1, "L>C"},
};

static void verdicts(void **state)
{
    (void)state;
    judge_pair_cases(base, ZJ_R_distance, false, cases, sizeof cases / sizeof cases[0]);
}

static void verdicts_without_entry(void **state)
{
    (void)state;
    judge_pair_cases(base, ZJ_R_distance, true, without_entry,
                     sizeof without_entry / sizeof without_entry[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(verdicts), cmocka_unit_test(verdicts_without_entry)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
