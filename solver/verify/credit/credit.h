/*
 * credit.h - the accounting of service: what the log and the postings are worth by the policy's rules.
 */
#ifndef ZJ_VERIFY_CREDIT_CREDIT_H
#define ZJ_VERIFY_CREDIT_CREDIT_H

#include "solver/data/credit.h"
#include "solver/data/plan.h"

/*
 * Count the service of every teacher up to the day `until` (included): activities.csv, history.csv, and the
 * postings of a plan (may be NULL). *c is initialised here; the caller releases it. Sums that leave 64 bits
 * stop at the largest number.
 */
void zj_count_credit(const struct zj_instance *in, const struct zj_policy *pol,
                     const struct zj_postings *postings, int32_t until, struct zj_credit *c);

#endif
