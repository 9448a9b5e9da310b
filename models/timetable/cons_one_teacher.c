/*
 * cons_one_teacher.c - a class has one teacher in a subject.                 usually HARD
 *
 * Policy  a class is not divided among colleagues; binds the lessons that are placed.
 * Sets    blocks: all lessons of a class in a subject.
 * Vars    the board: the teacher of each lesson.
 * Rows    distinct teachers of a block <= 1; each one more counts. Where it is hard, a block that has a
 *         teacher
 *         is offered to no other; stage 1 gives whole blocks to columns.
 * Size    one pass over the lessons of a block.
 * Check   solver/verify/timetable/check_one_teacher.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

int tt_one_teacher_block(const struct board_lesson *v, int n)
{
    int others = 0;

    for (int i = 1; i < n; i++) {
        int k = i;
        while (k > 0 && v[k - 1].teacher != v[i].teacher)
            k--;
        others += k == 0;
    }
    return others;
}
