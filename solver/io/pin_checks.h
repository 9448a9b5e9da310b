/*
 * pin_checks.h - pins of timetables against each other, the bells and the cells that are not free.
 */
#ifndef ZJ_IO_PIN_CHECKS_H
#define ZJ_IO_PIN_CHECKS_H

#include "solver/base/diag.h"
#include "solver/data/policy.h"

/* Report what no timetable can meet whatever it holds. The instance must be finished (read.h). */
void zj_check_pins(const struct zj_instance *in, const struct zj_policy *pol, const char *file,
                   struct zj_diag *d);

#endif
