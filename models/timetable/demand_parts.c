#include "models/timetable/demand_parts.h"

#include "models/timetable/day_net.h"

#include <stdlib.h>

struct listing {
    struct tt_demand_parts *d;
    const struct tt_problem *p;
    const bool *with;
    const struct mc_waivers *but;
    bool *block; /* may be taught by one of them */
};

static void add(struct listing *l, enum zj_rule_id rule, int index, const char *table, const char *where)
{
    struct tt_demand_parts *d = l->d;

    if (table ? mc_waived_row(l->but, table, index) : mc_waived(l->but, rule, index, where))
        return;
    ZJ_GROW(d->v, d->n, d->cap);
    d->v[d->n++] = (struct zj_conflict_part){.rule = rule,
                                             .index = table ? -1 : index,
                                             .table = table,
                                             .where = where,
                                             .need = ZJ_NO_VALUE,
                                             .have = ZJ_NO_VALUE};
}

static void add_row(struct listing *l, enum zj_rule_id rule, const char *table, int line)
{
    add(l, rule, line, table, zj_printf(&l->d->arena, "%s:%d", table, line));
}

static void list_blocks(struct listing *l)
{
    const struct tt_problem *p = l->p;

    l->block = zj_calloc((size_t)p->in->n_blocks + 1, sizeof *l->block);
    for (int i = 0; i < p->n_active; i++)
        for (int b = 0; b < p->in->n_blocks && l->with[p->active[i]]; b++)
            l->block[b] |= zj_ids_has(&p->may[p->active[i]], p->group_of[b]);
}

/* ---- rules ------------------------------------------------------------------------------------------ */

static bool is_of_blocks(enum zj_rule_id id)
{
    return id == ZJ_R_one_teacher || id == ZJ_R_spread || id == ZJ_R_double || id == ZJ_R_avoid;
}

static bool is_of_teachers(enum zj_rule_id id)
{
    return id == ZJ_R_load || id == ZJ_R_schools || id == ZJ_R_travel_limit || id == ZJ_R_half_day ||
           id == ZJ_R_visiting_days || id == ZJ_R_idle || id == ZJ_R_fairness || id == ZJ_R_wishes;
}

/* A need binds blocks that nobody may teach, too. */
static void at_blocks(struct listing *l, const struct zj_rule *r)
{
    for (int b = 0; b < l->p->in->n_blocks; b++)
        if ((l->block[b] || r->id == ZJ_R_need) && tt_rule_speaks_of_block(l->p, r, b))
            add(l, r->id, r->index, NULL, tt_block_text(l->p->in, b, &l->d->arena));
}

static void at_teachers(struct listing *l, const struct zj_rule *r)
{
    for (int t = 0; t < l->p->in->n_teachers; t++)
        if (l->with[t] && tt_rule_speaks_of_teacher(l->p, r, t))
            add(l, r->id, r->index, NULL, l->p->in->teacher[t].id);
}

static void at_schools(struct listing *l, const struct zj_rule *r)
{
    const struct zj_instance *in = l->p->in;

    for (int s = 0; s < in->n_schools; s++) {
        bool any = false;
        for (int b = 0; b < in->n_blocks; b++)
            any |= l->block[b] && in->block[b].school == s && tt_rule_speaks_of_block(l->p, r, b);
        if (any)
            add(l, r->id, r->index, NULL, in->school[s].id);
    }
}

/* Hard rules of one sort. */
static void rules(struct listing *l, bool (*wanted)(enum zj_rule_id),
                  void (*at)(struct listing *, const struct zj_rule *))
{
    for (int i = 0; i < l->p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &l->p->pol->lesson_rule[i];
        if (r->hard && wanted(r->id))
            at(l, r);
    }
}

static bool is_need(enum zj_rule_id id)
{
    return id == ZJ_R_need;
}

static bool is_room(enum zj_rule_id id)
{
    return id == ZJ_R_room;
}

static bool is_of_all(enum zj_rule_id id)
{
    return id == ZJ_R_common_free || id == ZJ_R_sync_class || id == ZJ_R_stability;
}

static void at_all(struct listing *l, const struct zj_rule *r)
{
    add(l, r->id, r->index, NULL, r->id == ZJ_R_common_free ? "group" : "county");
}

