/*
 * unload.c - a vector as pairs. Forms and rounds are dealt out here: no rule asks which member has which.
 */
#include "models/pairing/run.h"
#include "solver/data/travel.h"

#include <stdlib.h>

/* Does the entry speak of the member's round? */
static bool speaks(const struct pr_model *m, const struct zj_rule *q, int member)
{
    return q->id == ZJ_R_rounds && pr_selects(m, q, member);
}

/* One member that waits for its turn. */
struct turn {
    int pair;    /* index into the pairs of the plan */
    int entries; /* of rounds that speak of it */
    int minutes, last;
};

/* How many entries of rounds speak of the member; *last: the greatest number of rounds of one. */
static int n_speaking(const struct pr_model *m, int member, int *last)
{
    int n = 0;

    *last = 0;
    for (int k = 0; k < m->pol->n_pairing_rules; k++) {
        const struct zj_rule *q = &m->pol->pairing_rule[k];
        if (!speaks(m, q, member))
            continue;
        n++;
        *last = q->rounds > *last ? q->rounds : *last;
    }
    return n;
}

static int compare_turns(const void *pa, const void *pb)
{
    const struct turn *a = pa, *b = pb;

    if (a->entries != b->entries)
        return a->entries > b->entries ? -1 : 1;
    if (a->minutes != b->minutes)
        return a->minutes < b->minutes ? -1 : 1;
    return a->pair < b->pair ? -1 : a->pair > b->pair;
}

/* What it costs to give the n-th turn this round, after the turns before it: hard entries above all. */
static int64_t cost_of_round(const struct pr_model *m, const struct zj_pairs *pairs, const struct turn *t,
                             int n, int round)
{
    const int64_t hard = (int64_t)1 << 40;
    int64_t cost = 0;

    for (int k = 0; k < m->pol->n_pairing_rules; k++) {
        const struct zj_rule *q = &m->pol->pairing_rule[k];
        if (!speaks(m, q, pairs->v[t[n].pair].member))
            continue;
        bool broken = round > q->rounds;
        for (int i = 0; i < n && !broken; i++)
            broken = pairs->v[t[i].pair].round == round && speaks(m, q, pairs->v[t[i].pair].member);
        cost += !broken ? 0 : q->hard ? hard : q->weight;
    }
    return cost;
}

static int cheapest_round(const struct pr_model *m, const struct zj_pairs *pairs, const struct turn *t, int n)
{
    int best = 1;
    int64_t least = cost_of_round(m, pairs, t, n, 1);

    for (int round = 2; round <= t[n].last && least > 0; round++) {
        int64_t cost = cost_of_round(m, pairs, t, n, round);
        best = cost < least ? round : best;
        least = cost < least ? cost : least;
    }
    return best;
}

/* The rounds of one lead's pairs [first, end): those of several entries first, then the nearest. */
static void deal_rounds(const struct pr_model *m, struct zj_pairs *pairs, int first, int end)
{
    struct turn *t = zj_calloc((size_t)(end - first) + 1, sizeof *t);
    int n = 0;

    for (int i = first; i < end; i++) {
        t[n] = (struct turn){.pair = i, .minutes = pairs->v[i].minutes};
        t[n].entries = n_speaking(m, pairs->v[i].member, &t[n].last);
        n += t[n].entries > 0;
    }
    if (n > 1)
        qsort(t, (size_t)n, sizeof *t, compare_turns);
    for (int i = 0; i < n; i++)
        pairs->v[t[i].pair].round = cheapest_round(m, pairs, t, i);
    free(t);
}

/* The forms of one lead's pairs: as many of each as the program counts, in the order of the entries. */
static void deal_forms(const struct pr_run *r, struct zj_pairs *pairs, int first, int end)
{
    const struct pr_model *m = r->m;
    int *const col = &m->form_col[pairs->v[first].lead * ZJ_N_FORMS];
    bool done[ZJ_N_FORMS] = {false};

    for (int k = 0; k < m->pol->n_pairing_rules; k++) {
        const struct zj_rule *q = &m->pol->pairing_rule[k];
        if (q->id != ZJ_R_legal_form || col[q->form] < 0 || done[q->form])
            continue;
        done[q->form] = true;
        for (int64_t n = r->s.x[col[q->form]]; n > 0 && first < end; n--)
            pairs->v[first++].form = (int)q->form;
    }
}

void pr_unload(const struct pr_run *r, struct zj_pairs *pairs)
{
    const struct pr_model *m = r->m;

    for (int k = 0; k < m->n_pairs; k++) {
        const struct pr_pair *p = &m->pair[k];
        if (r->s.x[k] > 0)
            zj_pairs_add(pairs, &(struct zj_pair){.lead = p->lead,
                                                  .member = p->member,
                                                  .form = p->form,
                                                  .round = p->round,
                                                  .metres = zj_metres(m->in, p->lead, p->member),
                                                  .minutes = zj_minutes(m->in, p->lead, p->member)});
    }
    zj_pairs_sort(pairs);
    for (int first = 0, end; first < pairs->n && !m->fixed; first = end) {
        for (end = first + 1; end < pairs->n && pairs->v[end].lead == pairs->v[first].lead;)
            end++;
        deal_rounds(m, pairs, first, end);
        deal_forms(r, pairs, first, end);
    }
}
