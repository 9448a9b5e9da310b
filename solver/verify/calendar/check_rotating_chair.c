/*
 * check_rotating_chair.c - the schools of a community take turns at the chair.
 *
 * Policy    Between two turns of a school, before its first and after its last, others have the chair
 *           at most `max_gap` times running (usually one less than there are schools: a fixed order,
 *           over and over); and no school has more turns than an equal share, rounded up.
 * Place     (community, school that may have the chair and that `where` selects): the activities
 *           counted together, in the order of their days over the whole horizon; twice, for the gap and
 *           for the turns.
 * Counted   need = max_gap, have = longest run without its turn; need = equal share, have = turns.
 * Shortfall Occurrences past max_gap, over all runs; turns beyond the equal share.
 * Units     Occurrences.
 * Example   Yangcheng scheme: 各成员学校校长轮流担任主席，每月组织、主持一次联席会议.
 */
#include "solver/verify/calendar/turns.h"

void check_calendar_rotating_chair(struct vf_year *y, const struct zj_rule *r)
{
    vf_check_turns(y, r, true);
}
