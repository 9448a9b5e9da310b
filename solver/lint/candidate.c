#include "solver/lint/candidate.h"

#include "solver/data/filter.h"
#include "solver/data/travel.h"

#include <stdlib.h>

enum { MOST_POSTINGS = 100 * 1000 * 1000 };

bool lint_kind_is(const struct zj_rule *r, int word)
{
    return r->kinds.n == 0 || zj_ids_has(&r->kinds, word);
}

bool lint_stays_inside(const struct zj_policy *pol)
{
    for (int k = 0; k < pol->n_rules; k++) {
        const struct zj_rule *r = &pol->rule[k];

        if (r->id == ZJ_R_scope && r->hard && r->within == ZJ_WITHIN_COMMUNITY && r->kinds.n == 0 &&
            r->where.empty)
            return true;
    }
    return false;
}

static bool direction_fits(const struct zj_instance *in, enum zj_direction d, int from, int to)
{
    bool out = in->school[from].role == ZJ_LEAD && in->school[to].role == ZJ_MEMBER;
    bool back = in->school[from].role == ZJ_MEMBER && in->school[to].role == ZJ_LEAD;

    return d == ZJ_ANY_DIRECTION || (d == ZJ_LEAD_TO_MEMBER && out) || (d == ZJ_MEMBER_TO_LEAD && back);
}

static bool shares_flag(const struct zj_ids *a, const struct zj_ids *b)
{
    for (int i = 0; i < a->n; i++)
        if (zj_ids_has(b, a->v[i]))
            return true;
    return false;
}

static bool too_old(const struct zj_rule *r, const struct zj_teacher *t, int32_t day)
{
    int limit = r->max_age[t->sex];

    return limit != ZJ_NONE && zj_years(t->birth, day) >= limit + (r->inclusive ? 1 : 0);
}

static bool too_far(int limit, int way)
{
    return limit != ZJ_NONE && way > limit;
}

/* Does the rule, which speaks of the posting, refuse it? */
static bool refuses(const struct zj_instance *in, const struct zj_rule *r, const struct zj_view *x)
{
    const struct zj_teacher *t = &in->teacher[x->teacher];

    switch (r->id) {
    case ZJ_R_age_limit:
        return too_old(r, t, x->day);
    case ZJ_R_eligibility:
        return !zj_passes(in, &r->filter, x);
    case ZJ_R_exempt:
        return shares_flag(&r->flags, &t->flags);
    case ZJ_R_volunteers:
        return !zj_ids_has(&r->states, (int)t->applied);
    case ZJ_R_scope:
        return r->within == ZJ_WITHIN_COMMUNITY &&
               (in->school[x->school].community < 0 ||
                in->school[x->school].community != in->school[x->host].community);
    case ZJ_R_distance:
        return too_far(r->max_minutes, zj_minutes(in, x->school, x->host)) ||
               too_far(r->max_metres, zj_metres(in, x->school, x->host));
    default:
        return false;
    }
}

static bool is_open(const struct zj_instance *in, const struct zj_policy *pol, const struct lint_posting *p)
{
    const struct zj_view x = {p->teacher, p->from, p->to, p->subject, in->term[p->start].start};

    for (int k = 0; k < pol->n_rules; k++) {
        const struct zj_rule *r = &pol->rule[k];

        if (r->hard && lint_kind_is(r, pol->kind[p->kind].name) && zj_passes(in, &r->where, &x) &&
            refuses(in, r, &x))
            return false;
    }
    return true;
}

/* May a posting of the kind begin in the term, and end within the horizon? */
static bool may_start(const struct zj_instance *in, const struct zj_kind *kind, int term)
{
    if (kind->start_terms.n > 0 && !zj_ids_has(&kind->start_terms, term))
        return false;
    for (int i = 0; i < kind->lengths.n; i++)
        if (term + kind->lengths.v[i] <= in->n_terms)
            return true;
    return false;
}

struct search {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    void (*visit)(void *ctx, const struct lint_posting *p);
    void *ctx;
    unsigned char *runs; /* [teacher * n_terms + term]: history still runs */
};

/* Every host and subject of one teacher, kind and first term. */
static void visit_hosts(const struct search *s, int teacher, int kind, int start)
{
    const struct zj_instance *in = s->in;
    const struct zj_teacher *t = &in->teacher[teacher];

    for (int to = 0; to < in->n_schools; to++) {
        if (to == t->school || zj_minutes(in, t->school, to) == ZJ_NONE ||
            !direction_fits(in, s->pol->kind[kind].direction, t->school, to))
            continue;
        for (int i = 0; i < t->subjects.n; i++) {
            const struct lint_posting p = {teacher, kind, t->school, to, start, t->subjects.v[i]};

            if (is_open(in, s->pol, &p))
                s->visit(s->ctx, &p);
        }
    }
}

static void visit_teacher(const struct search *s, int teacher)
{
    const struct zj_policy *pol = s->pol;

    for (int start = 0; start < s->in->n_terms; start++) {
        if (s->runs[(size_t)teacher * (size_t)s->in->n_terms + (size_t)start])
            continue;
        for (int k = 0; k < pol->n_kinds; k++) {
            const struct zj_ids *posts = &pol->kind[k].posts;

            if (may_start(s->in, &pol->kind[k], start) &&
                (posts->n == 0 || zj_ids_has(posts, (int)s->in->teacher[teacher].post)))
                visit_hosts(s, teacher, k, start);
        }
    }
}

static unsigned char *running(const struct zj_instance *in)
{
    unsigned char *runs = zj_calloc((size_t)in->n_teachers, (size_t)in->n_terms);

    for (int i = 0; i < in->n_history; i++) {
        const struct zj_history *h = &in->history[i];

        for (int t = 0; t < in->n_terms; t++)
            if (h->start <= in->term[t].end && (h->end == ZJ_NO_DATE || h->end >= in->term[t].start))
                runs[(size_t)h->teacher * (size_t)in->n_terms + (size_t)t] = 1;
    }
    return runs;
}

bool lint_is_too_large(const struct zj_instance *in, const struct zj_policy *pol)
{
    return (double)in->n_teachers * in->n_schools * in->n_terms * pol->n_kinds > MOST_POSTINGS;
}

void lint_each_posting(const struct zj_instance *in, const struct zj_policy *pol,
                       void (*visit)(void *ctx, const struct lint_posting *p), void *ctx)
{
    struct search s = {in, pol, visit, ctx, running(in)};
    for (int t = 0; t < in->n_teachers; t++)
        visit_teacher(&s, t);
    free(s.runs);
}
