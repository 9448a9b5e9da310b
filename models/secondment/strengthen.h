/*
 * strengthen.h - rows that every integer answer satisfies and fractions of teachers do not.
 */
#ifndef MODELS_SECONDMENT_STRENGTHEN_H
#define MODELS_SECONDMENT_STRENGTHEN_H

#include "models/secondment/model.h"

/* Add to the settled model the rounded forms of its rows with unequal coefficients. */
void sec_strengthen(struct sec_model *m);

#endif
