/*
 * status.h - the outcomes of every fallible call, and of the process.
 *
 * One list (status.def) gives the names, the exit codes and the help text.
 */
#ifndef ZJ_BASE_STATUS_H
#define ZJ_BASE_STATUS_H

enum zj_status {
#define ZJ_STATUS(name, code, text) ZJ_##name = (code),
#include "solver/base/status.def"
#undef ZJ_STATUS
};

#define ZJ_MUST_CHECK         __attribute__((warn_unused_result))
#define ZJ_PRINTF(fmt, first) __attribute__((format(printf, fmt, first)))

/* Run a call; leave the enclosing function with its status when it fails. */
#define ZJ_TRY(call)                                                                                         \
    do {                                                                                                     \
        enum zj_status zj_try_status = (call);                                                               \
        if (zj_try_status != ZJ_OK)                                                                          \
            return zj_try_status;                                                                            \
    } while (0)

#endif
