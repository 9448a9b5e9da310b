/*
 * brute_calendar.h - the truth about a tiny calendar: every set of occurrences, each judged by the verifier.
 *
 * Knows nothing of the integer program. Its only reading of the rules is which occurrences there can
 * be: those in range that, alone, do not break what always holds (rule window, index -1).
 */
#ifndef TESTS_SUPPORT_BRUTE_CALENDAR_H
#define TESTS_SUPPORT_BRUTE_CALENDAR_H

#include "solver/data/plan.h"

enum { BRUTE_IMPLIED = 63, BRUTE_MASKS = 512 };

struct brute_calendar {
    bool feasible;
    int64_t value[ZJ_MAX_TIERS]; /* by enum zj_tier; the lexicographic optimum, if feasible */
    struct zj_calendar best;     /* the first optimal set met; heap */
    int64_t n_judged, n_lawful;
    bool broken[ZJ_N_ALL_RULES]; /* some set breaks an entry of the rule */
    bool held[ZJ_N_ALL_RULES];   /* some set breaks none */
    uint64_t mask[BRUTE_MASKS];  /* the sets of hard entries (by index in the policy) that some set breaks */
    int n_masks;
};

/* How many sets there are; INT64_MAX / 4 stands for that many or more. */
int64_t brute_calendar_count(const struct zj_instance *in, const struct zj_policy *pol,
                             const struct zj_taught *taught);
/* Judge them all; changes are counted against `keep`, which may be NULL. */
void brute_calendar_solve(const struct zj_instance *in, const struct zj_policy *pol,
                          const struct zj_taught *taught, const struct zj_calendar *keep,
                          struct brute_calendar *b);
void brute_calendar_release(struct brute_calendar *b);
/* <0, 0, >0: the values a are lexicographically better than, equal to, worse than b. */
int brute_calendar_compare(const int64_t *a, const int64_t *b);

#endif
