/*
 * edit.h - one change, at random, to a plan: something goes, comes, or becomes another.
 *
 * What comes keeps the limits of its kind or activity as far as they are easily seen, so that a change
 * has a chance to break one rule alone.
 */
#ifndef TESTS_SUPPORT_EDIT_H
#define TESTS_SUPPORT_EDIT_H

#include "solver/data/plan.h"
#include "tests/support/rng.h"

void edit_postings(const struct zj_instance *in, const struct zj_policy *pol, struct rng *r,
                   struct zj_postings *p);
/* No pair stands twice afterwards. */
void edit_pairs(const struct zj_instance *in, struct rng *r, struct zj_pairs *p);
void edit_calendar(const struct zj_instance *in, const struct zj_policy *pol, struct rng *r,
                   struct zj_calendar *p);

#endif
