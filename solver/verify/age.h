/*
 * age.h - completed years, and days moved by whole years.
 *
 * A birthday on 29 February falls on 1 March in common years.
 */
#ifndef ZJ_VERIFY_AGE_H
#define ZJ_VERIFY_AGE_H

#include "solver/base/date.h"

/* Completed years from `since` to `day`; negative when `day` is the earlier one. */
int vf_years(int32_t since, int32_t day);
/* The same day `years` later (earlier when negative). */
int32_t vf_add_years(int32_t day, int years);
/* Months since the year 0: 12 * year + month - 1. */
int vf_month(int32_t day);
/* The last day of such a month. */
int32_t vf_month_end(int month);

#endif
