/*
 * instance_parts.h - the parts of the reader of instance.json.
 */
#ifndef ZJ_IO_INSTANCE_PARTS_H
#define ZJ_IO_INSTANCE_PARTS_H

#include "solver/io/instance_json.h"
#include "solver/io/json_value.h"

struct zj_head_reader {
    struct zj_json *j;
    struct zj_instance *in;
    struct zj_policy_source *policy;
};

/* A copy of the text in the instance; "" after its problem was reported. */
const char *zj_head_text(struct zj_head_reader *r, int node);
/* "terms": [ … ] and "week": { … } */
void zj_read_terms(struct zj_head_reader *r, int node);
void zj_read_week(struct zj_head_reader *r, int node);
/* Feed the tables of a one-file instance to `b`, in the order of tables.def, and report missing ones. */
void zj_read_json_tables(struct zj_json *j, struct zj_builder *b);

#endif
