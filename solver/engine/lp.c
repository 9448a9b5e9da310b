/*
 * lp.c - the one file that speaks to GLPK 5.0.
 *
 * What was measured of GLPK and is relied on here:
 *  - glp_intopt without its presolver needs an optimal basis of the relaxation and lets the
 *    callback work on our own columns, which a first incumbent needs.
 *  - glp_ios_heur_sol does not check rows, so every vector is checked here first.
 *  - A stop by limit leaves the incumbent only if glp_mip_status says FEAS, and no call
 *    tells the bound afterwards: the callback records it.
 *  - An error inside GLPK calls abort() unless a hook jumps out; the environment is then lost.
 */
#include "solver/engine/lp.h"

#include "solver/base/mem.h"

#include <errno.h>
#include <glpk.h>
#include <math.h>
#include <setjmp.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

struct row {
    int64_t lo, hi;
    int first, n; /* into idx/val */
};

struct lp {
    glp_prob *p;
    int n_cols, n_rows, cap_cols, cap_rows, n_nz, cap_nz, cap_val;
    int64_t *col_lo, *col_hi;
    struct row *row;
    int *idx;
    int64_t *val;
    bool has_basis;
};

/* ---- GLPK's environment: created once, lost after an error ------------------------------ */

static jmp_buf on_error;
static bool env_ready, env_lost;

static void jump_out(void *info)
{
    (void)info;
    longjmp(on_error, 1);
}

static int no_terminal(void *info, const char *text)
{
    (void)info;
    (void)text;
    return 1;
}

static void open_env(void)
{
    if (env_ready)
        return;
    if (glp_init_env() > 1)
        zj_out_of_memory();
    glp_term_hook(no_terminal, NULL);
    env_ready = true;
}

/*
 * Run `call` with GLPK's errors caught. GLPK reports "no memory" through the same
 * hook as a wrong argument; arguments are checked here, so memory is the likely cause.
 */
#define GUARDED(err, call)                                                                         \
    do {                                                                                           \
        if (env_lost)                                                                              \
            return zj_fail((err), ZJ_EINTERNAL, "the linear solver cannot be used after an error"); \
        glp_error_hook(jump_out, NULL);                                                            \
        if (setjmp(on_error)) {                                                                    \
            env_lost = true;                                                                       \
            return zj_fail((err), ZJ_EINTERNAL, "the linear solver gave up with an internal error"); \
        }                                                                                          \
        call;                                                                                      \
        glp_error_hook(NULL, NULL);                                                                \
    } while (0)

int64_t lp_clock_ms(void)
{
    struct timespec t;

    clock_gettime(CLOCK_MONOTONIC, &t);
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* ---- building ---------------------------------------------------------------------------- */

struct lp *lp_new(void)
{
    struct lp *lp = zj_calloc(1, sizeof *lp);

    open_env();
    lp->p = glp_create_prob();
    glp_set_obj_dir(lp->p, GLP_MIN);
    return lp;
}

void lp_free(struct lp *lp)
{
    if (!lp)
        return;
    if (!env_lost)
        glp_delete_prob(lp->p);
    free(lp->col_lo);
    free(lp->col_hi);
    free(lp->row);
    free(lp->idx);
    free(lp->val);
    free(lp);
}

int lp_n_cols(const struct lp *lp)
{
    return lp->n_cols;
}

int lp_n_rows(const struct lp *lp)
{
    return lp->n_rows;
}

static void set_glp_col(struct lp *lp, int col, int64_t lo, int64_t hi)
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
    set_glp_col(lp, col, lo, hi);
}

void lp_cost(struct lp *lp, int col, double cost)
{
    glp_set_obj_coef(lp->p, col + 1, cost);
}

void lp_row_bounds(struct lp *lp, int row, int64_t lo, int64_t hi)
{
    int type = lo == -LP_INF ? (hi == LP_INF ? GLP_FR : GLP_UP)
             : hi == LP_INF  ? GLP_LO
             : lo == hi      ? GLP_FX
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
    lp->row[lp->n_rows] = (struct row){.first = lp->n_nz, .n = n};
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
        const struct row *r = &lp->row[i];
        int64_t sum = 0, term;
        for (int k = r->first; k < r->first + r->n; k++) {
            if (__builtin_mul_overflow(lp->val[k], x[lp->idx[k]], &term) || __builtin_add_overflow(sum, term, &sum))
                return false;
        }
        if (sum < r->lo || sum > r->hi)
            return false;
    }
    return true;
}

/* ---- the relaxation ---------------------------------------------------------------------- */

static int remaining_ms(const struct lp_limits *lim)
{
    if (!lim->deadline)
        return INT32_MAX;
    int64_t left = lim->deadline - lp_clock_ms();
    return left < 1 ? 1 : left > INT32_MAX ? INT32_MAX : (int)left;
}

