/*
 * price.c - the best week of a type at given prices, exact.
 *
 * A week is a plan (profiles of visits, minutes) and a set of blocks at each campus of it. For each campus
 * and profile the best set for every number of lessons comes from sets.h; a plan is then worth at most
 * the sum of its campuses' maxima less its minutes, and only plans whose bound beats the best week so
 * far are worked out: the most over (l_c) with sum of l_c <= the lessons of a week.
 */
#include "models/timetable/types.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define NOTHING 1e-9

enum { MOST_LESSONS = 201 };

/* Values of one profile at one campus. */
struct gain {
    bool known;
    double most;
    int at;       /* lessons of the most */
    double *best; /* by lessons, [0 .. sets.most] */
};

struct pricer {
    const struct tt_types *x;
    const struct tt_type *t;
    const struct tt_prices *q;
    int type;
    struct gain *gain; /* place * n_profiles */
    double *room;      /* memory of all `best` */
    size_t used;
    int week; /* lessons at most */
};

static double worth_of(const struct pricer *f, const struct tt_level *v)
{
    const struct tt_group *g = &f->x->p->group[v->group];
    double worth = v->lessons * f->q->lesson[v->group];

    if (g->limits.one_teacher) {
        if ((int64_t)g->priority * (g->periods - v->lessons) > f->q->partial)
            return 0;
        worth += f->q->block[v->group];
    }
    if (f->q->share)
        worth += f->q->share[f->type * f->x->p->n_groups + v->group];
    if (f->q->wish != 0) {
        const struct zj_instance *in = f->x->p->in;
        for (int i = 0; i < in->n_wishes; i++)
            if (in->wish[i].teacher == f->t->teacher[0] && in->wish[i].to == g->school)
                worth += f->q->wish * in->wish[i].level * v->lessons;
    }
    return worth;
}

static void solve_sets(struct pricer *f)
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

/* Weighted shortfall of the soft rules on visits, at least: `days` visits with so many lessons in all. */
static int64_t soft_of(const struct tt_type *t, int days, int lessons)
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

static struct gain *gain_of(struct pricer *f, int place, int profile)
{
    const struct tt_weeks *w = f->t->weeks;
    struct gain *g = &f->gain[place * w->n_profiles + profile];

    if (g->known)
        return g;
    const struct tt_sets *s = &f->t->sets[place];
    const int days = w->profile[profile].days, campus = f->t->reach.campus[place];
    const bool abroad = place != f->t->reach.home;
    double visits = 0;
    g->known = true;
    g->best = f->room + f->used;
    f->used += (size_t)s->most + 1;
    tt_sets_best(s, &f->x->work[place], profile, g->best);
    if (abroad)
        visits = f->q->visit ? days * f->q->visit[f->type * f->x->campuses.n + campus] : 0;
    g->most = -INFINITY;
    for (int l = 0; l <= s->most; l++) {
        if (g->best[l] == -INFINITY)
            continue;
        if (abroad && l < days * f->t->min_periods[place] && !w->everywhere)
            g->best[l] = -INFINITY;
        else if (!w->everywhere && abroad)
            g->best[l] += visits - f->q->soft * (double)soft_of(f->t, days, l);
        if (g->best[l] > g->most) {
            g->most = g->best[l];
            g->at = l;
        }
    }
    return g;
}

/* The most that the plan is worth, with the lessons of each campus; stops when it cannot beat `least`. */
static double work_out(struct pricer *f, const struct tt_plan *plan, double least, int *lessons)
{
    const struct tt_plan_item *item = f->t->weeks->item + plan->first;
    const double cost = f->q->travel * plan->minutes;
    double bound = -cost;
    int sum = 0;

    for (int i = 0; i < plan->n; i++) {
        const struct gain *g = gain_of(f, item[i].campus, item[i].profile);
        bound += g->most;
        sum += g->at;
        lessons[i] = g->at;
    }
    if (bound <= least || sum <= f->week)
        return bound;
    /* best[i][l]: most of the first i campuses with at most l lessons */
    double(*best)[MOST_LESSONS] = zj_malloc(((size_t)plan->n + 1) * sizeof *best);
    for (int l = 0; l <= f->week; l++)
        best[0][l] = 0;
    for (int i = 0; i < plan->n; i++) {
        const struct gain *g = gain_of(f, item[i].campus, item[i].profile);
        int most = f->t->sets[item[i].campus].most;
        for (int l = 0; l <= f->week; l++) {
            best[i + 1][l] = -INFINITY;
            for (int k = 0; k <= most && k <= l; k++)
                if (best[i][l - k] + g->best[k] > best[i + 1][l])
                    best[i + 1][l] = best[i][l - k] + g->best[k];
        }
    }
    double value = best[plan->n][f->week] - cost;
    for (int i = plan->n - 1, l = f->week; i >= 0 && value > -INFINITY; i--) {
        const struct gain *g = gain_of(f, item[i].campus, item[i].profile);
        int most = f->t->sets[item[i].campus].most, k = 0;
        while (k < most && k < l && best[i][l - k] + g->best[k] != best[i + 1][l])
            k++;
        lessons[i] = k;
        l -= k;
    }
    free(best);
    return value;
}

/* ---- columns --------------------------------------------------------------------------------- */

static void add_shares(const struct pricer *f, const struct tt_plan_item *item, int lessons,
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

static void make_column(const struct pricer *f, int plan, const int *lessons, struct tt_column *c)
{
    const struct tt_weeks *w = f->t->weeks;
    const struct tt_plan *x = &w->plan[plan];

    memset(c, 0, sizeof *c);
    c->type = f->type;
    c->plan = plan;
    c->minutes = x->minutes;
    c->visit = zj_calloc((size_t)x->n + 1, sizeof *c->visit);
    for (int i = 0; i < x->n; i++) {
        const struct tt_plan_item *item = &w->item[x->first + i];
        const int days = w->profile[item->profile].days;
        add_shares(f, item, lessons[i], c);
        if (item->campus == f->t->reach.home || w->everywhere)
            continue;
        c->visit[c->n_visits++] = (struct tt_visit){f->t->reach.campus[item->campus], days};
        c->soft += soft_of(f->t, days, lessons[i]);
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
    struct pricer f = {.x = x, .t = t, .q = prices, .type = type};
    int *lessons = zj_calloc(2 * ((size_t)t->reach.n + 1), sizeof *lessons), *best = lessons + t->reach.n + 1;
    double most = NOTHING;
    int plan = -1;

    f.gain = zj_calloc((size_t)t->reach.n * (size_t)w->n_profiles + 1, sizeof *f.gain);
    f.room = zj_malloc(((size_t)t->reach.n * (size_t)w->n_profiles + 1) * MOST_LESSONS * sizeof *f.room);
    f.week = x->p->limits[t->teacher[0]].week < MOST_LESSONS - 1 ? x->p->limits[t->teacher[0]].week
                                                                 : MOST_LESSONS - 1;
    solve_sets(&f);
    for (int i = 0; i < w->n_plans; i++) {
        if (w->plan[i].minutes > prices->most_minutes)
            continue;
        double value = work_out(&f, &w->plan[i], most, lessons);
        if (value > most) {
            most = value;
            plan = i;
            memcpy(best, lessons, (size_t)w->plan[i].n * sizeof *best);
        }
    }
    memset(c, 0, sizeof *c);
    if (plan >= 0)
        make_column(&f, plan, best, c);
    free(f.gain);
    free(f.room);
    free(lessons);
    return plan >= 0 ? most : 0;
}
