/*
 * check_sync_class.c - two classes at different schools have a subject together.
 *
 * Policy    As far as both classes have lessons in the subject, as many as the table asks for are at the same
 *           time: the same day and the same period by its id. Over the whole table at least so many subjects,
 *           and so many periods, are taught together.
 * Place     Rows of the table of such classes; the county for the two minima.
 * Counted   have = times of the week at which both classes have the subject; need = the periods of the row,
 *           at most the lessons that each of the two classes has. Of the minima: need = the minimum; have =
 *           subjects taught together somewhere; periods taught together, summed over the rows.
 * Shortfall Periods, or subjects, missing.
 * Units     Periods; subjects.
 * Example   同步课堂: the lead school's music lesson, by video, at a point.
 */
#include "solver/verify/timetable/week.h"

static int placed(const struct vf_week *w, int block)
{
    return block < 0 ? 0 : vf_placed(w, block);
}

static bool has_lesson(const struct vf_week *w, int block, int day, int period)
{
    for (int i = 0; i < placed(w, block); i++)
        if (vf_of_block(w, block, i)->day == day && vf_of_block(w, block, i)->at->id == period)
            return true;
    return false;
}

/* Times at which both blocks have a lesson. */
static int together(const struct vf_week *w, int a, int b)
{
    int n = 0;

    for (int i = 0; i < placed(w, a); i++) {
        const struct vf_lesson *x = vf_of_block(w, a, i);
        bool again =
            i > 0 && vf_of_block(w, a, i - 1)->day == x->day && x[0].at == vf_of_block(w, a, i - 1)->at;

        n += !again && has_lesson(w, b, x->day, x->at->id);
    }
    return n;
}

/* Periods of row i taught together. */
static int together_in_row(const struct vf_week *w, int i)
{
    const struct zj_sync *s = &w->in->sync[i];

    return together(w, vf_find_block(w, s->class_a, s->subject), vf_find_block(w, s->class_b, s->subject));
}

static void check_row(struct vf_week *w, const struct zj_rule *r, int i)
{
    const struct zj_sync *s = &w->in->sync[i];
    int a = placed(w, vf_find_block(w, s->class_a, s->subject));
    int b = placed(w, vf_find_block(w, s->class_b, s->subject));
    int have = together_in_row(w, i), need = s->periods;

    need = a < need ? a : need;
    need = b < need ? b : need;
    vf_tell(w->v, r, zj_printf(&w->v->arena, "sync.csv:%d", s->line), need, have, vf_over(need - have));
}

static bool counted_before(const struct vf_week *w, int row)
{
    for (int i = 0; i < row; i++)
        if (w->in->sync[i].subject == w->in->sync[row].subject && together_in_row(w, i) > 0)
            return true;
    return false;
}

void check_lessons_sync_class(struct vf_week *w, const struct zj_rule *r)
{
    int subjects = 0, periods = 0;

    for (int i = 0; i < w->in->n_sync; i++) {
        int same = together_in_row(w, i);

        check_row(w, r, i);
        periods += same;
        subjects += same > 0 && !counted_before(w, i);
    }
    if (w->in->n_sync > 0 && r->subjects_min != ZJ_NONE)
        vf_tell(w->v, r, "county", r->subjects_min, subjects, vf_over(r->subjects_min - subjects));
    if (w->in->n_sync > 0 && r->periods_min != ZJ_NONE)
        vf_tell(w->v, r, "county", r->periods_min, periods, vf_over(r->periods_min - periods));
}
