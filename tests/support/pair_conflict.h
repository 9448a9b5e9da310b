/*
 * pair_conflict.h - what brute force and the verifier say of the conflicts that a pairing's answer names.
 *
 * The parts are a conflict if each set of rows breaks one of them; a part is needed if some set breaks no
 * other. `depth` and unknown ways are not in question unless they are named.
 */
#ifndef TESTS_SUPPORT_PAIR_CONFLICT_H
#define TESTS_SUPPORT_PAIR_CONFLICT_H

#include "tests/support/pair_trial.h"

struct pair_conflicts {
    int n_conflicts, n_parts, n_numbers; /* found to be right so far */
};

/*
 * NULL, or in one sentence what is wrong: no conflict, one that is none, a part not needed or named twice, a
 * number that is not the verifier's. Adds to *seen.
 */
const char *wrong_pair_conflicts(const struct pair_trial *x, struct pair_conflicts *seen);

#endif
