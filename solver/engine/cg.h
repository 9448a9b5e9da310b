/*
 * cg.h - a linear program that grows: rows and columns may be added between solves.
 *
 * For column generation. Real numbers throughout, so whatever is concluded from an
 * answer must allow for rounding (lp_least_integer()). Errors as in lp.h.
 */
#ifndef ZJ_ENGINE_CG_H
#define ZJ_ENGINE_CG_H

#include "solver/engine/lp.h"

#include <math.h>

struct cg; /* minimise; columns and rows are numbered from 0 in the order added */

struct cg *cg_new(void);
void cg_free(struct cg *c);
/* Add an empty row lo <= . <= hi; -INFINITY and INFINITY for no bound. Returns its number. */
int cg_row(struct cg *c, double lo, double hi);
void cg_row_bounds(struct cg *c, int row, double lo, double hi);
/* Add a column lo <= x <= hi with n entries in distinct rows. Returns its number. */
int cg_col(struct cg *c, double lo, double hi, double cost, int n, const int *row, const double *val);
void cg_col_bounds(struct cg *c, int col, double lo, double hi);
void cg_cost(struct cg *c, int col, double cost);
/* Give a row its entries in the columns there are (n distinct columns). */
void cg_row_entries(struct cg *c, int row, int n, const int *col, const double *val);
int cg_n_rows(const struct cg *c);
int cg_n_cols(const struct cg *c);

struct cg_answer {
    enum lp_status status; /* OPTIMAL, INFEASIBLE or UNKNOWN */
    double value;
    double *dual; /* caller's array of n rows, or NULL */
    double *x;    /* caller's array of n columns, or NULL */
};
/* Solve from the basis at hand; primal when only columns or costs changed, dual when only bounds or
   rows did. */
enum zj_status cg_solve(struct cg *c, const struct lp_limits *lim, bool primal, struct cg_answer *ans,
                        struct zj_err *err) ZJ_MUST_CHECK;

#endif
