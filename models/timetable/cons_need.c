/*
 * cons_need.c - lessons that must all be given.                              HARD only
 *
 * Policy  the opened-in-full subjects (开齐开足): in these schools no lesson of these subjects may be missing.
 * Sets    blocks of the schools and subjects that the rule speaks of.
 * Vars    the board: the lessons placed.
 * Rows    periods - placed = 0 for each block. A board that is not there yet counts what is missing as lack;
 *         stage 1 gives these blocks no shortage. A soft rule has no effect: tier `unmet` has it all.
 * Size    one number for each block.
 * Check   solver/verify/timetable/check_need.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

void tt_need_learn(struct board_base *s)
{
    for (int i = 0; i < s->p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &s->p->pol->lesson_rule[i];
        for (int b = 0; b < s->n_blocks && r->id == ZJ_R_need && r->hard; b++)
            s->task[b].needed += tt_rule_speaks_of_block(s->p, r, b);
    }
}
