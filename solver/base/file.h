/*
 * file.h - whole files in, whole files out.
 */
#ifndef ZJ_BASE_FILE_H
#define ZJ_BASE_FILE_H

#include "solver/base/err.h"

#include <stdbool.h>
#include <stddef.h>

#define ZJ_MAX_FILE ((size_t)64 * 1024 * 1024) /* bytes; larger input is refused */

bool zj_is_folder(const char *path);
/*
 * Read a whole regular file ("-" = standard input) of at most ZJ_MAX_FILE bytes.
 * *bytes is heap memory with one NUL after *n bytes; the caller frees it.
 * Errors: ZJ_ENOINPUT (missing, not readable, a folder), ZJ_EIO, ZJ_EDATA (too large).
 */
enum zj_status zj_file_read(const char *path, char **bytes, size_t *n, struct zj_err *err) ZJ_MUST_CHECK;
/*
 * Replace `path` by n bytes, whole or not at all: a temporary file beside it is
 * written, synced and renamed, then the folder is synced. "-" writes to stdout.
 * The mode of an existing file is kept, a symbolic link is followed; a device or a
 * pipe is written in place.
 * Errors: ZJ_ECREATE (cannot create there), ZJ_EIO (disk full, …); then the old file
 * stands untouched and no temporary file is left, whatever signal or fault ends the run
 * (short of SIGKILL).
 */
enum zj_status zj_file_write(const char *path, const char *bytes, size_t n, struct zj_err *err) ZJ_MUST_CHECK;
/*
 * Remove the temporary file of a write that is under way in this process, if any.
 * Async-signal-safe. Signals that can wait are held back while a temporary file
 * exists; only a handler for faults (SIGSEGV, SIGABRT, …) needs to call this.
 */
void zj_file_remove_temporary(void);

#endif
