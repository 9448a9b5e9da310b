#include "models/timetable/outcome.h"

#include "solver/base/i18n.h"
#include "solver/engine/lp.h"

#include <stdlib.h>
#include <string.h>

void tt_outcome_release(struct tt_outcome *o)
{
    zj_lessons_release(&o->lessons);
    free(o->unmet);
    memset(o, 0, sizeof *o);
}

enum zj_status tt_outcome_check(const struct tt_outcome *o, struct zj_err *err)
{
    for (int k = 0; k < ZJ_N_LESSON_TIERS && o->lack == 0; k++) {
        enum zj_tier t = zj_lesson_tiers[k];
        if (o->bound[t] != -LP_INF && o->bound[t] > o->value[t])
            return zj_fail(err, ZJ_EINTERNAL, _("the bound of the aim '%s' is above a plan's value"),
                           zj_tier_name(t));
    }
    return ZJ_OK;
}

static bool better(const struct tt_outcome *a, const struct tt_outcome *b)
{
    if (a->lack != b->lack)
        return a->lack < b->lack;
    for (int k = 0; k < ZJ_N_LESSON_TIERS; k++) {
        const enum zj_tier t = zj_lesson_tiers[k];
        if (a->value[t] != b->value[t])
            return a->value[t] < b->value[t];
    }
    return false;
}

/* A bound of a tier supposes no more of the earlier tiers than its own plan has. */
static void take_bounds(struct tt_outcome *o, const struct tt_outcome *from)
{
    bool holds = true;

    for (int k = 0; k < ZJ_N_LESSON_TIERS && holds; k++) {
        const enum zj_tier t = zj_lesson_tiers[k];
        if (from->bound[t] > o->bound[t])
            o->bound[t] = from->bound[t];
        holds = from->value[t] >= o->value[t];
    }
}

void tt_outcome_join(struct tt_outcome *o, struct tt_outcome *other)
{
    if (better(other, o)) {
        const struct tt_outcome x = *o;
        *o = *other;
        *other = x;
    }
    take_bounds(o, other);
    o->rounds += other->rounds;
    o->hopeless |= other->hopeless;
    o->out_of_rounds |= other->out_of_rounds;
    tt_outcome_release(other);
}
