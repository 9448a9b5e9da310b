/*
 * proof_tree.c - branching until every leaf is closed.
 *
 * The column to branch on is that of a few fractional ones whose two sides raise the relaxation most. A
 * side whose proof does not rest on its own assumption proves the node alone; the other is not visited.
 */
#include "solver/base/mem.h"
#include "solver/engine/proof_impl.h"

#include <math.h>
#include <stdlib.h>

enum { CANDIDATES = 8 };
static const double integral = 1e-6, closed = 1e9; /* the gain of a side that needs no further branching */

struct side {
    int column;
    bool up;
    int64_t bound; /* x <= bound, or x >= bound */
};

static const struct lp_limits no_limits = {.enough = -LP_INF};

static bool gave_up(struct proof *p, enum proof_status why)
{
    p->status = why;
    return false;
}

static void set_bounds(struct proof *p, int j, int64_t lo, int64_t hi)
{
    lp_col_bounds(p->lp, j, lo, hi);
    lp_col_bounds(p->room, j, lo, hi);
}

/* ---- choosing --------------------------------------------------------------------------------------- */

static double fraction(double v)
{
    return fabs(v - floor(v + 0.5));
}

/* Is the relaxed value high enough that nothing below is left to look for? */
static bool is_high(const struct proof *p, double value)
{
    return p->task->x && lp_least_integer(value) >= p->task->value;
}

/* How much one side raises the relaxation. */
static double gain_of(struct proof *p, int j, int64_t lo, int64_t hi, double value)
{
    int64_t old_lo = p->lp->col_lo[j], old_hi = p->lp->col_hi[j];
    struct lp_relaxed r = {.status = LP_UNKNOWN};

    lp_col_bounds(p->lp, j, lo, hi);
    if (lp_relax(p->lp, &no_limits, &r, NULL) != ZJ_OK)
        r.status = LP_UNKNOWN;
    lp_col_bounds(p->lp, j, old_lo, old_hi);
    if (r.status == LP_INFEASIBLE || (r.status == LP_OPTIMAL && is_high(p, r.value)))
        return closed;
    return r.status == LP_OPTIMAL ? fmax(r.value - value, 1e-4) : 1e-4;
}

/* The most fractional columns, worst first; *n of them. */
static void find_candidates(const struct proof *p, int *column, int *n)
{
    *n = 0;
    for (int j = 0; j < p->lp->n_cols; j++) {
        double f = fraction(p->value[j]);
        if (f <= integral)
            continue;
        if (*n == CANDIDATES && fraction(p->value[column[*n - 1]]) >= f)
            continue;
        int at = *n < CANDIDATES ? (*n)++ : CANDIDATES - 1;
        for (; at > 0 && fraction(p->value[column[at - 1]]) < f; at--)
            column[at] = column[at - 1];
        column[at] = j;
    }
}

/* The column to branch on, -1 when none is fractional; its relaxed value in *at. */
static int choose(struct proof *p, double relaxed, double *at)
{
    int column[CANDIDATES], n, best = -1, first = p->task->first;
    double most = -1;

    if (first >= 0 && p->lp->col_lo[first] < p->lp->col_hi[first]) {
        *at = (double)p->lp->col_lo[first] + 0.5;
        return first;
    }
    find_candidates(p, column, &n);
    for (int k = 0; k < n && (n > 1 || best < 0); k++) {
        int j = column[k];
        int64_t down = (int64_t)floor(p->value[j]);
        double low = n > 1 ? gain_of(p, j, p->lp->col_lo[j], down, relaxed) : 1;
        double high = n > 1 ? gain_of(p, j, down + 1, p->lp->col_hi[j], relaxed) : 1;
        if (low * high > most) {
            most = low * high;
            best = j;
            *at = p->value[j];
        }
        if (most >= closed * closed)
            break;
    }
    return best;
}

/* ---- the tree ------------------------------------------------------------------------------------------ */

static enum zj_status prove(struct proof *p, int depth, struct proof_result *out, bool *good,
                            struct zj_err *err);

/* One side of a branching: the assumption, what is proved under it, and back. */
static enum zj_status prove_side(struct proof *p, int depth, const struct side *s, int *number,
                                 struct proof_result *out, bool *good, struct zj_err *err)
{
    int j = s->column;
    int64_t lo = p->lp->col_lo[j], hi = p->lp->col_hi[j];
    int *row = s->up ? &p->col_lo[j] : &p->col_hi[j], *at = s->up ? &p->depth_lo[j] : &p->depth_hi[j];
    int old_row = *row, old_at = *at;

