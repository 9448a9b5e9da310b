/*
 * check_wishes.c - nobody teaches where she said "not at all".
 *
 * Policy    No lesson at a school that the teacher wishes at level -2. `where` looks at the lesson as at a
 *           posting: the teacher, her home school, the school of the lesson as host, the subject of the
 *           lesson.
 * Place     (teacher, school) with lessons that `where` selects, where the teacher has told a wish.
 * Counted   need = -1, the lowest level that is still allowed; have = the level of the wish.
 * Shortfall 1 for each offending lesson.
 * Units     Levels, -2 to 2.
 * Example   Zhangdian scheme: schools join a community by free choice of both sides.
 */
#include "solver/verify/timetable/week.h"

static bool selects(const struct vf_week *w, const struct zj_rule *r, const struct vf_lesson *x)
{
    const struct vf_stay stay = {.teacher = x->teacher,
                                 .from = w->in->teacher[x->teacher].school,
                                 .to = x->school,
                                 .subject = x->subject,
                                 .start = w->today};

    return vf_stay_passes(w->in, &r->where, &stay);
}

static int lessons_there(const struct vf_week *w, const struct zj_rule *r, const struct zj_wish *wish)
{
    int n = 0;

    for (int k = w->first_day[wish->teacher]; k < w->first_day[wish->teacher + 1]; k++)
        for (int i = w->day[k].first; i < w->day[k].end; i++)
            n += w->lesson[i].school == wish->to && selects(w, r, &w->lesson[i]);
    return n;
}

void check_lessons_wishes(struct vf_week *w, const struct zj_rule *r)
{
    for (int k = 0; k < w->in->n_wishes; k++) {
        const struct zj_wish *wish = &w->in->wish[k];
        int n = lessons_there(w, r, wish);

        if (n > 0)
            vf_tell(w->v, r,
                    zj_printf(&w->v->arena, "%s %s", w->in->teacher[wish->teacher].id,
                              w->in->school[wish->to].id),
                    -1, wish->level, wish->level <= -2 ? n : 0);
    }
}
