#include "tests/support/judge.h"

#include "models/common/settle.h"
#include "solver/data/week.h"
#include "solver/verify/verify.h"

#include <stdlib.h>
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

void judge_changes(const struct zj_verdict *v, const char *why, int64_t changes)
{
    int64_t hard = changes > 1 ? changes - 1 : 0, soft = changes > 3 ? changes - 3 : 0;

    if (v->tier[ZJ_T_STABILITY] != changes)
        fail_msg("'%s': %lld changes", why, (long long)v->tier[ZJ_T_STABILITY]);
    assert_int_equal(judge_shortfall(v, ZJ_R_stability, false, NULL), hard + soft);
    assert_int_equal(v->tier[ZJ_T_SOFT], 10 * soft);
}

static bool is_place(const struct zj_verdict *v, const struct judge_case *c, enum zj_rule_id rule)
{
    for (int i = 0; i < v->n; i++)
        if (v->finding[i].rule == rule && strcmp(v->finding[i].where, c->where) == 0 &&
            (c->shortfall == 0 || !v->finding[i].ok))
            return true;
    return false;
}

static void compare(const struct judge_case *c, enum zj_rule_id rule, bool implied,
                    const struct zj_verdict *v)
{
    int places;
    int64_t shortfall = judge_shortfall(v, rule, implied, &places);

    if (shortfall != c->shortfall)
        fail_msg("'%s': shortfall %lld, expected %lld", c->why, (long long)shortfall,
                 (long long)c->shortfall);
    if (places != c->places)
        fail_msg("'%s': %d places, expected %d", c->why, places, c->places);
    if (c->where && !is_place(v, c, rule))
        fail_msg("'%s': nothing found at '%s'", c->why, c->where);
}

void judge_cases(const char *base, enum zj_rule_id rule, bool implied, const struct judge_case *cases,
                 size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct tiny t;
        struct zj_verdict v;

        tiny_build(&t, base);
        tiny_add(&t, cases[i].lines);
        struct zj_postings plan = tiny_plan(&t, cases[i].plan);
        zj_verify_postings(&t.in, &t.pol, &plan, NULL, &v);
        compare(&cases[i], rule, implied, &v);
        zj_verdict_release(&v);
        zj_postings_release(&plan);
        tiny_release(&t);
    }
}

void judge_lessons(const struct tiny *t, struct zj_lessons *plan, const struct zj_lessons *keep,
                   struct zj_verdict *v)
{
    struct zj_legs legs = {0};
    struct zj_verdict with_legs;
    int *settle;

    zj_verify_lessons(&t->in, &t->pol, plan, NULL, keep, v);
    for (int i = 0; i < plan->n; i++)
        if (!zj_period_at(&t->in, plan->v[i].school, plan->v[i].period))
            return;
    zj_lessons_sort(&t->in, plan);
    settle = zj_calloc((size_t)t->in.n_teachers, sizeof *settle);
    mc_settle_minutes(&t->in, &t->pol, t->in.term[t->in.now].start, settle);
    zj_lesson_legs_of(&t->in, plan, settle, &legs);
    free(settle);
    zj_verify_lessons(&t->in, &t->pol, plan, &legs, keep, &with_legs);
    if (with_legs.n != v->n || memcmp(with_legs.tier, v->tier, sizeof v->tier) != 0)
        fail_msg("the ways are not those that the verifier works out");
    zj_verdict_release(&with_legs);
    zj_legs_release(&legs);
}

void judge_lesson_cases(const char *base, enum zj_rule_id rule, bool implied, const struct judge_case *cases,
                        size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct tiny t;
        struct zj_verdict v;

        tiny_build(&t, base);
        tiny_add(&t, cases[i].lines);
        struct zj_lessons plan = tiny_lessons(&t, cases[i].plan);
        judge_lessons(&t, &plan, NULL, &v);
        compare(&cases[i], rule, implied, &v);
        zj_verdict_release(&v);
        zj_lessons_release(&plan);
        tiny_release(&t);
    }
}

void judge_pair_cases(const char *base, enum zj_rule_id rule, bool implied, const struct judge_case *cases,
                      size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct tiny t;
        struct zj_verdict v;

        tiny_build(&t, base);
        tiny_add(&t, cases[i].lines);
        struct zj_pairs plan = tiny_pairs(&t, cases[i].plan);
        zj_verify_pairs(&t.in, &t.pol, &plan, &v);
        compare(&cases[i], rule, implied, &v);
        zj_verdict_release(&v);
        zj_pairs_release(&plan);
        tiny_release(&t);
    }
}

void judge_calendar_cases(const char *base, enum zj_rule_id rule, bool implied,
                          const struct judge_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct tiny t;
        struct zj_verdict v;

        tiny_build(&t, base);
        tiny_add(&t, cases[i].lines);
        struct zj_calendar plan = tiny_calendar(&t, cases[i].plan);
        const struct zj_taught taught = tiny_taught(&t);
        zj_verify_calendar(&t.in, &t.pol, &plan, &taught, NULL, &v);
        compare(&cases[i], rule, implied, &v);
        zj_verdict_release(&v);
        zj_calendar_release(&plan);
        tiny_release(&t);
    }
}
