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
#include "solver/verify/age.h"
#include "solver/verify/check.h"

static bool has_flag(const struct zj_rule *r, const struct zj_teacher *t)
{
    for (int i = 0; i < t->flags.n; i++)
        if (zj_ids_has(&r->flags, t->flags.v[i]))
            return true;
    return false;
}

static int retirement_month(const struct zj_rule *r, const struct zj_retire_line *line, int32_t birth)
{
    int month = vf_month(birth) + line->base, delay = 0;

    if (r->table_from != ZJ_NO_DATE && month >= vf_month(r->table_from)) {
        delay = 1 + (line->step > 0 ? (month - vf_month(r->table_from)) / line->step : 0);
        if (delay > line->cap - line->base)
            delay = line->cap - line->base;
    }
    return month + delay;
}

static bool near_retirement(const struct zj_rule *r, const struct zj_teacher *t, int32_t day)
{
    const struct zj_retire_line *line = &r->table[t->retire_class];

    return r->retire_within_years != ZJ_NONE && line->set &&
           vf_add_years(day, r->retire_within_years) > vf_month_end(retirement_month(r, line, t->birth));
}

void check_exempt(struct vf_check *c, const struct zj_rule *r)
{
    for (int i = 0; i < c->stays.n_planned; i++) {
        const struct vf_stay *s = &c->stays.v[i];
        const struct zj_teacher *t = &c->in->teacher[s->teacher];

        if (vf_concerns(c, r, s))
            vf_found_posting(c, r, s, ZJ_NO_VALUE, ZJ_NO_VALUE,
                             has_flag(r, t) || near_retirement(r, t, s->start));
    }
}
