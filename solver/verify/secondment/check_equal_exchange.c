/*
 * check_equal_exchange.c - as many go back as come out.
 *
 * Policy    Over each pair or community and period, postings from lead to member equal those from member to
 *           lead, up to the tolerance: by headcount, or for each subject, post or rank (backbone and others).
 * Place     Pairs (selected by their member) or communities (by any school), periods, and the categories
 *           that occur there then; a category that never occurs binds nothing.
 * Counted   Postings of the plan, of the rule's kinds, that start in the period and pass `filter`, both
 *           schools in the place. need = the tolerance; have = the difference between the directions.
 * Shortfall Units of the difference beyond the tolerance.
 * Units     Postings.
 * Example   Libo scheme: 对应的分校等额输出中层教干或骨干教师到总校跟岗学习.
 */
#include "solver/verify/place.h"

#include <stdlib.h>

/* +1 lead to member, -1 member to lead, 0 neither, at this place. */
static int way(const struct vf_check *c, const struct vf_place *p, const struct vf_stay *s)
{
    const struct zj_school *home = &c->in->school[s->from], *host = &c->in->school[s->to];

    if (p->over == ZJ_OVER_PAIR) {
        if (s->from == p->lead && s->to == p->member)
            return 1;
        return s->from == p->member && s->to == p->lead ? -1 : 0;
    }
    if (home->community != p->community || host->community != p->community)
        return 0;
    return vf_direction_is(c->in, ZJ_LEAD_TO_MEMBER, s->from, s->to)
               ? 1
               : -vf_direction_is(c->in, ZJ_MEMBER_TO_LEAD, s->from, s->to);
}

static int category(const struct vf_check *c, const struct zj_rule *r, const struct vf_stay *s)
{
    switch (r->by) {
    case ZJ_BY_SUBJECT:
        return s->subject;
    case ZJ_BY_POST:
        return (int)c->in->teacher[s->teacher].post;
    case ZJ_BY_RANK:
        return vf_is_backbone(c->in, s->teacher);
    default:
        return 0;
    }
}

static const char *category_text(const struct vf_check *c, const struct zj_rule *r, int category)
{
    switch (r->by) {
    case ZJ_BY_SUBJECT:
        return zj_word(c->in, category);
    case ZJ_BY_POST:
        return vf_post_text(category);
    default:
        return category ? "backbone" : "other";
    }
}

static void judge(struct vf_check *c, const struct zj_rule *r, const struct vf_place *place,
                  const struct vf_period *p, int cat, int64_t difference)
{
    struct zj_arena *a = &c->v->arena;
    const char *where = r->by == ZJ_BY_NONE
                            ? zj_printf(a, "%s %s", place->text, p->text)
                            : zj_printf(a, "%s/%s %s", place->text, category_text(c, r, cat), p->text);
    int64_t have = difference < 0 ? -difference : difference;

    vf_found(c, r, where, r->tolerance, have, vf_over(have - r->tolerance));
}

/* The stays that go either way at the place in the period, then one finding for each category among them. */
static void check_at(struct vf_check *c, const struct zj_rule *r, const struct vf_place *place,
                     const struct vf_period *p)
{
    struct vf_cells found = {0};

    for (int i = 0; i < c->stays.n_planned; i++) {
        const struct vf_stay *s = &c->stays.v[i];

        if (p->first <= s->first && s->first <= p->last && way(c, place, s) != 0 && vf_kind_is(r, s) &&
            vf_stay_passes(c->in, &r->filter, s))
            vf_cells_add(&found, i, category(c, r, s), 0);
    }
    for (int i = 0; i < found.n; i++) {
        int64_t difference = 0;
        bool first = true;

        for (int k = 0; k < found.n; k++) {
            if (found.v[k].category != found.v[i].category)
                continue;
            first = first && k >= i;
            difference += way(c, place, &c->stays.v[found.v[k].school]);
        }
        if (first)
            judge(c, r, place, p, found.v[i].category, difference);
    }
    vf_cells_release(&found);
}

void check_equal_exchange(struct vf_check *c, const struct zj_rule *r)
{
    struct vf_places places = vf_list_places(c, r->over, &r->where);
    struct vf_periods periods = vf_list_periods(c, r->per);

    for (int i = 0; i < places.n; i++)
        for (int k = 0; k < periods.n; k++)
            check_at(c, r, &places.v[i], &periods.v[k]);
    free(places.v);
}
