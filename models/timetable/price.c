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

enum { MOST_LESSONS = 201, MOST_BEGUN = 2 };

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
    int week;                      /* lessons at most */
    double (*level)[MOST_LESSONS]; /* level[i]: most of the first i campuses of the last plan worked out */
    struct tt_plan_item *at;
    int n_levels;
};

static double worth_of(const struct pricer *f, const struct tt_level *v)
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
        visits = f->q->visit && !w->everywhere ? days * f->q->visit[f->type * f->x->campuses.n + campus] : 0;
    g->most = -INFINITY;
    for (int l = 0; l <= s->most; l++) {
        if (g->best[l] == -INFINITY)
            continue;
        if (abroad && l < days * f->t->min_periods[place] && !w->everywhere)
            g->best[l] = -INFINITY;
        else
            g->best[l] += visits - f->q->soft * (double)soft_of_stay(f->t, place, profile, l);
        if (g->best[l] > g->most) {
            g->most = g->best[l];
            g->at = l;
        }
    }
    return g;
}

/* best[l]: most of the campuses so far with at most l lessons, after one more campus. */
static void extend(const struct pricer *f, const struct tt_plan_item *item, const double *before,
                   double *best)
{
    const struct gain *g = &f->gain[item->campus * f->t->weeks->n_profiles + item->profile];
    const int most = f->t->sets[item->campus].most;

    for (int l = 0; l <= f->week; l++)
        best[l] = -INFINITY;
    for (int k = 0; k <= most && k <= f->week; k++) {
        if (g->best[k] == -INFINITY)
            continue;
        for (int l = k; l <= f->week; l++) {
            double value = before[l - k] + g->best[k];
            best[l] = value > best[l] ? value : best[l];
        }
    }
}

/*
 * The most that a plan is worth. Exact when above `least`, else some bound that is not. The levels of the
 * dynamic program that the last such plan had in common with this one are used again.
 */
static double work_out(struct pricer *f, const struct tt_plan *plan, double least)
{
    const struct tt_plan_item *item = f->t->weeks->item + plan->first;
    double bound = -f->q->travel * plan->minutes;
    int sum = 0;

    for (int i = 0; i < plan->n; i++) {
        const struct gain *g = gain_of(f, item[i].campus, item[i].profile);
        bound += g->most;
        sum += g->at;
    }
    if (bound <= least || sum <= f->week)
        return bound;
    int level = 0;
    while (level < plan->n - 1 && level < f->n_levels && f->at[level].campus == item[level].campus &&
           f->at[level].profile == item[level].profile)
        level++;
    for (; level < plan->n - 1; level++) {
        extend(f, &item[level], f->level[level], f->level[level + 1]);
        f->at[level] = item[level];
    }
    f->n_levels = level;
    const struct gain *g = gain_of(f, item[level].campus, item[level].profile);
    const int most = f->t->sets[item[level].campus].most;
    double value = -INFINITY;
    for (int k = 0; k <= most && k <= f->week; k++) {
        double x = f->level[level][f->week - k] + g->best[k];
        value = x > value ? x : value;
    }
    return value - f->q->travel * plan->minutes;
}

