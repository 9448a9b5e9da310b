/*
 * instance_finish.c - what an instance gets from the policy: defaults of blank cells, travel, days, groups.
 */
#include "solver/data/dates.h"
#include "solver/data/event.h"
#include "solver/data/travel.h"
#include "solver/data/week.h"
#include "solver/io/read.h"
#include "solver/io/rows.h"

static void fill(int *number, int blank)
{
    if (*number == ZJ_NONE)
        *number = blank;
}

static void name_file(const char **file, enum zj_table_id t)
{
    if (!*file)
        *file = zj_table_file(t);
}

void zj_instance_finish(struct zj_instance *in, struct zj_policy *pol)
{
    for (int t = 0; t < in->n_teachers; t++) {
        fill(&in->teacher[t].max_week, pol->default_max_week);
        fill(&in->teacher[t].max_day, pol->default_max_day);
    }
    for (int i = 0; i < in->n_demand; i++)
        fill(&in->demand[i].priority, pol->default_priority);
    name_file(&in->schools_file, ZJ_TAB_schools);
    name_file(&in->teachers_file, ZJ_TAB_teachers);
    name_file(&in->demand_file, ZJ_TAB_demand);
    zj_instance_index(in);
    zj_travel_resolve(in, pol->detour_permille, pol->kmh);
    zj_week_resolve(in);
    zj_dates_resolve(in);
    zj_events_resolve(in, pol);
}
