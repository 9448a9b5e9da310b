/*
 * random_timetable.h - tiny weeks of travelling teachers with every rule, for comparison with exhaustive
 * search.
 *
 * A seed gives one instance and policy, always the same. The tables are filled directly, without
 * files, and stand as tt_solve() wants them: resolved, and with the staff of the first term.
 */
#ifndef TESTS_SUPPORT_RANDOM_TIMETABLE_H
#define TESTS_SUPPORT_RANDOM_TIMETABLE_H

#include "tests/support/random_instance.h"

/* 1-4 schools, 1-4 teachers, 1-6 blocks of 1-3 periods, 1-4 days of 2-5 periods. */
void random_week_make(struct random_case *c, uint64_t seed);
/* 4-8 schools, 6-15 teachers, five days of 5 or 6 periods: too large to try everything. */
void random_community_make(struct random_case *c, uint64_t seed);
/* The same before the staff of the first term was moved: as the tables have it. */
void random_week_tables(struct random_case *c, uint64_t seed);
void random_community_tables(struct random_case *c, uint64_t seed);
/* One more random rule, of any id for which `wanted` (by enum zj_rule_id) is true, at the end of
   lesson_rule. */
void random_add_lesson_rule(struct rng *r, const struct zj_instance *in, struct zj_policy *pol,
                            const bool *wanted);
/*
 * Up to `most` lessons of blocks of the instance; each is tame (its teacher may teach it, the class and
 * teacher are free and not busy) with a chance of `tame` in 100, else anything in range. Heap, sorted.
 */
void random_lessons(struct rng *r, const struct random_case *c, int most, int tame, struct zj_lessons *p);

/* Tables (see random_week_tables) as a folder that the program reads: for people who look for a reason. */
void random_folder_write(const struct random_case *c, const char *folder);
/* The case in words; its rules as a policy file has them, one a line. */
void random_week_print(const struct random_case *c, FILE *out);
void random_rules_print(const struct random_case *c, FILE *out);
void random_lessons_print(const struct random_case *c, const struct zj_lessons *p, FILE *out);

#endif
