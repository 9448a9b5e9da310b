/*
 * dictionary.h - what a column may hold, in words for people.
 */
#ifndef ZJ_IO_DICTIONARY_H
#define ZJ_IO_DICTIONARY_H

#include "solver/io/columns.h"

/* "whole number 0 to 60", "整数 0 至 60"; in the arena. */
const char *zj_type_text(struct zj_arena *a, const struct zj_column *c, bool chinese);
/* The aliases of a column or value with 、 between them; in the arena. */
const char *zj_aliases_text(struct zj_arena *a, const char *aliases);
/* "required", "required, may be blank", "optional". */
const char *zj_presence_text(enum zj_presence presence, bool chinese);

#endif
