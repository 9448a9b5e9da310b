#include "tests/support/plant_parts.h"

#include "solver/data/change.h"
#include "solver/io/rule_params.h"

#include <stdio.h>
#include <string.h>

static bool is_part(const struct plant *p, const struct zj_conflict_part *part)
{
    char where[64];

    if (!p->table)
        return part->rule == p->rule && part->index == p->index && !part->table;
    snprintf(where, sizeof where, "%s:%d", p->table, p->line);
    return strcmp(part->where, where) == 0;
}

const char *plant_not_named(const struct plant *p, const struct zj_plan *plan)
{
    if (plan->n_conflict == 0)
        return "no conflict is named";
    if (!plan->conflict_minimal)
        return "a tiny conflict was not proved to be minimal";
    for (int i = 0, k; i < plan->n_conflict; i = k) {
        bool named = false;
        for (k = i; k < plan->n_conflict && plan->conflict[k].group == plan->conflict[i].group; k++)
            named |= is_part(p, &plan->conflict[k]);
        if (!named)
            return "a conflict without what was planted, though the case was possible before";
    }
    return NULL;
}

void plant_rule(struct soil *s, enum zj_model model, enum zj_rule_id id)
{
    struct zj_policy *pol = &s->c->pol;
    struct zj_rule **list = model == ZJ_TIMETABLE ? &pol->lesson_rule : &pol->rule;
    int *n = model == ZJ_TIMETABLE ? &pol->n_lesson_rules : &pol->n_rules;
    struct zj_rule *all = zj_alloc_n(&pol->arena, (size_t)*n + 1, sizeof *all);

    if (*n)
        memcpy(all, *list, (size_t)*n * sizeof *all);
    *list = all;
    s->rule = &all[*n];
    zj_rule_init(s->rule, id);
    s->rule->hard = true;
    s->rule->index = *n;
    s->rule->line = 10 + *n;
    s->plant = (struct plant){.rule = id, .index = (*n)++, .line = s->rule->line};
}

void plant_at_school(struct soil *s, int school)
{
    s->rule->where.empty = false;
    s->rule->where.school = (struct zj_ids){1, zj_alloc_n(&s->c->pol.arena, 1, sizeof(int))};
    s->rule->where.school.v[0] = school;
}

int plant_any_school(struct soil *s)
{
    return rng_in(s->r, 0, s->c->in.n_schools - 1);
}

int plant_any_teacher(struct soil *s)
{
    return rng_in(s->r, 0, s->c->in.n_teachers - 1);
}

struct zj_pin *plant_pin(struct soil *s, enum zj_model model)
{
    struct zj_instance *in = &s->c->in;
    struct zj_pin *all = zj_alloc_n(&in->arena, (size_t)in->n_pins + 1, sizeof *all);

    if (in->n_pins)
        memcpy(all, in->pin, (size_t)in->n_pins * sizeof *all);
    in->pin = all;
    all[in->n_pins] = zj_pin_any(model);
    all[in->n_pins].line = in->n_pins + 2;
    s->plant = (struct plant){.rule = ZJ_R_pins, .index = -1, .table = "pins.csv", .line = in->n_pins + 2};
    return &all[in->n_pins++];
}

struct plant plant_one(struct rng *r, struct random_case *c, planter *const *menu, size_t n)
{
    struct soil s = {.r = r, .c = c};

    menu[rng_in(r, 0, (int)n - 1)](&s);
    return s.plant;
}
