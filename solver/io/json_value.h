/*
 * json_value.h - JSON values read as what a field must hold; what does not fit is reported with its place.
 *
 * Every reader returns false (or NULL) after it has reported the problem, and then
 * leaves *out as it was. Members whose names start with "x_" belong to the user and
 * are never looked at.
 */
#ifndef ZJ_IO_JSON_VALUE_H
#define ZJ_IO_JSON_VALUE_H

#include "solver/io/json_text.h"

/* Absent, or null. */
bool zj_json_is_blank(const struct zj_json *j, int node);
/* The member of an object, -1 when it is absent or null. */
int zj_json_given(const struct zj_json *j, int object, const char *key);
/* The same, and report it then. */
int zj_json_require(struct zj_json *j, int object, const char *key);
/* Report members that are not among the n names: all of them, or the first hundred. */
void zj_json_known_members(struct zj_json *j, int object, const char *const names[], int n);
/* The name most like `text`; NULL when n = 0. */
const char *zj_nearest(const char *text, const char *const names[], int n);

bool zj_json_expect_object(struct zj_json *j, int node);
/* A list of at most `most` items. */
bool zj_json_expect_array(struct zj_json *j, int node, int most);
/* A whole number in lo..hi: digits, no fraction, no exponent. */
bool zj_json_integer(struct zj_json *j, int node, int64_t lo, int64_t hi, int64_t *out);
bool zj_json_int(struct zj_json *j, int node, int lo, int hi, int *out);
bool zj_json_bool(struct zj_json *j, int node, bool *out);
/* A text that is not empty; borrowed from the tree. */
const char *zj_json_string(struct zj_json *j, int node);
/* One of n words: its index. */
bool zj_json_choice(struct zj_json *j, int node, const char *const words[], int n, int *out);
/* Report a text that is none of the n words. */
void zj_json_unknown_word(struct zj_json *j, int node, const char *text, const char *const words[], int n);
/* "YYYY-MM-DD" */
bool zj_json_date(struct zj_json *j, int node, int32_t *out);

/* The items of a value that may be one scalar or a list of them: first, then the next; -1 = no more. */
int zj_json_first_item(const struct zj_json *j, int node);
int zj_json_next_item(const struct zj_json *j, int node, int item);
/* Number of items. */
int zj_json_n_items(const struct zj_json *j, int node);

/* Check {"format": expected}. */
bool zj_json_format(struct zj_json *j, int object, const char *expected);

#endif
