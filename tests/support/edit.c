#include "tests/support/edit.h"

#include "solver/data/event.h"

static int pick(struct rng *r, const struct zj_ids *ids)
{
    return ids->v[rng_in(r, 0, ids->n - 1)];
}

/* A posting that its kind allows, as far as that is easily seen. */
static struct zj_posting draw_posting(const struct zj_instance *in, const struct zj_policy *pol,
                                      struct rng *r)
{
    struct zj_posting p = {.kind = rng_in(r, 0, pol->n_kinds - 1)};
    const struct zj_kind *k = &pol->kind[p.kind];

    for (int i = 0; i < 20; i++) {
        p.teacher = rng_in(r, 0, in->n_teachers - 1);
        p.to = rng_in(r, 0, in->n_schools - 1);
        const struct zj_teacher *t = &in->teacher[p.teacher];
        bool down = in->school[t->school].role == ZJ_LEAD && in->school[p.to].role == ZJ_MEMBER;
        bool up = in->school[t->school].role == ZJ_MEMBER && in->school[p.to].role == ZJ_LEAD;
        if (p.to != t->school && (k->posts.n == 0 || zj_ids_has(&k->posts, (int)t->post)) &&
            (k->direction == ZJ_ANY_DIRECTION || (k->direction == ZJ_LEAD_TO_MEMBER ? down : up)))
            break;
    }
    p.from = in->teacher[p.teacher].school;
    p.start = k->start_terms.n > 0 ? pick(r, &k->start_terms) : rng_in(r, 0, in->n_terms - 1);
    p.terms = pick(r, &k->lengths);
    p.subject = pick(r, &in->teacher[p.teacher].subjects);
    return p;
}

void edit_postings(const struct zj_instance *in, const struct zj_policy *pol, struct rng *r,
                   struct zj_postings *p)
{
    if (p->n > 0 && rng_chance(r, 40)) {
        p->v[rng_in(r, 0, p->n - 1)] = p->v[p->n - 1];
        p->n--;
    } else {
        struct zj_posting x = draw_posting(in, pol, r);
        if (p->n > 0 && rng_chance(r, 20))
            p->v[rng_in(r, 0, p->n - 1)] = x;
        else
            zj_postings_add(p, &x);
    }
}

void edit_pairs(const struct zj_instance *in, struct rng *r, struct zj_pairs *p)
{
    struct zj_pair *x = p->n > 0 ? &p->v[rng_in(r, 0, p->n - 1)] : NULL;
    int what = rng_in(r, 0, x ? 4 : 0);

    if (what == 0)
        zj_pairs_add(p, &(struct zj_pair){rng_in(r, 0, in->n_schools - 1), rng_in(r, 0, in->n_schools - 1),
                                          x ? x->form : -1, x ? x->round : 0, ZJ_NONE, ZJ_NONE});
    else if (what == 1)
        *x = p->v[--p->n];
    else if (what == 2)
        x->lead = rng_in(r, 0, in->n_schools - 1);
    else if (what == 3)
        x->form = rng_in(r, -1, ZJ_N_FORMS - 1);
    else
        x->round = rng_in(r, 0, 3);
    for (int i = 0; i < p->n; i++) /* a pair that stands twice is no pairing */
        for (int k = i + 1; k < p->n; k++)
            if (p->v[i].lead == p->v[k].lead && p->v[i].member == p->v[k].member)
                p->v[k--] = p->v[--p->n];
}

/* One of a list of schools, -1 when there is none. */
static int one_of(struct rng *r, const struct zj_ids *ids)
{
    return ids->n > 0 ? pick(r, ids) : -1;
}

/* An occurrence that its activity allows, but for the day. */
static struct zj_occurrence draw_occurrence(const struct zj_instance *in, const struct zj_policy *pol,
                                            struct rng *r)
{
    struct zj_occurrence x = {.event = rng_in(r, 0, pol->n_events - 1), .session = -1};
    const struct zj_event *e = &pol->event[x.event];

    while (e->n_groups == 0) {
        x.event = rng_in(r, 0, pol->n_events - 1);
        e = &pol->event[x.event];
    }
    x.group = rng_in(r, 0, e->n_groups - 1);
    x.date = rng_in(r, 0, in->n_dates - 1);
    if (e->lasts == ZJ_LASTS_PERIOD) {
        const struct zj_period *period = &in->period[rng_in(r, 0, in->n_periods - 1)];
        x.period = period->id;
        x.session = period->session;
    } else if (e->lasts == ZJ_LASTS_SESSION) {
        x.session = rng_in(r, 0, in->n_sessions - 1);
    }
    x.host = one_of(r, &e->group[x.group].hosts);
    x.chair = one_of(r, &e->group[x.group].chairs);
    return x;
}

void edit_calendar(const struct zj_instance *in, const struct zj_policy *pol, struct rng *r,
                   struct zj_calendar *p)
{
    struct zj_occurrence *x = p->n > 0 ? &p->v[rng_in(r, 0, p->n - 1)] : NULL;

    if (!x || rng_chance(r, 30)) {
        struct zj_occurrence drawn = draw_occurrence(in, pol, r);
        zj_calendar_add(p, &drawn);
    } else if (rng_chance(r, 40)) {
        *x = p->v[--p->n];
    } else if (rng_chance(r, 50)) {
        x->date = rng_in(r, 0, in->n_dates - 1);
    } else {
        const struct zj_group *g = &pol->event[x->event].group[x->group];
        x->host = one_of(r, &g->hosts);
        x->chair = one_of(r, &g->chairs);
    }
}
