/*
 * param_text.h - what may stand in a parameter of a rule, and what holds without it, as text.
 */
#ifndef ZJ_IO_PARAM_TEXT_H
#define ZJ_IO_PARAM_TEXT_H

#include "solver/io/rule_params.h"

/* "0..1000000", "pair|sender", "filter of postings"; translated for people. In the arena, as all of these. */
char *zj_param_type_text(struct zj_arena *a, const struct zj_param *p, bool for_people);
/* The value used when the parameter is absent, as it would stand in the file; NULL = none. */
char *zj_param_fallback_text(struct zj_arena *a, const struct zj_param *p);
/* That value, or in words what its absence means; translated. */
const char *zj_param_default_text(struct zj_arena *a, const struct zj_param *p);
/* Which filters may have the key; a message that is not yet translated. */
const char *zj_key_use_text(const struct zj_filter_key *key);

#endif
