/*
 * price_plan.c - the plan that is worth most, all sets of blocks being known.
 */
#include "models/timetable/price_parts.h"

#include <math.h>
#include <stdlib.h>

enum { N_SAMPLE = 60, MU_STEPS = 24, N_LEVELS = 2 };

/* The bound's most of every spell at this mu. */
static void set_mu(struct tt_pricer *f, double mu)
{
    f->mu = mu;
    for (int i = 0; i < f->t->weeks->n_spells; i++) {
        struct tt_gain *g = &f->gain[i];
        g->most = -INFINITY;
        for (int l = 0; l <= g->last; l++) {
            const double x = g->best[l] - mu * l;
            g->most = x > g->most ? x : g->most;
        }
    }
}

/* best[l]: most of the campuses so far with at most l lessons, after one more spell. */
static void extend(const struct tt_pricer *f, const struct tt_gain *g, const double *before, double *best)
{
    for (int l = 0; l <= f->week; l++)
        best[l] = -INFINITY;
    for (int k = 0; k <= g->last && k <= f->week; k++) {
        if (g->best[k] == -INFINITY)
            continue;
        for (int l = k; l <= f->week; l++) {
            const double value = before[l - k] + g->best[k];
            best[l] = value > best[l] ? value : best[l];
        }
    }
}

/*
 * What a plan is worth. The levels of the dynamic program that the last plan had in common with this
 * one are used again.
 */
static double work_out(struct tt_pricer *f, const struct tt_plan *plan)
{
    const int *spell = f->t->weeks->spell_of + plan->first;
    double value = -INFINITY;
    int level = 0;

    while (level < plan->n - 1 && level < f->n_levels && f->at[level] == spell[level])
        level++;
    for (; level < plan->n - 1; level++) {
        extend(f, &f->gain[spell[level]], f->level[level], f->level[level + 1]);
        f->at[level] = spell[level];
    }
    f->n_levels = level;
    const struct tt_gain *g = &f->gain[spell[level]];
    for (int k = 0; k <= g->last && k <= f->week; k++) {
        const double x = f->level[level][f->week - k] + g->best[k];
        value = x > value ? x : value;
    }
    return value - f->q->travel * plan->minutes;
}

void tt_price_lessons(struct tt_pricer *f, const struct tt_plan *plan, int *lessons)
{
    const int *spell = f->t->weeks->spell_of + plan->first;
    double(*best)[TT_MOST_LESSONS] = zj_calloc((size_t)plan->n + 1, sizeof *best);

    for (int i = 0; i < plan->n; i++)
        extend(f, &f->gain[spell[i]], best[i], best[i + 1]);
    for (int i = plan->n - 1, l = f->week; i >= 0; i--) {
        const struct tt_gain *g = &f->gain[spell[i]];
        int k = 0;
        while (k < g->last && k < l && best[i][l - k] + g->best[k] != best[i + 1][l])
            k++;
        lessons[i] = k;
        l -= k;
    }
    free(best);
}

/* Does the plan go wherever pins want the teacher, and not too far? */
static bool is_allowed(const struct tt_pricer *f, const struct tt_plan *plan)
{
    const struct tt_type *t = f->t;
    const struct tt_plan_item *item = t->weeks->item + plan->first;

    for (int k = 0, i = 0; t->pinned && k < t->reach.n; k++) {
        if (!t->must[k])
            continue;
        while (i < plan->n && item[i].campus < k)
            i++;
        if (i == plan->n || item[i].campus != k)
            return false;
    }
    return plan->minutes <= f->q->most_minutes;
}

/* ---- the price of a lesson --------------------------------------------------------------------- */

/* Lessons that the plan takes when each costs mu. */
static int lessons_at(const struct tt_pricer *f, const struct tt_plan *plan, double mu)
{
    const int *spell = f->t->weeks->spell_of + plan->first;
    int sum = 0;

    for (int i = 0; i < plan->n; i++) {
        const struct tt_gain *g = &f->gain[spell[i]];
        int at = 0;
        for (int l = 1; l <= g->last; l++)
            if (g->best[l] - mu * l > g->best[at] - mu * at)
                at = l;
        sum += at;
    }
    return sum;
}

