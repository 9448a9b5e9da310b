/*
 * scan.h - the words and numbers of a certificate, each with its place.
 *
 * The first thing that is wrong ends the reading: `status` says of which sort it was, the list of
 * problems says where and what. Every reader returns false from then on.
 */
#ifndef ZJ_CERTIFY_SCAN_H
#define ZJ_CERTIFY_SCAN_H

#include "solver/base/diag.h"

#include <gmp.h>
#include <stdbool.h>

struct cert_word {
    const char *text; /* n bytes of the file, not terminated */
    size_t n;
    int line, column;
};

struct cert_scan {
    const char *file; /* for messages */
    const char *bytes;
    size_t n, at;
    int line, column; /* of the byte at `at` */
    struct zj_diag *diag;
    enum zj_status status; /* ZJ_OK; ZJ_EDATA: malformed; ZJ_VIOLATED: read, and refuted */
    struct cert_word word; /* the last one read */
};

/* Record what is wrong at a line (column 0 = the whole line). Always false. */
bool cert_fail(struct cert_scan *s, enum zj_status status, int line, int column, const char *fmt, ...)
    ZJ_PRINTF(5, 6);
/* Malformed at the word read last. Always false. */
bool cert_bad_word(struct cert_scan *s, const char *expected);

/* Go to the next word without reading it; the byte there, or -1 at the end. */
int cert_peek(struct cert_scan *s);
/* The rest of the line at which the scan stands, as a word, the line's end excluded. */
void cert_rest_of_line(struct cert_scan *s);
/* Read one word; the file may not end here. */
bool cert_next(struct cert_scan *s);
bool cert_is(const struct cert_word *w, const char *text);
bool cert_expect(struct cert_scan *s, const char *text);
/* A number of things that follow, each at least one word: so many the file must be able to hold. */
bool cert_count(struct cert_scan *s, int *out);
/* 0 <= *out < limit. */
bool cert_index(struct cert_scan *s, int limit, int *out);
/* -1 <= *out, as the last use of a constraint. */
bool cert_last_use(struct cert_scan *s, int *out);
/* An exact number: 12, -3/4 or 0.25, of at most 300 digits. `out` is initialised by the caller. */
bool cert_number(struct cert_scan *s, mpq_t out);
/* The same from a word at hand. */
bool cert_parse_number(const struct cert_word *w, mpq_t out);

#endif
