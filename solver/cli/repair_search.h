/*
 * repair_search.h - questions about changed cases, so many of them, and the repairs that were found.
 *
 * A change is asked with as many steps as it may have first, so that one answer rules it out. What is kept
 * has no change that could be left out.
 */
#ifndef ZJ_CLI_REPAIR_SEARCH_H
#define ZJ_CLI_REPAIR_SEARCH_H

#include "solver/cli/repair.h"
#include "solver/cli/repair_groups.h"

enum { REPAIR_MAX_KEPT = 10, REPAIR_MAX_TRIED = 200 };

struct repair_search {
    const struct repair_options *opt;
    struct zj_plan *plan; /* its repairs are those kept so far */
    int64_t deadline;     /* lp_clock_ms(), 0 = none */
    int left;             /* questions; the search for a base leaves half of them */
    struct repair_groups groups;
    struct repair_changes base; /* one of each conflict, together enough when has_base */
    bool has_base;
    struct zj_repair tried[REPAIR_MAX_TRIED]; /* lists of which one number was looked for: it is 0 there */
    int n_tried;
};

/* No more questions: their number, the time limit, or the user says so. */
bool repair_over(const struct repair_search *s);
/* Solve with the changes. *yes: there is a plan, judged. `found` (may be NULL) gets the answer. */
enum zj_status repair_probe(struct repair_search *s, const struct repair_changes *list, bool explain,
                            bool *yes, struct zj_plan *found, struct zj_err *err) ZJ_MUST_CHECK;
/* Add k steps of the change; more steps of one that is there already. */
void repair_merge(struct repair_changes *list, const struct repair_change *change, int k);
/* Where the change is in the list, with whatever steps; -1 = nowhere. */
int repair_place_of(const struct repair_changes *list, const struct repair_change *change);
/* Order of repairs by what they change. 0 = the same. */
int repair_compare(const struct zj_repair *x, const struct zj_repair *y);
/* Add a list that was found to be enough to the plan's repairs, less what it can do without. */
enum zj_status repair_keep(struct repair_search *s, struct repair_changes *list,
                           struct zj_err *err) ZJ_MUST_CHECK;
/* Keep the list with the least number of steps of one change, the others standing, if there is one. */
enum zj_status repair_try_steps(struct repair_search *s, struct repair_changes *list, int which,
                                struct zj_err *err) ZJ_MUST_CHECK;

#endif
