/*
 * switches_impl.h - between the files of switches.h.
 */
#ifndef MODELS_SECONDMENT_SWITCHES_IMPL_H
#define MODELS_SECONDMENT_SWITCHES_IMPL_H

#include "models/secondment/switches.h"

/* Solve with the parts in[] in force, and with all rows as far as they matter. The caller sets the costs. */
enum zj_status sec_switches_solve(struct sec_switches *s, const bool *in, const struct lp_limits *limits,
                                  struct lp_answer *a, struct zj_err *err) ZJ_MUST_CHECK;
/* Put a row into the program, with the one that says when it binds, and those that strengthen it. */
void sec_switches_load(struct sec_switches *s, int row);

#endif
