#include "solver/base/file.h"

#include "solver/base/i18n.h"
#include "solver/base/mem.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

enum { MAX_TEMP_NAMES = 100, READ_STEP = 64 * 1024 };

/* The temporary file of this process. `owner` keeps a forked child from removing its parent's. */
static struct {
    volatile sig_atomic_t exists;
    int folder; /* descriptor */
    char name[64];
    pid_t owner;
} temporary;

void zj_file_remove_temporary(void)
{
    if (temporary.exists && temporary.owner == getpid())
        unlinkat(temporary.folder, temporary.name, 0);
    temporary.exists = 0;
}

bool zj_is_folder(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* open() and friends, tried again when a signal comes between. */
static int open_at(int folder, const char *name, int flags, mode_t mode)
{
    int fd;

    do
        fd = openat(folder, name, flags | O_CLOEXEC, mode);
    while (fd < 0 && errno == EINTR);
    return fd;
}

static enum zj_status read_all(int fd, const char *path, size_t expected, char **bytes, size_t *n,
                               struct zj_err *err)
{
    size_t room = expected + READ_STEP, used = 0;
    char *p = zj_malloc(room + 1);

    for (;;) {
        ssize_t got = read(fd, p + used, room - used);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            free(p);
            return zj_fail(err, ZJ_EIO, _("cannot read '%s': %s"), path, strerror(errno));
        }
        if (got == 0)
            break;
        used += (size_t)got;
        if (used > ZJ_MAX_FILE) {
            free(p);
            return zj_fail(err, ZJ_EDATA, _("'%s' is larger than %zu bytes"), path, ZJ_MAX_FILE);
        }
        if (used == room) {
            room *= 2;
            p = zj_realloc(p, room + 1, 1);
        }
    }
    p[used] = '\0';
    *bytes = p;
    *n = used;
    return ZJ_OK;
}

static enum zj_status read_opened(int fd, const char *path, char **bytes, size_t *n, struct zj_err *err)
{
    struct stat st;

    if (fstat(fd, &st) != 0)
        return zj_fail(err, ZJ_EIO, _("cannot read '%s': %s"), path, strerror(errno));
    if (S_ISDIR(st.st_mode))
        return zj_fail(err, ZJ_ENOINPUT, _("'%s' is a folder; expected a file"), path);
    if (!S_ISREG(st.st_mode) && fd != STDIN_FILENO)
        return zj_fail(err, ZJ_ENOINPUT, _("'%s' is not a regular file"), path);
    if (st.st_size > (off_t)ZJ_MAX_FILE)
        return zj_fail(err, ZJ_EDATA, _("'%s' is larger than %zu bytes"), path, ZJ_MAX_FILE);
    return read_all(fd, path, S_ISREG(st.st_mode) ? (size_t)st.st_size : 0, bytes, n, err);
}

enum zj_status zj_file_read(const char *path, char **bytes, size_t *n, struct zj_err *err)
{
    *bytes = NULL;
    *n = 0;
    if (strcmp(path, "-") == 0)
        return read_opened(STDIN_FILENO, path, bytes, n, err);
    /* Not blocking: a named pipe without a writer must be refused, not waited for. */
    int fd = open_at(AT_FDCWD, path, O_RDONLY | O_NONBLOCK | O_NOCTTY, 0);
    if (fd < 0)
        return zj_fail(err, ZJ_ENOINPUT, _("cannot read '%s': %s"), path, strerror(errno));
    enum zj_status st = read_opened(fd, path, bytes, n, err);
    close(fd);
    return st;
}

/* "Cannot write there" and "cannot write now" are different exit codes. */
static enum zj_status write_failed(const char *path, int error, struct zj_err *err)
{
    bool full = error == ENOSPC || error == EDQUOT || error == EFBIG || error == EIO || error == EPIPE;

    return zj_fail(err, full ? ZJ_EIO : ZJ_ECREATE, _("cannot write '%s': %s"), path, strerror(error));
}

/* 0, or the errno of the failure. */
static int write_all(int fd, const char *bytes, size_t n)
{
    while (n > 0) {
        ssize_t put = write(fd, bytes, n);
        if (put < 0 && errno != EINTR)
            return errno;
        if (put > 0) {
            bytes += put;
            n -= (size_t)put;
        }
    }
    return 0;
}

static int sync_file(int fd)
{
    int rc;

    do
        rc = fsync(fd);
    while (rc != 0 && errno == EINTR);
    return rc == 0 ? 0 : errno;
}

