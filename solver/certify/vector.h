/*
 * vector.h - sparse vectors of exact numbers over one denominator, and their linear combinations.
 */
#ifndef ZJ_CERTIFY_VECTOR_H
#define ZJ_CERTIFY_VECTOR_H

#include <gmp.h>
#include <stdbool.h>

/* val[k] / den at column idx[k]; no zeros, columns ascending, den the least possible. */
struct cert_vector {
    int n;
    int *idx;
    mpz_t *val;
    mpz_t den;
};

/* From n pairs with distinct columns in any order; zeros are left out. */
void cert_vector_init(struct cert_vector *v, int n, const int *idx, const mpq_t *val);
void cert_vector_clear(struct cert_vector *v);
bool cert_vector_equal(const struct cert_vector *a, const struct cert_vector *b);
/* out = v x, x by column. */
void cert_vector_product(const struct cert_vector *v, const mpq_t *x, mpq_t out);

/* A sum in progress: sum[j] / den at the columns touched. */
struct cert_sum {
    int n_columns;
    mpz_t *sum;
    bool *seen;
    int *touched, n_touched;
    mpz_t den, weight;
};

void cert_sum_init(struct cert_sum *s, int n_columns);
void cert_sum_clear(struct cert_sum *s);
/* Back to nothing over this denominator. */
void cert_sum_begin(struct cert_sum *s, const mpz_t den);
/* Add factor * v; the denominators of both must divide that of the sum together. */
void cert_sum_add(struct cert_sum *s, const mpq_t factor, const struct cert_vector *v);
bool cert_sum_is_zero(const struct cert_sum *s);
bool cert_sum_equals(struct cert_sum *s, const struct cert_vector *v);
/* Are all coefficients integers, and zero where `integer` is false? */
bool cert_sum_is_integral(const struct cert_sum *s, const bool *integer);

#endif
