#include "solver/base/run.h"

#include "solver/base/i18n.h"
#include "solver/base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PATH_SIZE = 32, SPARE_FILES = 16 };

/* What one run holds: files in memory, and the words of the command. */
struct run {
    int *fd; /* of the inputs, then of the output; -1 = not open */
    int n;   /* inputs */
    const char **argv;
    char *path; /* PATH_SIZE bytes for each input */
};

/* Every input is an open file: as many as the system grants. */
static void raise_limit(int n)
{
    struct rlimit limit;

    if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_cur >= (rlim_t)(n + SPARE_FILES))
        return;
    limit.rlim_cur = (rlim_t)(n + SPARE_FILES) < limit.rlim_max ? (rlim_t)(n + SPARE_FILES) : limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

static int write_all(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t done = write(fd, bytes, n);
        if (done < 0 && errno == EINTR)
            continue;
        if (done < 0)
            return errno;
        bytes += done;
        n -= (size_t)done;
    }
    return 0;
}

/* Put the inputs and an empty output into memory; 0 or the errno. */
static int open_files(struct run *r, const struct zj_bytes *in)
{
    raise_limit(r->n);
    for (int i = 0; i <= r->n; i++) {
        r->fd[i] = memfd_create("zoujiao", 0);
        int error = r->fd[i] < 0 ? errno : i < r->n ? write_all(r->fd[i], in[i].v, in[i].n) : 0;
        if (error)
            return error;
    }
    return 0;
}

static void set_words(struct run *r, const char *const *argv)
{
    int words = 0;

    while (argv[words])
        words++;
    r->argv = zj_calloc((size_t)(words + r->n + 1), sizeof *r->argv);
    memcpy(r->argv, argv, (size_t)words * sizeof *argv);
    for (int i = 0; i < r->n; i++) {
        snprintf(r->path + i * PATH_SIZE, PATH_SIZE, "/dev/fd/%d", r->fd[i]);
        r->argv[words + i] = r->path + i * PATH_SIZE;
    }
}

/* Run and wait; 0, the errno of the start, or -1 when the program fails. */
static int spawn(const struct run *r)
{
    extern char **environ;
    posix_spawn_file_actions_t actions;
    pid_t pid;
    int status;

    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, r->fd[r->n], STDOUT_FILENO);
    int error = posix_spawnp(&pid, r->argv[0], &actions, NULL, (char **)(void *)r->argv, environ);
    posix_spawn_file_actions_destroy(&actions);
    if (error)
        return error;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR)
            return errno;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : -1;
}

/* 0 or the errno. */
static int read_output(const struct run *r, struct zj_bytes *out)
{
    const int fd = r->fd[r->n];
    const off_t size = lseek(fd, 0, SEEK_END);
    size_t done = 0;

    if (size < 0)
        return errno;
    out->v = zj_malloc((size_t)size + 1);
    while (done < (size_t)size) {
        ssize_t got = pread(fd, out->v + done, (size_t)size - done, (off_t)done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0) {
            free(out->v);
            out->v = NULL;
            return got < 0 ? errno : EIO;
        }
        done += (size_t)got;
    }
    out->v[done] = '\0';
    out->n = done;
    return 0;
}

static void close_run(struct run *r)
{
    for (int i = 0; i <= r->n; i++)
        if (r->fd[i] >= 0)
            close(r->fd[i]);
    free(r->fd);
    free(r->argv);
    free(r->path);
}

enum zj_status zj_run(const char *const *argv, const struct zj_bytes *in, int n, struct zj_bytes *out,
                      struct zj_err *err)
{
    struct run r = {
        .fd = zj_calloc((size_t)n + 1, sizeof(int)), .n = n, .path = zj_calloc((size_t)n + 1, PATH_SIZE)};

    *out = (struct zj_bytes){0};
    for (int i = 0; i <= n; i++)
        r.fd[i] = -1;
    int error = open_files(&r, in);
    if (error == 0) {
        set_words(&r, argv);
        error = spawn(&r);
    }
    if (error == 0)
        error = read_output(&r, out);
    close_run(&r);
    if (error == ENOENT)
        return zj_fail(err, ZJ_ENOINPUT, _("the program '%s' is not installed"), argv[0]);
    if (error < 0)
        return zj_fail(err, ZJ_EIO, _("the program '%s' failed"), argv[0]);
    if (error > 0)
        return zj_fail(err, ZJ_EIO, _("the program '%s' cannot be run: %s"), argv[0], strerror(error));
    return ZJ_OK;
}
