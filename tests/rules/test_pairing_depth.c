#include "tests/support/judge.h"

static const char base[] = "school L lead -\nschool M lead -\nschool A member -\nschool B member -\n"
                           "school C member -\nschool D member -\n";

static const struct judge_case cases[] = {
    {"one level", "rule depth max=1\n", "L A; L B", 0, 2, "L>A"},
    {"two levels are too many", "rule depth max=1\n", "L A; A B", 1, 2, "A>B"},
    {"two levels", "rule depth max=2\n", "L A; A B; A C", 0, 3, "A>B"},
    {"three", "rule depth max=2\n", "L A; A B; B C", 1, 3, "B>C"},
    {"three and four", "rule depth max=2\n", "L A; A B; B C; C D", 2, 4, "C>D"},
    {"the longest chain counts", "rule depth max=2\n", "L A; A B; L C; B C", 2, 4, "L>C"},
    {"whatever the order of the rows", "rule depth max=2\n", "C D; B C; A B; L A", 2, 4, "C>D"},
    {"a circle is endless", "rule depth max=10\n", "A B; B A; L C", 2, 3, "A>B"},
    {"so is what hangs below it", "rule depth max=10\n", "A B; B A; B C", 3, 3, "B>C"},
    {"a school that leads itself", "rule depth max=10\n", "A A", 1, 1, "A>A"},
    {"the smallest of two entries", "rule depth max=3\nrule depth max=1\n", "L A; A B", 1, 2, "A>B"},
    {"the smallest, in either order", "rule depth max=1\nrule depth max=3\n", "L A; A B", 1, 2, "A>B"},
    {"no rows", "rule depth max=1\n", "", 0, 0, NULL},
};

/* The two ends of a row, with or without an entry. */
static const struct judge_case ends[] = {
    {"a lead and members", "", "L A; L B; M C", 0, 3, "L>A"},
    {"a member leads nobody", "", "L A; A B", 1, 2, "A>B"},
    {"a member without a lead leads nobody", "rule depth max=3\n", "A B", 1, 1, "A>B"},
    {"a member leads in a tree", "rule depth max=3\n", "L A; A B", 0, 2, "A>B"},
    {"a lead is nobody's member", "", "L M", 1, 1, "L>M"},
    {"not in a tree either", "rule depth max=3\n", "L A; A M", 1, 2, "A>M"},
    {"nobody leads itself", "", "A A", 1, 1, "A>A"},
    {"no circle", "rule depth max=3\n", "L A; A B; B A", 3, 3, "A>B"},
    {"nothing hangs below a circle", "rule depth max=3\n", "A B; B A; B C; L D", 3, 4, "B>C"},
};

static void verdicts(void **state)
{
    (void)state;
    judge_pair_cases(base, ZJ_R_depth, false, cases, sizeof cases / sizeof cases[0]);
}

static void verdicts_of_ends(void **state)
{
    (void)state;
    judge_pair_cases(base, ZJ_R_depth, true, ends, sizeof ends / sizeof ends[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(verdicts), cmocka_unit_test(verdicts_of_ends)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
