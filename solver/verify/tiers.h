/*
 * tiers.h - the objective of a plan, counted again from the tables.
 */
#ifndef ZJ_VERIFY_TIERS_H
#define ZJ_VERIFY_TIERS_H

#include "solver/verify/check.h"

/* Postings that stand in one plan only. */
int64_t vf_changes(const struct zj_postings *a, const struct zj_postings *b);
/* Fairness, travel, wishes and stability; soft and need are counted where they are found. */
void vf_tiers(struct vf_check *c);

#endif
