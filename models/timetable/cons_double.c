/*
 * cons_double.c - the lessons of a block come in pairs.                      HARD or SOFT
 *
 * Policy  art and crafts need two periods at a stretch (两节连排).
 * Sets    days on which a block has lessons; pairs of neighbouring positions of one session.
 * Vars    the board: the day and the position of each lesson.
 * Rows    lessons of a day are paired from the first on; those without a partner, less the one that an odd
 *         weekly number allows, count one each. Where it is hard, lessons are put and taken in
 *         pairs; a board under construction may have singles, a finished one only the one allowed.
 * Size    one pass over the positions of each day of a block.
 * Check   solver/verify/timetable/check_double.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

int tt_double_singles(const struct board_base *s, int block, const struct board_lesson *v, int n)
{
    const struct board_bells *bells = s->bells[s->task[block].school];
    unsigned taught[BOARD_MAX_DAYS] = {0};
    int singles = 0;

    for (int i = 0; i < n; i++)
        taught[v[i].day] |= 1u << v[i].position;
    for (int d = 0; d < BOARD_MAX_DAYS; d++) {
        for (int i = 0; i < bells->n && taught[d] >> i; i++) {
            if (!(taught[d] >> i & 1))
                continue;
            bool paired = taught[d] >> i >> 1 & 1 && bells->v[i].session == bells->v[i + 1].session;
            singles += !paired;
            i += paired;
        }
    }
    singles -= s->task[block].periods % 2;
    return singles > 0 ? singles : 0;
}
