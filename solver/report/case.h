/*
 * case.h - what a report shows: a plan, what it was made for, and what the independent check says of it.
 *
 * Reports are for those who work with the plan: they join the names of schools and teachers to the ids.
 */
#ifndef ZJ_REPORT_CASE_H
#define ZJ_REPORT_CASE_H

#include "solver/base/diag.h"
#include "solver/data/plan.h"

struct rep_case {
    const struct zj_instance *in; /* of a timetable: the staff as the term has it */
    const struct zj_policy *pol;
    const struct zj_plan *plan;       /* of a timetable: with its legs */
    const struct zj_verdict *verdict; /* of the plan's assignments; empty when it brings none */
    const struct zj_verdict *before;  /* of nobody being posted, or of pairings.csv; NULL = of nothing */
    const struct zj_diag *misstated;  /* what the plan says of itself and is not so */
    bool ok;                          /* the plan is lawful, and what it says it is */
    const char *office, *date; /* who issues it, and when; NULL = left blank, to be filled in by hand */
};

/* What stands where a name or a date is to be written by hand. */
#define REP_BLANK "＿＿＿＿＿＿＿＿"

#endif
