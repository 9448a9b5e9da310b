/*
 * check_double.c - lessons come in pairs.
 *
 * Policy    The lessons that a class has in a subject on a day are pairs of neighbours, in the order of the
 *           school's bells, within one session. When the week asks for an odd number, one may stand alone.
 * Place     (class, subject) with lessons, that `where` and `subjects` select.
 * Counted   need = lessons that may stand alone; have = those that do. Pairs are made from the first lesson
 *           of the day on: of three in a row the last stands alone.
 * Shortfall Lessons that stand alone beyond those that may.
 * Units     Lessons.
 * Example   Art and practical work: 两节连排.
 */
#include "solver/verify/timetable/week.h"

static bool neighbours(const struct vf_lesson *a, const struct vf_lesson *b)
{
    return a->day == b->day && a->position + 1 == b->position && a->at->session == b->at->session;
}

static int singles(const struct vf_week *w, int block)
{
    int n = vf_placed(w, block), alone = 0;

    for (int i = 0; i < n; i++) {
        if (i + 1 < n && neighbours(vf_of_block(w, block, i), vf_of_block(w, block, i + 1)))
            i++;
        else
            alone++;
    }
    return alone;
}

void check_lessons_double(struct vf_week *w, const struct zj_rule *r)
{
    for (int b = 0; b < w->in->n_blocks; b++) {
        if (vf_placed(w, b) == 0 || !vf_speaks_of_block(w, r, b))
            continue;
        int may = w->in->block[b].periods % 2, have = singles(w, b);
        vf_tell_block(w, r, b, may, have, vf_over(have - may));
    }
}
