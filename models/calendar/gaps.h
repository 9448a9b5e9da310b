/*
 * gaps.h - what limits on the days between activities leave to longer pieces of a term.
 *
 * Let s[j] be the number of occurrences of a place on the first j days of the term. The limits of a rule of
 * spacing are all of the form s[j] - s[i] <= c, so what they leave to some of the s[j] is again of that form:
 * c is then the length of the shortest way from i to j in the graph that has an edge of length c for each
 * limit. Nothing is lost by it, neither for whole numbers nor for fractions.
 */
#ifndef MODELS_CALENDAR_GAPS_H
#define MODELS_CALENDAR_GAPS_H

#include <stdbool.h>
#include <stdint.h>

/* The days of one place in one term, and its limits. Borrowed. */
struct cal_gaps {
    int n_days;           /* of the term, vacation included */
    int n_inside;         /* of them, those before the vacation */
    const int64_t *times; /* by day from 0: so many occurrences at most */
    int min_days;         /* at most one in so many days; ZJ_NONE = no limit */
    int max_days;         /* at least one in so many days inside; ZJ_NONE = no limit */
};

/*
 * most[j], for j from 0 to n_days: the greatest s[j] - s[from]. False when no occurrences at all keep the
 * limits; most[] says nothing then.
 */
bool cal_gaps_most(const struct cal_gaps *g, int from, int64_t *most);

/* Ends of pieces, one after the other. */
struct cal_ends {
    const struct cal_gaps *g;
    const int *day; /* number of days before each; that of the first is 0 */
    int n;
    int64_t **most; /* by end: what cal_gaps_most says from there; heap */
};

/* False when no occurrences at all keep the limits. The arguments are borrowed; e is to be released. */
bool cal_ends_init(struct cal_ends *e, const struct cal_gaps *g, const int *day, int n);
void cal_ends_release(struct cal_ends *e);
/*
 * The least and the greatest number of occurrences between the ends a < b; INT64_MIN and INT64_MAX where the
 * limits between these ends and others in between say as much. False when both are.
 */
bool cal_ends_limit(const struct cal_ends *e, int a, int b, int64_t *lo, int64_t *hi);

#endif
