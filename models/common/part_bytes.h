/*
 * part_bytes.h - parts of conflicts on their way from a worker process.
 */
#ifndef MODELS_COMMON_PART_BYTES_H
#define MODELS_COMMON_PART_BYTES_H

#include "solver/data/plan.h"
#include "solver/engine/pool.h"

void mc_part_put(struct pool_bytes *out, const struct zj_conflict_part *part);
/* The next part, its place copied into the arena; false: there is none. Names of tables are shared. */
bool mc_part_get(const struct pool_bytes *in, size_t *at, struct zj_arena *a, struct zj_conflict_part *part);
/* For qsort: by group, rules before rows of tables, by index, by place. */
int mc_part_compare(const void *a, const void *b);

#endif
