/*
 * test_expected_pairings.c - shipped instances give the pairing, or the conflict, of expected-pairing.tsv.
 *
 * Every plan that is proposed is judged again by `zoujiao verify`. Of --check only the rules of pairings
 * are looked at here, with the timetable and the secondments left after a second.
 */
#include "tests/support/cmocka.h"
#include "tests/support/expected.h"
#include "tests/support/program.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME, COMMAND, STATUS, FIRST_TIER, CONFLICT = 7, N_FIELDS };
enum { MAX_TEXT = 4000, MAX_PARTS = 200 };

static const char *const tiers[] = {"soft", "uncovered", "travel", "balance"};

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* "rule@place" of each entry that counts, sorted, with ";" between; heap. */
static char *parts_of(json_t *list, bool broken_only)
{
    char *part[MAX_PARTS], *all = calloc(1, MAX_TEXT);
    int n = 0;

    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *x = json_array_get(list, i);
        bool kept = json_is_true(json_object_get(x, "ok")) || !json_is_true(json_object_get(x, "hard"));

        if (broken_only && kept)
            continue;
        assert_true(n < MAX_PARTS);
        if (asprintf(&part[n++], "%s@%s", json_string_value(json_object_get(x, "rule")),
                     json_string_value(json_object_get(x, "where"))) < 0)
            fail_msg("no memory");
    }
    qsort(part, (size_t)n, sizeof *part, by_text);
    for (int i = 0; i < n; i++) {
        assert_true(strlen(all) + strlen(part[i]) + 2 < MAX_TEXT);
        strcat(strcat(all, i ? ";" : ""), part[i]);
        free(part[i]);
    }
    return all;
}

/* Is every part of `expected` (sorted, perhaps with "..." at its end) among those found, and no other? */
static bool is_conflict(const char *expected, const char *found)
{
    char *copy = strdup(expected), *rest = copy, *closed = NULL;
    bool all = true, open = strstr(expected, "...") != NULL;

    if (asprintf(&closed, ";%s;", found) < 0)
        fail_msg("no memory");
    for (char *part; (part = strsep(&rest, ";"));) {
        char text[300];

        snprintf(text, sizeof text, ";%s;", part);
        all = all && (strcmp(part, "...") == 0 || strstr(closed, text));
    }
    free(copy);
    free(closed);
    return all && (open || strlen(expected) == strlen(found));
}

static bool is_one_of(const char *expected, const char *found)
{
    char *copy = strdup(expected), *rest = copy;
    bool is = false;

    for (char *one; (one = strsep(&rest, "|"));)
        is = is || is_conflict(one, found);
    free(copy);
    return is;
}

/* Returns how many statements of the plan are not those of the line, saying which. */
static int compare(char *const *field, json_t *plan, bool stands)
{
    bool works = strcmp(field[STATUS], "optimal") == 0;
    json_t *objective = json_object_get(plan, "objective"), *conflict = json_object_get(plan, "conflict");
    const char *status = json_string_value(json_object_get(plan, "status"));
    int wrong = !status || (strcmp(status, field[STATUS]) != 0 && !(stands && works));

    if (wrong)
        print_error("%s: status %s, expected %s\n", field[NAME], status ? status : "missing", field[STATUS]);
    for (int i = 0; i < CONFLICT - FIRST_TIER && works; i++) {
        json_t *x = json_array_get(objective, (size_t)i);
        long long value = json_integer_value(json_object_get(x, "value"));

        assert_string_equal(json_string_value(json_object_get(x, "tier")), tiers[i]);
        if (value == atoll(field[FIRST_TIER + i]))
            continue;
        print_error("%s: %s is %lld, expected %s\n", field[NAME], tiers[i], value, field[FIRST_TIER + i]);
        wrong++;
    }
    if (!works) {
        char *found = stands ? parts_of(json_object_get(plan, "rules"), true)
                             : parts_of(json_object_get(conflict, "rules"), false);

        if (!is_one_of(field[CONFLICT], found) ||
            (!stands && !json_is_true(json_object_get(conflict, "minimal")))) {
            print_error("%s: the conflict is %s, or not minimal; expected %s\n", field[NAME], found,
                        field[CONFLICT]);
            wrong++;
        }
        free(found);
    }
    return wrong;
}

/* The plan of the rules of pairings in the answer of --check; the caller's. */
static json_t *judged(const char *text)
{
    json_t *answer = json_loads(text, 0, NULL);
    json_t *first = json_array_get(json_object_get(answer, "parts"), 0);
    json_t *plan = json_incref(json_object_get(first, "plan"));

    assert_string_equal(json_string_value(json_object_get(first, "part")), "pairing");
    json_decref(answer);
    return plan;
}

static int check_line(const struct expected_line *head, const struct expected_line *l, void *n)
{
    char *const *field = l->field;
    const char *plan_path = scratch_path("plan.json");
    bool stands = strstr(field[COMMAND], "--check"), works = strcmp(field[STATUS], "optimal") == 0;
    char folder[160];
    struct program p;
    int wrong = 0;

    (void)head;
    ++*(int *)n;
    snprintf(folder, sizeof folder, "instances/%s", field[NAME]);
    remove(plan_path);
    if (stands)
        program_run_command(&p, field[COMMAND], folder, "--json", "--time-limit", "1", NULL);
    else
        program_run_command(&p, field[COMMAND], folder, "-o", plan_path, "--quiet", NULL);
    bool unknown = stands && p.code == 3; /* what follows from it was not found in time */
    if (works ? p.code > 1 && !unknown : p.code != 2) {
        print_error("%s: exit code %d\n%s", field[NAME], p.code, p.err);
        program_release(&p);
        return 1;
    }
    json_t *plan = stands ? judged(p.out) : json_load_file(plan_path, 0, NULL);
    wrong += compare(field, plan, stands);
    json_decref(plan);
    program_release(&p);
    if (!stands && works && !strstr(field[COMMAND], "--policy"))
        program_expect(0, "verify", folder, plan_path, NULL);
    return wrong;
}

static void pairings_are_as_they_stand(void **state)
{
    int n = 0;

    (void)state;
    assert_int_equal(expected_each("instances/expected-pairing.tsv", N_FIELDS, check_line, &n), 0);
    assert_true(n >= 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(pairings_are_as_they_stand)};

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
