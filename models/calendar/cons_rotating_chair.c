/*
 * cons_rotating_chair.c - schools take the chair in turn.
 *
 * Policy  "各成员学校校长轮流担任主席，每月组织、主持一次联席会议"
 * Sets    as host_rotation, with the schools that may have the chair instead of the hosts.
 * Vars    u[k,s] in {0,1}: school s has the chair at step k, sum over s of u[k,s] = sum over C(k) of x
 * Rows    those of host_rotation, with u in place of x. Where all groups of the activities have the
 *         same schools to choose from and g >= |H| - 1, there are no such columns and rows: round
 *         robin keeps the rule however many occurrences there are, and chairs are dealt out when the
 *         days stand (chairs.c).
 * Size    as host_rotation.
 * Check   solver/verify/calendar/check_rotating_chair.c
 */
#include "models/calendar/rotation.h"

void cal_rotating_chair(struct cal_model *m, const struct zj_rule *r)
{
    cal_rotate(m, r, &m->chair, true);
}
