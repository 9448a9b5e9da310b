/*
 * check_capacity.c - a lead has teachers enough for what quotas ask of its members.
 *
 * Policy    For every hard quota that asks for starts of postings from lead to member over each pair: in each
 *           of its periods the lead can start as many as its members are to get together. More may stand in
 *           the way; what is asked here is only that the people are there.
 * Place     (lead that `where` selects and that has members the quota selects, period of the quota).
 * Counted   need = the quota's minimum, once for each such member; have = over the terms of the period, home
 *           teachers of the lead who may start one: not away by a posting of the past; a kind of the quota
 *           whose direction, start terms, posts and shortest length fit; the teacher and the home school pass
 *           the quota's `filter`, and every hard eligibility, age_limit, exempt and volunteers entry that
 *           speaks of the kind. Entries whose `where` names a host or a subject are left out, and of filters
 *           the keys about hosts.
 * Shortfall Starts missing.
 * Units     Postings.
 * Example   Libo scheme: 集团总校每年定期向薄弱分校派出至少 3 名以上中层教干或骨干教师.
 */
#include "solver/verify/age.h"
#include "solver/verify/pairing/pairs.h"
#include "solver/verify/person.h"

/* A start that the quota would count: who, when. */
struct start {
    const struct zj_rule *quota;
    int teacher, term;
    int32_t day;
};

static bool names_host_or_subject(const struct zj_filter *f)
{
    return f->subject.n > 0 || f->host_school.n > 0 || f->host_community.n > 0 || f->host_stage.n > 0 ||
           f->host_school_kind.n > 0 || f->host_role.n > 0 || f->host_traits.n > 0;
}

static bool rule_allows(const struct vf_pairs *w, const struct zj_rule *r, const struct start *x)
{
    const struct zj_teacher *t = &w->in->teacher[x->teacher];

    switch (r->id) {
    case ZJ_R_eligibility:
        return vf_teacher_passes(w->in, &r->filter, x->teacher, x->day);
    case ZJ_R_age_limit:
        return !vf_is_too_old(r, t->sex, vf_years(t->birth, x->day));
    case ZJ_R_exempt:
        return !vf_is_spared(r, t, x->day);
    case ZJ_R_volunteers:
        return zj_ids_has(&r->states, (int)t->applied);
    default:
        return true;
    }
}

static bool rules_allow(const struct vf_pairs *w, const struct zj_kind *kind, const struct start *x)
{
    for (int k = 0; k < w->pol->n_rules; k++) {
        const struct zj_rule *r = &w->pol->rule[k];
        bool speaks = r->hard && (r->kinds.n == 0 || zj_ids_has(&r->kinds, kind->name)) &&
                      !names_host_or_subject(&r->where) &&
                      vf_teacher_passes(w->in, &r->where, x->teacher, x->day);

        if (speaks && !rule_allows(w, r, x))
            return false;
    }
    return true;
}

static bool kind_fits(const struct vf_pairs *w, const struct zj_kind *kind, const struct start *x)
{
    const struct zj_teacher *t = &w->in->teacher[x->teacher];
    int shortest = kind->lengths.v[0];

    for (int i = 1; i < kind->lengths.n; i++)
        shortest = kind->lengths.v[i] < shortest ? kind->lengths.v[i] : shortest;
    return (x->quota->kinds.n == 0 || zj_ids_has(&x->quota->kinds, kind->name)) &&
           (kind->direction == ZJ_ANY_DIRECTION ||
            (kind->direction == ZJ_LEAD_TO_MEMBER && !vf_is_member(w, t->school))) &&
           (kind->start_terms.n == 0 || zj_ids_has(&kind->start_terms, x->term)) &&
           (kind->posts.n == 0 || zj_ids_has(&kind->posts, (int)t->post)) &&
           x->term + shortest <= w->in->n_terms;
}

/* A posting of the past still runs in the term. */
static bool is_away(const struct vf_pairs *w, int teacher, int term)
{
    const struct zj_term *t = &w->in->term[term];

    for (int k = 0; k < w->in->n_history; k++) {
        const struct zj_history *h = &w->in->history[k];

        if (h->teacher == teacher && h->start <= t->end && (h->end == ZJ_NO_DATE || h->end >= t->start))
            return true;
    }
    return false;
}

static bool may_start(const struct vf_pairs *w, const struct start *x)
{
    if (!vf_teacher_passes(w->in, &x->quota->filter, x->teacher, x->day) || is_away(w, x->teacher, x->term))
        return false;
    for (int k = 0; k < w->pol->n_kinds; k++)
        if (kind_fits(w, &w->pol->kind[k], x) && rules_allow(w, &w->pol->kind[k], x))
            return true;
    return false;
}

/* Teachers of the lead who may start in the term. */
static int64_t starters(const struct vf_pairs *w, const struct zj_rule *quota, int lead, int term)
{
    int64_t n = 0;

    for (int t = 0; t < w->in->n_teachers; t++) {
        const struct start x = {quota, t, term, w->in->term[term].start};

        n += w->in->teacher[t].school == lead && may_start(w, &x);
    }
    return n;
}

/* Do two terms lie in one period of the quota? */
static bool together(const struct zj_instance *in, enum zj_per per, int a, int b)
{
    return a == b || per == ZJ_PER_HORIZON ||
           (per == ZJ_PER_YEAR && in->term[a].year_index == in->term[b].year_index);
}

/* need and have in each period of the quota, the first term of which is told by together(). */
static void check_quota(struct vf_pairs *w, const struct zj_rule *r, const struct zj_rule *quota, int lead)
{
    const struct zj_instance *in = w->in;
    int64_t need = 0;

    for (int i = 0; i < w->plan->n; i++)
        if (w->plan->v[i].lead == lead && vf_selects(w, quota, w->plan->v[i].member))
            need += quota->min;
    for (int first = 0; need > 0 && first < in->n_terms; first++) {
        const char *text = quota->per == ZJ_PER_HORIZON ? "horizon"
                           : quota->per == ZJ_PER_YEAR  ? in->term[first].year
                                                        : in->term[first].id;
        int64_t have = 0;

        if (first > 0 && together(in, quota->per, first - 1, first))
            continue;
        for (int term = first; term < in->n_terms && together(in, quota->per, first, term); term++)
            have += starters(w, quota, lead, term);
        vf_tell(w->v, r, zj_printf(&w->v->arena, "%s %s", in->school[lead].id, text), need, have,
                vf_over(need - have));
    }
}

void check_pairs_capacity(struct vf_pairs *w, const struct zj_rule *r)
{
    for (int s = 0; s < w->in->n_schools; s++) {
        if (w->members[s] == 0 || !vf_selects(w, r, s))
            continue;
        for (int k = 0; k < w->pol->n_rules; k++) {
            const struct zj_rule *quota = &w->pol->rule[k];

            if (quota->id == ZJ_R_quota && quota->hard && quota->over == ZJ_OVER_PAIR &&
                quota->count == ZJ_STARTS && quota->direction == ZJ_LEAD_TO_MEMBER && quota->min != ZJ_NONE &&
                quota->min > 0)
                check_quota(w, r, quota, s);
        }
    }
}
