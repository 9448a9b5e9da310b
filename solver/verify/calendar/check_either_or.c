/*
 * check_either_or.c - one of several ways is enough.
 *
 * Policy    At each place of `over` in each `per` one of the options is met: so many occurrences of
 *           activities, or so many lessons a week given there by travelling teachers (whose home school
 *           is another), in the timetable of every term that the period touches.
 * Place     Every place of the level that `where` selects, in every period.
 * Counted   Of the option that lacks least, the first of them: need = its min, have = occurrences, or
 *           lessons a week (in the term that has fewest). Without a timetable nobody is known to
 *           travel.
 * Shortfall What that option lacks.
 * Units     Occurrences, or periods a week.
 * Example   County plan: 每学期至少为共同体学校的一个薄弱学科送教一次或在共同体内采取走教的形式定期送教.
 */
#include "solver/verify/calendar/spot.h"

#include <stdlib.h>

/* Is the school one that the place stands for? Of a pair the member. */
static bool is_at(const struct vf_year *y, const struct vf_spot *s, int school)
{
    switch (s->level) {
    case ZJ_LEVEL_COUNTY:
        return true;
    case ZJ_LEVEL_COMMUNITY:
        return y->in->school[school].community == s->community;
    case ZJ_LEVEL_PAIR:
        return school == s->member;
    case ZJ_LEVEL_GROUP:
        return s->group->member >= 0 ? school == s->group->member : zj_ids_has(&s->group->schools, school);
    default:
        return school == s->school;
    }
}

static int64_t travelled(const struct vf_year *y, const struct vf_spot *s, int term)
{
    const struct zj_lessons *lessons = y->taught->of_term[term];
    int64_t n = 0;

    for (int i = 0; lessons && i < lessons->n; i++)
        n += is_at(y, s, lessons->v[i].school) &&
             y->in->teacher[lessons->v[i].teacher].school != lessons->v[i].school;
    return n;
}

static int64_t number_of(const struct vf_year *y, const struct zj_option *o, const struct vf_spot *s,
                         const struct vf_stretch *t)
{
    int64_t least = INT64_MAX;

    if (o->events.n > 0)
        return vf_number_at(y, &o->events, s, t, ZJ_AS_PARTICIPANT, ZJ_OCCURRENCES);
    for (int term = y->in->date[t->first].term; term <= y->in->date[t->last].term; term++) {
        int64_t n = travelled(y, s, term);

        least = n < least ? n : least;
    }
    return least;
}

static void check_at(struct vf_year *y, const struct zj_rule *r, const struct vf_spot *s,
                     const struct vf_stretch *t)
{
    int64_t need = 0, have = 0, lacks = INT64_MAX;
    const char *text = "";

    for (int i = 0; i < r->options.n; i++) {
        const struct zj_option *o = &r->options.v[i];
        int64_t n = number_of(y, o, s, t), missing = vf_over(o->min - n);

        text = zj_printf(&y->scratch, "%s%s%s", text, i > 0 ? "|" : "",
                         o->events.n > 0 ? vf_events_text(y, &o->events) : "travel_periods");
        if (missing < lacks) {
            lacks = missing;
            need = o->min;
            have = n;
        }
    }
    vf_tell(y->v, r, zj_printf(&y->v->arena, "%s %s %s", s->text, text, t->text), need, have, lacks);
}

void check_calendar_either_or(struct vf_year *y, const struct zj_rule *r)
{
    struct vf_spots spots = vf_list_spots(y, r);
    struct vf_stretches times = vf_list_stretches(y, r->span, r->month_min_days);

    for (int s = 0; s < spots.n; s++)
        for (int t = 0; t < times.n; t++)
            check_at(y, r, &spots.v[s], &times.v[t]);
    free(spots.v);
}
