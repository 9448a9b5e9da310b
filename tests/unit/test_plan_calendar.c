/*
 * test_plan_calendar.c - a calendar that is written comes back as it was; one made by hand needs
 * little; what is none is refused with its place. The days of a year.
 */
#include "solver/data/dates.h"
#include "solver/data/event.h"
#include "solver/io/plan_parts.h"
#include "solver/io/write.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/tiny.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char county[] =
    "terms 2\nschool L lead G\nschool A member G\nschool B member G\nteacher M L M 1980-01-01 x\n"
    "teacher N A F 1995-01-01 x\nguides M N\noff 2026-10-01 2026-10-07\nwork 2026-10-10 follows=Wed\n"
    "vacation 2026B 2027-08-31\n"
    "activity meet chair=member sessions=pm\nactivity visit over=pair host=member\n"
    "activity watch over=mentor lasts=period\nactivity away over=teacher lasts=day host=lead\n"
    "activity sync over=pair by=subject subjects=x,y online\n";

static const char plan_text[] =
    "meet G 2026-09-07 pm host=A chair=B; visit L>B 2026-10-10 am; "
    "watch M>N 2026-09-08 am period=3; away N 2027-03-01 *; sync L>A/y 2026-09-08 am";

static void what_is_written_comes_back(void **state)
{
    struct tiny t;
    struct zj_plan p = {.model = ZJ_CALENDAR, .status = ZJ_PLAN_FEASIBLE, .term = -1}, q;
    struct zj_diag d = {0};
    const char *sha = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    (void)state;
    tiny_build(&t, county);
    for (int i = 0; i < ZJ_MAX_TIERS; i++)
        p.value[i] = p.bound[i] = i;
    p.n_tiers = ZJ_N_CALENDAR_TIERS;
    memcpy(p.order, zj_calendar_tiers, sizeof zj_calendar_tiers);
    p.calendar = tiny_calendar(&t, plan_text);
    p.timetable_sha256 = &sha;
    p.n_timetables = 1;
    char *text = zj_plan_to_json(&t.in, &t.pol, &p);
    if (zj_read_plan_json(text, strlen(text), "plan.json", &t.in, &t.pol, &q, &d) != ZJ_OK)
        fail_msg("%s", d.problem[0].text);
    zj_calendar_sort(&p.calendar);
    assert_int_equal(q.model, ZJ_CALENDAR);
    assert_int_equal(q.calendar.n, 5);
    assert_memory_equal(q.calendar.v, p.calendar.v, 5 * sizeof *p.calendar.v);
    assert_int_equal(q.n_tiers, ZJ_N_CALENDAR_TIERS);
    assert_memory_equal(q.order, zj_calendar_tiers, sizeof zj_calendar_tiers);
    assert_int_equal(q.n_timetables, 1);
    assert_string_equal(q.timetable_sha256[0], sha);
    assert_non_null(strstr(text, "\"day\": \"Sat\""));
    assert_non_null(strstr(text, "\"date\": \"2026-10-10\""));
    assert_null(strstr(text, "unmet"));
    char *again = zj_plan_to_json(&t.in, &t.pol, &q);
    assert_string_equal(again, text);
    free(again);
    free(text);
    zj_plan_release(&p);
    zj_plan_release(&q);
    zj_diag_release(&d);
    tiny_release(&t);
}

/* Read a calendar of these assignments and nothing else. The caller releases *plan and *d. */
static enum zj_status read(struct tiny *t, const char *assignments, struct zj_plan *plan, struct zj_diag *d)
{
    char *text;

    tiny_build(t, county);
    memset(d, 0, sizeof *d);
    if (asprintf(&text, "{\"format\": \"zoujiao-plan/1\", \"model\": \"calendar\", \"assignments\": [\n%s]}",
                 assignments) < 0)
        abort();
    enum zj_status status = zj_read_plan_json(text, strlen(text), "p", &t->in, &t->pol, plan, d);
    free(text);
    return status;
}

static void release(struct tiny *t, struct zj_plan *plan, struct zj_diag *d)
{
    zj_plan_release(plan);
    zj_diag_release(d);
    tiny_release(t);
}

