/*
 * vipr_judge.h - is what a certificate claims true? Found out by solving, whatever it gives as proof.
 *
 * Reads VIPR files that the checker accepted, with code of its own, and has GLPK solve their programs.
 */
#ifndef TESTS_SUPPORT_VIPR_JUDGE_H
#define TESTS_SUPPORT_VIPR_JUDGE_H

#include <stdbool.h>
#include <stddef.h>

/* A word of a file: n bytes from `at`. */
struct vipr_word {
    size_t at, n;
    bool comment; /* it stands in a comment line */
    bool proof;   /* it stands in a section DER, after its count */
};

/* All words of a text; heap, *n of them. */
struct vipr_word *vipr_words(const char *text, size_t length, int *n);
bool vipr_is(const char *text, const struct vipr_word *w, const char *word);

enum vipr_truth { VIPR_TRUE, VIPR_FALSE, VIPR_OPEN };
/* The claims of every part, and what the heading makes of them. Open: GLPK found no answer in time. */
enum vipr_truth vipr_judge(const char *text, size_t length);
/* Do two texts make the same claims about the same programs, word for word, but for names and proofs? */
bool vipr_same_claims(const char *a, size_t n_a, const char *b, size_t n_b);

#endif
