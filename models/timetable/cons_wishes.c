/*
 * cons_wishes.c - nobody is sent where it is not wanted at all.              usually SOFT
 *
 * Policy  wishes.csv: levels -2 .. 2 of a teacher for a school.
 * Sets    wishes w of a teacher t for a school s.
 * Vars    the board: the lessons of t at s.
 * Rows    hard: no lesson of t at s when w is -2 (cons_scope.c leaves s out). Soft: such a lesson counts one.
 *         The tier `wishes` is minus the sum of the levels over all lessons.
 * Size    one number for each (teacher, school).
 * Check   solver/verify/timetable/check_wishes.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

/* The school among those the teacher can go to; NULL when it is not. */
static struct board_reach *reach_of(struct board_base *s, const struct zj_wish *w)
{
    int t = s->number[w->teacher];

    for (int r = 0; t >= 0 && r < s->teacher[t].n_reach; r++)
        if (s->teacher[t].reach[r].school == w->to)
            return &s->teacher[t].reach[r];
    return NULL;
}

void tt_wishes_learn(struct board_base *s)
{
    const struct zj_policy *pol = s->p->pol;

    for (int i = 0; i < s->in->n_wishes; i++) {
        const struct zj_wish *w = &s->in->wish[i];
        struct board_reach *reach = reach_of(s, w);
        if (!reach)
            continue;
        reach->wish = w->level;
        for (int k = 0; k < pol->n_lesson_rules && w->level == -2; k++) {
            const struct zj_rule *r = &pol->lesson_rule[k];
            if (r->id == ZJ_R_wishes && !r->hard && tt_rule_speaks_of_teacher(s->p, r, w->teacher))
                reach->dislike += r->weight;
        }
    }
}
