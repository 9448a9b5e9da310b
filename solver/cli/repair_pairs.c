/*
 * repair_pairs.c - what could be changed of a rule on pairings, or of the pairing that stands.
 */
#include "solver/cli/repair_suggest.h"

#include "solver/data/travel.h"
#include "solver/io/values.h"
#include "solver/verify/verify.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#define FIELD(name) offsetof(struct zj_rule, name)

enum { MOST_TRIED = 80, MOST_MOVES = 5 };

/* ---- rules -------------------------------------------------------------------------------------------- */

static void suggest_kind(struct suggestion *s, enum zj_school_kind kind, const char *name)
{
    const size_t field = FIELD(need) + (size_t)kind * sizeof(struct zj_range);

    if (!s->blank.rule->need[kind].set)
        return;
    suggest_less(s, field + offsetof(struct zj_range, lo), zj_printf(s->a, "need.%s[0]", name), 0);
    suggest_more(s, field + offsetof(struct zj_range, hi), zj_printf(s->a, "need.%s[1]", name));
}

/* "S001/village" */
static void suggest_kinds(struct suggestion *s)
{
    const char *slash = strchr(s->part->where, '/');

    for (int k = 0; slash && k < ZJ_N_SCHOOL_KINDS; k++)
        if (strcmp(slash + 1, zj_value_token(ZJ_VS_school_kind, k)) == 0)
            suggest_kind(s, (enum zj_school_kind)k, slash + 1);
}

static void suggest_members(struct suggestion *s)
{
    suggest_less(s, FIELD(members_min), "members_min", 0);
    suggest_more(s, FIELD(members_max), "members_max");
    suggest_more(s, FIELD(total_max), "total_max");
}

static void suggest_leads(struct suggestion *s)
{
    const struct zj_rule *r = s->blank.rule;

    if (r->permille != ZJ_NONE)
        suggest_number(s, FIELD(permille), "permille", -50, 1, r->permille / 50, ZJ_COST_quota);
    else if (r->leads_max != ZJ_NONE)
        suggest_less(s, FIELD(leads_min), "leads_min", 0);
    else /* an absent maximum is the minimum: it has to stay where it was */
        suggest_less(s, FIELD(leads_min), zj_printf(s->a, "leads_max %d, leads_min", r->leads_min), 0);
    suggest_more(s, FIELD(leads_max), "leads_max");
}

/* What the leads cannot supply: the quotas that ask for it. */
static void suggest_quotas(struct suggestion *s)
{
    struct suggestion quota = *s;

    for (int i = 0; i < s->pol->n_rules; i++) {
        const struct zj_rule *r = &s->pol->rule[i];
        if (r->id != ZJ_R_quota || !r->hard || r->over != ZJ_OVER_PAIR)
            continue;
        quota.blank.rule = r;
        quota.blank.model = ZJ_SECONDMENT;
        quota.blank.spot = (struct zj_spot){-1, -1, -1, -1};
        quota.blank.place = ZJ_EVERYWHERE;
        suggest_number(&quota, FIELD(min), "min", -1, 1, r->min, ZJ_COST_quota);
    }
}

static void suggest_numbers(struct suggestion *s)
{
    switch (s->part->rule) {
    case ZJ_R_size:
    case ZJ_R_legal_form:
        suggest_members(s);
        break;
    case ZJ_R_coverage:
        suggest_leads(s);
        break;
    case ZJ_R_groups:
        s->blank.spot.school = -1;
        suggest_less(s, FIELD(min), "min", 0);
        suggest_more(s, FIELD(max), "max");
        break;
    case ZJ_R_depth:
        s->blank.spot.school = -1;
        suggest_more(s, FIELD(max), "max");
        break;
    case ZJ_R_distance:
        suggest_number(s, FIELD(max_minutes), "max_minutes", 5, 1, REPAIR_MOST_ROAD, ZJ_COST_distance);
        suggest_number(s, FIELD(max_metres), "max_metres", 1000, 1, REPAIR_MOST_ROAD, ZJ_COST_distance);
        break;
    case ZJ_R_rounds:
        suggest_more(s, FIELD(rounds), "rounds");
        break;
    case ZJ_R_composition:
        suggest_kinds(s);
        break;
    case ZJ_R_capacity:
        suggest_quotas(s);
        suggest_teacher_at(s, s->blank.spot.school);
        break;
    default:
        break;
    }
}

