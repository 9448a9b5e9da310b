#include "models/timetable/cuts.h"
#include "models/timetable/search.h"
#include "models/timetable/tree.h"

#include <stdlib.h>

enum { FEW_WEEKS = 400000 };

/* What a part may have of an earlier tier: the value of all, less the bounds of the other parts. */
static int64_t allowance(const struct tt_search *s, int part, enum zj_tier tier)
{
    int64_t most = s->value[tier] - (tier == ZJ_T_UNMET ? s->parts.orphaned : 0);

    for (int i = 0; i < s->parts.n; i++) {
        if (i == part)
            continue;
        if (s->parts.part[i].bound[tier] == -LP_INF)
            return INT64_MAX;
        most -= s->parts.part[i].bound[tier];
    }
    return most;
}

static enum zj_status bound_part(struct tt_search *s, int part, enum zj_tier tier, int64_t nodes,
                                 struct zj_err *err)
{
    struct tt_part *q = &s->parts.part[part];
    int64_t cost[ZJ_MAX_TIERS];
    struct zj_lessons lessons = {0};
    struct tt_residue r;
    struct tt_master m;
    struct tt_generated got;
    char *of;

    tt_board_lessons(s->best, &lessons);
    zj_lessons_sort(s->p->in, &lessons);
    tt_residue_init(&r, q, NULL, &lessons);
    tt_master_init(&m, &q->x, r.people, r.demand, r.blocks);
    for (size_t k = 0; k < TT_N_ADDITIVE && tt_additive[k] != tier; k++)
        m.most[tt_additive[k]] = allowance(s, part, tt_additive[k]);
    tt_master_aim(&m, tier);
    tt_cut_visits(&m, q, &of);
    tt_add_lessons(&m, q, NULL, &lessons, cost);
    enum zj_status status = tt_master_generate(&m, &s->limits, 0, cost[tier], &got, err);
    if (status == ZJ_OK && got.status == LP_OPTIMAL && got.bound < cost[tier] && nodes > 0) {
        struct tt_tree tree;
        status = tt_tree_bound(&m, &s->limits, got.bound, cost[tier], nodes, &tree, err);
        got.bound = tree.bound;
        s->rounds += tree.nodes;
    }
    if (status == ZJ_OK && got.bound > q->bound[tier])
        q->bound[tier] = got.bound;
    tt_master_release(&m);
    free(of);
    tt_residue_release(&r);
    zj_lessons_release(&lessons);
    return status;
}

enum zj_status tt_search_bound(struct tt_search *s, enum zj_tier tier, int64_t nodes, struct zj_err *err)
{
    int64_t sum = tier == ZJ_T_UNMET ? s->parts.orphaned : 0;

    if (s->bound[tier] == s->value[tier] && s->lack == 0) /* proved */
        return ZJ_OK;
    if (s->lack > 0 && tier != ZJ_T_UNMET) /* what the earlier tiers have is not a plan's */
        return ZJ_OK;
    for (int i = 0; i < s->parts.n; i++) {
        ZJ_TRY(bound_part(s, i, tier, nodes, err));
        if (s->parts.part[i].bound[tier] == -LP_INF || sum == -LP_INF)
            sum = -LP_INF;
        else
            sum += s->parts.part[i].bound[tier];
    }
    if (sum > s->bound[tier])
        s->bound[tier] = sum;
    return ZJ_OK;
}

/* Can the part keep the earlier tiers' values with weeks of at most so many minutes, as far as the
   bound tells? */
static enum zj_status may_have(struct tt_search *s, int part, int64_t minutes, bool *may, struct zj_err *err)
{
    const struct tt_part *q = &s->parts.part[part];
    const int64_t most = allowance(s, part, ZJ_T_UNMET);
    struct tt_residue r;
    struct tt_master m;
    struct tt_generated got;

    tt_residue_init(&r, q, NULL, &(struct zj_lessons){0});
    tt_master_init(&m, &q->x, r.people, r.demand, r.blocks);
    m.most[ZJ_T_SOFT] = allowance(s, part, ZJ_T_SOFT);
    m.most[ZJ_T_TRAVEL] = allowance(s, part, ZJ_T_TRAVEL);
    m.most_minutes = minutes;
    tt_master_aim(&m, ZJ_T_UNMET);
    enum zj_status status =
        most == INT64_MAX ? ZJ_OK : tt_master_generate(&m, &s->limits, 0, most + 1, &got, err);
    *may = most == INT64_MAX || status != ZJ_OK || got.bound <= most;
    tt_master_release(&m);
    tt_residue_release(&r);
    return status;
}

static int64_t n_weeks(const struct tt_part *q)
{
    int64_t n = 0;

    for (int t = 0; t < q->x.n; t++)
        n += q->x.type[t].weeks->n_plans;
    return n;
}

enum zj_status tt_search_fairness(struct tt_search *s, struct zj_err *err)
{
    int64_t least = 0;

    for (int i = 0; i < s->parts.n && s->lack == 0; i++) {
        int64_t above = s->value[ZJ_T_FAIRNESS]; /* the answer lies in [least, above] */
        while (least < above && n_weeks(&s->parts.part[i]) <= FEW_WEEKS && !tt_search_stopped(s)) {
            int64_t middle = least + (above - least) / 2;
            bool may;
            ZJ_TRY(may_have(s, i, middle, &may, err));
            if (may)
                above = middle;
            else
                least = middle + 1;
        }
    }
    if (least > s->bound[ZJ_T_FAIRNESS])
        s->bound[ZJ_T_FAIRNESS] = least;
    return ZJ_OK;
}
