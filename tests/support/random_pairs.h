/*
 * random_pairs.h - a random tiny county for pairings, as text (tiny.h).
 */
#ifndef TESTS_SUPPORT_RANDOM_PAIRS_H
#define TESTS_SUPPORT_RANDOM_PAIRS_H

#include "solver/data/policy.h"
#include "tests/support/rng.h"

enum { RANDOM_PAIRS_TEXT = 8000 };

/* Schools, roads, at least `rules` entries of random rules of pairings, and what these need. */
void random_pairs(struct rng *r, int leads, int members, int rules, char text[RANDOM_PAIRS_TEXT]);
/*
 * Leads and members that name each other, without ties; other pairs are ruled out by pins. Each lead has
 * room for the number in its own entry of `size`.
 */
void random_choice(struct rng *r, int leads, int members, char text[RANDOM_PAIRS_TEXT * 4]);

#endif
