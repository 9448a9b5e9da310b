/*
 * day_spots.c - times and places at which a teacher can have a lesson on a day.
 */
#include "models/timetable/day_net.h"

#include <stdlib.h>

int tt_base_place(const struct zj_instance *in, int id)
{
    int place = 0, start = -1;

    for (int i = 0; i < in->n_periods; i++)
        if (in->period[i].id == id)
            start = in->period[i].start;
    for (int i = 0; i < in->n_periods; i++)
        place += in->period[i].start < start;
    return start < 0 ? -1 : place;
}

int tt_first_of_campus(const struct zj_instance *in, int school)
{
    int first = 0;

    while (!zj_same_campus(in, first, school))
        first++;
    return first;
}

static int compare_spots(const void *a, const void *b)
{
    const struct tt_spot *x = a, *y = b;

    if (x->at->start != y->at->start)
        return x->at->start < y->at->start ? -1 : 1;
    return x->school != y->school ? (x->school < y->school ? -1 : 1) : x->position - y->position;
}

static bool has_lessons(const struct tt_problem *p, int teacher, int day, int school, int position)
{
    const struct zj_ids *may = &p->may[teacher];

    for (int i = 0; i < may->n; i++) {
        const struct tt_group *g = &p->group[may->v[i]];
        for (int k = 0; k < g->n && g->school == school; k++)
            if (tt_block_open(p, g->block[k], day, position))
                return true;
    }
    return false;
}

static void add_spots(struct tt_day_net *n, const struct tt_problem *p, int teacher, int day, int school)
{
    const struct tt_visit_limits v = tt_visit_limits(p, teacher, school);
    const struct zj_day_plan *bells = &p->in->bells[school];

    for (int k = 0; k < bells->n && v.days >> day & 1; k++) {
        if (!tt_teacher_free(p, teacher, school, day, k) || !has_lessons(p, teacher, day, school, k))
            continue;
        n->spot[n->n_spots++] = (struct tt_spot){.school = school,
                                                 .position = k,
                                                 .campus = tt_first_of_campus(p->in, school),
                                                 .at = &bells->v[k],
                                                 .base = tt_base_place(p->in, bells->v[k].id)};
    }
}

void tt_day_spots(struct tt_day_net *n, const struct tt_problem *p, int teacher, int day)
{
    const struct zj_ids *may = &p->may[teacher];
    bool *seen = zj_calloc((size_t)p->in->n_schools + 1, sizeof *seen);
    size_t most = 0;

    for (int s = 0; s < p->in->n_schools; s++)
        most += (size_t)p->in->bells[s].n;
    n->spot = zj_calloc(most + 1, sizeof *n->spot);
    for (int i = 0; i < may->n; i++) {
        const int school = p->group[may->v[i]].school;
        if (!seen[school])
            add_spots(n, p, teacher, day, school);
        seen[school] = true;
    }
    free(seen);
    if (n->n_spots > 1)
        qsort(n->spot, (size_t)n->n_spots, sizeof *n->spot, compare_spots);
}
