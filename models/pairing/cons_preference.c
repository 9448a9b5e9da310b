/*
 * cons_preference.c - no lead and member prefer each other to whom they have. usually HARD
 *
 * Policy  Zhangdian: "双向选择"; the hospitals/residents problem with ties, weakly stable, many to many.
 * Sets    A: pairs (l,m), l of the role lead, m selected by `where`, who name each other in
 *         preferences.csv and are not forbidden by another hard rule, waived or not; L(l,m): leads that
 *         m likes as well as l, or better, l too; M(l,m): members that l likes as well as m, or better,
 *         without m. Who is not named is behind all who are. k = room of m (least leads_max), q = room
 *         of l (least hard size; may be none).
 * Vars    x[l,m]; where k > 1, y in {0,1} for each pair of A: m has no room for a better lead.
 * Rows    k = 1:  q sum over L(l,m) of x + sum over M(l,m) of x >= q        (no q: sum over L of x >= 1)
 *         k > 1:  k y <= sum over L(l,m) of x;  sum over the other leads of x <= N (1 - y);
 *                 q y + q x[l,m] + sum over M(l,m) of x >= q                (no q: y + x[l,m] >= 1)
 *         Soft: q more on the left for each blocking pair, which costs the weight.
 * Size    |A| rows, 3 |A| where k > 1.
 * Check   solver/verify/pairing/check_preference.c, which shares no code with this file.
 */
#include "models/pairing/model.h"

#include <stdlib.h>

/* preferences.csv by school that chooses, then school chosen. */
struct wishes {
    struct zj_preference *v;
    int n;
};

static int by_schools(const void *pa, const void *pb)
{
    const struct zj_preference *a = pa, *b = pb;

    if (a->from != b->from)
        return a->from < b->from ? -1 : 1;
    return (a->to > b->to) - (a->to < b->to);
}

static struct wishes sorted(const struct zj_instance *in)
{
    struct wishes w = {zj_calloc((size_t)in->n_preferences + 1, sizeof *w.v), in->n_preferences};

    for (int i = 0; i < w.n; i++)
        w.v[i] = in->preference[i];
    if (w.n > 1)
        qsort(w.v, (size_t)w.n, sizeof *w.v, by_schools);
    return w;
}

/* INT_MAX when the school does not name the other. */
static int rank_of(const struct wishes *w, int from, int to)
{
    const struct zj_preference key = {.from = from, .to = to};
    const struct zj_preference *found =
        w->n > 0 ? bsearch(&key, w->v, (size_t)w->n, sizeof key, by_schools) : NULL;

    return found ? found->rank : INT32_MAX;
}

/* Members that the lead likes as well as this one, or better, without it. */
static void add_members(struct pr_model *m, const struct wishes *w, int lead, int member)
{
    int rank = rank_of(w, lead, member);

    for (int k = m->of_lead[lead]; k < m->of_lead[lead + 1]; k++)
        if (m->pair[k].member != member && rank_of(w, lead, m->pair[k].member) <= rank)
            mc_add(&m->p, k, 1);
}

/* Leads that the member likes as well as this one, or better (`better`), or the others. */
static void add_leads(struct pr_model *m, const struct wishes *w, int lead, int member, bool better,
                      int64_t val)
{
    int rank = rank_of(w, member, lead);

    for (int k = m->of_member[member]; k < m->of_member[member + 1]; k++) {
        int pair = m->member_pair[k];
        if ((rank_of(w, member, m->pair[pair].lead) <= rank) == better)
            mc_add(&m->p, pair, val);
    }
}

/* The member has leads enough, none of them worse: y = 1. */
static int content(struct pr_model *m, const struct wishes *w, int lead, int member)
{
    int y = mc_col(&m->p, 1), n = m->of_member[member + 1] - m->of_member[member];

    mc_begin(&m->p);
    add_leads(m, w, lead, member, true, 1);
    mc_add(&m->p, y, -m->room[member]);
    mc_define(&m->p, 0, INT64_MAX);
    mc_begin(&m->p);
    add_leads(m, w, lead, member, false, 1);
    mc_add(&m->p, y, n);
    mc_define(&m->p, INT64_MIN, n);
    return y;
}

/* The same of a lead whose room is not kept because it is waived: it is full, and likes none of them less. */
static int full(struct pr_model *m, const struct wishes *w, int lead, int member)
{
    int y = mc_col(&m->p, 1), n = m->of_lead[lead + 1] - m->of_lead[lead], rank = rank_of(w, lead, member);

    mc_begin(&m->p);
    add_members(m, w, lead, member);
    mc_add(&m->p, y, -m->cap[lead]);
    mc_define(&m->p, 0, INT64_MAX);
    mc_begin(&m->p);
    for (int k = m->of_lead[lead]; k < m->of_lead[lead + 1]; k++)
        if (rank_of(w, lead, m->pair[k].member) > rank)
            mc_add(&m->p, k, 1);
    mc_add(&m->p, y, n);
    mc_define(&m->p, INT64_MIN, n);
    return y;
}

/* The pair does not block. `pair` is its column, or -1. */
static void stable(struct pr_model *m, const struct zj_rule *r, const struct wishes *w, int lead, int member,
                   int pair, const char *where)
{
    const bool endless = m->cap[lead] == INT64_MAX, by_count = !endless && !m->cap_off[lead];
    const int64_t q = by_count ? m->cap[lead] : 1;
    /* One lead for certain: then y is the sum over L(l,m) itself. */
    const bool single = m->room[member] == 1 && m->most_leads[member] == 1;

    if (m->cap[lead] == 0)
        return;
    int y = single ? -1 : content(m, w, lead, member),
        z = endless || by_count ? -1 : full(m, w, lead, member);
    mc_begin(&m->p);
    if (single) {
        add_leads(m, w, lead, member, true, q);
    } else {
        mc_add(&m->p, y, q);
        if (pair >= 0)
            mc_add(&m->p, pair, q);
    }
    if (by_count)
        add_members(m, w, lead, member);
    if (z >= 0)
        mc_add(&m->p, z, 1);
    mc_demand(&m->p, r, where, q, INT64_MAX, q);
}

/* Could the pair stand if both wanted it? */
static bool could_stand(const struct pr_model *free_model, int lead, int member)
{
    int pair = pr_find(free_model, lead, member);

    return pair >= 0 && !free_model->pair[pair].unlawful;
}

/* Of a fixed pairing: the pairs that could be, and what bars them. */
static const struct pr_model *free_pairs(struct pr_model *m, struct pr_model *other)
{
    if (!m->fixed)
        return m;
    pr_model_bars(other, m->in, m->pol, m->p.waivers);
    return other;
}

void pr_preference(struct pr_model *m, const struct zj_rule *r)
{
    struct wishes w = sorted(m->in);
    struct pr_model other = {0};
    const struct pr_model *possible = free_pairs(m, &other);

    for (int i = 0; i < w.n; i++) {
        int member = w.v[i].from, lead = w.v[i].to;
        if (!pr_is_member(m, member) || !pr_is_lead(m, lead) || !pr_selects(m, r, member) ||
            rank_of(&w, lead, member) == INT32_MAX)
            continue;
        const char *where = zj_printf(&m->arena, "%s>%s", m->in->school[lead].id, m->in->school[member].id);
        if (r->hard)
            mc_part(&m->p, r, NULL,
                    where); /* whether it could stand or not: numbers do not depend on waivers */
        if (could_stand(possible, lead, member))
            stable(m, r, &w, lead, member, pr_find(m, lead, member), where);
    }
    if (m->fixed)
        pr_model_release(&other);
    free(w.v);
}