/* A mu that makes the bound of the plan low: the least at which it takes no more lessons than a week has. */
static double good_mu(const struct tt_pricer *f, const struct tt_plan *plan)
{
    double lo = 0, hi = 1;

    if (lessons_at(f, plan, 0) <= f->week)
        return 0;
    for (int i = 0; i < MU_STEPS && lessons_at(f, plan, hi) > f->week; i++)
        hi *= 2;
    for (int i = 0; i < MU_STEPS; i++) {
        const double middle = (lo + hi) / 2;
        if (lessons_at(f, plan, middle) > f->week)
            lo = middle;
        else
            hi = middle;
    }
    return hi;
}

/* The best of a few plans, whatever it is worth. */
static int best_of_sample(struct tt_pricer *f, double *value)
{
    const int n = f->t->weeks->n_plans, step = n / N_SAMPLE + 1;
    int best = -1;

    *value = -INFINITY;
    for (int i = step / 2; i < n; i += step) {
        if (!is_allowed(f, &f->t->weeks->plan[i]))
            continue;
        const double x = work_out(f, &f->t->weeks->plan[i]);
        if (x > *value) {
            *value = x;
            best = i;
        }
    }
    return best;
}

/* ---- all plans ------------------------------------------------------------------------------------ */

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
static double (*find_rest(struct tt_pricer *f))[N_LEVELS + 1]
{
    const struct tt_weeks *w = f->t->weeks;
    const int n = f->t->reach.n;
    double *most = zj_calloc((size_t)n + 1, sizeof *most);
    double(*rest)[N_LEVELS + 1] = zj_calloc((size_t)n + 1, sizeof *rest);
    int longest = 0;

    for (int i = 0; i < w->n_spells; i++)
        if (f->gain[i].most > most[w->spell[i].campus])
            most[w->spell[i].campus] = f->gain[i].most;
    for (int i = 0; i < w->n_plans; i++)
        longest = w->plan[i].n > longest ? w->plan[i].n : longest;
    for (int c = 0; c < n; c++)
        for (int k = 1; k <= N_LEVELS && k < longest; k++)
            rest[c][k] = largest(most + c + 1, n - c - 1, longest - k);
    free(most);
    return rest;
}

/* Plans of a branch of begin[1], whose bound is `begun` but for their other spells and minutes. */
static int best_of_branch(struct tt_pricer *f, const struct tt_branch *b, double begun, double *most)
{
    const struct tt_weeks *w = f->t->weeks;
    int best = -1;

    for (int i = b->first; i < b->end; i++) {
        const struct tt_plan *plan = &w->plan[i];
        double bound = begun - f->q->travel * plan->minutes;
        for (int k = N_LEVELS; k < plan->n; k++)
            bound += f->gain[w->spell_of[plan->first + k]].most;
        if (bound <= *most || !is_allowed(f, plan))
            continue;
        const double value = work_out(f, plan);
        if (value > *most) {
            *most = value;
            best = i;
        }
    }
    return best;
}

int tt_price_plan(struct tt_pricer *f, double *most)
{
    const struct tt_weeks *w = f->t->weeks;
    double sampled;
    int plan = -1, sample;

    f->level = zj_calloc((size_t)f->t->reach.n + 2, sizeof *f->level);
    f->at = zj_calloc((size_t)f->t->reach.n + 1, sizeof *f->at);
    sample = best_of_sample(f, &sampled);
    set_mu(f, sample < 0 ? 0 : good_mu(f, &w->plan[sample]));
    if (sampled > *most) {
        plan = sample;
        *most = sampled;
    }
    double(*rest)[N_LEVELS + 1] = find_rest(f);
    for (int i = 0; i < w->n_begin[0]; i++) {
        const struct tt_branch *a = &w->begin[0][i];
        const double one = f->mu * f->week + f->gain[a->spell].most;
        if (one + rest[w->spell[a->spell].campus][1] - f->q->travel * a->minutes <= *most)
            continue;
        for (int k = a->first; k < a->end; k++) {
            const struct tt_branch *b = &w->begin[1][k];
            const double two = one + (b->spell < 0 ? 0 : f->gain[b->spell].most);
            const double more = b->spell < 0 ? 0 : rest[w->spell[b->spell].campus][N_LEVELS];
            const int found =
                two + more - f->q->travel * b->minutes <= *most ? -1 : best_of_branch(f, b, two, most);
            plan = found >= 0 ? found : plan;
        }
    }
    free(f->level);
    free(f->at);
    free(rest);
    return plan;
}
