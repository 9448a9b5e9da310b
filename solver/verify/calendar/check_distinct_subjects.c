/*
 * check_distinct_subjects.c - activities are not all of one subject.
 *
 * Policy    At each place of `over` in each `per` the activities cover at least `min` subjects; with
 *           `lessons` also those that two classes are taught together by the timetables.
 * Place     Every place of the level that `where` selects, in every period.
 * Counted   have = subjects; need = min.
 * Shortfall Subjects missing.
 * Units     Subjects.
 * Example   Wucheng scheme: 同步课堂，年内不少于2门学科.
 */
#include "solver/verify/calendar/spot.h"

#include <stdlib.h>

static int n_subjects(struct vf_year *y, const struct zj_rule *r, const struct vf_spot *s,
                      const struct vf_stretch *t)
{
    struct zj_ids subjects = {0,
                              zj_alloc_n(&y->scratch, (size_t)(y->plan.n + y->in->n_sync) + 1, sizeof(int))};

    for (int i = 0; i < y->plan.n; i++) {
        const struct zj_occurrence *x = &y->plan.v[i];
        int subject = vf_group(y, x)->subject;

        if (vf_speaks_of(r, x->event) && vf_is_within(t, x) && vf_counts_at(y, s, x, ZJ_AS_PARTICIPANT) &&
            subject >= 0 && !zj_ids_has(&subjects, subject))
            subjects.v[subjects.n++] = subject;
    }
    for (int i = 0; i < y->in->n_sync && r->lessons; i++)
        if (!zj_ids_has(&subjects, y->in->sync[i].subject) &&
            vf_taught_together(y, s, t, y->in->sync[i].subject) > 0)
            subjects.v[subjects.n++] = y->in->sync[i].subject;
    return subjects.n;
}

void check_calendar_distinct_subjects(struct vf_year *y, const struct zj_rule *r)
{
    struct vf_spots spots = vf_list_spots(y, r);
    struct vf_stretches times = vf_list_stretches(y, r->span, r->month_min_days);

    for (int s = 0; s < spots.n; s++) {
        for (int t = 0; t < times.n; t++) {
            int have = n_subjects(y, r, &spots.v[s], &times.v[t]);

            vf_tell(y->v, r, vf_where_spot(y, &r->events, &spots.v[s], times.v[t].text), r->min, have,
                    vf_over(r->min - have));
        }
    }
    free(spots.v);
}
