/*
 * book_parts.h - the parts of the reader of workbooks.
 */
#ifndef ZJ_XLSX_BOOK_PARTS_H
#define ZJ_XLSX_BOOK_PARTS_H

#include "solver/xlsx/book.h"
#include "solver/xlsx/part.h"

/* Text that grows. */
struct xlsx_text {
    char *s; /* heap, no NUL */
    int n, cap;
};
void xlsx_text_add(struct xlsx_text *t, const char *s, int n);
/* A copy in which _xHHHH_ stands for the character of that number, as workbooks write control characters. */
const char *xlsx_text_take(struct xlsx_text *t, struct zj_arena *a);
/* The text so that a reader, who takes _x0041_ for A, gets it back: in the arena, or the text itself. */
const char *xlsx_escaped(struct zj_arena *a, const char *text);

/* styles.c: which styles show a number as a date or a time. */
enum zj_status xlsx_read_styles(struct xlsx_book *b, const char *part) ZJ_MUST_CHECK;
/* strings.c: the texts that cells share. */
enum zj_status xlsx_read_strings(struct xlsx_book *b, const char *part) ZJ_MUST_CHECK;

/* numbers.c: a number as text. NULL when `raw` is no number that a spreadsheet program writes. */
const char *xlsx_number_text(struct zj_arena *a, const char *raw);
/* A count of days as date, time or both. NULL when it lies outside of 1900..2100. */
const char *xlsx_date_text(struct zj_arena *a, const char *raw, bool from_1904);
/* "2026-09-01T08:20:00.000Z" in the same form; NULL when it is something else. */
const char *xlsx_iso_text(struct zj_arena *a, const char *raw);

#endif
