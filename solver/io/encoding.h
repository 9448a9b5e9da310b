/*
 * encoding.h - the bytes of a CSV file as UTF-8, whatever they were; a guess is never made in silence.
 *
 * Order: a byte order mark; else a strict check as UTF-8 and a strict decoding as
 * GB18030 (which contains GBK and GB2312). When only one passes, that one. When both
 * pass, as for the GBK bytes of 学校, which are valid UTF-8: the reading with more known
 * header cells, else the one without letters that Chinese tables do not hold
 * (Cyrillic, Arabic, extended Latin, private use), else UTF-8 when it keeps to GB2312,
 * the ordinary characters, and the other does not, else nobody can know and the user
 * is asked for --encoding.
 */
#ifndef ZJ_IO_ENCODING_H
#define ZJ_IO_ENCODING_H

#include "solver/io/rows.h"

/*
 * Decode n bytes of table t. `asked` is "UTF-8", "GB18030" or NULL = decide. *text is
 * heap memory with a NUL after *length bytes, without byte order mark and without
 * NUL characters inside; the caller frees it. ZJ_EDATA, with the problem in d and
 * *text = NULL, when there is no reading. Any encoding but UTF-8 is noted in d.
 */
enum zj_status zj_decode(const char *bytes, size_t n, const char *asked, enum zj_table_id t, const char *file,
                         struct zj_diag *d, char **text, size_t *length) ZJ_MUST_CHECK;

/* The UTF-8 text as GB18030, which has every character. *n: bytes in, bytes out; heap, the caller's. */
char *zj_to_gb18030(const char *text, size_t *n);

#endif
