/*
 * book.h - a workbook (.xlsx) as sheets of cells with text.
 *
 * What a cell holds is given as text, in the one form that tables know: numbers as decimal digits,
 * dates as YYYY-MM-DD, times as HH:MM. Formulas are not calculated: their last value is taken. Of the
 * rest (fonts, pictures, macros, links) nothing is looked at. No table is known here.
 */
#ifndef ZJ_XLSX_BOOK_H
#define ZJ_XLSX_BOOK_H

#include "solver/xlsx/archive.h"

enum {
    XLSX_MAX_SHEETS = 256,
    XLSX_MAX_ROWS = 1048576,
    XLSX_MAX_COLUMNS = 16384,
    XLSX_MAX_CELLS = 8 * 1000 * 1000, /* that hold something, in one sheet */
    XLSX_MAX_MERGED = 10000
};

enum xlsx_kind {
    XLSX_TEXT,
    XLSX_NUMBER,  /* "16", "35.48", "1e+20" */
    XLSX_DATE,    /* "2026-09-01", "08:20", "2026-09-01 08:20", with ":05" when there are seconds */
    XLSX_BOOLEAN, /* "1" or "0" */
    XLSX_FAILED,  /* the error that a formula gave: "#N/A" */
    XLSX_PENDING  /* a formula that no program has calculated: "" */
};

struct xlsx_cell {
    int row, column; /* 1-based */
    enum xlsx_kind kind;
    const char *text; /* UTF-8, not empty but for XLSX_PENDING */
};

/* Cells from top left to bottom right, inclusive. */
struct xlsx_range {
    int row, column, last_row, last_column;
};

/* What a sheet holds, once it was read. */
struct xlsx_cells {
    struct zj_arena arena;
    struct xlsx_cell *v; /* by row, then by column; none is blank */
    int n, cap;
    struct xlsx_range *merged;
    int n_merged, cap_merged;
    int n_hidden_rows, hidden_row;       /* that hold something; the first of them, 0 = none */
    int n_hidden_columns, hidden_column; /* the same */
};

struct xlsx_sheet {
    const char *name; /* trimmed of nothing */
    const char *file; /* "<workbook> <sheet>!": the file in messages, see struct zj_place */
    const char *part; /* "xl/worksheets/sheet1.xml" */
    bool hidden;
};

struct xlsx_book {
    struct zj_arena arena;
    struct xlsx_archive archive;
    struct xlsx_sheet *sheet; /* in the order of the tabs; charts and the like are not among them */
    int n_sheets;
    bool links;          /* it takes values from other workbooks */
    bool from_1904;      /* days are counted from 1904-01-01 */
    const char **string; /* the shared texts */
    int n_strings, cap_strings;
    unsigned char *is_date; /* by style */
    int n_styles, cap_styles;
};

/* Do the bytes begin as a zip archive, such as .xlsx? As an old .xls, or a workbook with a password? */
bool xlsx_is_zip(const char *bytes, size_t n);
bool xlsx_is_old(const char *bytes, size_t n);

/*
 * Open a workbook of n bytes, which are borrowed until the close, as is `file`, its name in messages.
 * ZJ_EDATA, with the problem in d, when it is damaged or passes a limit. The caller closes in every case.
 */
enum zj_status xlsx_open(struct xlsx_book *b, const char *bytes, size_t n, const char *file,
                         struct zj_diag *d) ZJ_MUST_CHECK;
void xlsx_close(struct xlsx_book *b);

/* The cells of a sheet. ZJ_EDATA as above. The caller releases *c in every case; texts may be the book's. */
enum zj_status xlsx_read_sheet(struct xlsx_book *b, int sheet, struct xlsx_cells *c) ZJ_MUST_CHECK;
void xlsx_cells_release(struct xlsx_cells *c);

#endif
