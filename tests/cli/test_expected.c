/*
 * test_expected.c - each shipped instance gives the status and the values of instances/expected*.tsv.
 *
 * Secondments are proved: status and values are as they stand there. Of timetables the table holds the
 * truth, and the program may prove less: then no bound stands above it and no value below. Lines with the
 * status feasible hold value/bound of each tier as a search with a node limit once found them: it must do as
 * well (not under the sanitizers, which are slow). A line whose status is "?" is not known yet and is left
 * out. Every plan that is written has been verified.
 */
#include "tests/support/cmocka.h"
#include "tests/support/expected.h"
#include "tests/support/program.h"
#include "tests/support/sanitized.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Value or bound of a tier. */
static json_t *number_of(json_t *plan, const char *tier, const char *member)
{
    json_t *list = json_object_get(plan, "objective");

    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *x = json_array_get(list, i);
        if (strcmp(json_string_value(json_object_get(x, "tier")), tier) == 0)
            return json_object_get(x, member);
    }
    return NULL;
}

/* Returns how many values differ, saying which. */
static int compare(const struct expected_line *head, const struct expected_line *l, json_t *plan)
{
    const char *status = json_string_value(json_object_get(plan, "status"));
    int wrong = 0;

    if (!status || strcmp(status, l->field[2]) != 0) {
        print_error("%s: status %s, expected %s\n", l->field[0], status ? status : "missing", l->field[2]);
        wrong++;
    }
    for (int i = 3; i < l->n && i < head->n; i++) {
        json_t *value = number_of(plan, head->field[i], "value");
        char found[32] = "-";
        if (json_is_integer(value))
            snprintf(found, sizeof found, "%lld", (long long)json_integer_value(value));
        if (strcmp(l->field[i], "?") != 0 && strcmp(found, l->field[i]) != 0) {
            print_error("%s: %s is %s, expected %s\n", l->field[0], head->field[i], found, l->field[i]);
            wrong++;
        }
    }
    return wrong;
}

/*
 * A plan that may be worse than the truth: the first value that differs is worse, and no bound up to it is
 * above the truth. Returns how many statements are wrong; *reached says whether all values are the truth's.
 */
static int compare_with_truth(const struct expected_line *head, const struct expected_line *l, json_t *plan,
                              bool *reached)
{
    *reached = true;
    for (int i = 3; i < l->n && i < head->n && *reached; i++) {
        json_t *value = number_of(plan, head->field[i], "value"),
               *bound = number_of(plan, head->field[i], "bound");
        long long truth = atoll(l->field[i]), found = json_integer_value(value);
        if (!json_is_integer(value) || found < truth ||
            (json_is_integer(bound) && json_integer_value(bound) > truth)) {
            print_error("%s: %s is %lld, bound %lld, in truth %lld\n", l->field[0], head->field[i], found,
                        (long long)json_integer_value(bound), truth);
            return 1;
        }
        *reached = found == truth;
    }
    return 0;
}

/*
 * Value/bound of a search that need not end with a proof: this one's values are as good in the order of the
 * tiers, and so are its bounds as far as values are equal; a bound above a value that was reached is wrong.
 * Returns how many statements are wrong.
 */
static int compare_with_search(const struct expected_line *head, const struct expected_line *l, json_t *plan)
{
    for (int i = 3; i < l->n && i < head->n; i++) {
        json_t *value = number_of(plan, head->field[i], "value"),
               *bound = number_of(plan, head->field[i], "bound");
        long long known, proved, found = json_integer_value(value), least = json_integer_value(bound);
        if (sscanf(l->field[i], "%lld/%lld", &known, &proved) != 2 || !json_is_integer(value) ||
            !json_is_integer(bound) || found > known || least < proved || found < proved || least > known) {
            print_error("%s: %s is %lld, bound %lld, expected %s or better\n", l->field[0], head->field[i],
                        found, least, l->field[i]);
            return 1;
        }
        if (found < known) {
            print_message("%s: %s is %lld, better than %s\n", l->field[0], head->field[i], found,
                          l->field[i]);
            return 0;
        }
    }
    return 0;
}

/* A line of secondments: everything is as it stands there. */
static int check_proved(const struct expected_line *head, const struct expected_line *l, json_t *plan,
                        int code, bool *reached)
{
    *reached = true;
    if (plan && code == (strcmp(l->field[2], "infeasible") == 0 ? 2 : 0))
        return compare(head, l, plan);
    print_error("%s: exit code %d\n", l->field[0], code);
    return 1;
}

/* A line of timetables: nothing that the program says is wrong, and what it calls optimal is the truth. */
static int check_sound(const struct expected_line *head, const struct expected_line *l, json_t *plan,
                       int code, bool *reached)
{
    bool feasible = strcmp(l->field[2], "infeasible") != 0;

    *reached = false;
    if (!plan || (feasible ? code != 0 && code != 1 : code != 2 && code != 3)) {
        print_error("%s: exit code %d\n", l->field[0], code);
        return 1;
    }
    *reached = code == 2;
    if (!feasible)
        return 0;
    if (strcmp(l->field[2], "feasible") == 0)
        return compare_with_search(head, l, plan);
    if (code == 1)
        return compare_with_truth(head, l, plan, reached);
    *reached = true;
    return compare(head, l, plan);
}

typedef int check_fn(const struct expected_line *head, const struct expected_line *l, json_t *plan, int code,
                     bool *reached);

/* How the lines of a table are checked, and how many of them reached the values that stand there. */
struct tally {
    check_fn *check;
    int n;
};

static int check_line(const struct expected_line *head, const struct expected_line *l, void *ctx)
{
    const char *plan_path = scratch_path("plan.json");
    struct tally *tally = ctx;
    char folder[160];
    struct program p;
    bool reached;

    if (strcmp(l->field[2], "?") == 0 || (SANITIZED && strcmp(l->field[2], "feasible") == 0))
        return 0; /* searches of towns take minutes under the sanitizers */
    snprintf(folder, sizeof folder, "instances/%s", l->field[0]);
    remove(plan_path);
    program_run_command(&p, l->field[1], folder, "-o", plan_path, "--quiet", NULL);
    json_t *plan = json_load_file(plan_path, 0, NULL);
    int wrong = tally->check(head, l, plan, p.code, &reached);
    if (wrong)
        print_error("%s: stderr: %s\n", l->field[0], p.err);
    json_decref(plan);
    program_release(&p);
    tally->n += reached;
    return wrong;
}

/* Check every line of the table; at least so many reach the values that stand there. */
static void check_table(const char *path, check_fn *check, int least)
{
    struct tally tally = {.check = check};

    assert_int_equal(expected_each(path, 3, check_line, &tally), 0);
    assert_true(tally.n >= least);
}

static void secondments_are_as_they_stand(void **state)
{
    (void)state;
    check_table("instances/expected.tsv", check_proved, 39);
}

static void timetables_are_never_beyond_the_truth(void **state)
{
    (void)state;
    check_table("instances/expected-timetable.tsv", check_sound, 22);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(secondments_are_as_they_stand),
        cmocka_unit_test(timetables_are_never_beyond_the_truth),
    };

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
