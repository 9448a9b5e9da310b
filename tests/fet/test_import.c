/*
 * test_import.c - the small school becomes the instance in tests/fet/expected, its timetables plans.
 */
#include "solver/base/i18n.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"
#include "tests/support/school.h"

#include <stdlib.h>
#include <string.h>

static void every_file_is_as_expected(void **state)
{
    struct fet_instance x;
    char *text = school_text(NULL, NULL), *said = school_import(text, NULL, &x);

    (void)state;
    assert_string_equal(said, "");
    assert_int_equal(x.n_schools, 2);
    assert_int_equal(x.n_teachers, 3);
    assert_int_equal(x.n_classes, 3);
    assert_int_equal(x.n_lessons, 14);
    assert_int_equal(x.n_files, count_files("tests/fet/expected", "") - 2); /* . and .. */
    for (int i = 0; i < x.n_files; i++) {
        char path[128];
        snprintf(path, sizeof path, "tests/fet/expected/%s", x.file[i].name);
        char *expected = slurp(path);
        if (!expected || strcmp(expected, x.file[i].bytes) != 0)
            fail_msg("%s differs; it is:\n%s", path, x.file[i].bytes);
        assert_int_equal(x.file[i].n, strlen(expected));
        free(expected);
    }
    fet_instance_release(&x);
    free(said);
    free(text);
}

/* A change of the school, and what a file of the instance has then. */
static const struct {
    const char *why, *old, *put, *file, *has;
} changes[] = {
    {"names that are no words get a number", "<Name>1A</Name>", "<Name>1;A</Name>", "demand.csv", "C001"},
    {"a gap of two hours takes two", "<Min_Gaps_Between_Building_Changes>1<",
     "<Min_Gaps_Between_Building_Changes>2<", "policy.json", "\"settle_minutes\": 100"},
    {"what every teacher needs is the way", "<Teacher>Ann</Teacher>\n<Min_Gaps",
     "<Teacher></Teacher>\n<Min_Gaps", "travel.csv", "B001,B002,50,0\n"},
    {"no weight of 100: a soft rule", "<Weight_Percentage>100</Weight_Percentage>\n<Maximum_Hours_Daily>",
     "<Weight_Percentage>99.5</Weight_Percentage>\n<Maximum_Hours_Daily>", "policy.json",
     "\"hard\": false,\n      \"weight\": 100,"},
    {"two lessons a day are no limit on days", "<MinDays>2</MinDays>", "<MinDays>1</MinDays>", "policy.json",
     "\"max_day\": 1,\n      \"subjects\": [\n        \"Maths\"\n"},
    {"room for both classes needs no rule", "<Room>Gym</Room>",
     "<Preferred_Room>Gym</Preferred_Room><Preferred_Room>G2</Preferred_Room>", "policy.json",
     "\"rule\": \"sync_class\""},
};

static char *changed(const char *old, const char *put)
{
    char *text = school_text(old, put);

    if (strstr(put, "G2")) /* a room that is not there yet */
        text = school_change(text, "</Rooms_List>",
                             "<Room><Name>G2</Name><Building>East</Building></Room></Rooms_List>");
    while (strstr(text, "<Students>1A</Students>") && strstr(put, "1;A"))
        text = school_change(text, "<Students>1A</Students>", "<Students>1;A</Students>");
    return text;
}

static void changes_are_seen(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof changes / sizeof changes[0]; i++) {
        struct fet_instance x;
        char *text = changed(changes[i].old, changes[i].put);
        char *said = school_import(text, NULL, &x);
        const char *file = school_file(&x, changes[i].file);
        if (*said || !contains(file, changes[i].has))
            fail_msg("%s: %s%s", changes[i].why, said, file);
        if (strstr(changes[i].put, "G2"))
            assert_false(contains(file, "\"room\""));
        fet_instance_release(&x);
        free(said);
        free(text);
    }
}

/* A timetable of the school with one change, and what is printed. */
static const struct {
    const char *why, *old, *put, *error;
} timetables[] = {
    {"as it is", "<Id>1</Id>", "<Id>1</Id>", ""},
    {"not placed", "<Id>1</Id>\n\t<Day>Mon</Day>\n\t<Hour>11:00</Hour>", "<Id>1</Id><Day/><Hour/>", ""},
    {"another file", "Activities_Timetable", "Teachers_Timetable",
     "t.xml:2:1 (Teachers_Timetable): the file's element is 'Teachers_Timetable'"},
    {"an unknown activity", "<Id>13</Id>", "<Id>99</Id>", "there is no activity with the id 99"},
    {"an activity that is not active", "<Id>13</Id>", "<Id>14</Id>",
     "the activity 14 is not active, or does not end"},
    {"an activity twice", "<Id>13</Id>", "<Id>12</Id>", "the activity 12 stands twice"},
    {"an unknown day", "<Day>Mon</Day>", "<Day>Sun</Day>", "'Sun' does not stand in the file's lists"},
    {"an unknown hour", "<Hour>11:00</Hour>", "<Hour>25:00</Hour>",
     "'25:00' does not stand in the file's lists"},
    {"no hour", "<Hour>11:00</Hour>", "", "the element 'Hour' is missing"},
};

static void timetables_are_checked(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof timetables / sizeof timetables[0]; i++) {
        struct zj_lessons lessons = {0};
        char *text =
            school_change(slurp("tests/fet/school_activities.xml"), timetables[i].old, timetables[i].put);
        if (strstr(timetables[i].put, "Teachers_"))
            text = school_change(text, "</Activities_", "</Teachers_");
        char *said = school_timetable(text, &lessons);
        if (*timetables[i].error ? !contains(said, timetables[i].error) : *said)
            fail_msg("%s: %s", timetables[i].why, said);
        if (!*timetables[i].error)
            assert_int_equal(lessons.n, i == 0 ? 14 : 13);
        zj_lessons_release(&lessons);
        free(said);
        free(text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_file_is_as_expected),
        cmocka_unit_test(changes_are_seen),
        cmocka_unit_test(timetables_are_checked),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, school_close);
}
