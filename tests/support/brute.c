#include "tests/support/brute.h"

#include "solver/verify/verify.h"

#include <stdlib.h>
#include <string.h>

struct search {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_postings *keep;
    struct zj_postings *candidate; /* by teacher, each ordered as listed */
    struct zj_postings plan;       /* the set built so far */
    struct brute_result *result;
    brute_visit *visit;
    void *ctx;
};

int brute_compare(const struct zj_policy *pol, const int64_t *a, const int64_t *b)
{
    for (int i = 0; i < ZJ_N_TIERS; i++) {
        enum zj_tier tier = pol->objective[i];
        if (a[tier] != b[tier])
            return a[tier] < b[tier] ? -1 : 1;
    }
    return 0;
}

static void note_rules(const struct zj_verdict *v, struct brute_result *b)
{
    bool binds[ZJ_N_RULES] = {false}, broken[ZJ_N_RULES] = {false};

    for (int i = 0; i < v->n; i++) {
        binds[v->finding[i].rule] = true;
        broken[v->finding[i].rule] |= !v->finding[i].ok;
    }
    for (int id = 0; id < ZJ_N_RULES; id++) {
        b->broken[id] |= broken[id];
        b->held[id] |= binds[id] && !broken[id];
    }
}

static void judge(void *ctx, const struct zj_postings *plan)
{
    struct search *s = ctx;
    struct brute_result *b = s->result;
    struct zj_verdict v;

    zj_verify_postings(s->in, s->pol, plan, s->keep, &v);
    b->n_judged++;
    note_rules(&v, b);
    if (v.n_hard_broken == 0) {
        b->n_lawful++;
        if (!b->feasible || brute_compare(s->pol, v.tier, b->value) < 0) {
            memcpy(b->value, v.tier, sizeof b->value);
            b->best.n = 0;
            for (int i = 0; i < plan->n; i++)
                zj_postings_add(&b->best, &plan->v[i]);
        }
        b->feasible = true;
    }
    zj_verdict_release(&v);
}

/* Decide what `teacher` begins in `term`: nothing, or one of the candidates; then go on. */
static void decide(struct search *s, int teacher, int term)
{
    if (teacher == s->in->n_teachers) {
        s->visit(s->ctx, &s->plan);
        return;
    }
    if (term >= s->in->n_terms) {
        decide(s, teacher + 1, 0);
        return;
    }
    decide(s, teacher, term + 1);
    for (int i = 0; i < s->candidate[teacher].n; i++) {
        const struct zj_posting *x = &s->candidate[teacher].v[i];
        if (x->start != term)
            continue;
        zj_postings_add(&s->plan, x);
        decide(s, teacher, term + x->terms);
        s->plan.n--;
    }
}

/* Does the posting, alone, break a hard rule that looks at one posting at a time? */
static bool never_lawful(const struct search *s, const struct zj_posting *x)
{
    static const bool looks_at_one[ZJ_N_RULES] = {
        [ZJ_R_age_limit] = true, [ZJ_R_eligibility] = true, [ZJ_R_exempt] = true, [ZJ_R_volunteers] = true,
        [ZJ_R_scope] = true,     [ZJ_R_distance] = true,    [ZJ_R_wishes] = true,
    };
    struct zj_posting copy = *x;
    struct zj_postings alone = {&copy, 1, 1};
    struct zj_verdict v;
    bool never = false;

    zj_verify_postings(s->in, s->pol, &alone, s->keep, &v);
    for (int i = 0; i < v.n; i++)
        never |= v.finding[i].hard && !v.finding[i].ok && looks_at_one[v.finding[i].rule];
    note_rules(&v, s->result);
    zj_verdict_release(&v);
    return never;
}

static void drop_never_lawful(const struct search *s, struct zj_postings *list)
{
    int n = 0;

    for (int i = 0; i < list->n; i++)
        if (!never_lawful(s, &list->v[i]))
            list->v[n++] = list->v[i];
    list->n = n;
}

static void candidates(struct search *s)
{
    s->candidate = zj_calloc((size_t)s->in->n_teachers, sizeof *s->candidate);
    for (int t = 0; t < s->in->n_teachers; t++)
        brute_candidates(s->in, s->pol, t, &s->candidate[t]);
}

static void visit_all(struct search *s)
{
    decide(s, 0, 0);
    for (int t = 0; t < s->in->n_teachers; t++)
        zj_postings_release(&s->candidate[t]);
    free(s->candidate);
    zj_postings_release(&s->plan);
}

void brute_each(const struct zj_instance *in, const struct zj_policy *pol, brute_visit *visit, void *ctx)
{
    struct search s = {.in = in, .pol = pol, .visit = visit, .ctx = ctx};

    candidates(&s);
    visit_all(&s);
}

void brute_solve(const struct zj_instance *in, const struct zj_policy *pol, const struct zj_postings *keep,
                 bool thin, struct brute_result *b)
{
    struct search s = {.in = in, .pol = pol, .keep = keep, .result = b, .visit = judge, .ctx = &s};

    *b = (struct brute_result){0};
    candidates(&s);
    for (int t = 0; thin && t < in->n_teachers; t++)
        drop_never_lawful(&s, &s.candidate[t]);
    visit_all(&s);
}

void brute_release(struct brute_result *b)
{
    zj_postings_release(&b->best);
}
