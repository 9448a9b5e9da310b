/*
 * plan_lessons.c - what only a plan of a timetable has: lessons, and the ways between them.
 */
#include "solver/base/i18n.h"
#include "solver/data/week.h"
#include "solver/io/days.h"
#include "solver/io/plan_parts.h"

#include <ctype.h>
#include <string.h>

enum {
    MAX_LESSONS = 4 * 1000 * 1000,
    MAX_LEGS = 100,
    MAX_PERIOD = 20,
    MAX_MINUTES = 1440,
    MAX_METRES = 2000000
};

static void find_classes(struct zj_plan_reader *r)
{
    r->class_is_real = zj_calloc((size_t)r->in->words.n, sizeof *r->class_is_real);
    for (int b = 0; b < r->in->n_blocks; b++)
        r->class_is_real[r->in->block[b].class_id] = true;
}

bool zj_plan_class(struct zj_plan_reader *r, int object, int *out)
{
    if (!r->class_is_real)
        find_classes(r);
    if (!zj_plan_id(r, object, "class_id", zj_plan_word, out))
        return false;
    if (!r->class_is_real[*out])
        zj_diag_add(r->j->d, ZJ_ERROR, "unknown_class",
                    zj_json_at(r->j, zj_json_member(r->j, object, "class_id")), _("no class has the id '%s'"),
                    zj_word(r->in, *out));
    return r->class_is_real[*out];
}

static bool read_day(struct zj_plan_reader *r, int object, int *out)
{
    return zj_plan_id(r, object, "day", zj_find_day, out);
}

static bool read_period(struct zj_plan_reader *r, int object, int *out)
{
    int node = zj_json_require(r->j, object, "period");

    if (node < 0 || !zj_json_int(r->j, node, 1, MAX_PERIOD, out))
        return false;
    for (int i = 0; i < r->in->n_periods; i++)
        if (r->in->period[i].id == *out)
            return true;
    zj_diag_add(r->j->d, ZJ_ERROR, "unknown_period", zj_json_at(r->j, node),
                _("period %d is not in the week of the instance"), *out);
    return false;
}

static void read_lesson(struct zj_plan_reader *r, int node)
{
    struct zj_lesson x;
    bool fine = zj_plan_id(r, node, "teacher_id", zj_find_teacher, &x.teacher);

    fine = zj_plan_id(r, node, "school_id", zj_find_school, &x.school) && fine;
    fine = zj_plan_class(r, node, &x.class_id) && fine;
    fine = zj_plan_id(r, node, "subject", zj_plan_word, &x.subject) && fine;
    fine = read_day(r, node, &x.day) && fine;
    if (read_period(r, node, &x.period) && fine)
        zj_lessons_add(&r->plan->lessons, &x);
}

void zj_plan_lessons(struct zj_plan_reader *r, int node)
{
    static const char *const names[] = {"teacher_id", "school_id", "class_id", "subject", "day", "period"};

    if (zj_json_expect_array(r->j, node, MAX_LESSONS))
        zj_plan_each(r, node, names, 6, read_lesson);
    zj_lessons_sort(r->in, &r->plan->lessons);
}

/* "HH:MM"; past midnight the hours go on to 47. */
static bool parse_clock(const char *s, int *minutes)
{
    if (strlen(s) != 5 || s[2] != ':' || !isdigit((unsigned char)s[0]) || !isdigit((unsigned char)s[1]) ||
        !isdigit((unsigned char)s[3]) || !isdigit((unsigned char)s[4]))
        return false;
    int hours = 10 * (s[0] - '0') + s[1] - '0', rest = 10 * (s[3] - '0') + s[4] - '0';
    *minutes = 60 * hours + rest;
    return hours < 48 && rest < 60;
}

static bool read_clock(struct zj_plan_reader *r, int object, const char *member, int *out)
{
    struct zj_json *j = r->j;
    int node = zj_json_require(j, object, member);
    const char *text = node >= 0 ? zj_json_string(j, node) : NULL;

    if (!text)
        return false;
    if (parse_clock(text, out))
        return true;
    zj_diag_add(j->d, ZJ_ERROR, "bad_time", zj_json_at(j, node), _("'%s' is not a time; expected HH:MM"),
                text);
    return false;
}

/* A number of a leg; null when there is no way between the schools. */
static bool read_length(struct zj_plan_reader *r, int object, const char *member, int most, int *out)
{
    int node = zj_json_member(r->j, object, member);

    *out = ZJ_NONE;
    if (node < 0)
        return zj_json_require(r->j, object, member) >= 0;
    return zj_json_is_blank(r->j, node) || zj_json_int(r->j, node, 0, most, out);
}

static void read_leg(struct zj_plan_reader *r, int node, int teacher, int day)
{
    struct zj_leg x = {.teacher = teacher, .day = day};
    bool fine = zj_plan_id(r, node, "from", zj_find_school, &x.from);

    fine = zj_plan_id(r, node, "to", zj_find_school, &x.to) && fine;
    fine = read_clock(r, node, "depart", &x.depart) && fine;
    fine = read_clock(r, node, "arrive", &x.arrive) && fine;
    fine = read_length(r, node, "minutes", MAX_MINUTES, &x.minutes) && fine;
    fine = read_length(r, node, "metres", MAX_METRES, &x.metres) && fine;
    if (fine)
        zj_legs_add(&r->plan->legs, &x);
}

/* The way home must follow the way out: those of a day stand together, and days in order. */
static void check_order(struct zj_plan_reader *r, int node, int teacher, int day)
{
    const struct zj_legs *legs = &r->plan->legs;

    if (legs->n == 0)
        return;
    const struct zj_leg *last = &legs->v[legs->n - 1];
    if (last->teacher > teacher || (last->teacher == teacher && last->day >= day))
        zj_diag_add(r->j->d, ZJ_ERROR, "route_order", zj_json_at(r->j, node),
                    _("routes stand in the order of teachers and days, each once; '%s', %s comes too late"),
                    r->in->teacher[teacher].id, r->in->day[day]);
}

static void read_route(struct zj_plan_reader *r, int node)
{
    static const char *const names[] = {"from", "to", "depart", "arrive", "minutes", "metres"};
    struct zj_json *j = r->j;
    int teacher, day, legs = zj_json_require(j, node, "legs");
    bool fine = zj_plan_id(r, node, "teacher_id", zj_find_teacher, &teacher);

    fine = read_day(r, node, &day) && fine;
    if (!fine || legs < 0 || !zj_json_expect_array(j, legs, MAX_LEGS))
        return;
    check_order(r, node, teacher, day);
    for (int i = zj_json_first(j, legs); i >= 0; i = zj_json_after(j, i)) {
        if (!zj_json_expect_object(j, i))
            continue;
        zj_json_known_members(j, i, names, 6);
        read_leg(r, i, teacher, day);
    }
}

void zj_plan_routes(struct zj_plan_reader *r, int node)
{
    static const char *const names[] = {"teacher_id", "day", "legs"};

    if (zj_json_expect_array(r->j, node, MAX_LESSONS))
        zj_plan_each(r, node, names, 3, read_route);
}
