/*
 * check_stability.c - a plan that people already know is changed as little as possible.
 *
 * Policy    At most so many changes against the plan that is kept. Without such a plan nothing is asked.
 * Place     The postings of both plans.
 * Counted   need = `max`; have = postings that stand in one plan only. Any field that differs makes another
 *           posting, so one altered posting counts twice: once gone, once new.
 * Shortfall Changes beyond the number.
 * Units     Postings.
 * Example   Hefei notice: matching is done by the end of July and trained for in mid-August;
 *           later changes cost.
 */
#include "solver/verify/tiers.h"

void check_stability(struct vf_check *c, const struct zj_rule *r)
{
    if (!c->keep || r->max == ZJ_NONE)
        return;
    int64_t changes = vf_changes(c->plan, c->keep);
    vf_found(c, r, "county horizon", r->max, changes, vf_over(changes - r->max));
}
