/*
 * check_host_rotation.c - the schools of a community take turns as hosts.
 *
 * Policy    Between two turns of a school, before its first and after its last, others are hosts at
 *           most `max_gap` times running (usually one less than there are schools: a fixed order, over
 *           and over); and no school has more turns than an equal share, rounded up.
 * Place     (community, school that may be host and that `where` selects): the activities counted
 *           together, in the order of their days over the whole horizon; twice, for the gap and for the
 *           turns.
 * Counted   need = max_gap, have = longest run without its turn; need = equal share, have = turns.
 * Shortfall Occurrences past max_gap, over all runs; turns beyond the equal share.
 * Units     Occurrences.
 * Example   Yangcheng scheme: 轮讲、共听、互评, each time at another school.
 */
#include "solver/verify/calendar/turns.h"

void check_calendar_host_rotation(struct vf_year *y, const struct zj_rule *r)
{
    vf_check_turns(y, r, false);
}
