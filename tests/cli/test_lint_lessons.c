/*
 * test_lint_lessons.c - what `lint` says of lessons that no timetable can hold, with its place; exit 65
 * where a hard rule asks for them.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Three periods on Monday; T0001 of S001 teaches English, two periods; S002 must get all of its own. */
#define BASE "instances/tiny-tt-need"

#define DEMAND  "school_id,subject,periods_per_week,class_id,grade,max_per_day,teacher_id\n"
#define TEACHER "teacher_id,name,sex,birth_date,school_id,subjects,max_week,max_day\n"

/* One file of the instance is replaced, and lint says exactly this. */
static const struct {
    const char *file, *text, *expected;
    int code;
} cases[] = {
    {"demand.csv", DEMAND "S001,英语,2,S001-3-1,3,,\nS002,英语,2,S002-3-1,3,,\n", "", 0},
    {"demand.csv", DEMAND "S001,英语,4,S001-3-1,3,,\n",
     "demand.csv:2: S001-3-1/英语: 4 lessons a week, but max_per_day, busy periods and hard rules 'avoid' "
     "leave "
     "room for 3\n",
     0},
    {"demand.csv", DEMAND "S002,英语,2,S002-3-1,3,1,\n",
     "demand.csv:2: S002-3-1/英语: 2 lessons a week, but max_per_day, busy periods and hard rules 'avoid' "
     "leave "
     "room for 1\n",
     65},
    {"busy.csv", "who,id,day,period\nschool,S002,Mon,1-2\n",
     "demand.csv:3: S002-3-1/英语: 2 lessons a week, but max_per_day, busy periods and hard rules 'avoid' "
     "leave "
     "room for 1\n",
     65},
    {"demand.csv", DEMAND "S001,英语,2,S001-3-1,3,,\nS001,美术,2,S001-3-1,3,,T0001\n",
     "demand.csv:2: class S001-3-1: 4 lessons a week in all, but only 3 periods are open\n", 0},
    {"demand.csv", DEMAND "S002,音乐,1,S002-3-1,3,,\nS002,音乐,1,S002-3-2,3,,\n",
     "demand.csv:2: S002/音乐: nobody may teach the subject there: no teacher of it is at home in the "
     "community "
     "(rule 'scope')\n",
     0},
    {"schools.csv",
     "school_id,name,stage,community_id,role,kind\nS001,甲小学,primary,G1,lead,city\n"
     "S002,乙小学,primary,G2,lead,village\n",
     "demand.csv:3: S002/英语: nobody may teach the subject there: no teacher of it is at home in the "
     "community "
     "(rule 'scope')\n",
     65},
    {"travel.csv", "from,to,minutes,metres\n",
     "schools.csv:2: S001: no way is known to any other school of its community\n"
     "schools.csv:3: S002: no way is known to any other school of its community\n"
     "demand.csv:3: S002/英语: no teacher of the subject can come there: no way is in travel.csv, or hard "
     "rules "
     "'travel_limit' forbid it\n",
     65},
    {"demand.csv", DEMAND "S001,美术,3,S001-3-1,3,,T0001\n",
     "teachers.csv:2: teacher T0001: demand.csv gives 3 lessons a week, but max_week or a hard rule 'load' "
     "allows 2\n",
     0},
};

static void lint_names_what_fits_nowhere(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        char name[32], file[64];
        struct program p;
        snprintf(name, sizeof name, "lint%zu", i);
        const char *folder = scratch_copy(BASE, name);
        snprintf(file, sizeof file, "%s/%s", name, cases[i].file);
        scratch_write(file, cases[i].text);
        program_run(&p, "lint", folder, NULL);
        if (p.code != cases[i].code || strcmp(p.out, cases[i].expected) != 0)
            fail_msg("case %zu: exit %d, printed:\n%s%s", i, p.code, p.out, p.err);
        program_release(&p);
    }
}

/* With travel limits: a hop that is too long counts, except from home where the rule leaves that out. */
static void a_limit_bars_the_way(void **state)
{
    static const char *const limits[] = {"\"max_leg_minutes\": 19", "\"max_leg_metres\": 9999",
                                         "\"max_leg_minutes\": 19, \"from_home\": false",
                                         "\"max_leg_minutes\": 19, \"hard\": false",
                                         "\"max_leg_minutes\": 20"};

    (void)state;
    for (size_t i = 0; i < sizeof limits / sizeof limits[0]; i++) {
        char policy[512], name[32], file[64];
        struct program p;
        snprintf(policy, sizeof policy,
                 "{\"format\": \"zoujiao-policy/1\", \"defaults\": {\"max_week\": 16, \"max_day\": 4}, "
                 "\"rules\": [{\"rule\": \"travel_limit\", %s}]}\n",
                 limits[i]);
        snprintf(name, sizeof name, "limit%zu", i);
        const char *folder = scratch_copy(BASE, name);
        snprintf(file, sizeof file, "%s/policy.json", name);
        scratch_write(file, policy);
        program_run(&p, "lint", folder, NULL);
        assert_int_equal(p.code, 0);
        assert_int_equal(contains(p.out, "S002/英语: no teacher of the subject can come there"), i < 2);
        program_release(&p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lint_names_what_fits_nowhere),
        cmocka_unit_test(a_limit_bars_the_way),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
