/*
 * cons_avoid.c - periods that a subject should not have.                     usually SOFT
 *
 * Policy  no PE in the first periods after the flag is raised, nor right after lunch.
 * Sets    (block, position) with a period that is avoided, or not among the only ones wanted.
 * Vars    the board: the position of each lesson.
 * Rows    hard: such a position is never offered (tt_block_limits.allowed). Soft: each lesson there counts
 *         one.
 * Size    one weight for each block and position.
 * Check   solver/verify/timetable/check_avoid.c, which shares no code with this file.
 */
#include "models/timetable/digest.h"
#include "models/timetable/rules.h"

void tt_avoid_learn(struct board_base *s)
{
    for (int i = 0; i < s->p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &s->p->pol->lesson_rule[i];
        if (r->id != ZJ_R_avoid || r->hard)
            continue;
        for (int b = 0; b < s->n_blocks; b++) {
            if (!tt_rule_speaks_of_block(s->p, r, b))
                continue;
            unsigned left = tt_digest_left(s->p, r, s->task[b].school);
            for (int k = 0; k < s->bells[s->task[b].school]->n; k++)
                s->task[b].avoid[k] += left >> k & 1 ? 0 : r->weight;
        }
    }
}
