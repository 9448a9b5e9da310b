/*
 * test_plan.c - `plan`: a folder that is whole or not there, whose files are what its manifest says.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"
#include "tests/support/rng.h"

#include <jansson.h>
#include <sha256.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define STAFFED "instances/tiny-tt-secondment"
#define LARGE   "instances/yangcheng-2020"

/* "<folder>/<name>" in the scratch folder. */
static const char *in_folder(const char *folder, const char *name)
{
    static char path[256];

    snprintf(path, sizeof path, "%s/%s", folder, name);
    return scratch_path(path);
}

static json_t *read_manifest(const char *folder)
{
    json_t *all = json_load_file(in_folder(folder, "manifest.json"), JSON_REJECT_DUPLICATES, NULL);

    assert_non_null(all);
    return all;
}

/* The member of the part of this name. */
static const char *part_text(const json_t *all, const char *part, const char *member)
{
    json_t *one;
    size_t i;

    json_array_foreach(json_object_get(all, "parts"), i, one)
    {
        if (strcmp(json_string_value(json_object_get(one, "part")), part) == 0)
            return json_string_value(json_object_get(one, member));
    }
    fail_msg("no part %s", part);
    return NULL;
}

/* Every file is there with its bytes, and nothing else is. */
static void check_folder(const char *folder)
{
    json_t *all = read_manifest(folder), *file;
    size_t i;

    json_array_foreach(json_object_get(all, "files"), i, file)
    {
        char hex[SHA256_DIGEST_STRING_LENGTH];
        const char *path = in_folder(folder, json_string_value(json_object_get(file, "name")));
        assert_non_null(SHA256File(path, hex));
        assert_string_equal(hex, json_string_value(json_object_get(file, "sha256")));
    }
    assert_int_equal(count_files(scratch_path(folder), ""), (int)i + 1 + 2); /* the manifest, . and .. */
    json_decref(all);
}

static void a_year_holds_what_its_manifest_says(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "plan", STAFFED, "-o", scratch_path("year"), "--lang", "en", NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, "timetable-2026A.json"));
    program_release(&p);
    check_folder("year");
    json_t *all = read_manifest("year");
    assert_string_equal(part_text(all, "secondment", "status"), "optimal");
    assert_string_equal(part_text(all, "timetable", "status"), "optimal");
    assert_string_equal(part_text(all, "timetable", "term"), "2026A");
    assert_string_equal(part_text(all, "pairing", "status"), "not_asked");
    assert_non_null(part_text(all, "pairing", "reason"));
    json_decref(all);
    program_expect(0, "verify", STAFFED, in_folder("year", "secondment.json"), NULL);
    char *secondment = strdup(in_folder("year", "secondment.json"));
    program_expect(0, "verify", STAFFED, in_folder("year", "timetable-2026A.json"), "-s", secondment, NULL);
    program_expect(0, "audit", STAFFED, in_folder("year", "timetable-2026A.json"), secondment, NULL);
    free(secondment);
}

/* The parts are those that the commands give alone. */
static void parts_are_those_of_the_commands(void **state)
{
    struct program p;

    (void)state;
    program_expect(0, "plan", "instances/tiny-credit", "-o", scratch_path("credited"), "-q", NULL);
    check_folder("credited");
    char *plan = strdup(in_folder("credited", "secondment.json"));
    program_run(&p, "credit", "instances/tiny-credit", "--json", "--plan", plan, NULL);
    char *counted = slurp(in_folder("credited", "credit.json"));
    assert_string_equal(counted, p.out);
    program_release(&p);
    program_run(&p, "secondment", "instances/tiny-credit", "-q", NULL);
    char *alone = slurp(plan);
    assert_string_equal(alone, p.out);
    program_release(&p);
    free(alone);
    free(counted);
    free(plan);
}

