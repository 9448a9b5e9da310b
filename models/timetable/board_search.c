/*
 * board_search.c - what a local search keeps beside the board.
 */
#include "models/timetable/board_search.h"

#include <stdlib.h>
#include <string.h>

static const struct board_prices prices = {.broken = 4000000,
                                           .lack = 2000000,
                                           .unmet = 1000 * BOARD_MINUTE,
                                           .soft = 100 * BOARD_MINUTE,
                                           .travel = BOARD_MINUTE,
                                           .fairness = 4,
                                           .idle = 4,
                                           .wishes = 1,
                                           .stability = 1};

void board_search_init(struct board_search *s, struct tt_board *b)
{
    const struct board_base *base = b->base;
    size_t n = 0, changes = 0;

    memset(s, 0, sizeof *s);
    s->b = b;
    s->price = prices;
    s->random = 88172645463325252u;
    s->banned = s->closed.teacher = s->pin = -1;
    s->first_offer = zj_calloc((size_t)base->n_teachers, sizeof *s->first_offer);
    for (int t = 0; t < base->n_teachers; t++) {
        s->first_offer[t] = (int)n;
        n += (size_t)base->teacher[t].n_reach * (size_t)base->n_days;
    }
    s->n_offers = (int)n;
    s->offer = zj_calloc(n, sizeof *s->offer);
    s->changes = zj_calloc(n * (size_t)base->max_positions, sizeof *s->changes);
    for (size_t i = 0; i < n; i++, changes += (size_t)base->max_positions)
        s->offer[i].at = s->changes + changes;
    s->queue = zj_calloc((size_t)base->n_blocks, sizeof *s->queue);
    s->queued = zj_calloc((size_t)base->n_blocks, sizeof *s->queued);
}

void board_search_release(struct board_search *s)
{
    free(s->first_offer);
    free(s->offer);
    free(s->changes);
    free(s->queue);
    free(s->queued);
}

void board_search_forget(struct board_search *s)
{
    for (int i = 0; i < s->n_offers; i++)
        s->offer[i].version = 0;
}

/* Vigna's xorshift64* (2016, ACM TOMS 42:30): small, and the same everywhere. */
int board_random(struct board_search *s, int n)
{
    s->random ^= s->random >> 12;
    s->random ^= s->random << 25;
    s->random ^= s->random >> 27;
    return (int)((s->random * 2685821657736338717u >> 33) % (uint64_t)n);
}
