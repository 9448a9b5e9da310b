/*
 * count_home_credit.c - time at the home school counts as service.
 *
 * Policy   a rural school is served by those whose home it is, too: what promotion asks for need not be a
 *          posting.
 * Counted  half-years of a teacher who passes `where` from here_since to the last day, less those on
 *          postings from the home school. Nothing is known of a teacher without here_since.
 * Given    the half-years to the account `as`.
 */
#include "solver/verify/credit/ledger.h"
#include "solver/verify/filter.h"
#include "solver/verify/sum.h"

static enum vf_owner away_from_home(const struct vf_ledger *l, const struct zj_rule *r,
                                    const struct vf_stay *s)
{
    (void)r;
    return s->from == l->in->teacher[s->teacher].school ? VF_COUNTED_HERE : VF_NOT_COUNTED;
}

void count_home_credit(struct vf_ledger *l, const struct zj_rule *r, int teacher)
{
    int32_t since = l->in->teacher[teacher].here_since;
    struct zj_credit_line line = {.teacher = teacher,
                                  .rule = r,
                                  .what = ZJ_CR_HOME,
                                  .need = ZJ_NO_CREDIT_NEED,
                                  .unknown = since == ZJ_NO_DATE};

    if (!vf_teacher_passes(l->in, &r->where, teacher, l->credit->until))
        return;
    if (!line.unknown) {
        struct vf_time away = vf_time_of_stays(l, r, teacher, since, away_from_home);
        line.have = vf_over(vf_half_years(since, l->credit->until) - away.half_years);
    }
    line.met = line.have > 0;
    line.given = vf_times(line.have, ZJ_CREDIT_HALF_YEAR);
    vf_ledger_add(l, &line);
}
