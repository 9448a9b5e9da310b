/*
 * board_improve.c - local search: lessons are taken off and put again, and the outcome accepted as
 * simulated annealing does.
 */
#include "models/timetable/board_search.h"
#include "solver/engine/lp.h"

#include <math.h>

enum { MOST_MISSING = 4, MOST_EJECTING = 40, PRICE_STEPS = 50 };

static const double last_minutes = 0.3;

/*
 * Prices in minutes at the hottest and at the end. While it is hot, lessons, soft rules and pins are cheap
 * enough to be given away for a while; at the end none is worth what it could save.
 */
static const double unmet_price[2] = {150, 500}, soft_price[2] = {20, 120}, lack_price[2] = {150, 2000};

/* Of a search for lessons: minutes at the beginning and at the end, and prices that stay. */
static const double lessons_heat[2] = {50, 12}, lessons_travel = 0.5;
enum { LESSONS_UNMET = 150, LESSONS_SOFT = 50, LESSONS_LACK = 300 };

struct annealing {
    const struct tt_annealing *how;
    struct board_search s;
    struct board_score now, best_score;
    struct tt_board *best;
    int64_t energy;
    double heat; /* minutes */
};

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
    queue_missing(s, MOST_MISSING);
    shuffle(s);
    s->eject = s->pin >= 0 || board_random(s, 2) ? 1 + board_random(s, 5 * BOARD_MINUTE) : 0;
    if (s->pin >= 0)
        board_fill_pin(s, s->pin);
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < s->n_queue; i++) {
            if (i >= MOST_EJECTING)
                s->eject = 0;
            board_fill(s, s->queue[i]);
        }
        s->banned = s->closed.teacher = -1;
        s->eject = 0;
    }
    for (int i = 0; i < s->n_queue; i++)
        s->queued[s->queue[i]] = false;
    board_mend(s->b);
}

static double progress(const struct tt_annealing *how, int64_t step, int64_t began)
{
    double done = (double)step / (double)how->steps;

    if (how->deadline_ms > began) {
        double spent = (double)(lp_clock_ms() - began) / (double)(how->deadline_ms - began);
        done = spent > done ? spent : done;
    }
    return done;
}

static int64_t price_at(const double price[2], double cold)
{
    return (int64_t)(BOARD_MINUTE * price[0] * pow(price[1] / price[0], cold));
}

static void set_heat(struct annealing *a, double done)
{
    if (a->how->lessons) {
        a->heat = lessons_heat[0] * pow(lessons_heat[1] / lessons_heat[0], done);
        return;
    }
    const double first = a->how->heat ? a->how->heat : TT_HOT;

    a->heat = first * pow(last_minutes / first, done);
}

static void set_prices(struct annealing *a)
{
    const double cold = log(TT_HOT / a->heat) / log(TT_HOT / last_minutes);
    struct board_prices *p = &a->s.price;

    if (a->how->lessons) {
        p->unmet = (int64_t)LESSONS_UNMET * BOARD_MINUTE;
        p->soft = (int64_t)LESSONS_SOFT * BOARD_MINUTE;
        p->lack = (int64_t)LESSONS_LACK * BOARD_MINUTE;
        p->travel = (int64_t)(lessons_travel * BOARD_MINUTE);
    } else {
        p->unmet = price_at(unmet_price, cold);
        p->soft = price_at(soft_price, cold);
        if (!a->how->strict)
            p->lack = price_at(lack_price, cold);
    }
    board_search_forget(&a->s);
    a->energy = energy(p, &a->now);
}

static void step(struct annealing *a)
{
    struct tt_board *b = a->s.b;
    struct board_score then;

    board_begin(b);
    board_ruin(&a->s);
    recreate(&a->s);
    board_score(b, &then);
    const int64_t there = energy(&a->s.price, &then);
    const double luck = -log((board_random(&a->s, 1 << 20) + 1.0) / (1 << 20));
    if ((double)(there - a->energy) > BOARD_MINUTE * a->heat * luck) {
        board_undo(b);
        return;
    }
    a->energy = there;
    a->now = then;
    if (board_score_compare(&then, &a->best_score) < 0) {
        board_assign(a->best, b);
        a->best_score = then;
    }
}

/* Has a search for lessons found all it is to find? */
static bool reached(const struct annealing *a)
{
    const struct tt_goal *goal = a->how->lessons;
    const int64_t *v = a->best_score.v;

    return goal && v[BOARD_BROKEN] == 0 && v[BOARD_LACK] == 0 && v[BOARD_UNMET] <= goal->unmet &&
           v[BOARD_SOFT] <= goal->soft;
}

void tt_board_improve(struct tt_board *b, const struct tt_annealing *how)
{
    struct annealing a = {.how = how};
    const int64_t began = lp_clock_ms();
    double done = 0, priced = -1;

    if (b->base->n_teachers == 0 || b->base->n_blocks == 0)
        return;
    a.best = tt_board_copy(b);
    board_search_init(&a.s, b);
    if (how->lessons)
        board_search_hold_ways(&a.s, how->lessons->longer);
    a.s.blink = 20;
    a.s.random += how->random * 0x9E3779B97F4A7C15u;
    board_score(b, &a.best_score);
    a.now = a.best_score;
    for (int64_t n = 0; n < how->steps && done < 1 && !(how->stop && *how->stop) && !reached(&a); n++) {
        if (n % 16 == 0) {
            done = progress(how, n, began);
            set_heat(&a, done);
        }
        if (done * PRICE_STEPS >= priced + 1) {
            priced = floor(done * PRICE_STEPS);
            set_prices(&a);
        }
        step(&a);
    }
    board_assign(b, a.best);
    board_search_release(&a.s);
    tt_board_free(a.best);
}
