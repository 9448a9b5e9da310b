/*
 * repair.c - the search, in the order of what is likely to do.
 *
 * 1. Of a single conflict one change at one place.
 * 2. One rule at all its places: its numbers, or waived, where waiving it at one place was not enough.
 * 3. When that is not enough, or there are several conflicts: the cheapest change of each, as long as new
 *    conflicts come up; then every other change of a part in the place of its conflict's.
 * 4. Failing all that, every rule that came up waived.
 */
#include "solver/cli/repair.h"

#include "solver/cli/repair_search.h"
#include "solver/engine/lp.h"

#include <stdlib.h>
#include <string.h>

enum { USUAL_QUESTIONS = 80, FEW_EXPLAINED = 4 };

/* One change in the stead of all others. *does: it is enough. */
static enum zj_status try_alone(struct repair_search *s, const struct repair_change *c, bool *does,
                                struct zj_err *err)
{
    struct repair_changes list = {0};
    const int before = s->plan->n_repairs;

    repair_merge(&list, c, c->least);
    enum zj_status st = repair_try_steps(s, &list, 0, err);
    *does = s->plan->n_repairs > before;
    free(list.v);
    return st;
}

/* ---- one of each conflict ----------------------------------------------------------------------------- */

/* The cheapest change that has steps left. What a part asks for after those so far counts from there. */
static bool repair_group(struct repair_search *s, int group)
{
    const struct repair_changes *list = &s->groups.group[group];

    for (int i = 0; i < list->n; i++) {
        const struct repair_change *c = &list->v[i];
        const int at = repair_place_of(&s->base, c), before = at < 0 ? 0 : s->base.v[at].k,
                  k = before + c->least;
        if (before >= c->most)
            continue;
        repair_merge(&s->base, c, k > c->most ? c->most : k);
        return true;
    }
    return false;
}

/* One conflict after the other until there is a plan; so many are asked for. */
static enum zj_status find_base(struct repair_search *s, int most, struct zj_err *err)
{
    const int half = s->left / 2;
    int first = 0;

    while (!s->has_base && first < s->groups.n && s->left > half && most-- > 0 && !repair_over(s)) {
        struct zj_plan found;
        bool any = false;
        for (; first < s->groups.n; first++)
            any |= repair_group(s, first);
        if (!any)
            return ZJ_OK;
        enum zj_status st = repair_probe(s, &s->base, true, &s->has_base, &found, err);
        for (int k = 0;
             st == ZJ_OK && !s->has_base && k < zj_n_conflicts(&found) && s->groups.n < REPAIR_MAX_GROUPS;
             k++)
            repair_groups_add(&s->groups, &found, k);
        zj_plan_release(&found);
        ZJ_TRY(st);
    }
    return s->has_base ? repair_keep(s, &s->base, err) : ZJ_OK;
}

/* A waiver where a number of the rule will do beside the others. */
static bool is_worse(const struct repair_changes *base, const struct repair_change *c)
{
    bool worse = false;

    for (int i = 0; i < base->n && base->n > 1; i++)
        worse |= c->what == REPAIR_WAIVE && base->v[i].what == REPAIR_NUMBER && base->v[i].rule == c->rule &&
                 memcmp(&base->v[i].spot, &c->spot, sizeof c->spot) == 0;
    return worse;
}

/* The base without its change for this conflict, and with another one. */
static enum zj_status try_instead(struct repair_search *s, int group, const struct repair_change *c,
                                  struct zj_err *err)
{
    struct repair_changes list = {0};

    if (is_worse(&s->base, c))
        return ZJ_OK;
    for (int i = 0; i < s->base.n; i++)
        if (repair_place_of(&s->groups.group[group], &s->base.v[i]) < 0)
            repair_merge(&list, &s->base.v[i], s->base.v[i].k);
    repair_merge(&list, c, c->least);
    enum zj_status st = repair_try_steps(s, &list, repair_place_of(&list, c), err);
    free(list.v);
    return st;
}

/* ---- the order ---------------------------------------------------------------------------------------- */

/* Questions that are kept for waivers at all places. */
static int reserve(const struct repair_search *s)
{
    int n = 2;

    for (int i = 0; i < s->groups.wide.n; i++)
        n += s->groups.wide.v[i].what == REPAIR_WAIVE;
    return n;
}

