/*
 * plan_write_calendar.c - joint activities as JSON: when, where, who.
 */
#include "solver/data/dates.h"
#include "solver/data/event.h"
#include "solver/io/plan_json.h"
#include "solver/io/values.h"

static json_t *school(const struct zj_instance *in, int s)
{
    return s < 0 ? json_null() : json_string(in->school[s].id);
}

static void set_word(json_t *o, const struct zj_instance *in, const char *member, int word)
{
    if (word >= 0)
        json_object_set_new(o, member, json_string(zj_word(in, word)));
}

static void set_teacher(json_t *o, const struct zj_instance *in, const char *member, int teacher)
{
    if (teacher >= 0)
        json_object_set_new(o, member, json_string(in->teacher[teacher].id));
}

static void set_day(json_t *o, const struct zj_instance *in, const struct zj_date *d)
{
    int day = in->day_of_weekday[d->weekday];
    char date[16];

    json_object_set_new(o, "term", json_string(in->term[d->term].id));
    json_object_set_new(o, "week", json_integer(d->week));
    json_object_set_new(o, "day",
                        json_string(day >= 0 ? in->day[day] : zj_value_token(ZJ_VS_weekday, d->weekday)));
    json_object_set_new(o, "date", json_string(zj_date_text(d->date, date)));
}

/* Grade, subject and teachers are left out where the activity has none. */
static json_t *occurrence(const struct zj_instance *in, const struct zj_policy *pol,
                          const struct zj_occurrence *x)
{
    const struct zj_event *e = &pol->event[x->event];
    const struct zj_group *g = &e->group[x->group];
    json_t *o = json_object(), *schools = json_array();

    json_object_set_new(o, "activity", json_string(zj_word(in, e->name)));
    json_object_set_new(o, "community_id",
                        g->community < 0 ? json_null() : json_string(zj_word(in, g->community)));
    set_day(o, in, &in->date[x->date]);
    json_object_set_new(o, "session", json_string(x->session < 0 ? "*" : in->session[x->session]));
    if (x->period > 0)
        json_object_set_new(o, "period", json_integer(x->period));
    json_object_set_new(o, "host_school_id", school(in, x->host));
    json_object_set_new(o, "chair_school_id", school(in, x->chair));
    for (int i = 0; i < g->schools.n; i++)
        json_array_append_new(schools, school(in, g->schools.v[i]));
    json_object_set_new(o, "participants", schools);
    set_word(o, in, "grade", g->grade);
    set_word(o, in, "subject", g->subject);
    set_teacher(o, in, "teacher_id", g->teacher);
    set_teacher(o, in, "mentor_id", g->mentor);
    return o;
}

json_t *zj_json_calendar(const struct zj_instance *in, const struct zj_policy *pol,
                         const struct zj_plan *plan)
{
    struct zj_calendar sorted = {0};
    json_t *list = json_array();

    for (int i = 0; i < plan->calendar.n; i++)
        zj_calendar_add(&sorted, &plan->calendar.v[i]);
    zj_calendar_sort(&sorted);
    for (int i = 0; i < sorted.n; i++)
        json_array_append_new(list, occurrence(in, pol, &sorted.v[i]));
    zj_calendar_release(&sorted);
    return list;
}

json_t *zj_json_timetables(const struct zj_plan *plan)
{
    json_t *list = json_array();

    for (int i = 0; i < plan->n_timetables; i++)
        json_array_append_new(list, json_string(plan->timetable_sha256[i]));
    return list;
}
