/*
 * lp_file.c - programs as files that other solvers read.
 *
 * GLPK writes to a name and leaves half a file behind when it fails, so it writes into
 * memory that has a name, and the bytes replace the file as those of a plan do.
 */
#include "solver/base/file.h"
#include "solver/engine/lp_impl.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static enum zj_status write_failed(const char *path, int error, struct zj_err *err)
{
    return zj_fail(err, error == ENOMEM ? ZJ_ENOMEM : ZJ_EIO, _("cannot write '%s': %s"), path,
                   strerror(error));
}

/* The text stands in the file of memory `fd`. */
static enum zj_status copy_out(int fd, const char *path, struct zj_err *err)
{
    struct stat text;

    if (fstat(fd, &text) != 0)
        return write_failed(path, errno, err);
    size_t n = (size_t)text.st_size;
    char *bytes = n ? mmap(NULL, n, PROT_READ, MAP_PRIVATE, fd, 0) : MAP_FAILED;
    if (bytes == MAP_FAILED)
        return write_failed(path, n ? errno : EIO, err);
    enum zj_status st = zj_file_write(path, bytes, n, err);
    munmap(bytes, n);
    return st;
}

static enum zj_status write_text(struct lp *lp, const char *name, bool mps, int *rc, struct zj_err *err)
{
    LP_GUARDED(err,
               *rc = mps ? glp_write_mps(lp->p, GLP_MPS_FILE, NULL, name) : glp_write_lp(lp->p, NULL, name));
    return ZJ_OK;
}

enum zj_status lp_write(struct lp *lp, const char *path, bool mps, struct zj_err *err)
{
    char name[64];
    int rc = 0, fd = memfd_create("model", MFD_CLOEXEC);

    if (fd < 0)
        return write_failed(path, errno, err);
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    errno = 0;
    enum zj_status st = write_text(lp, name, mps, &rc, err);
    if (st == ZJ_OK)
        st = rc == 0 ? copy_out(fd, path, err) : write_failed(path, errno ? errno : EIO, err);
    close(fd);
    return st;
}
