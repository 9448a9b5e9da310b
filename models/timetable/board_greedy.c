/*
 * board_greedy.c - a first plan: blocks one by one, those with the fewest teachers first, each where it
 * costs least.
 */
#include "models/timetable/board_search.h"

#include <stdlib.h>

/* Pinned lessons come first: the cheapest lesson that matches each. */
static void fill_pins(struct board_search *s)
{
    const struct board_base *base = s->b->base;

    for (int i = 0; i < base->n_blocks; i++)
        for (int k = 0; k < base->task[i].pin.n; k++)
            if (s->b->pin_hits[base->task[i].pin.v[k]] == 0)
                board_fill_pin(s, base->task[i].pin.v[k]);
}

static int compare_blocks(const void *a, const void *b, void *base)
{
    const struct board_base *s = base;
    const int i = *(const int *)a, k = *(const int *)b;
    const struct board_task *x = &s->task[i], *y = &s->task[k];
    const int p[] = {!x->needed, s->n_able[x->group], -x->priority, -x->periods};
    const int q[] = {!y->needed, s->n_able[y->group], -y->priority, -y->periods};

    for (size_t c = 0; c < sizeof p / sizeof p[0]; c++)
        if (p[c] != q[c])
            return p[c] < q[c] ? -1 : 1;
    return i - k;
}

void tt_board_greedy(struct tt_board *b)
{
    const int n = b->base->n_blocks;
    int *order = zj_calloc((size_t)n, sizeof *order);
    struct board_search s;

    board_search_init(&s, b);
    for (int i = 0; i < n; i++)
        order[i] = i;
    if (n > 1)
        qsort_r(order, (size_t)n, sizeof *order, compare_blocks, b->base);
    board_begin(b);
    fill_pins(&s);
    for (int i = 0; i < n; i++)
        board_fill(&s, order[i]);
    board_mend(b);
    board_search_release(&s);
    free(order);
}
