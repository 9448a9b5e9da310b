/*
 * handlers.h - one function for each kind of constraint, named in constraints.def.
 */
#ifndef ZJ_FET_HANDLERS_H
#define ZJ_FET_HANDLERS_H

#include "solver/fet/translate.h"

/* Arguments of the handlers. */
enum { TR_STARTS, TR_SLOTS };
enum { TR_HOME_OF_STUDENTS, TR_HOME_OF_TEACHER, TR_PREFERRED };

typedef void tr_handler(struct tr *t, const struct fet_constraint *c, int argument);
tr_handler tr_nothing, tr_breaks, tr_teacher_busy, tr_students_busy, tr_limit, tr_idle_week, tr_times,
    tr_min_days, tr_same_start, tr_room_busy, tr_rooms, tr_changes_week, tr_building_gap;

/* Only what must hold can be said here: a lower weight is refused. */
bool tr_must_hold(struct tr *t, const struct fet_constraint *c);

#endif
