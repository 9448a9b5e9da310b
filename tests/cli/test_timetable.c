/*
 * test_timetable.c - `timetable` from the tables to a verified plan: streams, exit codes, refusals.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define TINY "instances/tiny-tt-load"
#define TOWN "instances/longfeng"

static void a_plan_is_written_and_verified(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "timetable", TINY, "-o", scratch_path("plan.json"), "--lang", "en", NULL);
    assert_int_equal(p.code, 0);
    assert_string_equal(p.err, "");
    assert_true(contains(p.out, "tiny-tt-load: optimal"));
    assert_true(contains(p.out, "lessons a week have no teacher\n"));
    assert_true(contains(p.out, "teachers with lessons: "));
    assert_true(contains(p.out, "no_clash"));
    assert_true(contains(p.out, "\n  unmet      lessons that nobody gives (by priority)"));
    assert_true(contains(p.out, " 0 broken; "));
    assert_true(contains(p.out, "the plan is in /tmp/"));
    program_release(&p);
    program_expect(0, "verify", TINY, scratch_path("plan.json"), NULL);
}

static void without_a_file_the_plan_goes_to_stdout(void **state)
{
    struct program p, q;

    (void)state;
    program_run(&p, "timetable", TINY, "--quiet", NULL);
    assert_int_equal(p.code, 0);
    assert_string_equal(p.err, "");
    scratch_write("stdout.json", p.out);
    program_expect(0, "verify", TINY, scratch_path("stdout.json"), NULL);
    program_run(&q, "timetable", TINY, "--json", "-o", scratch_path("file.json"), NULL);
    assert_int_equal(q.code, 0);
    assert_string_equal(p.out, q.out); /* the same input, the same bytes */
    char *file = slurp(scratch_path("file.json"));
    assert_string_equal(p.out, file);
    free(file);
    program_release(&p);
    program_release(&q);
}

/* The summary of a town fits a screen and a half, and names nobody. */
static void a_town_is_summarised(void **state)
{
    struct program p;

    (void)state;
    program_run(&p, "timetable", TOWN, "--node-limit", "1", "--time-limit", "20", "-o",
                scratch_path("town.json"), "--lang", "zh", NULL);
    assert_true(p.code <= 1);
    assert_in_range(count_lines(p.out), 20, 65);
    assert_true(contains(p.out, "龙凤小学每周五派英语教师到三河小学走教英语"));
    assert_false(contains(p.out, "教师0"));
    program_release(&p);
    program_expect(0, "verify", TOWN, scratch_path("town.json"), NULL);
    program_expect(0, "show", TOWN, scratch_path("town.json"), "--teacher", "T0001", NULL);
    program_expect(0, "verify", TOWN, scratch_path("town.json"), "--keep", scratch_path("town.json"), NULL);
}

/* A copy of the tiny instance in which one file is another. */
static const char *changed(const char *name, const char *file, const char *text)
{
    char path[64];
    const char *folder = scratch_copy(TINY, name);

    snprintf(path, sizeof path, "%s/%s", name, file);
    scratch_write(path, text);
    return folder;
}

/* Half days bar some slots, the teacher's column max_schools_week bars all of them: that is the reason. */
static void the_reason_bars_every_slot(void **state)
{
    const char *folder = scratch_copy("instances/tiny-tt-schools", "reason");
    struct program p;

    (void)state;
    scratch_write("reason/teachers.csv",
                  "teacher_id,name,sex,birth_date,school_id,subjects,max_week,max_day,max_schools_week\n"
                  "T0001,A,F,1988-03-10,S001,音乐,16,4,1\n");
    scratch_write("reason/busy.csv", "who,id,day,period,reason\n");
    scratch_write("reason/policy.json", "{\"format\": \"zoujiao-policy/1\", \"name\": \"x\", \"kinds\": [],\n"
                                        "\"rules\": [{\"rule\": \"half_day\"}]}\n");
    program_run(&p, "timetable", folder, "-o", scratch_path("reason.json"), "--lang", "en", NULL);
    assert_int_equal(p.code, 0);
    if (!contains(p.out, "S002 乙小学  音乐     S002-1-1        1  a limit in the tables forbids it\n"))
        fail_msg("%s", p.out);
    program_release(&p);
}

static void expect_refusal(int code, const char *message, const char *folder, const char *option,
                           const char *value)
{
    struct program p;

    program_run(&p, "timetable", folder, "--lang", "en", "-o", scratch_path("none.json"), option, value,
                NULL);
    if (p.code != code || !contains(p.err, message))
        fail_msg("exit %d instead of %d, or not '%s':\n%s", p.code, code, message, p.err);
    assert_null(slurp(scratch_path("none.json")));
    program_release(&p);
}

