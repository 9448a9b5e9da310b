/*
 * test_table.c - tables line up on a terminal, where a Chinese character is two columns wide.
 */
#include "solver/report/table.h"

#include "tests/support/cmocka.h"

#include <stdlib.h>
#include <string.h>

static const char *const titles[] = {"school", "n", "note"};

/* The table as text; heap. */
static char *printed(const struct rep_table *t, int max)
{
    char *text = NULL;
    size_t n = 0;
    FILE *f = open_memstream(&text, &n);

    rep_table_print(t, f, max);
    fclose(f);
    return text;
}

static void row(struct rep_table *t, const char *school, int n, const char *note)
{
    rep_cell(t, "%s", school);
    rep_cell(t, "%d", n);
    rep_cell(t, "%s", note);
}

static void widths(void **state)
{
    (void)state;
    assert_int_equal(rep_width(""), 0);
    assert_int_equal(rep_width("S001"), 4);
    assert_int_equal(rep_width("阳城"), 4);
    assert_int_equal(rep_width("，。"), 4);
    assert_int_equal(rep_width("a阳b"), 4);
    assert_int_equal(rep_width("é"), 1);
    assert_int_equal(rep_width("e\xCC\x81"), 1); /* a combining accent takes no column */
    assert_int_equal(rep_width("𠮷"), 2);
}

static void clipping(void **state)
{
    static const struct {
        const char *text;
        int width;
        const char *clipped;
    } cases[] = {
        {"abc", 3, "abc"},      {"abcd", 3, "ab…"},   {"阳城县", 6, "阳城县"},
        {"阳城县", 5, "阳城…"}, {"阳城县", 4, "阳…"}, {"阳城县", 1, "…"},
    };
    struct zj_arena a = {0};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        const char *text = rep_clip(&a, cases[i].text, cases[i].width);
        assert_string_equal(text, cases[i].clipped);
        assert_true(rep_width(text) <= cases[i].width);
    }
    zj_arena_release(&a);
}

static void columns_line_up(void **state)
{
    struct rep_table t;

    (void)state;
    REP_TABLE_INIT(&t, titles);
    row(&t, "阳城一小", 7, "x");
    row(&t, "S2", 120, "");
    char *text = printed(&t, 0);
    assert_string_equal(text, "  school      n  note\n"
                              "  阳城一小    7  x\n"
                              "  S2        120\n");
    free(text);
    rep_table_release(&t);
}

static void long_tables_are_cut_with_a_count(void **state)
{
    struct rep_table t;

    (void)state;
    REP_TABLE_INIT(&t, titles);
    rep_heading(&t, "first");
    for (int i = 0; i < 5; i++)
        row(&t, "S", i, "x");
    rep_heading(&t, "second");
    row(&t, "a school with a long name", 9, "x");
    char *text = printed(&t, 4);
    assert_non_null(strstr(text, "… and 3 more rows"));
    assert_null(strstr(text, "second"));
    assert_null(strstr(text, "long name"));
    free(text);
    text = printed(&t, 7);
    assert_null(strstr(text, "second")); /* no heading without a row below it */
    assert_non_null(strstr(text, "… and 1 more row;"));
    free(text);
    text = printed(&t, 0);
    assert_non_null(strstr(text, " second\n"));
    assert_null(strstr(text, "more row"));
    free(text);
    rep_table_release(&t);
}

static void control_characters_cannot_move_the_cursor(void **state)
{
    struct rep_table t;

    (void)state;
    REP_TABLE_INIT(&t, titles);
    row(&t, "a\033[2Jb", 1, "c\nd");
    char *text = printed(&t, 0);
    assert_null(strchr(text, '\033'));
    assert_non_null(strstr(text, "\\x1B[2Jb"));
    assert_non_null(strstr(text, "c\\x0Ad"));
    free(text);
    rep_table_release(&t);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(widths),
        cmocka_unit_test(clipping),
        cmocka_unit_test(columns_line_up),
        cmocka_unit_test(long_tables_are_cut_with_a_count),
        cmocka_unit_test(control_characters_cannot_move_the_cursor),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
