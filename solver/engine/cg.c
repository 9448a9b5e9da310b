#include "solver/engine/cg.h"

#include "solver/base/mem.h"
#include "solver/engine/lp_impl.h"

#include <stdlib.h>

struct cg {
    glp_prob *p;
    bool has_basis;
};

struct cg *cg_new(void)
{
    struct cg *c = zj_calloc(1, sizeof *c);

    lp_open_env();
    c->p = glp_create_prob();
    glp_set_obj_dir(c->p, GLP_MIN);
    return c;
}

void cg_free(struct cg *c)
{
    if (!c)
        return;
    if (!lp_env_lost)
        glp_delete_prob(c->p);
    free(c);
}

static int bound_type(double lo, double hi)
{
    if (isinf(lo))
        return isinf(hi) ? GLP_FR : GLP_UP;
    return isinf(hi) ? GLP_LO : lo == hi ? GLP_FX : GLP_DB;
}

static double or_zero(double bound)
{
    return isinf(bound) ? 0.0 : bound;
}

void cg_row_bounds(struct cg *c, int row, double lo, double hi)
{
    glp_set_row_bnds(c->p, row + 1, bound_type(lo, hi), or_zero(lo), or_zero(hi));
}

int cg_row(struct cg *c, double lo, double hi)
{
    int row = glp_add_rows(c->p, 1) - 1;

    cg_row_bounds(c, row, lo, hi);
    return row;
}

void cg_col_bounds(struct cg *c, int col, double lo, double hi)
{
    glp_set_col_bnds(c->p, col + 1, bound_type(lo, hi), or_zero(lo), or_zero(hi));
}

void cg_cost(struct cg *c, int col, double cost)
{
    glp_set_obj_coef(c->p, col + 1, cost);
}

/* GLPK counts from 1, in its own arrays. */
static void one_based(int n, const int *idx, const double *val, int **gi, double **gv)
{
    *gi = zj_malloc(((size_t)n + 1) * sizeof **gi);
    *gv = zj_malloc(((size_t)n + 1) * sizeof **gv);
    for (int k = 0; k < n; k++) {
        (*gi)[k + 1] = idx[k] + 1;
        (*gv)[k + 1] = val[k];
    }
}

int cg_col(struct cg *c, double lo, double hi, double cost, int n, const int *row, const double *val)
{
    int *gi, col = glp_add_cols(c->p, 1) - 1;
    double *gv;

    one_based(n, row, val, &gi, &gv);
    glp_set_mat_col(c->p, col + 1, n, gi, gv);
    cg_col_bounds(c, col, lo, hi);
    cg_cost(c, col, cost);
    free(gi);
    free(gv);
    return col;
}

void cg_row_entries(struct cg *c, int row, int n, const int *col, const double *val)
{
    int *gi;
    double *gv;

    one_based(n, col, val, &gi, &gv);
    glp_set_mat_row(c->p, row + 1, n, gi, gv);
    free(gi);
    free(gv);
}

int cg_n_rows(const struct cg *c)
{
    return glp_get_num_rows(c->p);
}

int cg_n_cols(const struct cg *c)
{
    return glp_get_num_cols(c->p);
}

static int simplex(struct cg *c, const struct lp_limits *lim, bool primal)
{
    glp_smcp cp;

    glp_init_smcp(&cp);
    cp.msg_lev = GLP_MSG_OFF;
    cp.meth = primal ? GLP_PRIMAL : GLP_DUALP;
    cp.tm_lim = lp_remaining_ms(lim);
    if (!c->has_basis)
        glp_adv_basis(c->p, 0);
    int rc = glp_simplex(c->p, &cp);
    if (rc != 0 && rc != GLP_ETMLIM) {
        glp_std_basis(c->p);
        cp.meth = GLP_DUALP;
        cp.tm_lim = lp_remaining_ms(lim);
        rc = glp_simplex(c->p, &cp);
    }
    c->has_basis = rc == 0;
    return rc;
}

enum zj_status cg_solve(struct cg *c, const struct lp_limits *lim, bool primal, struct cg_answer *ans,
                        struct zj_err *err)
{
    int rc = 0;

    LP_GUARDED(err, rc = simplex(c, lim, primal));
    int status = rc == 0 ? glp_get_status(c->p) : GLP_UNDEF;
    ans->status = status == GLP_OPT                              ? LP_OPTIMAL
                  : status == GLP_NOFEAS                         ? LP_INFEASIBLE
                  : glp_get_prim_stat(c->p) == GLP_NOFEAS && !rc ? LP_INFEASIBLE
                                                                 : LP_UNKNOWN;
    ans->value = glp_get_obj_val(c->p);
    for (int i = 0; ans->dual && i < glp_get_num_rows(c->p); i++)
        ans->dual[i] = glp_get_row_dual(c->p, i + 1);
    for (int j = 0; ans->x && j < glp_get_num_cols(c->p); j++)
        ans->x[j] = glp_get_col_prim(c->p, j + 1);
    return ZJ_OK;
}
