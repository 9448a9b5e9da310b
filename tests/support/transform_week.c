#include "tests/support/transform_week.h"

#include "solver/data/week.h"
#include "tests/support/random_parts.h"

#include <string.h>

/* An array of n items with room for more of them. */
static void *longer(struct zj_arena *a, const void *items, int n, int more, size_t size)
{
    void *all = zj_alloc_n(a, (size_t)(n + more), size);

    if (n > 0)
        memcpy(all, items, (size_t)n * size);
    return all;
}

/* ---- names ---- */

static void rename_class(struct zj_instance *in, const char *old, const char *new)
{
    int from = zj_intern(&in->words, &in->arena, old), to = zj_intern(&in->words, &in->arena, new);

    for (int i = 0; i < in->n_demand; i++)
        if (in->demand[i].class_id == from)
            in->demand[i].class_id = to;
    for (int i = 0; i < in->n_busy; i++)
        if (in->busy[i].who == ZJ_WHO_CLASS && strcmp(in->busy[i].id, old) == 0)
            in->busy[i].id = new;
    for (int i = 0; i < in->n_sync; i++) {
        in->sync[i].class_a = in->sync[i].class_a == from ? to : in->sync[i].class_a;
        in->sync[i].class_b = in->sync[i].class_b == from ? to : in->sync[i].class_b;
    }
    for (int i = 0; i < in->n_pins; i++)
        if (in->pin[i].class_id == from)
            in->pin[i].class_id = to;
}

static void rename_school(struct zj_instance *in, int school, const char *new)
{
    const char *old = in->school[school].id;

    for (int i = 0; i < in->n_demand; i++) {
        const struct zj_demand *d = &in->demand[i];
        for (int k = 1; d->school == school && d->grade >= 0 && k <= d->classes; k++)
            rename_class(in, zj_printf(&in->arena, "%s-%s-%d", old, zj_word(in, d->grade), k),
                         zj_printf(&in->arena, "%s-%s-%d", new, zj_word(in, d->grade), k));
        if (d->school == school && d->class_id >= 0 && zj_word(in, d->class_id)[0] == 'c')
            rename_class(in, zj_word(in, d->class_id),
                         zj_printf(&in->arena, "room%s", zj_word(in, d->class_id)));
    }
    in->school[school].id = new;
}

bool week_rename(struct rng *r, struct random_case *c)
{
    struct zj_instance *in = &c->in;

    (void)r;
    for (int i = 0; i < in->n_schools; i++)
        rename_school(in, i, zj_printf(&in->arena, "X%d", 99 - i));
    for (int i = 0; i < in->n_teachers; i++)
        in->teacher[i].id = zj_printf(&in->arena, "%c_%d", 'A' + (7 * i) % 26, 99 - i);
    for (int i = 0; i < in->n_busy; i++) {
        struct zj_busy *b = &in->busy[i];
        if (b->who != ZJ_WHO_CLASS)
            b->id = b->who == ZJ_WHO_TEACHER ? in->teacher[b->index].id : in->school[b->index].id;
    }
    for (int d = 0; d < in->n_days; d++)
        in->day[d] = zj_printf(&in->arena, "day-%c", 'z' - d);
    zj_instance_index(in);
    zj_week_resolve(in);
    return true;
}

/* ---- rules ---- */

static struct zj_rule *append_copy(struct zj_policy *pol, const struct zj_rule *rule)
{
    struct zj_rule copy = *rule;

    copy.index = pol->n_lesson_rules;
    pol->lesson_rule = longer(&pol->arena, pol->lesson_rule, pol->n_lesson_rules, 1, sizeof *rule);
    pol->lesson_rule[pol->n_lesson_rules] = copy;
    return &pol->lesson_rule[pol->n_lesson_rules++];
}

bool week_repeat_hard_rule(struct rng *r, struct random_case *c)
{
    if (c->pol.n_lesson_rules == 0)
        return false;
    const struct zj_rule *rule = &c->pol.lesson_rule[rng_in(r, 0, c->pol.n_lesson_rules - 1)];
    if (!rule->hard)
        return false;
    append_copy(&c->pol, rule);
    return true;
}

