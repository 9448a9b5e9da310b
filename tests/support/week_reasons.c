/*
 * week_reasons.c - why lessons are missing: is what the model says so?
 */
#include "tests/support/brute_place.h"
#include "tests/support/week_agree.h"

struct asked {
    const struct zj_plan *plan;
    struct reading reading;
    int block;
};

static int block_of(const struct zj_instance *in, const struct zj_unmet *u)
{
    for (int b = 0; b < in->n_blocks; b++)
        if (in->block[b].class_id == u->class_id && in->block[b].subject == u->subject &&
            in->block[b].school == u->school)
            return b;
    return -1;
}

/* Whatever the time: does the teacher have the subject, and is the school within reach of the rules? */
static bool may_teach(const struct asked *x, int teacher)
{
    const struct zj_instance *in = x->reading.in;
    const struct zj_block *b = &in->block[x->block];
    struct zj_instance free = *in;
    struct reading reading = x->reading;

    free.n_busy = 0;
    reading.in = &free;
    return reading_allows(&reading, teacher, x->block, 0, &in->bells[b->school].v[0]);
}

static bool anybody_may_teach(const struct asked *x)
{
    for (int t = 0; t < x->reading.in->n_teachers; t++)
        if (may_teach(x, t))
            return true;
    return false;
}

/* Has the teacher as many lessons a week as the tables or a hard rule allow? */
static bool is_full(const struct asked *x, int teacher)
{
    const struct zj_policy *pol = x->reading.pol;
    int limit = x->reading.in->teacher[teacher].max_week, n = 0;

    for (int i = 0; i < x->plan->lessons.n; i++)
        n += x->plan->lessons.v[i].teacher == teacher;
    for (int i = 0; i < pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &pol->lesson_rule[i];
        bool speaks = x->reading.speaks[i * x->reading.width + teacher];
        if (r->id == ZJ_R_load && r->hard && speaks && r->max_week != ZJ_NONE &&
            (limit == ZJ_NONE || r->max_week < limit))
            limit = r->max_week;
    }
    return limit != ZJ_NONE && n >= limit;
}

/* Would some lesson of the block, the only one of all, be lawful by this teacher? */
static bool could_teach(const struct asked *x, int teacher)
{
    const struct zj_instance *in = x->reading.in;
    const struct zj_block *b = &in->block[x->block];
    const struct zj_day_plan *bells = &in->bells[b->school];

    for (int i = 0; i < in->n_days * bells->n; i++) {
        const struct zj_period *at = &bells->v[i % bells->n];
        struct zj_lesson l = {teacher, b->school, b->class_id, b->subject, i / bells->n, at->id};
        bool lacks;
        if (reading_allows(&x->reading, teacher, x->block, l.day, at) &&
            board_breaks(&x->reading, &(struct zj_lessons){&l, 1, 1}, &lacks) == ZJ_N_ALL_RULES)
            return true;
    }
    return false;
}

static bool all_are_full(const struct asked *x)
{
    for (int t = 0; t < x->reading.in->n_teachers; t++)
        if (could_teach(x, t) && !is_full(x, t))
            return false;
    return true;
}

/* Could one more lesson of the block simply be put, all others staying where they are? */
static bool one_more_fits(const struct asked *x)
{
    const struct zj_instance *in = x->reading.in;
    const struct zj_block *b = &in->block[x->block];
    struct zj_lessons more = {0};
    bool fits = false;

    for (int i = 0; i < x->plan->lessons.n; i++)
        zj_lessons_add(&more, &x->plan->lessons.v[i]);
    for (int i = 0; i < in->n_teachers * in->n_days * in->bells[b->school].n && !fits; i++) {
        const int teacher = i % in->n_teachers, day = i / in->n_teachers % in->n_days;
        const struct zj_period *at = &in->bells[b->school].v[i / in->n_teachers / in->n_days];
        struct reading_result r;
        if (!reading_allows(&x->reading, teacher, x->block, day, at))
            continue;
        zj_lessons_add(&more, &(struct zj_lesson){teacher, b->school, b->class_id, b->subject, day, at->id});
        reading_judge(&x->reading, &more, &r);
        fits = r.lawful;
        more.n--;
    }
    zj_lessons_release(&more);
    return fits;
}

static const struct zj_rule *hard_rule(const struct zj_policy *pol, int index)
{
    for (int i = 0; i < pol->n_lesson_rules; i++)
        if (pol->lesson_rule[i].index == index && pol->lesson_rule[i].hard)
            return &pol->lesson_rule[i];
    return NULL;
}

static const char *false_reason(const struct asked *x, const struct zj_unmet *u)
{
    const struct zj_policy *pol = x->reading.pol;
    bool proved = x->plan->bound[ZJ_T_UNMET] == x->plan->value[ZJ_T_UNMET];

    if (u->because == ZJ_NO_TEACHER && anybody_may_teach(x))
        return "unmet for want of a teacher, but somebody may teach it";
    if (u->because != ZJ_NO_TEACHER && u->because != ZJ_BY_RULE && !anybody_may_teach(x))
        return "nobody may teach it, but another reason is given";
    if (u->because == ZJ_NO_LOAD && !all_are_full(x))
        return "unmet for want of load, but somebody who may teach it is not full";
    if (u->because == ZJ_BY_RULE && u->rule >= 0 && !hard_rule(pol, u->rule))
        return "unmet because of a rule that is not hard, or not there";
    if (u->because == ZJ_BY_LIMIT && proved)
        return "the search was not cut short, but unmet lessons are said to be due to a limit";
    if (u->because != ZJ_BY_LIMIT && one_more_fits(x))
        return "a lesson is said to fit nowhere, but it does";
    return NULL;
}

const char *week_false_reason(const struct week_trial *t, const struct zj_plan *plan)
{
    struct asked x = {.plan = plan};
    const char *why = NULL;

    reading_init(&x.reading, &t->c.in, &t->c.pol, week_kept(t));
    for (int i = 0; i < plan->n_unmet && !why; i++) {
        x.block = block_of(&t->c.in, &plan->unmet[i]);
        why = x.block < 0 ? "an unmet block that there is not" : false_reason(&x, &plan->unmet[i]);
    }
    reading_release(&x.reading);
    return why;
}
