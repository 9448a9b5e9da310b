/*
 * cons_capacity.c - a lead has teachers enough for what quotas ask of its members. usually HARD
 *
 * Policy  Liuzhou: "派出不少于3名骨干教师到联合单位支教" for each joined school, every year.
 * Sets    leads l that `where` selects; hard quotas q of secondments over pairs from lead to member that
 *         count starts and have a min; periods e of q; able(l,q,t): teachers of l who may start in term t
 *         a posting that q counts, whatever the host.
 * Vars    x[l,m]                                                           (model.h)
 * Rows    each l, q, e:  sum over members m that q selects of min x[l,m] <= sum over t in e of |able(l,q,t)|
 *         Necessary for a plan of secondments: who starts twice in e does so in two terms.
 * Size    |leads| |q| |e| rows.
 * Check   solver/verify/pairing/check_capacity.c, which shares no code with this file.
 */
#include "models/pairing/model.h"
#include "models/secondment/families.h"

#include <stdlib.h>

static bool is_counted(const struct zj_rule *q)
{
    return q->id == ZJ_R_quota && q->hard && q->over == ZJ_OVER_PAIR && q->count == ZJ_STARTS &&
           q->direction == ZJ_LEAD_TO_MEMBER && q->min != ZJ_NONE && q->min > 0;
}

static bool speaks_of_host(const struct zj_filter *f)
{
    return f->host_school.n || f->host_community.n || f->host_stage.n || f->host_school_kind.n ||
           f->host_traits.n || f->host_role.n;
}

/* Does the hard rule bar the teacher from starting the posting, wherever it leads? */
static bool bars(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p)
{
    int32_t day = c->in->term[p->start].start;

    if (!r->hard || !sec_kind_in(r, c->pol->kind[p->kind].name) || speaks_of_host(&r->where) ||
        r->where.subject.n > 0 || !mc_teacher_passes(c->in, &r->where, p->teacher, day, -1))
        return false;
    switch (r->id) {
    case ZJ_R_eligibility:
        return !mc_teacher_passes(c->in, &r->filter, p->teacher, day, -1);
    case ZJ_R_age_limit:
        return cons_age_limit.offends(c, r, p);
    case ZJ_R_exempt:
        return cons_exempt.offends(c, r, p);
    case ZJ_R_volunteers:
        return cons_volunteers.offends(c, r, p);
    default:
        return false;
    }
}

static bool may_start(const struct sec_ctx *c, const struct zj_posting *p)
{
    const struct zj_kind *kind = &c->pol->kind[p->kind];
    const struct zj_teacher *t = &c->in->teacher[p->teacher];
    int shortest = kind->lengths.n > 0 ? kind->lengths.v[0] : 1;

    for (int i = 1; i < kind->lengths.n; i++)
        shortest = kind->lengths.v[i] < shortest ? kind->lengths.v[i] : shortest;
    bool from_member = c->in->school[t->school].role == ZJ_MEMBER; /* who leads further down is one, too */
    if (kind->direction == ZJ_MEMBER_TO_LEAD || (kind->direction == ZJ_LEAD_TO_MEMBER && from_member) ||
        !mc_any_or_has(&kind->start_terms, p->start) || p->start + shortest > c->in->n_terms ||
        !mc_any_or_has(&kind->posts, (int)t->post))
        return false;
    for (int k = 0; k < c->pol->n_rules; k++)
        if (bars(c, &c->pol->rule[k], p))
            return false;
    return true;
}

/* Is the teacher one of able(l,q,t)? */
static bool is_able(const struct sec_ctx *c, const struct zj_rule *q, int teacher, int term)
{
    struct zj_posting p = {.teacher = teacher, .start = term, .terms = 1, .subject = -1};
    bool any = false;

    for (int i = c->past_of[teacher]; i < c->past_of[teacher + 1]; i++)
        if (sec_past_active(&c->past[i], term))
            return false;
    if (!mc_teacher_passes(c->in, &q->filter, teacher, c->in->term[term].start, -1))
        return false;
    for (p.kind = 0; p.kind < c->pol->n_kinds && !any; p.kind++)
        any = sec_kind_in(q, c->pol->kind[p.kind].name) && may_start(c, &p);
    return any;
}

/* able[school * n_terms + t] */
static int64_t *count_able(const struct sec_ctx *c, const struct zj_rule *q)
{
    int64_t *able = zj_calloc((size_t)c->in->n_schools * (size_t)c->in->n_terms + 1, sizeof *able);

    for (int t = 0; t < c->in->n_teachers; t++)
        for (int term = 0; term < c->in->n_terms; term++)
            able[c->in->teacher[t].school * c->in->n_terms + term] += is_able(c, q, t, term);
    return able;
}

static void lead(struct pr_model *m, const struct zj_rule *r, const struct sec_ctx *c,
                 const struct zj_rule *q, int l, const int64_t *able)
{
    for (int e = 0; e < sec_n_periods(c, q->per); e++) {
        int first, last;
        int64_t have = 0;
        sec_period(c, q->per, e, &first, &last);
        for (int t = first; t <= last; t++)
            have += able[l * m->in->n_terms + t];
        mc_begin(&m->p);
        for (int k = m->of_lead[l]; k < m->of_lead[l + 1]; k++)
            if (mc_school_passes(m->in, &q->where, m->pair[k].member))
                mc_add(&m->p, k, q->min);
        mc_counts_needs(&m->p);
        mc_demand(&m->p, r, zj_printf(&m->arena, "%s %s", m->in->school[l].id, sec_period_text(c, q->per, e)),
                  INT64_MIN, have, 1);
    }
}

void pr_capacity(struct pr_model *m, const struct zj_rule *r)
{
    struct sec_ctx c;

    sec_ctx_init(&c, m->in, m->pol, NULL);
    for (int k = 0; k < m->pol->n_rules; k++) {
        const struct zj_rule *q = &m->pol->rule[k];
        if (!is_counted(q))
            continue;
        int64_t *able = count_able(&c, q);
        for (int l = 0; l < m->in->n_schools; l++)
            if (m->of_lead[l + 1] > m->of_lead[l] && pr_selects(m, r, l))
                lead(m, r, &c, q, l, able);
        free(able);
    }
    sec_ctx_release(&c);
}
