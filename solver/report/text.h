/*
 * text.h - a plan of secondments, a timetable, a pairing or a calendar, told to a person at a terminal.
 *
 * Teachers appear by id only; schools by id and name.
 */
#ifndef ZJ_REPORT_TEXT_H
#define ZJ_REPORT_TEXT_H

#include "solver/data/plan.h"

#include <stdio.h>

struct rep_summary {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_plan *plan;
    const struct zj_verdict *verdict; /* of the plan's assignments; NULL when the plan has none to judge */
    const struct zj_verdict *before;  /* of nobody being posted, or of pairings.csv; NULL: of nothing */
    const char *path;                 /* where the plan was written; NULL = nowhere */
    bool all;                         /* cut no list short */
};

/*
 * About a screen and a half, unless `all`: postings (or those who travel most), rules, unmet periods,
 * tiers; or the conflict; or why nothing.
 */
void rep_print_summary(FILE *out, const struct rep_summary *r);
/*
 * A pairing that was given and not made, as it is judged: groups, rules, tiers. Both verdicts are those of
 * `r`; `before` is not looked at.
 */
void rep_print_given_pairs(FILE *out, const struct rep_summary *r);
/* The conflict of a plan that is infeasible, with the blank line before it. */
void rep_print_conflict(FILE *out, const struct rep_summary *r);
/* Its repairs, one a line. */
void rep_print_repairs(FILE *out, const struct rep_summary *r);
/* The answer in one line. */
void rep_print_line(FILE *out, const struct rep_summary *r);

#endif
