/*
 * place.h - a proposed week finds its real days, classes and periods; private to place*.c.
 *
 * For given days this is a flow: group -> block -> (block, day) -> position -> stay -> day. It decides
 * exactly
 * whether the lessons fit, but for rules that look at several lessons of a block or a day (pairs, days
 * apart, lessons in a row, hard limits on idle periods and short visits) and for stays left empty; those are
 * tested on the board, and where the flow's answer fails, a bounded search over single lessons follows.
 */
#ifndef MODELS_TIMETABLE_PLACE_H
#define MODELS_TIMETABLE_PLACE_H

#include "models/timetable/board_parts.h"

enum { PLACE_MAX_STAYS = 2 * BOARD_DAY_CELLS };

/* A block that may get lessons. */
struct place_block {
    int block, group; /* group: of this placement */
    int reach;
    int level; /* lessons it gets; -1 = not decided */
    bool used; /* by the search */
};

/* Blocks of one group: so many of them get so many lessons. */
struct place_group {
    int group, n_levels, units; /* units: lessons in all */
    int level[BOARD_MAX_DAYS * BOARD_MAX_PERIODS], count[BOARD_MAX_DAYS * BOARD_MAX_PERIODS];
};

struct place_stay {
    int slot, school, reach;
    unsigned range;  /* proposed positions */
    unsigned within; /* those left by the ways to its neighbours on the day */
};

/* One lesson: number of the block in the placement, real day, position. */
struct place_lesson {
    int block, day, position;
};

struct place {
    struct tt_board *b;
    int teacher;                           /* of the board */
    int n_slots, slot_day[BOARD_MAX_DAYS]; /* real day of each proposed one; -1 = to be chosen */
    bool slot_fixed[BOARD_MAX_DAYS];
    int n_stays;
    struct place_stay stay[PLACE_MAX_STAYS];
    int n_blocks, n_groups, n_lessons;
    struct place_block *block;
    struct place_group *group;
    struct place_lesson *lesson; /* n_lessons: the answer of the flow, or of the search */
    bool found, unlawful;        /* a placement is known; the flow had an answer that the board refuses */
    bool searching;
    struct place_lesson *best;
    struct board_score best_score;
    const int
        *heat; /* price of a taken position, by class, day and position; NULL: such a position is closed */
    const bool *held; /* with heat: by teacher, whose lessons may not be taken off */
    int64_t price;    /* with heat: of the best placement */
    int64_t budget;   /* flows left to try */
};

/* ---- place_flow.c ---- */
enum place_answer { PLACE_NO, PLACE_YES, PLACE_GIVEN_UP };
/* Days and positions of the stays are set: choose blocks and positions for all lessons. */
enum place_answer place_flow(struct place *p);
/* Positions that a lesson of the block may have on that real day, by the stays. */
/* With heat: the teacher who stands in the way of the block there; -1 = nobody, -2 = one who may not
   be taken off. */
int place_rival(const struct place *p, int block, int day, int position);
int place_heat(const struct place *p, int block, int day, int position);
unsigned place_positions(const struct place *p, const struct place_block *k, int day);

/* ---- place_search.c ---- */
/* Put the lessons one by one, in every way, until the board is lawful. True: they stand on the board. */
bool place_search(struct place *p);

/* ---- place.c ---- */
/* Lessons that the block still wants; others may have given it some. */
int place_lacks(const struct place *p, int block);
/* False when the week does not belong on the board (a school the teacher does not teach at, too few
   blocks). */
bool place_init(struct place *p, struct tt_board *b, const struct tt_week *week);
void place_release(struct place *p);
/* Find the best days and put the lessons. False: nothing was put. */
bool place_week(struct place *p);
/* Try days and cuts; found and best tell. */
void place_try(struct place *p);
/* Put the lessons in `lesson`, without looking at rules. */
void place_put(struct place *p, int n);

#endif
