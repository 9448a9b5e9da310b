/*
 * county.h - why a minimum over the county cannot be met though every community can be served.
 *
 * The county's row asks for sum over blocks b of part_b >= need. Let most_b be the most that the parts of b
 * in force let it add; while the sum of most_b is below need, the row and these parts collide. So each block
 * is asked alone, and never the county as one program:
 *
 *   1. most_b with all parts of b; slack = need - 1 - sum of most_b.
 *   2. Blocks that add at most slack more without any part need none; the rest of the slack is theirs who are
 *      cut down next: of b are left the parts without which it could add more than most_b + slack.
 *
 * Postings that a filter bars, also those to other blocks, are let in before filters are cut down. Of rows
 * that people from other blocks could help to keep (equal exchange, backfill, lower sides) none takes part:
 * their home is not asked. History is left out.
 */
#ifndef MODELS_SECONDMENT_COUNTY_H
#define MODELS_SECONDMENT_COUNTY_H

#include "models/secondment/run.h"

/*
 * Add the conflicts of rows over the county to the plan, at most `most` of them, disjoint. None when nothing
 * is proved in this way. plan->conflict has room for `room` parts.
 */
enum zj_status sec_county_conflicts(struct sec_run *r, int most, int room, struct zj_plan *plan,
                                    struct zj_err *err) ZJ_MUST_CHECK;

#endif