/* Dual simplex from the basis at hand; from a fresh one when that fails. */
static int simplex(struct lp *lp, const struct lp_limits *lim)
{
    glp_smcp cp;

    glp_init_smcp(&cp);
    cp.msg_lev = GLP_MSG_OFF;
    cp.meth = GLP_DUALP;
    cp.tm_lim = remaining_ms(lim);
    if (!lp->has_basis)
        glp_adv_basis(lp->p, 0);
    int rc = glp_simplex(lp->p, &cp);
    if (rc != 0 && rc != GLP_ETMLIM) {
        glp_std_basis(lp->p);
        cp.tm_lim = remaining_ms(lim);
        rc = glp_simplex(lp->p, &cp);
    }
    lp->has_basis = rc == 0;
    return rc;
}

static enum lp_status relaxation_status(const struct lp *lp, int rc)
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

/* The least integer that a relaxed value allows, with room for rounding in floating point. */
static int64_t least_integer(double value)
{
    return (int64_t)ceil(value - 1e-5 - 1e-9 * fabs(value));
}

enum zj_status lp_relax(struct lp *lp, const struct lp_limits *lim, struct lp_relaxed *ans, struct zj_err *err)
{
    int rc = 0;

    if (lp->n_cols == 0) {
        ans->status = lp_satisfies(lp, NULL) ? LP_OPTIMAL : LP_INFEASIBLE;
        ans->value = 0;
        return ZJ_OK;
    }
    GUARDED(err, rc = simplex(lp, lim));
    ans->status = relaxation_status(lp, rc);
    ans->value = glp_get_obj_val(lp->p);
    for (int i = 0; ans->dual && i < lp->n_rows; i++)
        ans->dual[i] = glp_get_row_dual(lp->p, i + 1);
    for (int j = 0; ans->x && j < lp->n_cols; j++)
        ans->x[j] = glp_get_col_prim(lp->p, j + 1);
    return ZJ_OK;
}

/* ---- branch and cut ---------------------------------------------------------------------- */

struct search {
    struct lp *lp;
    const struct lp_limits *lim;
    const double *start; /* 1-based, NULL once handed over */
    double bound;
    int64_t nodes;
    int64_t value; /* of the incumbent, LP_INF = none */
    bool stopped;
};

static bool close_enough(const struct search *s, int64_t bound)
{
    if (s->value == LP_INF)
        return false;
    int64_t size = s->value < 0 ? -s->value : s->value;
    return s->value <= bound || s->value <= s->lim->enough ||
           (s->lim->gap_permille > 0 && s->value - bound <= size * s->lim->gap_permille / 1000);
}

static void on_event(glp_tree *tree, void *info)
{
    struct search *s = info;
    int active, live, total;

    glp_ios_tree_size(tree, &active, &live, &total);
    s->nodes = total;
    int best = glp_ios_best_node(tree);
    if (best != 0)
        s->bound = glp_ios_node_bound(tree, best);
    switch (glp_ios_reason(tree)) {
    case GLP_IHEUR:
        if (s->start) {
            glp_ios_heur_sol(tree, s->start);
            s->start = NULL;
        }
        break;
    case GLP_IBINGO:
        s->value = llround(glp_mip_obj_val(s->lp->p));
        break;
    default:
        break;
    }
    bool limit = (s->lim->nodes > 0 && total > s->lim->nodes) || (s->lim->stop && *s->lim->stop);
    if (limit)
        s->stopped = true;
    if (limit || (best != 0 && close_enough(s, least_integer(s->bound))))
        glp_ios_terminate(tree);
}

/*
 * Reduced-cost fixing: a column that would cost too much to move from its bound, given
 * the incumbent, stays there. Only answers strictly better than the incumbent matter.
 */
static void fix_by_reduced_cost(struct lp *lp, int64_t incumbent)
{
    double room = (double)incumbent - 1.0 - glp_get_obj_val(lp->p);

    for (int j = 0; j < lp->n_cols; j++) {
        double d = glp_get_col_dual(lp->p, j + 1);
        int stat = glp_get_col_stat(lp->p, j + 1);
        if (fabs(d) <= room + 1e-4 || lp->col_lo[j] == lp->col_hi[j])
            continue;
        if (stat == GLP_NL && d > 0)
            set_glp_col(lp, j, lp->col_lo[j], lp->col_lo[j]);
        else if (stat == GLP_NU && d < 0)
            set_glp_col(lp, j, lp->col_hi[j], lp->col_hi[j]);
    }
}

