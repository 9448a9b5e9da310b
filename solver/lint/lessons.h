/*
 * lessons.h - what can be said of a timetable before it is made.
 */
#ifndef ZJ_LINT_LESSONS_H
#define ZJ_LINT_LESSONS_H

#include "solver/base/diag.h"
#include "solver/data/policy.h"

/*
 * Add to `d` the lessons that no timetable can hold: an error where a hard `need` asks for them, else a
 * warning. The instance must stand as the term has it (staff.h).
 */
void zj_precheck_lessons(const struct zj_instance *in, const struct zj_policy *pol, struct zj_diag *d);

#endif
