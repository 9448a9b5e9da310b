/*
 * repair_groups.h - the changes that conflicts suggest, conflict by conflict and for all places at once.
 */
#ifndef ZJ_CLI_REPAIR_GROUPS_H
#define ZJ_CLI_REPAIR_GROUPS_H

#include "solver/cli/repair_change.h"

enum { REPAIR_MAX_GROUPS = 12 };

struct repair_groups {
    const struct repair_case *what;
    struct zj_arena *a;                             /* of the texts */
    struct repair_changes group[REPAIR_MAX_GROUPS]; /* of each conflict, cheapest first */
    int n;
    /*
     * A rule waived everywhere, or its number changed wherever a place has it, at the price of all the places
     * named so far (two at least); places[] goes with it.
     */
    struct repair_changes wide;
    int *places, cap_places;
};

/* The changes of one conflict of an answer; the same change only once. No group when there is none. */
void repair_groups_add(struct repair_groups *g, const struct zj_plan *plan, int conflict);
void repair_groups_release(struct repair_groups *g);

#endif
