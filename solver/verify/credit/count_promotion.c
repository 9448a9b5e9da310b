/*
 * count_promotion.c - years of service that the next title needs.
 *
 * Policy   whoever is to be promoted has taught at least a year at a rural or weak school
 * Counted  the account `as` of every teacher who passes `where`, when all entries that give have given.
 * Given    nothing; met when the account holds `years`.
 */
#include "solver/verify/credit/ledger.h"
#include "solver/verify/filter.h"

void count_promotion(struct vf_ledger *l, const struct zj_rule *r, int teacher)
{
    int64_t have = l->credit->account[teacher][r->account], need = (int64_t)r->years * ZJ_CREDIT_YEAR;
    const struct zj_credit_line line = {.teacher = teacher,
                                        .rule = r,
                                        .what = ZJ_CR_PROMOTION,
                                        .have = have,
                                        .need = need,
                                        .met = have >= need};

    if (vf_teacher_passes(l->in, &r->where, teacher, l->credit->until))
        vf_ledger_add(l, &line);
}
