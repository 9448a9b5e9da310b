/*
 * test_expected.c - each shipped instance gives the status and the values of instances/expected.tsv.
 *
 * A line whose status is "?" is not proved yet and is left out. The plan of each is verified as well.
 */
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_FIELDS = 16 };

struct line {
    char *field[MAX_FIELDS];
    int n;
};

static void split(char *text, struct line *l)
{
    l->n = 0;
    for (char *word; l->n < MAX_FIELDS && (word = strsep(&text, "\t"));)
        l->field[l->n++] = word;
}

/* The command with {} replaced by the instance's folder, as arguments; then "-o PLAN --quiet". */
static void run_command(struct program *p, const char *command, const char *folder, const char *plan)
{
    const char *args[PROGRAM_MAX_ARGS + 1] = {NULL};
    char *words = strdup(command), *rest = words, *made[PROGRAM_MAX_ARGS] = {NULL};
    int n = 0;

    for (char *word; (word = strsep(&rest, " ")) && n < PROGRAM_MAX_ARGS - 4; n++) {
        char *braces = strstr(word, "{}");
        if (braces) {
            *braces = '\0';
            if (asprintf(&made[n], "%s%s%s", word, folder, braces + 2) < 0)
                fail_msg("no memory");
            word = made[n];
        }
        args[n] = word;
    }
    args[n++] = "-o";
    args[n++] = plan;
    args[n] = "--quiet";
    program_start(p, NULL, args);
    program_wait(p);
    for (int i = 0; i < PROGRAM_MAX_ARGS; i++)
        free(made[i]);
    free(words);
}

static json_t *value_of(json_t *plan, const char *tier)
{
    json_t *list = json_object_get(plan, "objective");

    for (size_t i = 0; i < json_array_size(list); i++) {
        json_t *x = json_array_get(list, i);
        if (strcmp(json_string_value(json_object_get(x, "tier")), tier) == 0)
            return json_object_get(x, "value");
    }
    return NULL;
}

/* Returns how many values differ, saying which. */
static int compare(const struct line *head, const struct line *l, json_t *plan)
{
    const char *status = json_string_value(json_object_get(plan, "status"));
    int wrong = 0;

    if (!status || strcmp(status, l->field[2]) != 0) {
        print_error("%s: status %s, expected %s\n", l->field[0], status ? status : "missing", l->field[2]);
        wrong++;
    }
    for (int i = 3; i < l->n && i < head->n; i++) {
        json_t *value = value_of(plan, head->field[i]);
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

static int check_line(const struct line *head, const struct line *l)
{
    const char *plan_path = scratch_path("plan.json");
    char folder[160];
    struct program p;

    snprintf(folder, sizeof folder, "instances/%s", l->field[0]);
    remove(plan_path);
    run_command(&p, l->field[1], folder, plan_path);
    json_t *plan = json_load_file(plan_path, 0, NULL);
    int wrong = 0;
    if (!plan || p.code != (strcmp(l->field[2], "infeasible") == 0 ? 2 : 0)) {
        print_error("%s: exit code %d, stderr: %s\n", l->field[0], p.code, p.err);
        wrong = 1;
    } else {
        wrong = compare(head, l, plan);
    }
    json_decref(plan);
    program_release(&p);
    return wrong;
}

static void every_line_holds(void **state)
{
    char *text = slurp("instances/expected.tsv"), *rest = text;
    struct line head = {.n = 0};
    int wrong = 0, n = 0;

    (void)state;
    assert_non_null(text);
    for (char *line; (line = strsep(&rest, "\n"));) {
        struct line l;
        if (!*line || *line == '#')
            continue;
        split(line, head.n == 0 ? &head : &l);
        if (strcmp(line, "instance") == 0)
            continue;
        assert_in_range(l.n, 3, head.n);
        if (strcmp(l.field[2], "?") == 0)
            continue;
        wrong += check_line(&head, &l);
        n++;
    }
    free(text);
    assert_true(n >= 20);
    assert_int_equal(wrong, 0);
}

static int remove_all(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_line_holds)};

    return cmocka_run_group_tests(tests, NULL, remove_all);
}
