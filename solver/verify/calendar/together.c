/*
 * together.c - lessons that two classes have at the same time, by the timetables: rows of sync.csv.
 */
#include "solver/verify/calendar/spot.h"

static bool has(const struct zj_lessons *all, const struct zj_lesson *x, int class_id)
{
    for (int i = 0; i < all->n; i++)
        if (all->v[i].class_id == class_id && all->v[i].subject == x->subject && all->v[i].day == x->day &&
            all->v[i].period == x->period)
            return true;
    return false;
}

static int school_of(const struct zj_lessons *all, int class_id)
{
    for (int i = 0; i < all->n; i++)
        if (all->v[i].class_id == class_id)
            return all->v[i].school;
    return -1;
}

static bool count_there(const struct vf_year *y, const struct vf_spot *s, int a, int b, int subject)
{
    const struct zj_school *school = y->in->school;

    switch (s->level) {
    case ZJ_LEVEL_COUNTY:
        return true;
    case ZJ_LEVEL_COMMUNITY:
        return school[a].community == s->community || school[b].community == s->community;
    case ZJ_LEVEL_PAIR:
        return (a == s->lead && b == s->member) || (b == s->lead && a == s->member);
    case ZJ_LEVEL_GROUP:
        return zj_ids_has(&s->group->schools, a) && zj_ids_has(&s->group->schools, b) &&
               (s->group->subject < 0 || s->group->subject == subject);
    default:
        return a == s->school || b == s->school;
    }
}

/* Dates of the stretch, in the term, that follow the weekday. */
static int64_t dates_of(const struct vf_year *y, const struct vf_stretch *t, int term, int day)
{
    int64_t n = 0;

    for (int d = t->first; d <= t->last; d++) {
        const struct zj_date *x = &y->in->date[d];

        n += x->term == term && x->follows >= 0 && y->in->day_of_weekday[x->follows] == day;
    }
    return n;
}

int64_t vf_taught_together(const struct vf_year *y, const struct vf_spot *s, const struct vf_stretch *t,
                           int subject)
{
    int64_t n = 0;

    for (int i = 0; i < y->in->n_sync; i++) {
        const struct zj_sync *row = &y->in->sync[i];

        for (int term = 0; term < y->in->n_terms && (subject < 0 || row->subject == subject); term++) {
            const struct zj_lessons *all = y->taught->of_term[term];
            int a = all ? school_of(all, row->class_a) : -1, b = all ? school_of(all, row->class_b) : -1;

            for (int k = 0; a >= 0 && b >= 0 && k < all->n; k++) {
                const struct zj_lesson *x = &all->v[k];

                if (x->class_id == row->class_a && x->subject == row->subject && has(all, x, row->class_b) &&
                    count_there(y, s, a, b, row->subject))
                    n += dates_of(y, t, term, x->day);
            }
        }
    }
    return n;
}
