/*
 * err.h - one failure, told in one sentence.
 *
 * For problems in the user's data use diag.h, which collects all of them.
 */
#ifndef ZJ_BASE_ERR_H
#define ZJ_BASE_ERR_H

#include "solver/base/status.h"

struct zj_err {
    enum zj_status status;
    char text[1024]; /* UTF-8, cut on a character border, no newline at the end */
};

/* Record a failure and return its status. `err` may be NULL. The first failure is the caller's to keep. */
enum zj_status zj_fail(struct zj_err *err, enum zj_status status, const char *fmt, ...) ZJ_PRINTF(3, 4);

#endif
