#include "solver/base/folder.h"

#include "solver/base/file.h"
#include "solver/base/i18n.h"
#include "solver/base/mem.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_TEMP_NAMES = 100, TEMP_NAME = 64 };

/* A folder being written. All its memory is there before the first byte is: it cannot run out halfway. */
struct draft {
    const struct zj_folder_file *file;
    int n;        /* files that may be there */
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
    if (rename(f->folder, path) == 0)
        return ZJ_OK;
    error = errno;
    discard(f);
    return failed(path, error, err);
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

static size_t longest_name(const struct zj_folder_file *file, int n)
{
    size_t most = 0;

    for (int i = 0; i < n; i++)
        if (strlen(file[i].name) > most)
            most = strlen(file[i].name);
    return most;
}

enum zj_status zj_folder_write(const char *path, const struct zj_folder_file *file, int n, struct zj_err *err)
{
    char *target = without_slashes(path);
    struct draft f = {.file = file, .room = strlen(target) + TEMP_NAME + longest_name(file, n)};
    sigset_t held, before;

    f.folder = zj_malloc(f.room);
    f.path = zj_malloc(f.room);
    sigfillset(&held);
    sigprocmask(SIG_BLOCK, &held, &before);
    enum zj_status status = write_draft(&f, target, n, err);
    sigprocmask(SIG_SETMASK, &before, NULL);
    free(f.path);
    free(f.folder);
    free(target);
    return status;
}
