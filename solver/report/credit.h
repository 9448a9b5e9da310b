/*
 * credit.h - what the service of each teacher counts for, and what is still missing.
 */
#ifndef ZJ_REPORT_CREDIT_H
#define ZJ_REPORT_CREDIT_H

#include "solver/data/credit.h"

#include <stdio.h>

struct rep_credit {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_credit *credit;
    int teacher; /* only this one; -1 = all */
    bool all;    /* cut no list short */
};

/* The rules with their quotes and how many meet them; the table of the teachers; the rows not counted. */
void rep_print_credit(FILE *out, const struct rep_credit *r);
/*
 * {"schema": 1, "until": …, "rules": […], "teachers": [{…, "accounts": …, "lines": […]}],
 * "not_counted": […]}
 */
void rep_print_credit_json(FILE *out, const struct rep_credit *r);

/* Units of an account as years: "1.5". */
const char *rep_years_text(struct zj_arena *a, int64_t units);

#endif
