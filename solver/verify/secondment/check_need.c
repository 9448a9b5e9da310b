/*
 * check_need.c - periods that nobody's load covers.
 *
 * Policy    In each term, at each school and for each subject, the load of those who are there covers the
 *           periods that the classes need.
 * Place     (school, subject) of the demand table, schools that `where` selects, subjects among `subjects`;
 *           every term.
 * Counted   need = periods a week times classes; have = weekly load of the home teachers present whose main
 *           subject it is, and of those posted in to teach it.
 * Shortfall Periods missing. Soft: they are a tier of the objective by themselves and carry no weight here.
 * Units     Periods a week.
 * Example   Libo scheme: 点对点交流、结构补缺、跨校执教; Yangcheng scheme: 教师资源相对匮乏的成员学校.
 */
#include "solver/verify/supply.h"

void check_need(struct vf_check *c, const struct zj_rule *r)
{
    for (int t = 0; t < c->in->n_terms; t++) {
        for (int i = 0; i < c->supply->n; i++) {
            const struct vf_need *row = &c->supply->v[i];

            if (vf_need_is(c, r, row))
                vf_found(c, r, vf_where_cell(c, row->school, zj_word(c->in, row->subject), t), row->periods,
                         row->have[t], vf_over(row->periods - row->have[t]));
        }
    }
}
