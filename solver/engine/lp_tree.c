/*
 * lp_tree.c - the integer program: root, dives, branch and cut.
 */
#include "solver/base/mem.h"
#include "solver/base/whole.h"
#include "solver/engine/dive.h"
#include "solver/engine/improve.h"
#include "solver/engine/lp_impl.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct search {
    struct lp *lp;
    const struct lp_limits *lim;
    struct lp_answer *best;
    double *vector; /* 1-based room for a vector to hand over */
    bool begun;     /* the first incumbent was handed over */
    int next_dive;  /* node count from which to dive again */
    double bound;
    int64_t nodes;
    int64_t value; /* of the incumbent, LP_INF = none */
    bool stopped;
};

static bool close_enough(const struct search *s, int64_t bound)
{
    if (s->value == LP_INF)
        return false;
    if (bound != -LP_INF && s->value - bound <= s->lim->room)
        return true;
    return s->value <= s->lim->enough || zj_within_gap(s->value, bound, s->lim->gap_permille);
}

/* The relaxation at the tree's current node, cuts and branches included, as a program of its own. */
static struct lp *node_program(const struct lp *lp, glp_tree *tree)
{
    struct lp *node = zj_calloc(1, sizeof *node);

    node->p = glp_create_prob();
    glp_copy_prob(node->p, glp_ios_get_prob(tree), GLP_OFF);
    node->n_cols = lp->n_cols;
    node->col_lo = zj_calloc((size_t)lp->n_cols + 1, sizeof *node->col_lo);
    node->col_hi = zj_calloc((size_t)lp->n_cols + 1, sizeof *node->col_hi);
    for (int j = 0; j < lp->n_cols; j++) {
        node->col_lo[j] = llround(glp_get_col_lb(node->p, j + 1));
        node->col_hi[j] = llround(glp_get_col_ub(node->p, j + 1));
    }
    node->has_basis = true;
    return node;
}

static void offer(const struct lp *lp, struct lp_answer *ans, const int64_t *x);

static void hand_over(struct search *s, glp_tree *tree)
{
    for (int j = 0; j < s->lp->n_cols; j++)
        s->vector[j + 1] = (double)s->best->x[j];
    glp_ios_heur_sol(tree, s->vector);
    s->value = s->best->value;
}

/* The first incumbent once; then dives, at the root and after ever more nodes. */
static void help_search(struct search *s, glp_tree *tree)
{
    if (!s->begun && s->best->value != LP_INF)
        hand_over(s, tree);
    s->begun = true;
    if (s->nodes < s->next_dive)
        return;
    s->next_dive = 2 * (int)s->nodes + 10;
    struct lp *node = node_program(s->lp, tree);
    int64_t *x = zj_calloc((size_t)s->lp->n_cols + 1, sizeof *x);
    int64_t before = s->best->value;
    if (lp_dive(node, s->lim, s->best->value, x))
        offer(s->lp, s->best, x);
    if (s->best->value < before)
        hand_over(s, tree);
    free(x);
    lp_free(node);
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
        help_search(s, tree);
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
    if (limit || (best != 0 && close_enough(s, lp_least_integer(s->bound))))
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
            lp_set_glp_col(lp, j, lp->col_lo[j], lp->col_lo[j]);
        else if (stat == GLP_NU && d < 0)
            lp_set_glp_col(lp, j, lp->col_hi[j], lp->col_hi[j]);
    }
}

static int branch_and_cut(struct lp *lp, struct search *s)
{
    glp_iocp cp;

    glp_init_iocp(&cp);
    cp.msg_lev = GLP_MSG_OFF;
    cp.br_tech = GLP_BR_DTH;
    cp.bt_tech = GLP_BT_BPH;
    if (s->lim->effort == LP_FULL) { /* cuts raise the bound, and make every node dearer */
        cp.mir_cuts = GLP_ON;
        cp.gmi_cuts = GLP_ON;
        cp.cov_cuts = GLP_ON;
    }
    cp.tm_lim = lp_remaining_ms(s->lim);
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
    int rc = lp_simplex(lp, lim);
    enum lp_status st = lp_relaxation_status(lp, rc);

    if (st == LP_INFEASIBLE) {
        ans->status = LP_INFEASIBLE;
        return false;
    }
    if (st != LP_OPTIMAL) {
        ans->stopped = true;
        return false;
    }
    ans->bound = lp_least_integer(glp_get_obj_val(lp->p));
    for (int j = 0; j < lp->n_cols; j++)
        x[j] = llround(glp_get_col_prim(lp->p, j + 1));
    offer(lp, ans, x);
    struct search s = {.lim = lim, .value = ans->value};
    return !close_enough(&s, ans->bound);
}

static void search_tree(struct lp *lp, const struct lp_limits *lim, struct lp_answer *ans, int64_t *x,
                        double *vector)
{
    struct search s = {.lp = lp,
                       .lim = lim,
                       .best = ans,
                       .vector = vector,
                       .bound = (double)ans->bound,
                       .value = ans->value};

    if (ans->value != LP_INF)
        fix_by_reduced_cost(lp, ans->value);
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
    int64_t bound = lp_least_integer(s.bound);
    if (closed)
        ans->bound = ans->value;
    else if (rc != 0 && bound > ans->bound)
        ans->bound = bound < ans->value ? bound : ans->value;
    if (closed && ans->value == LP_INF)
        ans->status = LP_INFEASIBLE;
    for (int j = 0; j < lp->n_cols; j++)
        lp_set_glp_col(lp, j, lp->col_lo[j], lp->col_hi[j]);
}

/* Before the tree: a dive from the root, then the neighbourhood of what it found. */
static void start_well(struct lp *lp, const struct lp_limits *lim, struct lp_answer *ans, int64_t *x)
{
    double *relaxed = zj_calloc((size_t)lp->n_cols + 1, sizeof *relaxed);
    struct lp *room = lp_clone(lp);

    for (int j = 0; j < lp->n_cols; j++)
        relaxed[j] = glp_get_col_prim(lp->p, j + 1);
    if (lp_dive(room, lim, ans->value, x))
        offer(lp, ans, x);
    lp_free(room);
    if (lim->effort == LP_FULL && ans->value != LP_INF && ans->value > ans->bound)
        ans->value = lp_improve(lp, lim, relaxed, ans->value, ans->x);
    free(relaxed);
}

static void solve_guarded(struct lp *lp, const struct lp_limits *lim, struct lp_answer *ans, int64_t *x,
                          double *vector)
{
    struct search s = {.lim = lim};

    if (!solve_root(lp, lim, ans, x))
        return;
    if (lim->effort != LP_RELAXED)
        start_well(lp, lim, ans, x);
    s.value = ans->value;
    if (lim->effort >= LP_ROOT)
        ans->stopped = !close_enough(&s, ans->bound);
    else if (!close_enough(&s, ans->bound))
        search_tree(lp, lim, ans, x, vector);
}

enum zj_status lp_solve(struct lp *lp, const struct lp_limits *lim, const int64_t *start,
                        struct lp_answer *ans, struct zj_err *err)
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
        LP_GUARDED(err, solve_guarded(lp, lim, ans, x, first));
    }
    if (ans->value != LP_INF)
        ans->status = ans->value <= ans->bound ? LP_OPTIMAL : LP_FEASIBLE;
    free(x);
    free(first);
    return ZJ_OK;
}