/* Create the temporary file in the folder. Returns its descriptor or -1 with errno. */
static int create_temporary(int folder, mode_t mode)
{
    static bool registered;

    if (!registered)
        zj_on_exit_cleanup(zj_file_remove_temporary);
    registered = true;
    temporary.folder = folder;
    temporary.owner = getpid();
    for (int k = 0; k < MAX_TEMP_NAMES; k++) {
        snprintf(temporary.name, sizeof temporary.name, ".zoujiao-%ld-%d.tmp", (long)temporary.owner, k);
        int fd = open_at(folder, temporary.name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
        if (fd >= 0) {
            temporary.exists = 1;
            return fd;
        }
        if (errno != EEXIST)
            break;
    }
    return -1;
}

/* Write, sync, rename, sync the folder. `old` is the file that is replaced, NULL if there is none. */
static int replace(int folder, const char *name, const struct stat *old, const char *bytes, size_t n)
{
    int fd = create_temporary(folder, old ? 0600 : 0666);

    if (fd < 0)
        return errno;
    int error = write_all(fd, bytes, n);
    if (!error && old && fchmod(fd, old->st_mode & 07777) != 0)
        error = errno;
    if (!error)
        error = sync_file(fd);
    if (close(fd) != 0 && !error && errno != EINTR)
        error = errno;
    if (!error && renameat(folder, temporary.name, folder, name) != 0)
        error = errno;
    if (error) {
        zj_file_remove_temporary();
        return error;
    }
    temporary.exists = 0;
    error = sync_file(folder);
    return error == EINVAL ? 0 : error; /* some file systems cannot sync a folder */
}

/* As replace(), with every signal that can wait held back until no temporary file is left. */
static int replace_undisturbed(int folder, const char *name, const struct stat *old, const char *bytes,
                               size_t n)
{
    sigset_t held, before;

    sigfillset(&held);
    sigdelset(&held, SIGSEGV);
    sigdelset(&held, SIGBUS);
    sigdelset(&held, SIGFPE);
    sigdelset(&held, SIGILL);
    sigdelset(&held, SIGABRT);
    sigprocmask(SIG_BLOCK, &held, &before);
    int error = replace(folder, name, old, bytes, n);
    if (error == EFBIG) { /* the limit of the file size also raised a signal; the error says it already */
        const struct timespec at_once = {0, 0};
        sigset_t size_limit;
        sigemptyset(&size_limit);
        sigaddset(&size_limit, SIGXFSZ);
        sigtimedwait(&size_limit, NULL, &at_once);
    }
    sigprocmask(SIG_SETMASK, &before, NULL);
    return error;
}

static int write_in_place(const char *path, const char *bytes, size_t n)
{
    int fd = open_at(AT_FDCWD, path, O_WRONLY | O_NOCTTY, 0);

    if (fd < 0)
        return errno;
    int error = write_all(fd, bytes, n);
    if (close(fd) != 0 && !error && errno != EINTR)
        error = errno;
    return error;
}

/* `path` names no link: replace it in its folder. */
static int write_regular(const char *path, const struct stat *old, const char *bytes, size_t n)
{
    const char *slash = strrchr(path, '/');
    char dir[PATH_MAX];

    if (!slash)
        snprintf(dir, sizeof dir, ".");
    else if (snprintf(dir, sizeof dir, "%.*s", (int)(slash - path) + 1, path) >= (int)sizeof dir)
        return ENAMETOOLONG;
    int folder = open_at(AT_FDCWD, dir, O_RDONLY | O_DIRECTORY, 0);
    if (folder < 0)
        return errno;
    int error = replace_undisturbed(folder, slash ? slash + 1 : path, old, bytes, n);
    close(folder);
    return error;
}

static int write_named(const char *path, const char *bytes, size_t n)
{
    char target[PATH_MAX];
    struct stat st, end;

    if (lstat(path, &st) != 0)
        return errno == ENOENT ? write_regular(path, NULL, bytes, n) : errno;
    if (S_ISLNK(st.st_mode)) {
        if (stat(path, &end) == 0 && !S_ISREG(end.st_mode) && !S_ISDIR(end.st_mode))
            return write_in_place(path, bytes, n); /* /dev/stdout may lead to a pipe, which has no path */
        if (!realpath(path, target) || lstat(target, &st) != 0)
            return errno;
        path = target;
    }
    if (S_ISDIR(st.st_mode))
        return EISDIR;
    return S_ISREG(st.st_mode) ? write_regular(path, &st, bytes, n) : write_in_place(path, bytes, n);
}

enum zj_status zj_file_write(const char *path, const char *bytes, size_t n, struct zj_err *err)
{
    int error;

    if (strcmp(path, "-") != 0)
        error = write_named(path, bytes, n);
    else if (fflush(stdout) != 0)
        error = errno;
    else
        error = write_all(STDOUT_FILENO, bytes, n);
    return error ? write_failed(path, error, err) : ZJ_OK;
}
