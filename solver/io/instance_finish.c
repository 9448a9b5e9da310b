/*
 * instance_finish.c - what an instance gets from the policy: defaults of blank cells, travel, days, groups.
 */
#include "solver/data/dates.h"
#include "solver/data/event.h"
#include "solver/data/travel.h"
#include "solver/data/week.h"
#include "solver/io/read.h"

static void fill(int *number, int blank)
{
    if (*number == ZJ_NONE)
        *number = blank;
}

void zj_instance_finish(struct zj_instance *in, struct zj_policy *pol)
{
    for (int t = 0; t < in->n_teachers; t++) {
        fill(&in->teacher[t].max_week, pol->default_max_week);
        fill(&in->teacher[t].max_day, pol->default_max_day);
    }
    for (int i = 0; i < in->n_demand; i++)
        fill(&in->demand[i].priority, pol->default_priority);
    zj_instance_index(in);
    zj_travel_resolve(in, pol->detour_permille, pol->kmh);
    zj_week_resolve(in);
    zj_dates_resolve(in);
    zj_events_resolve(in, pol);
}
