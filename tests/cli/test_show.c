/*
 * test_show.c - the grids of `show`: every lesson and way at its place, columns straight though characters
 * are wide.
 */
#include "solver/report/table.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdlib.h>
#include <string.h>

#define BASE "tests/parse/base"

static const char plan[] =
    "{\"format\": \"zoujiao-plan/1\", \"model\": \"timetable\", \"term\": \"2026A\", \"status\": "
    "\"feasible\",\n"
    " \"objective\": [], \"assignments\": [\n"
    " {\"teacher_id\": \"T001\", \"school_id\": \"S001\", \"class_id\": \"S001-3-1\", \"subject\": \"音乐\", "
    "\"day\": \"Mon\", \"period\": 1},\n"
    " {\"teacher_id\": \"T001\", \"school_id\": \"S002\", \"class_id\": \"二1班\", \"subject\": \"音乐\", "
    "\"day\": \"Mon\", \"period\": 2},\n"
    " {\"teacher_id\": \"T001\", \"school_id\": \"S001\", \"class_id\": \"S001-3-1\", \"subject\": \"音乐\", "
    "\"day\": \"Mon\", \"period\": 4},\n"
    " {\"teacher_id\": \"T001\", \"school_id\": \"S002\", \"class_id\": \"二1班\", \"subject\": \"美术\", "
    "\"day\": \"Thu\", \"period\": 1},\n"
    " {\"teacher_id\": \"T002\", \"school_id\": \"S001\", \"class_id\": \"S001-3-2\", \"subject\": \"音乐\", "
    "\"day\": \"Mon\", \"period\": 1}],\n"
    " \"unmet\": [{\"school_id\": \"S001\", \"class_id\": \"S001-3-1\", \"subject\": \"美术\", \"periods\": "
    "2, "
    "\"because\": \"no_time\"}]}\n";

static const char postings[] =
    "{\"format\": \"zoujiao-plan/1\", \"model\": \"secondment\", \"status\": \"feasible\", \"objective\": "
    "[],\n"
    " \"assignments\": [{\"teacher_id\": \"T001\", \"kind\": \"support_post\", \"from_school_id\": "
    "\"S001\",\n"
    "   \"to_school_id\": \"S002\", \"start_term\": \"2026B\", \"terms\": 1, \"subject\": \"美术\"}], "
    "\"unmet\": []}\n";

/* What is shown in English. */
static const struct {
    const char *file, *option, *id, *expected;
} cases[] = {
    {"week.json", "--teacher", "T001",
     "teacher T001, at home at S001 城东小学\n"
     "  period          Mon              Tue  Wed  Thu              Fri\n"
     "                                             → S002 河湾小学\n"
     "                                             08:10-08:25\n"
     " am\n"
     "  1  08:20-09:00  音乐 S001-3-1              美术 二1班\n"
     "                                             @ S002 河湾小学\n"
     "                                             08:30-09:10\n"
     "                  → S002 河湾小学            → S001 城东小学\n"
     "                  09:00-09:15                09:10-09:28\n"
     "  2  09:10-09:50  音乐 二1班\n"
     "                  @ S002 河湾小学\n"
     "                  09:20-10:00\n"
     "                  → S001 城东小学\n"
     "                  10:00-10:18\n"
     "  3  10:20-11:00                                              not free\n"
     " pm\n"
     "  4  14:30-15:10  音乐 S001-3-1                               not free\n"
     "a week: 4 lessons, 66 minutes and 28.8 km on the way\n"},
    {"week.json", "--school", "S002",
     "school S002 河湾小学, 2 lessons a week\n"
     "  period          Mon                Tue  Wed  Thu                Fri\n"
     "                                               08:25 T001 ← S001\n"
     " am\n"
     "  1  08:30-09:10                               二1班 美术 T001\n"
     "                  09:15 T001 ← S001            09:10 T001 → S001\n"
     "  2  09:20-10:00  二1班 音乐 T001\n"
     "                  10:00 T001 → S001\n"},
    {"week.json", "--school", "S001",
     "school S001 城东小学, 3 lessons a week\n"
     "  period          Mon                 Tue  Wed  Thu                Fri\n"
     "                                                08:10 T001 → S002\n"
     " am\n"
     "  1  08:20-09:00  S001-3-1 音乐 T001\n"
     "                  S001-3-2 音乐 T002\n"
     "                  09:00 T001 → S002\n"
     "  2  09:10-09:50\n"
     "                  10:18 T001 ← S002             09:28 T001 ← S002\n"
     "  3  10:20-11:00\n"
     " pm\n"
     "  4  14:30-15:10  S001-3-1 音乐 T001\n"
     "missing: S001-3-1 美术, 2 lessons: no common time\n"},
    {"week.json", "--class", "二1班",
     "class 二1班 of S002 河湾小学, 2 lessons a week\n"
     "  period          Mon        Tue  Wed  Thu        Fri\n"
     " am\n"
     "  1  08:30-09:10                       美术 T001\n"
     "  2  09:20-10:00  音乐 T001\n"},
    {"terms.json", "--teacher", "T001",
     "teacher T001, at home at S001 城东小学\n"
     "  term   works at       kind          subject\n"
     "  2026A  S001 城东小学                         at home\n"
     "  2026B  S002 河湾小学  support_post  美术     posted by this plan\n"},
    {"terms.json", "--school", "S002",
     "school S002 河湾小学\n"
     "              school         teacher  kind          subject\n"
     " 2026A\n"
     " 2026B\n"
     "  comes from  S001 城东小学  T001     support_post  美术\n"},
};

