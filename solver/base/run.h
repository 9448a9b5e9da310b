/*
 * run.h - another program, for what it does better: bytes in, bytes out, no file between.
 */
#ifndef ZJ_BASE_RUN_H
#define ZJ_BASE_RUN_H

#include "solver/base/err.h"

#include <stddef.h>

struct zj_bytes {
    char *v; /* heap, with one NUL after n bytes; the holder frees */
    size_t n;
};

/*
 * Run the program argv[0], looked up in PATH, with these arguments (NULL ends them) and, behind them, one
 * path for each of the n inputs, under which the program reads it. *out is what it wrote to standard output;
 * its standard error is ours.
 * Errors: ZJ_ENOINPUT when there is no such program, ZJ_EIO when it fails or there is no room; *out is empty
 * then.
 */
enum zj_status zj_run(const char *const *argv, const struct zj_bytes *in, int n, struct zj_bytes *out,
                      struct zj_err *err) ZJ_MUST_CHECK;

#endif
