#include "tests/support/transform.h"

#include "solver/data/travel.h"
#include "solver/data/week.h"

#include <stdlib.h>
#include <string.h>

/* Put n items of `size` bytes in random order; place[old] = new. `place` may be NULL. */
static void shuffle(struct rng *r, void *items, int n, size_t size, int *place)
{
    int *order = zj_calloc((size_t)n, sizeof *order);
    char *copy = zj_calloc((size_t)n, size);

    rng_permutation(r, order, n);
    if (n)
        memcpy(copy, items, (size_t)n * size);
    for (int i = 0; i < n; i++) {
        memcpy((char *)items + (size_t)order[i] * size, copy + (size_t)i * size, size);
        if (place)
            place[i] = order[i];
    }
    free(copy);
    free(order);
}

static void follow(const int *place, int *index)
{
    if (*index >= 0)
        *index = place[*index];
}

static void follow_ids(const int *place, struct zj_ids *ids)
{
    for (int i = 0; i < ids->n; i++)
        follow(place, &ids->v[i]);
}

static void follow_filter(const int *school, struct zj_filter *f)
{
    follow_ids(school, &f->school);
    follow_ids(school, &f->host_school);
}

static void follow_rules(const int *school, struct zj_rule *rule, int n)
{
    for (int i = 0; i < n; i++) {
        follow_filter(school, &rule[i].where);
        follow_filter(school, &rule[i].filter);
        follow_filter(school, &rule[i].mentor);
        follow_filter(school, &rule[i].group);
    }
}

static void follow_schools(const int *place, struct random_case *c)
{
    struct zj_instance *in = &c->in;

    for (int i = 0; i < in->n_schools; i++)
        follow(place, &in->school[i].parent);
    for (int i = 0; i < in->n_teachers; i++)
        follow(place, &in->teacher[i].school);
    for (int i = 0; i < in->n_demand; i++)
        follow(place, &in->demand[i].school);
    for (int i = 0; i < in->n_travel; i++) {
        follow(place, &in->travel[i].from);
        follow(place, &in->travel[i].to);
    }
    for (int i = 0; i < in->n_wishes; i++)
        follow(place, &in->wish[i].to);
    for (int i = 0; i < in->n_history; i++) {
        follow(place, &in->history[i].from);
        follow(place, &in->history[i].to);
    }
    for (int i = 0; i < in->n_pairings; i++) {
        follow(place, &in->pairing[i].lead);
        follow(place, &in->pairing[i].member);
    }
    for (int i = 0; i < in->n_pins; i++) {
        follow(place, &in->pin[i].from);
        follow(place, &in->pin[i].to);
        follow(place, &in->pin[i].school);
    }
    for (int i = 0; i < in->n_bells; i++)
        follow(place, &in->bell[i].school);
    follow_rules(place, c->pol.rule, c->pol.n_rules);
    follow_rules(place, c->pol.lesson_rule, c->pol.n_lesson_rules);
}

static void follow_teachers(const int *place, struct zj_instance *in)
{
    for (int i = 0; i < in->n_demand; i++)
        follow(place, &in->demand[i].teacher);
    for (int i = 0; i < in->n_wishes; i++)
        follow(place, &in->wish[i].teacher);
    for (int i = 0; i < in->n_history; i++)
        follow(place, &in->history[i].teacher);
    for (int i = 0; i < in->n_pins; i++)
        follow(place, &in->pin[i].teacher);
}

bool transform_permute(struct rng *r, struct random_case *c)
{
    struct zj_instance *in = &c->in;
    struct zj_policy *pol = &c->pol;
    int *place = zj_calloc((size_t)(in->n_schools + in->n_teachers), sizeof *place);

    shuffle(r, in->school, in->n_schools, sizeof *in->school, place);
    follow_schools(place, c);
    shuffle(r, in->teacher, in->n_teachers, sizeof *in->teacher, place);
    follow_teachers(place, in);
    free(place);
    shuffle(r, in->demand, in->n_demand, sizeof *in->demand, NULL);
    shuffle(r, in->travel, in->n_travel, sizeof *in->travel, NULL);
    shuffle(r, in->wish, in->n_wishes, sizeof *in->wish, NULL);
    shuffle(r, in->history, in->n_history, sizeof *in->history, NULL);
    shuffle(r, in->pairing, in->n_pairings, sizeof *in->pairing, NULL);
    shuffle(r, in->pin, in->n_pins, sizeof *in->pin, NULL);
    shuffle(r, pol->kind, pol->n_kinds, sizeof *pol->kind, NULL);
    shuffle(r, pol->rule, pol->n_rules, sizeof *pol->rule, NULL);
    for (int i = 0; i < pol->n_rules; i++)
        pol->rule[i].index = i;
    shuffle(r, in->busy, in->n_busy, sizeof *in->busy, NULL);
    shuffle(r, in->bell, in->n_bells, sizeof *in->bell, NULL);
    shuffle(r, in->sync, in->n_sync, sizeof *in->sync, NULL);
    shuffle(r, pol->lesson_rule, pol->n_lesson_rules, sizeof *pol->lesson_rule, NULL);
    for (int i = 0; i < pol->n_lesson_rules; i++)
        pol->lesson_rule[i].index = i;
    zj_instance_index(in);
    zj_week_resolve(in);
    zj_travel_resolve(in, pol->detour_permille, pol->kmh);
    return true;
}
