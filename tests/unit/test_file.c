/*
 * test_file.c - a file is replaced whole or not at all, whatever happens meanwhile.
 */
#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/base/mem.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static enum zj_status write_text(const char *path, const char *text)
{
    return zj_file_write(path, text, strlen(text), NULL);
}

static void assert_holds(const char *path, const char *expected)
{
    char *text = slurp(path);

    assert_non_null(text);
    assert_string_equal(text, expected);
    free(text);
}

static void assert_no_leftovers(void)
{
    assert_int_equal(count_files(scratch(), ".zoujiao-"), 0);
}

static void a_new_file_gets_the_usual_mode(void **state)
{
    const char *path = scratch_path("new");
    struct stat st;
    mode_t before = umask(027);

    (void)state;
    assert_int_equal(write_text(path, "one"), ZJ_OK);
    umask(before);
    assert_holds(path, "one");
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0640);
    assert_no_leftovers();
}

static void an_old_file_keeps_its_mode(void **state)
{
    const char *path = scratch_path("old");
    struct stat st;

    (void)state;
    scratch_write("old", "before");
    assert_int_equal(chmod(path, 0604), 0);
    assert_int_equal(write_text(path, "after"), ZJ_OK);
    assert_holds(path, "after");
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 07777, 0604);
    assert_no_leftovers();
}

static void a_link_is_followed_and_stays(void **state)
{
    const char *path = scratch_path("target"), *name = scratch_path("link");
    struct stat st;

    (void)state;
    scratch_write("target", "before");
    assert_int_equal(symlink("target", name), 0);
    assert_int_equal(write_text(name, "after"), ZJ_OK);
    assert_holds(path, "after");
    assert_int_equal(lstat(name, &st), 0);
    assert_true(S_ISLNK(st.st_mode));
}

/* As shells name the ends of pipes: a link to something that has no path. */
static void a_pipe_by_its_number_is_written_to(void **state)
{
    char path[40], text[8] = "";
    int end[2];

    (void)state;
    assert_int_equal(pipe(end), 0);
    snprintf(path, sizeof path, "/dev/fd/%d", end[1]);
    assert_int_equal(write_text(path, "text"), ZJ_OK);
    assert_int_equal(read(end[0], text, sizeof text - 1), 4);
    assert_string_equal(text, "text");
    close(end[0]);
    close(end[1]);
}

static void bytes_come_back_as_they_went(void **state)
{
    static const char bytes[] = "NUL \0 and \xFF\r\n";
    const char *path = scratch_path("bytes");
    char *back;
    size_t n;

    (void)state;
    assert_int_equal(zj_file_write(path, bytes, sizeof bytes, NULL), ZJ_OK);
    assert_int_equal(zj_file_read(path, &back, &n, NULL), ZJ_OK);
    assert_int_equal(n, sizeof bytes);
    assert_memory_equal(back, bytes, sizeof bytes + 1);
    free(back);
}

static void what_cannot_be_read_says_why(void **state)
{
    struct zj_err err;
    char *bytes;
    size_t n;

    (void)state;
    assert_int_equal(zj_file_read(scratch_path("missing"), &bytes, &n, &err), ZJ_ENOINPUT);
    assert_null(bytes);
    assert_non_null(strstr(err.text, "missing"));
    assert_int_equal(zj_file_read(scratch(), &bytes, &n, &err), ZJ_ENOINPUT);
    assert_int_equal(zj_file_read("/dev/zero", &bytes, &n, &err), ZJ_ENOINPUT);
    assert_int_equal(mkfifo(scratch_path("pipe"), 0600), 0);
    assert_int_equal(zj_file_read(scratch_path("pipe"), &bytes, &n, &err), ZJ_ENOINPUT);
    scratch_write("large", "");
    assert_int_equal(truncate(scratch_path("large"), (off_t)ZJ_MAX_FILE), 0);
    assert_int_equal(zj_file_read(scratch_path("large"), &bytes, &n, &err), ZJ_OK);
    free(bytes);
    assert_int_equal(truncate(scratch_path("large"), (off_t)ZJ_MAX_FILE + 1), 0);
    assert_int_equal(zj_file_read(scratch_path("large"), &bytes, &n, &err), ZJ_EDATA);
    unlink(scratch_path("large"));
    assert_true(zj_is_folder(scratch()));
    assert_false(zj_is_folder(scratch_path("missing")));
}

static void what_cannot_be_created_says_why(void **state)
{
    struct zj_err err;

    (void)state;
    assert_int_equal(zj_file_write(scratch(), "x", 1, &err), ZJ_ECREATE);
    assert_int_equal(zj_file_write(scratch_path("none/file"), "x", 1, &err), ZJ_ECREATE);
    assert_int_equal(zj_file_write("", "x", 1, &err), ZJ_ECREATE);
    assert_int_equal(symlink("nowhere", scratch_path("dangling")), 0);
    assert_int_equal(zj_file_write(scratch_path("dangling"), "x", 1, &err), ZJ_ECREATE);
    assert_no_leftovers();
}

