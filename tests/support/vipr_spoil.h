/*
 * vipr_spoil.h - certificates with something wrong in them: by chance, and on purpose.
 */
#ifndef TESTS_SUPPORT_VIPR_SPOIL_H
#define TESTS_SUPPORT_VIPR_SPOIL_H

#include "tests/support/rng.h"

#include <stddef.h>

struct vipr_text {
    char *v; /* heap; NUL-terminated */
    size_t n;
};

/* One change by chance: a number, a word, a line or a byte; *what says which sort it was. */
struct vipr_text vipr_spoil(struct rng *r, const char *text, size_t n, const char **what);

/*
 * The k-th lie about a certificate, NULL text when it does not apply to this one: a better optimum, a worse
 * solution, no solution where there is one, a proof without its branches… Every one of them is false.
 */
enum { VIPR_LIES = 9 };
struct vipr_text vipr_lie(int k, const char *text, size_t n, const char **what);
/* The i-th part alone, without comments; NULL when there are not so many. */
struct vipr_text vipr_part(const char *text, size_t n, int i);

#endif