static int branch_and_cut(struct lp *lp, struct search *s)
{
    glp_iocp cp;

    glp_init_iocp(&cp);
    cp.msg_lev = GLP_MSG_OFF;
    cp.br_tech = GLP_BR_DTH;
    cp.bt_tech = GLP_BT_BPH;
    cp.mir_cuts = GLP_ON;
    cp.gmi_cuts = GLP_ON;
    cp.cov_cuts = GLP_ON;
    cp.tm_lim = remaining_ms(s->lim);
    cp.cb_func = on_event;
    cp.cb_info = s;
    return glp_intopt(lp->p, &cp);
}

static int64_t objective(const struct lp *lp, const int64_t *x)
{
    int64_t sum = 0;

    for (int j = 0; j < lp->n_cols; j++) {
        if (x[j] != 0)
            sum += x[j] * llround(glp_get_obj_coef(lp->p, j + 1));
    }
    return sum;
}

/* Take the rounded vector as the new answer when it is lawful and better. */
static void offer(const struct lp *lp, struct lp_answer *ans, const int64_t *x)
{
    if (!lp_satisfies(lp, x))
        return;
    int64_t value = objective(lp, x);
    if (value < ans->value) {
        ans->value = value;
        memcpy(ans->x, x, (size_t)lp->n_cols * sizeof *x);
    }
}

/* Root relaxation first: it may already prove, or disprove. Returns false when nothing is left to search. */
static bool solve_root(struct lp *lp, const struct lp_limits *lim, struct lp_answer *ans, int64_t *x)
{
    int rc = simplex(lp, lim);
    enum lp_status st = relaxation_status(lp, rc);

    if (st == LP_INFEASIBLE) {
        ans->status = LP_INFEASIBLE;
        return false;
    }
    if (st != LP_OPTIMAL) {
        ans->stopped = true;
        return false;
    }
    ans->bound = least_integer(glp_get_obj_val(lp->p));
    for (int j = 0; j < lp->n_cols; j++)
        x[j] = llround(glp_get_col_prim(lp->p, j + 1));
    offer(lp, ans, x);
    struct search s = {.lim = lim, .value = ans->value};
    return !close_enough(&s, ans->bound);
}

/*
 * Dive: round the largest fractions of the relaxation up, a few at a time, and solve it again; when
 * that has no answer, take the batch back and round its first column down once.
 * The relaxation of our models is nearly integral, so this ends soon, and mostly well.
 */
struct dive {
    int *column; /* of the last batch */
    int n;
    bool retried;
};

enum { DIVE_SHARE = 8, DIVE_ROUNDS = 400 };

static double fraction(const struct lp *lp, int j)
{
    double v = glp_get_col_prim(lp->p, j + 1);

    return v - floor(v + 1e-6);
}

/* Round up the largest of the n fractional columns, and all that are nearly as large, at most n / DIVE_SHARE + 1. */
static void round_up(struct lp *lp, struct dive *d, int n)
{
    double largest = 0;

    for (int j = 0; j < lp->n_cols; j++)
        largest = fraction(lp, j) > largest ? fraction(lp, j) : largest;
    d->n = 0;
    d->retried = false;
    for (int j = 0; j < lp->n_cols && d->n < n / DIVE_SHARE + 1; j++) {
        if (fraction(lp, j) >= largest - 0.05 && fraction(lp, j) > 1e-6)
            d->column[d->n++] = j;
    }
    for (int k = 0; k < d->n; k++) {
        int j = d->column[k];
        double up = ceil(glp_get_col_prim(lp->p, j + 1) - 1e-6);
        double hi = glp_get_col_ub(lp->p, j + 1);
        glp_set_col_bnds(lp->p, j + 1, up >= hi ? GLP_FX : GLP_DB, up < hi ? up : hi, hi);
    }
}

/* The batch had no answer: give it back, and hold its first column at or below what it was. False when tried before. */
static bool step_back(struct lp *lp, struct dive *d)
{
    if (d->n == 0 || d->retried)
        return false;
    for (int k = 0; k < d->n; k++) {
        int j = d->column[k];
        double lo = (double)lp->col_lo[j], hi = glp_get_col_ub(lp->p, j + 1);
        double below = glp_get_col_lb(lp->p, j + 1) - 1;
        if (k == 0)
            hi = below > lo ? below : lo;
        glp_set_col_bnds(lp->p, j + 1, lo < hi ? GLP_DB : GLP_FX, lo, hi);
    }
    d->retried = true;
    return true;
}

