/*
 * check_quota.c - how many postings a place sends or receives in a period.
 *
 * Policy    The number of postings (or of people) that match, counted over each pair, sender, host,
 *           community or the county, in each term, year or the horizon, lies in [min, max].
 * Place     Places that `where` selects (a pair by its member, a community by any of its schools) and
 *           periods. A place binds even when nobody is eligible there.
 * Counted   Postings of the rule's kinds that pass `filter` on their first day, by `count`:
 *           starts  postings of the plan that start in the period;
 *           active  (posting, term) incidences in the period, running history included;
 *           people  distinct teachers active in the period, running history included.
 *           At a pair they go lead to member, back, or both ways; elsewhere the direction looks at the
 *           roles of the two schools. need = the limit that is missed (else min, else max); have = the count.
 * Shortfall Units below min plus units above max.
 * Units     Postings, posting-terms or people.
 * Example   Liuzhou scheme: 派出不少于3名骨干教师到联合单位支教.
 */
#include "solver/verify/place.h"

#include <stdlib.h>

static bool at_pair(const struct zj_rule *r, const struct vf_place *p, const struct vf_stay *s)
{
    bool out = s->from == p->lead && s->to == p->member;
    bool back = s->from == p->member && s->to == p->lead;

    return (out && r->direction != ZJ_MEMBER_TO_LEAD) || (back && r->direction != ZJ_LEAD_TO_MEMBER);
}

static bool at_place(const struct vf_check *c, const struct zj_rule *r, const struct vf_place *p,
                     const struct vf_stay *s)
{
    if (p->over == ZJ_OVER_PAIR)
        return at_pair(r, p, s);
    if (!vf_direction_is(c->in, r->direction, s->from, s->to))
        return false;
    switch (p->over) {
    case ZJ_OVER_SENDER:
        return s->from == p->school;
    case ZJ_OVER_HOST:
        return s->to == p->school;
    case ZJ_OVER_COMMUNITY:
        return c->in->school[s->from].community == p->community;
    default:
        return true;
    }
}

/* Terms of the period in which it is active. */
static int terms_in(const struct vf_stay *s, const struct vf_period *p)
{
    int first = s->first > p->first ? s->first : p->first;
    int last = s->last < p->last ? s->last : p->last;

    return last < first ? 0 : last - first + 1;
}

/* Stays that the rule counts anywhere, in order; a list of indexes ending in -1. Heap. */
static int *counted_stays(struct vf_check *c, const struct zj_rule *r)
{
    int *list = zj_calloc((size_t)c->stays.n + 1, sizeof *list), n = 0;

    for (int i = 0; i < c->stays.n; i++) {
        const struct vf_stay *s = &c->stays.v[i];

        if (vf_kind_is(r, s) && vf_stay_passes(c->in, &r->filter, s) && (s->planned || r->count != ZJ_STARTS))
            list[n++] = i;
    }
    list[n] = -1;
    return list;
}

/* Has the teacher of *now an earlier stay in the list that counted here too? */
static bool counted_before(const struct vf_check *c, const struct zj_rule *r, const struct vf_place *place,
                           const struct vf_period *p, const int *list, const int *now)
{
    for (const int *i = list; i < now; i++)
        if (c->stays.v[*i].teacher == c->stays.v[*now].teacher && terms_in(&c->stays.v[*i], p) > 0 &&
            at_place(c, r, place, &c->stays.v[*i]))
            return true;
    return false;
}

static int64_t count(const struct vf_check *c, const struct zj_rule *r, const struct vf_place *place,
                     const struct vf_period *p, const int *list)
{
    int64_t n = 0;

    for (const int *i = list; *i >= 0; i++) {
        const struct vf_stay *s = &c->stays.v[*i];
        int terms = terms_in(s, p);

        if (!at_place(c, r, place, s))
            continue;
        if (r->count == ZJ_STARTS)
            n += p->first <= s->first && s->first <= p->last;
        else if (r->count == ZJ_ACTIVE)
            n += terms;
        else
            n += terms > 0 && !counted_before(c, r, place, p, list, i);
    }
    return n;
}

static void judge(struct vf_check *c, const struct zj_rule *r, const struct vf_place *place,
                  const struct vf_period *p, int64_t have)
{
    int64_t below = r->min == ZJ_NONE ? 0 : vf_over(r->min - have);
    int64_t above = r->max == ZJ_NONE ? 0 : vf_over(have - r->max);
    bool tell_max = below == 0 && (above > 0 || r->min == ZJ_NONE);

    vf_found(c, r, zj_printf(&c->v->arena, "%s %s", place->text, p->text), tell_max ? r->max : r->min, have,
             below + above);
}

void check_quota(struct vf_check *c, const struct zj_rule *r)
{
    if (r->min == ZJ_NONE && r->max == ZJ_NONE)
        return;
    struct vf_places places = vf_list_places(c, r->over, &r->where);
    struct vf_periods periods = vf_list_periods(c, r->per);
    int *list = counted_stays(c, r);

    for (int i = 0; i < places.n; i++)
        for (int k = 0; k < periods.n; k++)
            judge(c, r, &places.v[i], &periods.v[k], count(c, r, &places.v[i], &periods.v[k], list));
    free(list);
    free(places.v);
}
