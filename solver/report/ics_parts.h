/*
 * ics_parts.h - what a calendar is filled with.
 */
#ifndef ZJ_REPORT_ICS_PARTS_H
#define ZJ_REPORT_ICS_PARTS_H

#include "solver/report/case.h"
#include "solver/report/ics_text.h"

/*
 * The joint activities that a school takes part in or is host of, or that occupy a teacher (the other is
 * -1); false when there are none.
 */
bool rep_ics_put_activities(struct rep_ics *c, const struct rep_case *r, int school, int teacher);

#endif