static bool is_waived_by(const struct repair_change *c, const struct zj_rule *rule)
{
    return c->what == REPAIR_WAIVE && c->rule == rule;
}

/* Changes at one place. A rule that need not bind there need not be waived everywhere. */
static enum zj_status try_singles(struct repair_search *s, struct zj_err *err)
{
    const struct repair_changes *list = &s->groups.group[0];

    for (int i = 0; i < list->n && s->left > reserve(s); i++) {
        bool does = false;
        ZJ_TRY(try_alone(s, &list->v[i], &does, err));
        for (int k = 0; does && k < s->groups.wide.n; k++)
            if (list->v[i].what == REPAIR_WAIVE && is_waived_by(&s->groups.wide.v[k], list->v[i].rule))
                s->groups.places[k] = 0;
    }
    return ZJ_OK;
}

/* Waivers (`waived`) or numbers at all places of their rule. */
static enum zj_status try_wide(struct repair_search *s, bool waived, struct zj_err *err)
{
    for (int i = 0; i < s->groups.wide.n && !repair_over(s); i++) {
        const struct repair_change c = s->groups.wide.v[i];
        bool does;
        if ((c.what == REPAIR_WAIVE) == waived && s->groups.places[i] > !waived)
            ZJ_TRY(try_alone(s, &c, &does, err));
    }
    return ZJ_OK;
}

static enum zj_status try_all_waived(struct repair_search *s, struct zj_err *err)
{
    struct repair_changes list = {0};
    bool yes = false;

    for (int i = 0; i < s->groups.wide.n; i++)
        if (s->groups.wide.v[i].what == REPAIR_WAIVE)
            repair_merge(&list, &s->groups.wide.v[i], 1);
    enum zj_status st = list.n > 0 ? repair_probe(s, &list, false, &yes, NULL, err) : ZJ_OK;
    if (st == ZJ_OK && yes)
        st = repair_keep(s, &list, err);
    free(list.v);
    return st;
}

static enum zj_status look(struct repair_search *s, struct zj_err *err)
{
    const int n = zj_n_conflicts(s->plan);

    for (int k = 0; k < n && s->groups.n < REPAIR_MAX_GROUPS; k++)
        repair_groups_add(&s->groups, s->plan, k);
    const bool single = n == 1 && s->groups.n == 1;
    if (single)
        ZJ_TRY(try_singles(s, err));
    const int so_far = s->plan->n_repairs;
    ZJ_TRY(try_wide(s, true, err));
    ZJ_TRY(try_wide(s, false, err));
    if (!single || so_far == 0)
        ZJ_TRY(find_base(s, s->plan->n_repairs ? FEW_EXPLAINED : REPAIR_MAX_GROUPS, err));
    for (int g = 0; s->has_base && g < s->groups.n; g++)
        for (int i = 0; i < s->groups.group[g].n && !repair_over(s); i++)
            ZJ_TRY(try_instead(s, g, &s->groups.group[g].v[i], err));
    return s->plan->n_repairs > 0 ? ZJ_OK : try_all_waived(s, err);
}

static int compare_repair(const void *a, const void *b)
{
    const struct zj_repair *x = a, *y = b;

    return x->cost != y->cost ? (x->cost > y->cost) - (x->cost < y->cost) : repair_compare(x, y);
}

enum zj_status cli_repair(const struct repair_options *opt, struct zj_plan *plan, struct zj_err *err)
{
    struct repair_search s = {
        .opt = opt, .plan = plan, .left = opt->questions ? opt->questions : USUAL_QUESTIONS};

    s.groups = (struct repair_groups){.what = &opt->what, .a = &plan->arena};
    s.deadline = opt->time_limit_ms ? lp_clock_ms() + opt->time_limit_ms : 0;
    plan->n_repairs = 0;
    plan->repair = zj_alloc_n(&plan->arena, REPAIR_MAX_KEPT, sizeof *plan->repair);
    enum zj_status st = look(&s, err);
    if (plan->n_repairs)
        qsort(plan->repair, (size_t)plan->n_repairs, sizeof *plan->repair, compare_repair);
    repair_groups_release(&s.groups);
    free(s.base.v);
    return st;
}
