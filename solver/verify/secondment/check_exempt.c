/*
 * check_exempt.c - whom the document spares is not sent.
 *
 * Policy    Teachers with one of the flags, or with fewer than so many years to retirement, take no posting.
 * Place     Postings of the plan, of the rule's kinds, that `where` selects.
 * Counted   Retirement month = month of birth + base + delay. The delay is 0 when birth + base lies before
 *           the month of `from`; else 1 month, and one more for each full `step` of months since, but never
 *           past the cap. Spared when the first day of the posting, `retire_within_years` later, comes
 *           after the last day of that month. No numbers.
 * Shortfall 1 for each offending posting.
 * Units     Postings; the table is in months.
 * Example   County text on rotation: 处于孕期、哺乳期、患病、离退休时间不足3年…可不交流轮岗.
 */
#include "solver/verify/check.h"
#include "solver/verify/person.h"

void check_exempt(struct vf_check *c, const struct zj_rule *r)
{
    for (int i = 0; i < c->stays.n_planned; i++) {
        const struct vf_stay *s = &c->stays.v[i];
        const struct zj_teacher *t = &c->in->teacher[s->teacher];

        if (vf_concerns(c, r, s))
            vf_found_posting(c, r, s, ZJ_NO_VALUE, ZJ_NO_VALUE, vf_is_spared(r, t, s->start));
    }
}
