#include "tests/support/random_instance.h"

#include "solver/data/travel.h"
#include "tests/support/brute.h"
#include "tests/support/random_parts.h"

#include <string.h>

static void size_down(struct random_size *size, struct rng *r)
{
    int *part[] = {&size->schools, &size->teachers, &size->terms, &size->kinds, &size->subjects};
    const int least[] = {size->apart ? 4 : 2, size->apart ? 3 : 2, 1, 1, 1};
    int i = rng_in(r, 0, 4);

    if (*part[i] > least[i])
        --*part[i];
    if (size->communities > size->schools - 1)
        size->communities = size->schools - 1;
}

static struct random_size random_size(struct rng *r)
{
    struct random_size size = {.schools = rng_in(r, 2, 4),
                               .communities = 1,
                               .teachers = rng_in(r, 2, 5),
                               .terms = rng_in(r, 1, 4),
                               .kinds = rng_in(r, 1, 3),
                               .subjects = rng_in(r, 1, 3),
                               .rules = rng_in(r, 1, 7),
                               .apart = rng_chance(r, 40)};

    if (size.apart) {
        size.schools = rng_in(r, 4, 5);
        size.communities = 2;
        size.teachers = rng_in(r, 3, 6);
        size.terms = rng_in(r, 1, 3);
        size.kinds = rng_in(r, 1, 2);
        size.subjects = rng_in(r, 1, 2);
    } else if (rng_chance(r, 12)) { /* few people, but time for many postings one after the other */
        size.schools = rng_in(r, 2, 3);
        size.teachers = 2;
        size.terms = rng_in(r, 5, 6);
        size.subjects = 1;
    } else if (size.schools > 2 && rng_chance(r, 75)) {
        size.communities = rng_in(r, 1, size.schools - 1);
    }
    return size;
}

/* A rule that no community can keep by itself. */
static void add_county_rule(struct rng *r, struct random_case *c)
{
    static const bool countywide[ZJ_N_RULES] = {
        [ZJ_R_quota] = true, [ZJ_R_exchange_rate] = true, [ZJ_R_cycle] = true};

    random_add_rule(r, &c->in, &c->pol, countywide);
    struct zj_rule *rule = &c->pol.rule[c->pol.n_rules - 1];
    rule->kinds.n = 0;
    if (rule->id == ZJ_R_quota)
        rule->over = ZJ_OVER_COUNTY;
    rule->even |= rule->id == ZJ_R_cycle;
}

void random_begin(struct random_case *c)
{
    memset(&c->in, 0, sizeof c->in);
    memset(&c->pol, 0, sizeof c->pol);
    c->in.name = zj_printf(&c->in.arena, "random-%llu", (unsigned long long)c->seed);
    memset(c->in.sha256, '0', sizeof c->in.sha256 - 1);
    random_words(&c->in);
    c->pol.name = "random";
    c->pol.file = "policy.json";
    c->pol.detour_permille = 1400;
    c->pol.kmh = 40;
    c->pol.default_max_week = c->pol.default_max_day = c->pol.default_priority = ZJ_NONE;
    for (int i = 0; i < ZJ_N_TIERS; i++)
        c->pol.objective[i] = (enum zj_tier)i;
}

static void try_case(struct rng *r, const struct random_size *size, struct random_case *c)
{
    bool wanted[ZJ_N_RULES];

    random_begin(c);
    random_terms(r, size, &c->in);
    random_schools(r, size, &c->in);
    random_teachers(r, size, &c->in);
    random_rows(r, size, &c->in);

    zj_travel_resolve(&c->in, c->pol.detour_permille, c->pol.kmh);
    random_kinds(r, size, &c->in, &c->pol);
    random_pins(r, &c->in, &c->pol);
    memset(wanted, true, sizeof wanted);
    for (int i = 0; i < size->rules; i++)
        random_add_rule(r, &c->in, &c->pol, wanted);
    if (size->apart)
        add_county_rule(r, c);
}

void random_case_make(struct random_case *c, uint64_t seed, int64_t max_plans)
{
    struct rng sizes = rng_make(seed, 0);
    struct random_size size = random_size(&sizes);

    c->seed = seed;
    for (uint64_t attempt = 1;; attempt++) {
        struct rng r = rng_make(seed, attempt);
        int64_t n;
        try_case(&r, &size, c);
        n = brute_count(&c->in, &c->pol);
        if (n <= max_plans && (n >= 40 || attempt % 8 == 0))
            return;
        random_case_release(c);
        if (n > max_plans && attempt % 4 == 0)
            size_down(&size, &sizes);
    }
}

void random_case_make_large(struct random_case *c, uint64_t seed)
{
    struct rng r = rng_make(seed, 1u << 30);
    struct random_size size = {.schools = rng_in(&r, 4, 6),
                               .communities = rng_in(&r, 1, 3),
                               .teachers = rng_in(&r, 12, 30),
                               .terms = rng_in(&r, 2, 4),
                               .kinds = rng_in(&r, 1, 3),
                               .subjects = rng_in(&r, 1, 3),
                               .rules = rng_in(&r, 2, 6),
                               .apart = rng_chance(&r, 40)};

    c->seed = seed;
    try_case(&r, &size, c);
    for (int i = 0; i < c->pol.n_rules; i++) { /* many people meet few hard rules, or nothing is lawful */
        struct zj_rule *rule = &c->pol.rule[i];
        if (rule->id != ZJ_R_one_posting && rule->id != ZJ_R_pins && rng_chance(&r, 70))
            rule->hard = false;
    }
}

void random_case_release(struct random_case *c)
{
    zj_policy_release(&c->pol);
    zj_instance_release(&c->in);
}

void random_postings(struct rng *r, const struct random_case *c, struct zj_postings *p)
{
    *p = (struct zj_postings){0};
    for (int t = 0; t < c->in.n_teachers; t++) {
        struct zj_postings all = {0};
        brute_candidates(&c->in, &c->pol, t, &all);
        if (all.n && rng_chance(r, 60))
            zj_postings_add(p, &all.v[rng_in(r, 0, all.n - 1)]);
        zj_postings_release(&all);
    }
}
