#include "tests/support/week_lift.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct lift {
    const struct week_trial *t;
    const struct zj_conflict_part *parts;
    int n;
    const bool *in;
    struct zj_arena arena;
    struct zj_instance inst;
    struct zj_policy pol;
};

static bool holds(const struct lift *l, enum zj_rule_id rule, int index, const char *where)
{
    for (int k = 0; k < l->n; k++)
        if (l->in[k] && l->parts[k].rule == rule && l->parts[k].index == index &&
            strcmp(l->parts[k].where, where) == 0)
            return true;
    return false;
}

static bool row_holds(const struct lift *l, const char *table, int line)
{
    char where[64];

    snprintf(where, sizeof where, "%s:%d", table, line);
    for (int k = 0; k < l->n; k++)
        if (l->in[k] && l->parts[k].table && strcmp(l->parts[k].where, where) == 0)
            return true;
    return false;
}

/* Some part of the rule holds, wherever. */
static bool any_of(const struct lift *l, const struct zj_rule *r, enum zj_rule_id id)
{
    for (int k = 0; k < l->n; k++)
        if (l->in[k] && l->parts[k].rule == id && (!r || l->parts[k].index == r->index))
            return true;
    return false;
}

static const char *block_text(struct lift *l, int block)
{
    const struct zj_block *b = &l->t->c.in.block[block];

    return zj_printf(&l->arena, "%s/%s", zj_word(&l->t->c.in, b->class_id), zj_word(&l->t->c.in, b->subject));
}

#define COPY(l, v, n)                                                                                        \
    memcpy(zj_alloc_n(&(l)->arena, (size_t)(n) + 1, sizeof *(v)), (v), (size_t)(n) * sizeof *(v))

static void lift_tables(struct lift *l)
{
    const struct zj_instance *in = &l->t->c.in;
    struct zj_instance *x = &l->inst;

    *x = *in;
    x->pin = zj_alloc_n(&l->arena, (size_t)in->n_pins + 1, sizeof *x->pin);
    x->busy = zj_alloc_n(&l->arena, (size_t)in->n_busy + 1, sizeof *x->busy);
    x->wish = zj_alloc_n(&l->arena, (size_t)in->n_wishes + 1, sizeof *x->wish);
    x->teacher = in->n_teachers ? COPY(l, in->teacher, in->n_teachers) : in->teacher;
    x->block = in->n_blocks ? COPY(l, in->block, in->n_blocks) : in->block;
    x->n_pins = x->n_busy = x->n_wishes = 0;
    for (int i = 0; i < in->n_pins; i++)
        if (row_holds(l, "pins.csv", in->pin[i].line))
            x->pin[x->n_pins++] = in->pin[i];
    for (int i = 0; i < in->n_busy; i++)
        if (row_holds(l, "busy.csv", in->busy[i].line))
            x->busy[x->n_busy++] = in->busy[i];
    for (int i = 0; i < in->n_wishes; i++)
        for (int k = 0; k < l->n; k++)
            if (l->in[k] && l->parts[k].rule == ZJ_R_wishes &&
                strcmp(l->parts[k].where, in->teacher[in->wish[i].teacher].id) == 0) {
                x->wish[x->n_wishes++] = in->wish[i];
                break;
            }
    for (int t = 0; t < in->n_teachers; t++) {
        if (!holds(l, ZJ_R_load, -1, in->teacher[t].id))
            x->teacher[t].max_day = x->teacher[t].max_week = ZJ_NONE;
        if (!holds(l, ZJ_R_schools, -1, in->teacher[t].id))
            x->teacher[t].max_schools_day = x->teacher[t].max_schools_week = ZJ_NONE;
    }
    for (int b = 0; b < in->n_blocks; b++)
        if (!holds(l, ZJ_R_spread, -1, block_text(l, b)))
            x->block[b].max_per_day = ZJ_NONE;
}

/* Rules of which no part holds are left out, but for those on who may teach and how long settling takes. */
static void lift_policy(struct lift *l)
{
    const struct zj_policy *from = &l->t->c.pol;

    l->pol = *from;
    l->pol.lesson_rule = zj_alloc_n(&l->arena, (size_t)from->n_lesson_rules + 1, sizeof *l->pol.lesson_rule);
    l->pol.n_lesson_rules = 0;
    for (int i = 0; i < from->n_lesson_rules; i++) {
        struct zj_rule r = from->lesson_rule[i];
        if (r.id != ZJ_R_scope && r.id != ZJ_R_travel_time && (!r.hard || !any_of(l, &r, r.id)))
            continue;
        if (r.id == ZJ_R_room) {
            struct zj_ids schools = {0, zj_alloc_n(&l->arena, (size_t)l->inst.n_schools, sizeof *schools.v)};
            for (int s = 0; s < l->inst.n_schools; s++)
                if (holds(l, r.id, r.index, l->inst.school[s].id))
                    schools.v[schools.n++] = s;
            r.where.school = schools;
            r.where.empty = false;
        }
        l->pol.lesson_rule[l->pol.n_lesson_rules++] = r;
    }
}

static bool is_of_blocks(enum zj_rule_id id)
{
    return id == ZJ_R_one_teacher || id == ZJ_R_spread || id == ZJ_R_double || id == ZJ_R_avoid ||
           id == ZJ_R_need;
}

static bool is_of_teachers(enum zj_rule_id id)
{
    return id == ZJ_R_load || id == ZJ_R_schools || id == ZJ_R_travel_limit || id == ZJ_R_half_day ||
           id == ZJ_R_visiting_days || id == ZJ_R_idle || id == ZJ_R_fairness;
}

static void lift_reading(struct lift *l, struct reading *x)
{
    const struct zj_instance *in = &l->inst;

    for (int i = 0; i < l->pol.n_lesson_rules; i++) {
        const struct zj_rule *r = &l->pol.lesson_rule[i];
        for (int b = 0; is_of_blocks(r->id) && b < in->n_blocks; b++)
            x->speaks[i * x->width + b] &= holds(l, r->id, r->index, block_text(l, b));
        for (int t = 0; is_of_teachers(r->id) && t < in->n_teachers; t++)
            x->speaks[i * x->width + t] &= holds(l, r->id, r->index, in->teacher[t].id);
    }
    x->flies = zj_alloc_n(&l->arena, (size_t)in->n_teachers + 1, sizeof *x->flies);
    for (int t = 0; t < in->n_teachers; t++) {
        x->flies[t] = true;
        for (int k = 0; k < l->n; k++)
            x->flies[t] &= !l->in[k] || l->parts[k].rule != ZJ_R_travel_time ||
                           strcmp(l->parts[k].where, in->teacher[t].id) != 0;
    }
}

void week_with_parts(const struct week_trial *t, const struct zj_conflict_part *parts, int n, const bool *in,
                     int64_t nodes, struct week_truth *out)
{
    struct lift l = {.t = t, .parts = parts, .n = n, .in = in};
    struct reading x;

    lift_tables(&l);
    lift_policy(&l);
    reading_init(&x, &l.inst, &l.pol, week_kept(t));
    lift_reading(&l, &x);
    brute_timetable_read(&x, NULL, nodes, true, out);
    reading_release(&x);
    zj_arena_release(&l.arena);
}
