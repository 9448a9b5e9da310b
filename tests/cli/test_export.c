/*
 * test_export.c - exported models, read back from their files and solved, have the optimum of
 * instances/expected.tsv.
 *
 * The objective of a file is 10000 soft + 100 need + travel (models/secondment/export.h). Where
 * fairness, which it leaves out, made travel dearer the two would differ; in no tiny instance it does.
 */
#include "tests/support/cmocka.h"
#include "tests/support/expected.h"
#include "tests/support/model_file.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* It has teachers who are alike, so that types shorten the model. */
#define ALIKE "instances/libo"

static const struct {
    const char *option, *file;
    bool mps;
} formats[] = {{"--write-lp", "model.lp", false}, {"--write-mps", "model.mps", true}};

static glp_prob *exported(const char *folder, const char *naive, int format)
{
    const char *path = scratch_path(formats[format].file);

    program_expect(0, "secondment", folder, "--quiet", formats[format].option, path, naive, NULL);
    return model_file_read(path, formats[format].mps);
}

static void compare(const char *name, long long expected)
{
    static const char *const naive[] = {NULL, "--naive"};
    char folder[120];

    snprintf(folder, sizeof folder, "instances/%s", name);
    for (int f = 0; f < 2; f++) {
        for (int k = 0; k < 2; k++) {
            glp_prob *p = exported(folder, naive[k], f);
            long long found = model_file_optimum(p);
            if (found != expected)
                fail_msg("%s %s %s: %lld, expected %lld", name, formats[f].option, k ? naive[k] : "", found,
                         expected);
            glp_delete_prob(p);
        }
    }
}

/* *n counts the tiny instances that the command alone solves. */
static int check_line(const struct expected_line *head, const struct expected_line *l, void *n)
{
    char *const *field = l->field;

    assert_string_equal(head->field[6], "travel");
    if (strncmp(field[0], "tiny-", 5) != 0 || strcmp(field[1], "secondment {}") != 0)
        return 0;
    bool none = strcmp(field[2], "infeasible") == 0;
    compare(field[0], none ? -1 : 10000 * atoll(field[3]) + 100 * atoll(field[4]) + atoll(field[6]));
    ++*(int *)n;
    return 0;
}

static void tiny_ones_keep_their_optimum(void **state)
{
    int n = 0;

    (void)state;
    expected_each("instances/expected.tsv", 7, check_line, &n);
    assert_in_range(n, 15, 100);
}

/* Readers of MPS take the first free row for the objective, whatever comes first in the file. */
static void no_row_is_free(void **state)
{
    (void)state;
    glp_prob *p = exported(ALIKE, NULL, 1);
    for (int i = 1; i <= glp_get_num_rows(p); i++)
        assert_int_not_equal(glp_get_row_type(p, i), GLP_FR);
    glp_delete_prob(p);
}

static void types_shorten_the_model(void **state)
{
    (void)state;
    glp_prob *types = exported(ALIKE, NULL, 1), *persons = exported(ALIKE, "--naive", 1);
    assert_true(glp_get_num_cols(persons) > glp_get_num_cols(types));
    glp_delete_prob(types);
    glp_delete_prob(persons);
}

static void nothing_or_the_whole_file(void **state)
{
    struct program p;
    struct stat file;

    (void)state;
    mkdir(scratch_path("models"), 0700);
    scratch_write("models/model.lp", "old");
    program_expect(0, "secondment", ALIKE, "-q", "--write-lp", scratch_path("models/model.lp"), NULL);
    assert_int_equal(stat(scratch_path("models/model.lp"), &file), 0);
    assert_true(file.st_size > 10000);
    assert_int_equal(count_files(scratch_path("models"), ".zoujiao"), 0);
    program_expect(73, "secondment", ALIKE, "-q", "--write-mps", scratch_path("none/model.mps"), NULL);
    program_run(&p, "secondment", ALIKE, "--write-mps", "/dev/full", NULL);
    assert_int_equal(p.code, 74);
    assert_true(contains(p.err, "cannot write '/dev/full'"));
    program_release(&p);
    program_run(&p, "secondment", ALIKE, "-q", "--write-lp", "-", NULL);
    assert_int_equal(p.code, 0);
    assert_true(contains(p.out, "Subject To"));
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
        cmocka_unit_test(tiny_ones_keep_their_optimum),
        cmocka_unit_test(no_row_is_free),
        cmocka_unit_test(types_shorten_the_model),
        cmocka_unit_test(nothing_or_the_whole_file),
    };

    return cmocka_run_group_tests(tests, NULL, remove_all);
}
