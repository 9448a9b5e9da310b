/*
 * families.h - one object for each rule of rules.def, defined in cons_<rule>.c.
 */
#ifndef MODELS_SECONDMENT_FAMILIES_H
#define MODELS_SECONDMENT_FAMILIES_H

#include "models/secondment/model.h"
#include "solver/engine/pool.h"

#define ZJ_RULE(id, ...) extern const struct sec_family cons_##id;
#include "solver/data/rules.def"
#undef ZJ_RULE

/* Does the posting agree with every field that the pin names? In cons_pins.c. */
bool sec_pin_agrees(const struct sec_ctx *c, const struct zj_pin *pin, const struct zj_posting *p);

/* Append one number to a node's memory. */
static inline void sec_remember(struct pool_bytes *memory, int64_t what)
{
    pool_put(memory, &what, sizeof what);
}

#endif
