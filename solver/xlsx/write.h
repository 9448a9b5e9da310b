/*
 * write.h - a workbook to be written: sheets, cells, what people may fill in.
 *
 * Every text is a string cell, whatever it begins with: nothing that comes from data is ever a formula or
 * a link. Control characters are shown as \xNN. The bytes depend on what is written alone: the workbook
 * has one fixed date of making. Rows and columns are counted from 0 here.
 */
#ifndef ZJ_XLSX_WRITE_H
#define ZJ_XLSX_WRITE_H

#include "solver/base/err.h"

#include <stdbool.h>
#include <stdint.h>

enum xlsx_style {
    XLSX_PLAIN,     /* framed and wrapped, at the top of its cell */
    XLSX_CENTRE,    /* the same in the middle */
    XLSX_HEADER,    /* of a column: bold on grey */
    XLSX_NEEDED,    /* the same of a column that must be filled in */
    XLSX_TITLE,     /* of a sheet or part: large and bold, without frame */
    XLSX_NOTE,      /* small print, without frame */
    XLSX_AS_NUMBER, /* without frame */
    XLSX_AS_TEXT,   /* typed digits stay as they are */
    XLSX_AS_DATE,   /* YYYY-MM-DD */
    XLSX_AS_TIME,   /* HH:MM */
    XLSX_N_STYLES
};

struct xlsx_out; /* a workbook */
struct xlsx_tab; /* one of its sheets */

/* Never NULL. The caller ends it by xlsx_out_save() or xlsx_out_free(). */
struct xlsx_out *xlsx_out_new(const char *title);
void xlsx_out_free(struct xlsx_out *o);
/*
 * Write the workbook to `path` ("-" = standard output), whole or not at all, and free it. Errors as of
 * zj_file_write(); ZJ_EIO also when there is no room for temporary files.
 */
enum zj_status xlsx_out_save(struct xlsx_out *o, const char *path, struct zj_err *err) ZJ_MUST_CHECK;

/* A new sheet; its name must be one that workbooks allow (1 to 31 characters, none of [ ] : * ? / \). */
struct xlsx_tab *xlsx_tab_new(struct xlsx_out *o, const char *name);
void xlsx_put_text(struct xlsx_tab *t, int row, int column, const char *text, enum xlsx_style style);
/* The same, of lines parted by '\n'. */
void xlsx_put_lines(struct xlsx_tab *t, int row, int column, const char *text, enum xlsx_style style);
void xlsx_put_number(struct xlsx_tab *t, int row, int column, double number, enum xlsx_style style);
/* A date (days since 1970-01-01), a time (minutes after 00:00). */
void xlsx_put_date(struct xlsx_tab *t, int row, int column, int32_t date);
void xlsx_put_time(struct xlsx_tab *t, int row, int column, int minutes);
/* Width of a column in ASCII letters, and the style of what will be typed there. */
void xlsx_set_column(struct xlsx_tab *t, int column, double width, enum xlsx_style style);
/* Room for so many lines of text in a row; one is the default. */
void xlsx_set_lines(struct xlsx_tab *t, int row, int lines);
/* Rows 0..rows - 1 and columns 0..columns - 1 stay when the rest is scrolled. */
void xlsx_freeze(struct xlsx_tab *t, int rows, int columns);
/* On paper: A4, as wide as the page, rows first..last at the top of every page (first < 0: none). */
void xlsx_set_print(struct xlsx_tab *t, bool landscape, int first, int last, const char *footer);
/* New pages begin with these n rows, all > 0. */
void xlsx_break_before(struct xlsx_tab *t, const int *rows, int n);
/* A note that shows when the mouse is on the cell. */
void xlsx_put_note(struct xlsx_tab *t, int row, int column, const char *text);

enum { XLSX_MAX_LIST = 255 }; /* bytes of a list with its commas */
/* Of what may be typed in rows first..last of a column; `help` is shown with what is refused. */
void xlsx_allow_list(struct xlsx_tab *t, int column, int first, int last, const char **items,
                     const char *help);
void xlsx_allow_numbers(struct xlsx_tab *t, int column, int first, int last, int lo, int hi,
                        const char *help);
void xlsx_allow_dates(struct xlsx_tab *t, int column, int first, int last, const char *help);

#endif
