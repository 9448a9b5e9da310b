/*
 * export.h - a whole program as a file for other solvers.
 */
#ifndef MODELS_COMMON_EXPORT_H
#define MODELS_COMMON_EXPORT_H

#include "models/common/program.h"

enum { MC_NAME = 160 };

/* The name of a column: letters, digits and `_`, unique. */
typedef void mc_column_name(const void *ctx, int col, char name[MC_NAME]);

/*
 * Write CPLEX LP to `lp` and free MPS to `mps`, where they are not NULL. The tiers are added up, each times
 * weight[tier]; rows are named for their rules. Errors: ZJ_ECREATE, ZJ_EIO.
 */
enum zj_status mc_export(const struct mc_program *p, const int64_t *weight, mc_column_name *name,
                         const void *ctx, const char *lp, const char *mps, struct zj_err *err) ZJ_MUST_CHECK;

#endif
