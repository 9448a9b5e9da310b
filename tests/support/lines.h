/*
 * lines.h - texts of facts (tiny.h) with lines moved, for tests of what must not depend on their order.
 */
#ifndef TESTS_SUPPORT_LINES_H
#define TESTS_SUPPORT_LINES_H

/* The lines of the text that begin so come in the opposite order. The caller frees. */
char *lines_reversed(const char *text, const char *begins);
/* The lines that begin so stand there twice. The caller frees. */
char *lines_doubled(const char *text, const char *begins);

#endif