static int write_plans(void **state)
{
    (void)state;
    scratch_write("week.json", plan);
    scratch_write("terms.json", postings);
    return 0;
}

static void grids_are_as_by_hand(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct program p;
        program_run(&p, "show", BASE, scratch_path(cases[i].file), cases[i].option, cases[i].id, "--quiet",
                    "--lang", "en", NULL);
        if (p.code != 0 || strcmp(p.out, cases[i].expected) != 0)
            fail_msg("%s %s: exit %d, printed:\n%s%s", cases[i].option, cases[i].id, p.code, p.out, p.err);
        assert_string_equal(p.err, "");
        program_release(&p);
    }
}

/* Columns that the text takes before `part`; -1 when it is not in the line. */
static int column_of(const char *line, const char *part)
{
    char *before = strdup(line), *at = strstr(before, part);
    int width = -1;

    if (at) {
        *at = '\0';
        width = rep_width(before);
    }
    free(before);
    return width;
}

/* The titles are two or four columns wide then, and what stands below them still begins where they do. */
static void columns_are_straight_in_chinese(void **state)
{
    struct program p;
    int monday = -1, thursday = -1, found = 0;

    (void)state;
    program_run(&p, "show", BASE, scratch_path("week.json"), "--teacher", "T001", "--quiet", "--lang", "zh",
                NULL);
    assert_int_equal(p.code, 0);
    for (char *line = strtok(p.out, "\n"); line; line = strtok(NULL, "\n")) {
        if (column_of(line, "周一") >= 0) {
            monday = column_of(line, "周一");
            thursday = column_of(line, "周四");
        }
        if (strstr(line, "音乐 S001-3-1") && strstr(line, "美术 二1班")) {
            assert_int_equal(column_of(line, "音乐 S001-3-1"), monday);
            assert_int_equal(column_of(line, "美术 二1班"), thursday);
            found++;
        }
    }
    assert_int_equal(found, 1);
    program_release(&p);
}

static void what_cannot_be_shown_is_refused(void **state)
{
    const char *week = scratch_path("week.json"), *terms = scratch_path("terms.json");

    (void)state;
    program_expect(64, "show", BASE, week, NULL);
    program_expect(64, "show", BASE, week, "--teacher", "T001", "--class", "二1班", NULL);
    program_expect(64, "show", BASE, week, "--teacher", "T009", NULL);
    program_expect(64, "show", BASE, week, "--school", "S009", NULL);
    program_expect(64, "show", BASE, week, "--class", "音乐", NULL);
    program_expect(64, "show", BASE, terms, "--class", "二1班", NULL);
    program_expect(66, "show", BASE, scratch_path("none.json"), "--teacher", "T001", NULL);
    program_expect(66, "show", BASE, week, "--secondment", scratch_path("none.json"), "--teacher", "T001",
                   NULL);
    program_expect(65, "show", BASE, week, "--secondment", week, "--teacher", "T001", NULL);
}

/* With the plan of secondments the teacher is at home at the host in its term. */
static void the_staff_is_that_of_the_term(void **state)
{
    struct program p;
    char *later = strdup(plan);

    (void)state;
    memcpy(strstr(later, "2026A"), "2026B", 5);
    scratch_write("later.json", later);
    free(later);
    program_run(&p, "show", BASE, scratch_path("later.json"), "--secondment", scratch_path("terms.json"),
                "--teacher", "T001", "--quiet", "--lang", "en", NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, "teacher T001, at home at S002 河湾小学\n"));
    program_release(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grids_are_as_by_hand),
        cmocka_unit_test(columns_are_straight_in_chinese),
        cmocka_unit_test(what_cannot_be_shown_is_refused),
        cmocka_unit_test(the_staff_is_that_of_the_term),
    };

    return cmocka_run_group_tests(tests, write_plans, scratch_teardown);
}