/* A hard rule that nobody can break. */
bool week_add_idle_rule(struct rng *r, struct random_case *c)
{
    static const bool some[ZJ_N_ALL_RULES] = {
        [ZJ_R_load] = true, [ZJ_R_schools] = true, [ZJ_R_travel_limit] = true,
        [ZJ_R_room] = true, [ZJ_R_idle] = true,    [ZJ_R_fairness] = true};

    random_add_lesson_rule(r, &c->in, &c->pol, some);
    struct zj_rule *rule = &c->pol.lesson_rule[c->pol.n_lesson_rules - 1];
    rule->hard = true;
    rule->max_day = rule->max_week = rule->max_row = rule->max_changes_day = rule->capacity = 60;
    rule->max_leg_minutes = rule->max_day_minutes = rule->max_week_minutes = rule->max_minutes = 9999;
    rule->max_leg_metres = rule->max_day_metres = rule->max_week_metres = 9999999;
    return true;
}

bool week_double_weights(struct rng *r, struct random_case *c)
{
    (void)r;
    for (int i = 0; i < c->pol.n_lesson_rules; i++)
        c->pol.lesson_rule[i].weight *= 2;
    return true;
}

/* Of any kind but those that allow more (scope), count otherwise (a soft one adds to tier soft) or
   replace a number. */
bool week_add_rule(struct rng *r, struct random_case *c)
{
    bool wanted[ZJ_N_ALL_RULES];

    memset(wanted, true, sizeof wanted);
    wanted[ZJ_R_scope] = wanted[ZJ_R_travel_time] = false;
    random_add_lesson_rule(r, &c->in, &c->pol, wanted);
    return true;
}

/* ---- tables ---- */

static void add_busy(struct zj_instance *in, enum zj_who who, const char *id, int day, int period)
{
    in->busy = longer(&in->arena, in->busy, in->n_busy, 1, sizeof *in->busy);
    in->busy[in->n_busy] = (struct zj_busy){
        .who = who, .id = id, .day = day, .from = period, .to = period, .line = in->n_busy + 2};
    in->n_busy++;
}

bool week_add_busy(struct rng *r, struct random_case *c)
{
    struct zj_instance *in = &c->in;
    const char *id = rng_chance(r, 50) ? in->teacher[rng_in(r, 0, in->n_teachers - 1)].id : NULL;

    add_busy(in, id ? ZJ_WHO_TEACHER : ZJ_WHO_SCHOOL,
             id ? id : in->school[rng_in(r, 0, in->n_schools - 1)].id, rng_in(r, -1, in->n_days - 1),
             in->period[rng_in(r, 0, in->n_periods - 1)].id);
    zj_week_resolve(in);
    return true;
}

/* One more period after all others, in which no school and no teacher is free. */
bool week_add_evening(struct rng *r, struct random_case *c)
{
    struct zj_instance *in = &c->in;
    int end = 0, id = in->n_periods + 1;

    (void)r;
    for (int p = 0; p < in->n_periods; p++)
        end = in->period[p].end > end ? in->period[p].end : end;
    for (int i = 0; i < in->n_bells; i++)
        end = in->bell[i].period.end > end ? in->bell[i].period.end : end;
    in->period = longer(&in->arena, in->period, in->n_periods, 1, sizeof *in->period);
    in->period[in->n_periods++] =
        (struct zj_period){.id = id, .start = end + 30, .end = end + 60, .session = in->n_sessions};
    in->session = longer(&in->arena, in->session, in->n_sessions, 1, sizeof *in->session);
    in->session[in->n_sessions++] = "evening";
    for (int i = 0; i < in->n_schools; i++)
        add_busy(in, ZJ_WHO_SCHOOL, in->school[i].id, -1, id);
    for (int i = 0; i < in->n_teachers; i++)
        add_busy(in, ZJ_WHO_TEACHER, in->teacher[i].id, -1, id);
    zj_week_resolve(in);
    return true;
}

/* A newcomer with a subject that nobody wants, never busy. */
bool week_add_unneeded_teacher(struct rng *r, struct random_case *c)
{
    struct zj_instance *in = &c->in;
    int like = rng_in(r, 0, in->n_teachers - 1);

    in->teacher = longer(&in->arena, in->teacher, in->n_teachers, 1, sizeof *in->teacher);
    struct zj_teacher *t = &in->teacher[in->n_teachers++];
    *t = in->teacher[like];
    t->id = t->name = "T9999";
    t->away = false;
    t->subjects = (struct zj_ids){1, zj_alloc(&in->arena, sizeof(int))};
    t->subjects.v[0] = zj_intern(&in->words, &in->arena, "书法");
    zj_instance_index(in);
    zj_week_resolve(in);
    return true;
}
