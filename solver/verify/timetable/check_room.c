/*
 * check_room.c - lessons at one time fit the rooms of the school.
 *
 * Policy    At each school there are at most so many lessons of these subjects in one period. Every school
 *           has rooms of its own, schools of one campus too.
 * Place     (school, day) with such lessons, of schools that `where` selects.
 * Counted   need = the capacity; have = lessons in the fullest period.
 * Shortfall Lessons beyond the capacity, summed over the periods of the day.
 * Units     Lessons.
 * Example   One sports ground, one music room, one computer room at a small school.
 */
#include "solver/verify/timetable/week.h"

static bool takes_room(const struct zj_rule *r, const struct vf_lesson *x)
{
    return vf_subject_is(r, x->subject) &&
           (r->where.subject.n == 0 || zj_ids_has(&r->where.subject, x->subject));
}

/* Lessons first .. end - 1 of by_school: one school, one day, in order of periods. */
static void check_day(struct vf_week *w, const struct zj_rule *r, int first, int end)
{
    const struct vf_lesson *x = &w->lesson[w->by_school[first]];
    int at_once = 0, most = 0, beyond = 0, position = -1;

    for (int i = first; i < end; i++) {
        const struct vf_lesson *y = &w->lesson[w->by_school[i]];

        if (y->position != position)
            at_once = 0;
        position = y->position;
        at_once += takes_room(r, y);
        beyond += takes_room(r, y) && at_once > r->capacity;
        if (at_once > most)
            most = at_once;
    }
    if (most > 0)
        vf_tell(w->v, r, zj_printf(&w->v->arena, "%s %s", w->in->school[x->school].id, w->in->day[x->day]),
                r->capacity, most, beyond);
}

void check_lessons_room(struct vf_week *w, const struct zj_rule *r)
{
    for (int first = 0, end; first < w->n; first = end) {
        end = vf_school_day_end(w, first);
        if (vf_school_passes(w->in, &r->where, w->lesson[w->by_school[first]].school))
            check_day(w, r, first, end);
    }
}
