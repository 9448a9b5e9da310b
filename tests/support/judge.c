#include "tests/support/judge.h"

#include "solver/verify/verify.h"

#include <string.h>

int64_t judge_shortfall(const struct zj_verdict *v, enum zj_rule_id rule, bool implied, int *places)
{
    int64_t sum = 0;
    int n = 0;

    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];

        if (f->rule != rule || (f->index < 0) != implied)
            continue;
        if (f->ok != (f->shortfall == 0))
            fail_msg("a finding at %s is ok with a shortfall, or neither", f->where);
        sum += f->shortfall;
        n++;
    }
    if (places)
        *places = n;
    return sum;
}

static bool is_place(const struct zj_verdict *v, const struct judge_case *c, enum zj_rule_id rule)
{
    for (int i = 0; i < v->n; i++)
        if (v->finding[i].rule == rule && strcmp(v->finding[i].where, c->where) == 0 &&
            (c->shortfall == 0 || !v->finding[i].ok))
            return true;
    return false;
}

void judge_cases(const char *base, enum zj_rule_id rule, bool implied, const struct judge_case *cases,
                 size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct judge_case *c = &cases[i];
        struct tiny t;
        struct zj_verdict v;
        int places;

        tiny_build(&t, base);
        tiny_add(&t, c->lines);
        struct zj_postings plan = tiny_plan(&t, c->plan);
        zj_verify_postings(&t.in, &t.pol, &plan, NULL, &v);
        int64_t shortfall = judge_shortfall(&v, rule, implied, &places);
        if (shortfall != c->shortfall)
            fail_msg("'%s': shortfall %lld, expected %lld", c->why, (long long)shortfall,
                     (long long)c->shortfall);
        if (places != c->places)
            fail_msg("'%s': %d places, expected %d", c->why, places, c->places);
        if (c->where && !is_place(&v, c, rule))
            fail_msg("'%s': nothing found at '%s'", c->why, c->where);
        zj_verdict_release(&v);
        zj_postings_release(&plan);
        tiny_release(&t);
    }
}
