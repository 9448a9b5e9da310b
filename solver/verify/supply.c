#include "solver/verify/supply.h"

#include <stdlib.h>

static int by_school(const void *pa, const void *pb)
{
    const struct vf_need *a = pa, *b = pb;

    if (a->school != b->school)
        return a->school < b->school ? -1 : 1;
    return (a->subject > b->subject) - (a->subject < b->subject);
}

static struct vf_need *find(const struct vf_supply *s, int school, int subject)
{
    struct vf_need key = {.school = school, .subject = subject};

    return s->n > 0 ? bsearch(&key, s->v, (size_t)s->n, sizeof key, by_school) : NULL;
}

static void add_demand(struct vf_supply *s, struct zj_arena *a, const struct zj_instance *in)
{
    int kept = 0;

    s->v = zj_alloc_n(a, (size_t)in->n_demand, sizeof *s->v);
    for (int i = 0; i < in->n_demand; i++) {
        const struct zj_demand *d = &in->demand[i];

        s->v[i] = (struct vf_need){
            .school = d->school, .subject = d->subject, .periods = vf_times(d->periods, d->classes)};
    }
    if (in->n_demand > 0)
        qsort(s->v, (size_t)in->n_demand, sizeof *s->v, by_school);
    for (int i = 0; i < in->n_demand; i++) {
        if (kept > 0 && by_school(&s->v[kept - 1], &s->v[i]) == 0)
            s->v[kept - 1].periods = vf_plus(s->v[kept - 1].periods, s->v[i].periods);
        else
            s->v[kept++] = s->v[i];
    }
    s->n = kept;
    for (int i = 0; i < kept; i++)
        s->v[i].have = zj_alloc_n(a, (size_t)in->n_terms, sizeof(int64_t));
}

/* Weekly load in periods; 0 when neither the table nor the policy says. */
static int load(const struct zj_instance *in, int teacher)
{
    int periods = in->teacher[teacher].max_week;

    return periods == ZJ_NONE ? 0 : periods;
}

static void add_home(struct vf_check *c)
{
    const struct zj_instance *in = c->in;

    for (int i = 0; i < in->n_teachers; i++) {
        struct vf_need *row = find(c->supply, in->teacher[i].school, in->teacher[i].subjects.v[0]);

        for (int t = 0; row && t < in->n_terms; t++)
            if (!vf_is_away(&c->stays, i, t))
                row->have[t] = vf_plus(row->have[t], load(in, i));
    }
}

static void add_posted(struct vf_check *c)
{
    for (int i = 0; i < c->stays.n; i++) {
        const struct vf_stay *s = &c->stays.v[i];
        struct vf_need *row = s->fills_load ? find(c->supply, s->to, s->subject) : NULL;

        for (int t = s->first; row && t <= s->last; t++)
            row->have[t] = vf_plus(row->have[t], load(c->in, s->teacher));
    }
}

bool vf_need_is(const struct vf_check *c, const struct zj_rule *r, const struct vf_need *row)
{
    return vf_subject_is(r, row->subject) && vf_school_passes(c->in, &r->where, row->school);
}

static void select_rows(struct vf_check *c)
{
    int n_rules = 0;

    for (int k = 0; k < c->pol->n_rules; k++) {
        const struct zj_rule *r = &c->pol->rule[k];

        if (r->id != ZJ_R_need)
            continue;
        n_rules++;
        for (int i = 0; i < c->supply->n; i++)
            c->supply->v[i].selected |= vf_need_is(c, r, &c->supply->v[i]);
    }
    for (int i = 0; n_rules == 0 && i < c->supply->n; i++)
        c->supply->v[i].selected = true;
}

void vf_supply_init(struct vf_check *c)
{
    c->supply = zj_alloc(&c->scratch, sizeof *c->supply);
    add_demand(c->supply, &c->scratch, c->in);
    add_home(c);
    add_posted(c);
    select_rows(c);
}

void vf_supply_tier(struct vf_check *c)
{
    struct zj_verdict *v = c->v;

    for (int t = 0; t < c->in->n_terms; t++) {
        for (int i = 0; i < c->supply->n; i++) {
            const struct vf_need *row = &c->supply->v[i];
            int64_t missing = vf_over(row->periods - row->have[t]);

            if (!row->selected || missing == 0)
                continue;
            v->tier[ZJ_T_NEED] = vf_plus(v->tier[ZJ_T_NEED], missing);
            ZJ_GROW(v->unmet, v->n_unmet, v->cap_unmet);
            v->unmet[v->n_unmet++] = (struct zj_unmet){.term = t,
                                                       .class_id = -1,
                                                       .school = row->school,
                                                       .subject = row->subject,
                                                       .periods = missing,
                                                       .because = ZJ_BY_LIMIT,
                                                       .rule = -1};
        }
    }
}
