/*
 * test_folder.c - a folder of files appears whole or not at all, and takes the place of an old one at once.
 */
#include "solver/base/folder.h"
#include "solver/base/i18n.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { N = 3 };
static const char *const names[N] = {"a", "b", "c"};

/* Three files that all hold the text. */
static void fill(struct zj_folder_file file[N], const char *text)
{
    for (int i = 0; i < N; i++)
        file[i] = (struct zj_folder_file){names[i], text, strlen(text)};
}

static enum zj_status write_three(const char *text, struct zj_err *err)
{
    struct zj_folder_file file[N];

    fill(file, text);
    return zj_folder_write(scratch_path("folder"), file, N, err);
}

static enum zj_status replace_three(const char *text, struct zj_err *err)
{
    struct zj_folder_file file[N];

    fill(file, text);
    return zj_folder_replace(scratch_path("folder"), file, N, names, N, err);
}

/* All three files hold one text; it is that one (NULL: any), and nothing is left beside the folder. */
static void assert_whole(const char *expected)
{
    char *first = slurp(scratch_path("folder/a"));

    assert_non_null(first);
    for (int i = 1; i < N; i++) {
        char path[32];
        snprintf(path, sizeof path, "folder/%s", names[i]);
        char *other = slurp(scratch_path(path));
        assert_string_equal(first, other);
        free(other);
    }
    if (expected)
        assert_string_equal(first, expected);
    assert_int_equal(count_files(scratch_path("folder"), ""), N + 2); /* . and .. */
    free(first);
}

static int begin(void **state)
{
    (void)state;
    return write_three("old", NULL) == ZJ_OK ? 0 : -1;
}

static int end(void **state)
{
    (void)state;
    scratch_remove();
    return 0;
}

static void what_stands_there_is_not_overwritten(void **state)
{
    struct zj_err err;

    (void)state;
    assert_int_equal(write_three("new", &err), ZJ_ECREATE);
    assert_whole("old");
    assert_int_equal(count_files(scratch(), ".zoujiao-"), 0);
}

static void an_empty_folder_is_taken(void **state)
{
    (void)state;
    for (int i = 0; i < N; i++) {
        char path[32];
        snprintf(path, sizeof path, "folder/%s", names[i]);
        unlink(scratch_path(path));
    }
    assert_int_equal(write_three("new", NULL), ZJ_OK);
    assert_whole("new");
}

static void an_old_one_is_replaced(void **state)
{
    (void)state;
    assert_int_equal(replace_three("new", NULL), ZJ_OK);
    assert_whole("new");
    assert_int_equal(count_files(scratch(), ".zoujiao-"), 0);
}

static void what_is_not_named_is_not_lost(void **state)
{
    struct zj_err err;

    (void)state;
    scratch_write("folder/letter", "dear");
    assert_int_equal(replace_three("new", &err), ZJ_ECREATE);
    assert_true(contains(err.text, "letter"));
    unlink(scratch_path("folder/letter"));
    assert_whole("old");
    assert_int_equal(mkdir(scratch_path("folder/letter"), 0755), 0);
    assert_int_equal(replace_three("new", &err), ZJ_ECREATE);
    assert_int_equal(rmdir(scratch_path("folder/letter")), 0);
    assert_whole("old");
}

static void a_failure_leaves_the_old_one(void **state)
{
    static char long_name[400];
    struct zj_folder_file file[N];
    struct zj_err err;

    (void)state;
    fill(file, "new");
    memset(long_name, 'x', sizeof long_name - 1);
    file[N - 1].name = long_name;
    assert_int_not_equal(zj_folder_replace(scratch_path("folder"), file, N, names, N, &err), ZJ_OK);
    assert_whole("old");
    assert_int_equal(count_files(scratch(), ".zoujiao-"), 0);
    assert_int_equal(zj_folder_replace(scratch_path("none"), file, N, names, N, &err), ZJ_ECREATE);
}

static void replace_for_ever(void)
{
    for (int i = 0;; i++)
        if (replace_three(i % 2 ? "odd" : "even", NULL) != ZJ_OK)
            _exit(1);
}

/* Even a signal that cannot be held back finds one whole folder at its place. */
static void no_signal_leaves_half_a_folder(void **state)
{
    static const int signals[] = {SIGTERM, SIGKILL};

    (void)state;
    for (int i = 0; i < 20; i++) {
        int status;
        pid_t pid = fork();
        assert_true(pid >= 0);
        if (pid == 0)
            replace_for_ever();
        nanosleep(&(struct timespec){0, (1 + i) * 1000000L}, NULL);
        kill(pid, signals[i % 2]);
        assert_int_equal(waitpid(pid, &status, 0), pid);
        assert_true(WIFSIGNALED(status));
        assert_whole(NULL);
        if (i == 0)
            assert_int_equal(count_files(scratch(), ".zoujiao-"), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_stands_there_is_not_overwritten, begin, end),
        cmocka_unit_test_setup_teardown(an_empty_folder_is_taken, begin, end),
        cmocka_unit_test_setup_teardown(an_old_one_is_replaced, begin, end),
        cmocka_unit_test_setup_teardown(what_is_not_named_is_not_lost, begin, end),
        cmocka_unit_test_setup_teardown(a_failure_leaves_the_old_one, begin, end),
        cmocka_unit_test_setup_teardown(no_signal_leaves_half_a_folder, begin, end),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
