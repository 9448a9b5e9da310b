/*
 * slots.h - the times of a day at a campus at which a teacher may give a lesson.
 */
#ifndef MODELS_TIMETABLE_SLOTS_H
#define MODELS_TIMETABLE_SLOTS_H

#include "models/timetable/campuses.h"

enum { TT_MAX_SLOTS = 40 };

/* A lesson's time at a campus. Minutes after 00:00, half-open. */
struct tt_slot {
    int start, end, session, rank; /* rank: place of the period in the base bells' clock order, or -1 */
    bool good;                     /* some block may stand there and no soft `avoid` minds */
};

struct tt_slots {
    int n;
    struct tt_slot v[TT_MAX_SLOTS];
};

/* The slots of a place in the teacher's reach, by their ends; no two of the same time. */
void tt_slots_find(const struct tt_problem *p, const struct tt_campuses *c, const struct tt_reach *r,
                   int teacher, int place, int day, struct tt_slots *s);
/*
 * Most lessons in the slots of a window: no two overlap, no more than `row` one after the other. Where
 * schools of one campus have bells that overlap, rows are left to the board.
 */
int tt_slots_room(const struct tt_slots *s, int from, int to, int row, bool good_only);

#endif
