/*
 * proof_step.c - rows that follow from the program's own, derived line by line.
 *
 * Mixed-integer rounding by a split. With D the divisor, r = d mod D > 0, K = ceil(d / D), f = a mod D, S
 * the columns with f < r, T the others, and z = sum over S of floor(a / D) x + sum over T of ceil(a / D) x,
 * the row says r z + sum over S of f x + u >= r K. Either z >= K, and x >= 0, u >= 0 give the rest; or
 * z <= K - 1, and
 *
 *     sum a x + u >= d,  plus (D - r) times z <= K - 1,  plus D - f times x >= 0 over T
 *
 * is the row: its right side is d - (D - r) (K - 1) = r K.
 */
#include "solver/base/mem.h"
#include "solver/base/whole.h"
#include "solver/engine/proof_impl.h"

#include <inttypes.h>
#include <stdlib.h>

/* A column of the row and what becomes of it. */
struct term {
    int column;
    int64_t a, z, coef;   /* in the row, in the split, in the new row */
    int64_t above, below; /* multipliers of x >= 0 when z >= K and when z <= K - 1 */
};

static void put_list(FILE *out, const struct term *t, int n, bool split)
{
    int used = 0;

    for (int k = 0; k < n; k++)
        used += (split ? t[k].z : t[k].coef) != 0;
    fprintf(out, "%d", used);
    for (int k = 0; k < n; k++) {
        int64_t v = split ? t[k].z : t[k].coef;
        if (v)
            fprintf(out, " %d %" PRId64, t[k].column, v);
    }
}

/* One case: the new row from another and x >= 0. */
static int put_case(struct proof *p, const struct term *t, int n, int64_t rhs, bool above, const char *from,
                    int n_from)
{
    int number = proof_number(p);

    fprintf(p->der, "M%d G %" PRId64 " ", number, rhs);
    put_list(p->der, t, n, false);
    for (int k = 0; k < n; k++)
        n_from += (above ? t[k].above : t[k].below) != 0;
    fprintf(p->der, " { lin %d%s", n_from, from);
    for (int k = 0; k < n; k++) {
        int64_t v = above ? t[k].above : t[k].below;
        if (v)
            fprintf(p->der, " %d %" PRId64, p->col_lo[t[k].column], v);
    }
    fprintf(p->der, " } -1\n");
    return number;
}

static int put_assumption(struct proof *p, const struct term *t, int n, char sense, int64_t rhs)
{
    int number = proof_number(p);

    fprintf(p->der, "A%d %c %" PRId64 " ", number, sense, rhs);
    put_list(p->der, t, n, true);
    fprintf(p->der, " { asm } -1\n");
    return number;
}

static void fill_term(struct term *t, const struct proof_step *step, int64_t r)
{
    int64_t low = zj_floor_div(t->a, step->divisor), rest = t->a - step->divisor * low;

    if (t->column == step->slack) {
        t->coef = t->above = 1;
    } else if (t->column == step->surplus) {
        t->below = -t->a;
    } else if (rest < r) {
        t->z = low;
        t->coef = r * low + rest;
        t->above = rest;
    } else {
        t->z = low + 1;
        t->coef = r * (low + 1);
        t->below = step->divisor - rest;
    }
}

/* The new row of the relaxation, and the certificate's number of its only side. */
static void add_row(struct proof *p, const struct term *t, int n, int64_t lo, int64_t hi, int number)
{
    int *idx = zj_calloc((size_t)n + 1, sizeof *idx), used = 0;
    int64_t *val = zj_calloc((size_t)n + 1, sizeof *val);

    for (int k = 0; k < n; k++) {
        if (t[k].coef == 0)
            continue;
        idx[used] = t[k].column;
        val[used++] = t[k].coef;
    }
    int i = lp_row(p->lp, lo, hi, used, idx, val);
    p->row_lo[i] = lo == -LP_INF ? -1 : number;
    p->row_hi[i] = hi == LP_INF ? -1 : number;
    free(idx);
    free(val);
}

static void split(struct proof *p, const struct proof_step *step)
{
    const struct lp_row row = p->lp->row[step->row];
    int64_t d = row.lo, k_up = zj_floor_div(d, step->divisor) + 1, r = d - step->divisor * (k_up - 1);
    struct term *t = zj_calloc((size_t)row.n + 1, sizeof *t);
    char from[96];

    if (r == 0) {
        free(t);
        return;
    }
    for (int k = 0; k < row.n; k++) {
        t[k] = (struct term){.column = p->lp->idx[row.first + k], .a = p->lp->val[row.first + k]};
        fill_term(&t[k], step, r);
    }
    int down = put_assumption(p, t, row.n, 'L', k_up - 1);
    snprintf(from, sizeof from, " %d 1 %d %" PRId64, p->row_lo[step->row], down, r - step->divisor);
    int below = put_case(p, t, row.n, r * k_up, false, from, 2);
    int up = put_assumption(p, t, row.n, 'G', k_up);
    snprintf(from, sizeof from, " %d %" PRId64, up, r);
    int above = put_case(p, t, row.n, r * k_up, true, from, 1);
    int number = proof_number(p);
    fprintf(p->der, "M%d G %" PRId64 " ", number, r * k_up);
    put_list(p->der, t, row.n, false);
    fprintf(p->der, " { uns %d %d %d %d } -1\n", below, down, above, up);
    add_row(p, t, row.n, r * k_up, LP_INF, number);
    free(t);
}

/* Both rows have few columns. */
static void round_down(struct proof *p, const struct proof_step *step)
{
    const struct lp_row a = p->lp->row[step->row], b = p->lp->row[step->other];
    struct term *t = zj_calloc((size_t)(a.n + b.n) + 1, sizeof *t);
    int n = 0, number = proof_number(p);

    for (int k = 0; k < a.n + b.n; k++) {
        int at = k < a.n ? a.first + k : b.first + k - a.n, i = 0;
        while (i < n && t[i].column != p->lp->idx[at])
            i++;
        n += i == n;
        t[i].column = p->lp->idx[at];
        t[i].coef += (k < a.n ? 1 : step->factor) * p->lp->val[at];
    }
    for (int i = 0; i < n; i++)
        t[i].coef /= step->divisor;
    int64_t hi = zj_floor_div(a.hi + step->factor * b.hi, step->divisor);
    fprintf(p->der, "C%d L %" PRId64 " ", number, hi);
    put_list(p->der, t, n, false);
    fprintf(p->der, " { rnd 2 %d 1/%" PRId64 " %d %" PRId64 "/%" PRId64 " } -1\n", p->row_hi[step->row],
            step->divisor, p->row_hi[step->other], step->factor, step->divisor);
    add_row(p, t, n, -LP_INF, hi, number);
    free(t);
}

void proof_step(struct proof *p, const struct proof_step *step)
{
    if (step->how == PROOF_SPLIT)
        split(p, step);
    else
        round_down(p, step);
}
