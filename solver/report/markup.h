/*
 * markup.h - HTML and SVG as text that grows, in which nothing from outside can become markup.
 *
 * The format of rep_put() is markup; whatever a %s brings is data and is escaped, for text and for
 * attributes alike. Control characters and bidirectional controls are shown as \xNN, so that the result is
 * well-formed XML too.
 */
#ifndef ZJ_REPORT_MARKUP_H
#define ZJ_REPORT_MARKUP_H

#include "solver/base/mem.h"
#include "solver/base/status.h"

#include <stddef.h>

struct rep_markup {
    char *bytes; /* heap, NUL-terminated once anything was put; rep_markup_release() frees */
    size_t n, cap;
};

/* Append markup. Knows %s (escaped), %d, %lld and %%. */
void rep_put(struct rep_markup *m, const char *fmt, ...) ZJ_PRINTF(2, 3);
/* Append text: all of it is escaped, the format too. For sentences that were translated. */
void rep_say(struct rep_markup *m, const char *fmt, ...) ZJ_PRINTF(2, 3);
/* Append n bytes as they are: markup that was made before, or the program's own style and script. */
void rep_put_bytes(struct rep_markup *m, const char *bytes, size_t n);
void rep_markup_release(struct rep_markup *m);

#endif
