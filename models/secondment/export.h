/*
 * export.h - the model as a file that another solver can read.
 */
#ifndef MODELS_SECONDMENT_EXPORT_H
#define MODELS_SECONDMENT_EXPORT_H

#include "models/secondment/context.h"

/*
 * Write the whole county as one program to opt->write_lp and/or opt->write_mps. The tiers become
 * one objective: soft, need and travel, weighted 10 000, 100 and 1, with what no plan can
 * change in a column `constant` that is fixed to 1; fairness, wishes and stability are left out.
 *
 * Without opt->naive this is the program that is solved here: types and strengthened rows.
 * With it, the person-by-person model: columns for each teacher and posting, no types, and
 * only the rules' own rows. Both have the same optimum.
 *
 * When the user wants an end before a file is begun, it is not written: the caller looks at *opt->stop.
 */
enum zj_status sec_export(const struct sec_ctx *c, const struct sec_options *opt,
                          struct zj_err *err) ZJ_MUST_CHECK;

#endif
