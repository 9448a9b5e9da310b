/*
 * test_template.c - what `zoujiao template` writes can be read and solved; the data dictionary is complete.
 */
#include "models/secondment/secondment.h"
#include "solver/base/i18n.h"
#include "solver/io/columns.h"
#include "solver/io/read.h"
#include "solver/io/write.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const langs[] = {"en", "zh"};

/* Read an instance of which nothing is said, or only that nobody filled it in. */
static void read_quietly(const char *path, bool filled, struct zj_instance *in, struct zj_policy *pol)
{
    struct zj_read_options opt = {0};
    struct zj_diag d = {0};

    assert_int_equal(zj_read_instance(path, &opt, in, pol, &d), ZJ_OK);
    assert_int_equal(d.n, filled ? 0 : 1);
    if (!filled)
        assert_string_equal(d.problem[0].code, "no_schools");
    zj_diag_release(&d);
}

static void the_empty_tables_are_an_instance(void **state)
{
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_err err;

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        zj_i18n_init(langs[i]);
        assert_int_equal(zj_write_template(scratch_path("new"), &err), ZJ_OK);
        read_quietly(scratch_path("new"), false, &in, &pol);
        assert_int_equal(in.n_schools, 0);
        assert_false(in.has_pairings);
        zj_instance_release(&in);
        zj_policy_release(&pol);
        scratch_remove();
    }
}

static void the_example_is_solved(void **state)
{
    struct sec_options opt = {.jobs = 1};
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_plan plan;
    struct zj_err err;

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        zj_i18n_init(langs[i]);
        assert_int_equal(zj_write_template(scratch_path("new"), &err), ZJ_OK);
        read_quietly(scratch_path("new/example"), true, &in, &pol);
        assert_int_equal(in.n_schools, 4);
        assert_int_equal(in.n_teachers, 8);
        assert_int_equal(pol.n_rules, 4);
        assert_int_equal(sec_solve(&in, &pol, &opt, &plan, &err), ZJ_OK);
        assert_int_equal(plan.status, ZJ_PLAN_OPTIMAL);
        assert_true(plan.postings.n > 0);
        zj_plan_release(&plan);
        zj_instance_release(&in);
        zj_policy_release(&pol);
        scratch_remove();
    }
}

static void a_folder_in_use_is_left_alone(void **state)
{
    struct zj_err err;

    (void)state;
    scratch_write("new", "a file");
    assert_int_equal(zj_write_template(scratch_path("new"), &err), ZJ_ECREATE);
    assert_int_equal(zj_write_template(scratch_path("no/such/folder"), &err), ZJ_ECREATE);
    assert_int_equal(zj_write_template(scratch(), &err), ZJ_ECREATE);
    assert_true(contains(err.text, "is not empty"));
    assert_int_equal(count_files(scratch(), ""), 3); /* . and .. and the file */
    scratch_remove();
}

static void the_tables_open_in_spreadsheet_programs(void **state)
{
    struct zj_err err;

    (void)state;
    zj_i18n_init("zh");
    assert_int_equal(zj_write_template(scratch_path("new"), &err), ZJ_OK);
    char *text = slurp(scratch_path("new/wishes.csv"));
    assert_string_equal(text, "\xEF\xBB\xBF工号,意向学校,意愿\r\n");
    free(text);
    zj_i18n_init("en");
    text = slurp(scratch_path("new/README.txt"));
    for (int c = 0; c < ZJ_N_COLUMNS; c++)
        assert_true(contains(text, zj_columns[c].zh) && contains(text, zj_columns[c].en));
    free(text);
    scratch_remove();
}

static void the_dictionary_names_every_column(void **state)
{
    char *text;
    size_t size;
    FILE *out = open_memstream(&text, &size);

    (void)state;
    zj_print_dictionary(out);
    fclose(out);
    for (int c = 0; c < ZJ_N_COLUMNS; c++)
        assert_true(contains(text, zj_columns[c].zh) && contains(text, zj_columns[c].en));
    for (int t = 0; t < ZJ_N_TABLES; t++)
        assert_true(contains(text, zj_tables[t].file));
    free(text);
}

static int speak_english(void **state)
{
    (void)state;
    zj_i18n_init("en");
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(the_empty_tables_are_an_instance, speak_english),
        cmocka_unit_test_teardown(the_example_is_solved, speak_english),
        cmocka_unit_test(a_folder_in_use_is_left_alone),
        cmocka_unit_test(the_tables_open_in_spreadsheet_programs),
        cmocka_unit_test(the_dictionary_names_every_column),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
