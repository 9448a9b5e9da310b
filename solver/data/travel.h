/*
 * travel.h - minutes and metres between any two schools.
 *
 * From travel.csv where it has the pair (its reverse otherwise), else from
 * coordinates: metres = floor(d * detour / 1000 + 1/2), d the great circle on a
 * sphere of 6 371 009 m; minutes = ceil(metres * 60 / (1000 * kmh)). Same campus:
 * 0 and 0. Neither a row nor coordinates: unreachable, never 0.
 */
#ifndef ZJ_DATA_TRAVEL_H
#define ZJ_DATA_TRAVEL_H

#include "solver/data/instance.h"

/*
 * Fill in->minutes and in->metres. detour_permille 1000..5000, kmh 1..200; ZJ_NONE: coordinates
 * are not used. May be called again, after more schools too.
 */
void zj_travel_resolve(struct zj_instance *in, int detour_permille, int kmh);
/* ZJ_NONE when unreachable. */
int zj_minutes(const struct zj_instance *in, int from, int to);
int zj_metres(const struct zj_instance *in, int from, int to);

#endif
