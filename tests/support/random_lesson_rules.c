#include "solver/io/rule_params.h"
#include "tests/support/random_parts.h"
#include "tests/support/random_timetable.h"

#include <string.h>

struct maker {
    struct rng *r;
    const struct zj_instance *in;
    struct zj_arena *a;
};

static void teachers(struct maker *m, int percent, struct zj_filter *f)
{
    random_filter(m->r, m->in, m->a, KEYS_TEACHER | KEYS_SCHOOL, percent, f);
}

/* Classes and subjects: some schools, some subjects, the subjects in the filter or beside it. */
static void blocks(struct maker *m, struct zj_rule *rule)
{
    random_filter(m->r, m->in, m->a, KEYS_SCHOOL, 25, &rule->where);
    random_list(m->r, m->a, W_MUSIC, W_PE, 15, &rule->where.subject);
    rule->where.empty &= rule->where.subject.n == 0;
    random_list(m->r, m->a, W_MUSIC, W_PE, 25, &rule->subjects);
}

/* A limit for each of n numbers with a chance of one in two, for one of them at least. */
static void some_limits(struct maker *m, int *const *number, const int (*range)[2], int n)
{
    int sure = rng_in(m->r, 0, n - 1);

    for (int i = 0; i < n; i++)
        if (i == sure || rng_chance(m->r, 35))
            *number[i] = rng_in(m->r, range[i][0], range[i][1]);
}

static void travel_time(struct maker *m, struct zj_rule *rule)
{
    teachers(m, 35, &rule->where);
    if (rng_chance(m->r, 80))
        rule->settle_minutes = 5 * rng_in(m->r, 0, 3);
}

static void load(struct maker *m, struct zj_rule *rule)
{
    int *const number[] = {&rule->max_day, &rule->max_week, &rule->max_row};
    const int range[][2] = {{1, 3}, {1, 6}, {1, 2}};

    teachers(m, 35, &rule->where);
    some_limits(m, number, range, 3);
}

static void schools(struct maker *m, struct zj_rule *rule)
{
    int *const number[] = {&rule->max_day, &rule->max_week, &rule->max_changes_day};
    const int range[][2] = {{1, 2}, {1, 3}, {0, 2}};

    teachers(m, 35, &rule->where);
    some_limits(m, number, range, 3);
}

static void travel_limit(struct maker *m, struct zj_rule *rule)
{
    int *const number[] = {&rule->max_leg_minutes, &rule->max_day_minutes, &rule->max_week_minutes,
                           &rule->max_leg_metres,  &rule->max_day_metres,  &rule->max_week_metres};
    const int range[][2] = {{5, 40}, {10, 90}, {15, 150}, {3000, 25000}, {5000, 50000}, {8000, 90000}};

    teachers(m, 35, &rule->where);
    some_limits(m, number, range, rng_chance(m->r, 70) ? 3 : 6);
    rule->from_home = rng_chance(m->r, 60);
}

static void half_day(struct maker *m, struct zj_rule *rule)
{
    teachers(m, 35, &rule->where);
}

static void spread(struct maker *m, struct zj_rule *rule)
{
    int *const number[] = {&rule->max_day, &rule->min_gap_days};
    const int range[][2] = {{1, 2}, {1, 3}};

    blocks(m, rule);
    some_limits(m, number, range, 2);
}

static void visiting_days(struct maker *m, struct zj_rule *rule)
{
    teachers(m, 35, &rule->where);
    random_list(m->r, m->a, 0, m->in->n_days - 1, 40, &rule->weekday);
    if (rng_chance(m->r, 40))
        rule->max_days = rng_in(m->r, 0, 2);
    if (rng_chance(m->r, 50))
        rule->min_periods = rng_in(m->r, 1, 3);
}

static void room(struct maker *m, struct zj_rule *rule)
{
    random_filter(m->r, m->in, m->a, KEYS_SCHOOL, 30, &rule->where);
    random_list(m->r, m->a, W_MUSIC, W_PE, 40, &rule->subjects);
    rule->capacity = rng_chance(m->r, 10) ? 0 : rng_in(m->r, 1, 2);
}

static void some_periods(struct maker *m, struct zj_ids *ids)
{
    random_list(m->r, m->a, 0, m->in->n_periods - 1, 100, ids);
    for (int i = 0; i < ids->n; i++)
        ids->v[i] = m->in->period[ids->v[i]].id;
}

