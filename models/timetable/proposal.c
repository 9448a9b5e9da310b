#include "models/timetable/proposal.h"

#include <stdlib.h>
#include <string.h>

/* Is the group's school one that the column has blocks at? */
static bool has_blocks(const struct tt_types *x, const struct tt_column *c, int school)
{
    for (int i = 0; i < c->n_shares; i++)
        if (x->p->group[c->share[i].group].school == school)
            return true;
    return false;
}

/* The positions of the school's bells within the stay. */
static bool positions(const struct zj_day_plan *bells, const struct tt_day_stay *s, int *from, int *to)
{
    *from = bells->n;
    *to = -1;
    for (int i = 0; i < bells->n; i++) {
        if (bells->v[i].start < s->from || bells->v[i].end > s->to)
            continue;
        *from = i < *from ? i : *from;
        *to = i;
    }
    return *to >= 0;
}

static bool is_alone(const struct tt_weeks *w, int day)
{
    int n = 0;

    for (int d = 0; d < w->n_days; d++)
        n += w->day_class[d] == w->day_class[day];
    return n == 1;
}

static void add_stays(const struct tt_types *x, const struct tt_column *c, int day, const struct tt_option *o,
                      struct tt_week *out)
{
    const struct tt_type *t = &x->type[c->type];

    for (int i = 0; i < o->n_stays; i++) {
        const struct zj_ids *schools = &x->campuses.list[t->reach.campus[o->stay[i].campus]];
        for (int k = 0; k < schools->n; k++) {
            struct tt_stay s = {
                .day = is_alone(t->weeks, day) ? day : -1, .slot = day, .school = schools->v[k]};
            if (!has_blocks(x, c, s.school) ||
                !positions(&x->p->in->bells[s.school], &o->stay[i], &s.from, &s.to))
                continue;
            out->stay = zj_realloc(out->stay, (size_t)out->n_stays + 1, sizeof *out->stay);
            out->stay[out->n_stays++] = s;
        }
    }
}

/*
 * A column counts lessons, not blocks, of groups whose blocks may have several teachers: as few a block as
 * the blocks there are allow.
 */
static void add_blocks(const struct tt_problem *p, const struct tt_share *s, struct tt_week *w)
{
    const struct tt_group *g = &p->group[s->group];
    const int each = s->count / g->n, more = s->count % g->n; /* `more` blocks get one lesson more */

    if (g->limits.one_teacher) {
        w->share[w->n_shares++] = *s;
        return;
    }
    if (more > 0)
        w->share[w->n_shares++] = (struct tt_share){s->group, each + 1, more};
    if (each > 0)
        w->share[w->n_shares++] = (struct tt_share){s->group, each, g->n - more};
}

void tt_proposal(const struct tt_types *x, const struct tt_column *c, int teacher, struct tt_week *w)
{
    const struct tt_weeks *weeks = x->type[c->type].weeks;
    const struct tt_plan *plan = &weeks->plan[c->plan];

    *w = (struct tt_week){.teacher = teacher, .travel = c->minutes};
    w->share = zj_malloc((2 * (size_t)c->n_shares + 1) * sizeof *w->share);
    for (int i = 0; i < c->n_shares; i++)
        add_blocks(x->p, &c->share[i], w);
    for (int d = 0; d < weeks->n_days; d++)
        if (plan->option[d] >= 0)
            add_stays(x, c, d, &weeks->option[weeks->day_class[d]].v[plan->option[d]], w);
}

void tt_proposal_release(struct tt_week *w)
{
    free(w->stay);
    free(w->share);
    memset(w, 0, sizeof *w);
}

/* ---- back -------------------------------------------------------------------------------------- */

static int block_of(const struct tt_problem *p, const struct zj_lesson *x)
{
    for (int b = 0; b < p->in->n_blocks; b++)
        if (p->in->block[b].class_id == x->class_id && p->in->block[b].subject == x->subject &&
            p->in->block[b].school == x->school)
            return b;
    return -1;
}

