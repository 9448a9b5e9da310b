#include "models/timetable/form.h"

#include "solver/base/mem.h"

#include <stdio.h>
#include <stdlib.h>

void tt_form_put(struct tt_form *f, int col, int64_t val)
{
    if (val == 0)
        return;
    ZJ_GROW(f->col, f->n, f->cap_col);
    ZJ_GROW(f->val, f->n, f->cap_val);
    f->col[f->n] = col;
    f->val[f->n++] = val;
}

void tt_form_put_times(struct tt_form *f, const struct tt_form *x, int64_t factor)
{
    for (int i = 0; i < x->n; i++)
        tt_form_put(f, x->col[i], factor * x->val[i]);
}

void tt_form_release(struct tt_form *f)
{
    free(f->col);
    free(f->val);
    *f = (struct tt_form){0};
}

void tt_form_row(struct lp *lp, struct tt_form *f, int64_t lo, int64_t hi, const char *what)
{
    char name[80];

    if (f->n > 0) {
        int number = lp_row(lp, lo, hi, f->n, f->col, f->val);
        snprintf(name, sizeof name, "%s_%d", what, number);
        lp_name(lp, number, -1, name);
    }
    f->n = 0;
}

int tt_named_column(struct lp *lp, int64_t most, int64_t cost, const char *what, const char *whose, int k)
{
    int col = lp_col(lp, 0, most);
    char name[120];

    lp_cost(lp, col, (double)cost);
    snprintf(name, sizeof name, "%s_%.60s_%d_c%d", what, whose, k, col);
    lp_name(lp, -1, col, name);
    return col;
}
