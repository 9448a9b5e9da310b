/*
 * week_conflict.h - what exhaustive search says of the conflicts that a timetable's answer names.
 *
 * It goes by a second reading of the rules, in which everything but the parts is left out.
 */
#ifndef TESTS_SUPPORT_WEEK_CONFLICT_H
#define TESTS_SUPPORT_WEEK_CONFLICT_H

#include "tests/support/week_trial.h"

enum { WEEK_NODES = 100000 }; /* that one search looks at, at most */

struct week_conflicts {
    int n_conflicts, n_parts, n_numbers;
    int n_judged, n_needed, n_open; /* conflicts and parts of which the truth was found; searches not ended */
};

/*
 * NULL, or in one sentence what is wrong: no conflict, one that can be kept, a part not needed or named
 * twice, a need that can be had. Adds to *seen.
 */
const char *wrong_week_conflicts(const struct week_trial *t, struct week_conflicts *seen);

#endif
