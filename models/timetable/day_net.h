/*
 * day_net.h - all days that a teacher can have, as the paths of a network: exact, for proofs.
 *
 * A node says where the last lesson was and what limits must remember of the day so far; an arc is the next
 * lesson. Each path from TT_OUT to TT_BACK is a sequence of lessons that keeps every hard limit on a day of
 * this teacher, and there is no other such sequence. What is taught is not said, only when and where.
 */
#ifndef MODELS_TIMETABLE_DAY_NET_H
#define MODELS_TIMETABLE_DAY_NET_H

#include "models/timetable/problem.h"

enum { TT_OUT, TT_BACK }; /* nodes: before the first lesson, after the last */

/* A time and place for a lesson. */
struct tt_spot {
    int school, position;
    int campus; /* the first school of the campus */
    const struct zj_period *at;
    int base; /* place of the period's id among the base periods in clock order, or -1 */
};

struct tt_hop {
    int from, to;              /* nodes */
    int spot;                  /* where it leads to; -1: back home */
    int minutes[2], metres[2]; /* on the way; [0] without ways from and to home */
    int leaves, arrives;       /* clock times of a way between two lessons; 0, 0: there is none */
};

struct tt_day_net {
    struct tt_spot *spot; /* heap, by start */
    int n_spots;
    struct tt_hop *hop; /* heap; from < to but for TT_BACK */
    int n_hops, cap_hops;
    int n_nodes;
};

/* False: it would have more than `most` hops; then only release is allowed. */
bool tt_day_net_init(struct tt_day_net *n, const struct tt_problem *p, int teacher, int day, int most);
void tt_day_net_release(struct tt_day_net *n);
/* List the spots of the day. */
void tt_day_spots(struct tt_day_net *n, const struct tt_problem *p, int teacher, int day);
/* The place of the period's id in the clock order of the base periods; -1 = none. */
int tt_base_place(const struct zj_instance *in, int id);
/* The first school of the campus. */
int tt_first_of_campus(const struct zj_instance *in, int school);
/* The entry of travel_time that names the rule, or -1. */
int tt_travel_time_index(const struct zj_policy *pol);

#endif
