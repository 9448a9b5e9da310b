/*
 * cons_no_clash.c - nobody is in two lessons at a time.                     always HARD
 *
 * Policy  implied by every timetable; clock times decide where the bells of schools differ.
 * Sets    lessons of a teacher's day, by clock; positions of the bells for each class and day.
 * Vars    the board: a lesson stands at a day and a position.
 * Rows    class: one bit for each (class, day, position), taken or not, so a lesson is only offered a
 *         position
 *         that is open and not taken. Teacher: adjacent lessons a, b keep end(a) <= start(b), and no lesson
 *         overlaps a busy period. Stage 1: lessons of a session fit its positions.
 * Size    32 bits for each class and day; n - 1 comparisons for a day of n lessons.
 * Check   solver/verify/timetable/check_no_clash.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

int tt_no_clash_day(const struct board_facts *f)
{
    int n = 0;

    for (int i = 0; i + 1 < f->n; i++)
        n += f->cell[i].bell->end > f->cell[i + 1].bell->start;
    return n;
}