/* A meeting a term, in a county that has classes, too: the calendar looks at the timetable of the year. */
static void a_calendar_looks_at_the_timetables(void **state)
{
    const char *copy = scratch_copy(STAFFED, "meeting");
    json_t *policy = json_load_file(STAFFED "/policy.json", 0, NULL);

    (void)state;
    json_object_set_new(policy, "activities", json_pack("[{s:s}]", "activity", "joint_meeting"));
    json_array_append_new(json_object_get(policy, "rules"),
                          json_pack("{s:s, s:s, s:s, s:s, s:i}", "rule", "count", "activity", "joint_meeting",
                                    "over", "community", "per", "term", "min", 1));
    assert_int_equal(json_dump_file(policy, scratch_path("meeting/policy.json"), 0), 0);
    json_decref(policy);
    char *instance = strdup(copy);
    program_expect(0, "plan", instance, "-o", scratch_path("met"), "-q", NULL);
    check_folder("met");
    json_t *all = read_manifest("met");
    assert_string_equal(part_text(all, "calendar", "status"), "optimal");
    json_decref(all);
    char *calendar = strdup(in_folder("met", "calendar.json"));
    char *week = strdup(in_folder("met", "timetable-2026A.json"));
    program_expect(0, "verify", instance, calendar, "--timetable", week, NULL);
    program_expect(4, "verify", instance, calendar, NULL); /* it says that it looked at a timetable */
    program_expect(0, "audit", instance, calendar, week, in_folder("met", "secondment.json"), NULL);
    struct program p; /* a folder stands for its plans */
    program_run(&p, "audit", instance, scratch_path("met"), "--json", NULL);
    assert_int_equal(p.code, 0);
    all = json_loads(p.out, 0, NULL);
    assert_int_equal(json_array_size(json_object_get(all, "plans")), 3);
    json_decref(all);
    program_release(&p);
    program_expect(66, "audit", instance, scratch_path("meeting"), NULL); /* not one that 'plan' wrote */
    free(week);
    free(calendar);
    free(instance);
}

/* Both teach at the same times in the first timetable; the next one lets the mentor come. */
static void timetables_make_room_for_the_calendar(void **state)
{
    char *instance = strdup(scratch_copy("instances/tiny-calendar-observe", "watched"));
    json_t *policy = json_load_file("instances/tiny-calendar-observe/policy.json", 0, NULL);

    (void)state;
    json_array_append_new(json_object_get(policy, "rules"),
                          json_pack("{s:s, s:i}", "rule", "load", "max_day", 4));
    assert_int_equal(json_dump_file(policy, scratch_path("watched/policy.json"), 0), 0);
    json_decref(policy);
    assert_int_equal(unlink(scratch_path("watched/pins.csv")), 0);
    program_expect(0, "plan", instance, "-o", scratch_path("roomy"), "-q", NULL);
    check_folder("roomy");
    json_t *all = read_manifest("roomy");
    assert_string_equal(part_text(all, "calendar", "status"), "optimal");
    json_t *asked = json_object_get(json_array_get(json_object_get(all, "parts"), 2), "revised_for");
    assert_int_equal(json_array_size(asked), 1);
    assert_string_equal(json_string_value(json_object_get(json_array_get(asked, 0), "mentor_id")), "T001");
    json_decref(all);
    char *calendar = strdup(in_folder("roomy", "calendar.json"));
    char *week = strdup(in_folder("roomy", "timetable-2026A.json"));
    program_expect(0, "verify", instance, week, NULL);
    program_expect(0, "verify", instance, calendar, "--timetable", week, NULL);
    free(week);
    free(calendar);
    free(instance);
}

static void the_same_limits_give_the_same_bytes(void **state)
{
    static const char *const names[] = {"manifest.json", "secondment.json", "timetable-2026A.json"};

    (void)state;
    program_expect(0, "plan", STAFFED, "-o", scratch_path("one"), "-q", "-n", "5", "-j", "1", NULL);
    program_expect(0, "plan", STAFFED, "-o", scratch_path("two"), "-q", "-n", "5", "-j", "2", NULL);
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char *one = slurp(in_folder("one", names[i])), *two = slurp(in_folder("two", names[i]));
        assert_non_null(one);
        assert_string_equal(one, two);
        free(one);
        free(two);
    }
}