static void one_made_by_hand_needs_little(void **state)
{
    static const struct {
        const char *json, *meant;
    } cases[] = {
        {"{\"activity\": \"meet\", \"date\": \"2026-09-07\", \"host_school_id\": \"A\", "
         "\"chair_school_id\": \"B\"}",
         "meet G 2026-09-07 pm host=A chair=B"},
        {"{\"activity\": \"meet\", \"term\": \"2026A\", \"week\": 2, \"day\": \"周一\", "
         "\"host_school_id\": \"A\", \"chair_school_id\": \"B\"}",
         "meet G 2026-09-07 pm host=A chair=B"},
        {"{\"activity\": \"meet\", \"date\": \"2026-10-10\", \"term\": \"2026A\", \"week\": 6, \"day\": "
         "\"Sat\", \"host_school_id\": \"A\", \"chair_school_id\": \"B\"}",
         "meet G 2026-10-10 pm host=A chair=B"},
        {"{\"activity\": \"visit\", \"date\": \"2026-09-07\", \"session\": \"am\", "
         "\"host_school_id\": \"B\"}",
         "visit L>B 2026-09-07 am"},
        {"{\"activity\": \"visit\", \"date\": \"2026-09-07\", \"session\": \"am\", "
         "\"participants\": [\"B\", \"L\"]}",
         "visit L>B 2026-09-07 am"},
        {"{\"activity\": \"watch\", \"date\": \"2026-09-07\", \"period\": 5}",
         "watch M>N 2026-09-07 pm period=5"},
        {"{\"activity\": \"away\", \"date\": \"2026-09-07\", \"teacher_id\": \"N\"}", "away N 2026-09-07 *"},
        {"{\"activity\": \"sync\", \"date\": \"2026-09-07\", \"session\": \"am\", \"subject\": \"y\", "
         "\"participants\": [\"L\", \"A\"]}",
         "sync L>A/y 2026-09-07 am"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct tiny t;
        struct zj_plan plan;
        struct zj_diag d;
        struct zj_verdict v;

        if (read(&t, cases[i].json, &plan, &d) != ZJ_OK)
            fail_msg("%s: %s", cases[i].json, d.problem[0].text);
        struct zj_calendar meant = tiny_calendar(&t, cases[i].meant);
        assert_int_equal(plan.calendar.n, 1);
        if (memcmp(plan.calendar.v, meant.v, sizeof *meant.v) != 0)
            fail_msg("%s is not %s", cases[i].json, cases[i].meant);
        assert_int_equal(plan.status, ZJ_PLAN_FEASIBLE);
        assert_int_equal(plan.n_tiers, 0);
        assert_int_equal(zj_verify_plan(&t.in, &t.pol, &plan, NULL, &v, &d), ZJ_OK);
        zj_verdict_release(&v);
        zj_calendar_release(&meant);
        release(&t, &plan, &d);
    }
}

static void wrong_occurrences_are_refused_at_their_place(void **state)
{
#define ON "\"date\": \"2026-09-07\", "
    static const struct {
        const char *json, *field, *text;
    } wrong[] = {
        {"{\"activity\": \"talk\", " ON "\"session\": \"am\"}", "assignments[0].activity",
         "the instance has no 'talk'"},
        {"{\"activity\": \"x\", " ON "\"session\": \"am\"}", "assignments[0].activity",
         "the policy has no activity 'x'"},
        {"{\"activity\": \"meet\"}", "assignments[0]", "the member 'date' is missing"},
        {"{\"activity\": \"meet\", \"date\": \"2029-09-07\"}", "assignments[0].date",
         "the day lies outside the terms and vacations of the instance"},
        {"{\"activity\": \"meet\", \"term\": \"2026A\", \"day\": \"Mon\"}", "assignments[0]",
         "the member 'week' is missing"},
        {"{\"activity\": \"meet\", \"term\": \"2026A\", \"week\": 1, \"day\": \"Mon\"}",
         "assignments[0].week", "the term '2026A' has no such day in week 1"},
        {"{\"activity\": \"meet\", " ON "\"term\": \"2026A\", \"week\": 2, \"day\": \"Tue\"}",
         "assignments[0].date", "date and term, week, day name two different days"},
        {"{\"activity\": \"meet\", " ON "\"session\": \"noon\"}", "assignments[0].session",
         "the instance has no 'noon'"},
        {"{\"activity\": \"visit\", " ON "\"host_school_id\": \"A\"}", "assignments[0]",
         "the member 'session' is missing"},
        {"{\"activity\": \"visit\", " ON "\"session\": \"am\"}", "assignments[0]",
         "2 could hold the activity 'visit'; say more, with \"participants\" for instance"},
        {"{\"activity\": \"visit\", " ON "\"session\": \"am\", \"participants\": [\"A\", \"B\"]}",
         "assignments[0]", "nobody by this description holds the activity 'visit'"},
        {"{\"activity\": \"visit\", " ON "\"session\": \"am\", \"participants\": [\"A\", \"Z\"]}",
         "assignments[0].participants[1]", "the instance has no 'Z'"},
        {"{\"activity\": \"watch\", " ON "\"period\": 9}", "assignments[0].period",
         "period 9 is not in the week of the instance"},
        {"{\"activity\": \"meet\", " ON "\"place\": \"A\"}", "assignments[0].place",
         "unknown member 'place'; the nearest known name is 'date'"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        struct tiny t;
        struct zj_plan plan;
        struct zj_diag d;

        assert_int_equal(read(&t, wrong[i].json, &plan, &d), ZJ_EDATA);
        if (strcmp(d.problem[0].field, wrong[i].field) != 0 || strcmp(d.problem[0].text, wrong[i].text) != 0)
            fail_msg("%s: %s: %s", wrong[i].json, d.problem[0].field, d.problem[0].text);
        release(&t, &plan, &d);
    }
}

static void each_day_is_of_its_kind(void **state)
{
    static const struct {
        const char *date;
        int term, week, weekday, follows;
        enum zj_day_kind kind;
    } days[] = {
        {"2026-09-01", 0, 1, 1, 1, ZJ_SCHOOL_DAY},  {"2026-09-05", 0, 1, 5, -1, ZJ_WEEKEND},
        {"2026-09-07", 0, 2, 0, 0, ZJ_SCHOOL_DAY},  {"2026-10-01", 0, 5, 3, -1, ZJ_HOLIDAY},
        {"2026-10-03", 0, 5, 5, -1, ZJ_HOLIDAY},    {"2026-10-10", 0, 6, 5, 2, ZJ_MAKEUP},
        {"2027-01-20", 0, 21, 2, 2, ZJ_SCHOOL_DAY}, {"2027-01-21", 0, 21, 3, -1, ZJ_VACATION},
        {"2027-02-19", 0, 25, 4, -1, ZJ_VACATION},  {"2027-02-20", 1, 1, 5, -1, ZJ_WEEKEND},
        {"2027-07-06", 1, 21, 1, -1, ZJ_VACATION},  {"2027-08-31", 1, 29, 1, -1, ZJ_VACATION},
    };
    struct tiny t;

    (void)state;
    tiny_build(&t, county);
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        int k = zj_find_date(&t.in, tiny_date(days[i].date));
        const struct zj_date *d = &t.in.date[k];

        if (k < 0 || d->term != days[i].term || d->week != days[i].week || d->weekday != days[i].weekday ||
            d->follows != days[i].follows || d->kind != days[i].kind)
            fail_msg("%s: term %d, week %d, weekday %d, follows %d, kind %d", days[i].date, d->term, d->week,
                     d->weekday, d->follows, (int)d->kind);
        assert_int_equal(zj_find_week_day(&t.in, d->term, d->week, d->weekday), k);
    }
    assert_int_equal(zj_find_date(&t.in, tiny_date("2026-08-31")), -1);
    assert_int_equal(zj_find_date(&t.in, tiny_date("2027-09-01")), -1);
    assert_int_equal(zj_find_week_day(&t.in, 0, 1, 0), -1);
    assert_int_equal(zj_term_weeks(&t.in, 0), 21);
    for (int i = 1; i < t.in.n_dates; i++)
        assert_int_equal(t.in.date[i].date, t.in.date[i - 1].date + 1);
    tiny_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_comes_back),
        cmocka_unit_test(one_made_by_hand_needs_little),
        cmocka_unit_test(wrong_occurrences_are_refused_at_their_place),
        cmocka_unit_test(each_day_is_of_its_kind),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
