/*
 * lp_impl.h - inside lp.h: the one file that includes <glpk.h>, for lp*.c alone.
 *
 * What was measured of GLPK 5.0 and is relied on here:
 *  - glp_intopt without its presolver needs an optimal basis of the relaxation and lets the
 *    callback work on our own columns, which a first incumbent needs.
 *  - glp_ios_heur_sol does not check rows, so every vector is checked here first.
 *  - A stop by limit leaves the incumbent only if glp_mip_status says FEAS, and no call
 *    tells the bound afterwards: the callback records it.
 *  - After a change of objective, a fresh basis is far quicker than the old one (0.09 s against 1.23 s
 *    on 1212 x 3865); after a change of bounds the old one is (dives).
 *  - An error inside GLPK calls abort() unless a hook jumps out; the environment is then lost.
 */
#ifndef ZJ_ENGINE_LP_IMPL_H
#define ZJ_ENGINE_LP_IMPL_H

#include "solver/base/i18n.h"
#include "solver/engine/lp.h"

#include <glpk.h>
#include <setjmp.h>

struct lp_row {
    int64_t lo, hi;
    int first, n; /* into idx/val */
};

struct lp {
    glp_prob *p;
    int n_cols, n_rows, cap_cols, cap_rows, n_nz, cap_nz, cap_val;
    int64_t *col_lo, *col_hi;
    struct lp_row *row;
    int *idx;
    int64_t *val;
    bool has_basis;
};

/* GLPK's environment: created once, lost after an error. */
extern jmp_buf lp_on_error;
extern bool lp_env_lost, lp_guarded;
void lp_open_env(void);
/* Why the environment is lost, as a failure. */
enum zj_status lp_lost(struct zj_err *err);

/*
 * Run `call` with GLPK's errors caught: they come back as a status. Inside another guarded call they
 * go to the outermost. Outside of any, running out of memory ends the process as mem.h says.
 */
#define LP_GUARDED(err, call)                                                                                \
    do {                                                                                                     \
        if (lp_env_lost)                                                                                     \
            return lp_lost(err);                                                                             \
        if (lp_guarded) {                                                                                    \
            call;                                                                                            \
        } else {                                                                                             \
            lp_guarded = true;                                                                               \
            if (setjmp(lp_on_error)) {                                                                       \
                lp_guarded = false;                                                                          \
                lp_env_lost = true;                                                                          \
                return lp_lost(err);                                                                         \
            }                                                                                                \
            call;                                                                                            \
            lp_guarded = false;                                                                              \
        }                                                                                                    \
    } while (0)

void lp_set_glp_col(struct lp *lp, int col, int64_t lo, int64_t hi);
/* Milliseconds that the limits leave, at least 1. */
int lp_remaining_ms(const struct lp_limits *lim);
/* Dual simplex from the basis at hand; from a fresh one when that fails. GLPK's return code. */
int lp_simplex(struct lp *lp, const struct lp_limits *lim);
enum lp_status lp_relaxation_status(const struct lp *lp, int rc);

#endif
