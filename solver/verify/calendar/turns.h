/*
 * turns.h - schools of a community that take something in turn: the chair, or being host.
 */
#ifndef ZJ_VERIFY_CALENDAR_TURNS_H
#define ZJ_VERIFY_CALENDAR_TURNS_H

#include "solver/verify/calendar/calendar.h"

/*
 * For every community and every school of it that may have a turn: the runs of the rule's occurrences
 * without its turn, and the number of its turns. chairs: turns at the chair, else as host.
 */
void vf_check_turns(struct vf_year *y, const struct zj_rule *r, bool chairs);

#endif
