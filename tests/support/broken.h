/*
 * broken.h - the entries of a policy, each broken by some plan: the plan that the program finds is changed at
 * random from a fixed seed, and the verifier judges each change.
 *
 * A hard entry is broken when a change breaks it and nothing else that is hard. Of a wish it is enough that
 * it falls further short than in the plan as it was, and nothing hard is broken.
 */
#ifndef TESTS_SUPPORT_BROKEN_H
#define TESTS_SUPPORT_BROKEN_H

#include "solver/data/plan.h"

/* Packs are files of instances/policies, by name without ".json". */
struct broken_case {
    const char *command, *instance, *pack;
    const char *reading; /* NULL: the first ones */
    int plans;           /* so many changed plans at most; 0 = the usual */
};

/* Entries of a pack that no change to the plans of these cases breaks, and why. */
struct broken_excuse {
    const char *pack;
    enum zj_model model;
    const char *indexes; /* each between commas */
    const char *why;
};

/* Try one, until nothing is left to break that is neither noted nor excused. What was broken is noted. */
void broken_try(const struct broken_case *c, const struct broken_excuse *excuse, size_t n);
/* Was the entry broken in some case so far? */
bool broken_is_noted(const char *pack, int index, enum zj_model model);
bool broken_is_excused(const char *pack, int index, enum zj_model model, const struct broken_excuse *excuse,
                       size_t n);

#endif
