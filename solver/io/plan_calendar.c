/*
 * plan_calendar.c - what only a plan of a calendar has: joint activities on their days.
 *
 * Whoever writes one by hand names the activity, the day, and as much as it takes to tell who holds it.
 */
#include "solver/base/i18n.h"
#include "solver/data/dates.h"
#include "solver/data/event.h"
#include "solver/io/days.h"
#include "solver/io/plan_parts.h"
#include "solver/io/values.h"

#include <string.h>

enum { MAX_OCCURRENCES = 1000 * 1000, MAX_WEEK = 100, MAX_SCHOOLS = 10000, MAX_PERIOD = 20 };

/* What an assignment says of those who hold the activity; -1 = nothing. */
struct holders {
    int community, grade, subject, teacher, mentor, host;
    bool has_schools;
    struct zj_ids schools;
};

/* An id that may be left out; -1 then. False after reporting. */
static bool read_id(struct zj_plan_reader *r, int object, const char *member,
                    int (*find)(const struct zj_instance *in, const char *id), int *out)
{
    *out = -1;
    return zj_json_given(r->j, object, member) < 0 || zj_plan_id(r, object, member, find, out);
}

static bool read_event(struct zj_plan_reader *r, int object, int *out)
{
    int word;

    if (!zj_plan_id(r, object, "activity", zj_plan_word, &word))
        return false;
    *out = zj_find_event(r->pol, word);
    if (*out < 0)
        zj_diag_add(r->j->d, ZJ_ERROR, "unknown_activity",
                    zj_json_at(r->j, zj_json_member(r->j, object, "activity")),
                    _("the policy has no activity '%s'"), zj_word(r->in, word));
    return *out >= 0;
}

/* A day of the week by any of its names: 0 = Monday. */
static int find_weekday(const struct zj_instance *in, const char *text)
{
    int weekday = zj_value_find(ZJ_VS_weekday, text), day = zj_find_day(in, text);

    for (int w = 0; w < 7 && weekday < 0 && day >= 0; w++)
        if (in->day_of_weekday[w] == day)
            weekday = w;
    return weekday;
}

/* The day that term, week and weekday name; *out = -1 when none of them is given. */
static bool read_week_day(struct zj_plan_reader *r, int object, int *out)
{
    int week_node = zj_json_given(r->j, object, "week"), day_node = zj_json_given(r->j, object, "day");
    int term, week = 0, weekday;

    *out = -1;
    if (zj_json_given(r->j, object, "term") < 0 && week_node < 0 && day_node < 0)
        return true;
    bool fine = zj_plan_id(r, object, "term", zj_find_term, &term);
    fine = zj_plan_id(r, object, "day", find_weekday, &weekday) && fine;
    week_node = zj_json_require(r->j, object, "week");
    if (week_node < 0 || !zj_json_int(r->j, week_node, 1, MAX_WEEK, &week) || !fine)
        return false;
    *out = zj_find_week_day(r->in, term, week, weekday);
    if (*out < 0)
        zj_diag_add(r->j->d, ZJ_ERROR, "no_such_day", zj_json_at(r->j, week_node),
                    _("the term '%s' has no such day in week %d"), r->in->term[term].id, week);
    return *out >= 0;
}

/* "date", or term, week and day; or both, which must agree. */
static bool read_date(struct zj_plan_reader *r, int object, int *out)
{
    int node = zj_json_given(r->j, object, "date"), other;
    int32_t date;

    if (!read_week_day(r, object, &other))
        return false;
    if (node < 0 && other < 0)
        return zj_json_require(r->j, object, "date") >= 0;
    *out = other;
    if (node < 0)
        return true;
    if (!zj_json_date(r->j, node, &date))
        return false;
    *out = zj_find_date(r->in, date);
    if (*out < 0)
        zj_diag_add(r->j->d, ZJ_ERROR, "no_such_day", zj_json_at(r->j, node),
                    _("the day lies outside the terms and vacations of the instance"));
    else if (other >= 0 && other != *out)
        zj_diag_add(r->j->d, ZJ_ERROR, "two_days", zj_json_at(r->j, node),
                    _("date and term, week, day name two different days"));
    return *out >= 0 && (other < 0 || other == *out);
}

static int find_session(const struct zj_instance *in, const char *text)
{
    for (int s = 0; s < in->n_sessions; s++)
        if (strcmp(in->session[s], text) == 0)
            return s;
    return -1;
}

/* The id of a period that may be left out; 0 then. */
static bool read_period(struct zj_plan_reader *r, int object, int *out, int *session)
{
    int node = zj_json_given(r->j, object, "period");

    *out = 0;
    if (node < 0)
        return true;
    if (!zj_json_int(r->j, node, 1, MAX_PERIOD, out))
        return false;
    for (int i = 0; i < r->in->n_periods; i++) {
        if (r->in->period[i].id == *out) {
            *session = r->in->period[i].session;
            return true;
        }
    }
    zj_diag_add(r->j->d, ZJ_ERROR, "unknown_period", zj_json_at(r->j, node),
                _("period %d is not in the week of the instance"), *out);
    return false;
}