/* "S001>S012": the member; "S001", "S001/2", "S001/village"; of the county and of stages: none. */
static int school_of(const struct suggestion *s)
{
    const char *where = s->part->where, *arrow = strchr(where, '>');

    where = arrow ? arrow + 1 : where;
    return repair_school(s, where, strcspn(where, "/ "));
}

/* ---- moves -------------------------------------------------------------------------------------------- */

struct move {
    int member, from, to;
    int64_t broken; /* shortfalls of hard rules after it */
    int minutes;
};

struct moves {
    const struct suggestion *s;
    struct move v[MOST_TRIED];
    int n;
    int64_t before;
};

static int64_t broken(const struct zj_instance *in, const struct zj_policy *pol)
{
    struct zj_pairs pairs = {0};
    struct zj_verdict v;
    int64_t sum = 0;

    zj_pairs_of_tables(in, &pairs);
    zj_verify_pairs(in, pol, &pairs, &v);
    for (int i = 0; i < v.n; i++)
        sum += v.finding[i].hard ? v.finding[i].shortfall : 0;
    zj_verdict_release(&v);
    zj_pairs_release(&pairs);
    return sum;
}

static bool is_row(const struct zj_instance *in, int lead, int member)
{
    for (int i = 0; i < in->n_pairings; i++)
        if (in->pairing[i].lead == lead && in->pairing[i].member == member)
            return true;
    return false;
}

/* Try the move; keep it when less is broken. */
static void try_move(struct moves *m, int member, int from, int to)
{
    const struct suggestion *s = m->s;
    const int minutes = to < 0 ? 0 : zj_minutes(s->in, to, member);
    struct zj_change c;

    if (m->n == MOST_TRIED || to == from || to == member ||
        (to >= 0 && (minutes == ZJ_NONE || is_row(s->in, to, member))))
        return;
    zj_change_init(&c, s->in, s->pol);
    zj_change_move(&c, member, from, to);
    const struct move x = {member, from, to, broken(&c.in, &c.pol), minutes};
    if (x.broken < m->before)
        m->v[m->n++] = x;
    zj_change_release(&c);
}

static void try_leads(struct moves *m, int member, int from)
{
    for (int l = 0; l < m->s->in->n_schools; l++)
        if (m->s->in->school[l].role == ZJ_LEAD)
            try_move(m, member, from, l);
    if (from >= 0)
        try_move(m, member, from, -1);
}

static int compare_move(const void *a, const void *b)
{
    const struct move *x = a, *y = b;

    if (x->broken != y->broken)
        return x->broken < y->broken ? -1 : 1;
    if (x->minutes != y->minutes)
        return x->minutes < y->minutes ? -1 : 1;
    return x->member != y->member ? x->member - y->member : x->to - y->to;
}

/* Of the rows that the part speaks of, those that help most. */
static void suggest_moves(struct suggestion *s, int school)
{
    const struct zj_instance *in = s->in;
    struct moves m = {.s = s, .before = broken(in, s->pol)};
    const bool short_of = s->part->need != ZJ_NO_VALUE && s->part->have < s->part->need;

    for (int i = 0; i < in->n_pairings && school >= 0; i++) {
        const struct zj_pairing *row = &in->pairing[i];
        if (row->lead == school && !(short_of && in->school[school].role == ZJ_LEAD))
            try_leads(&m, row->member, school);
        else if (row->member == school)
            try_leads(&m, school, row->lead);
        else if (short_of && in->school[school].role == ZJ_LEAD)
            try_move(&m, row->member, row->lead, school);
    }
    if (school >= 0 && in->school[school].role == ZJ_MEMBER)
        try_leads(&m, school, -1);
    if (m.n > 1)
        qsort(m.v, (size_t)m.n, sizeof *m.v, compare_move);
    for (int i = 0; i < m.n && i < MOST_MOVES; i++) {
        struct repair_change c = s->blank;
        c.what = REPAIR_MOVE;
        c.rule = NULL;
        c.spot = (struct zj_spot){-1, -1, -1, -1};
        c.whom = m.v[i].member;
        c.from = m.v[i].from;
        c.to = m.v[i].to;
        c.least = c.most = 1;
        c.cost = s->pol->repair_cost[ZJ_COST_move];
        repair_add(s->list, &c);
    }
}

void suggest_of_pairs(struct suggestion *s)
{
    const int school = school_of(s);

    s->blank.spot.school = school;
    if (school >= 0)
        s->blank.place = s->in->school[school].id;
    if (s->blank.rule)
        suggest_numbers(s);
    if (s->given)
        suggest_moves(s, school);
}
