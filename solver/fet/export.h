/*
 * export.h - a timetable of ours as a FET file in which every lesson is locked: FET is the referee.
 */
#ifndef ZJ_FET_EXPORT_H
#define ZJ_FET_EXPORT_H

#include "solver/base/err.h"
#include "solver/data/plan.h"
#include "solver/fet/text.h"

enum { FET_HOURS_OF_FET = 72 }; /* a day: more than that FET does not read */

/*
 * Classes become sets of students, campuses buildings with a room for each class, lessons activities locked
 * to their time and room. FET has one list of hours for all, so a day is cut wherever a period of a
 * school with lessons begins or ends. A way between two campuses is an activity of the teacher, locked to
 * the hours that the clock takes from the end of a lesson to the arrival (and settling) at the next: what
 * comes too late clashes with it. Teachers, classes and schools that are not free are not available.
 *
 * FET accepts the file if nobody is in two places at once, nobody teaches or is taught when not free, and
 * every way between two campuses fits. `settle`: minutes from arrival to a lesson, by teacher. The lessons
 * need not be lawful, or sorted. ZJ_EDATA when there are none, when one stands at a period that its school
 * does not have, or when the day falls into too many hours.
 */
enum zj_status fet_export(const struct zj_instance *in, const struct zj_lessons *lessons, const int *settle,
                          struct fet_text *out, struct zj_err *err) ZJ_MUST_CHECK;

#endif
