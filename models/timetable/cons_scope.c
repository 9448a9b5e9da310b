/*
 * cons_scope.c - who may teach what.                                         always HARD
 *
 * Policy  teachers travel within their community; a rule may widen that to the county.
 * Sets    teachers t; groups g of like blocks; M(t) = groups that t may teach: already staffed by t, or
 *         the subject is
 *         t's and the school lies in the community of t's home school. Nobody goes to a school that a
 *         hard rule on wishes keeps away.
 * Vars    none.
 * Rows    none: a block is offered to the teachers of its group alone, here as in stage 1.
 * Size    one list for each group; one school for each (teacher, school) that occurs.
 * Check   solver/verify/timetable/check_scope.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

#include "solver/data/week.h"

#include <string.h>

static void add_school(struct board_base *s, struct board_teacher *t, int school)
{
    struct board_reach *r = &t->reach[t->n_reach++];

    *r = (struct board_reach){.school = school, .visit = tt_visit_limits(s->p, t->teacher, school)};
    for (int d = 0; d < s->n_days; d++)
        for (int i = 0; i < s->bells[school]->n; i++)
            r->free[d] |= (unsigned)tt_teacher_free(s->p, t->teacher, school, d, i) << i;
    r->campus = t->n_campuses;
    if (zj_same_campus(s->in, school, t->home))
        r->campus = 0;
    for (int k = 0; k < t->n_reach - 1; k++)
        if (zj_same_campus(s->in, school, t->reach[k].school))
            r->campus = t->reach[k].campus;
    r->visited = r->campus == t->n_campuses;
    t->n_campuses += r->visited;
    t->visits_limited |= r->visit.min_periods > 1 || r->visit.days != (1u << s->n_days) - 1;
}

/* Groups are in the order of their schools. */
static void list_reach(struct board_base *s, int number)
{
    struct board_teacher *t = &s->teacher[number];
    const struct zj_ids *may = &s->p->may[t->teacher];

    t->reach = zj_alloc_n(&s->arena, (size_t)may->n, sizeof *t->reach);
    t->n_campuses = 1;
    for (int i = 0; i < may->n; i++) {
        int school = s->p->group[may->v[i]].school;
        if (i == 0 || school != t->reach[t->n_reach - 1].school)
            add_school(s, t, school);
        s->n_able[may->v[i]]++;
    }
}

void tt_scope_list(struct board_base *s)
{
    s->able = zj_alloc_n(&s->arena, (size_t)s->p->n_groups, sizeof *s->able);
    s->n_able = zj_alloc_n(&s->arena, (size_t)s->p->n_groups, sizeof *s->n_able);
    for (int t = 0; t < s->n_teachers; t++)
        list_reach(s, t);
    for (int g = 0; g < s->p->n_groups; g++) {
        s->able[g] = zj_alloc_n(&s->arena, (size_t)s->n_able[g], sizeof **s->able);
        s->n_able[g] = 0;
    }
    for (int t = 0; t < s->n_teachers; t++) {
        const struct zj_ids *may = &s->p->may[s->teacher[t].teacher];
        for (int i = 0, r = -1; i < may->n; i++) {
            int g = may->v[i];
            if (i == 0 || s->p->group[g].school != s->teacher[t].reach[r].school)
                r++;
            s->able[g][s->n_able[g]++] = (struct board_able){t, r};
        }
    }
}
