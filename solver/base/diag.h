/*
 * diag.h - the problems found in the user's data, all of them, in the order found.
 *
 * A problem has a place (file, line, column, field) and a sentence. Nothing here
 * stops the reader: it goes on and reports what else is wrong.
 */
#ifndef ZJ_BASE_DIAG_H
#define ZJ_BASE_DIAG_H

#include "solver/base/mem.h"
#include "solver/base/status.h"

#include <stdio.h>

enum zj_severity {
    ZJ_NOTE,    /* worth knowing: which encoding was chosen, a repair that was made */
    ZJ_WARNING, /* lint: the plan will suffer, or the text contradicts itself */
    ZJ_ERROR    /* the data cannot be used */
};

struct zj_problem {
    enum zj_severity severity;
    const char *code;  /* stable English word for machines: "bad_date"; static storage */
    const char *file;  /* "teachers.csv"; NULL when the problem has no file */
    int line, column;  /* 1-based; 0 = unknown. column counts characters in the line */
    const char *field; /* header as the user wrote it, or NULL */
    const char *text;  /* "'1971-13-02' is not a date; expected YYYY-MM-DD" */
};

struct zj_diag {
    struct zj_arena arena;
    struct zj_problem *problem;
    int n, cap;
    int n_errors, n_warnings;
};

/*
 * Where a value stands. Copied by zj_diag_add. A file whose name ends in '!' is a sheet of a workbook
 * ("plan.xlsx 教师!"): its line is a row, and row and column are told as people know them, "教师!D17".
 */
struct zj_place {
    const char *file;
    int line, column;
    const char *field;
};

void zj_diag_add(struct zj_diag *d, enum zj_severity severity, const char *code, const struct zj_place *at,
                 const char *fmt, ...) ZJ_PRINTF(5, 6);
/*
 * Print "file:line:column (field): text", one problem a line; at most `max` of them (0 = all), errors
 * before the rest when not all fit, then a count of those left out. Control characters in the text are
 * shown as \xNN.
 */
void zj_diag_print(const struct zj_diag *d, FILE *out, int max);
/* The same as a JSON array of {code, severity, file, line, column, field, text}. */
void zj_diag_print_json(const struct zj_diag *d, FILE *out);
void zj_diag_release(struct zj_diag *d);

#endif
