/*
 * plant.h - one rule entry, or one row of a table, that a possible case cannot bear.
 *
 * What is planted is hard and far stricter than random rules are: a quota nobody can fill, an age nobody has,
 * roads nobody may go, a pin that asks for what the case forbids. Some cases bear it all the same.
 */
#ifndef TESTS_SUPPORT_PLANT_H
#define TESTS_SUPPORT_PLANT_H

#include "tests/support/random_instance.h"

struct plant {
    enum zj_rule_id rule;
    int index;         /* position among the model's rules; -1 for a row */
    const char *table; /* NULL for a rule */
    int line;
};

/* A hard demand that most cases can bear, and that filters can get into conflict with. */
void plant_demand_of_postings(struct rng *r, struct random_case *c);
void plant_demand_of_lessons(struct rng *r, struct random_case *c);
/* A hard minimum over the county, and a hard maximum of each community, which leave little room. */
void plant_minimum_of_county(struct rng *r, struct random_case *c);
/* The one entry or row too many. */
struct plant plant_postings(struct rng *r, struct random_case *c);
struct plant plant_lessons(struct rng *r, struct random_case *c);

/*
 * NULL, or what is wrong with an answer to a case that was possible before: no conflict, one without the
 * plant, or one that is not called minimal.
 */
const char *plant_not_named(const struct plant *p, const struct zj_plan *plan);

#endif
