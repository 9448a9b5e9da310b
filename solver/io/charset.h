/*
 * charset.h - bytes read in one encoding, strictly, and what the characters are then; encoding.c chooses.
 */
#ifndef ZJ_IO_CHARSET_H
#define ZJ_IO_CHARSET_H

#include <stdbool.h>
#include <stddef.h>

/* One way to read bytes: the text as far as it could be decoded. */
struct zj_reading {
    const char *charset;
    char *text; /* heap, NUL after n bytes; the caller frees it */
    size_t n;
    size_t used; /* bytes of the input that were decoded */
    bool ok;     /* all of them */
};

/* The bytes in this charset as UTF-8. */
struct zj_reading zj_read_as(const char *charset, const char *bytes, size_t n);
/* From r->charset to another one; fills the rest of *r. */
void zj_convert(struct zj_reading *r, const char *bytes, size_t n, const char *to);
/* Has the text letters that Chinese tables do not hold: Cyrillic, Arabic, extended Latin, private use? */
bool zj_has_foreign(const struct zj_reading *r);
/* Does every character stand in GB2312, ordinary simplified Chinese? */
bool zj_is_ordinary(const struct zj_reading *r);

#endif
