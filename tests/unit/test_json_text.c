/*
 * test_json_text.c - every value of a JSON text knows where it stands.
 */
#include "solver/base/i18n.h"
#include "solver/io/json_value.h"
#include "tests/support/cmocka.h"

#include <stdlib.h>
#include <string.h>

static const char text[] = "\xEF\xBB\xBF{ \"a\" : [1, [ ], [[2],\"x,]}\\\"\"], {\"学校\":\ttrue}],\r\n"
                           "  \"音\\u4e50\":{\n"
                           "\t\"c\": null, \"d\": -0, \"e\":1.5e3}\n"
                           "}\n";

static const struct {
    const char *path;
    int line, column, key_line, key_column;
    const char *raw;
} places[] = {
    {"", 1, 1, 0, 0, NULL},
    {"a", 1, 9, 1, 3, NULL},
    {"a[0]", 1, 10, 0, 0, "1"},
    {"a[1]", 1, 13, 0, 0, "[ ]"},
    {"a[2]", 1, 18, 0, 0, "[[2],\"x,]}\\\"\"]"},
    {"a[2][0]", 1, 19, 0, 0, "[2]"},
    {"a[2][0][0]", 1, 20, 0, 0, "2"},
    {"a[2][1]", 1, 23, 0, 0, "\"x,]}\\\"\""},
    {"a[3]", 1, 34, 0, 0, "{\"学校\":\ttrue}"},
    {"a[3].学校", 1, 41, 1, 35, "true"},
    {"音乐", 2, 13, 2, 3, NULL},
    {"音乐.c", 3, 7, 3, 2, "null"},
    {"音乐.d", 3, 18, 3, 13, "-0"},
    {"音乐.e", 3, 26, 3, 22, "1.5e3"},
};

static void every_value_knows_its_place(void **state)
{
    struct zj_diag d = {0};
    struct zj_json j;

    (void)state;
    assert_int_equal(zj_json_load(&j, text, sizeof text - 1, "f.json", &d), ZJ_OK);
    assert_int_equal(j.n, sizeof places / sizeof places[0]);
    for (int i = 0; i < j.n; i++) {
        const struct zj_place *at = zj_json_at(&j, i), *key = zj_json_at_key(&j, i);
        assert_string_equal(at->field ? at->field : "", places[i].path);
        assert_int_equal(at->line, places[i].line);
        assert_int_equal(at->column, places[i].column);
        assert_int_equal(key->line, places[i].key_line ? places[i].key_line : places[i].line);
        assert_int_equal(key->column, places[i].key_line ? places[i].key_column : places[i].column);
        if (places[i].raw) {
            assert_int_equal(j.node[i].len, strlen(places[i].raw));
            assert_memory_equal(j.text + j.node[i].at, places[i].raw, j.node[i].len);
        }
    }
    zj_json_release(&j);
    zj_diag_release(&d);
}

static void members_and_items_are_found(void **state)
{
    struct zj_diag d = {0};
    struct zj_json j;
    int n = 0;

    (void)state;
    assert_int_equal(zj_json_load(&j, text, sizeof text - 1, "f.json", &d), ZJ_OK);
    int a = zj_json_member(&j, 0, "a"), b = zj_json_member(&j, 0, "音乐");
    assert_int_equal(zj_json_member(&j, 0, "b"), -1);
    assert_int_equal(zj_json_member(&j, a, "b"), -1);
    assert_true(zj_json_member(&j, b, "c") > 0);
    assert_int_equal(zj_json_given(&j, b, "c"), -1);
    for (int i = zj_json_first(&j, a); i >= 0; i = zj_json_after(&j, i))
        assert_int_equal(j.node[i].index, n++);
    assert_int_equal(n, 4);
    assert_int_equal(zj_json_first(&j, zj_json_first(&j, a)), -1);
    assert_int_equal(zj_json_after(&j, 0), -1);
    assert_int_equal(zj_json_n_items(&j, a), 4);
    int scalar = zj_json_member(&j, b, "d");
    assert_int_equal(zj_json_first_item(&j, scalar), scalar);
    assert_int_equal(zj_json_next_item(&j, scalar, scalar), -1);
    zj_json_release(&j);
    zj_diag_release(&d);
}

