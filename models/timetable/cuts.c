#include "models/timetable/cuts.h"

#include <stdlib.h>

/* One campus and subject. */
struct place {
    const struct tt_master *m;
    const struct tt_part *part;
    int campus, subject;
};

static bool is_here(const struct place *q, int group)
{
    const struct tt_group *g = &q->m->x->p->group[group];

    return q->m->x->campuses.of[g->school] == q->campus && g->subject == q->subject;
}

static bool may_teach_here(const struct place *q, const struct tt_type *t)
{
    const struct zj_ids *may = &q->m->x->p->may[t->teacher[0]];

    for (int i = 0; i < may->n; i++)
        if (is_here(q, may->v[i]))
            return true;
    return false;
}

/* Lessons that some day leaves room for; -1 when the type's weeks say nothing of visits. */
static int most_a_day(const struct place *q, const struct tt_type *t)
{
    int most = 0;

    if (t->weeks->everywhere)
        return -1;
    for (int i = 0; i < t->weeks->n_items; i++) {
        const struct tt_plan_item *x = &t->weeks->item[i];
        const int cap = t->weeks->profile[x->profile].cap[0];
        if (t->reach.campus[x->campus] == q->campus && cap > most)
            most = cap;
    }
    return most;
}

/* Lessons that must be given from outside. */
static int64_t from_outside(const struct place *q)
{
    const struct tt_problem *p = q->m->x->p;
    int64_t wanted = 0, least_priority = INT64_MAX;

    for (int i = 0; i < q->part->n_groups; i++) {
        const int g = q->part->group[i];
        if (!is_here(q, g))
            continue;
        wanted += q->m->demand[g];
        if (p->group[g].priority < least_priority)
            least_priority = p->group[g].priority;
    }
    if (wanted == 0)
        return 0;
    wanted -= q->m->most[ZJ_T_UNMET] / least_priority;
    for (int t = 0; t < q->m->x->n; t++) {
        const struct tt_type *x = &q->m->x->type[t];
        const bool home = x->reach.home >= 0 && x->reach.campus[x->reach.home] == q->campus;
        if (home && may_teach_here(q, x))
            wanted -= (int64_t)q->m->people[t] * p->limits[x->teacher[0]].week;
    }
    return wanted;
}

static void cut(struct tt_master *m, const struct place *q, char *of)
{
    const int64_t outside = from_outside(q);
    int most = 0;

    for (int t = 0; t < m->x->n && outside > 0; t++) {
        const struct tt_type *x = &m->x->type[t];
        if ((x->reach.home >= 0 && x->reach.campus[x->reach.home] == q->campus) || !may_teach_here(q, x))
            continue;
        const int day = most_a_day(q, x);
        if (day < 0)
            return;
        most = day > most ? day : most;
        of[t] = 1;
    }
    if (outside > 0 && most > 0)
        tt_master_count(m, &(struct tt_count_row){.campus = q->campus,
                                                  .group = -1,
                                                  .of = of,
                                                  .lo = (double)((outside + most - 1) / most),
                                                  .hi = INFINITY});
}

void tt_cut_visits(struct tt_master *m, const struct tt_part *part, char **of)
{
    const struct tt_problem *p = m->x->p;
    struct place q = {.m = m, .part = part};

    *of = zj_calloc((size_t)part->n_groups * (size_t)m->x->n + 1, 1);
    if (m->most[ZJ_T_UNMET] == INT64_MAX)
        return;
    for (int i = 0; i < part->n_groups; i++) {
        bool first = true; /* of this campus and subject */
        q.campus = m->x->campuses.of[p->group[part->group[i]].school];
        q.subject = p->group[part->group[i]].subject;
        for (int k = 0; k < i; k++)
            first &= !is_here(&q, part->group[k]);
        if (first)
            cut(m, &q, *of + (size_t)i * (size_t)m->x->n);
    }
}
