#include "models/timetable/parts.h"

#include "models/timetable/proposal.h"

#include <stdlib.h>
#include <string.h>

static int root(int *up, int i)
{
    while (up[i] != i)
        i = up[i] = up[up[i]];
    return i;
}

/* Teachers are nodes 0 .. n - 1, groups n .. */
static int *join(const struct tt_problem *p)
{
    const int n = p->in->n_teachers;
    int *up = zj_malloc(((size_t)n + (size_t)p->n_groups + 1) * sizeof *up);

    for (int i = 0; i < n + p->n_groups; i++)
        up[i] = i;
    for (int i = 0; i < p->n_active; i++)
        for (int k = 0; k < p->may[p->active[i]].n; k++)
            up[root(up, p->active[i])] = root(up, n + p->may[p->active[i]].v[k]);
    return up;
}

static void fill_part(struct tt_part *part, const struct tt_problem *p, int *up, int which)
{
    part->teacher = zj_malloc(((size_t)p->n_active + 1) * sizeof *part->teacher);
    part->group = zj_malloc(((size_t)p->n_groups + 1) * sizeof *part->group);
    for (int i = 0; i < p->n_active; i++)
        if (root(up, p->active[i]) == which)
            part->teacher[part->n_teachers++] = p->active[i];
    for (int g = 0; g < p->n_groups; g++)
        if (root(up, p->in->n_teachers + g) == which)
            part->group[part->n_groups++] = g;
    for (int k = 0; k < ZJ_MAX_TIERS; k++)
        part->bound[k] = -LP_INF;
    tt_types_init(&part->x, p, part->teacher, part->n_teachers);
}

void tt_parts_init(struct tt_parts *parts, const struct tt_problem *p)
{
    int *up = join(p), *seen = zj_calloc((size_t)p->n_active + 1, sizeof *seen);
    bool *taught = zj_calloc((size_t)p->n_groups + 1, sizeof *taught);

    *parts = (struct tt_parts){.p = p, .part = zj_calloc((size_t)p->n_active + 1, sizeof *parts->part)};
    for (int i = 0; i < p->n_active; i++) {
        int which = root(up, p->active[i]), k = 0;
        while (k < parts->n && seen[k] != which)
            k++;
        for (int g = 0; g < p->may[p->active[i]].n; g++)
            taught[p->may[p->active[i]].v[g]] = true;
        if (k < parts->n)
            continue;
        seen[parts->n] = which;
        fill_part(&parts->part[parts->n++], p, up, which);
    }
    for (int g = 0; g < p->n_groups; g++)
        if (!taught[g])
            parts->orphaned += (int64_t)p->group[g].priority * p->group[g].periods * p->group[g].n;
    free(up);
    free(seen);
    free(taught);
}

void tt_parts_release(struct tt_parts *parts)
{
    for (int i = 0; i < parts->n; i++) {
        tt_types_release(&parts->part[i].x);
        free(parts->part[i].teacher);
        free(parts->part[i].group);
    }
    free(parts->part);
    memset(parts, 0, sizeof *parts);
}

/* ---- residues ------------------------------------------------------------------------------------ */

static bool is_free(const char *free_teacher, int teacher)
{
    return !free_teacher || free_teacher[teacher];
}

static int type_of(const struct tt_types *x, int teacher)
{
    for (int t = 0; t < x->n; t++)
        for (int i = 0; i < x->type[t].n; i++)
            if (x->type[t].teacher[i] == teacher)
                return t;
    return -1;
}

/* Lessons of one teacher: the first at *at; moves on to the next teacher's. */
static int next_teacher(const struct zj_lessons *lessons, int *at)
{
    int n = 1;

    while (*at + n < lessons->n && lessons->v[*at + n].teacher == lessons->v[*at].teacher)
        n++;
    *at += n;
    return n;
}

void tt_residue_init(struct tt_residue *r, const struct tt_part *part, const char *free_teacher,
                     const struct zj_lessons *lessons)
{
    const struct tt_problem *p = part->x.p;

    r->people = zj_calloc((size_t)part->x.n + 1, sizeof *r->people);
    r->demand = zj_calloc((size_t)p->n_groups + 1, sizeof *r->demand);
    r->blocks = zj_calloc((size_t)p->n_groups + 1, sizeof *r->blocks);
    for (int t = 0; t < part->x.n; t++)
        for (int i = 0; i < part->x.type[t].n; i++)
            r->people[t] += is_free(free_teacher, part->x.type[t].teacher[i]);
    for (int i = 0; i < part->n_groups; i++) {
        const struct tt_group *g = &p->group[part->group[i]];
        r->blocks[part->group[i]] = g->n;
        r->demand[part->group[i]] = (int64_t)g->n * g->periods;
    }
    for (int at = 0, n; free_teacher && at < lessons->n;) {
        const struct zj_lesson *first = &lessons->v[at];
        struct tt_column c;
        int type = type_of(&part->x, first->teacher);
        n = next_teacher(lessons, &at);
        if (type < 0 || is_free(free_teacher, first->teacher))
            continue;
        tt_column_of(&part->x, type, first, n, &c);
        for (int k = 0; k < c.n_shares; k++) {
            r->demand[c.share[k].group] -= (int64_t)c.share[k].level * c.share[k].count;
            r->blocks[c.share[k].group] -= c.share[k].count;
        }
        tt_column_release(&c);
    }
}

void tt_residue_release(struct tt_residue *r)
{
    free(r->people);
    free(r->demand);
    free(r->blocks);
    memset(r, 0, sizeof *r);
}

void tt_add_lessons(struct tt_master *m, const struct tt_part *part, const char *free_teacher,
                    const struct zj_lessons *lessons, int64_t cost[ZJ_MAX_TIERS])
{
    static const enum zj_tier of_weeks[] = {ZJ_T_SOFT, ZJ_T_TRAVEL, ZJ_T_WISHES};

    memset(cost, 0, ZJ_MAX_TIERS * sizeof *cost);
    for (int g = 0; g < part->x.p->n_groups; g++)
        cost[ZJ_T_UNMET] += m->demand[g] * part->x.p->group[g].priority;
    for (int at = 0, n; at < lessons->n;) {
        const struct zj_lesson *first = &lessons->v[at];
        struct tt_column c;
        int type = type_of(&part->x, first->teacher);
        n = next_teacher(lessons, &at);
        if (type < 0 || !is_free(free_teacher, first->teacher))
            continue;
        tt_column_of(&part->x, type, first, n, &c);
        for (size_t k = 0; k < sizeof of_weeks / sizeof of_weeks[0]; k++)
            cost[of_weeks[k]] += tt_column_cost(&c, of_weeks[k]);
        for (int k = 0; k < c.n_shares; k++)
            cost[ZJ_T_UNMET] -=
                (int64_t)c.share[k].level * c.share[k].count * part->x.p->group[c.share[k].group].priority;
        tt_master_add(m, &c);
    }
}
