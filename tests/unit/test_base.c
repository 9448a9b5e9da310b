/*
 * test_base.c - dates, words and memory.
 */
#include "solver/base/date.h"
#include "solver/base/err.h"
#include "solver/base/intern.h"
#include "tests/support/cmocka.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void every_day_from_1900_to_2100_is_itself_again(void **state)
{
    int32_t first = zj_date_from_ymd(1900, 1, 1), last = zj_date_from_ymd(2100, 12, 31);
    int before[3] = {1899, 12, 31};

    (void)state;
    for (int32_t day = first; day <= last; day++) {
        int y, m, d;
        zj_date_to_ymd(day, &y, &m, &d);
        assert_true(zj_date_exists(y, m, d));
        assert_int_equal(zj_date_from_ymd(y, m, d), day);
        bool next_day = y == before[0] && m == before[1] && d == before[2] + 1;
        bool first_of_month = d == 1 && (y - before[0]) * 12 + m - before[1] == 1;
        assert_true(next_day || first_of_month);
        before[0] = y;
        before[1] = m;
        before[2] = d;
    }
    assert_int_equal(last - first + 1, 201 * 365 + 49); /* 49 leap years: 1904 … 2096 with 2000 */
}

static const struct {
    int year, month, day;
    bool exists;
} dates[] = {
    {1970, 1, 1, true},   {2024, 2, 29, true},  {2023, 2, 29, false},  {1900, 2, 29, false},
    {2000, 2, 29, true},  {2100, 2, 29, false}, {2026, 4, 31, false},  {2026, 0, 1, false},
    {2026, 13, 1, false}, {2026, 1, 0, false},  {1899, 12, 31, false}, {2101, 1, 1, false},
    {1900, 1, 1, true},   {2100, 12, 31, true},
};

static void only_days_of_the_calendar_exist(void **state)
{
    char text[16];

    (void)state;
    for (size_t i = 0; i < sizeof dates / sizeof dates[0]; i++)
        assert_int_equal(zj_date_exists(dates[i].year, dates[i].month, dates[i].day), dates[i].exists);
    assert_int_equal(zj_date_from_ymd(1970, 1, 1), 0);
    assert_int_equal(zj_date_from_ymd(2000, 3, 1), 11017);
    assert_string_equal(zj_date_text(-1, text), "1969-12-31");
    assert_string_equal(zj_date_text(zj_date_from_ymd(2026, 9, 1), text), "2026-09-01");
}

static void words_keep_their_numbers_while_the_table_grows(void **state)
{
    enum { N_WORDS = 5000 };
    struct zj_arena a = {0};
    struct zj_intern t = {0};
    char word[32];

    (void)state;
    assert_int_equal(zj_intern_find(&t, "音乐"), -1);
    for (int i = 0; i < N_WORDS; i++) {
        snprintf(word, sizeof word, "word %d", i);
        assert_int_equal(zj_intern(&t, &a, word), i);
    }
    for (int i = 0; i < N_WORDS; i++) {
        snprintf(word, sizeof word, "word %d", i);
        assert_int_equal(zj_intern(&t, &a, word), i);
        assert_int_equal(zj_intern_find(&t, word), i);
        assert_string_equal(t.text[i], word);
    }
    assert_int_equal(zj_intern_find(&t, "word"), -1);
    assert_int_equal(t.n, N_WORDS);
    zj_intern_release(&t);
    zj_arena_release(&a);
}

static void arena_memory_is_zeroed_aligned_and_apart(void **state)
{
    enum { N_BLOCKS = 300 };
    struct zj_arena a = {0};
    unsigned char *block[N_BLOCKS];

    (void)state;
    for (size_t i = 0; i < N_BLOCKS; i++) {
        size_t size = (i * 997) % 5000;
        block[i] = zj_alloc(&a, size);
        assert_int_equal((uintptr_t)block[i] % _Alignof(max_align_t), 0);
        for (size_t k = 0; k < size; k++)
            assert_int_equal(block[i][k], 0);
        memset(block[i], (int)(i % 255) + 1, size);
    }
    for (size_t i = 0; i < N_BLOCKS; i++)
        for (size_t k = 0; k < (i * 997) % 5000; k++)
            assert_int_equal(block[i][k], (int)(i % 255) + 1);
    assert_string_equal(zj_printf(&a, "%s-%d", "学校", 7), "学校-7");
    assert_string_equal(zj_strndup(&a, "abcdef", 3), "abc");
    zj_arena_release(&a);
    assert_null(a.head);
}

static void product_too_large(void)
{
    struct zj_arena a = {0};

    zj_alloc_n(&a, SIZE_MAX / 2, 16);
}

static void cleanup(void)
{
    if (write(STDOUT_FILENO, "clean", 5) != 5)
        _exit(98);
}

/* Exit code of a child that runs out of memory in fn; what it wrote to stdout is in `text`. */
static int run_out(void (*fn)(void), char text[16])
{
    int ends[2], status;

    assert_int_equal(pipe(ends), 0);
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (pid == 0) {
        dup2(ends[1], STDOUT_FILENO);
        close(STDERR_FILENO);
        zj_on_exit_cleanup(cleanup);
        fn();
        _exit(99);
    }
    close(ends[1]);
    ssize_t n = read(ends[0], text, 15);
    text[n > 0 ? n : 0] = '\0';
    close(ends[0]);
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static void out_of_memory_cleans_up_and_ends_with_71(void **state)
{
    char text[16];

    (void)state;
    assert_int_equal(run_out(product_too_large, text), ZJ_ENOMEM);
    assert_string_equal(text, "clean");
    assert_int_equal(run_out(zj_out_of_memory, text), ZJ_ENOMEM);
}

static void a_long_failure_is_cut_between_characters(void **state)
{
    struct zj_err err;
    char text[3 * 500 + 1];

    (void)state;
    for (size_t i = 0; i < 500; i++)
        memcpy(text + 3 * i, "课", 4);
    for (size_t shift = 0; shift < 3; shift++) {
        assert_int_equal(zj_fail(&err, ZJ_EDATA, "%.*s%s", (int)shift, "ab", text), ZJ_EDATA);
        size_t n = strlen(err.text);
        assert_true(n < sizeof err.text && n > sizeof err.text - 5);
        assert_memory_equal(err.text + n - 3, "课", 3);
    }
    assert_int_equal(zj_fail(NULL, ZJ_EIO, "nobody listens"), ZJ_EIO);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_day_from_1900_to_2100_is_itself_again),
        cmocka_unit_test(only_days_of_the_calendar_exist),
        cmocka_unit_test(words_keep_their_numbers_while_the_table_grows),
        cmocka_unit_test(arena_memory_is_zeroed_aligned_and_apart),
        cmocka_unit_test(out_of_memory_cleans_up_and_ends_with_71),
        cmocka_unit_test(a_long_failure_is_cut_between_characters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
