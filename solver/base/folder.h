/*
 * folder.h - whole folders out: every file of a list, or nothing.
 */
#ifndef ZJ_BASE_FOLDER_H
#define ZJ_BASE_FOLDER_H

#include "solver/base/err.h"

#include <stddef.h>

struct zj_folder_file {
    const char *name; /* without folder */
    const char *bytes;
    size_t n;
};

/*
 * Make the folder `path` with these files. They are written into a temporary folder beside it, which is
 * then renamed; an empty folder of that name is replaced, one that holds anything is refused.
 * Errors: ZJ_ECREATE, ZJ_EIO; then nothing is left behind, whatever signal ends the run (short of SIGKILL).
 */
enum zj_status zj_folder_write(const char *path, const struct zj_folder_file *file, int n,
                               struct zj_err *err) ZJ_MUST_CHECK;
/*
 * The same where a folder of that name stands already: it is replaced when it holds nothing but files of the
 * names in `old`, else refused. The two change places at once, where the file system can do that; until
 * then the old one is whole.
 */
enum zj_status zj_folder_replace(const char *path, const struct zj_folder_file *file, int n,
                                 const char *const *old, int n_old, struct zj_err *err) ZJ_MUST_CHECK;

#endif
