/*
 * constraints.c - every constraint of the file goes to its handler, or is refused.
 */
#include "solver/base/i18n.h"
#include "solver/fet/handlers.h"

#include <string.h>

enum phase { ROOMS, REST };

static const struct {
    const char *name;
    enum phase phase;
    tr_handler *handle;
    int argument;
} handlers[] = {
#define FET_CONSTRAINT(name, phase, handler, argument) {"Constraint" #name, phase, handler, argument},
#include "solver/fet/constraints.def"
#undef FET_CONSTRAINT
};
enum { N_HANDLERS = sizeof handlers / sizeof handlers[0] };

static int find(const char *name)
{
    for (int i = 0; i < N_HANDLERS; i++)
        if (strcmp(handlers[i].name, name) == 0)
            return i;
    return -1;
}

void tr_nothing(struct tr *t, const struct fet_constraint *c, int argument)
{
    (void)t, (void)c, (void)argument;
}

void tr_apply_constraints(struct tr *t)
{
    bool *left_out = zj_alloc_n(&t->arena, (size_t)t->f.n_constraints, sizeof *left_out);

    for (int i = 0; i < t->f.n_constraints; i++) {
        const struct xml_node *at = t->f.constraint[i].at;
        left_out[i] = tr_is_ignored(t, at->name);
        if (!left_out[i] && find(at->name) < 0)
            tr_refuse(t, at, at->name, N_("no rule of a timetable says this"));
    }
    for (int phase = ROOMS; phase <= REST; phase++) {
        for (int i = 0; i < t->f.n_constraints; i++) {
            int h = find(t->f.constraint[i].at->name);
            if (h >= 0 && !left_out[i] && (int)handlers[h].phase == phase)
                handlers[h].handle(t, &t->f.constraint[i], handlers[h].argument);
        }
        if (phase == ROOMS)
            tr_place_rooms(t);
    }
}

bool tr_must_hold(struct tr *t, const struct fet_constraint *c)
{
    if (c->weight < FET_FULL_WEIGHT)
        tr_refuse(t, c->at, c->at->name, N_("a weight below 100 %, where only what must hold can be said"));
    return c->weight >= FET_FULL_WEIGHT;
}
