/*
 * verify_calendar.c - every rule of calendars, asked of one plan.
 */
#include "solver/verify/calendar/calendar.h"
#include "solver/verify/verify.h"

#include <string.h>

typedef void check_fn(struct vf_year *y, const struct zj_rule *r);

static check_fn *const checks[ZJ_N_ALL_RULES] = {
#define ZJ_RULE(id, ...) [ZJ_R_##id] = check_calendar_##id,
#include "solver/data/calendar_rules.def"
#undef ZJ_RULE
};

/* Does the entry say what always holds, or more? */
static bool is_whole(const struct zj_rule *r, enum zj_sharer sharer)
{
    return r->id == ZJ_R_no_overlap && r->sharer == sharer && r->hard && r->events.n == 0 && r->where.empty;
}

/* People and rooms have one activity at a time, whether an entry of the policy says so or not. */
static void check_implied_overlap(struct vf_year *y, enum zj_sharer sharer)
{
    for (int k = 0; k < y->pol->n_calendar_rules; k++)
        if (is_whole(&y->pol->calendar_rule[k], sharer))
            return; /* it is asked with the other entries */
    const struct zj_rule rule = {
        .id = ZJ_R_no_overlap, .index = -1, .hard = true, .where = {.empty = true}, .sharer = sharer};
    check_calendar_no_overlap(y, &rule);
}

void zj_verify_calendar(const struct zj_instance *in, const struct zj_policy *pol,
                        const struct zj_calendar *calendar, const struct zj_taught *taught,
                        const struct zj_calendar *keep, struct zj_verdict *v)
{
    static const struct zj_taught nothing = {{NULL}};
    struct vf_year y = {.in = in, .pol = pol, .taught = taught ? taught : &nothing, .keep = keep, .v = v};

    memset(v, 0, sizeof *v);
    for (int i = 0; i < calendar->n; i++)
        zj_calendar_add(&y.plan, &calendar->v[i]);
    zj_calendar_sort(&y.plan);
    check_calendar_definition(&y, &(struct zj_rule){.id = ZJ_R_window, .index = -1, .hard = true});
    check_calendar_pins(&y, &(struct zj_rule){.id = ZJ_R_pins, .index = -1, .hard = true});
    check_implied_overlap(&y, ZJ_SHARER_PERSON);
    check_implied_overlap(&y, ZJ_SHARER_ROOM);
    for (int k = 0; k < pol->n_calendar_rules; k++)
        checks[pol->calendar_rule[k].id](&y, &pol->calendar_rule[k]);
    vf_year_tiers(&y);
    zj_calendar_release(&y.plan);
    zj_arena_release(&y.scratch);
}
