/*
 * test_signals.c - a run that is stopped leaves the old file or the whole new one, never a part.
 *
 * Moments are drawn from a fixed seed. ZJ_KILL_RUNS sets how many runs of each signal (default 8).
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"
#include "tests/support/rng.h"

#include <dirent.h>
#include <jansson.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define LARGE "instances/yangcheng-2020"

static const char old_text[] = "the old plan\n";

static void sleep_ms(int ms)
{
    nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000L}, NULL);
}

static int n_runs(void)
{
    const char *text = getenv("ZJ_KILL_RUNS");

    return text ? atoi(text) : 8;
}

static bool is_old(const char *text)
{
    return text && strcmp(text, old_text) == 0;
}

static bool is_whole_plan(const char *text)
{
    json_t *root = text ? json_loads(text, 0, NULL) : NULL;
    bool whole = root && json_is_array(json_object_get(root, "assignments"));

    json_decref(root);
    return whole;
}

/* Start a solve over an old file, send the signal after some milliseconds, look at what is left. */
static void stop_after(int number, int ms, struct program *p)
{
    const char *plan = scratch_path("plan.json");
    const char *const args[] = {"secondment", LARGE, "--time-limit", "60", "-o", plan, NULL};

    scratch_write("plan.json", old_text);
    program_start(p, NULL, args);
    sleep_ms(ms);
    kill(p->pid, number);
    program_wait(p);
    char *text = slurp(plan);
    if (!is_old(text) && !is_whole_plan(text))
        fail_msg("signal %d after %d ms left a part: %.200s", number, ms, text ? text : "(nothing)");
    if (is_whole_plan(text) && p->code <= 1)
        program_expect(0, "verify", LARGE, plan, NULL);
    free(text);
}

static void check_code(int number, int ms, const struct program *p)
{
    bool fine = p->code == 0 || p->code == 1 || p->code == 128 + number;

    if (!fine)
        fail_msg("signal %d after %d ms: exit code %d, stderr %s", number, ms, p->code, p->err);
}

static void stopped_softly(void **state)
{
    static const int numbers[] = {SIGTERM, SIGINT};
    struct rng rng;

    (void)state;
    rng = rng_make(20260901, 0);
    for (int i = 0; i < n_runs(); i++) {
        for (int k = 0; k < 2; k++) {
            struct program p;
            int ms = (int)rng_in(&rng, 1, 2500);
            stop_after(numbers[k], ms, &p);
            check_code(numbers[k], ms, &p);
            assert_int_equal(count_files(scratch(), ".zoujiao-"), 0);
            program_release(&p);
        }
    }
}

/* Processes whose command line names our scratch folder. */
static int n_running(void)
{
    DIR *dir = opendir("/proc");
    int n = 0;

    assert_non_null(dir);
    for (struct dirent *e; (e = readdir(dir));) {
        char path[300];
        snprintf(path, sizeof path, "/proc/%s/cmdline", e->d_name);
        FILE *f = fopen(path, "r");
        if (!f)
            continue;
        char line[2048] = "";
        size_t k = fread(line, 1, sizeof line - 1, f);
        fclose(f);
        n += memmem(line, k, scratch(), strlen(scratch())) != NULL;
    }
    closedir(dir);
    return n;
}

/* Even then the old file or the whole new one is left, and no worker goes on alone. */
static void killed(void **state)
{
    struct rng rng;

    (void)state;
    rng = rng_make(20260902, 0);
    for (int i = 0; i < n_runs(); i++) {
        struct program p;
        stop_after(SIGKILL, (int)rng_in(&rng, 1, 2500), &p);
        program_release(&p);
    }
    for (int i = 0; i < 200 && n_running() > 0; i++)
        sleep_ms(50);
    assert_int_equal(n_running(), 0);
}

/* A stop before anything was found: exit 128 + the signal, and the old file stands. */
static void stopped_before_the_first_plan(void **state)
{
    struct program p;

    (void)state;
    stop_after(SIGTERM, 5, &p);
    if (p.code == 143) {
        char *text = slurp(scratch_path("plan.json"));
        assert_true(is_old(text));
        free(text);
    }
    check_code(SIGTERM, 5, &p);
    program_release(&p);
}

/* The first signal asks, the second insists: the run must end at once. */
static void a_second_signal_ends_at_once(void **state)
{
    const char *const args[] = {"secondment", LARGE, "--time-limit", "60", "-o", scratch_path("plan.json"),
                                NULL};
    struct program p;

    (void)state;
    program_start(&p, NULL, args);
    sleep_ms(300);
    kill(p.pid, SIGTERM);
    sleep_ms(550);
    kill(p.pid, SIGTERM);
    time_t start = time(NULL);
    program_wait(&p);
    assert_true(time(NULL) - start <= 20);
    check_code(SIGTERM, 300, &p);
    assert_int_equal(count_files(scratch(), ".zoujiao-"), 0);
    program_release(&p);
}

/* Stop a timetable so with two signals 5 ms apart; its exit code. */
static int stop_twice(int ms, const char *plan)
{
    const char *const args[] = {"timetable", "instances/longfeng", "-q", "--time-limit", "60", "-o", plan,
                                NULL};
    struct program p;

    program_start(&p, NULL, args);
    sleep_ms(ms);
    kill(p.pid, SIGINT);
    sleep_ms(5);
    kill(p.pid, SIGINT);
    program_wait(&p);
    const int code = p.code;
    program_release(&p);
    return code;
}

/*
 * timeout(1) signals a process and then its group: that must not cost the plan. A slow machine may have
 * none yet: then it gets more time.
 */
static void two_signals_at_once_are_one(void **state)
{
    const char *plan = scratch_path("twice.json");
    int code = 130;

    (void)state;
    for (int ms = 1500; ms <= 24000 && code == 130; ms *= 2)
        code = stop_twice(ms, plan);
    assert_int_equal(code, 1);
    char *text = slurp(plan);
    assert_true(is_whole_plan(text));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(stopped_softly),
        cmocka_unit_test(killed),
        cmocka_unit_test(stopped_before_the_first_plan),
        cmocka_unit_test(a_second_signal_ends_at_once),
        cmocka_unit_test(two_signals_at_once_are_one),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
