/*
 * cons_sync_class.c - two classes have the subject at the same time.         usually HARD
 *
 * Policy  同步课堂: the class of the small school follows the lesson of the large one.
 * Sets    rows of sync.csv: two classes, a subject, periods a week.
 * Vars    the board: the day and period id of each lesson of the two blocks.
 * Rows    same = lessons of both at one day and period >= min(periods, placed of a, placed of b), for each
 *         row; over
 *         all rows: subjects with same >= 1 >= subjects_min, sum of same >= periods_min. What is missing
 *         counts; hard, it is a lack of the board.
 * Size    one number for each row.
 * Check   solver/verify/timetable/check_sync_class.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

static int find_block(const struct board_base *s, int class_id, int subject)
{
    for (int b = 0; b < s->n_blocks; b++)
        if (s->in->block[b].class_id == class_id && s->in->block[b].subject == subject)
            return b;
    return -1;
}

void tt_sync_class_learn(struct board_base *s)
{
    const struct zj_policy *pol = s->p->pol;

    s->sync = zj_alloc_n(&s->arena, (size_t)s->in->n_sync, sizeof *s->sync);
    s->sync_rule = zj_alloc_n(&s->arena, (size_t)pol->n_lesson_rules, sizeof *s->sync_rule);
    for (int i = 0; i < pol->n_lesson_rules && s->in->n_sync > 0; i++) {
        const struct zj_rule *r = &pol->lesson_rule[i];
        if (r->id == ZJ_R_sync_class)
            s->sync_rule[s->n_sync_rules++] =
                (struct board_sync_rule){.weight = r->hard ? 0 : r->weight,
                                         .subjects_min = r->subjects_min == ZJ_NONE ? 0 : r->subjects_min,
                                         .periods_min = r->periods_min == ZJ_NONE ? 0 : r->periods_min};
    }
    for (int i = 0; i < s->in->n_sync && s->n_sync_rules > 0; i++) {
        const struct zj_sync *row = &s->in->sync[i];
        s->sync[i] = (struct board_sync){.a = find_block(s, row->class_a, row->subject),
                                         .b = find_block(s, row->class_b, row->subject),
                                         .periods = row->periods};
        if (s->sync[i].a < 0 || s->sync[i].b < 0)
            continue;
        board_ids_add(s, &s->task[s->sync[i].a].sync, i);
        board_ids_add(s, &s->task[s->sync[i].b].sync, i);
    }
}

int tt_sync_class_row(const struct board_sync *row, int same, int placed_a, int placed_b)
{
    int need = placed_a < placed_b ? placed_a : placed_b;

    if (need > row->periods)
        need = row->periods;
    return need > same ? need - same : 0;
}

int tt_sync_class_minima(const struct board_base *s, const struct board_sync_rule *r, const int *same)
{
    int subjects = 0, periods = 0;

    for (int i = 0; i < s->in->n_sync; i++) {
        bool new = same[i] > 0;
        for (int k = 0; k < i && new; k++)
            new = same[k] == 0 || s->in->sync[k].subject != s->in->sync[i].subject;
        subjects += new;
        periods += same[i];
    }
    return (subjects < r->subjects_min ? r->subjects_min - subjects : 0) +
           (periods < r->periods_min ? r->periods_min - periods : 0);
}
