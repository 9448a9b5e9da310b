#include "models/common/settle.h"

#include "models/common/filter.h"

static int settle_of(const struct zj_instance *in, const struct zj_policy *pol, int32_t on, int teacher)
{
    int most = ZJ_NONE; /* less than any number */

    for (int i = 0; i < pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &pol->lesson_rule[i];
        if (r->id == ZJ_R_travel_time && r->settle_minutes > most &&
            mc_teacher_passes(in, &r->where, teacher, on, -1))
            most = r->settle_minutes;
    }
    return most == ZJ_NONE ? pol->settle_minutes : most;
}

int mc_settle_minutes(const struct zj_instance *in, const struct zj_policy *pol, int32_t on, int *minutes)
{
    int least = pol->settle_minutes;

    for (int t = 0; t < in->n_teachers; t++) {
        minutes[t] = settle_of(in, pol, on, t);
        if (t == 0 || minutes[t] < least)
            least = minutes[t];
    }
    return least;
}
