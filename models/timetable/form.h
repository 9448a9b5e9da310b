/*
 * form.h - linear forms, gathered column by column, as rows of a program that other people read.
 */
#ifndef MODELS_TIMETABLE_FORM_H
#define MODELS_TIMETABLE_FORM_H

#include "solver/engine/lp.h"

/* Columns, each at most once, and their coefficients. Heap. */
struct tt_form {
    int *col, n, cap_col, cap_val;
    int64_t *val;
};

void tt_form_put(struct tt_form *f, int col, int64_t val);
void tt_form_put_times(struct tt_form *f, const struct tt_form *x, int64_t factor);
void tt_form_release(struct tt_form *f);
/* The row lo <= form <= hi, unless the form is empty; it is empty afterwards. Named <what>_<number>. */
void tt_form_row(struct lp *lp, struct tt_form *f, int64_t lo, int64_t hi, const char *what);
/* A column 0 <= x <= most. Its name <what>_<whose>_<k>_c<number> is unlike any other. */
int tt_named_column(struct lp *lp, int64_t most, int64_t cost, const char *what, const char *whose, int k);

#endif
