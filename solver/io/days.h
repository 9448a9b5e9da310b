/*
 * days.h - days of the week by their names.
 */
#ifndef ZJ_IO_DAYS_H
#define ZJ_IO_DAYS_H

#include "solver/data/instance.h"

/* The day of this name, or the day that an alias ("周一") names in another way; -1 if there is none. */
int zj_find_day(const struct zj_instance *in, const char *text);

#endif
