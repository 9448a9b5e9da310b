/*
 * repair_lessons.c - what could be changed of a rule on timetables.
 *
 * Filters know no single teacher: a rule on the weeks of teachers is changed for all of the home school. What
 * the tables say of one teacher or one class is changed for that one.
 */
#include "solver/cli/repair_suggest.h"

#include <stddef.h>
#include <string.h>

#define FIELD(name) offsetof(struct zj_rule, name)

static int block_named(const struct suggestion *s)
{
    for (int b = 0; b < s->in->n_blocks; b++) {
        const char *text = zj_printf(s->a, "%s/%s", zj_word(s->in, s->in->block[b].class_id),
                                     zj_word(s->in, s->in->block[b].subject));
        if (strcmp(text, s->part->where) == 0)
            return b;
    }
    return -1;
}

static void suggest_column(struct suggestion *s, enum repair_what what, int whom, size_t field,
                           const char *name, int from)
{
    struct repair_change c = s->blank;

    if (from == ZJ_NONE)
        return;
    c.what = what;
    c.whom = whom;
    c.field = field;
    c.name = name;
    c.from = from;
    c.step = c.least = 1;
    c.most = 60;
    c.cost = s->pol->repair_cost[ZJ_COST_quota];
    repair_add(s->list, &c);
}

/* What columns of the tables demand. */
static void suggest_columns(struct suggestion *s, int teacher, int block)
{
    const struct zj_teacher *t = teacher < 0 ? NULL : &s->in->teacher[teacher];

    if (s->part->rule == ZJ_R_load && t) {
        suggest_column(s, REPAIR_COLUMN, teacher, offsetof(struct zj_teacher, max_week), "max_week",
                       t->max_week);
        suggest_column(s, REPAIR_COLUMN, teacher, offsetof(struct zj_teacher, max_day), "max_day",
                       t->max_day);
    }
    if (s->part->rule == ZJ_R_schools && t) {
        suggest_column(s, REPAIR_COLUMN, teacher, offsetof(struct zj_teacher, max_schools_week),
                       "max_schools_week", t->max_schools_week);
        suggest_column(s, REPAIR_COLUMN, teacher, offsetof(struct zj_teacher, max_schools_day),
                       "max_schools_day", t->max_schools_day);
    }
    if (s->part->rule == ZJ_R_spread && block >= 0)
        suggest_column(s, REPAIR_PER_DAY, block, 0, "max_per_day", s->in->block[block].max_per_day);
}

static void suggest_roads(struct suggestion *s)
{
    static const struct {
        size_t field;
        const char *name;
        int step;
    } limits[] = {
        {FIELD(max_leg_minutes), "max_leg_minutes", 5},   {FIELD(max_day_minutes), "max_day_minutes", 5},
        {FIELD(max_week_minutes), "max_week_minutes", 5}, {FIELD(max_leg_metres), "max_leg_metres", 1000},
        {FIELD(max_day_metres), "max_day_metres", 1000},  {FIELD(max_week_metres), "max_week_metres", 1000}};

    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        suggest_number(s, limits[i].field, limits[i].name, limits[i].step, 1, REPAIR_MOST_ROAD,
                       ZJ_COST_distance);
}

/* Rules on the days and weeks of a teacher. */
static void suggest_of_teacher(struct suggestion *s)
{
    switch (s->part->rule) {
    case ZJ_R_load:
        suggest_more(s, FIELD(max_day), "max_day");
        suggest_more(s, FIELD(max_week), "max_week");
        suggest_more(s, FIELD(max_row), "max_row");
        break;
    case ZJ_R_schools:
        suggest_more(s, FIELD(max_day), "max_day");
        suggest_more(s, FIELD(max_week), "max_week");
        suggest_more(s, FIELD(max_changes_day), "max_changes_day");
        break;
    case ZJ_R_travel_limit:
        suggest_roads(s);
        break;
    case ZJ_R_travel_time:
        suggest_number(s, FIELD(settle_minutes), "settle_minutes", -5, 1, s->blank.rule->settle_minutes / 5,
                       ZJ_COST_distance);
        break;
    case ZJ_R_fairness:
        suggest_number(s, FIELD(max_minutes), "max_minutes", 5, 1, REPAIR_MOST_ROAD, ZJ_COST_distance);
        break;
    case ZJ_R_idle:
        suggest_more(s, FIELD(max_day), "max_day");
        break;
    case ZJ_R_visiting_days:
        suggest_more(s, FIELD(max_days), "max_days");
        suggest_less(s, FIELD(min_periods), "min_periods", 1);
        break;
    default:
        break;
    }
}

/* Rules on classes, rooms, groups. */
static void suggest_of_others(struct suggestion *s)
{
    switch (s->part->rule) {
    case ZJ_R_need:
        suggest_teacher_at(s, s->blank.spot.school);
        break;
    case ZJ_R_spread:
        suggest_more(s, FIELD(max_day), "max_day");
        suggest_less(s, FIELD(min_gap_days), "min_gap_days", 1);
        break;
    case ZJ_R_room:
        suggest_more(s, FIELD(capacity), "capacity");
        break;
    case ZJ_R_common_free:
        suggest_less(s, FIELD(periods_per_week), "periods_per_week", 1);
        break;
    case ZJ_R_sync_class:
        suggest_less(s, FIELD(periods_min), "periods_min", 0);
        suggest_less(s, FIELD(subjects_min), "subjects_min", 0);
        break;
    case ZJ_R_stability:
        suggest_more(s, FIELD(max), "max");
        break;
    default:
        break;
    }
}

void suggest_of_lessons(struct suggestion *s)
{
    const char *where = s->part->where;
    const int teacher = zj_find_teacher(s->in, where), block = teacher < 0 ? block_named(s) : -1;
    const int school = teacher >= 0 ? s->in->teacher[teacher].school
                       : block >= 0 ? s->in->block[block].school
                                    : -1;

    if (!s->blank.rule) {
        suggest_columns(s, teacher, block);
        return;
    }
    s->blank.spot.school = school >= 0 ? school : repair_school(s, where, strlen(where));
    if (block >= 0)
        s->blank.spot.subject = s->in->block[block].subject;
    if (s->blank.spot.school >= 0)
        s->blank.place = s->in->school[s->blank.spot.school].id;
    if (block >= 0)
        s->blank.place =
            zj_printf(s->a, "%s/%s", s->blank.place, zj_word(s->in, s->in->block[block].subject));
    if (teacher >= 0)
        suggest_of_teacher(s);
    else
        suggest_of_others(s);
}