static void parts_that_fail_are_in_the_exit_code(void **state)
{
    (void)state;
    program_expect(2, "plan", "instances/tiny-infeasible-quota", "-o", scratch_path("none"), "-q", NULL);
    check_folder("none");
    json_t *all = read_manifest("none");
    assert_string_equal(part_text(all, "secondment", "status"), "infeasible");
    assert_string_equal(part_text(all, "timetable", "status"), "not_asked");
    json_decref(all);
    /* A pairing that breaks a rule is told, and the year goes on. */
    const char *copy = scratch_copy("instances/tiny-pair-coverage", "unpaired");
    scratch_write("unpaired/pairings.csv", "lead_id,member_id\n");
    program_expect(4, "plan", copy, "-o", scratch_path("broken"), "-q", NULL);
    check_folder("broken");
    all = read_manifest("broken");
    assert_string_equal(part_text(all, "pairing", "status"), "broken");
    json_decref(all);
    program_expect(4, "verify", scratch_path("unpaired"), in_folder("broken", "pairing.json"), NULL);
}

static void nothing_is_lost(void **state)
{
    (void)state;
    assert_int_equal(mkdir(scratch_path("mine"), 0755), 0);
    program_expect(0, "plan", STAFFED, "-o", scratch_path("mine"), "-q", NULL); /* empty: taken */
    program_expect(73, "plan", STAFFED, "-o", scratch_path("mine"), "-q", NULL);
    char *before = slurp(in_folder("mine", "manifest.json"));
    program_expect(0, "plan", STAFFED, "-o", scratch_path("mine"), "--force", "-n", "7", "-q", NULL);
    check_folder("mine");
    char *after = slurp(in_folder("mine", "manifest.json"));
    assert_string_not_equal(before, after); /* the limit stands there */
    scratch_write("mine/letter.txt", "dear colleagues\n");
    program_expect(73, "plan", STAFFED, "-o", scratch_path("mine"), "--force", "-q", NULL);
    char *letter = slurp(in_folder("mine", "letter.txt")), *still = slurp(in_folder("mine", "manifest.json"));
    assert_string_equal(letter, "dear colleagues\n");
    assert_string_equal(after, still);
    unlink(in_folder("mine", "manifest.json"));
    program_expect(73, "plan", STAFFED, "-o", scratch_path("mine"), "--force", "-q", NULL);
    program_expect(64, "plan", STAFFED, NULL);
    program_expect(73, "plan", STAFFED, "-o", "/nowhere/year", NULL);
    assert_int_equal(count_files(scratch(), ".zoujiao-"), 0);
    free(before);
    free(after);
    free(letter);
    free(still);
}

/* Whatever the moment, the old year is whole until the new one is. */
static void a_signal_leaves_the_old_year_or_the_new_one(void **state)
{
    struct rng rng = rng_make(20261122, 0);

    (void)state;
    program_expect(0, "plan", STAFFED, "-o", scratch_path("stopped"), "-q", NULL);
    for (int i = 0; i < 4; i++) {
        const char *folder = strdup(scratch_path("stopped"));
        const char *const args[] = {"plan", LARGE, "-o", folder, "--force", "-q", "-n", "1", NULL};
        int ms = rng_in(&rng, 1, 2500);
        struct program p;
        program_start(&p, NULL, args);
        nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000L}, NULL);
        kill(p.pid, i % 2 ? SIGTERM : SIGINT);
        program_wait(&p);
        if (p.code > 1 && p.code != 128 + (i % 2 ? SIGTERM : SIGINT))
            fail_msg("after %d ms: exit %d, %s", ms, p.code, p.err);
        check_folder("stopped");
        assert_int_equal(count_files(scratch(), ".zoujiao-"), 0);
        program_release(&p);
        free((char *)(uintptr_t)folder);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_year_holds_what_its_manifest_says),
        cmocka_unit_test(parts_are_those_of_the_commands),
        cmocka_unit_test(a_calendar_looks_at_the_timetables),
        cmocka_unit_test(timetables_make_room_for_the_calendar),
        cmocka_unit_test(the_same_limits_give_the_same_bytes),
        cmocka_unit_test(parts_that_fail_are_in_the_exit_code),
        cmocka_unit_test(nothing_is_lost),
        cmocka_unit_test(a_signal_leaves_the_old_year_or_the_new_one),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
