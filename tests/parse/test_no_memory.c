/*
 * test_no_memory.c - a call of the C library that lacks memory ends the program as such (exit code 71);
 * it does not look like a folder that is not there or a text that is not in its encoding.
 *
 * scandir() and iconv_open() are replaced: they fail, as `cause` says.
 */
#include "solver/base/status.h"
#include "solver/io/encoding.h"
#include "solver/io/table_files.h"
#include "tests/support/cmocka.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static int cause;

int scandir(const char *restrict folder, struct dirent ***restrict list, int (*select)(const struct dirent *),
            int (*order)(const struct dirent **, const struct dirent **))
{
    (void)folder;
    (void)list;
    (void)select;
    (void)order;
    errno = cause;
    return -1;
}

iconv_t iconv_open(const char *to, const char *from)
{
    (void)to;
    (void)from;
    errno = cause;
    return (iconv_t)-1;
}

static enum zj_status list_tables(void)
{
    bool present[ZJ_N_TABLES];
    struct zj_diag d = {0};
    bool found = zj_find_table_files("tests/parse/base", present, &d);

    zj_diag_release(&d);
    return found ? ZJ_OK : ZJ_ENOINPUT;
}

static enum zj_status decode(void)
{
    static const char text[] = "school_id\n\xC8\xB1\n";
    struct zj_diag d = {0};
    char *decoded;
    size_t n;
    enum zj_status status =
        zj_decode(text, strlen(text), "GB18030", ZJ_TAB_schools, "schools.csv", &d, &decoded, &n);

    zj_diag_release(&d);
    return status;
}

/* The exit code of a child that calls `read` while the library fails with `why`. */
static int code_of(enum zj_status (*read)(void), int why)
{
    int status = 0;
    pid_t child = fork();

    assert_true(child >= 0);
    if (child == 0) {
        dup2(open("/dev/null", O_WRONLY), STDERR_FILENO);
        cause = why;
        _exit((int)read());
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static void a_folder_is_listed(void **state)
{
    (void)state;
    assert_int_equal(code_of(list_tables, ENOMEM), ZJ_ENOMEM);
    assert_int_equal(code_of(list_tables, EACCES), ZJ_ENOINPUT);
}

static void an_encoding_is_opened(void **state)
{
    (void)state;
    assert_int_equal(code_of(decode, ENOMEM), ZJ_ENOMEM);
    assert_int_equal(code_of(decode, EINVAL), ZJ_EDATA);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_folder_is_listed),
        cmocka_unit_test(an_encoding_is_opened),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
