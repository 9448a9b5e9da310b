#include "models/timetable/week_tree.h"

#include <stdlib.h>

static int compare_plans(const void *a, const void *b, void *weeks)
{
    const struct tt_plan *x = a, *y = b;
    const struct tt_weeks *w = weeks;

    for (int i = 0; i < x->n && i < y->n; i++) {
        const struct tt_plan_item *p = &w->item[x->first + i], *q = &w->item[y->first + i];
        if (p->campus != q->campus)
            return p->campus - q->campus;
        if (p->profile != q->profile)
            return p->profile - q->profile;
    }
    return x->n - y->n;
}

/* A number for each campus and profile that stand together in some plan. */
static void number_spells(struct tt_weeks *w)
{
    int most = 0;

    for (int i = 0; i < w->n_items; i++)
        most = w->item[i].campus > most ? w->item[i].campus : most;
    const size_t n = ((size_t)most + 1) * (size_t)w->n_profiles + 1;
    int *number = zj_malloc(n * sizeof *number);
    for (size_t k = 0; k < n; k++)
        number[k] = -1;
    w->spell_of = zj_malloc(((size_t)w->n_items + 1) * sizeof *w->spell_of);
    w->spell = zj_malloc(((size_t)w->n_items + 1) * sizeof *w->spell);
    for (int i = 0; i < w->n_items; i++) {
        int *at = &number[w->item[i].campus * w->n_profiles + w->item[i].profile];
        if (*at < 0) {
            *at = w->n_spells;
            w->spell[w->n_spells++] = w->item[i];
        }
        w->spell_of[i] = *at;
    }
    w->spell = zj_realloc(w->spell, (size_t)w->n_spells + 1, sizeof *w->spell);
    free(number);
}

static int spell_at(const struct tt_weeks *w, int plan, int k)
{
    return k < w->plan[plan].n ? w->spell_of[w->plan[plan].first + k] : -1;
}

/* Add the plan, or the branch below that has it, to the last branch of a level, or to a new one. */
static void hang(struct tt_weeks *w, int level, bool begins, int plan, int below)
{
    if (begins) {
        ZJ_GROW(w->begin[level], w->n_begin[level], w->cap_begin[level]);
        w->begin[level][w->n_begin[level]++] =
            (struct tt_branch){spell_at(w, plan, level), below, below, w->plan[plan].minutes};
    }
    struct tt_branch *x = &w->begin[level][w->n_begin[level] - 1];
    x->end = below + 1;
    if (w->plan[plan].minutes < x->minutes)
        x->minutes = w->plan[plan].minutes;
}

void tt_weeks_order(struct tt_weeks *w)
{
    if (w->n_plans > 1)
        qsort_r(w->plan, (size_t)w->n_plans, sizeof *w->plan, compare_plans, w);
    number_spells(w);
    for (int i = 0; i < w->n_plans; i++) {
        const bool first = i == 0 || spell_at(w, i, 0) != spell_at(w, i - 1, 0);
        hang(w, 1, first || spell_at(w, i, 1) != spell_at(w, i - 1, 1), i, i);
        hang(w, 0, first, i, w->n_begin[1] - 1);
    }
}
