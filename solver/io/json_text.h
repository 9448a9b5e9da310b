/*
 * json_text.h - JSON text as a tree in which every value knows its line and column.
 *
 * jansson parses; it keeps no positions, so a second pass over the text, which is
 * known to be valid by then, notes where each value stands. Values are numbered in
 * the order of the text (node 0 is the top-level object), -1 = none. Limits: depth
 * 64, strings of 4 KiB, no member twice, a UTF-8 BOM is skipped.
 */
#ifndef ZJ_IO_JSON_TEXT_H
#define ZJ_IO_JSON_TEXT_H

#include "solver/base/diag.h"

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

enum { ZJ_JSON_MAX_DEPTH = 64, ZJ_JSON_MAX_STRING = 4096, ZJ_JSON_MAX_VALUES = 8 * 1000 * 1000 };

struct zj_json_node {
    json_t *value;    /* borrowed from the tree */
    const char *key;  /* of a member, else NULL; borrowed from the tree */
    int parent, next; /* enclosing value; first node after this one's subtree */
    int index;        /* position in the enclosing array */
    int line, column; /* of the value, 1-based; column counts characters */
    int key_line, key_column;
    uint32_t at, len; /* the value's bytes in the text */
};

/* Where each line of a text was taken from, when it was not written by the user. */
struct zj_json_origins {
    const struct zj_place *line; /* from 0; borrowed */
    int n;
};

struct zj_json {
    const char *file;  /* name in messages; borrowed */
    const char *text;  /* borrowed, without BOM */
    struct zj_diag *d; /* borrowed: where problems go */
    json_t *root;
    struct zj_json_node *node;
    int n, cap;
    struct zj_arena arena; /* paths in messages */
    const struct zj_json_origins
        *origins; /* set by the caller after loading; NULL: places in the text itself */
};

/*
 * Parse n bytes (at most ZJ_MAX_FILE). `bytes`, `file` and `d` are borrowed until
 * the release. ZJ_EDATA, with the problems in `d`, unless the text is one JSON
 * object within the limits. *j is initialised here; the caller releases it always.
 */
enum zj_status zj_json_load(struct zj_json *j, const char *bytes, size_t n, const char *file,
                            struct zj_diag *d) ZJ_MUST_CHECK;
void zj_json_release(struct zj_json *j);

/* The member of an object, or -1 (also when `object` is not one). */
int zj_json_member(const struct zj_json *j, int object, const char *key);
/* The first value inside an object or array, the one after `node` beside it; -1 = no more. */
int zj_json_first(const struct zj_json *j, int node);
int zj_json_after(const struct zj_json *j, int node);

/* Where a value stands; its field is the path, "rules[3].max". Valid until the release. */
const struct zj_place *zj_json_at(struct zj_json *j, int node);
/* The same for the name of a member. */
const struct zj_place *zj_json_at_key(struct zj_json *j, int node);

#endif
