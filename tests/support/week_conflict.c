#include "tests/support/week_conflict.h"

#include "tests/support/week_lift.h"

#include <string.h>

enum { MAX_PARTS = 60 };

static const char *judge(const struct week_trial *t, const struct zj_conflict_part *parts, int n, bool *in,
                         bool is, struct week_conflicts *seen)
{
    struct week_truth truth;
    const char *why = NULL;

    week_with_parts(t, parts, n, in, WEEK_NODES, &truth);
    if (is && truth.feasible)
        why = "the parts of a conflict can be kept together";
    if (!is && !truth.feasible && truth.finished)
        why = "a part of the conflict is not needed";
    seen->n_judged += is && truth.finished;
    seen->n_needed += !is && truth.feasible;
    seen->n_open += !truth.finished && !truth.feasible;
    week_truth_release(&truth);
    return why;
}

static const char *judge_conflict(const struct week_trial *t, const struct zj_conflict_part *parts, int n,
                                  struct week_conflicts *seen)
{
    bool in[MAX_PARTS];
    const char *why;

    for (int k = 0; k < n; k++)
        in[k] = true;
    why = judge(t, parts, n, in, true, seen);
    for (int k = 0; k < n && !why; k++) {
        in[k] = false;
        why = judge(t, parts, n, in, false, seen);
        in[k] = true;
        seen->n_numbers += parts[k].have != ZJ_NO_VALUE;
        if (!why && parts[k].rule == ZJ_R_need && parts[k].have != ZJ_NO_VALUE &&
            parts[k].have >= parts[k].need)
            why = "a need of a conflict can be had";
    }
    seen->n_conflicts++;
    seen->n_parts += n;
    return why;
}

static bool named_twice(const struct zj_plan *p)
{
    for (int k = 1; k < p->n_conflict; k++)
        for (int i = 0; i < k; i++)
            if (p->conflict[i].rule == p->conflict[k].rule && p->conflict[i].index == p->conflict[k].index &&
                strcmp(p->conflict[i].where, p->conflict[k].where) == 0)
                return true;
    return false;
}

const char *wrong_week_conflicts(const struct week_trial *t, struct week_conflicts *seen)
{
    const struct zj_plan *p = &t->plan;
    const char *why = NULL;

    if (p->n_conflict == 0 || p->n_conflict > MAX_PARTS)
        return "no week, and no conflict is named";
    if (!p->conflict_minimal)
        return "not called minimal, though nothing stopped the search";
    if (named_twice(p))
        return "a part is named twice";
    for (int i = 0, k; i < p->n_conflict && !why; i = k) {
        for (k = i; k < p->n_conflict && p->conflict[k].group == p->conflict[i].group;)
            k++;
        why = judge_conflict(t, p->conflict + i, k - i, seen);
    }
    return why;
}
