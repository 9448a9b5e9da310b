/*
 * cons_stability.c - at most so many changes against the plan in force.      usually SOFT
 *
 * Policy  a timetable already announced should change as little as possible.
 * Sets    K = lessons of the plan given by --keep; P = lessons of the board.
 * Vars    the board: lessons that are in both.
 * Rows    |K| + |P| - 2 |K and P| <= max; each change more counts. Hard: more than max is a lack of the
 *         board.
 *         The tier `stability` is the same sum. No plan to keep: nothing.
 * Size    one number; the lessons of K are listed by block.
 * Check   solver/verify/timetable/check_stability.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

bool tt_stability_keeps(const struct board_base *s, int block, const struct board_lesson *x)
{
    const struct board_task *task = &s->task[block];
    const int id = task->n_keep ? s->in->bells[task->school].v[x->position].id : 0;

    for (int i = 0; i < task->n_keep; i++) {
        const struct zj_lesson *k = &task->keep[i];
        if (k->teacher == s->teacher[x->teacher].teacher && k->day == x->day && k->period == id)
            return true;
    }
    return false;
}

static void list_kept(struct board_base *s, const struct zj_lessons *keep)
{
    s->n_keep = keep->n;
    for (int b = 0; b < s->n_blocks; b++) {
        const struct zj_block *k = &s->in->block[b];
        struct zj_lesson *mine = zj_alloc_n(&s->arena, (size_t)k->periods, sizeof *mine);
        s->task[b].keep = mine;
        for (int i = 0; i < keep->n; i++) {
            const struct zj_lesson *x = &keep->v[i];
            if (x->school == k->school && x->class_id == k->class_id && x->subject == k->subject &&
                s->task[b].n_keep < k->periods)
                mine[s->task[b].n_keep++] = *x;
        }
    }
}

void tt_stability_learn(struct board_base *s, const struct zj_lessons *keep)
{
    const struct zj_policy *pol = s->p->pol;

    s->stability = zj_alloc_n(&s->arena, (size_t)pol->n_lesson_rules, sizeof *s->stability);
    if (!keep)
        return;
    s->keeps = true;
    list_kept(s, keep);
    for (int i = 0; i < pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &pol->lesson_rule[i];
        if (r->id == ZJ_R_stability && r->max != ZJ_NONE)
            s->stability[s->n_stability++] =
                (struct board_stability){.weight = r->hard ? 0 : r->weight, .max = r->max};
    }
}
