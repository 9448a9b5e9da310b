/*
 * cycle.h - who is due within the horizon, and whether a posting is open to them.
 */
#ifndef ZJ_LINT_CYCLE_H
#define ZJ_LINT_CYCLE_H

#include "solver/base/diag.h"
#include "solver/lint/candidate.h"

struct lint_cycles; /* those who are due, for each `cycle` */

struct lint_cycles *lint_cycles_new(const struct zj_instance *in, const struct zj_policy *pol);
void lint_cycles_count(struct lint_cycles *c, const struct lint_posting *p);
/* Due teachers without an open posting; schools with more of them than coverage lets go. */
void lint_cycles_report(const struct lint_cycles *c, struct zj_diag *d);
void lint_cycles_free(struct lint_cycles *c);

#endif
