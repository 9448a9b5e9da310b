/*
 * test_large.c - a county that no rule parts into communities is one large program: the user is told, and
 * limits and signals still end the run in order, whatever it is doing.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { SCHOOLS = 40, TEACHERS = 240, TERMS = 6, PATIENCE = 60 };

static const char policy[] =
    "{\"format\": \"zoujiao-policy/1\", \"name\": \"open\","
    " \"travel\": {\"detour_permille\": 1400, \"kmh\": 40, \"settle_minutes\": 5},"
    " \"kinds\": [{\"kind\": \"support_post\", \"direction\": \"any\", \"terms\": [1, 2, 3], "
    "\"start_terms\": null,"
    " \"fills_load\": true, \"posts\": null}],"
    " \"rules\": [{\"rule\": \"rest\", \"terms\": 6},"
    " {\"rule\": \"quota\", \"over\": \"sender\", \"per\": \"year\", \"min\": 1, \"max\": 2},"
    " {\"rule\": \"headcount\", \"tolerance\": 1}, {\"rule\": \"need\", \"hard\": false}]}\n";

static FILE *begin(const char *name)
{
    FILE *f = fopen(scratch_path(name), "w");

    assert_non_null(f);
    return f;
}

static void write_terms(void)
{
    FILE *f = begin("open/instance.json");

    fputs(
        "{\"format\": \"zoujiao-instance/1\", \"name\": \"open\", \"policy\": \"policy.json\", \"terms\": [",
        f);
    for (int t = 0; t < TERMS; t++) {
        int year = 2026 + t / 2;
        fprintf(f, "%s{\"id\": \"%d%c\", \"year\": \"%d-%d\", ", t ? ", " : "", year, t % 2 ? 'B' : 'A', year,
                year + 1);
        fprintf(f,
                t % 2 ? "\"start\": \"%d-02-22\", \"end\": \"%d-07-02\"}"
                      : "\"start\": \"%d-09-01\", \"end\": \"%d-12-31\"}",
                year + t % 2, year + t % 2);
    }
    fputs("]}\n", f);
    fclose(f);
}

/* Every teacher has a subject of her own and lacks at the next school, so that no two are alike. */
static int write_county(void **state)
{
    (void)state;
    mkdir(scratch(), 0700);
    mkdir(scratch_path("open"), 0700);
    write_terms();
    scratch_write("open/policy.json", policy);
    FILE *schools = begin("open/schools.csv"), *teachers = begin("open/teachers.csv"),
         *demand = begin("open/demand.csv");
    fputs("school_id,name,stage,community_id,role,kind,lat,lon\n", schools);
    for (int s = 0; s < SCHOOLS; s++)
        fprintf(schools, "S%02d,school %d,primary,G%d,%s,town,35.%02d,112.%02d\n", s, s, s / 4,
                s % 4 ? "member" : "lead", s * 37 % 40, s * 17 % 40);
    fputs("teacher_id,name,sex,birth_date,school_id,subjects,max_week\n", teachers);
    fputs("school_id,subject,periods_per_week\n", demand);
    for (int t = 0; t < TEACHERS; t++) {
        fprintf(teachers, "T%03d,teacher,F,1988-03-10,S%02d,sub%d,16\n", t, t % SCHOOLS, t);
        fprintf(demand, "S%02d,sub%d,16\n", (t + 1) % SCHOOLS, t);
    }
    fclose(schools);
    fclose(teachers);
    fclose(demand);
    return 0;
}

static void expect_end(time_t began)
{
    if (time(NULL) - began > PATIENCE)
        fail_msg("the run went on for %ld s", (long)(time(NULL) - began));
}

static void sleep_ms(int ms)
{
    nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000L}, NULL);
}

