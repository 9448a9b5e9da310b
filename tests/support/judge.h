/*
 * judge.h - tables of small plans with the verdict that each must get.
 */
#ifndef TESTS_SUPPORT_JUDGE_H
#define TESTS_SUPPORT_JUDGE_H

#include "tests/support/cmocka.h"
#include "tests/support/tiny.h"

struct judge_case {
    const char *why;   /* a sentence */
    const char *lines; /* facts and the rule, after those of the base (tiny.h) */
    const char *plan;  /* postings, or lessons (tiny.h) */
    int64_t shortfall; /* of the rule, summed over its places */
    int places;        /* findings of the rule */
    const char *where; /* a place among them, one that is broken when any is; NULL = not looked at */
};

/*
 * Verify each case; fail with its sentence when the findings of `rule` at policy
 * index >= 0 (those that are implied when `implied`) differ from the case.
 */
void judge_cases(const char *base, enum zj_rule_id rule, bool implied, const struct judge_case *cases,
                 size_t n);
/* The same with plans of lessons. */
void judge_lesson_cases(const char *base, enum zj_rule_id rule, bool implied, const struct judge_case *cases,
                        size_t n);
/*
 * Verify lessons twice, without their ways and with those of solver/data/: fail when these are not the ways
 * that the verifier works out. Sorts the plan. *v is initialised here.
 */
void judge_lessons(const struct tiny *t, struct zj_lessons *plan, const struct zj_lessons *keep,
                   struct zj_verdict *v);
/* The same with pairings. */
void judge_pair_cases(const char *base, enum zj_rule_id rule, bool implied, const struct judge_case *cases,
                      size_t n);
/* The same with calendars. */
void judge_calendar_cases(const char *base, enum zj_rule_id rule, bool implied,
                          const struct judge_case *cases, size_t n);
/* The program of a test that is one such table. */
#define JUDGE_MAIN(id, implied, base, cases) JUDGE_PROGRAM(judge_cases, id, implied, base, cases)
#define JUDGE_LESSONS_MAIN(id, implied, base, cases)                                                         \
    JUDGE_PROGRAM(judge_lesson_cases, id, implied, base, cases)
#define JUDGE_PAIRS_MAIN(id, implied, base, cases) JUDGE_PROGRAM(judge_pair_cases, id, implied, base, cases)
#define JUDGE_CALENDAR_MAIN(id, implied, base, cases)                                                        \
    JUDGE_PROGRAM(judge_calendar_cases, id, implied, base, cases)
#define JUDGE_PROGRAM(judge, id, implied, base, cases)                                                       \
    static void id##_verdicts(void **state)                                                                  \
    {                                                                                                        \
        (void)state;                                                                                         \
        judge((base), ZJ_R_##id, (implied), (cases), sizeof(cases) / sizeof *(cases));                       \
    }                                                                                                        \
    int main(void)                                                                                           \
    {                                                                                                        \
        const struct CMUnitTest tests[] = {cmocka_unit_test(id##_verdicts)};                                 \
                                                                                                             \
        return cmocka_run_group_tests(tests, NULL, NULL);                                                    \
    }
/*
 * What the rules `stability max=1` and `stability soft weight=10 max=3` must say of so many changes, and the
 * tiers with them; fails with the sentence.
 */
void judge_changes(const struct zj_verdict *v, const char *why, int64_t changes);
/* Sum of the shortfalls of a rule's findings; *places (may be NULL) is their number. */
int64_t judge_shortfall(const struct zj_verdict *v, enum zj_rule_id rule, bool implied, int *places);

#endif
