/*
 * verdict.h - what the independent check says of a plan, in words or as JSON.
 *
 * In words each violation is a line as in timetabling competitions:
 *     [H] quota S001 2026-2027: need 3, have 2  «quote» (document)
 *     [S(6)] must_rotate T0007: …            6 = weight x shortfall, a part of the tier soft
 *     [N(8)] need S003/音乐 2026A: …         8 periods, a part of the tier need
 */
#ifndef ZJ_REPORT_VERDICT_H
#define ZJ_REPORT_VERDICT_H

#include "solver/base/diag.h"
#include "solver/data/plan.h"

#include <stdio.h>

struct rep_verdict {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_plan *plan;
    const struct zj_verdict *verdict;
    const struct zj_diag *misstated; /* what the plan says of itself and is not so */
    bool ok;
    bool kept_too;  /* list the findings that are met as well */
    bool hard_only; /* list the broken hard demands and the misstatements, nothing else */
};

void rep_print_verdict(FILE *out, const struct rep_verdict *r);
/* {"schema":1, "ok":…, "exit":…, "findings":[…], "objective":[…], "problems":[…]} */
void rep_print_verdict_json(FILE *out, const struct rep_verdict *r);

#endif
