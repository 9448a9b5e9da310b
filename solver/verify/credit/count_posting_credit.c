/*
 * count_posting_credit.c - time on postings counts as service.
 *
 * Policy   "按实际工作时间认定支教经历"; "从城区学校（校区）流动到乡镇学校（校区）任教，视同农村学校任教经历"
 * Counted  half-years of the teacher's postings (history.csv, and the plan when one is given) of the
 *          entry's kinds that pass `where`, up to the last day. A posting counts once in an account: for
 *          the first entry that counts it.
 * Given    half-years x permille to the account `as`.
 */
#include "solver/verify/credit/ledger.h"
#include "solver/verify/sum.h"

static enum vf_owner first_entry(const struct vf_ledger *l, const struct zj_rule *r, const struct vf_stay *s)
{
    for (int k = 0; k < l->pol->n_credit_rules; k++) {
        const struct zj_rule *other = &l->pol->credit_rule[k];
        if (other->id == ZJ_R_posting_credit && other->account == r->account && vf_stay_is_of(l, other, s))
            return other == r ? VF_COUNTED_HERE : VF_COUNTED_ELSEWHERE;
    }
    return VF_NOT_COUNTED;
}

void count_posting_credit(struct vf_ledger *l, const struct zj_rule *r, int teacher)
{
    struct vf_time time = vf_time_of_stays(l, r, teacher, INT32_MIN, first_entry);
    const struct zj_credit_line line = {.teacher = teacher,
                                        .rule = r,
                                        .what = ZJ_CR_POSTINGS,
                                        .have = time.half_years,
                                        .need = ZJ_NO_CREDIT_NEED,
                                        .met = time.half_years > 0,
                                        .given = vf_times(time.half_years, r->permille)};

    if (time.any)
        vf_ledger_add(l, &line);
}
