/*
 * plant_lessons.c - what a week of lessons cannot bear.
 */
#include "tests/support/plant_parts.h"

#include "solver/data/week.h"

#include <string.h>

static void every_lesson(struct soil *s)
{
    plant_rule(s, ZJ_TIMETABLE, ZJ_R_need);
}

static void load_too_low(struct soil *s)
{
    plant_rule(s, ZJ_TIMETABLE, ZJ_R_load);
    if (rng_chance(s->r, 50))
        s->rule->max_week = rng_in(s->r, 0, 1);
    else
        s->rule->max_day = 0;
}

static void ways_too_short(struct soil *s)
{
    plant_rule(s, ZJ_TIMETABLE, rng_chance(s->r, 50) ? ZJ_R_travel_limit : ZJ_R_fairness);
    if (s->rule->id == ZJ_R_fairness)
        s->rule->max_minutes = 0;
    else
        s->rule->max_leg_minutes = 0;
}

static void no_lessons_then(struct soil *s)
{
    struct zj_ids *only = NULL;

    plant_rule(s, ZJ_TIMETABLE, ZJ_R_avoid);
    only = &s->rule->only;
    *only = (struct zj_ids){1, zj_alloc_n(&s->c->pol.arena, 1, sizeof(int))};
    only->v[0] = s->c->in.period[rng_in(s->r, 0, s->c->in.n_periods - 1)].id;
}

static void one_a_day(struct soil *s)
{
    plant_rule(s, ZJ_TIMETABLE, ZJ_R_spread);
    if (rng_chance(s->r, 50))
        s->rule->min_gap_days = 4;
    else
        s->rule->max_day = 1;
}

static void no_room(struct soil *s)
{
    plant_rule(s, ZJ_TIMETABLE, ZJ_R_room);
    s->rule->capacity = rng_in(s->r, 0, 1);
}

static void free_together(struct soil *s)
{
    plant_rule(s, ZJ_TIMETABLE, ZJ_R_common_free);
    s->rule->group.empty = true;
    s->rule->periods_per_week = rng_in(s->r, 6, 20);
}

static void busy_all_week(struct soil *s)
{
    struct zj_instance *in = &s->c->in;
    struct zj_busy *all = zj_alloc_n(&in->arena, (size_t)in->n_busy + 1, sizeof *all);
    const int teacher = plant_any_teacher(s);

    if (in->n_busy)
        memcpy(all, in->busy, (size_t)in->n_busy * sizeof *all);
    in->busy = all;
    all[in->n_busy] = (struct zj_busy){.who = ZJ_WHO_TEACHER,
                                       .id = in->teacher[teacher].id,
                                       .day = -1,
                                       .index = teacher,
                                       .line = in->n_busy + 2};
    s->plant =
        (struct plant){.rule = ZJ_R_no_clash, .index = -1, .table = "busy.csv", .line = in->n_busy + 2};
    in->n_busy++;
    zj_week_resolve(in);
}

/* Somebody has to give a lesson of the class in this period, whether that can be or not. */
static void lesson_pinned(struct soil *s)
{
    const struct zj_instance *in = &s->c->in;
    const struct zj_block *b = &in->block[rng_in(s->r, 0, in->n_blocks - 1)];
    struct zj_pin *p = plant_pin(s, ZJ_TIMETABLE);

    p->class_id = b->class_id;
    p->subject = b->subject;
    p->teacher = plant_any_teacher(s);
    p->day = rng_in(s->r, 0, in->n_days - 1);
    p->period = in->period[rng_in(s->r, 0, in->n_periods - 1)].id;
}

static void lesson_forbidden(struct soil *s)
{
    const struct zj_instance *in = &s->c->in;
    struct zj_pin *p = plant_pin(s, ZJ_TIMETABLE);

    p->forbid = true;
    p->class_id = in->block[rng_in(s->r, 0, in->n_blocks - 1)].class_id;
}

struct plant plant_lessons(struct rng *r, struct random_case *c)
{
    static planter *const menu[] = {every_lesson,  load_too_low,    ways_too_short, no_lessons_then,
                                    one_a_day,     no_room,         free_together,  busy_all_week,
                                    lesson_pinned, lesson_forbidden};

    return plant_one(r, c, menu, sizeof menu / sizeof *menu);
}

void plant_demand_of_lessons(struct rng *r, struct random_case *c)
{
    struct soil s = {.r = r, .c = c};

    plant_rule(&s, ZJ_TIMETABLE, ZJ_R_need);
    plant_at_school(&s, plant_any_school(&s));
}
