/*
 * search_parts.h - what dives and neighbourhoods share; private to search*.c.
 */
#ifndef MODELS_TIMETABLE_SEARCH_PARTS_H
#define MODELS_TIMETABLE_SEARCH_PARTS_H

#include "models/timetable/proposal.h"
#include "models/timetable/search.h"

/*
 * Dives and neighbourhoods see one sum in place of the tiers. A soft unit outweighs any saving of minutes
 * that one short visit could bring, and a lesson any saving of soft units.
 */
extern const int64_t tt_together[ZJ_MAX_TIERS];

/* Weeks to be put on a board. */
struct tt_proposals {
    struct tt_week *v;
    int n, cap;
};

void tt_proposals_add(struct tt_proposals *w, const struct tt_types *x, const struct tt_column *c,
                      int teacher);
void tt_proposals_release(struct tt_proposals *w);
/* A number in 0 .. n - 1. */
int tt_search_random(struct tt_search *s, int n);

#endif