/* "[[…]]" of this depth inside an object, which is one level more. */
static char *nested(int depth)
{
    char *s = calloc((size_t)depth * 2 + 16, 1);

    strcpy(s, "{\"a\":");
    memset(s + 5, '[', (size_t)depth);
    memset(s + 5 + depth, ']', (size_t)depth);
    strcat(s, "}");
    return s;
}

static enum zj_status load_status(const char *json, size_t n)
{
    struct zj_diag d = {0};
    struct zj_json j;
    enum zj_status st = zj_json_load(&j, json, n, "f.json", &d);

    assert_int_equal(st == ZJ_OK, d.n_errors == 0);
    zj_json_release(&j);
    zj_diag_release(&d);
    return st;
}

static void depth_and_length_have_limits(void **state)
{
    (void)state;
    for (int depth = ZJ_JSON_MAX_DEPTH - 2; depth <= ZJ_JSON_MAX_DEPTH + 1; depth++) {
        char *s = nested(depth);
        assert_int_equal(load_status(s, strlen(s)), depth + 1 <= ZJ_JSON_MAX_DEPTH ? ZJ_OK : ZJ_EDATA);
        free(s);
    }
    char *deep = calloc(1000001, 1);
    memset(deep, '[', 1000000);
    assert_int_equal(load_status(deep, 1000000), ZJ_EDATA);
    free(deep);
    for (size_t length = ZJ_JSON_MAX_STRING; length <= ZJ_JSON_MAX_STRING + 1; length++) {
        char *s = calloc(length + 64, 1);
        strcpy(s, "{\"a\":\"");
        memset(s + 6, 'x', length);
        strcat(s, "\"}");
        assert_int_equal(load_status(s, strlen(s)), length <= ZJ_JSON_MAX_STRING ? ZJ_OK : ZJ_EDATA);
        memcpy(s, "{\"a\":1,\"", 8);
        memset(s + 8, 'k', length);
        strcpy(s + 8 + length, "\":1}");
        assert_int_equal(load_status(s, strlen(s)), length <= ZJ_JSON_MAX_STRING ? ZJ_OK : ZJ_EDATA);
        free(s);
    }
}

/* Not one of these is JSON, or not JSON that a program should guess at. */
static const char *const malformed[] = {
    "",
    " ",
    "{",
    "}",
    "{]",
    "[]",
    "1",
    "null",
    "{\"a\"}",
    "{\"a\":}",
    "{\"a\":1,}",
    "{,}",
    "{a:1}",
    "{'a':1}",
    "{\"a\":1}}",
    "{\"a\":1} x",
    "{\"a\":+1}",
    "{\"a\":01}",
    "{\"a\":.5}",
    "{\"a\":1.}",
    "{\"a\":1e}",
    "{\"a\":NaN}",
    "{\"a\":-}",
    "{\"a\":Infinity}",
    "{\"a\":0x10}",
    "{\"a\":tru}",
    "{\"a\":nul}",
    "{\"a\":\"}",
    "{\"a\":\"\\x41\"}",
    "{\"a\":\"\\u12\"}",
    "{\"a\":\"\\ud800\"}",
    "{\"a\":\"\\u0000\"}",
    "{\"a\":\"\t\"}",
    "{\"a\":\"\n\"}",
    "{\"a\":1,\"a\":2}",
    "{\"a\":[1,]}",
    "{\"a\":[,1]}",
    "{\"a\":[1 2]}",
    "{\"a\":1 \"b\":2}",
    "{\"a\" 1}",
    "{\"a\":\"\xC0\xAF\"}",
    "{\"a\":\"\xED\xA0\x80\"}",
    "{\"a\":\"\xFF\"}",
    "{\"a\":\"\xE5\xAD\"}",
    "{\"a\":18446744073709551616}",
    "\xEF\xBB\xBF\xEF\xBB\xBF{}",
    "\xFF\xFE{\0}\0",
    "/* a */{}",
    "{} // b",
};