    *number = *row = proof_number(p);
    *at = depth;
    fprintf(p->der, "A%d %c %lld 1 %d 1 { asm } -1\n", *number, s->up ? 'G' : 'L', (long long)s->bound, j);
    set_bounds(p, j, s->up ? s->bound : lo, s->up ? hi : s->bound);
    enum zj_status st = prove(p, depth + 1, out, good, err);
    set_bounds(p, j, lo, hi);
    *row = old_row;
    *at = old_at;
    return st;
}

static bool rests_on(const struct proof_result *r, int depth)
{
    return r->needs.bit[depth / 64] >> (depth % 64) & 1;
}

static void unsplit(struct proof *p, int depth, const struct proof_result *a, int asm_a,
                    const struct proof_result *b, int asm_b, struct proof_result *out)
{
    *out = (struct proof_result){.number = proof_number(p), .absurd = a->absurd && b->absurd};
    if (out->absurd)
        fprintf(p->der, "U%d G 1 0", out->number);
    else
        fprintf(p->der, "U%d G %lld OBJ", out->number, (long long)p->task->value);
    fprintf(p->der, " { uns %d %d %d %d } -1\n", a->number, asm_a, b->number, asm_b);
    for (int k = 0; k < PROOF_DEPTH / 64; k++)
        out->needs.bit[k] = a->needs.bit[k] | b->needs.bit[k];
    out->needs.bit[depth / 64] &= ~(UINT64_C(1) << (depth % 64));
}

static enum zj_status branch(struct proof *p, int depth, int j, double at, struct proof_result *out,
                             bool *good, struct zj_err *err)
{
    const struct side down = {j, false, (int64_t)floor(at)}, up = {j, true, (int64_t)floor(at) + 1};
    struct proof_result a, b;
    int asm_a, asm_b;

    ZJ_TRY(prove_side(p, depth, &down, &asm_a, &a, good, err));
    if (!*good)
        return ZJ_OK;
    if (!rests_on(&a, depth)) {
        *out = a;
        return ZJ_OK;
    }
    ZJ_TRY(prove_side(p, depth, &up, &asm_b, &b, good, err));
    if (*good && !rests_on(&b, depth))
        *out = b;
    else if (*good)
        unsplit(p, depth, &a, asm_a, &b, asm_b, out);
    return ZJ_OK;
}

static bool over(struct proof *p, int depth)
{
    if (p->task->stop && *p->task->stop)
        return !gave_up(p, PROOF_STOPPED);
    if (p->nodes > p->task->nodes || depth >= PROOF_DEPTH || ftell(p->der) > p->task->bytes)
        return !gave_up(p, PROOF_TOO_LARGE);
    return false;
}

/* There is no answer within these bounds: by the duals of the least sum of violations. */
static enum zj_status close_empty(struct proof *p, struct proof_result *out, bool *good, struct zj_err *err)
{
    struct lp_relaxed r = {.dual = p->dual};

    ZJ_TRY(lp_relax(p->room, &no_limits, &r, err));
    *good = r.status == LP_OPTIMAL && proof_close(p, true, out);
    return ZJ_OK;
}

/* Prove the goal under the bounds as they stand. */
static enum zj_status prove(struct proof *p, int depth, struct proof_result *out, bool *good,
                            struct zj_err *err)
{
    struct lp_relaxed r = {.dual = p->dual, .x = p->value};
    double at = 0;

    p->nodes++;
    *good = !over(p, depth);
    if (!*good)
        return ZJ_OK;
    ZJ_TRY(lp_relax(p->lp, &no_limits, &r, err));
    if (r.status == LP_OPTIMAL && is_high(p, r.value) && proof_close(p, false, out))
        return ZJ_OK;
    if (r.status != LP_OPTIMAL) {
        ZJ_TRY(close_empty(p, out, good, err));
        if (!*good)
            *good = gave_up(p, PROOF_STUCK);
        return ZJ_OK;
    }
    int j = choose(p, r.value, &at);
    if (j >= 0)
        return branch(p, depth, j, at, out, good, err);
    *good = gave_up(p, is_high(p, r.value) ? PROOF_STUCK : PROOF_WRONG);
    return ZJ_OK;
}

enum zj_status proof_tree(struct proof *p, struct proof_result *out, struct zj_err *err)
{
    bool good = false;

    p->status = PROOF_STUCK;
    enum zj_status st = prove(p, 0, out, &good, err);
    if (st == ZJ_OK && good)
        p->status = PROOF_WRITTEN;
    return st;
}
