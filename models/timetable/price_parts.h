/*
 * price_parts.h - what the files of a pricing share.
 *
 * A week is a plan (spells: campuses with profiles; minutes) and a set of blocks at each campus of it. For
 * each spell the best set for every number of lessons comes from sets.h. With l_c lessons at campus c, at
 * most L a week, a plan is worth the most of
 *     sum over c of best_c(l_c)  -  minutes,   sum over c of l_c <= L
 *         <=  mu L  +  sum over c of max over l of (best_c(l) - mu l)  -  minutes        for any mu >= 0:
 * a bound by spells. Only plans whose bound beats the best week so far are worked out.
 */
#ifndef MODELS_TIMETABLE_PRICE_PARTS_H
#define MODELS_TIMETABLE_PRICE_PARTS_H

#include "models/timetable/types.h"

enum { TT_MOST_LESSONS = 201 };

/* Values of one spell. */
struct tt_gain {
    double most;  /* less mu for each lesson */
    double *best; /* by lessons, [0 .. last] */
    int last;
};

struct tt_pricer {
    const struct tt_types *x;
    const struct tt_type *t;
    const struct tt_prices *q;
    int type;
    struct tt_gain *gain; /* by spell */
    double *room;         /* memory of all `best` */
    int week;             /* lessons at most */
    double mu;
    double (*level)[TT_MOST_LESSONS]; /* level[i]: most of the first i campuses of the last plan worked out */
    int *at;                          /* its spells */
    int n_levels;
};

/* The plan that is worth most, and its worth; -1 when none is worth more than *most, which then stays. */
int tt_price_plan(struct tt_pricer *f, double *most);
/* Lessons at each campus of the plan when it is worth most. */
void tt_price_lessons(struct tt_pricer *f, const struct tt_plan *plan, int *lessons);

#endif
