/*
 * unload.c - a vector as pairs. Forms and rounds are dealt out here: no rule asks which member has which.
 */
#include "models/pairing/run.h"
#include "solver/data/travel.h"

#include <stdlib.h>

/* Does the entry of rounds speak of the member? */
static bool speaks(const struct pr_model *m, const struct zj_rule *q, int member)
{
    return q->id == ZJ_R_rounds && pr_selects(m, q, member);
}

static int n_speaking(const struct pr_model *m, int member, int *last_round)
{
    int n = 0;

    *last_round = INT32_MAX;
    for (int k = 0; k < m->pol->n_pairing_rules; k++) {
        const struct zj_rule *q = &m->pol->pairing_rule[k];
        if (!speaks(m, q, member))
            continue;
        n++;
        *last_round = q->rounds < *last_round ? q->rounds : *last_round;
    }
    return n;
}

/* Is some entry of rounds about both? */
static bool share_turns(const struct pr_model *m, int a, int b)
{
    for (int k = 0; k < m->pol->n_pairing_rules; k++)
        if (speaks(m, &m->pol->pairing_rule[k], a) && speaks(m, &m->pol->pairing_rule[k], b))
            return true;
    return false;
}

/* One member that waits for its turn. */
struct turn {
    int pair; /* index into the pairs of the plan */
    int entries, minutes, last;
};

static int compare_turns(const void *pa, const void *pb)
{
    const struct turn *a = pa, *b = pb;

    if (a->entries != b->entries)
        return a->entries > b->entries ? -1 : 1;
    if (a->minutes != b->minutes)
        return a->minutes < b->minutes ? -1 : 1;
    return a->pair < b->pair ? -1 : a->pair > b->pair;
}

/* The first round that nobody has who shares an entry; beyond the last one they begin anew. */
static int free_round(const struct pr_model *m, const struct zj_pairs *pairs, const struct turn *t, int n)
{
    const int member = pairs->v[t[n].pair].member;

    for (int round = 1; round <= t[n].last; round++) {
        bool taken = false;
        for (int i = 0; i < n && !taken; i++)
            taken = pairs->v[t[i].pair].round == round && share_turns(m, pairs->v[t[i].pair].member, member);
        if (!taken)
            return round;
    }
    return n % t[n].last + 1;
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
        pairs->v[t[i].pair].round = free_round(m, pairs, t, i);
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
        for (int64_t n = r->x[col[q->form]]; n > 0 && first < end; n--)
            pairs->v[first++].form = (int)q->form;
    }
}

void pr_unload(const struct pr_run *r, struct zj_pairs *pairs)
{
    const struct pr_model *m = r->m;

    for (int k = 0; k < m->n_pairs; k++) {
        const struct pr_pair *p = &m->pair[k];
        if (r->x[k] > 0)
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
