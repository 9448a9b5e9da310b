/*
 * plant_parts.h - the parts of plant.h; private to tests/support/plant*.c.
 */
#ifndef TESTS_SUPPORT_PLANT_PARTS_H
#define TESTS_SUPPORT_PLANT_PARTS_H

#include "tests/support/plant.h"

struct soil {
    struct rng *r;
    struct random_case *c;
    struct zj_rule *rule; /* the new entry; NULL while a row is planted */
    struct plant plant;
};

typedef void planter(struct soil *s);

/* One more hard entry at the end of the model's rules. */
void plant_rule(struct soil *s, enum zj_model model, enum zj_rule_id id);
/* It concerns this school alone. */
void plant_at_school(struct soil *s, int school);
/* One more row of pins.csv. */
struct zj_pin *plant_pin(struct soil *s, enum zj_model model);
int plant_any_school(struct soil *s);
int plant_any_teacher(struct soil *s);
struct plant plant_one(struct rng *r, struct random_case *c, planter *const *menu, size_t n);

#endif
