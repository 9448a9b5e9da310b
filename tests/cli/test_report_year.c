/*
 * test_report_year.c - the folder that `plan` wrote as the input of `report`: a file of each plan in every
 * output, and calendars for phones that hold what those of the single plans hold.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNTY "instances/county-plan-year"

static const char *const parts[] = {"pairing", "secondment", "timetable-2026A", "timetable-2026B",
                                    "calendar"};
enum { N_PARTS = sizeof parts / sizeof parts[0] };

static char year[200];

static int plan_a_year(void **state)
{
    struct program p;

    (void)state;
    snprintf(year, sizeof year, "%s", scratch_path("year"));
    program_run(&p, "plan", COUNTY, "-q", "-o", year, NULL);
    assert_true(p.code <= 1); /* whether all is proved is not of interest */
    program_release(&p);
    return 0;
}

static void each_plan_has_its_file(void **state)
{
    char path[200];

    (void)state;
    program_expect(0, "report", COUNTY, year, "--html", scratch_path("html"), "--xlsx", scratch_path("xlsx"),
                   "--csv", scratch_path("csv"), "--notice", scratch_path("notice"), "-q", NULL);
    for (int i = 0; i < N_PARTS; i++) {
        snprintf(path, sizeof path, "html/%s.html", parts[i]);
        char *page = slurp(scratch_path(path));
        assert_non_null(page);
        free(page);
        snprintf(path, sizeof path, "csv/%s/overview.csv", parts[i]);
        char *table = slurp(scratch_path(path));
        assert_non_null(table);
        free(table);
    }
    assert_int_equal(count_files(scratch_path("xlsx"), ""), N_PARTS + 2); /* . and .. */
    assert_int_equal(count_files(scratch_path("notice"), ""),
                     3 + 2); /* of those who are posted, who travel */
    char *notice = slurp(scratch_path("notice/secondment.html"));
    assert_non_null(notice);
    free(notice);
}

/* Events in a calendar; 0 when there is no such file. */
static int n_events(const char *folder, const char *file)
{
    char path[200];

    snprintf(path, sizeof path, "%s/%s.ics", folder, file);
    char *text = slurp(scratch_path(path));
    if (!text)
        return 0;
    icalcomponent *all = icalparser_parse_string(text);
    assert_non_null(all);
    assert_int_equal(icalcomponent_count_errors(all), 0);
    const int n = icalcomponent_count_components(all, ICAL_VEVENT_COMPONENT);
    icalcomponent_free(all);
    free(text);
    return n;
}

/* The same of each plan alone, with those that it was made beside. */
static void write_single_calendars(void)
{
    char plan[220], secondment[220], timetables[500];

    snprintf(secondment, sizeof secondment, "%s/secondment.json", year);
    snprintf(timetables, sizeof timetables, "%s/timetable-2026A.json,%s/timetable-2026B.json", year, year);
    for (int i = 1; i < N_PARTS; i++) {
        const bool lessons = strncmp(parts[i], "timetable", 9) == 0, days = strcmp(parts[i], "calendar") == 0;
        snprintf(plan, sizeof plan, "%s/%s.json", year, parts[i]);
        program_expect(0, "report", COUNTY, plan, "--ics", scratch_path(parts[i]), "-q",
                       lessons ? "--secondment"
                       : days  ? "--timetable"
                               : NULL,
                       lessons ? secondment : timetables, NULL);
    }
}

static void a_teacher_has_one_calendar_of_the_year(void **state)
{
    int together = 0, sums[N_PARTS] = {0};

    (void)state;
    program_expect(0, "report", COUNTY, year, "--ics", scratch_path("ics"), "-q", NULL);
    write_single_calendars();
    for (int t = 1; t <= 40; t++) {
        char id[16], of_year[32];
        int sum = 0;
        snprintf(id, sizeof id, "T%04d", t);
        snprintf(of_year, sizeof of_year, "teacher-%s", id);
        for (int i = 1; i < N_PARTS; i++) {
            const int n = n_events(parts[i], i == N_PARTS - 1 ? of_year : id);
            sums[i] += n;
            sum += n;
        }
        assert_int_equal(n_events("ics", of_year), sum);
        together += sum;
    }
    assert_true(together > 0);
    for (int i = 1; i < N_PARTS; i++)
        if (sums[i] == 0)
            fail_msg("no teacher has anything of %s", parts[i]);
}

static void other_folders_are_refused(void **state)
{
    (void)state;
    program_expect(66, "report", COUNTY, scratch(), "--html", scratch_path("none"), NULL);
    program_expect(64, "report", COUNTY, year, NULL);
    program_expect(65, "report", "instances/tiny-quota", year, "--html", scratch_path("none"), NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_plan_has_its_file),
        cmocka_unit_test(a_teacher_has_one_calendar_of_the_year),
        cmocka_unit_test(other_folders_are_refused),
    };

    return cmocka_run_group_tests(tests, plan_a_year, scratch_teardown);
}
