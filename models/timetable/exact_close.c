/*
 * exact_close.c - whose weeks are in question when only some demands are.
 */
#include "models/common/filter.h"
#include "models/timetable/exact.h"

#include <stdlib.h>

static bool is_wanted(const struct zj_pin *pin)
{
    return pin->model == ZJ_TIMETABLE && !pin->forbid;
}

struct closing {
    const struct tt_problem *p;
    bool *with;  /* by teacher */
    bool *block; /* all who may teach it are in */
};

/* All who may teach the block. */
static void add_block(struct closing *c, int block)
{
    const struct tt_problem *p = c->p;

    for (int i = 0; i < p->n_active && !c->block[block]; i++)
        c->with[p->active[i]] |= zj_ids_has(&p->may[p->active[i]], p->group_of[block]);
    c->block[block] = true;
}

static void add_pin(struct closing *c, const struct zj_pin *pin)
{
    const struct tt_problem *p = c->p;

    for (int i = 0; i < p->n_active; i++) {
        const int t = p->active[i];
        for (int b = 0; b < p->in->n_blocks && !c->with[t] && (pin->teacher < 0 || pin->teacher == t); b++)
            c->with[t] |= zj_ids_has(&p->may[t], p->group_of[b]) && tt_exact_pin_block(p->in, pin, b);
    }
}

static bool asks_for_all(const struct closing *c, const struct zj_rule *r, const struct zj_lessons *keep)
{
    return r->id == ZJ_R_stability && keep && r->max != ZJ_NONE &&
           !mc_waived(c->p->waivers, r->id, r->index, "county");
}

static void add_rule(struct closing *c, const struct zj_rule *r, const struct zj_lessons *keep)
{
    const struct tt_problem *p = c->p;
    const bool all = asks_for_all(c, r, keep);

    for (int i = 0; i < p->n_active && (all || r->id == ZJ_R_common_free); i++)
        c->with[p->active[i]] |= all || (mc_teacher_passes(p->in, &r->group, p->active[i], p->today, -1) &&
                                         !mc_waived(p->waivers, r->id, r->index, "group"));
    for (int b = 0; b < p->in->n_blocks && r->id == ZJ_R_need; b++)
        if (tt_rule_speaks_of_block(p, r, b))
            add_block(c, b);
}

static bool asks_of_sync(const struct tt_problem *p)
{
    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (r->id == ZJ_R_sync_class && r->hard &&
            (r->subjects_min != ZJ_NONE || r->periods_min != ZJ_NONE) &&
            !mc_waived(p->waivers, r->id, r->index, "county"))
            return true;
    }
    return false;
}

static bool is_synchronous(const struct zj_instance *in, int block)
{
    for (int i = 0; i < in->n_sync; i++)
        if (in->sync[i].subject == in->block[block].subject &&
            (in->sync[i].class_a == in->block[block].class_id ||
             in->sync[i].class_b == in->block[block].class_id))
            return true;
    return false;
}

/* A lesson of a pair needs whoever may give the other one. */
static void add_pairs(struct closing *c)
{
    const struct tt_problem *p = c->p;

    for (bool more = true; more;) {
        more = false;
        for (int b = 0; b < p->in->n_blocks; b++) {
            bool any = false;
            for (int i = 0; i < p->n_active && p->block[b].doubles && !c->block[b]; i++)
                any |= c->with[p->active[i]] && zj_ids_has(&p->may[p->active[i]], p->group_of[b]);
            if (any)
                add_block(c, b);
            more |= any;
        }
    }
}

void tt_exact_close(const struct tt_problem *p, const struct zj_lessons *keep, bool *with)
{
    struct closing c = {p, with, zj_calloc((size_t)p->in->n_blocks + 1, sizeof(bool))};

    for (int i = 0; i < p->in->n_pins; i++)
        if (is_wanted(&p->in->pin[i]))
            add_pin(&c, &p->in->pin[i]);
    for (int i = 0; i < p->pol->n_lesson_rules; i++)
        if (p->pol->lesson_rule[i].hard)
            add_rule(&c, &p->pol->lesson_rule[i], keep);
    for (int b = 0; b < p->in->n_blocks && asks_of_sync(p); b++)
        if (is_synchronous(p->in, b))
            add_block(&c, b);
    add_pairs(&c);
    free(c.block);
}
