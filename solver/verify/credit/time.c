/*
 * time.c - time served, in half-years.
 */
#include "solver/verify/age.h"
#include "solver/verify/credit/ledger.h"
#include "solver/verify/filter.h"

/* Of a half-year, and how much of one is taken for the whole: the lengths of history.csv are read so too. */
enum { HALF_YEAR_DAYS = 180, MOST_OF_IT = 90 };

int64_t vf_half_years(int32_t start, int32_t end)
{
    if (end < start)
        return 0;
    int years = vf_years(start, end + 1);
    int32_t left = end + 1 - vf_add_years(start, years);

    return 2 * (int64_t)years + (left + MOST_OF_IT) / HALF_YEAR_DAYS;
}

bool vf_stay_is_of(const struct vf_ledger *l, const struct zj_rule *r, const struct vf_stay *s)
{
    return vf_kind_is(r, s) && vf_stay_passes(l->in, &r->where, s);
}

/* Of the part of a stay from `start` to `end`. A length that history.csv states holds for the whole stay. */
static int64_t length_of(const struct vf_ledger *l, const struct vf_stay *s, int32_t start, int32_t end)
{
    int64_t by_days = vf_half_years(start, end);
    int stated = s->planned ? ZJ_NONE : l->in->history[s->row].terms;

    if (stated == ZJ_NONE)
        return by_days;
    return (start == s->start && end == s->end) || stated < by_days ? stated : by_days;
}

struct vf_time vf_time_of_stays(const struct vf_ledger *l, const struct zj_rule *r, int teacher,
                                int32_t since, vf_owner_of *owner)
{
    int32_t until = l->credit->until, free_from = since;
    struct vf_time time = {0};

    for (int i = l->first_stay[teacher]; i < l->first_stay[teacher + 1]; i++) {
        const struct vf_stay *s = &l->stays.v[l->stay[i]];
        enum vf_owner whose = owner(l, r, s);
        if (whose == VF_NOT_COUNTED || s->start > until)
            continue;
        int32_t start = s->start > free_from ? s->start : free_from;
        int32_t end = s->end < until ? s->end : until;
        if (whose == VF_COUNTED_HERE) {
            time.any = true;
            time.goes_on = time.goes_on || s->end >= until;
            time.half_years += start <= end ? length_of(l, s, start, end) : 0;
        }
        free_from = end >= free_from ? end + 1 : free_from;
    }
    return time;
}
