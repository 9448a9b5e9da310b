/*
 * strengthen.h - rows that every integer answer satisfies and fractions of teachers do not.
 */
#ifndef MODELS_SECONDMENT_STRENGTHEN_H
#define MODELS_SECONDMENT_STRENGTHEN_H

#include "models/secondment/model.h"

enum { SEC_MAX_DIVISORS = 4 };

/* The numbers by which the row is rounded; how many. */
int sec_divisors(const struct sec_model *m, const struct sec_row *row, int64_t divisor[SEC_MAX_DIVISORS]);
/* Add to the settled model the rounded forms of its rows with unequal coefficients. */
void sec_strengthen(struct sec_model *m);

#endif
