/*
 * test_progress.c - what a watcher sees while a solve lasts: on a terminal one line, rewritten; elsewhere a
 * plain line every 30 seconds; nothing with --quiet. The seconds are data here, so no test waits for them.
 */
#include "solver/base/i18n.h"
#include "solver/cli/progress.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <pty.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_SEEN = 8192 };

/* Standard error is the terminal (or a pipe) while a search tells its progress at these seconds. */
static void watch(bool terminal, bool quiet, const double *seconds, int n, char *seen)
{
    int to[2]; /* where it is read, where it is written */
    struct cli_progress p;

    if (terminal)
        assert_int_equal(openpty(&to[0], &to[1], NULL, NULL, NULL), 0);
    else
        assert_int_equal(pipe(to), 0);
    const int kept = dup(STDERR_FILENO);
    assert_true(dup2(to[1], STDERR_FILENO) >= 0);
    cli_progress_init(&p, quiet);
    for (int i = 0; i < n; i++)
        cli_progress_show(&p, &(struct sec_progress){"need", seconds[i], 12, 9, i + 1, n});
    cli_progress_end(&p);
    fputc('$', stderr); /* so that there is something to read */
    fflush(stderr);
    dup2(kept, STDERR_FILENO);
    close(kept);
    size_t used = 0;
    while (used == 0 || seen[used - 1] != '$') {
        const ssize_t got = read(to[0], seen + used, MAX_SEEN - 1 - used);
        assert_true(got > 0);
        used += (size_t)got;
    }
    seen[used - 1] = '\0';
    close(to[0]);
    close(to[1]);
}

static int count(const char *text, const char *what)
{
    int n = 0;

    for (const char *at = text; (at = strstr(at, what)); at += strlen(what))
        n++;
    return n;
}

static const double seconds[] = {0.1, 0.9, 1.1, 1.2, 1.4, 29.9, 30.15, 30.2, 59.9, 60.2, 61};
enum { N_SECONDS = sizeof seconds / sizeof seconds[0] };

static void a_terminal_has_one_line(void **state)
{
    char seen[MAX_SEEN];

    (void)state;
    watch(true, false, seconds, N_SECONDS, seen);
    assert_int_equal(count(seen, "\n"), 0);
    /* not before a second has passed, and at most five times a second; the last \r wipes the line */
    assert_int_equal(count(seen, "\r"), 7 + 1);
    assert_true(contains(seen, "periods that nobody covers | 1 s | 3/11 | value 12 | bound 9 | gap 25.0%"));
    assert_int_equal(strcmp(seen + strlen(seen) - strlen("\r\033[K"), "\r\033[K"), 0);
    assert_int_equal(count(seen, "\033["), count(seen, "\033[K")); /* no colours, whatever NO_COLOR says */
}

static void elsewhere_a_line_comes_every_half_minute(void **state)
{
    char seen[MAX_SEEN];

    (void)state;
    watch(false, false, seconds, N_SECONDS, seen);
    assert_int_equal(count(seen, "\n"), 2);
    assert_true(contains(seen, "| 30 s | 7/11 | value 12 | bound 9 | gap 25.0%\n"));
    assert_true(contains(seen, "| 60 s | 10/11"));
    assert_int_equal(count(seen, "\r") + count(seen, "\033"), 0);
}

static void quiet_says_nothing(void **state)
{
    char seen[MAX_SEEN];

    (void)state;
    watch(true, true, seconds, N_SECONDS, seen);
    assert_string_equal(seen, "");
    watch(false, true, seconds, N_SECONDS, seen);
    assert_string_equal(seen, "");
}

/* Such a terminal cannot rewrite, and a log of continuous integration should not have to. */
static void a_dumb_terminal_gets_plain_lines(void **state)
{
    char seen[MAX_SEEN];

    (void)state;
    setenv("TERM", "dumb", 1);
    watch(true, false, seconds, N_SECONDS, seen);
    assert_int_equal(count(seen, "\033"), 0);
    assert_int_equal(count(seen, "\n"), 2);
    setenv("TERM", "xterm", 1);
    setenv("CI", "1", 1);
    watch(true, false, seconds, N_SECONDS, seen);
    assert_int_equal(count(seen, "\033"), 0);
    unsetenv("CI");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_terminal_has_one_line),
        cmocka_unit_test(elsewhere_a_line_comes_every_half_minute),
        cmocka_unit_test(quiet_says_nothing),
        cmocka_unit_test(a_dumb_terminal_gets_plain_lines),
    };

    zj_i18n_init("en");
    setenv("TERM", "xterm", 1);
    unsetenv("CI");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