static void avoid(struct maker *m, struct zj_rule *rule)
{
    blocks(m, rule);
    if (rng_chance(m->r, 70))
        some_periods(m, &rule->periods);
    if (rule->periods.n == 0 || rng_chance(m->r, 10))
        some_periods(m, &rule->only);
}

static void common_free(struct maker *m, struct zj_rule *rule)
{
    int cells = m->in->n_days * m->in->n_periods;

    teachers(m, 15, &rule->where);
    teachers(m, 75, &rule->group);
    rule->periods_per_week = rng_in(m->r, 1, 1 + cells * 3 / 4);
}

static void sync_class(struct maker *m, struct zj_rule *rule)
{
    if (rng_chance(m->r, 30))
        rule->subjects_min = rng_in(m->r, 0, 2);
    if (rng_chance(m->r, 30))
        rule->periods_min = rng_in(m->r, 0, 2);
}

static void idle(struct maker *m, struct zj_rule *rule)
{
    teachers(m, 35, &rule->where);
    rule->max_day = rng_in(m->r, 0, 1);
}

static void fairness(struct maker *m, struct zj_rule *rule)
{
    teachers(m, 35, &rule->where);
    rule->max_minutes = rng_in(m->r, 0, 120);
}

static void need(struct maker *m, struct zj_rule *rule)
{
    random_filter(m->r, m->in, m->a, KEYS_SCHOOL, 35, &rule->where);
    random_list(m->r, m->a, W_MUSIC, W_PE, 35, &rule->subjects);
}

static void scope(struct maker *m, struct zj_rule *rule)
{
    rule->within = rng_chance(m->r, 60) ? ZJ_WITHIN_COUNTY : ZJ_WITHIN_COMMUNITY;
}

static void stability(struct maker *m, struct zj_rule *rule)
{
    rule->max = rng_chance(m->r, 5) ? ZJ_NONE : rng_in(m->r, 0, 5);
}

static void nothing(struct maker *m, struct zj_rule *rule)
{
    (void)m;
    (void)rule;
}

static const struct {
    int often; /* of 10; 0 = not a rule of timetables */
    int hard;  /* of 100 */
    void (*make)(struct maker *, struct zj_rule *);
} rules[ZJ_N_ALL_RULES] = {
    [ZJ_R_no_clash] = {1, 100, nothing},
    [ZJ_R_travel_time] = {2, 100, travel_time},
    [ZJ_R_load] = {7, 45, load},
    [ZJ_R_schools] = {7, 45, schools},
    [ZJ_R_travel_limit] = {8, 45, travel_limit},
    [ZJ_R_half_day] = {7, 50, half_day},
    [ZJ_R_one_teacher] = {8, 75, blocks},
    [ZJ_R_spread] = {7, 50, spread},
    [ZJ_R_double] = {5, 50, blocks},
    [ZJ_R_visiting_days] = {8, 45, visiting_days},
    [ZJ_R_room] = {6, 50, room},
    [ZJ_R_avoid] = {8, 40, avoid},
    [ZJ_R_common_free] = {6, 50, common_free},
    [ZJ_R_sync_class] = {6, 50, sync_class},
    [ZJ_R_idle] = {6, 40, idle},
    [ZJ_R_fairness] = {6, 40, fairness},
    [ZJ_R_scope] = {4, 50, scope},
    [ZJ_R_need] = {2, 50, need},
    [ZJ_R_pins] = {1, 100, nothing},
    [ZJ_R_wishes] = {4, 50, nothing},
    [ZJ_R_stability] = {2, 40, stability},
};

void random_add_lesson_rule(struct rng *r, const struct zj_instance *in, struct zj_policy *pol,
                            const bool *wanted)
{
    struct zj_rule *all = zj_alloc_n(&pol->arena, (size_t)pol->n_lesson_rules + 1, sizeof *all);
    struct maker m = {r, in, &pol->arena};
    int id;

    do
        id = rng_in(r, 0, ZJ_LAST_OF_TIMETABLE);
    while (!wanted[id] || rng_in(r, 1, 10) > rules[id].often);
    if (pol->n_lesson_rules)
        memcpy(all, pol->lesson_rule, (size_t)pol->n_lesson_rules * sizeof *all);
    pol->lesson_rule = all;
    all += pol->n_lesson_rules;
    zj_rule_init(all, (enum zj_rule_id)id);
    all->index = pol->n_lesson_rules++;
    all->line = 10 + all->index;
    all->hard = rng_chance(r, rules[id].hard);
    all->weight = all->hard ? 1 : rng_in(r, 1, 9);
    rules[id].make(&m, all);
}
