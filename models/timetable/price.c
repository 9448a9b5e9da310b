/*
 * price.c - the best week of a type at given prices, exact. The mathematics is in price_parts.h.
 */
#include "models/timetable/price_parts.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NOTHING 1e-9

static double worth_of(const struct tt_pricer *f, const struct tt_level *v)
{
    const struct tt_group *g = &f->x->p->group[v->group];
    double worth = v->lessons * f->q->lesson[v->group];

    if (worth == -INFINITY)
        return worth;

    if (g->limits.one_teacher) {
        if ((int64_t)g->priority * (g->periods - v->lessons) > f->q->partial)
            return -INFINITY;
        worth += f->q->block[v->group];
    }
    if (f->q->unit)
        worth += f->q->unit[f->type * f->x->p->n_groups + v->group];
    if (f->q->wish != 0) {
        const struct zj_instance *in = f->x->p->in;
        for (int i = 0; i < in->n_wishes; i++)
            if (in->wish[i].teacher == f->t->teacher[0] && in->wish[i].to == g->school)
                worth += f->q->wish * in->wish[i].level * v->lessons;
    }
    return worth;
}

static void solve_sets(struct tt_pricer *f)
{
    for (int k = 0; k < f->t->reach.n; k++) {
        const struct tt_sets *s = &f->t->sets[k];
        double *worth = zj_malloc(((size_t)s->n_levels + 1) * sizeof *worth);
        for (int v = 0; v < s->n_levels; v++)
            worth[v] = worth_of(f, &s->level[v]);
        tt_sets_solve(s, worth, &f->x->work[k]);
        free(worth);
    }
}

int64_t tt_soft_of_visits(const struct tt_type *t, int days, int lessons)
{
    int64_t sum = 0;

    for (int i = 0; i < t->n_soft; i++) {
        const struct tt_soft_visit *r = &t->soft[i];
        int missing = r->min_periods == ZJ_NONE ? 0 : r->min_periods * days - lessons;
        if (missing > 0 && r->min_periods > 1)
            sum += (int64_t)r->weight * ((missing + r->min_periods - 2) / (r->min_periods - 1));
        if (r->max_days != ZJ_NONE && days > r->max_days)
            sum += (int64_t)r->weight * (days - r->max_days);
    }
    return sum;
}

/* The same of all soft rules that a column knows, for a campus of a plan. */
static int64_t soft_of_stay(const struct tt_type *t, int place, int profile, int lessons)
{
    const struct tt_profile *q = &t->weeks->profile[profile];
    int64_t sum = (int64_t)t->resent[place] * lessons;

    if (t->weeks->everywhere)
        return sum;
    if (lessons > q->good)
        sum += (int64_t)t->mind[place] * (lessons - q->good);
    return place == t->reach.home ? sum : sum + tt_soft_of_visits(t, q->days, lessons);
}

/* The values of a spell, in room that the caller has. */
static void find_gain(struct tt_pricer *f, int spell, double *best)
{
    const struct tt_weeks *w = f->t->weeks;
    const int place = w->spell[spell].campus, profile = w->spell[spell].profile;
    const struct tt_sets *s = &f->t->sets[place];
    const int days = w->profile[profile].days, campus = f->t->reach.campus[place];
    const bool visited = place != f->t->reach.home && !w->everywhere;
    const double visits =
        visited && f->q->visit ? days * f->q->visit[f->type * f->x->campuses.n + campus] : 0;

    f->gain[spell] = (struct tt_gain){.best = best, .last = s->most};
    tt_sets_best(s, &f->x->work[place], profile, best);
    for (int l = 0; l <= s->most; l++) {
        if (visited && l < days * f->t->min_periods[place])
            best[l] = -INFINITY;
        else if (best[l] != -INFINITY)
            best[l] += visits - f->q->soft * (double)soft_of_stay(f->t, place, profile, l);
    }
}

static void find_gains(struct tt_pricer *f)
{
    const struct tt_weeks *w = f->t->weeks;
    size_t room = 1;

    for (int i = 0; i < w->n_spells; i++)
        room += (size_t)f->t->sets[w->spell[i].campus].most + 1;
    f->gain = zj_malloc(((size_t)w->n_spells + 1) * sizeof *f->gain);
    f->room = zj_malloc(room * sizeof *f->room);
    double *best = f->room;
    for (int i = 0; i < w->n_spells; i++) {
        find_gain(f, i, best);
        best += f->gain[i].last + 1;
    }
}

/* ---- columns --------------------------------------------------------------------------------- */

static void add_shares(const struct tt_pricer *f, const struct tt_plan_item *item, int lessons,
                       struct tt_column *c)
{
    const struct tt_sets *s = &f->t->sets[item->campus];
    int *count = zj_calloc((size_t)s->n_levels + 1, sizeof *count);
    const struct zj_instance *in = f->x->p->in;

    tt_sets_trace(s, &f->x->work[item->campus], item->profile, lessons, count);
    for (int v = 0; v < s->n_levels; v++) {
        if (count[v] == 0)
            continue;
        c->share = zj_realloc(c->share, (size_t)c->n_shares + 1, sizeof *c->share);
        c->share[c->n_shares++] = (struct tt_share){s->level[v].group, s->level[v].lessons, count[v]};
        for (int i = 0; i < in->n_wishes; i++)
            if (in->wish[i].teacher == f->t->teacher[0] &&
                in->wish[i].to == f->x->p->group[s->level[v].group].school)
                c->wish -= (int64_t)in->wish[i].level * s->level[v].lessons * count[v];
    }
    free(count);
}

static void make_column(const struct tt_pricer *f, int plan, const int *lessons, struct tt_column *c)
{
    const struct tt_weeks *w = f->t->weeks;
    const struct tt_plan *x = &w->plan[plan];

    memset(c, 0, sizeof *c);
    c->type = f->type;
    c->plan = plan;
    c->teacher = -1;
    c->minutes = x->minutes;
    c->visit = zj_calloc((size_t)x->n + 1, sizeof *c->visit);
    for (int i = 0; i < x->n; i++) {
        const struct tt_plan_item *item = &w->item[x->first + i];
        const int days = w->profile[item->profile].days;
        add_shares(f, item, lessons[i], c);
        c->soft += soft_of_stay(f->t, item->campus, item->profile, lessons[i]);
        if (item->campus == f->t->reach.home || w->everywhere)
            continue;
        c->visit[c->n_visits++] = (struct tt_visit){f->t->reach.campus[item->campus], days};
    }
}

void tt_column_release(struct tt_column *c)
{
    free(c->share);
    free(c->visit);
    memset(c, 0, sizeof *c);
}

double tt_price(const struct tt_types *x, int type, const struct tt_prices *prices, struct tt_column *c)
{
    const struct tt_type *t = &x->type[type];
    const struct tt_weeks *w = t->weeks;
    const int week = x->p->limits[t->teacher[0]].week;
    struct tt_pricer f = {.x = x,
                          .t = t,
                          .q = prices,
                          .type = type,
                          .week = week < TT_MOST_LESSONS - 1 ? week : TT_MOST_LESSONS - 1};
    double most = prices->least > NOTHING || t->pinned ? prices->least : NOTHING;

    solve_sets(&f);
    find_gains(&f);
    int plan = tt_price_plan(&f, &most);
    memset(c, 0, sizeof *c);
    if (plan >= 0) {
        int *lessons = zj_calloc((size_t)w->plan[plan].n + 1, sizeof *lessons);
        tt_price_lessons(&f, &w->plan[plan], lessons);
        make_column(&f, plan, lessons, c);
        free(lessons);
    }
    free(f.gain);
    free(f.room);
    return most;
}
