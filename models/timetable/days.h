/*
 * days.h - how a teacher can spend a day: which campuses, how many lessons at each, minutes on the way.
 *
 * A stay is a stretch of a day at one campus. Between two stays the clock must leave room for
 * the way and for settling in; with half_day they lie in different sessions. An option is the
 * outcome of a sequence of stays: for each campus the most lessons it leaves room for. Limits
 * on the day (periods, campuses, changes, minutes, metres) hold in every option; when
 * several campuses share the day's periods, each way to divide them is an option of its own,
 * unless `coarse` asks for a relaxation.
 */
#ifndef MODELS_TIMETABLE_DAYS_H
#define MODELS_TIMETABLE_DAYS_H

#include "models/timetable/campuses.h"
#include "solver/engine/pool.h"

enum { TT_MAX_STAYS = 4, TT_MAX_DAYS = 7 };

struct tt_day_stay {
    int campus;   /* place in the reach */
    int from, to; /* clock minutes; lessons of the stay lie within */
};

struct tt_option {
    int n;                                       /* distinct campuses, >= 1 */
    int campus[TT_MAX_STAYS], cap[TT_MAX_STAYS]; /* ascending places in the reach; lessons at most, >= 1 */
    int good[TT_MAX_STAYS];                      /* of these, in good slots at most */
    int minutes;                                 /* of all legs */
    int n_stays;
    struct tt_day_stay stay[TT_MAX_STAYS];
};

enum tt_coarse {
    TT_EXACT,  /* days divided in every way */
    TT_SHARED, /* campuses of a day may together have more than the day's periods: a relaxation */
    TT_MERGED, /* and one option stands for all orders of the same campuses: a relaxation */
    TT_N_COARSE
};

struct tt_option_list {
    struct tt_option *v; /* heap */
    int n, cap;
};

/*
 * All options of a day that no other of the same campuses beats in every cap and in minutes. False when
 * there would be more than `most`, or days need more stays than TT_MAX_STAYS: then *out is not complete.
 */
bool tt_day_options(const struct tt_problem *p, const struct tt_campuses *c, const struct tt_reach *r,
                    int teacher, int day, enum tt_coarse coarse, int most, struct tt_option_list *out);

/*
 * Append all that a day's options depend on, as bytes: teachers of equal bytes (and equal limits and ways)
 * have equal options.
 */
void tt_day_bytes(const struct tt_problem *p, const struct tt_campuses *c, const struct tt_reach *r,
                  int teacher, int day, struct pool_bytes *out);

#endif
