/*
 * staff.h - where everybody works in a term: the link from a plan of secondments to a timetable.
 */
#ifndef ZJ_DATA_STAFF_H
#define ZJ_DATA_STAFF_H

#include "solver/data/plan.h"

/*
 * Move the staff as history, and the postings (may be NULL) leave them in the term (index): who is
 * posted works from the host; when the kind fills load, with the subject of the posting (of history: the
 * main subject) alone, else not at all (away). Rows of demand staffed by somebody who left
 * that school, or is away, become unstaffed. Calls zj_week_resolve(). A history posting of a kind that the
 * policy does
 * not know fills no load.
 */
void zj_staff_in_term(struct zj_instance *in, const struct zj_policy *pol, const struct zj_postings *postings,
                      int term);

#endif
