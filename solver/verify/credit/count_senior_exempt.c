/*
 * count_senior_exempt.c - who has served so long at other schools and still serves takes no senior post.
 *
 * Policy   "任教满三年且继续在乡镇学校任教…不占核心校的专业技术高级岗位结构比例"
 * Counted  half-years of the teacher's postings of the entry's kinds that pass `where`, up to the last day.
 * Given    nothing; met when they are `years`, and one of the postings runs on the last day.
 */
#include "solver/verify/credit/ledger.h"

static enum vf_owner this_entry(const struct vf_ledger *l, const struct zj_rule *r, const struct vf_stay *s)
{
    return vf_stay_is_of(l, r, s) ? VF_COUNTED_HERE : VF_NOT_COUNTED;
}

void count_senior_exempt(struct vf_ledger *l, const struct zj_rule *r, int teacher)
{
    struct vf_time time = vf_time_of_stays(l, r, teacher, INT32_MIN, this_entry);
    int64_t need = 2 * (int64_t)r->years;
    const struct zj_credit_line line = {.teacher = teacher,
                                        .rule = r,
                                        .what = ZJ_CR_SENIOR,
                                        .have = time.half_years,
                                        .need = need,
                                        .met = time.half_years >= need && time.goes_on,
                                        .goes_on = time.goes_on};

    if (time.any)
        vf_ledger_add(l, &line);
}
