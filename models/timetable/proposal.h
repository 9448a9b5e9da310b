/*
 * proposal.h - from a column to a week for the board, and back.
 */
#ifndef MODELS_TIMETABLE_PROPOSAL_H
#define MODELS_TIMETABLE_PROPOSAL_H

#include "models/timetable/types.h"

/* The column, which must come from tt_price(), as a proposal for one of the type's teachers. Heap. */
void tt_proposal(const struct tt_types *x, const struct tt_column *c, int teacher, struct tt_week *w);
void tt_proposal_release(struct tt_week *w);
/*
 * What one teacher does in n sorted lessons, all of them that teacher's, as a column of the type. Its
 * costs are
 * never above the true ones. Heap.
 */
void tt_column_of(const struct tt_types *x, int type, const struct zj_lesson *lessons, int n,
                  struct tt_column *c);

#endif
