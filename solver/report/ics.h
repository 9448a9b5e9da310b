/*
 * ics.h - plans as calendars for phones (RFC 5545): a file for each teacher of the plans, and of joint
 *         activities for each school too.
 *
 * Timetables: lessons and journeys, week by week through the term; days off are left out, days worked
 * instead of others have the lessons of the day they stand for. Secondments: the days of each posting. Joint
 * activities: the session, the day or the period, in the bells of the instance.
 * Clock times are those of China (UTC+8, no summer time). Bytes depend on the case alone.
 */
#ifndef ZJ_REPORT_ICS_H
#define ZJ_REPORT_ICS_H

#include "solver/base/folder.h"
#include "solver/report/case.h"

/*
 * The files of n > 0 plans of one instance (pairings have nothing for them); their number, 0 when nothing
 * happens in any. *file, names and bytes are heap: rep_ics_release() frees them.
 */
int rep_ics_files(const struct rep_case *r, int n, struct zj_folder_file **file);
void rep_ics_release(struct zj_folder_file *file, int n);

#endif