/* Lessons at each campus of the plan when it is worth most. */
static void divide_lessons(struct pricer *f, const struct tt_plan *plan, int *lessons)
{
    const struct tt_plan_item *item = f->t->weeks->item + plan->first;
    double(*best)[MOST_LESSONS] = zj_calloc((size_t)plan->n + 1, sizeof *best);

    for (int i = 0; i < plan->n; i++)
        extend(f, &item[i], best[i], best[i + 1]);
    for (int i = plan->n - 1, l = f->week; i >= 0; i--) {
        const struct gain *g = gain_of(f, item[i].campus, item[i].profile);
        int most = f->t->sets[item[i].campus].most, k = 0;
        while (k < most && k < l && best[i][l - k] + g->best[k] != best[i + 1][l])
            k++;
        lessons[i] = k;
        l -= k;
    }
    free(best);
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

/* The sum of the k largest of n numbers, none of them negative. */
static double largest(const double *x, int n, int k)
{
    double *top = zj_calloc((size_t)k + 2, sizeof *top), sum = 0;

    for (int i = 0; i < n; i++) {
        int at = k;
        for (; at > 0 && top[at - 1] < x[i]; at--)
            top[at] = top[at - 1];
        top[at] = x[i];
    }
    for (int i = 0; i < k; i++)
        sum += top[i];
    free(top);
    return sum;
}

/* rest[c][k]: what a plan can add at most at places after c when c is its k-th campus. */
static double (*find_rest(struct pricer *f))[MOST_BEGUN + 1]
{
    const struct tt_weeks *w = f->t->weeks;
    const int n = f->t->reach.n;
    double *most = zj_calloc((size_t)n + 1, sizeof *most);
    double(*rest)[MOST_BEGUN + 1] = zj_calloc((size_t)n + 1, sizeof *rest);
    int longest = 0;

    for (int i = 0; i < w->n_items; i++) {
        const double x = gain_of(f, w->item[i].campus, w->item[i].profile)->most;
        if (x > most[w->item[i].campus])
            most[w->item[i].campus] = x;
    }
    for (int i = 0; i < w->n_plans; i++)
        longest = w->plan[i].n > longest ? w->plan[i].n : longest;
    for (int c = 0; c < n; c++)
        for (int k = 1; k <= MOST_BEGUN && k < longest; k++)
            rest[c][k] = largest(most + c + 1, n - c - 1, longest - k);
    free(most);
    return rest;
}

/* Does the plan go wherever pins want the teacher? */
static bool keeps_pins(const struct tt_type *t, const struct tt_plan *plan)
{
    const struct tt_plan_item *item = t->weeks->item + plan->first;

    for (int k = 0, i = 0; t->pinned && k < t->reach.n; k++) {
        if (!t->must[k])
            continue;
        while (i < plan->n && item[i].campus < k)
            i++;
        if (i == plan->n || item[i].campus != k)
            return false;
    }
    return true;
}

/* The plan that is worth most; -1 when none is worth more than `least`. Plans that begin alike fail
   together. */
static int best_plan(struct pricer *f, double *most)
{
    const struct tt_weeks *w = f->t->weeks;
    double(*rest)[MOST_BEGUN + 1] = find_rest(f);
    int plan = -1;

    f->level = zj_calloc((size_t)f->t->reach.n + 2, sizeof *f->level);
    f->at = zj_calloc((size_t)f->t->reach.n + 1, sizeof *f->at);
    *most = f->q->least > NOTHING || f->t->pinned ? f->q->least : NOTHING;
    for (int i = 0; i < w->n_plans;) {
        const struct tt_plan_item *item = w->item + w->plan[i].first;
        double begun = 0;
        int next = i + 1;
        for (int k = 0; k < MOST_BEGUN && k < w->plan[i].n && next == i + 1; k++) {
            begun += gain_of(f, item[k].campus, item[k].profile)->most;
            if (begun + rest[item[k].campus][k + 1] <= *most)
                next = w->after[k][i];
        }
        if (next == i + 1 && w->plan[i].minutes <= f->q->most_minutes && keeps_pins(f->t, &w->plan[i])) {
            double value = work_out(f, &w->plan[i], *most);
            if (value > *most) {
                *most = value;
                plan = i;
            }
        }
        i = next;
    }
    free(f->level);
    free(f->at);
    free(rest);
    return plan;
}

double tt_price(const struct tt_types *x, int type, const struct tt_prices *prices, struct tt_column *c)
{
    const struct tt_type *t = &x->type[type];
    const struct tt_weeks *w = t->weeks;
    const size_t n_gains = (size_t)t->reach.n * (size_t)w->n_profiles + 1;
    const int week = x->p->limits[t->teacher[0]].week;
    struct pricer f = {.x = x,
                       .t = t,
                       .q = prices,
                       .type = type,
                       .gain = zj_calloc(n_gains, sizeof *f.gain),
                       .room = zj_malloc(n_gains * MOST_LESSONS * sizeof *f.room),
                       .week = week < MOST_LESSONS - 1 ? week : MOST_LESSONS - 1};
    double most;

    solve_sets(&f);
    int plan = best_plan(&f, &most);
    memset(c, 0, sizeof *c);
    if (plan >= 0) {
        int *lessons = zj_calloc((size_t)w->plan[plan].n + 1, sizeof *lessons);
        divide_lessons(&f, &w->plan[plan], lessons);
        make_column(&f, plan, lessons, c);
        free(lessons);
    }
    free(f.gain);
    free(f.room);
    return most;
}
