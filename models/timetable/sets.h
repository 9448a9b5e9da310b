/*
 * sets.h - sets of blocks that one teacher can take at one campus, by what they need of the days there.
 *
 * A block of r lessons, at most m a day, needs e_k = max(0, r - m k) of its lessons outside any k days. A set
 * of blocks fits a profile with caps c_1 >= c_2 >= … iff for every k
 *     sum over the set of max(0, r - m k)  <=  c_{k+1} + c_{k+2} + …
 * (Gale and Ryser: blocks against days, at most m of a block on a day). So a set is known by the sums e, and
 * the best set for every e comes from a dynamic program over the blocks.
 *
 * Blocks that need not have one teacher are counted lesson by lesson: a relaxation.
 */
#ifndef MODELS_TIMETABLE_SETS_H
#define MODELS_TIMETABLE_SETS_H

#include "models/timetable/weeks.h"

enum { TT_MAX_DEPTH = 8 };

/* So many lessons of a block of the group. */
struct tt_level {
    int group, lessons;
    unsigned char e[TT_MAX_DEPTH];
};

struct tt_sets {
    int depth;              /* of e: e[k] for k < depth; beyond it is 0 */
    int most;               /* lessons a week, at most */
    struct tt_level *level; /* levels of a group stand together */
    int n_levels;
    int n_groups, *first, *copies; /* by group here: its levels [first[i], first[i+1]), blocks at most */
    unsigned char *e;              /* n_states * depth */
    int n_states;
    int *next;           /* n_levels * n_states: state after one more block, or -1 */
    unsigned char *fits; /* n_profiles * n_states */
    int n_layers;        /* blocks in all, at most */
};

/* Where a dynamic program is worked out; one is enough for one campus of one teacher at a time. */
struct tt_sets_work {
    size_t room;
    double *value;       /* (n_layers + 1) * n_states */
    signed char *choice; /* n_layers * n_states: level chosen (from the group's first), -1 none */
};

/* The groups the teacher may teach at this place of the reach. Heap; release frees. */
void tt_sets_init(struct tt_sets *s, const struct tt_problem *p, const struct tt_campuses *c,
                  const struct tt_reach *r, const struct tt_weeks *w, int teacher, int place);
void tt_sets_release(struct tt_sets *s);
/* Make room for the program of s; the caller frees value and choice in the end. */
void tt_sets_room(const struct tt_sets *s, struct tt_sets_work *w);
/* Solve: worth[] by level is the value of one block of it; -INFINITY = not to be had. */
void tt_sets_solve(const struct tt_sets *s, const double *worth, struct tt_sets_work *w);
/* Best value of a set that fits the profile, by number of lessons: best[0 .. most], -INFINITY = none. */
void tt_sets_best(const struct tt_sets *s, const struct tt_sets_work *w, int profile, double *best);
/* The set behind best[lessons]: count[] by level. */
void tt_sets_trace(const struct tt_sets *s, const struct tt_sets_work *w, int profile, int lessons,
                   int *count);

#endif
