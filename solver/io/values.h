/*
 * values.h - the words that closed columns may hold, in English and Chinese.
 *
 * One list (values.def) serves the tables, the policy's filters and the data
 * dictionary. English tokens are always valid; aliases are read, never written.
 */
#ifndef ZJ_IO_VALUES_H
#define ZJ_IO_VALUES_H

/* sex, stage, …: closed sets of enum values; rank and flags: open sets, whose known words have aliases. */
enum zj_value_set {
#define ZJ_VALUE_SET(set, open) ZJ_VS_##set,
#define ZJ_VALUE(set, value, token, aliases)
#include "solver/io/values.def"
#undef ZJ_VALUE_SET
#undef ZJ_VALUE
    ZJ_N_VALUE_SETS
};

/* The enum value that an English token or an alias stands for, or -1. */
int zj_value_find(enum zj_value_set set, const char *text);
/* The English token of a value ("primary"), or NULL when the set has no such value. */
const char *zj_value_token(enum zj_value_set set, int value);
/* Open sets: the English token for an alias ("骨干" -> "backbone"), any other word as it is. */
const char *zj_value_word(enum zj_value_set set, const char *text);
/* The aliases of a value, separated by '|'; "" when it has none. NULL when there is no such value. */
const char *zj_value_aliases(enum zj_value_set set, int value);
/* True when `text` equals one of the words of `list`, which are separated by '|'. */
int zj_word_in(const char *list, const char *text);

#endif