/* The note comes before the search; an interrupt then ends the run. */
static void the_user_is_told(void **state)
{
    static const char note[] = "note: teachers may be posted among 40 schools";
    const char *const args[] = {"secondment", scratch_path("open"), "-o", scratch_path("plan.json"), NULL};
    time_t began = time(NULL);
    struct program p;
    bool told = false;

    (void)state;
    program_start(&p, NULL, args);
    while (!told && time(NULL) - began < PATIENCE) {
        char *err = slurp(p.err_path);
        told = contains(err, note);
        free(err);
        sleep_ms(50);
    }
    kill(p.pid, SIGINT);
    began = time(NULL);
    program_wait(&p);
    expect_end(began);
    assert_true(contains(p.err, note) && contains(p.err, "'scope'"));
    assert_true(p.code == 1 || p.code == 130);
    program_release(&p);
}

static void a_time_limit_holds(void **state)
{
    const char *county = scratch_path("open"), *plan = scratch_path("plan.json");
    time_t began = time(NULL);
    struct program p;

    (void)state;
    program_run(&p, "secondment", county, "-t", "6", "-o", plan, NULL);
    expect_end(began);
    assert_true(p.code == 0 || p.code == 1 || p.code == 3);
    if (p.code == 3)
        assert_true(contains(p.out, "the time limit ended the search") && contains(p.out, "'scope'"));
    program_expect(0, "verify", county, plan, NULL);
    program_release(&p);
}

/* A limit that comes while the program is being built: nothing is known, and nothing is claimed. */
static void a_limit_before_the_search(void **state)
{
    const char *county = scratch_path("open"), *plan = scratch_path("early.json");
    struct program p;

    (void)state;
    program_run(&p, "secondment", county, "-t", "0.02", "-o", plan, NULL);
    assert_int_equal(p.code, 3);
    assert_string_equal(p.err, "");
    char *json = slurp(plan);
    assert_true(contains(json, "\"status\": \"unknown\"") && contains(json, "\"stopped_by\": \"time\""));
    assert_false(contains(json, "\"bound\": 0"));
    free(json);
    program_release(&p);
    program_expect(0, "verify", county, plan, NULL);
}

/* Start, with the output named by `option` in the scratch folder, and interrupt. */
static void interrupt_after(struct program *p, int ms, const char *option, const char *output)
{
    const char *const args[] = {"secondment", scratch_path("open"), "-q", option, scratch_path(output), NULL};
    time_t began = time(NULL);

    program_start(p, NULL, args);
    sleep_ms(ms);
    kill(p->pid, SIGINT);
    program_wait(p);
    expect_end(began);
}

static void an_interrupt_at_any_time(void **state)
{
    static const int after[] = {50, 400, 1500, 4000};

    (void)state;
    for (size_t i = 0; i < sizeof after / sizeof after[0]; i++) {
        struct program p;
        interrupt_after(&p, after[i], "-o", "stop.json");
        assert_true(p.code == 1 || p.code == 130);
        if (p.code == 130)
            assert_true(access(scratch_path("stop.json"), F_OK) != 0);
        program_release(&p);
    }
}

/* An exported model is there to its last line, or the old file is. */
static void an_interrupted_export(void **state)
{
    int n_old = 0;

    (void)state;
    for (int ms = 20; ms < 5000; ms *= 2) {
        struct program p;
        scratch_write("m.lp", "old\n");
        interrupt_after(&p, ms, "--write-lp", "m.lp");
        char *text = slurp(scratch_path("m.lp"));
        bool old = strcmp(text, "old\n") == 0;
        bool whole = strlen(text) > 100000 && contains(text, "\nEnd\n");
        if (!(old && p.code == 130) && !(whole && (p.code == 0 || p.code == 130)))
            fail_msg("after %d ms: exit code %d, %zu bytes; %s", ms, p.code, strlen(text), p.err);
        n_old += old;
        free(text);
        program_release(&p);
        assert_int_equal(count_files(scratch(), ".zoujiao-"), 0);
    }
    assert_true(n_old > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_user_is_told),          cmocka_unit_test(a_time_limit_holds),
        cmocka_unit_test(a_limit_before_the_search), cmocka_unit_test(an_interrupt_at_any_time),
        cmocka_unit_test(an_interrupted_export),
    };

    return cmocka_run_group_tests(tests, write_county, scratch_teardown);
}