static void what_cannot_be_done_is_refused_by_name(void **state)
{
    const char *folder;

    (void)state;
    expect_refusal(65, "no row of demand.csv speaks of classes", "instances/tiny-need", NULL, NULL);
    folder = changed("no-week", "instance.json",
                     "{\"format\": \"zoujiao-instance/1\", \"name\": \"x\", \"policy\": \"policy.json\",\n"
                     "\"terms\": [{\"id\": \"2026A\", \"year\": \"2026-2027\", \"start\": \"2026-09-01\","
                     " \"end\": \"2027-01-22\"}]}\n");
    expect_refusal(65, "a timetable needs \"week\"", folder, NULL, NULL);
    expect_refusal(64, "option '--term': '2029A' is not valid", TINY, "--term", "2029A");
    expect_refusal(66, "missing.json", TINY, "--secondment", scratch_path("missing.json"));
}

/* Plans of the other model are not taken for what they are not. */
static void plans_of_the_other_model_are_refused(void **state)
{
    (void)state;
    program_expect(0, "timetable", TINY, "-q", "-o", scratch_path("week.json"), NULL);
    expect_refusal(65, "is of the model 'timetable'; expected 'secondment'", TINY, "--secondment",
                   scratch_path("week.json"));
    scratch_write("sec.json",
                  "{\"format\": \"zoujiao-plan/1\", \"model\": \"secondment\", \"status\": \"feasible\","
                  " \"objective\": [], \"assignments\": [], \"unmet\": []}\n");
    expect_refusal(65, "is of the model 'secondment'; expected 'timetable'", TINY, "--keep",
                   scratch_path("sec.json"));
    program_expect(64, "verify", TINY, scratch_path("sec.json"), "--secondment", scratch_path("sec.json"),
                   NULL);
    program_expect(65, "verify", TINY, scratch_path("week.json"), "--keep", scratch_path("sec.json"), NULL);
    program_expect(65, "secondment", "instances/tiny-quota", "--keep", scratch_path("week.json"), NULL);
    scratch_write("sec.json",
                  "{\"format\": \"zoujiao-plan/1\", \"model\": \"secondment\", \"status\": \"infeasible\","
                  " \"objective\": [], \"assignments\": [], \"unmet\": []}\n");
    expect_refusal(65, "has the status 'infeasible' and posts nobody", TINY, "--secondment",
                   scratch_path("sec.json"));
}

/* A plan made with a plan of secondments is verified with the same, by its bytes. */
static void the_plan_of_secondments_goes_with_the_timetable(void **state)
{
    static const char sec[] =
        "{\"format\": \"zoujiao-plan/1\", \"model\": \"secondment\", \"status\": \"feasible\","
        " \"objective\": [], \"assignments\": [], \"unmet\": []}\n";
    struct program p;

    (void)state;
    scratch_write("sec.json", sec);
    program_expect(0, "timetable", TINY, "-q", "--secondment", scratch_path("sec.json"), "-o",
                   scratch_path("week.json"), NULL);
    program_expect(0, "verify", TINY, scratch_path("week.json"), "--secondment", scratch_path("sec.json"),
                   NULL);
    program_expect(64, "verify", TINY, scratch_path("week.json"), NULL);
    char *other;
    if (asprintf(&other, "%s ", sec) < 0)
        abort();
    scratch_write("other.json", other);
    free(other);
    program_run(&p, "verify", TINY, scratch_path("week.json"), "--secondment", scratch_path("other.json"),
                "--lang", "en", NULL);
    assert_int_equal(p.code, 4);
    assert_true(contains(p.out, "the plan was made with another plan of secondments"));
    program_release(&p);
}

/* Stopped at some moment over an old file: that is left, or a whole plan that stands, and never a part. */
static void a_signal_leaves_the_old_file_or_a_whole_plan(void **state)
{
    static const int moments[] = {20, 100, 300, 800, 1500};
    const char *plan = scratch_path("stopped.json");
    const char *const args[] = {"timetable", TOWN, "--time-limit", "30", "-q", "-o", plan, NULL};

    (void)state;
    for (size_t i = 0; i < sizeof moments / sizeof moments[0]; i++) {
        struct program p;
        scratch_write("stopped.json", "the old plan\n");
        program_start(&p, NULL, args);
        nanosleep(&(struct timespec){moments[i] / 1000, moments[i] % 1000 * 1000000L}, NULL);
        kill(p.pid, SIGTERM);
        program_wait(&p);
        char *text = slurp(plan);
        bool old = strcmp(text, "the old plan\n") == 0;
        free(text);
        if (p.code != (old ? 128 + SIGTERM : 0) && p.code != (old ? 128 + SIGTERM : 1))
            fail_msg("after %d ms: exit %d, old file %d: %s", moments[i], p.code, old, p.err);
        if (!old)
            program_expect(0, "verify", TOWN, plan, NULL);
        program_release(&p);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plan_is_written_and_verified),
        cmocka_unit_test(without_a_file_the_plan_goes_to_stdout),
        cmocka_unit_test(a_town_is_summarised),
        cmocka_unit_test(the_reason_bars_every_slot),
        cmocka_unit_test(what_cannot_be_done_is_refused_by_name),
        cmocka_unit_test(plans_of_the_other_model_are_refused),
        cmocka_unit_test(the_plan_of_secondments_goes_with_the_timetable),
        cmocka_unit_test(a_signal_leaves_the_old_file_or_a_whole_plan),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