static void what_is_not_json_is_refused_with_a_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof malformed / sizeof malformed[0]; i++) {
        struct zj_diag d = {0};
        struct zj_json j;
        if (zj_json_load(&j, malformed[i], strlen(malformed[i]), "f.json", &d) != ZJ_EDATA)
            fail_msg("accepted: %s", malformed[i]);
        assert_int_equal(d.n_errors, 1);
        assert_string_equal(d.problem[0].file, "f.json");
        assert_true(d.problem[0].line >= 1);
        zj_json_release(&j);
        zj_diag_release(&d);
    }
    assert_int_equal(load_status("{\"a\":1}\0", 8), ZJ_EDATA);
    assert_int_equal(load_status("{}", 2), ZJ_OK);
}

/* Readers of values, each on a text that does not fit it. */
static void values_that_do_not_fit_are_reported(void **state)
{
    static const char json[] = "{\"int\": 5, \"big\": 9007199254740993, \"real\": 1.0, \"text\": \"x\", "
                               "\"empty\": \"\", \"date\": \"2024-02-30\","
                               " \"list\": [1, 2, 3], \"bool\": true, \"x_any\": 1.5, \"lst\": 1}";
    static const char *const names[] = {"int", "big", "real", "text", "empty", "date", "list", "bool"};
    static const char *const words[] = {"one", "two"};
    struct zj_diag d = {0};
    struct zj_json j;
    int i = 7, chosen = 7;
    int64_t wide = 7;
    int32_t date = 7;
    bool flag;

    (void)state;
    assert_int_equal(zj_json_load(&j, json, sizeof json - 1, "f.json", &d), ZJ_OK);
    assert_false(zj_json_int(&j, zj_json_member(&j, 0, "int"), 0, 4, &i));
    assert_false(
        zj_json_integer(&j, zj_json_member(&j, 0, "big"), -((int64_t)1 << 53), (int64_t)1 << 53, &wide));
    assert_false(zj_json_int(&j, zj_json_member(&j, 0, "real"), 0, 4, &i));
    assert_false(zj_json_int(&j, zj_json_member(&j, 0, "text"), 0, 4, &i));
    assert_null(zj_json_string(&j, zj_json_member(&j, 0, "empty")));
    assert_null(zj_json_string(&j, zj_json_member(&j, 0, "int")));
    assert_false(zj_json_date(&j, zj_json_member(&j, 0, "date"), &date));
    assert_false(zj_json_choice(&j, zj_json_member(&j, 0, "text"), words, 2, &chosen));
    assert_false(zj_json_bool(&j, zj_json_member(&j, 0, "int"), &flag));
    assert_false(zj_json_expect_array(&j, zj_json_member(&j, 0, "list"), 2));
    assert_false(zj_json_expect_array(&j, 0, 2));
    assert_false(zj_json_expect_object(&j, zj_json_member(&j, 0, "list")));
    assert_int_equal(zj_json_require(&j, 0, "none"), -1);
    assert_int_equal(d.n_errors, 13);
    zj_json_known_members(&j, 0, names, 8);
    assert_int_equal(d.n_errors, 14);
    assert_string_equal(d.problem[13].text, "unknown member 'lst'; the nearest known name is 'list'");
    assert_int_equal(i, 7);
    assert_int_equal(wide, 7);
    assert_int_equal(date, 7);
    assert_int_equal(chosen, 7);
    assert_true(zj_json_int(&j, zj_json_member(&j, 0, "int"), 5, 5, &i));
    assert_int_equal(i, 5);
    assert_true(zj_json_expect_array(&j, zj_json_member(&j, 0, "list"), 3));
    zj_json_release(&j);
    zj_diag_release(&d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_value_knows_its_place),
        cmocka_unit_test(members_and_items_are_found),
        cmocka_unit_test(depth_and_length_have_limits),
        cmocka_unit_test(what_is_not_json_is_refused_with_a_place),
        cmocka_unit_test(values_that_do_not_fit_are_reported),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