static void a_full_device_is_an_io_error(void **state)
{
    struct zj_err err;
    struct stat st;

    (void)state;
    assert_int_equal(zj_file_write("/dev/full", "x", 1, &err), ZJ_EIO);
    assert_int_equal(stat("/dev/full", &st), 0);
    assert_true(S_ISCHR(st.st_mode));
    assert_int_equal(zj_file_write("/dev/null", "x", 1, &err), ZJ_OK);
}

/* Run fn in a child; its exit status as waitpid() gives it. */
static int in_child(void (*fn)(void))
{
    int status;
    pid_t pid = fork();

    assert_true(pid >= 0);
    if (pid == 0) {
        fn();
        _exit(99);
    }
    assert_int_equal(waitpid(pid, &status, 0), pid);
    return status;
}

static void write_too_much(void)
{
    static char bytes[64 * 1024];
    const struct rlimit limit = {4096, 4096};

    setrlimit(RLIMIT_FSIZE, &limit);
    _exit((int)zj_file_write(scratch_path("small"), bytes, sizeof bytes, NULL));
}

static void a_full_disk_leaves_the_old_file(void **state)
{
    (void)state;
    scratch_write("small", "before");
    int status = in_child(write_too_much);
    assert_true(WIFEXITED(status));
    assert_int_equal(WEXITSTATUS(status), ZJ_EIO);
    assert_holds(scratch_path("small"), "before");
    assert_no_leftovers();
}

static void write_to_full_stdout(void)
{
    dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO);
    _exit((int)zj_file_write("-", "x", 1, NULL));
}

static void write_to_closed_pipe(void)
{
    int ends[2];

    signal(SIGPIPE, SIG_IGN);
    if (pipe(ends) == 0)
        close(ends[0]);
    dup2(ends[1], STDOUT_FILENO);
    _exit((int)zj_file_write("-", "x", 1, NULL));
}

static void stdout_that_fails_is_an_io_error(void **state)
{
    (void)state;
    assert_int_equal(WEXITSTATUS(in_child(write_to_full_stdout)), ZJ_EIO);
    assert_int_equal(WEXITSTATUS(in_child(write_to_closed_pipe)), ZJ_EIO);
}

enum { LONG_TEXT = 256 * 1024 };

static void write_for_ever(void)
{
    static char bytes[2][LONG_TEXT];

    memset(bytes[0], 'a', LONG_TEXT);
    memset(bytes[1], 'b', LONG_TEXT);
    for (int i = 0;; i = 1 - i)
        if (zj_file_write(scratch_path("often"), bytes[i], LONG_TEXT, NULL) != ZJ_OK)
            _exit(99);
}

/* The file holds one of the two texts whole. */
static void assert_is_whole(const char *path)
{
    char *bytes;
    size_t n;

    assert_int_equal(zj_file_read(path, &bytes, &n, NULL), ZJ_OK);
    assert_int_equal(n, LONG_TEXT);
    for (size_t i = 1; i < n; i++)
        assert_int_equal(bytes[i], bytes[0]);
    free(bytes);
}

static void no_signal_leaves_half_a_file(void **state)
{
    static const int signals[] = {SIGTERM, SIGINT, SIGHUP, SIGXCPU, SIGALRM};
    enum { N_SIGNALS = sizeof signals / sizeof signals[0], ROUNDS = 40 };

    (void)state;
    for (int i = 0; i < ROUNDS; i++) {
        const struct timespec wait = {0, 1000000 + i * 313131};
        int status;
        pid_t pid = fork();
        assert_true(pid >= 0);
        if (pid == 0)
            write_for_ever();
        nanosleep(&wait, NULL);
        kill(pid, signals[i % N_SIGNALS]);
        assert_int_equal(waitpid(pid, &status, 0), pid);
        assert_true(WIFSIGNALED(status));
        assert_no_leftovers();
        if (access(scratch_path("often"), R_OK) == 0)
            assert_is_whole(scratch_path("often"));
    }
    assert_is_whole(scratch_path("often"));
}

static void nothing_is_removed_when_nothing_is_under_way(void **state)
{
    (void)state;
    scratch_write("kept", "x");
    zj_file_remove_temporary();
    zj_run_exit_cleanups();
    assert_holds(scratch_path("kept"), "x");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_new_file_gets_the_usual_mode),
        cmocka_unit_test(an_old_file_keeps_its_mode),
        cmocka_unit_test(a_link_is_followed_and_stays),
        cmocka_unit_test(a_pipe_by_its_number_is_written_to),
        cmocka_unit_test(bytes_come_back_as_they_went),
        cmocka_unit_test(what_cannot_be_read_says_why),
        cmocka_unit_test(what_cannot_be_created_says_why),
        cmocka_unit_test(a_full_device_is_an_io_error),
        cmocka_unit_test(a_full_disk_leaves_the_old_file),
        cmocka_unit_test(stdout_that_fails_is_an_io_error),
        cmocka_unit_test(no_signal_leaves_half_a_file),
        cmocka_unit_test(nothing_is_removed_when_nothing_is_under_way),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
