#include "solver/certify/vector.h"

#include "solver/base/mem.h"

#include <stdlib.h>

struct pair {
    int column, at;
};

static int by_column(const void *a, const void *b)
{
    const struct pair *p = a, *q = b;

    return (p->column > q->column) - (p->column < q->column);
}

void cert_vector_init(struct cert_vector *v, int n, const int *idx, const mpq_t *val)
{
    struct pair *order = zj_calloc((size_t)n + 1, sizeof *order);

    *v = (struct cert_vector){.idx = zj_calloc((size_t)n + 1, sizeof *v->idx),
                              .val = zj_calloc((size_t)n + 1, sizeof *v->val)};
    mpz_init_set_ui(v->den, 1);
    for (int k = 0; k < n; k++) {
        mpz_lcm(v->den, v->den, mpq_denref(val[k]));
        order[k] = (struct pair){idx[k], k};
    }
    qsort(order, (size_t)n, sizeof *order, by_column);
    for (int k = 0; k < n; k++) {
        const __mpq_struct *q = val[order[k].at];
        if (mpq_sgn(q) == 0)
            continue;
        v->idx[v->n] = order[k].column;
        mpz_init(v->val[v->n]);
        mpz_divexact(v->val[v->n], v->den, mpq_denref(q));
        mpz_mul(v->val[v->n], v->val[v->n], mpq_numref(q));
        v->n++;
    }
    free(order);
}

void cert_vector_clear(struct cert_vector *v)
{
    if (!v->idx)
        return;
    for (int k = 0; k < v->n; k++)
        mpz_clear(v->val[k]);
    mpz_clear(v->den);
    free(v->idx);
    free(v->val);
    v->idx = NULL;
}

bool cert_vector_equal(const struct cert_vector *a, const struct cert_vector *b)
{
    if (a == b)
        return true;
    if (a->n != b->n || mpz_cmp(a->den, b->den) != 0)
        return false;
    for (int k = 0; k < a->n; k++) {
        if (a->idx[k] != b->idx[k] || mpz_cmp(a->val[k], b->val[k]) != 0)
            return false;
    }
    return true;
}

void cert_vector_product(const struct cert_vector *v, const mpq_t *x, mpq_t out)
{
    mpq_t term;

    mpq_init(term);
    mpq_set_ui(out, 0, 1);
    for (int k = 0; k < v->n; k++) {
        mpz_set(mpq_numref(term), v->val[k]);
        mpz_set(mpq_denref(term), v->den);
        mpq_canonicalize(term);
        mpq_mul(term, term, x[v->idx[k]]);
        mpq_add(out, out, term);
    }
    mpq_clear(term);
}

void cert_sum_init(struct cert_sum *s, int n_columns)
{
    size_t n = (size_t)n_columns + 1;

    *s = (struct cert_sum){.n_columns = n_columns,
                           .sum = zj_calloc(n, sizeof *s->sum),
                           .seen = zj_calloc(n, sizeof *s->seen),
                           .touched = zj_calloc(n, sizeof *s->touched)};
    for (int j = 0; j < n_columns; j++)
        mpz_init(s->sum[j]);
    mpz_init(s->den);
    mpz_init(s->weight);
}

void cert_sum_clear(struct cert_sum *s)
{
    if (!s->sum)
        return;
    for (int j = 0; j < s->n_columns; j++)
        mpz_clear(s->sum[j]);
    mpz_clear(s->den);
    mpz_clear(s->weight);
    free(s->sum);
    free(s->seen);
    free(s->touched);
    s->sum = NULL;
}

void cert_sum_begin(struct cert_sum *s, const mpz_t den)
{
    for (int k = 0; k < s->n_touched; k++) {
        mpz_set_ui(s->sum[s->touched[k]], 0);
        s->seen[s->touched[k]] = false;
    }
    s->n_touched = 0;
    mpz_set(s->den, den);
}

void cert_sum_add(struct cert_sum *s, const mpq_t factor, const struct cert_vector *v)
{
    mpz_divexact(s->weight, s->den, mpq_denref(factor));
    mpz_divexact(s->weight, s->weight, v->den);
    mpz_mul(s->weight, s->weight, mpq_numref(factor));
    for (int k = 0; k < v->n; k++) {
        int j = v->idx[k];
        mpz_addmul(s->sum[j], s->weight, v->val[k]);
        if (!s->seen[j]) {
            s->seen[j] = true;
            s->touched[s->n_touched++] = j;
        }
    }
}

bool cert_sum_is_zero(const struct cert_sum *s)
{
    for (int k = 0; k < s->n_touched; k++) {
        if (mpz_sgn(s->sum[s->touched[k]]) != 0)
            return false;
    }
    return true;
}

bool cert_sum_equals(struct cert_sum *s, const struct cert_vector *v)
{
    int n = 0;
    bool same = true;
    mpz_t right;

    for (int k = 0; k < s->n_touched; k++)
        n += mpz_sgn(s->sum[s->touched[k]]) != 0;
    mpz_init(right);
    for (int k = 0; k < v->n && same; k++) { /* sum / den = val / v->den */
        mpz_mul(s->weight, s->sum[v->idx[k]], v->den);
        mpz_mul(right, v->val[k], s->den);
        same = mpz_cmp(s->weight, right) == 0;
    }
    mpz_clear(right);
    return same && n == v->n;
}

bool cert_sum_is_integral(const struct cert_sum *s, const bool *integer)
{
    for (int k = 0; k < s->n_touched; k++) {
        int j = s->touched[k];
        if (mpz_sgn(s->sum[j]) != 0 && (!integer[j] || !mpz_divisible_p(s->sum[j], s->den)))
            return false;
    }
    return true;
}
