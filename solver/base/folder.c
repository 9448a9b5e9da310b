#include "solver/base/folder.h"

#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/base/mem.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_TEMP_NAMES = 100, TEMP_NAME = 64 };

/* A folder being written. All its memory is there before the first byte is: it cannot run out halfway. */
struct draft {
    const struct zj_folder_file *file;
    int n;                  /* files that may be there */
    const char *const *old; /* names of files of the folder that is replaced; NULL = there is none */
    int n_old;
    char *folder; /* path of the temporary folder */
    char *path;   /* of one of its files */
    size_t room;  /* bytes of both */
};

static const char *path_in(struct draft *f, int i)
{
    snprintf(f->path, f->room, "%s/%s", f->folder, f->file[i].name);
    return f->path;
}

static void discard(struct draft *f)
{
    for (int i = 0; i < f->n; i++)
        unlink(path_in(f, i));
    rmdir(f->folder);
}

/* Create the temporary folder beside `path`; 0 or the errno. */
static int create_beside(struct draft *f, const char *path)
{
    const char *slash = strrchr(path, '/');
    int length = slash ? (int)(slash - path) + 1 : 0;

    for (int k = 0; k < MAX_TEMP_NAMES; k++) {
        snprintf(f->folder, f->room, "%.*s.zoujiao-%ld-%d.tmp", length, path, (long)getpid(), k);
        if (mkdir(f->folder, 0777) == 0)
            return 0;
        if (errno != EEXIST)
            break;
    }
    return errno;
}

static enum zj_status failed(const char *path, int error, struct zj_err *err)
{
    if (error == ENOTEMPTY || error == EEXIST)
        return zj_fail(err, ZJ_ECREATE, _("the folder '%s' is not empty"), path);
    return zj_fail(err, ZJ_ECREATE, _("cannot create the folder '%s': %s"), path, strerror(error));
}

/* 0 or the errno. */
static int sync_parent(struct draft *f, const char *path)
{
    const char *slash = strrchr(path, '/');
    int length = slash ? (int)(slash - path) + 1 : 0;

    snprintf(f->path, f->room, "%.*s.", length, path);
    int fd = open(f->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int error = fd < 0 || fsync(fd) != 0 ? errno : 0;
    if (fd >= 0)
        close(fd);
    return error;
}

/* The draft takes the place of the old folder, which then has the draft's name. 0 or the errno. */
static int change_places(struct draft *f, const char *path)
{
    if (renameat2(AT_FDCWD, f->folder, AT_FDCWD, path, RENAME_EXCHANGE) == 0)
        return 0;
    if (errno != ENOSYS && errno != EINVAL)
        return errno;
    snprintf(f->path, f->room, "%s.old", f->folder);
    if (rename(path, f->path) != 0)
        return errno;
    int error = rename(f->folder, path) == 0 ? 0 : errno;
    if (rename(f->path, error ? path : f->folder) != 0 && !error)
        error = errno;
    return error;
}

/* What is left of the old folder, under the draft's name. */
static void remove_old(struct draft *f)
{
    for (int i = 0; i < f->n_old; i++) {
        snprintf(f->path, f->room, "%s/%s", f->folder, f->old[i]);
        unlink(f->path);
    }
    rmdir(f->folder);
}

/* 0 or the errno. */
static int put_in_place(struct draft *f, const char *path)
{
    int error = f->old ? change_places(f, path) : rename(f->folder, path) == 0 ? 0 : errno;

    if (error) {
        discard(f);
        return error;
    }
    error = sync_parent(f, path);
    if (f->old)
        remove_old(f);
    return error;
}

static enum zj_status write_draft(struct draft *f, const char *path, int n, struct zj_err *err)
{
    int error = create_beside(f, path);

    if (error)
        return failed(path, error, err);
    while (f->n < n) {
        const struct zj_folder_file *file = &f->file[f->n++];
        enum zj_status status = zj_file_write(path_in(f, f->n - 1), file->bytes, file->n, err);
        if (status != ZJ_OK) {
            discard(f);
            return status;
        }
    }
    error = put_in_place(f, path);
    return error ? failed(path, error, err) : ZJ_OK;
}

/* "a/b/" -> "a/b"; the caller frees it. */
static char *without_slashes(const char *path)
{
    size_t n = strlen(path);
    char *copy = zj_malloc(n + 1);

    memcpy(copy, path, n + 1);
    while (n > 1 && copy[n - 1] == '/')
        copy[--n] = '\0';
    return copy;
}

static size_t longer(size_t most, const char *name)
{
    return strlen(name) > most ? strlen(name) : most;
}

/* *f has its files and its old names. */
static enum zj_status write_folder(struct draft *f, const char *path, int n, struct zj_err *err)
{
    char *target = without_slashes(path);
    size_t most = 0;
    sigset_t held, before;

    for (int i = 0; i < n; i++)
        most = longer(most, f->file[i].name);
    for (int i = 0; i < f->n_old; i++)
        most = longer(most, f->old[i]);
    f->room = strlen(target) + TEMP_NAME + most;
    f->folder = zj_malloc(f->room);
    f->path = zj_malloc(f->room);
    sigfillset(&held);
    sigprocmask(SIG_BLOCK, &held, &before);
    enum zj_status status = write_draft(f, target, n, err);
    sigprocmask(SIG_SETMASK, &before, NULL);
    free(f->path);
    free(f->folder);
    free(target);
    return status;
}

enum zj_status zj_folder_write(const char *path, const struct zj_folder_file *file, int n, struct zj_err *err)
{
    struct draft f = {.file = file};

    return write_folder(&f, path, n, err);
}

static bool is_named(const char *const *names, int n, const char *name)
{
    bool found = strcmp(name, ".") == 0 || strcmp(name, "..") == 0;

    for (int i = 0; i < n && !found; i++)
        found = strcmp(names[i], name) == 0;
    return found;
}

enum zj_status zj_folder_replace(const char *path, const struct zj_folder_file *file, int n,
                                 const char *const *old, int n_old, struct zj_err *err)
{
    struct draft f = {.file = file, .old = old, .n_old = n_old};
    enum zj_status status = ZJ_OK;
    DIR *folder = opendir(path);

    if (!folder)
        return failed(path, errno, err);
    for (const struct dirent *e; status == ZJ_OK && (e = readdir(folder));)
        if (!is_named(old, n_old, e->d_name))
            status = zj_fail(err, ZJ_ECREATE, _("the folder '%s' holds '%s', which is not to be lost"), path,
                             e->d_name);
    closedir(folder);
    return status == ZJ_OK ? write_folder(&f, path, n, err) : status;
}
