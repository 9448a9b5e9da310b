/*
 * test_no_abort.c - when memory runs out anywhere, the program ends with exit code 71, never by a signal.
 *
 * The whole path (read, solve in a worker process, verify, write) runs in a forked
 * child in which one allocation fails, or all from one on. The allocations of all
 * processes of a run are counted together. malloc is replaced by the definitions
 * below, so that failures also reach the linear solver and the C library.
 */
#include "models/secondment/secondment.h"
#include "solver/base/file.h"
#include "solver/io/read.h"
#include "solver/io/write.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/sanitized.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SECONDS_A_RUN = 60, ALL_BUT_FEW = 1500 };

/* Shared by all processes of the test. */
struct fault {
    int64_t n_calls; /* so far in this run */
    int64_t at;      /* the call that fails, counted from 1; 0 = none */
    int64_t lasting; /* do all later ones fail too? */
};
static struct fault *fault;

#if !SANITIZED
void *__libc_malloc(size_t size); /* the C library's own, under its second name */
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);

static bool fails_now(void)
{
    if (!fault)
        return false;
    int64_t n = __atomic_add_fetch(&fault->n_calls, 1, __ATOMIC_RELAXED);
    bool fails = fault->at > 0 && (n == fault->at || (fault->lasting && n > fault->at));
    if (fails)
        errno = ENOMEM;
    return fails;
}

void *malloc(size_t size)
{
    return fails_now() ? NULL : __libc_malloc(size);
}

void *calloc(size_t n, size_t size)
{
    return fails_now() ? NULL : __libc_calloc(n, size);
}

void *realloc(void *p, size_t size)
{
    return fails_now() ? NULL : __libc_realloc(p, size);
}
#endif

/* Everything that a solving command does; the status that it would exit with. */
static enum zj_status whole_path(const char *folder, const char *output)
{
    const struct zj_read_options plain = {0};
    const struct sec_options options = {.jobs = 1, .node_limit = 20};
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag d = {0};
    struct zj_plan plan = {0};
    struct zj_verdict v = {0};
    struct zj_err err;
    enum zj_status status = zj_read_instance(folder, &plain, &in, &pol, &d);

    if (status == ZJ_OK)
        status = sec_solve(&in, &pol, &options, &plan, &err);
    if (status == ZJ_OK) {
        zj_verify_postings(&in, &pol, &plan.postings, NULL, &v);
        char *json = zj_plan_to_json(&in, &pol, &plan);
        status = zj_file_write(output, json, strlen(json), &err);
        free(json);
    }
    zj_verdict_release(&v);
    zj_plan_release(&plan);
    zj_policy_release(&pol);
    zj_instance_release(&in);
    zj_diag_release(&d);
    return status;
}

/* Run the path in a child with a fault; the wait status of the child. */
static int run_child(const char *folder, const char *output, int64_t at, bool lasting)
{
    int status = 0;

    *fault = (struct fault){0, at, lasting};
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        int quiet = open("/dev/null", O_WRONLY);
        dup2(quiet, STDERR_FILENO);
        alarm(SECONDS_A_RUN);
        _exit((int)whole_path(folder, output));
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

static int count_bad(const char *folder, const char *output, int64_t at, bool lasting)
{
    int status = run_child(folder, output, at, lasting);

    if (WIFEXITED(status) && (WEXITSTATUS(status) == ZJ_OK || WEXITSTATUS(status) == ZJ_ENOMEM))
        return 0;
    print_error("%s: allocation %lld%s fails: %s %d\n", folder, (long long)at,
                lasting ? " and all later" : "", WIFSIGNALED(status) ? "signal" : "exit",
                WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
    return 1;
}

/* Fail about `most` allocations, evenly spread, by turns alone and with all later ones. */
static void torture(const char *folder, int64_t most)
{
    char output[] = "/tmp/zoujiao-test-XXXXXX";
    int fd = mkstemp(output), n_bad = 0;

    if (SANITIZED)
        skip();
    assert_true(fd >= 0);
    close(fd);
    assert_int_equal(run_child(folder, output, 0, false), 0);
    int64_t n_calls = fault->n_calls, step = n_calls / most + 1;
    assert_true(n_calls > 100);
    for (int64_t at = 1, n = 0; at <= n_calls; at += step, n++)
        n_bad += count_bad(folder, output, at, n % 2 == 1);
    unlink(output);
    fault->at = 0;
    assert_int_equal(n_bad, 0);
}

static void test_a_lawful_plan(void **state)
{
    (void)state;
    torture("instances/tiny-need", ALL_BUT_FEW);
}

static void test_a_county(void **state)
{
    (void)state;
    torture("instances/libo", 40);
}

static void test_a_conflict(void **state)
{
    (void)state;
    torture("instances/tiny-infeasible-quota", ALL_BUT_FEW);
}

static int share_fault(void **state)
{
    void *p = mmap(NULL, sizeof *fault, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

    (void)state;
    fault = p == MAP_FAILED ? NULL : p;
    return fault ? 0 : -1;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_lawful_plan),
        cmocka_unit_test(test_a_county),
        cmocka_unit_test(test_a_conflict),
    };

    return cmocka_run_group_tests(tests, share_fault, NULL);
}
