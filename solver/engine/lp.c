/*
 * lp.c - putting programs together, and checking vectors against them.
 */
#include "solver/base/mem.h"
#include "solver/engine/lp_impl.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

int64_t lp_clock_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

struct lp *lp_new(void)
{
    struct lp *lp = zj_calloc(1, sizeof *lp);

    lp_open_env();
    lp->p = glp_create_prob();
    glp_set_obj_dir(lp->p, GLP_MIN);
    return lp;
}

void lp_free(struct lp *lp)
{
    if (!lp)
        return;
    if (!lp_env_lost)
        glp_delete_prob(lp->p);
    free(lp->col_lo);
    free(lp->col_hi);
    free(lp->row);
    free(lp->idx);
    free(lp->val);
    free(lp);
}

static void *copy(const void *p, size_t n, size_t size)
{
    void *q = zj_calloc(n + 1, size);

    if (n)
        memcpy(q, p, n * size);
    return q;
}

struct lp *lp_clone(const struct lp *lp)
{
    struct lp *c = zj_calloc(1, sizeof *c);

    *c = *lp;
    c->p = glp_create_prob();
    glp_copy_prob(c->p, lp->p, GLP_OFF);
    c->col_lo = copy(lp->col_lo, (size_t)lp->n_cols, sizeof *lp->col_lo);
    c->col_hi = copy(lp->col_hi, (size_t)lp->n_cols, sizeof *lp->col_hi);
    c->row = copy(lp->row, (size_t)lp->n_rows, sizeof *lp->row);
    c->idx = copy(lp->idx, (size_t)lp->n_nz, sizeof *lp->idx);
    c->val = copy(lp->val, (size_t)lp->n_nz, sizeof *lp->val);
    c->cap_cols = lp->n_cols;
    c->cap_rows = lp->n_rows;
    c->cap_nz = c->cap_val = lp->n_nz;
    return c;
}

int lp_n_cols(const struct lp *lp)
{
    return lp->n_cols;
}

int lp_n_rows(const struct lp *lp)
{
    return lp->n_rows;
}

void lp_set_glp_col(struct lp *lp, int col, int64_t lo, int64_t hi)
{
    glp_set_col_bnds(lp->p, col + 1, lo == hi ? GLP_FX : GLP_DB, (double)lo, (double)hi);
}

int lp_col(struct lp *lp, int64_t lo, int64_t hi)
{
    int cap = lp->cap_cols;

    ZJ_GROW(lp->col_lo, lp->n_cols, cap);
    ZJ_GROW(lp->col_hi, lp->n_cols, lp->cap_cols);
    glp_add_cols(lp->p, 1);
    glp_set_col_kind(lp->p, lp->n_cols + 1, GLP_IV);
    lp_col_bounds(lp, lp->n_cols, lo, hi);
    return lp->n_cols++;
}

void lp_col_bounds(struct lp *lp, int col, int64_t lo, int64_t hi)
{
    lp->col_lo[col] = lo;
    lp->col_hi[col] = hi;
    lp_set_glp_col(lp, col, lo, hi);
}

void lp_col_get(const struct lp *lp, int col, int64_t *lo, int64_t *hi)
{
    *lo = lp->col_lo[col];
    *hi = lp->col_hi[col];
}

void lp_cost(struct lp *lp, int col, double cost)
{
    if (glp_get_obj_coef(lp->p, col + 1) == cost)
        return;
    glp_set_obj_coef(lp->p, col + 1, cost);
    lp->has_basis = false;
}

void lp_row_bounds(struct lp *lp, int row, int64_t lo, int64_t hi)
{
    int type = lo == -LP_INF  ? (hi == LP_INF ? GLP_FR : GLP_UP)
               : hi == LP_INF ? GLP_LO
               : lo == hi     ? GLP_FX
                              : GLP_DB;

    lp->row[row].lo = lo;
    lp->row[row].hi = hi;
    glp_set_row_bnds(lp->p, row + 1, type, lo == -LP_INF ? 0.0 : (double)lo, hi == LP_INF ? 0.0 : (double)hi);
}

int lp_row(struct lp *lp, int64_t lo, int64_t hi, int n, const int *idx, const int64_t *val)
{
    int *gi = zj_malloc(((size_t)n + 1) * sizeof *gi);
    double *gv = zj_malloc(((size_t)n + 1) * sizeof *gv);

    ZJ_GROW(lp->row, lp->n_rows, lp->cap_rows);
    lp->row[lp->n_rows] = (struct lp_row){.first = lp->n_nz, .n = n};
    for (int k = 0; k < n; k++) {
        int used = lp->n_nz;
        ZJ_GROW(lp->idx, used, lp->cap_nz);
        ZJ_GROW(lp->val, used, lp->cap_val);
        lp->idx[used] = idx[k];
        lp->val[used] = val[k];
        lp->n_nz++;
        gi[k + 1] = idx[k] + 1;
        gv[k + 1] = (double)val[k];
    }
    glp_add_rows(lp->p, 1);
    glp_set_mat_row(lp->p, lp->n_rows + 1, n, gi, gv);
    lp_row_bounds(lp, lp->n_rows, lo, hi);
    free(gi);
    free(gv);
    return lp->n_rows++;
}

void lp_name(struct lp *lp, int row, int col, const char *name)
{
    char ascii[200]; /* LP files allow neither blanks nor bytes above 126 */
    size_t n = 0;

    for (; *name && n + 1 < sizeof ascii; name++) {
        unsigned char c = (unsigned char)*name;
        ascii[n++] = c > 32 && c < 127 && !strchr("+-*^<>=:/\\\"", c) ? (char)c : '_';
    }
    ascii[n] = '\0';
    if (row >= 0)
        glp_set_row_name(lp->p, row + 1, ascii);
    if (col >= 0)
        glp_set_col_name(lp->p, col + 1, ascii);
}

bool lp_satisfies(const struct lp *lp, const int64_t *x)
{
    for (int j = 0; j < lp->n_cols; j++) {
        if (x[j] < lp->col_lo[j] || x[j] > lp->col_hi[j])
            return false;
    }
    for (int i = 0; i < lp->n_rows; i++) {
        const struct lp_row *r = &lp->row[i];
        int64_t sum = 0, term;
        for (int k = r->first; k < r->first + r->n; k++) {
            if (__builtin_mul_overflow(lp->val[k], x[lp->idx[k]], &term) ||
                __builtin_add_overflow(sum, term, &sum))
                return false;
        }
        if (sum < r->lo || sum > r->hi)
            return false;
    }
    return true;
}
