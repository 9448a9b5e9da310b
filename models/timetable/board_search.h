/*
 * board_search.h - the parts of the local search: what a lesson more would cost, lessons put in, taken
 * out, mended.
 *
 * Costs are whole numbers: a minute on the way is BOARD_MINUTE. Offers remember what a lesson more costs
 * at each
 * position of a teacher's day, until the day changes.
 */
#ifndef MODELS_TIMETABLE_BOARD_SEARCH_H
#define MODELS_TIMETABLE_BOARD_SEARCH_H

#include "models/timetable/board_parts.h"

enum { BOARD_MINUTE = 64, BOARD_NO_COST = INT_MAX / 2 };

/* The price of a unit of each kind, while lessons are put in and while boards are accepted. */
struct board_prices {
    int64_t broken, lack, unmet, soft, travel, fairness, idle, wishes, stability;
};

/* What one more lesson at a position of a teacher's day changes. */
struct board_change {
    int cost;
    int minutes[2], metres[2];
};

struct board_offer {
    unsigned version; /* of the day it was made for */
    unsigned mask;    /* positions where a lesson breaks nothing on this day */
    struct board_change *at;
};

struct board_search {
    struct tt_board *b;
    struct board_prices price;
    uint64_t random;
    int *first_offer; /* by teacher: reach * n_days + day is added */
    struct board_offer *offer;
    int n_offers;
    struct board_change *changes;
    int banned; /* teacher to whom nothing is offered, or -1 */
    struct board_closed {
        int teacher, campus, day;
    } closed;       /* a visit to which nothing is added; teacher -1: none */
    int pin;        /* to be matched before blocks are filled, or -1 */
    int64_t eject;  /* price of a lesson that has to go for another; 0 = none has to */
    unsigned blink; /* of 1024 offers of a teacher so many are overlooked */
    int *queue;     /* blocks to be filled */
    int n_queue;
    bool *queued; /* by block */
};

void board_search_init(struct board_search *s, struct tt_board *b);
void board_search_release(struct board_search *s);
/* Offers made so far hold no longer (prices changed, or the board was assigned). */
void board_search_forget(struct board_search *s);
/* A number in 0 .. n - 1, n >= 1. */
int board_random(struct board_search *s, int n);

/* ---- board_offer.c ---- */
const struct board_offer *board_offer_of(struct board_search *s, int teacher, int reach, int day);
/* What one more lesson on that day adds for the teacher's week, whatever its position. */
int board_week_cost(const struct board_search *s, int teacher, int reach, int day);
/* And what its ways add; BOARD_NO_COST when a hard rule forbids. */
int board_way_cost(const struct board_search *s, int teacher, const struct board_change *c);

/* ---- board_fill.c ---- */
/* Put the missing lessons of the block where they cost least, as many as find a place. Returns how many. */
int board_fill(struct board_search *s, int block);
/* Give the teacher `count` empty blocks of the group, up to `level` lessons each, as far as there is a
   place. */
void board_fill_share(struct board_search *s, int teacher, const struct tt_share *share);
/* Put the cheapest lesson that matches the pin, of any block that may have one more. False when there
   is none. */
bool board_fill_pin(struct board_search *s, int pin);

/* ---- board_ruin.c ---- */
/* Take some lessons that hang together, chosen at random, and queue their blocks. Settled. */
void board_ruin(struct board_search *s);
void board_queue(struct board_search *s, int block);

/* ---- board_mend.c ---- */
/* Take lessons off until nothing is broken. */
void board_mend(struct tt_board *b);

#endif
