/*
 * syncs.c - activities that start at the same time become pairs of blocks with lessons at the same time.
 */
#include "solver/base/i18n.h"
#include "solver/fet/translate.h"

#include <stdlib.h>

/* Two activities that are tied; the block of a comes before that of b. */
struct pair {
    int block_a, block_b, a, b;
    const struct tr_tie *tie;
};

static int compare_pairs(const void *x, const void *y)
{
    const struct pair *p = x, *q = y;
    const int u[] = {p->block_a, p->block_b, p->a, p->b}, v[] = {q->block_a, q->block_b, q->a, q->b};

    for (int i = 0; i < 4; i++)
        if (u[i] != v[i])
            return u[i] < v[i] ? -1 : 1;
    return 0;
}

static int n_pieces(const struct tr_block *b)
{
    return b->ones + b->twos;
}

/* The first activity of a tie with each of the others. */
static void add_pairs(struct tr *t, const struct tr_tie *tie, struct pair *pair, int *n)
{
    int first = tie->piece.v[0];

    for (int i = 1; i < tie->piece.n; i++) {
        int other = tie->piece.v[i], a = t->piece[first].block, b = t->piece[other].block;
        if (t->block[a].class_id == t->block[b].class_id)
            tr_refuse(t, tie->at, tie->at->name, N_("activities of one class at the same time"));
        else if (t->block[a].subject != t->block[b].subject)
            tr_refuse(t, tie->at, tie->at->name, N_("activities of different subjects at the same time"));
        else if (t->f.activity[first].duration != t->f.activity[other].duration)
            tr_refuse(t, tie->at, tie->at->name, N_("activities of different length at the same time"));
        else
            pair[(*n)++] =
                a < b ? (struct pair){a, b, first, other, tie} : (struct pair){b, a, other, first, tie};
    }
}

/* The pairs v[0..n-1] of the same two blocks: no activity of one may be tied to two of the other. */
static bool match(const struct pair *v, int n)
{
    for (int i = 0; i < n; i++)
        for (int k = 0; k < i; k++)
            if (v[i].a == v[k].a || v[i].b == v[k].b)
                return false;
    return true;
}

static void add_sync(struct tr *t, const struct pair *v, int n)
{
    if (!match(v, n)) {
        tr_refuse(t, v->tie->at, v->tie->at->name, N_("two activities of one class at the same time as one"));
        return;
    }
    ZJ_GROW(t->sync, t->n_syncs, t->cap_syncs);
    t->sync[t->n_syncs++] = (struct tr_sync){v->block_a, v->block_b, n, v->tie->weight, v->tie->at};
}

/*
 * "So many lessons of a coincide with lessons of b" says it all when every lesson of both is tied; or when
 * they are single lessons and nothing else is tied to them.
 */
static bool is_exact(const struct tr *t, const struct tr_sync *s, const int *n_syncs)
{
    const struct tr_block *a = &t->block[s->a], *b = &t->block[s->b];

    if (s->pairs == n_pieces(a) && s->pairs == n_pieces(b))
        return true;
    return a->twos == 0 && b->twos == 0 && n_syncs[s->a] == 1 && n_syncs[s->b] == 1;
}

static void check_syncs(struct tr *t)
{
    int *n_syncs = zj_calloc((size_t)t->n_blocks, sizeof *n_syncs);

    for (int i = 0; i < t->n_syncs; i++) {
        n_syncs[t->sync[i].a]++;
        n_syncs[t->sync[i].b]++;
    }
    for (int i = 0; i < t->n_syncs; i++) {
        const struct tr_sync *s = &t->sync[i];
        if (!is_exact(t, s, n_syncs))
            tr_refuse(t, s->at, s->at->name,
                      N_("only some of the lessons of a class at the same time as others"));
        if (s->weight != t->sync[0].weight)
            tr_refuse(t, s->at, s->at->name, N_("different weights; the rule has one for all"));
    }
    free(n_syncs);
}

void tr_make_syncs(struct tr *t)
{
    int most = 0, n = 0, kept = 0;

    for (int i = 0; i < t->n_same; i++)
        most += t->same[i].piece.n;
    struct pair *pair = zj_calloc((size_t)most, sizeof *pair);
    for (int i = 0; i < t->n_same; i++)
        add_pairs(t, &t->same[i], pair, &n);
    if (n > 1)
        qsort(pair, (size_t)n, sizeof *pair, compare_pairs);
    for (int i = 0; i < n; i++) /* the same constraint twice says nothing new */
        if (kept == 0 || compare_pairs(&pair[kept - 1], &pair[i]) != 0)
            pair[kept++] = pair[i];
    for (int i = 0, k; i < kept; i = k) {
        for (k = i + 1; k < kept && pair[k].block_a == pair[i].block_a && pair[k].block_b == pair[i].block_b;)
            k++;
        add_sync(t, &pair[i], k - i);
    }
    check_syncs(t);
    free(pair);
}