/* ---- tables ----------------------------------------------------------------------------------------- */

static void pins(struct listing *l, bool forbid)
{
    const struct zj_instance *in = l->p->in;

    for (int i = 0; i < in->n_pins; i++)
        if (in->pin[i].model == ZJ_TIMETABLE && in->pin[i].forbid == forbid)
            add_row(l, ZJ_R_pins, "pins.csv", in->pin[i].line);
}

static bool concerns(const struct listing *l, const struct zj_busy *x)
{
    const struct zj_instance *in = l->p->in;

    if (x->who == ZJ_WHO_TEACHER)
        return x->index >= 0;
    for (int b = 0; b < in->n_blocks; b++)
        if (l->block[b] && x->index == (x->who == ZJ_WHO_CLASS ? in->block[b].class_id : in->block[b].school))
            return true;
    return false;
}

static void busy(struct listing *l)
{
    for (int i = 0; i < l->p->in->n_busy; i++)
        if (concerns(l, &l->p->in->busy[i]))
            add_row(l, ZJ_R_no_clash, "busy.csv", l->p->in->busy[i].line);
}

static void columns(struct listing *l)
{
    const struct zj_instance *in = l->p->in;

    for (int b = 0; b < in->n_blocks; b++)
        if (l->block[b] && in->block[b].max_per_day != ZJ_NONE)
            add(l, ZJ_R_spread, -1, NULL, tt_block_text(in, b, &l->d->arena));
    for (int t = 0; t < in->n_teachers; t++) {
        const struct zj_teacher *x = &in->teacher[t];
        if (l->with[t] && (x->max_day != ZJ_NONE || x->max_week != ZJ_NONE))
            add(l, ZJ_R_load, -1, NULL, x->id);
        if (l->with[t] && (x->max_schools_day != ZJ_NONE || x->max_schools_week != ZJ_NONE))
            add(l, ZJ_R_schools, -1, NULL, x->id);
    }
}

static void travel_time(struct listing *l)
{
    for (int t = 0; t < l->p->in->n_teachers; t++)
        if (l->with[t])
            add(l, ZJ_R_travel_time, tt_travel_time_index(l->p->pol), NULL, l->p->in->teacher[t].id);
}

void tt_demand_parts_init(struct tt_demand_parts *d, const struct tt_problem *p, const bool *with,
                          const struct mc_waivers *but)
{
    struct listing l = {.d = d, .p = p, .with = with, .but = but};

    *d = (struct tt_demand_parts){0};
    list_blocks(&l);
    rules(&l, is_need, at_blocks);
    pins(&l, false);
    rules(&l, is_of_all, at_all);
    d->n_demands = d->n;
    pins(&l, true);
    busy(&l);
    rules(&l, is_room, at_schools);
    rules(&l, is_of_blocks, at_blocks);
    rules(&l, is_of_teachers, at_teachers);
    columns(&l);
    travel_time(&l);
    free(l.block);
}

void tt_demand_parts_release(struct tt_demand_parts *d)
{
    free(d->v);
    zj_arena_release(&d->arena);
    *d = (struct tt_demand_parts){0};
}

struct zj_instance tt_without_rows(const struct zj_instance *in, const struct mc_waivers *w,
                                   struct zj_arena *a)
{
    struct zj_instance x = *in;

    x.pin = zj_alloc_n(a, (size_t)in->n_pins, sizeof *x.pin);
    x.busy = zj_alloc_n(a, (size_t)in->n_busy, sizeof *x.busy);
    x.busy_order = zj_alloc_n(a, (size_t)in->n_busy, sizeof *x.busy_order);
    x.n_pins = x.n_busy = 0;
    for (int i = 0; i < in->n_pins; i++)
        if (!mc_waived_row(w, "pins.csv", in->pin[i].line))
            x.pin[x.n_pins++] = in->pin[i];
    for (int i = 0; i < in->n_busy; i++) {
        const struct zj_busy *b = &in->busy[in->busy_order[i]];
        if (mc_waived_row(w, "busy.csv", b->line))
            continue;
        x.busy_order[x.n_busy] = x.n_busy;
        x.busy[x.n_busy++] = *b;
    }
    return x;
}
