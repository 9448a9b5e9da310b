/*
 * book.h - workbooks for tests, written part by part, so that they may be as odd as any in the world.
 *
 * The rows of a sheet are lines, their cells separated by '|'. The first letter of a cell says what it is:
 *   #12.5  number      @45000 number shown as a date      %0.5 number shown as a time
 *   ?1     boolean     !#N/A  error                       =A1  formula without a value
 *   ~3     shared text number 3                           anything else: a text; '' = no cell
 */
#ifndef TESTS_SUPPORT_BOOK_H
#define TESTS_SUPPORT_BOOK_H

#include "solver/base/intern.h"

#include <stddef.h>

struct book_sheet {
    const char *name, *rows;
    const char *before, *after; /* XML in front of <sheetData> and behind it; NULL = none */
    const char *state;          /* "hidden"; NULL = visible */
};

struct book_part {
    const char *name;
    const char *bytes;
    size_t n;
    int stored; /* not compressed */
};

/* Bytes of a workbook of these sheets on the heap. `workbook_pr`: attributes of <workbookPr>; NULL = none. */
char *book_make(const struct book_sheet *sheet, int n, const char *workbook_pr, size_t *size);
/* Bytes of a zip archive of these parts, on the heap. */
char *book_zip(const struct book_part *part, int n, size_t *size);
/* Put bytes into the scratch folder. */
void book_write(const char *name, const char *bytes, size_t n);
/* The XML of a sheet. Heap. */
char *book_sheet_xml(const struct book_sheet *s);

/* The text of a part of a workbook that stands at `path`; NULL when there is none. Heap. */
char *book_read_part(const char *path, const char *part);
/* Add what the text cells of every sheet hold to `texts`; the number of sheets. */
int book_texts(const char *path, struct zj_intern *texts, struct zj_arena *arena);

#endif
