/*
 * proof_leaf.c - from the duals of a relaxation to a line that holds exactly.
 */
#include "solver/engine/proof_impl.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

/* Denominators to try: the data are small, so most duals are fractions of small products. */
static const int64_t denominators[] = {1,   2,    3,    4,     6,      8,       12,      24,      60, 120,
                                       840, 2520, 5040, 55440, 720720, 1000000, 1 << 24, 1 << 30, 0};

static void need(struct proof_needs *n, int depth)
{
    if (depth >= 0)
        n->bit[depth / 64] |= UINT64_C(1) << (depth % 64);
}

/* a += b * c; false when it does not fit. */
static bool add(int64_t *a, int64_t b, int64_t c)
{
    int64_t product;

    return !__builtin_mul_overflow(b, c, &product) && !__builtin_add_overflow(*a, product, a);
}

/* The dual over den as a whole number, 0 when its sign does not fit the row's sides. */
static int64_t whole(const struct lp_row *row, double dual, int64_t den)
{
    double scaled = dual * (double)den;

    if (fabs(scaled) > 1e15)
        return 0;
    int64_t v = llround(scaled);
    return (v > 0 && row->lo == -LP_INF) || (v < 0 && row->hi == LP_INF) ? 0 : v;
}

/* Multipliers over den: of the rows, then what they leave of the objective. False: numbers too large. */
static bool make_whole(struct proof *p, bool absurd, int64_t den, int64_t *bound)
{
    const struct lp *lp = p->lp;
    struct proof_duals *d = &p->duals;
    bool fits = true;

    d->den = den;
    *bound = 0;
    for (int j = 0; j < lp->n_cols; j++) {
        d->column[j] = 0;
        fits &= add(&d->column[j], den, absurd ? 0 : p->cost[j]);
    }
    for (int i = 0; i < lp->n_rows && fits; i++) {
        const struct lp_row *row = &lp->row[i];
        int64_t y = d->row[i] = whole(row, p->dual[i], den);
        if (y == 0)
            continue;
        fits &= add(bound, y, y > 0 ? row->lo : row->hi);
        for (int k = row->first; k < row->first + row->n; k++)
            fits &= add(&d->column[lp->idx[k]], -y, lp->val[k]);
    }
    for (int j = 0; j < lp->n_cols && fits; j++)
        fits &= add(bound, d->column[j], d->column[j] > 0 ? lp->col_lo[j] : lp->col_hi[j]);
    return fits;
}

static int64_t gcd(int64_t a, int64_t b)
{
    while (b) {
        int64_t r = a % b;
        a = b;
        b = r;
    }
    return a < 0 ? -a : a;
}

/* " row multiplier", the fraction in lowest terms. */
static void put_term(struct proof *p, int row, int64_t v, int64_t den)
{
    int64_t g = gcd(v, den);

    fprintf(p->der, " %d %" PRId64, row, v / g);
    if (den / g != 1)
        fprintf(p->der, "/%" PRId64, den / g);
}

static int count_terms(const struct proof *p)
{
    int n = 0;

    for (int i = 0; i < p->lp->n_rows; i++)
        n += p->duals.row[i] != 0;
    for (int j = 0; j < p->lp->n_cols; j++)
        n += p->duals.column[j] != 0;
    return n;
}

/* 0 >= 1 is derived over the denominator 1: any positive multiple does. */
static void put_leaf(struct proof *p, bool absurd, struct proof_result *out)
{
    const struct proof_duals *d = &p->duals;
    int64_t den = absurd ? 1 : d->den;

    *out = (struct proof_result){.number = proof_number(p), .absurd = absurd};
    if (absurd)
        fprintf(p->der, "D%d G 1 0 { lin %d", out->number, count_terms(p));
    else
        fprintf(p->der, "D%d G %" PRId64 " OBJ { rnd %d", out->number, p->task->value, count_terms(p));
    for (int i = 0; i < p->lp->n_rows; i++) {
        if (d->row[i])
            put_term(p, d->row[i] > 0 ? p->row_lo[i] : p->row_hi[i], d->row[i], den);
    }
    for (int j = 0; j < p->lp->n_cols; j++) {
        if (d->column[j] == 0)
            continue;
        bool low = d->column[j] > 0;
        put_term(p, low ? p->col_lo[j] : p->col_hi[j], d->column[j], den);
        need(&out->needs, low ? p->depth_lo[j] : p->depth_hi[j]);
    }
    fprintf(p->der, " } -1\n");
}

bool proof_close(struct proof *p, bool absurd, struct proof_result *out)
{
    for (const int64_t *den = denominators; *den; den++) {
        int64_t bound, least = 0;
        if (!make_whole(p, absurd, *den, &bound))
            return false;
        /* bound / den > value - 1, as then it is rounded up to the value at least */
        bool enough = absurd ? bound > 0 : add(&least, p->task->value - 1, *den) && bound > least;
        if (enough) {
            put_leaf(p, absurd, out);
            return true;
        }
    }
    return false;
}
