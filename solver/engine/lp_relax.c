/*
 * lp_relax.c - GLPK's environment, and the linear relaxation.
 */
#include "solver/base/mem.h"
#include "solver/engine/lp_impl.h"

#include <math.h>
#include <string.h>

jmp_buf lp_on_error;
bool lp_env_lost, lp_guarded;
static bool env_ready, no_memory; /* no_memory: GLPK said so before it gave up */

static void on_error(void *info)
{
    (void)info;
    if (lp_guarded)
        longjmp(lp_on_error, 1);
    if (no_memory)
        zj_out_of_memory();
}

static int on_text(void *info, const char *text)
{
    (void)info;
    no_memory |= strstr(text, "memory") != NULL;
    return 1;
}

enum zj_status lp_lost(struct zj_err *err)
{
    if (no_memory)
        return zj_fail(err, ZJ_ENOMEM, _("the linear solver ran out of memory"));
    return zj_fail(err, ZJ_EINTERNAL, _("the linear solver gave up with an internal error"));
}

void lp_open_env(void)
{
    if (env_ready)
        return;
    if (glp_init_env() > 1)
        zj_out_of_memory();
    glp_term_hook(on_text, NULL);
    glp_error_hook(on_error, NULL);
    env_ready = true;
}

int lp_remaining_ms(const struct lp_limits *lim)
{
    if (!lim->deadline)
        return INT32_MAX;
    int64_t left = lim->deadline - lp_clock_ms();
    return left < 1 ? 1 : left > INT32_MAX ? INT32_MAX : (int)left;
}

/* Dual simplex from the basis at hand; from a fresh one when that fails. */
int lp_simplex(struct lp *lp, const struct lp_limits *lim)
{
    glp_smcp cp;

    glp_init_smcp(&cp);
    cp.msg_lev = GLP_MSG_OFF;
    cp.meth = GLP_DUALP;
    cp.tm_lim = lp_remaining_ms(lim);
    if (!lp->has_basis)
        glp_adv_basis(lp->p, 0);
    int rc = glp_simplex(lp->p, &cp);
    if (rc != 0 && rc != GLP_ETMLIM) {
        glp_std_basis(lp->p);
        cp.tm_lim = lp_remaining_ms(lim);
        rc = glp_simplex(lp->p, &cp);
    }
    lp->has_basis = rc == 0;
    return rc;
}

enum lp_status lp_relaxation_status(const struct lp *lp, int rc)
{
    if (rc != 0)
        return LP_UNKNOWN;
    switch (glp_get_status(lp->p)) {
    case GLP_OPT:
        return LP_OPTIMAL;
    case GLP_NOFEAS:
        return LP_INFEASIBLE;
    default:
        return glp_get_prim_stat(lp->p) == GLP_NOFEAS ? LP_INFEASIBLE : LP_UNKNOWN;
    }
}

bool lp_limits_over(const struct lp_limits *lim)
{
    return (lim->stop && *lim->stop) || (lim->deadline && lp_clock_ms() >= lim->deadline);
}

int64_t lp_least_integer(double value)
{
    if (value <= -0x1p62) /* a node that is not solved yet has no bound: -DBL_MAX */
        return -LP_INF;
    return (int64_t)ceil(value - 1e-5 - 1e-9 * fabs(value));
}

enum zj_status lp_relax(struct lp *lp, const struct lp_limits *lim, struct lp_relaxed *ans,
                        struct zj_err *err)
{
    int rc = 0;

    if (lp->n_cols == 0) {
        ans->status = lp_satisfies(lp, NULL) ? LP_OPTIMAL : LP_INFEASIBLE;
        ans->value = 0;
        return ZJ_OK;
    }
    LP_GUARDED(err, rc = lp_simplex(lp, lim));
    ans->status = lp_relaxation_status(lp, rc);
    ans->value = glp_get_obj_val(lp->p);
    for (int i = 0; ans->dual && i < lp->n_rows; i++)
        ans->dual[i] = glp_get_row_dual(lp->p, i + 1);
    for (int j = 0; ans->x && j < lp->n_cols; j++)
        ans->x[j] = glp_get_col_prim(lp->p, j + 1);
    for (int j = 0; ans->reduced && j < lp->n_cols; j++)
        ans->reduced[j] = glp_get_col_dual(lp->p, j + 1);
    return ZJ_OK;
}
