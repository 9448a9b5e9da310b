/*
 * test_ics.c - calendars for phones, read back by libical: every lesson and journey on every school day of
 * the term, nothing on days off, and the lessons of another day where that is worked instead.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include "solver/data/week.h"
#include "solver/io/read.h"

#include <jansson.h>
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { UTC_OFFSET = 8 * 3600, DAY = 24 * 3600 };

/* Moments and what happens then, "20260907T0910 英语 L01-4-3", sorted before they are compared. */
struct moments {
    char **v;
    int n, cap;
};

static void add_moment(struct moments *m, time_t local, const char *what)
{
    struct tm t;
    char *text;

    gmtime_r(&local, &t);
    if (asprintf(&text, "%04d%02d%02dT%02d%02d %s", t.tm_year + 1900, t.tm_mon + 1, t.tm_mday, t.tm_hour,
                 t.tm_min, what) < 0)
        fail_msg("no memory");
    ZJ_GROW(m->v, m->n, m->cap);
    m->v[m->n++] = text;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void release(struct moments *m)
{
    for (int i = 0; i < m->n; i++)
        free(m->v[i]);
    free(m->v);
}

static void expect_equal(struct moments *want, struct moments *got, const char *who)
{
    qsort(want->v, (size_t)want->n, sizeof *want->v, by_text);
    qsort(got->v, (size_t)got->n, sizeof *got->v, by_text);
    for (int i = 0; i < want->n && i < got->n; i++)
        if (strcmp(want->v[i], got->v[i]) != 0)
            fail_msg("%s: '%s', expected '%s'", who, got->v[i], want->v[i]);
    assert_int_equal(got->n, want->n);
}

/* ---- what a calendar says --------------------------------------------------------------------------- */

static void take(icalcomponent *event, struct icaltime_span *span, void *moments)
{
    add_moment(moments, span->start + UTC_OFFSET, icalcomponent_get_summary(event));
}

/* Lines end with CRLF and have at most 75 bytes. */
static void check_lines(const char *text)
{
    for (const char *end; *text; text = end + 2) {
        end = strstr(text, "\r\n");
        assert_non_null(end);
        assert_in_range(end - text, 1, 75);
        assert_null(memchr(text, '\n', (size_t)(end - text)));
    }
}

static void read_calendar(const char *path, struct moments *got)
{
    char *text = slurp(path);

    assert_non_null(text);
    check_lines(text);
    icalcomponent *all = icalparser_parse_string(text);
    assert_non_null(all);
    assert_int_equal(icalcomponent_count_errors(all), 0);
    for (icalcomponent *e = icalcomponent_get_first_component(all, ICAL_VEVENT_COMPONENT); e;
         e = icalcomponent_get_next_component(all, ICAL_VEVENT_COMPONENT)) {
        assert_non_null(icalcomponent_get_uid(e));
        icalcomponent_foreach_recurrence(e, icaltime_from_string("20260101T000000Z"),
                                         icaltime_from_string("20300101T000000Z"), take, got);
    }
    icalcomponent_free(all);
    free(text);
}

/* ---- what it should say ------------------------------------------------------------------------------ */

/* The weekday (0 = Monday) whose lessons the date has, or -1: the holidays that folder() writes. */
static int weekday_of_lessons(const char *day, int weekday)
{
    if (strcmp(day, "2026-10-01") >= 0 && strcmp(day, "2026-10-07") <= 0)
        return -1;
    if (strcmp(day, "2026-10-10") == 0) /* a Saturday worked instead of a Wednesday */
        return 2;
    return weekday < 5 ? weekday : -1;
}

static void expect_weekly(struct moments *want, const struct zj_term *term, int weekday, int minutes,
                          const char *what)
{
    for (int32_t date = term->start; date <= term->end; date++) {
        char day[16];
        zj_date_text(date, day);
        if (weekday_of_lessons(day, (date + 3) % 7) == weekday) /* 1970-01-01 was a Thursday */
            add_moment(want, (time_t)date * DAY + minutes * 60, what);
    }
}

static void expect_teacher(struct moments *want, const struct zj_instance *in, json_t *plan, const char *id)
{
    size_t i, k;
    json_t *x, *leg;
    char what[400];

    json_array_foreach(json_object_get(plan, "assignments"), i, x)
    {
        const int school = zj_find_school(in, json_string_value(json_object_get(x, "school_id")));
        const int period = (int)json_integer_value(json_object_get(x, "period"));
        if (strcmp(json_string_value(json_object_get(x, "teacher_id")), id) != 0)
            continue;
        int day = 0;
        while (strcmp(in->day[day], json_string_value(json_object_get(x, "day"))) != 0)
            day++;
        snprintf(what, sizeof what, "%s %s", json_string_value(json_object_get(x, "subject")),
                 json_string_value(json_object_get(x, "class_id")));
        expect_weekly(want, &in->term[0], day, zj_period_at(in, school, period)->start, what);
    }
    json_array_foreach(json_object_get(plan, "routes"), i, x)
    {
        if (strcmp(json_string_value(json_object_get(x, "teacher_id")), id) != 0)
            continue;
        int day = 0, hour, minute;
        while (strcmp(in->day[day], json_string_value(json_object_get(x, "day"))) != 0)
            day++;
        json_array_foreach(json_object_get(x, "legs"), k, leg)
        {
            const int to = zj_find_school(in, json_string_value(json_object_get(leg, "to")));
            assert_int_equal(
                sscanf(json_string_value(json_object_get(leg, "depart")), "%d:%d", &hour, &minute), 2);
            snprintf(what, sizeof what, "on the way to %s", in->school[to].name);
            expect_weekly(want, &in->term[0], day, 60 * hour + minute, what);
        }
    }
}

static const char *folder(void)
{
    const char *copy = scratch_copy("instances/longfeng", "town");

    scratch_write("town/holidays.csv",
                  "date,end,kind,follows\n2026-10-01,2026-10-07,off,\n2026-10-10,,work,Wed\n");
    return copy;
}

static void every_lesson_on_every_school_day(void **state)
{
    char town[100], plan_path[100], calendars[100], path[200];
    struct zj_read_options options = {0};
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag d = {0};

    (void)state;
    snprintf(town, sizeof town, "%s", folder());
    snprintf(plan_path, sizeof plan_path, "%s", scratch_path("plan.json"));
    snprintf(calendars, sizeof calendars, "%s", scratch_path("calendars"));
    struct program p;
    program_run(&p, "timetable", town, "--node-limit", "1", "-q", "-o", plan_path, NULL);
    assert_in_range(p.code, 0, 1);
    program_release(&p);
    program_expect(0, "report", town, plan_path, "--ics", calendars, NULL);
    json_t *plan = json_load_file(plan_path, 0, NULL);
    assert_non_null(plan);
    assert_int_equal(zj_read_instance(town, &options, &in, &pol, &d), ZJ_OK);
    int n = 0;
    for (int t = 0; t < in.n_teachers; t++) {
        struct moments want = {0}, got = {0};
        expect_teacher(&want, &in, plan, in.teacher[t].id);
        snprintf(path, sizeof path, "%s/%s.ics", calendars, in.teacher[t].id);
        if (want.n > 0)
            read_calendar(path, &got);
        else
            assert_null(slurp(path));
        expect_equal(&want, &got, in.teacher[t].id);
        n += want.n > 0;
        release(&want);
        release(&got);
    }
    assert_true(n > 5);
    zj_policy_release(&pol);
    zj_instance_release(&in);
    zj_diag_release(&d);
    json_decref(plan);
}

static void a_posting_is_its_days(void **state)
{
    struct moments got = {0};

    (void)state;
    const char *plan = scratch_path("postings.json"), *calendars = scratch_path("postings");
    program_expect(0, "secondment", "instances/tiny-quota", "-q", "-o", plan, NULL);
    program_expect(0, "report", "instances/tiny-quota", plan, "--ics", calendars, NULL);
    read_calendar(scratch_path("postings/T0001.ics"), &got);
    assert_int_equal(got.n, 1);
    release(&got);
    program_expect(64, "report", "instances/tiny-quota", plan, NULL); /* no output is named */
}

static void activities_of_every_school(void **state)
{
    static const char county[] = "instances/tiny-calendar-count";
    const char *plan_path = scratch_path("year.json"), *calendars = scratch_path("year");
    struct moments got = {0};
    size_t i;
    json_t *x;

    (void)state;
    program_expect(0, "calendar", county, "-q", "-o", plan_path, NULL);
    program_expect(0, "report", county, plan_path, "--ics", calendars, NULL);
    json_t *plan = json_load_file(plan_path, 0, NULL), *all = json_object_get(plan, "assignments");
    read_calendar(scratch_path("year/school-S001.ics"), &got);
    assert_true(json_array_size(all) > 0);
    assert_int_equal(got.n, json_array_size(all));
    qsort(got.v, (size_t)got.n, sizeof *got.v, by_text);
    json_array_foreach(all, i, x)
    { /* in the order of days */
        const char *date = json_string_value(json_object_get(x, "date"));
        char day[9];
        snprintf(day, sizeof day, "%.4s%.2s%.2s", date, date + 5, date + 8);
        assert_memory_equal(got.v[i], day, 8);
    }
    json_decref(plan);
    release(&got);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_lesson_on_every_school_day),
                                       cmocka_unit_test(a_posting_is_its_days),
                                       cmocka_unit_test(activities_of_every_school)};

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
