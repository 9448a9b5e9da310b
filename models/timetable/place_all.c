/*
 * place_all.c - many proposed weeks, each taking off whoever stands in its way.
 *
 * Iterative forward search (Müller, Rudová, Barták 2005, PATAT): a week that does not fit takes the
 * cheapest positions
 * from others, who are put again later; each position that is fought over grows dearer, so that the
 * fight moves on. The board with the most lessons is kept.
 */
#include "models/timetable/board_search.h"
#include "models/timetable/place.h"

#include <stdlib.h>

enum { ROUNDS_A_WEEK = 12, FIGHT_TRIES = 40, FIRST_HEAT = 1 << 15, HEAT = 1 << 13 };

struct crowd {
    struct tt_board *b;
    const struct tt_week *weeks;
    int n;
    int *queue, n_queue; /* weeks still to be put, last one first */
    int *week_of;        /* by teacher of the board; -1 = none */
    int *heat;
    bool *held;
};

static void init(struct crowd *c, struct tt_board *b, const struct tt_week *weeks, int n)
{
    const struct board_base *s = b->base;
    const int positions = s->n_classes * s->n_days * BOARD_MAX_PERIODS;

    *c = (struct crowd){.b = b, .weeks = weeks, .n = n};
    c->queue = zj_calloc((size_t)n + 1, sizeof *c->queue);
    c->week_of = zj_calloc((size_t)s->n_teachers, sizeof *c->week_of);
    c->held = zj_calloc((size_t)s->n_teachers, sizeof *c->held);
    c->heat = zj_calloc((size_t)positions, sizeof *c->heat);
    for (int i = 0; i < positions; i++)
        c->heat[i] = FIRST_HEAT;
    for (int t = 0; t < s->n_teachers; t++) {
        c->week_of[t] = -1;
        c->held[t] = true;
    }
}

static void release(struct crowd *c)
{
    free(c->queue);
    free(c->week_of);
    free(c->held);
    free(c->heat);
}

/* Hardest first: fewer schools away leave more freedom, more lessons less. */
static int hardness(const struct tt_board *b, const struct tt_week *w)
{
    const int t = b->base->number[w->teacher];
    int n = 0;

    for (int i = 0; i < w->n_shares; i++)
        n += w->share[i].level * w->share[i].count;
    for (int i = 0; t >= 0 && i < w->n_stays; i++) {
        const struct board_reach *r = board_reach_of(&b->base->teacher[t], w->stay[i].school);
        n += r && r->campus > 0 ? 4 : 0;
        n += w->stay[i].day >= 0 ? 2 : 0;
    }
    return n;
}

static void fill_queue(struct crowd *c)
{
    for (int i = 0; i < c->n; i++) {
        const int t = c->b->base->number[c->weeks[i].teacher];
        if (t < 0)
            continue;
        int at = c->n_queue++;
        while (at > 0 && hardness(c->b, &c->weeks[c->queue[at - 1]]) > hardness(c->b, &c->weeks[i])) {
            c->queue[at] = c->queue[at - 1];
            at--;
        }
        c->queue[at] = i;
        c->week_of[t] = i;
        c->held[t] = false;
        tt_board_clear(c->b, c->weeks[i].teacher);
    }
}

/* Put the week where it takes least from others, and take those off. */
static bool fight(struct crowd *c, int week)
{
    const struct board_base *s = c->b->base;
    struct place p;
    bool put = false;

    if (place_init(&p, c->b, &c->weeks[week])) {
        p.heat = c->heat;
        p.held = c->held;
        p.budget = FIGHT_TRIES;
        place_try(&p);
        put = p.found;
    }
    for (int i = 0; put && i < p.n_lessons; i++) {
        const struct place_lesson *x = &p.best[i];
        const int block = p.block[x->block].block;
        for (int t; (t = place_rival(&p, block, x->day, x->position)) >= 0;) {
            tt_board_clear(c->b, s->teacher[t].teacher);
            c->queue[c->n_queue++] = c->week_of[t];
            c->heat[(s->task[block].class_index * s->n_days + x->day) * BOARD_MAX_PERIODS + x->position] +=
                HEAT;
        }
    }
    place_release(&p);
    return put && tt_board_place(c->b, &c->weeks[week]);
}

/* Lessons of the week that no place was found for whole: wherever they fit. */
static void put_rest(struct tt_board *b, const struct tt_week *weeks, const bool *failed, int n)
{
    struct board_search s;

    board_search_init(&s, b);
    for (int i = 0; i < n; i++) {
        const int t = b->base->number[weeks[i].teacher];
        if (!failed[i] || t < 0)
            continue;
        board_begin(b);
        for (int k = 0; k < weeks[i].n_shares; k++)
            board_fill_share(&s, t, &weeks[i].share[k]);
        board_mend(b);
    }
    board_search_release(&s);
}

void tt_board_place_all(struct tt_board *b, const struct tt_week *weeks, int n, bool *failed)
{
    struct crowd c;
    struct tt_board *best;
    bool *lost = zj_calloc((size_t)n + 1, sizeof *lost);

    init(&c, b, weeks, n);
    fill_queue(&c);
    best = tt_board_copy(b);
    for (int round = 0; round < ROUNDS_A_WEEK * n && c.n_queue > 0; round++) {
        const int week = c.queue[--c.n_queue];
        if (!tt_board_place(b, &weeks[week]) && !fight(&c, week))
            continue;
        if (b->total->lack < best->total->lack ||
            (b->total->lack == best->total->lack && b->total->unmet < best->total->unmet))
            board_assign(best, b);
    }
    board_assign(b, best);
    for (int i = 0; i < n; i++) {
        const int t = b->base->number[weeks[i].teacher];
        lost[i] = weeks[i].n_shares > 0 && t >= 0 && b->week[t].facts.n == 0;
        if (failed)
            failed[i] = lost[i];
    }
    put_rest(b, weeks, lost, n);
    tt_board_free(best);
    release(&c);
    free(lost);
}
