#include "tests/support/random_timetable.h"

#include "solver/data/staff.h"
#include "solver/data/week.h"
#include "solver/io/read.h"
#include "tests/support/random_week.h"

#include <string.h>

/* Postings of `support` teach at the host, those of the other kind do not. */
static void two_kinds(struct zj_policy *pol)
{
    pol->n_kinds = 2;
    pol->kind = zj_alloc_n(&pol->arena, 2, sizeof *pol->kind);
    for (int k = 0; k < 2; k++) {
        pol->kind[k].name = W_SUPPORT + k;
        pol->kind[k].direction = ZJ_ANY_DIRECTION;
        pol->kind[k].lengths.n = 1;
        pol->kind[k].lengths.v = zj_alloc_n(&pol->arena, 1, sizeof(int));
        pol->kind[k].lengths.v[0] = 1;
        pol->kind[k].fills_load = k == 0;
    }
}

static void make(struct rng *r, const struct week_size *size, struct random_case *c)
{
    const struct random_size people = {
        .schools = size->schools, .teachers = size->teachers, .terms = 1, .subjects = size->subjects};
    struct zj_instance *in = &c->in;
    bool wanted[ZJ_N_ALL_RULES];

    random_begin(c);
    two_kinds(&c->pol);
    c->pol.settle_minutes = rng_chance(r, 50) ? 0 : 5;
    c->pol.default_priority = rng_chance(r, 50) ? ZJ_NONE : rng_in(r, 1, 3);
    c->pol.default_max_week = rng_chance(r, 50) ? ZJ_NONE : size->tiny ? 4 : 14;
    c->pol.default_max_day = rng_chance(r, 70) ? ZJ_NONE : size->tiny ? 2 : 4;
    random_terms(r, &people, in);
    random_week(r, size, in);
    random_campuses(r, size, in);
    random_teachers(r, &people, in);
    random_limits(r, size, in);
    random_demand(r, size, in);
    zj_week_resolve(in); /* the classes, for the rows that name them */
    random_week_rows(r, size, in);
    random_week_wants(r, size, in);
    zj_instance_finish(in, &c->pol);
    memset(wanted, true, sizeof wanted);
    for (int i = 0; i < size->rules; i++)
        random_add_lesson_rule(r, in, &c->pol, wanted);
}

void random_week_tables(struct random_case *c, uint64_t seed)
{
    struct rng r = rng_make(seed, 1u << 29);
    struct week_size size = {.schools = rng_chance(&r, 10) ? 1 : rng_in(&r, 2, 4),
                             .teachers = rng_in(&r, 1, 4),
                             .subjects = rng_chance(&r, 50) ? 1 : rng_in(&r, 2, 3),
                             .days = rng_in(&r, 1, 4),
                             .periods = rng_in(&r, 2, 5),
                             .classes = rng_in(&r, 1, 3),
                             .blocks = rng_in(&r, 1, 6),
                             .rules = rng_in(&r, 0, 5),
                             .tiny = true};

    size.communities = size.schools > 2 && rng_chance(&r, 30) ? 2 : 1;
    if (size.days * size.periods > 12)
        size.periods = 12 / size.days;
    c->seed = seed;
    make(&r, &size, c);
}

void random_week_make(struct random_case *c, uint64_t seed)
{
    random_week_tables(c, seed);
    zj_staff_in_term(&c->in, &c->pol, NULL, 0);
}

/* Rules that many people or classes cannot all keep make the whole plan empty: they are soft. */
static void soften(struct rng *r, struct zj_policy *pol)
{
    static const bool may_forbid_all[ZJ_N_ALL_RULES] = {
        [ZJ_R_need] = true, [ZJ_R_common_free] = true, [ZJ_R_sync_class] = true};

    for (int i = 0; i < pol->n_lesson_rules; i++) {
        struct zj_rule *rule = &pol->lesson_rule[i];
        if (may_forbid_all[rule->id] && rng_chance(r, 80)) {
            rule->hard = false;
            rule->weight = rng_in(r, 1, 9);
        }
    }
}

void random_community_tables(struct random_case *c, uint64_t seed)
{
    struct rng r = rng_make(seed, 3u << 29);
    struct week_size size = {.schools = rng_in(&r, 4, 8),
                             .communities = 1,
                             .teachers = rng_in(&r, 6, 15),
                             .subjects = rng_in(&r, 1, 3),
                             .days = rng_chance(&r, 80) ? 5 : rng_in(&r, 2, 4),
                             .periods = rng_in(&r, 5, 6),
                             .classes = rng_in(&r, 2, 4),
                             .rules = rng_in(&r, 1, 6)};

    size.communities = rng_chance(&r, 25) ? 2 : 1;
    size.blocks = size.teachers * rng_in(&r, 3, 7);
    c->seed = seed;
    make(&r, &size, c);
    soften(&r, &c->pol);
}

void random_community_make(struct random_case *c, uint64_t seed)
{
    random_community_tables(c, seed);
    zj_staff_in_term(&c->in, &c->pol, NULL, 0);
}

/* Lessons of one teacher or class at one time, or more of the block than it wants. */
static bool is_clash(const struct random_case *c, const struct zj_lessons *p, const struct zj_block *b,
                     const struct zj_lesson *x)
{
    const struct zj_period *at = zj_period_at(&c->in, x->school, x->period);
    int n = 0;

    for (int i = 0; i < p->n; i++) {
        const struct zj_lesson *y = &p->v[i];
        const struct zj_period *then = zj_period_at(&c->in, y->school, y->period);
        n += y->class_id == x->class_id && y->subject == x->subject;
        if ((y->teacher == x->teacher || y->class_id == x->class_id) && y->day == x->day && at && then &&
            zj_periods_overlap(at, then))
            return true;
    }
    return n >= b->periods;
}

void random_lessons(struct rng *r, const struct random_case *c, int most, int tame, struct zj_lessons *p)
{
    const struct zj_instance *in = &c->in;

    *p = (struct zj_lessons){0};
    for (int tries = 0; in->n_blocks > 0 && in->n_teachers > 0 && tries < 4 * most && p->n < most; tries++) {
        const struct zj_block *b = &in->block[rng_in(r, 0, in->n_blocks - 1)];
        struct zj_lesson x = {.teacher = rng_in(r, 0, in->n_teachers - 1),
                              .school = b->school,
                              .class_id = b->class_id,
                              .subject = b->subject,
                              .day = rng_in(r, 0, in->n_days - 1),
                              .period = in->period[rng_in(r, 0, in->n_periods - 1)].id};
        const struct zj_period *at = zj_period_at(in, x.school, x.period);
        if (rng_chance(r, tame) &&
            (!at || !zj_may_teach(in, &c->pol, x.teacher, b) || in->teacher[x.teacher].away ||
             zj_teacher_busy(in, x.teacher, x.day, at) ||
             zj_class_busy(in, x.class_id, x.school, x.day, at) || is_clash(c, p, b, &x)))
            continue;
        zj_lessons_add(p, &x);
    }
    zj_lessons_sort(in, p);
}
