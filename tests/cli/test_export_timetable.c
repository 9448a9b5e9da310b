/*
 * test_export_timetable.c - the compact model of a week, read back from its files: its optimum is a bound.
 *
 * It is a relaxation (models/timetable/week_model.h). Where an instance asks only for what the model knows,
 * the optimum is that of instances/expected-timetable.tsv.
 */
#include "models/timetable/week_model.h"
#include "tests/support/cmocka.h"
#include "tests/support/expected.h"
#include "tests/support/model_file.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TOWN "instances/wulong"

static const char *const exact[] = {"tiny-tt-avoid",
                                    "tiny-tt-half_day",
                                    "tiny-tt-load",
                                    "tiny-tt-need",
                                    "tiny-tt-pins",
                                    "tiny-tt-one_teacher",
                                    "tiny-tt-schools",
                                    "tiny-tt-scope",
                                    "tiny-tt-spread",
                                    "tiny-tt-staffed",
                                    "tiny-tt-wishes",
                                    "tiny-tt-travel_time",
                                    "tiny-tt-infeasible-need",
                                    "wulong"};

static bool is_exact(const char *name)
{
    for (size_t i = 0; i < sizeof exact / sizeof exact[0]; i++)
        if (strcmp(exact[i], name) == 0)
            return true;
    return false;
}

/* The optimum of the model of a line of the table, the same from both formats. */
static long long relaxed(const char *command, const char *folder)
{
    const char *lp = scratch_path("week.lp"), *mps = scratch_path("week.mps");
    struct program p;

    program_run_command(&p, command, folder, "-q", "--write-lp", lp, "--write-mps", mps, NULL);
    if (p.code != 0)
        fail_msg("%s: exit %d: %s", folder, p.code, p.err);
    assert_string_equal(p.out, "");
    program_release(&p);
    glp_prob *a = model_file_read(lp, false), *b = model_file_read(mps, true);
    long long found = model_file_optimum(a);
    assert_true(found == model_file_optimum(b));
    glp_delete_prob(a);
    glp_delete_prob(b);
    return found;
}

static void compare(const char *name, const char *command, bool feasible, long long truth)
{
    char folder[120];

    snprintf(folder, sizeof folder, "instances/%s", name);
    long long found = relaxed(command, folder);
    if ((feasible && (found < 0 || found > truth)) || (is_exact(name) && found != (feasible ? truth : -1)))
        fail_msg("%s: the relaxation has %lld, the best timetable %lld", name, found, feasible ? truth : -1);
}

/* Lines looked at, and those of them whose relaxation is exact. */
struct tally {
    int n, n_exact;
};

static int check_line(const struct expected_line *head, const struct expected_line *l, void *ctx)
{
    struct tally *tally = ctx;
    char *const *field = l->field;

    assert_string_equal(head->field[5], "travel");
    if ((strncmp(field[0], "tiny-tt-", 8) != 0 && strcmp(field[0], "wulong") != 0) ||
        strcmp(field[2], "feasible") == 0)
        return 0;
    const long long truth =
        TT_WEIGHT_UNMET * atoll(field[3]) + TT_WEIGHT_SOFT * atoll(field[4]) + atoll(field[5]);
    compare(field[0], field[1], strcmp(field[2], "optimal") == 0, truth);
    tally->n++;
    tally->n_exact += is_exact(field[0]);
    return 0;
}

static void the_optimum_is_a_bound(void **state)
{
    struct tally tally = {0};

    (void)state;
    expected_each("instances/expected-timetable.tsv", 6, check_line, &tally);
    assert_in_range(tally.n, 26, 100);
    assert_int_equal(tally.n_exact, sizeof exact / sizeof exact[0]);
}

/* What a solver of its own prints of the model; NULL when it is not installed. */
static char *printed_by(const char *solver)
{
    char command[200];

    snprintf(command, sizeof command, "command -v %.8s >/dev/null && %s >%s 2>&1", solver, solver,
             scratch_path("printed"));
    return system(command) == 0 ? slurp(scratch_path("printed")) : NULL;
}

static void glpsol_and_cbc_read_it(void **state)
{
    char command[150];
    int n = 0;

    (void)state;
    program_expect(0, "timetable", TOWN, "-q", "--write-mps", scratch_path("town.mps"), NULL);
    snprintf(command, sizeof command, "glpsol --freemps %s", scratch_path("town.mps"));
    char *text = printed_by(command);
    if (text) {
        assert_true(contains(text, "INTEGER OPTIMAL SOLUTION FOUND"));
        assert_true(contains(text, "mip =   1.800000000e+02 >=     tree is empty") ||
                    contains(text, "1.800000000e+02"));
        n++;
    }
    free(text);
    snprintf(command, sizeof command, "cbc %s -solve", scratch_path("town.mps"));
    text = printed_by(command);
    if (text) {
        assert_true(contains(text, "Optimal solution found"));
        assert_true(contains(text, "Objective value:                180.0"));
        n++;
    }
    free(text);
    if (n == 0)
        skip();
}

static void nothing_or_the_whole_file(void **state)
{
    struct program p;

    (void)state;
    program_expect(73, "timetable", TOWN, "-q", "--write-mps", scratch_path("none/model.mps"), NULL);
    program_run(&p, "timetable", TOWN, "--write-mps", "/dev/full", NULL);
    assert_int_equal(p.code, 74);
    assert_true(contains(p.err, "cannot write '/dev/full'"));
    program_release(&p);
    program_run(&p, "timetable", TOWN, "--lang", "en", "--write-lp", "-", NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, "Subject To"));
    assert_true(contains(p.err, "nothing was solved"));
    program_release(&p);
}

static int remove_all(void **state)
{
    (void)state;
    scratch_remove();
    glp_free_env();
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_optimum_is_a_bound),
        cmocka_unit_test(glpsol_and_cbc_read_it),
        cmocka_unit_test(nothing_or_the_whole_file),
    };

    return cmocka_run_group_tests(tests, NULL, remove_all);
}
