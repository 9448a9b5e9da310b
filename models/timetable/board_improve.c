/*
 * board_improve.c - local search: lessons are taken off and put again, and the outcome accepted as
 * simulated annealing does.
 */
#include "models/timetable/board_search.h"
#include "solver/engine/lp.h"

#include <math.h>

static const double first_minutes = 30, last_minutes = 0.2;

static int64_t energy(const struct board_prices *p, const struct board_score *s)
{
    return p->broken * s->v[BOARD_BROKEN] + p->lack * s->v[BOARD_LACK] + p->unmet * s->v[BOARD_UNMET] +
           p->soft * s->v[BOARD_SOFT] + p->travel * s->v[BOARD_TRAVEL] + p->fairness * s->v[BOARD_FAIRNESS] +
           p->idle * s->v[BOARD_IDLE] + p->wishes * s->v[BOARD_WISHES] + p->stability * s->v[BOARD_STABILITY];
}

/* Blocks that miss lessons are tried again, a few at a time. */
static void queue_missing(struct board_search *s, int most)
{
    const struct board_base *base = s->b->base;
    const int from = board_random(s, base->n_blocks);

    for (int i = 0; i < base->n_blocks && most > 0; i++) {
        int b = (from + i) % base->n_blocks;
        if (s->b->block[b].n < base->task[b].periods && !s->queued[b]) {
            board_queue(s, b);
            most--;
        }
    }
}

static void shuffle(struct board_search *s)
{
    for (int i = s->n_queue - 1; i > 0; i--) {
        int k = board_random(s, i + 1), x = s->queue[i];
        s->queue[i] = s->queue[k];
        s->queue[k] = x;
    }
}

static void recreate(struct board_search *s)
{
    queue_missing(s, 8);
    shuffle(s);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < s->n_queue; i++)
            board_fill(s, s->queue[i]);
        s->banned = -1;
    }
    for (int i = 0; i < s->n_queue; i++)
        s->queued[s->queue[i]] = false;
    board_mend(s->b);
}

static double progress(int64_t step, int64_t steps, int64_t began, int64_t deadline)
{
    double done = (double)step / (double)steps;

    if (deadline > began) {
        double spent = (double)(lp_clock_ms() - began) / (double)(deadline - began);
        done = spent > done ? spent : done;
    }
    return done;
}

void tt_board_improve(struct tt_board *b, int64_t steps, const volatile sig_atomic_t *stop,
                      int64_t deadline_ms)
{
    struct tt_board *best;
    struct board_score now, best_score;
    struct board_search s;
    const int64_t began = lp_clock_ms();
    double done = 0;

    if (b->base->n_teachers == 0 || b->base->n_blocks == 0)
        return;
    best = tt_board_copy(b);
    board_search_init(&s, b);
    s.blink = 20;
    board_score(b, &best_score);
    int64_t here = energy(&s.price, &best_score);
    for (int64_t step = 0; step < steps && done < 1 && !(stop && *stop); step++) {
        if (step % 16 == 0)
            done = progress(step, steps, began, deadline_ms);
        double heat = BOARD_MINUTE * first_minutes * pow(last_minutes / first_minutes, done);
        board_begin(b);
        board_ruin(&s);
        recreate(&s);
        board_score(b, &now);
        int64_t there = energy(&s.price, &now);
        double luck = -log((board_random(&s, 1 << 20) + 1.0) / (1 << 20));
        if ((double)(there - here) > heat * luck) {
            board_undo(b);
            continue;
        }
        here = there;
        if (board_score_compare(&now, &best_score) < 0) {
            board_assign(best, b);
            best_score = now;
        }
    }
    board_assign(b, best);
    board_search_release(&s);
    tt_board_free(best);
}
