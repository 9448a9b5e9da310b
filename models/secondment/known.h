/*
 * known.h - a case that differs from a solved one in a few schools: all other blocks stay as they are.
 *
 * The lexicographic optimum of blocks apart is the optimum of each, under one cap on burdens (fairness.c).
 * So the known postings of a block that the change does not touch remain best until the fairness tier, and
 * beyond it when the least cap is the same as before. When the cap comes out otherwise, all
 * blocks take part in the later tiers. Blocks that a row over the whole county ties to others are never
 * left alone.
 */
#ifndef MODELS_SECONDMENT_KNOWN_H
#define MODELS_SECONDMENT_KNOWN_H

#include "models/secondment/run.h"

/* Mark the blocks that may keep their known postings, and give them these. No plan is known: none. */
void sec_known_take(struct sec_run *r);
/* After the fairness tier: another cap opens every block. */
void sec_known_after_fairness(struct sec_run *r);
/*
 * The cap to try next, by what is known: the old one, then the next below it; -1 when these were tried, or
 * cannot be it.
 */
int64_t sec_known_cap(const struct sec_run *r, int64_t lo, int tries);

#endif
