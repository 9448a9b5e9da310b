/*
 * brute_place.h - can a proposed week of one teacher be placed beside the lessons of the others? Every way
 * is tried.
 *
 * Days that are left open become any days, each another. The lessons of a day go through the stays in their
 * order; neighbouring stays at one campus are one. Whatever a board may still lack (pins that must be met,
 * hard need,
 * common_free, sync_class, stability) does not count.
 */
#ifndef TESTS_SUPPORT_BRUTE_PLACE_H
#define TESTS_SUPPORT_BRUTE_PLACE_H

#include "models/timetable/board.h"
#include "tests/support/reading.h"

/* May the rule be broken on a board, which then lacks something? */
bool board_may_lack(enum zj_rule_id id);
/* A hard rule that the lessons break and no board may, or ZJ_N_ALL_RULES. *lacks: one that it may. */
enum zj_rule_id board_breaks(const struct reading *x, const struct zj_lessons *p, bool *lacks);

enum place_truth { PLACE_IMPOSSIBLE, PLACE_POSSIBLE, PLACE_UNKNOWN };
/* Search, at most so many nodes. `others`: the lessons of everybody else. */
enum place_truth brute_place(const struct reading *x, const struct tt_problem *p,
                             const struct zj_lessons *others, const struct tt_week *week, int64_t nodes);
/* Are these lessons, all of the week's teacher, what the week proposes? */
bool is_placement(const struct tt_problem *p, const struct tt_week *week, const struct zj_lesson *v, int n);

#endif
