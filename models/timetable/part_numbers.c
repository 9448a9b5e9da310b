#include "models/timetable/part_numbers.h"

#include "models/timetable/probe.h"
#include "models/timetable/problem.h"

#include <stddef.h>
#include <string.h>

/* ---- lessons of a block ------------------------------------------------------------------------------- */

static int find_block(const struct zj_instance *in, const char *where)
{
    struct zj_arena a = {0};
    int found = -1;

    for (int b = 0; b < in->n_blocks && found < 0; b++)
        if (strcmp(tt_block_text(in, b, &a), where) == 0)
            found = b;
    zj_arena_release(&a);
    return found;
}

/* Do sums of lessons prove that there is no week with so many lessons of the block? `waived` has the part. */
static enum zj_status is_too_much(const struct tt_collide *c, const struct mc_waivers *waived,
                                  const struct zj_conflict_part *part, int block, int n, bool *yes,
                                  struct zj_err *err)
{
    struct zj_arena a = {0};
    struct zj_instance in = *c->in;
    struct tt_collide lower = *c;
    struct zj_conflict_part *v = zj_alloc_n(&a, (size_t)waived->n, sizeof *v);
    struct mc_waivers others = {v, 0};
    enum mc_found found;

    for (int i = 0; i < waived->n; i++)
        if (waived->v[i].rule != part->rule || waived->v[i].index != part->index ||
            strcmp(waived->v[i].where, part->where) != 0)
            v[others.n++] = waived->v[i];
    in.block = zj_alloc_n(&a, (size_t)in.n_blocks, sizeof *in.block);
    memcpy(in.block, c->in->block, (size_t)in.n_blocks * sizeof *in.block);
    in.block[block].periods = n;
    lower.in = &in;
    enum zj_status st = tt_probe(&lower, &others, TT_BY_SUMS, &found, NULL, err);
    *yes = found == MC_COLLIDE;
    zj_arena_release(&a);
    return st;
}

/* All lessons of the block cannot be had; as many as a week has, when one more is proved to be too much. */
static enum zj_status of_block(const struct tt_collide *c, const struct mc_waivers *waived,
                               struct zj_conflict_part *part, struct zj_err *err)
{
    const int block = find_block(c->in, part->where);
    struct zj_lessons lessons = {0};
    enum mc_found found = MC_OPEN;
    bool most = false;
    int n = 0;

    if (block < 0)
        return ZJ_OK;
    const struct zj_block *b = &c->in->block[block];
    part->need = b->periods;
    enum zj_status st = tt_probe(c, waived, TT_BY_BOARD | TT_BY_EXACT, &found, &lessons, err);
    for (int i = 0; i < lessons.n; i++)
        n += lessons.v[i].class_id == b->class_id && lessons.v[i].subject == b->subject;
    zj_lessons_release(&lessons);
    if (st == ZJ_OK && found == MC_AGREE && n < b->periods - 1)
        st = is_too_much(c, waived, part, block, n + 1, &most, err);
    if (st == ZJ_OK && found == MC_AGREE && (most || n == b->periods - 1))
        part->have = n;
    return st;
}

/* ---- periods that a rule asks for ---------------------------------------------------------------------- */

bool tt_part_is_lowered(const struct zj_conflict_part *part)
{
    return part->rule == ZJ_R_common_free || part->rule == ZJ_R_sync_class;
}

/* The greatest number that can be had: one less after the other, until there is a week. */
static enum zj_status of_rule(const struct tt_collide *c, const struct mc_waivers *waived,
                              const struct zj_rule *r, size_t field, struct zj_conflict_part *part,
                              struct zj_err *err)
{
    struct zj_arena a = {0};
    struct zj_policy pol = *c->pol;
    struct tt_collide lower = *c;
    const size_t at = (size_t)(r - c->pol->lesson_rule), n = (size_t)pol.n_lesson_rules;
    enum mc_found found = MC_COLLIDE;
    enum zj_status st = ZJ_OK;

    pol.lesson_rule = zj_alloc_n(&a, n, sizeof *pol.lesson_rule);
    memcpy(pol.lesson_rule, c->pol->lesson_rule, n * sizeof *pol.lesson_rule);
    int *number = (int *)((char *)&pol.lesson_rule[at] + field);
    lower.pol = &pol;
    part->need = *number;
    while (st == ZJ_OK && found == MC_COLLIDE && *number > 0) {
        --*number;
        st = tt_probe(&lower, waived, TT_BY_BOARD | TT_BY_EXACT, &found, NULL, err);
    }
    if (st == ZJ_OK && found == MC_AGREE)
        part->have = *number;
    zj_arena_release(&a);
    return st;
}

/* ---- limits -------------------------------------------------------------------------------------------- */

/* The only number of those that the part has; ZJ_NO_VALUE when there is none, or several are. */
static int64_t only_one(const int *number, int n)
{
    int64_t only = ZJ_NO_VALUE;
    int found = 0;

    for (int i = 0; i < n; i++) {
        if (number[i] == ZJ_NONE)
            continue;
        only = number[i];
        found++;
    }
    return found == 1 ? only : ZJ_NO_VALUE;
}

static int64_t limit_of_rule(const struct zj_rule *r)
{
    const int limits[] = {r->max_day,         r->max_week,        r->max_row,          r->max_changes_day,
                          r->max_leg_minutes, r->max_day_minutes, r->max_week_minutes, r->max_leg_metres,
                          r->max_day_metres,  r->max_week_metres, r->min_gap_days,     r->max_days,
                          r->min_periods,     r->capacity,        r->max_minutes};

    return only_one(limits, (int)(sizeof limits / sizeof limits[0]));
}

/* Of columns of the tables. Of a teacher's load the week is what people count. */
static int64_t limit_of_table(const struct zj_instance *in, const struct zj_conflict_part *part)
{
    const int teacher = zj_find_teacher(in, part->where), block = find_block(in, part->where);

    if (part->rule == ZJ_R_spread && block >= 0)
        return in->block[block].max_per_day;
    if (teacher < 0)
        return ZJ_NO_VALUE;
    const struct zj_teacher *t = &in->teacher[teacher];
    const int schools[] = {t->max_schools_day, t->max_schools_week};
    if (part->rule == ZJ_R_load)
        return t->max_week != ZJ_NONE ? t->max_week : t->max_day;
    return part->rule == ZJ_R_schools ? only_one(schools, 2) : ZJ_NO_VALUE;
}

enum zj_status tt_part_numbers(const struct tt_collide *c, const struct mc_waivers *waived,
                               struct zj_conflict_part *part, struct zj_err *err)
{
    const struct zj_rule *r = zj_rule_at(c->pol, part->index);

    if (part->table)
        return ZJ_OK;
    if (part->rule == ZJ_R_need)
        return of_block(c, waived, part, err);
    if (!r) {
        part->need = limit_of_table(c->in, part);
        return ZJ_OK;
    }
    if (part->rule == ZJ_R_common_free)
        return of_rule(c, waived, r, offsetof(struct zj_rule, periods_per_week), part, err);
    if (part->rule == ZJ_R_sync_class && r->subjects_min == ZJ_NONE)
        return of_rule(c, waived, r, offsetof(struct zj_rule, periods_min), part, err);
    part->need = limit_of_rule(r);
    return ZJ_OK;
}
