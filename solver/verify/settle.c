#include "solver/verify/settle.h"

int vf_settle_minutes(const struct zj_instance *in, const struct zj_policy *pol, int teacher, int32_t day)
{
    int most = -1;

    for (int k = 0; k < pol->n_lesson_rules; k++) {
        const struct zj_rule *r = &pol->lesson_rule[k];

        if (r->id == ZJ_R_travel_time && r->settle_minutes > most &&
            vf_teacher_passes(in, &r->where, teacher, day))
            most = r->settle_minutes;
    }
    return most < 0 ? pol->settle_minutes : most;
}
