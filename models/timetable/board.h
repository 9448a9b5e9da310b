/*
 * board.h - stage 2: a concrete week of lessons, always lawful, and what it costs.
 *
 * A board never breaks a hard rule, except pins, hard need and hard common_free that are not met yet
 * (tt_board_values says by how much). Every lesson on it stands at a day and a period.
 */
#ifndef MODELS_TIMETABLE_BOARD_H
#define MODELS_TIMETABLE_BOARD_H

#include "models/timetable/problem.h"
#include "solver/data/plan.h"

#include <signal.h>

/* A stay at one campus on one day of a week that stage 1 proposes. */
struct tt_stay {
    int day;  /* index, or -1: any day (days of equal number in `slot` move together) */
    int slot; /* number of the proposed day, 0 .. n_days - 1 */
    int school;
    int from, to; /* positions of in->bells[school] within which the lessons of the stay lie */
};

/* So many blocks of a group get `level` lessons (of group.periods) from the teacher. */
struct tt_share {
    int group, level, count;
};

/* What stage 1 proposes for one teacher: the stays in the order of the day, and the blocks. */
struct tt_week {
    int teacher;
    int n_stays, n_shares;
    struct tt_stay *stay;
    struct tt_share *share;
    int64_t travel; /* minutes a week it should cost; a placement may cost less */
};

struct tt_board;

struct tt_board *tt_board_new(const struct tt_problem *p, const struct zj_lessons *keep);
struct tt_board *tt_board_copy(const struct tt_board *b);
void tt_board_free(struct tt_board *b);
/* Lessons and values. *lessons is the caller's to release; tier[] by enum zj_tier (7 of them);
 * `lack` = what hard pins, need and common_free still miss (0 = a plan). */
void tt_board_lessons(const struct tt_board *b, struct zj_lessons *lessons);
void tt_board_values(const struct tt_board *b, int64_t tier[ZJ_MAX_TIERS], int64_t *lack);
/* Is a better than b: less lack, then the tiers in order? <0, 0, >0. */
int tt_board_compare(const struct tt_board *a, const struct tt_board *b);
/* Take all lessons of the teacher off, and those of others that may not stand without them. */
void tt_board_clear(struct tt_board *b, int teacher);
/*
 * Put a proposed week on the board: days, classes and periods are chosen here. The teacher must be
 * clear. False (and nothing put) when not all lessons of the shares find a place at the proposed stays.
 */
bool tt_board_place(struct tt_board *b, const struct tt_week *week);
/*
 * Put all weeks; what fits nowhere is tried again after taking neighbours off (ejection), then put as far
 * as it goes.
 * failed[i] (may be NULL) says whether week i was not put whole.
 */
void tt_board_place_all(struct tt_board *b, const struct tt_week *weeks, int n, bool *failed);
/* A first plan without stage 1: teachers one by one, nearest schools first. */
void tt_board_greedy(struct tt_board *b);
/* Take all lessons off, and put these, which must keep every hard rule on teachers and blocks. */
void tt_board_set(struct tt_board *b, const struct zj_lessons *lessons);
/* Minutes that an annealing gives away at its beginning: all is made anew, or a plan is mended. */
enum { TT_HOT = 60, TT_WARM = 8, TT_COOL = 3 };

/* What an annealing is after. */
enum tt_aim {
    TT_ALL,     /* while it is hot, lessons and soft rules may be given away for shorter ways */
    TT_LESSONS, /* lessons and soft rules, whatever the ways; ends with a board that lacks nothing and has
                   no more of them than the goal */
    TT_WAYS,    /* lessons and soft rules that the board has are hardly given away */
};

struct tt_goal {
    int64_t unmet, soft;
};

struct tt_annealing {
    enum tt_aim aim;
    struct tt_goal goal; /* of TT_LESSONS */
    int64_t steps;       /* bounds the work */
    int heat;            /* minutes; 0 = TT_HOT */
    uint64_t random;
    bool strict; /* what hard pins, need and common_free have is never given away */
    const volatile sig_atomic_t *stop;
    int64_t deadline_ms; /* 0 = none */
};

/*
 * Local search that never leaves the board worse (lexicographic): missing lessons put in, visits and weeks
 * made anew, lessons moved and swapped. Without a deadline the outcome depends on nothing but the
 * board and the numbers given.
 */
void tt_board_improve(struct tt_board *b, const struct tt_annealing *how);
/* Why the block's missing lessons are missing, for `unmet`. *rule = policy index or -1. */
enum zj_because tt_board_because(const struct tt_board *b, int block, int *rule);

#endif
