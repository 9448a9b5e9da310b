/*
 * test_calendar.c - the command `calendar`: shipped instances give the calendar, or the conflict, of
 * expected-calendar.tsv, and what is written is judged again by `zoujiao verify`.
 */
#include "tests/support/cmocka.h"
#include "tests/support/expected.h"
#include "tests/support/program.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME, COMMAND, STATUS, FIRST_TIER, CONFLICT = 8, N_FIELDS };
enum { MAX_COMMAND = 400 };

/* What a line of the table says of the objective, the status and the conflict; returns how much is not so. */
static int compare(const struct expected_line *head, const struct expected_line *l, json_t *plan)
{
    char *const *field = l->field;
    bool works = strcmp(field[STATUS], "infeasible") != 0;
    json_t *objective = json_object_get(plan, "objective"), *conflict = json_object_get(plan, "conflict");
    const char *status = json_string_value(json_object_get(plan, "status"));
    int wrong = !status || strcmp(status, field[STATUS]) != 0;

    if (wrong)
        print_error("%s: status %s, expected %s\n", field[NAME], status ? status : "missing", field[STATUS]);
    for (int i = FIRST_TIER; i < CONFLICT && works; i++) {
        json_t *x = json_array_get(objective, (size_t)(i - FIRST_TIER));
        long long value = json_integer_value(json_object_get(x, "value"));

        assert_string_equal(json_string_value(json_object_get(x, "tier")), head->field[i]);
        const char *gap = strchr(field[i], '/');
        long long bound = json_integer_value(json_object_get(x, "bound"));
        if (value == atoll(field[i]) && bound == (gap ? atoll(gap + 1) : value))
            continue;
        print_error("%s: %s is %lld, expected %s\n", field[NAME], head->field[i], value, field[i]);
        wrong++;
    }
    if (!works && (json_array_size(json_object_get(conflict, "rules")) == 0 ||
                   !json_is_true(json_object_get(conflict, "minimal")))) {
        print_error("%s: no conflict, or not a minimal one\n", field[NAME]);
        wrong++;
    }
    return wrong;
}

/* The same command for `verify`: what stands behind the instance. */
static void verify(const char *command, const char *folder, const char *plan)
{
    const char *options = strstr(command, "{}") + strlen("{}");
    char line[MAX_COMMAND];
    struct program p;

    snprintf(line, sizeof line, "verify {} %s%s", plan, options);
    program_run_command(&p, line, folder, "--quiet", NULL);
    if (p.code != 0)
        fail_msg("%s: verify ends with %d\n%s", folder, p.code, p.err);
    program_release(&p);
}

static int check_line(const struct expected_line *head, const struct expected_line *l, void *n)
{
    const char *plan_path = scratch_path("plan.json");
    char folder[160];
    struct program p;

    ++*(int *)n;
    snprintf(folder, sizeof folder, "instances/%s", l->field[NAME]);
    remove(plan_path);
    program_run_command(&p, l->field[COMMAND], folder, "-o", plan_path, "--quiet", NULL);
    int code = strcmp(l->field[STATUS], "optimal") == 0    ? 0
               : strcmp(l->field[STATUS], "feasible") == 0 ? 1
                                                           : 2;
    if (p.code != code)
        fail_msg("%s: exit code %d, expected %d\n%s", l->field[NAME], p.code, code, p.err);
    program_release(&p);
    json_t *plan = json_load_file(plan_path, 0, NULL);
    int wrong = compare(head, l, plan);
    json_decref(plan);
    if (code < 2)
        verify(l->field[COMMAND], folder, plan_path);
    return wrong;
}

static void calendars_are_as_they_stand(void **state)
{
    int n = 0;

    (void)state;
    assert_int_equal(expected_each("instances/expected-calendar.tsv", N_FIELDS, check_line, &n), 0);
    assert_true(n >= 26);
}

static void workers_change_nothing(void **state)
{
    struct program one, two;

    (void)state;
    /* Nine communities that nothing joins. */
    const char *policy = "instances/policies/enshi.json";
    program_run(&one, "calendar", "instances/enshi", "--policy", policy, "--jobs", "1", NULL);
    program_run(&two, "calendar", "instances/enshi", "--policy", policy, "--jobs", "3", NULL);
    assert_int_equal(one.code, 0);
    assert_string_equal(one.out, two.out);
    program_release(&one);
    program_release(&two);
}

/* A calendar for other rules changes what it must, and says how much that is. */
static void little_changes(void **state)
{
    (void)state;
    char *first = strdup(scratch_path("first.json")), *next = strdup(scratch_path("next.json"));
    const char *instance = "instances/shaozhuang";

    program_expect(0, "calendar", instance, "-q", "-o", first, NULL);
    program_expect(0, "calendar", instance, "-q", "-o", next, "--keep", first, NULL);
    json_t *a = json_load_file(first, 0, NULL), *b = json_load_file(next, 0, NULL);
    assert_true(json_equal(json_object_get(a, "assignments"), json_object_get(b, "assignments")));
    json_t *all = json_object_get(a, "assignments"); /* two are gone: they come again */
    json_array_remove(all, json_array_size(all) - 1);
    json_array_remove(all, 0);
    assert_int_equal(json_dump_file(a, first, 0), 0);
    program_expect(0, "calendar", instance, "-q", "-o", next, "--keep", first, NULL);
    program_expect(0, "verify", instance, next, "-q", "--keep", first, NULL);
    json_decref(b);
    b = json_load_file(next, 0, NULL);
    json_t *stability = json_array_get(json_object_get(b, "objective"), 5);
    assert_int_equal(json_integer_value(json_object_get(stability, "value")), 2);
    assert_int_equal(json_integer_value(json_object_get(stability, "bound")), 2);
    json_decref(a);
    json_decref(b);
    free(next);
    free(first);
}

static void models_are_written(void **state)
{
    (void)state;
    const char *lp = scratch_path("model.lp"), *mps = scratch_path("model.mps");

    program_expect(0, "calendar", "instances/tiny-calendar-count", "--write-lp", lp, "--write-mps", mps,
                   NULL);
    FILE *f = fopen(lp, "r");
    assert_non_null(f);
    fclose(f);
    f = fopen(mps, "r");
    assert_non_null(f);
    fclose(f);
}

static void refusals(void **state)
{
    (void)state;
    program_expect(65, "calendar", "instances/tiny-quota", NULL); /* no activities */
    program_expect(
        64, "calendar", "instances/tiny-calendar-observe", "--timetable",
        "instances/tiny-calendar-observe/timetable.json,instances/tiny-calendar-observe/timetable.json",
        NULL);
    program_expect(73, "calendar", "instances/tiny-calendar-count", "-o", "/nowhere/plan.json", NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calendars_are_as_they_stand),
        cmocka_unit_test(workers_change_nothing),
        cmocka_unit_test(little_changes),
        cmocka_unit_test(models_are_written),
        cmocka_unit_test(refusals),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