static void dive(struct lp *lp, const struct lp_limits *lim, struct lp_answer *ans, int64_t *x)
{
    struct dive d = {.column = zj_calloc((size_t)lp->n_cols + 1, sizeof *d.column)};

    for (int round = 0; round < DIVE_ROUNDS && !(lim->stop && *lim->stop); round++) {
        int rc = simplex(lp, lim);
        enum lp_status st = relaxation_status(lp, rc);
        if (st == LP_UNKNOWN || (st == LP_OPTIMAL && ans->value != LP_INF &&
                                 least_integer(glp_get_obj_val(lp->p)) >= ans->value))
            break;
        if (st == LP_INFEASIBLE) {
            if (!step_back(lp, &d))
                break;
            continue;
        }
        int n = 0;
        for (int j = 0; j < lp->n_cols; j++) {
            x[j] = llround(glp_get_col_prim(lp->p, j + 1));
            n += fraction(lp, j) > 1e-6;
        }
        if (n == 0) {
            offer(lp, ans, x);
            break;
        }
        round_up(lp, &d, n);
    }
    for (int j = 0; j < lp->n_cols; j++)
        set_glp_col(lp, j, lp->col_lo[j], lp->col_hi[j]);
    free(d.column);
}

static void search_tree(struct lp *lp, const struct lp_limits *lim, struct lp_answer *ans, int64_t *x, double *start)
{
    struct search s = {.lp = lp, .lim = lim, .bound = (double)ans->bound, .value = LP_INF};

    if (ans->value != LP_INF) {
        for (int j = 0; j < lp->n_cols; j++)
            start[j + 1] = (double)ans->x[j];
        s.start = start;
        s.value = ans->value;
        fix_by_reduced_cost(lp, ans->value);
    }
    int rc = branch_and_cut(lp, &s);
    int st = glp_mip_status(lp->p);
    if (st == GLP_OPT || st == GLP_FEAS) {
        for (int j = 0; j < lp->n_cols; j++)
            x[j] = llround(glp_mip_col_val(lp->p, j + 1));
        offer(lp, ans, x);
    }
    ans->nodes = s.nodes;
    ans->stopped = s.stopped || rc == GLP_ETMLIM;
    bool closed = rc == 0 && (st == GLP_OPT || st == GLP_NOFEAS);
    int64_t bound = least_integer(s.bound);
    if (closed)
        ans->bound = ans->value;
    else if (rc != 0 && bound > ans->bound)
        ans->bound = bound < ans->value ? bound : ans->value;
    if (closed && ans->value == LP_INF)
        ans->status = LP_INFEASIBLE;
    for (int j = 0; j < lp->n_cols; j++)
        set_glp_col(lp, j, lp->col_lo[j], lp->col_hi[j]);
}

static void solve_guarded(struct lp *lp, const struct lp_limits *lim, struct lp_answer *ans, int64_t *x, double *start)
{
    struct search s = {.lim = lim, .value = LP_INF};

    if (!solve_root(lp, lim, ans, x))
        return;
    dive(lp, lim, ans, x);
    s.value = ans->value;
    if (!close_enough(&s, ans->bound) && simplex(lp, lim) == 0)
        search_tree(lp, lim, ans, x, start);
}

enum zj_status lp_solve(struct lp *lp, const struct lp_limits *lim, const int64_t *start, struct lp_answer *ans,
                        struct zj_err *err)
{
    int64_t *x = zj_calloc((size_t)lp->n_cols + 1, sizeof *x);
    double *first = zj_calloc((size_t)lp->n_cols + 1, sizeof *first);

    ans->status = LP_UNKNOWN;
    ans->value = LP_INF;
    ans->bound = -LP_INF;
    ans->nodes = 0;
    ans->stopped = false;
    if (start)
        offer(lp, ans, start);
    if (lp->n_cols == 0) {
        offer(lp, ans, x);
        ans->bound = ans->value == LP_INF ? -LP_INF : ans->value;
        ans->status = ans->value == LP_INF ? LP_INFEASIBLE : LP_OPTIMAL;
    } else if (ans->value > lim->enough) {
        GUARDED(err, solve_guarded(lp, lim, ans, x, first));
    }
    if (ans->value != LP_INF)
        ans->status = ans->value <= ans->bound ? LP_OPTIMAL : LP_FEASIBLE;
    free(x);
    free(first);
    return ZJ_OK;
}

enum zj_status lp_write(struct lp *lp, const char *path, bool mps, struct zj_err *err)
{
    int rc = 0;

    errno = 0;
    GUARDED(err, rc = mps ? glp_write_mps(lp->p, GLP_MPS_FILE, NULL, path) : glp_write_lp(lp->p, NULL, path));
    if (rc != 0)
        return zj_fail(err, errno == ENOENT || errno == EACCES || errno == ENOTDIR ? ZJ_ECREATE : ZJ_EIO,
                       "cannot write '%s': %s", path, strerror(errno));
    return ZJ_OK;
}
