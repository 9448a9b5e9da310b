/*
 * test_refusals.c - what a FET file says wrongly, and what no instance can say, is told by name and place.
 *
 * The cases stand in wrong.txt and refused.txt.
 */
#include "solver/base/i18n.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"
#include "tests/support/school.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A case of the files, while its lines are read. */
struct trial {
    const char *why, *old;
    char *text;          /* the school, changed so far */
    char expected[4096]; /* what is to be printed */
};

/* "\n" in the files is a new line. */
static void unfold(char *line)
{
    for (char *at; (at = strstr(line, "\\n"));) {
        *at = '\n';
        memmove(at + 1, at + 2, strlen(at + 2) + 1);
    }
}

static void finish(struct trial *t)
{
    if (!t->why)
        return;
    if (t->old)
        t->text = school_change(t->text, t->old, "");
    char *said = school_import(t->text, NULL, NULL);
    if (strcmp(said, t->expected) != 0)
        fail_msg("%s: found:\n%sexpected:\n%s", t->why, said, t->expected);
    free(said);
    free(t->text);
    *t = (struct trial){0};
}

static void read_line(struct trial *t, char *line)
{
    char *rest = line + 2;

    if (line[0] == '=') {
        finish(t);
        t->why = rest;
        t->text = school_text(NULL, NULL);
        return;
    }
    if (line[0] == '!') {
        strncat(t->expected, rest, sizeof t->expected - strlen(t->expected) - 2);
        strcat(t->expected, "\n");
        return;
    }
    unfold(rest);
    if (t->old)
        t->text = school_change(t->text, t->old, line[0] == '+' ? rest : "");
    t->old = line[0] == '-' ? rest : NULL;
}

static void run_cases(const char *path, int least)
{
    char *text = slurp(path), *left = text;
    struct trial t = {0};
    int n = 0;

    assert_non_null(text);
    for (char *line; (line = strsep(&left, "\n"));) {
        if (!*line || *line == '#')
            continue;
        n += *line == '=';
        read_line(&t, line);
    }
    finish(&t);
    free(text);
    assert_in_range(n, least, 1000);
}

static void wrong_files_are_located(void **state)
{
    (void)state;
    run_cases("tests/fet/wrong.txt", 24);
}

static void what_cannot_be_expressed_is_named(void **state)
{
    (void)state;
    run_cases("tests/fet/refused.txt", 28);
}

static void other_xml_is_not_fet(void **state)
{
    (void)state;
    char *said = school_import("<html/>", NULL, NULL);
    assert_string_equal(said, "school.fet:1:1 (html): the file's element is 'html'; expected 'fet'\n");
    free(said);
    said = school_import("<fet/>", NULL, NULL);
    assert_int_equal(count_lines(said), 8);
    assert_true(contains(said, "school.fet:1:1 (fet): the element 'Space_Constraints_List' is missing\n"));
    free(said);
}

#define RULELESS                                                                                             \
    "<ConstraintTeachersMinHoursDaily><Weight_Percentage>100</Weight_Percentage>"                            \
    "</ConstraintTeachersMinHoursDaily>"
#define SIDE_BY_SIDE "<Consecutive_If_Same_Day>false</Consecutive_If_Same_Day>"

/* What is ignored is left out, and said so in the instance. */
static void ignored_constraints_are_left_out(void **state)
{
    struct fet_instance x;

    (void)state;
    char *text = school_text("</Time_Constraints_List>", RULELESS RULELESS "</Time_Constraints_List>");
    text = school_change(text, SIDE_BY_SIDE, "<Consecutive_If_Same_Day>true</Consecutive_If_Same_Day>");
    char *said = school_import(text, "ConstraintTeachersMinHoursDaily", NULL);
    assert_true(contains(said, "Consecutive_If_Same_Day"));
    assert_false(contains(said, "ConstraintTeachersMinHoursDaily"));
    free(said);
    said = school_import(text, "Consecutive_If_Same_Day,Other,ConstraintTeachersMinHoursDaily", &x);
    assert_string_equal(said, "");
    assert_true(contains(school_file(&x, "instance.json"),
                         "left out: Consecutive_If_Same_Day (1), ConstraintTeachersMinHoursDaily (2)\""));
    fet_instance_release(&x);
    free(said);
    free(text);
}

/* A constraint that is not active, or has no weight, or speaks only of activities that are not active. */
static void inactive_constraints_say_nothing(void **state)
{
    static const char *const silent[] = {
        "<ConstraintX><Weight_Percentage>100</Weight_Percentage><Active>false</Active></ConstraintX>",
        "<ConstraintX><Weight_Percentage>0</Weight_Percentage></ConstraintX>",
        "<ConstraintMinDaysBetweenActivities><Weight_Percentage>100</Weight_Percentage>"
        "<Activity_Id>1</Activity_Id><Activity_Id>14</Activity_Id><MinDays>1</MinDays>"
        "</ConstraintMinDaysBetweenActivities>",
    };

    (void)state;
    for (size_t i = 0; i < sizeof silent / sizeof silent[0]; i++) {
        char put[512];
        snprintf(put, sizeof put, "%s</Time_Constraints_List>", silent[i]);
        char *text = school_text("</Time_Constraints_List>", put), *said = school_import(text, NULL, NULL);
        assert_string_equal(said, "");
        free(said);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_files_are_located),
        cmocka_unit_test(what_cannot_be_expressed_is_named),
        cmocka_unit_test(other_xml_is_not_fet),
        cmocka_unit_test(ignored_constraints_are_left_out),
        cmocka_unit_test(inactive_constraints_say_nothing),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
