/*
 * check_age_limit.c - nobody above the age limit is sent.
 *
 * Policy    Completed years on the first day of the posting are below the limit for the sex, or at most
 *           the limit when it is inclusive (及以下). A sex without a limit is free.
 * Place     Postings of the plan, of the rule's kinds, that `where` selects.
 * Counted   need = the limit; have = completed years. Born on 29 February: 1 March in common years.
 * Shortfall 1 for each offending posting.
 * Units     Years.
 * Example   Enshi scheme: 农村学校则分期分批派男50周岁、女45周岁以下的教师到城区学校跟岗学习.
 */
#include "solver/verify/age.h"
#include "solver/verify/check.h"
#include "solver/verify/person.h"

void check_age_limit(struct vf_check *c, const struct zj_rule *r)
{
    for (int i = 0; i < c->stays.n_planned; i++) {
        const struct vf_stay *s = &c->stays.v[i];
        const struct zj_teacher *teacher = &c->in->teacher[s->teacher];
        int limit = r->max_age[teacher->sex];

        if (limit == ZJ_NONE || !vf_concerns(c, r, s))
            continue;
        int years = vf_years(teacher->birth, s->start);
        vf_found_posting(c, r, s, limit, years, vf_is_too_old(r, teacher->sex, years));
    }
}
