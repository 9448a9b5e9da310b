/*
 * lp_file.c - programs as files that other solvers read.
 */
#include "solver/engine/lp_impl.h"

#include <errno.h>
#include <string.h>

enum zj_status lp_write(struct lp *lp, const char *path, bool mps, struct zj_err *err)
{
    int rc = 0;

    errno = 0;
    LP_GUARDED(err, rc = mps ? glp_write_mps(lp->p, GLP_MPS_FILE, NULL, path) : glp_write_lp(lp->p, NULL, path));
    if (rc != 0)
        return zj_fail(err, errno == ENOENT || errno == EACCES || errno == ENOTDIR ? ZJ_ECREATE : ZJ_EIO,
                       _("cannot write '%s': %s"), path, strerror(errno));
    return ZJ_OK;
}
