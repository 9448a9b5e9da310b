/*
 * test_diag.c - problems are printed with their place, safely, in the order found.
 */
#include "solver/base/diag.h"
#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "tests/support/cmocka.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static char *printed(const struct zj_diag *d, int max, void (*as_json)(const struct zj_diag *, FILE *))
{
    char *text;
    size_t n;
    FILE *out = open_memstream(&text, &n);

    if (as_json)
        as_json(d, out);
    else
        zj_diag_print(d, out, max);
    fclose(out);
    return text;
}

static const struct {
    const char *why;
    struct zj_place at;
    const char *expected;
} places[] = {
    {"everything is known", {"teachers.csv", 17, 5, "出生日期"}, "teachers.csv:17:5 (出生日期): wrong\n"},
    {"no field", {"teachers.csv", 17, 5, NULL}, "teachers.csv:17:5: wrong\n"},
    {"no column", {"teachers.csv", 17, 0, NULL}, "teachers.csv:17: wrong\n"},
    {"a column without a line means nothing", {"teachers.csv", 0, 5, NULL}, "teachers.csv: wrong\n"},
    {"only a file and a field", {"teachers.csv", 0, 0, "sex"}, "teachers.csv (sex): wrong\n"},
    {"a cell of a sheet", {"b.xlsx 教师!", 17, 4, "出生日期"}, "b.xlsx 教师!D17 (出生日期): wrong\n"},
    {"a far column", {"b.xlsx 教师!", 1, 703, NULL}, "b.xlsx 教师!AAA1: wrong\n"},
    {"a row of a sheet", {"b.xlsx 教师!", 17, 0, NULL}, "b.xlsx 教师!17: wrong\n"},
    {"a sheet", {"b.xlsx 教师!", 0, 0, NULL}, "b.xlsx 教师: wrong\n"},
    {"only a field", {NULL, 0, 0, "objective"}, "(objective): wrong\n"},
    {"nothing", {NULL, 0, 0, NULL}, "wrong\n"},
    {"a file name cannot forge a line", {"a\nb", 1, 1, "\x1b[31m"}, "a\\x0Ab:1:1 (\\x1B[31m): wrong\n"},
};

static void the_place_is_told_as_far_as_it_is_known(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof places / sizeof places[0]; i++) {
        struct zj_diag d = {0};
        zj_diag_add(&d, ZJ_ERROR, "x", &places[i].at, "%s", "wrong");
        char *text = printed(&d, 0, NULL);
        if (strcmp(text, places[i].expected) != 0)
            fail_msg("%s: %s", places[i].why, text);
        free(text);
        zj_diag_release(&d);
    }
}

static const struct {
    const char *raw, *shown;
} texts[] = {
    {"音乐 and ASCII", "音乐 and ASCII"},
    {"tab\there", "tab\\x09here"},
    {"bell\x07, delete\x7f", "bell\\x07, delete\\x7F"},
    {"C1: \xC2\x9B", "C1: \\xC2\\x9B"},
    {"left to right override \xE2\x80\xAD", "left to right override \\xE2\\x80\\xAD"},
    {"isolate \xE2\x81\xA6x\xE2\x81\xA9", "isolate \\xE2\\x81\\xA6x\\xE2\\x81\\xA9"},
    {"line separator \xE2\x80\xA8", "line separator \\xE2\\x80\\xA8"},
    {"broken \xD1\xA7\xD0 \xFF", "broken \xD1\xA7\\xD0 \\xFF"},
    {"overlong \xC0\xAF", "overlong \\xC0\\xAF"},
};

static void what_could_fool_a_terminal_is_escaped(void **state)
{
    struct zj_arena a = {0};

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        assert_string_equal(zj_printable(&a, texts[i].raw), texts[i].shown);
    zj_arena_release(&a);
}

static void the_rest_is_counted(void **state)
{
    struct zj_diag d = {0};
    const struct zj_place at = {"a.csv", 1, 1, NULL};

    (void)state;
    for (int i = 0; i < 5; i++)
        zj_diag_add(&d, i == 0 ? ZJ_WARNING : i == 1 ? ZJ_NOTE : ZJ_ERROR, "x", &at, "problem %d", i);
    assert_int_equal(d.n_errors, 3);
    assert_int_equal(d.n_warnings, 1);
    char *text = printed(&d, 2, NULL);
    assert_string_equal(text, "a.csv:1:1: problem 2\na.csv:1:1: problem 3\n… and 3 more problems\n");
    free(text);
    text = printed(&d, 4, NULL); /* errors first, but in the order found */
    assert_non_null(strstr(text, "problem 0\na.csv:1:1: problem 2\n"));
    assert_non_null(strstr(text, "… and 1 more problem\n"));
    free(text);
    text = printed(&d, 5, NULL);
    assert_null(strstr(text, "more"));
    free(text);
    zj_diag_release(&d);
}

static void machines_get_the_same_as_json(void **state)
{
    struct zj_diag d = {0};
    const struct zj_place at = {"教师.csv", 3, 0, "性别"};

    (void)state;
    zj_diag_add(&d, ZJ_ERROR, "bad_value", &at, "'%s' is wrong", "\"\x01");
    zj_diag_add(&d, ZJ_NOTE, "encoding", NULL, "read as GB18030");
    char *text = printed(&d, 0, zj_diag_print_json);
    json_t *list = json_loads(text, 0, NULL);
    assert_int_equal(json_array_size(list), 2);
    const json_t *o = json_array_get(list, 0);
    assert_string_equal(json_string_value(json_object_get(o, "code")), "bad_value");
    assert_string_equal(json_string_value(json_object_get(o, "severity")), "error");
    assert_string_equal(json_string_value(json_object_get(o, "file")), "教师.csv");
    assert_int_equal(json_integer_value(json_object_get(o, "line")), 3);
    assert_true(json_is_null(json_object_get(o, "column")));
    assert_string_equal(json_string_value(json_object_get(o, "text")), "'\"\\x01' is wrong");
    assert_true(json_is_null(json_object_get(json_array_get(list, 1), "file")));
    json_decref(list);
    free(text);
    zj_diag_release(&d);
}

static void the_distance_of_two_words_is_the_number_of_changes(void **state)
{
    (void)state;
    assert_int_equal(zj_edit_distance("terms", "terms", 9), 0);
    assert_int_equal(zj_edit_distance("term", "terms", 9), 1);
    assert_int_equal(zj_edit_distance("学科", "学校", 9), 1);
    assert_int_equal(zj_edit_distance("", "abc", 9), 3);
    assert_int_equal(zj_edit_distance("abc", "xyz", 1), 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_place_is_told_as_far_as_it_is_known),
        cmocka_unit_test(what_could_fool_a_terminal_is_escaped),
        cmocka_unit_test(the_rest_is_counted),
        cmocka_unit_test(machines_get_the_same_as_json),
        cmocka_unit_test(the_distance_of_two_words_is_the_number_of_changes),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
