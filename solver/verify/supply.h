/*
 * supply.h - which periods are needed where, and whose load covers them.
 *
 * Need: periods a week times classes, summed over the demand rows of a school and
 * subject; the same in every term. Supply: the weekly load (max_week) of the
 * teachers at home whose main subject it is, plus that of those posted in to
 * teach it. Whoever is away supplies nothing at home.
 */
#ifndef ZJ_VERIFY_SUPPLY_H
#define ZJ_VERIFY_SUPPLY_H

#include "solver/verify/check.h"

struct vf_need {
    int school, subject;
    int64_t periods; /* needed a week */
    int64_t *have;   /* supplied, by term */
    bool selected;   /* counted in the tier: named by some `need` entry, or there is none */
};

struct vf_supply {
    struct vf_need *v; /* by school, then subject */
    int n;
};

/* Needs c->stays. Lives in the scratch arena; sets c->supply. */
void vf_supply_init(struct vf_check *c);
/* Does this `need` entry speak of the row? */
bool vf_need_is(const struct vf_check *c, const struct zj_rule *r, const struct vf_need *row);
/* The need tier and the list of unmet periods. */
void vf_supply_tier(struct vf_check *c);

#endif