/* Session and period. Where only one session is possible it may be left out. */
static bool read_time(struct zj_plan_reader *r, int object, const struct zj_event *e, struct zj_occurrence *x)
{
    int node = zj_json_given(r->j, object, "session"), session = -1;

    if (!read_period(r, object, &x->period, &session))
        return false;
    const char *text = node >= 0 ? zj_json_string(r->j, node) : NULL;
    x->session = session;
    if (text && strcmp(text, "*") == 0)
        x->session = -1;
    else if (text)
        return zj_plan_id(r, object, "session", find_session, &x->session);
    else if (node >= 0)
        return false;
    else if (e->lasts == ZJ_LASTS_DAY || x->period > 0)
        return true;
    else if (e->sessions.n == 1)
        x->session = e->sessions.v[0];
    else if (r->in->n_sessions == 1)
        x->session = 0;
    else
        return zj_json_require(r->j, object, "session") >= 0;
    return true;
}

static bool read_schools(struct zj_plan_reader *r, int object, struct holders *h)
{
    struct zj_json *j = r->j;
    int node = zj_json_given(j, object, "participants");

    h->has_schools = node >= 0;
    if (node < 0)
        return true;
    if (!zj_json_expect_array(j, node, MAX_SCHOOLS))
        return false;
    h->schools.v = zj_alloc_n(&r->plan->arena, (size_t)zj_json_n_items(j, node), sizeof(int));
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i)) {
        const char *id = zj_json_string(j, i);
        int school = id ? zj_find_school(r->in, id) : -1;
        if (id && school < 0)
            zj_diag_add(j->d, ZJ_ERROR, "unknown_id", zj_json_at(j, i), _("the instance has no '%s'"), id);
        if (school < 0)
            return false;
        if (!zj_ids_has(&h->schools, school))
            h->schools.v[h->schools.n++] = school;
    }
    return true;
}

static bool are_equal(const struct zj_ids *a, const struct zj_ids *b)
{
    for (int i = 0; i < a->n; i++)
        if (!zj_ids_has(b, a->v[i]))
            return false;
    return a->n == b->n;
}

static bool is_or_any(int said, int value)
{
    return said < 0 || said == value;
}

static bool fits(const struct zj_group *g, const struct holders *h)
{
    return is_or_any(h->community, g->community) && is_or_any(h->grade, g->grade) &&
           is_or_any(h->subject, g->subject) && is_or_any(h->teacher, g->teacher) &&
           is_or_any(h->mentor, g->mentor) && (!h->has_schools || are_equal(&h->schools, &g->schools));
}

/* The one group that fits; where several do, the one that the host belongs to. */
static bool find_group(struct zj_plan_reader *r, int object, const struct zj_event *e,
                       const struct holders *h, int *out)
{
    int n = 0, n_at_host = 0, first = -1, at_host = -1;

    for (int g = e->n_groups - 1; g >= 0; g--) {
        if (!fits(&e->group[g], h))
            continue;
        n++;
        first = g;
        if (h->host >= 0 && zj_ids_has(&e->group[g].hosts, h->host)) {
            n_at_host++;
            at_host = g;
        }
    }
    *out = n > 1 && n_at_host == 1 ? at_host : first;
    if (n == 0)
        zj_diag_add(r->j->d, ZJ_ERROR, "nobody_holds_it", zj_json_at(r->j, object),
                    _("nobody by this description holds the activity '%s'"), zj_word(r->in, e->name));
    else if (n > 1 && n_at_host != 1)
        zj_diag_add(r->j->d, ZJ_ERROR, "several_hold_it", zj_json_at(r->j, object),
                    _("%d could hold the activity '%s'; say more, with \"participants\" for instance"), n,
                    zj_word(r->in, e->name));
    return n == 1 || (n > 1 && n_at_host == 1);
}

/* A school that is not named is the only one possible, where there is only one. */
static void set_side(int *side, const struct zj_ids *possible)
{
    if (*side < 0 && possible->n == 1)
        *side = possible->v[0];
}

static void read_occurrence(struct zj_plan_reader *r, int node)
{
    struct zj_occurrence x = {0};
    struct holders h = {0};

    if (!read_event(r, node, &x.event))
        return;
    const struct zj_event *e = &r->pol->event[x.event];
    bool fine = read_date(r, node, &x.date);
    fine = read_time(r, node, e, &x) && fine;
    fine = read_id(r, node, "community_id", zj_plan_word, &h.community) && fine;
    fine = read_id(r, node, "grade", zj_plan_word, &h.grade) && fine;
    fine = read_id(r, node, "subject", zj_plan_word, &h.subject) && fine;
    fine = read_id(r, node, "teacher_id", zj_find_teacher, &h.teacher) && fine;
    fine = read_id(r, node, "mentor_id", zj_find_teacher, &h.mentor) && fine;
    fine = read_id(r, node, "host_school_id", zj_find_school, &x.host) && fine;
    fine = read_id(r, node, "chair_school_id", zj_find_school, &x.chair) && fine;
    h.host = x.host;
    if (!read_schools(r, node, &h) || !fine || !find_group(r, node, e, &h, &x.group))
        return;
    set_side(&x.host, &e->group[x.group].hosts);
    set_side(&x.chair, &e->group[x.group].chairs);
    zj_calendar_add(&r->plan->calendar, &x);
}

void zj_plan_calendar(struct zj_plan_reader *r, int node)
{
    static const char *const names[] = {
        "activity",     "community_id", "term",    "week",           "day",
        "date",         "session",      "period",  "host_school_id", "chair_school_id",
        "participants", "grade",        "subject", "teacher_id",     "mentor_id"};

    if (zj_json_expect_array(r->j, node, MAX_OCCURRENCES))
        zj_plan_each(r, node, names, (int)(sizeof names / sizeof names[0]), read_occurrence);
    zj_calendar_sort(&r->plan->calendar);
}
