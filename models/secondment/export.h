/*
 * export.h - the model as a file that another solver can read.
 */
#ifndef MODELS_SECONDMENT_EXPORT_H
#define MODELS_SECONDMENT_EXPORT_H

#include "models/secondment/context.h"

/*
 * Write the whole county as one program to opt->write_lp and/or opt->write_mps. The tiers become
 * one objective: soft, need and travel, weighted 10 000, 100 and 1; fairness is left
 * out. opt->naive: one binary for each teacher, host, kind and term in place of the types and the
 * start-and-length columns.
 */
enum zj_status sec_export(const struct sec_ctx *c, const struct sec_options *opt, struct zj_err *err) ZJ_MUST_CHECK;

#endif
