/*
 * board_improve.c - local search: lessons are taken off and put again, and the outcome accepted as
 * simulated annealing does.
 */
#include "models/timetable/board_search.h"
#include "solver/engine/lp.h"

#include <math.h>

enum { MOST_MISSING = 4, MOST_EJECTING = 40, PRICE_STEPS = 50 };

/*
 * Prices in minutes at the hottest and at the end, by aim. Where all is made anew, lessons, soft rules and
 * pins are cheap enough while it is hot to be given away; at the end none is worth what it could save. Where
 * only ways are to be shortened, each is dear from the beginning: a week that has all lessons hardly loses
 * one, and need not find them again. Lessons are looked for at prices that stay, with heat that never quite
 * goes.
 */
static const struct {
    double unmet[2], soft[2], lack[2], travel, last_minutes;
} plan_of[] = {
    [TT_ALL] = {{150, 500}, {20, 120}, {150, 2000}, 1, 0.3},
    [TT_LESSONS] = {{150, 150}, {50, 50}, {300, 300}, 1.0 / 16, 12},
    [TT_WAYS] = {{500, 500}, {120, 120}, {150, 2000}, 1, 0.3},
};

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

    if (how->deadline_ms) {
        const int64_t time = how->deadline_ms - began;
        double spent = time > 0 ? (double)(lp_clock_ms() - began) / (double)time : 1;
        done = spent > done ? spent : done;
    }
    return done;
}

static int64_t price_at(const double price[2], double cold)
{
    return (int64_t)(BOARD_MINUTE * price[0] * pow(price[1] / price[0], cold));
}

static double first_heat(const struct tt_annealing *how)
{
    return how->heat ? how->heat : TT_HOT;
}

static void set_heat(struct annealing *a, double done)
{
    const double first = first_heat(a->how);

    a->heat = first * pow(plan_of[a->how->aim].last_minutes / first, done);
}

static void set_prices(struct annealing *a)
{
    const enum tt_aim aim = a->how->aim;
    const double cold = log(TT_HOT / a->heat) / log(TT_HOT / plan_of[aim].last_minutes);
    struct board_prices *p = &a->s.price;

    p->unmet = price_at(plan_of[aim].unmet, cold);
    p->soft = price_at(plan_of[aim].soft, cold);
    p->travel = (int64_t)(plan_of[aim].travel * BOARD_MINUTE);
    if (!a->how->strict)
        p->lack = price_at(plan_of[aim].lack, cold);
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
    const int64_t *v = a->best_score.v;

    return a->how->aim == TT_LESSONS && v[BOARD_BROKEN] == 0 && v[BOARD_LACK] == 0 &&
           v[BOARD_UNMET] <= a->how->goal.unmet && v[BOARD_SOFT] <= a->how->goal.soft;
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
