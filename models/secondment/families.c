/*
 * families.c - the rules by number. rules.def is the list; a rule without its file does not link.
 */
#include "models/secondment/families.h"

const struct sec_family *const sec_families[ZJ_N_RULES] = {
#define ZJ_RULE(id, ...) &cons_##id,
#include "solver/data/rules.def"
#undef ZJ_RULE
};
