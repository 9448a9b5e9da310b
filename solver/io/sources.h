/*
 * sources.h - the files an instance was read from, and what they add up to.
 */
#ifndef ZJ_IO_SOURCES_H
#define ZJ_IO_SOURCES_H

#include "solver/base/err.h"

#include <stddef.h>

struct zj_source {
    char *name;  /* without folder; heap, as the bytes */
    char *bytes; /* NULL once zj_source_drop() was called */
    size_t n;
};

struct zj_sources {
    struct zj_source *v; /* in the order of reading */
    int n, cap;
};

/* Read the file at `path` and append it. Its index, or -1: *err says why. */
int zj_sources_read(struct zj_sources *s, const char *path, struct zj_err *err);
/* Append a text as if it were a file of this name. */
void zj_sources_add(struct zj_sources *s, const char *name, const char *text);
/*
 * SHA-256, in hexadecimal, over each file in byte order of name: name, NUL, decimal
 * size, NUL, bytes. The folder does not matter, nor (names being different) the order of reading.
 */
void zj_sources_digest(const struct zj_sources *s, char hex[65]);
/* Free the bytes of a file that was parsed; its name stays. */
void zj_source_drop(struct zj_source *f);
void zj_sources_release(struct zj_sources *s);

#endif
