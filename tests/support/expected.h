/*
 * expected.h - the tables instances/expected*.tsv, a line at a time.
 *
 * Fields are separated by tabs; the first line that is neither empty nor a comment (#) names the columns.
 */
#ifndef TESTS_SUPPORT_EXPECTED_H
#define TESTS_SUPPORT_EXPECTED_H

enum { EXPECTED_MAX = 16 };

/* Texts belong to the table that is being read. */
struct expected_line {
    char *field[EXPECTED_MAX];
    int n;
};

/* Check one line; returns how much of it is wrong, having said what. head names its columns. */
typedef int expected_check(const struct expected_line *head, const struct expected_line *l, void *ctx);

/*
 * Check every line behind the head; each has at least `least` fields and no more than the head. Returns the
 * sum of what the checks return.
 */
int expected_each(const char *path, int least, expected_check *check, void *ctx);

#endif