static void add_share(struct tt_column *c, int group, int level)
{
    for (int i = 0; i < c->n_shares; i++) {
        if (c->share[i].group == group && c->share[i].level == level) {
            c->share[i].count++;
            return;
        }
    }
    c->share = zj_realloc(c->share, (size_t)c->n_shares + 1, sizeof *c->share);
    c->share[c->n_shares++] = (struct tt_share){group, level, 1};
}

static void count_blocks(const struct tt_problem *p, const struct zj_lesson *lessons, int n,
                         struct tt_column *c)
{
    int *given = zj_calloc((size_t)p->in->n_blocks + 1, sizeof *given);

    for (int i = 0; i < n; i++) {
        int b = block_of(p, &lessons[i]);
        if (b >= 0)
            given[b]++;
    }
    for (int b = 0; b < p->in->n_blocks; b++) {
        int g = p->group_of[b];
        if (given[b] > 0 && p->group[g].limits.one_teacher)
            add_share(c, g, given[b]);
        for (int k = 0; k < given[b] && !p->group[g].limits.one_teacher; k++)
            add_share(c, g, 1);
    }
    free(given);
}

static void count_visits(const struct tt_types *x, int type, const struct zj_lesson *lessons, int n,
                         struct tt_column *c)
{
    const struct tt_type *t = &x->type[type];

    c->visit = zj_calloc((size_t)t->reach.n + 1, sizeof *c->visit);
    for (int k = 0; k < t->reach.n; k++) {
        unsigned days = 0;
        int n_lessons = 0;
        for (int i = 0; i < n; i++) {
            if (x->campuses.of[lessons[i].school] != t->reach.campus[k])
                continue;
            days |= 1u << lessons[i].day;
            n_lessons++;
        }
        if (n_lessons == 0 || k == t->reach.home)
            continue;
        c->visit[c->n_visits++] = (struct tt_visit){t->reach.campus[k], __builtin_popcount(days)};
        c->soft += tt_soft_of_visits(t, __builtin_popcount(days), n_lessons);
    }
}

/* Weighted shortfall of soft rules on periods and on refused schools. */
static int64_t soft_of_lesson(const struct tt_types *x, int type, const struct zj_lesson *l, int block)
{
    const struct tt_type *t = &x->type[type];
    const struct zj_policy *pol = x->p->pol;
    int64_t sum = 0;

    for (int k = 0; k < t->reach.n; k++)
        if (x->campuses.of[l->school] == t->reach.campus[k])
            sum += t->resent[k];
    for (int i = 0; i < pol->n_lesson_rules && block >= 0; i++) {
        const struct zj_rule *r = &pol->lesson_rule[i];
        if (r->id == ZJ_R_avoid && !r->hard && tt_rule_speaks_of_block(x->p, r, block) &&
            (zj_ids_has(&r->periods, l->period) || (r->only.n > 0 && !zj_ids_has(&r->only, l->period))))
            sum += r->weight;
    }
    return sum;
}

void tt_column_of(const struct tt_types *x, int type, const struct zj_lesson *lessons, int n,
                  struct tt_column *c)
{
    const struct zj_instance *in = x->p->in;
    struct zj_lessons list = {.v = zj_malloc(((size_t)n + 1) * sizeof *lessons), .n = n};
    struct zj_legs legs = {0};

    memset(c, 0, sizeof *c);
    c->type = type;
    c->plan = -1;
    c->teacher = n > 0 ? lessons[0].teacher : -1;
    if (n > 0)
        memcpy(list.v, lessons, (size_t)n * sizeof *lessons);
    zj_lesson_legs(in, &list, x->p->settle, &legs);
    for (int i = 0; i < legs.n; i++)
        c->minutes += legs.v[i].minutes;
    count_blocks(x->p, lessons, n, c);
    count_visits(x, type, lessons, n, c);
    for (int i = 0; i < n; i++)
        c->soft += soft_of_lesson(x, type, &lessons[i], block_of(x->p, &lessons[i]));
    for (int i = 0; i < n; i++)
        for (int k = 0; k < in->n_wishes; k++)
            if (in->wish[k].teacher == x->type[type].teacher[0] && in->wish[k].to == lessons[i].school)
                c->wish -= in->wish[k].level;
    zj_lessons_release(&list);
    zj_legs_release(&legs);
}
