/*
 * plant_postings.c - what postings cannot bear.
 */
#include "tests/support/plant_parts.h"

static void quota_too_high(struct soil *s)
{
    plant_rule(s, ZJ_SECONDMENT, ZJ_R_quota);
    s->rule->over = (enum zj_over)rng_in(s->r, 0, ZJ_N_OVER - 1);
    s->rule->per = (enum zj_per)rng_in(s->r, 0, ZJ_N_PER - 1);
    s->rule->count = ZJ_STARTS;
    s->rule->direction = s->rule->over == ZJ_OVER_PAIR ? ZJ_LEAD_TO_MEMBER : ZJ_ANY_DIRECTION;
    s->rule->min = rng_in(s->r, 2, 9);
    if (rng_chance(s->r, 50))
        plant_at_school(s, plant_any_school(s));
}

static void quota_too_low(struct soil *s)
{
    plant_rule(s, ZJ_SECONDMENT, ZJ_R_quota);
    s->rule->over = ZJ_OVER_COUNTY;
    s->rule->per = ZJ_PER_HORIZON;
    s->rule->count = ZJ_STARTS;
    s->rule->direction = ZJ_ANY_DIRECTION;
    s->rule->max = 0;
}

static void age_too_low(struct soil *s)
{
    plant_rule(s, ZJ_SECONDMENT, ZJ_R_age_limit);
    s->rule->max_age[ZJ_MALE] = s->rule->max_age[ZJ_FEMALE] = rng_in(s->r, 18, 24);
}

static void road_too_short(struct soil *s)
{
    plant_rule(s, ZJ_SECONDMENT, ZJ_R_distance);
    s->rule->max_minutes = rng_in(s->r, 0, 3);
}

static void nobody_eligible(struct soil *s)
{
    plant_rule(s, ZJ_SECONDMENT, ZJ_R_eligibility);
    s->rule->filter.empty = false;
    s->rule->filter.service_years = (struct zj_range){true, rng_in(s->r, 40, 60), ZJ_NONE};
}

static void everybody_goes(struct soil *s)
{
    plant_rule(s, ZJ_SECONDMENT, rng_chance(s->r, 50) ? ZJ_R_exchange_rate : ZJ_R_cycle);
    if (s->rule->id == ZJ_R_cycle)
        s->rule->years = 1;
    else
        s->rule->permille = rng_in(s->r, 800, 1000);
}

static void all_lessons(struct soil *s)
{
    plant_rule(s, ZJ_SECONDMENT, ZJ_R_need);
}

static void nobody_missed(struct soil *s)
{
    plant_rule(s, ZJ_SECONDMENT, ZJ_R_keep_coverage);
    s->rule->by = ZJ_BY_SUBJECT;
    s->rule->unit = ZJ_HEADS;
    s->rule->min = rng_in(s->r, 3, 9);
}

static void no_mentors(struct soil *s)
{
    plant_rule(s, ZJ_SECONDMENT, ZJ_R_mentor_capacity);
    s->rule->max = 0;
}

static void pin_that_forbids(struct soil *s)
{
    struct zj_pin *p = plant_pin(s, ZJ_SECONDMENT);

    p->forbid = true;
    if (rng_chance(s->r, 50))
        p->to = plant_any_school(s);
    else
        p->teacher = plant_any_teacher(s);
}

static void pin_that_asks(struct soil *s)
{
    struct zj_pin *p = plant_pin(s, ZJ_SECONDMENT);

    p->teacher = plant_any_teacher(s);
    p->to = plant_any_school(s);
    if (rng_chance(s->r, 40))
        p->start_term = rng_in(s->r, 0, s->c->in.n_terms - 1);
}

struct plant plant_postings(struct rng *r, struct random_case *c)
{
    static planter *const menu[] = {quota_too_high,  quota_too_low,    age_too_low,  road_too_short,
                                    nobody_eligible, everybody_goes,   all_lessons,  nobody_missed,
                                    no_mentors,      pin_that_forbids, pin_that_asks};

    return plant_one(r, c, menu, sizeof menu / sizeof *menu);
}

void plant_demand_of_postings(struct rng *r, struct random_case *c)
{
    struct soil s = {.r = r, .c = c};

    plant_rule(&s, ZJ_SECONDMENT, ZJ_R_quota);
    s.rule->over = rng_chance(r, 50) ? ZJ_OVER_COUNTY : ZJ_OVER_SENDER;
    s.rule->per = ZJ_PER_HORIZON;
    s.rule->count = ZJ_STARTS;
    s.rule->direction = ZJ_ANY_DIRECTION;
    s.rule->min = 1;
}

void plant_minimum_of_county(struct rng *r, struct random_case *c)
{
    struct soil s = {.r = r, .c = c};

    plant_rule(&s, ZJ_SECONDMENT, ZJ_R_quota);
    s.rule->over = ZJ_OVER_COMMUNITY;
    s.rule->per = ZJ_PER_HORIZON;
    s.rule->count = ZJ_STARTS;
    s.rule->direction = ZJ_ANY_DIRECTION;
    s.rule->max = rng_in(r, 1, 2);
    plant_rule(&s, ZJ_SECONDMENT, rng_chance(r, 50) ? ZJ_R_quota : ZJ_R_exchange_rate);
    if (s.rule->id == ZJ_R_exchange_rate) {
        s.rule->permille = rng_in(r, 300, 1000);
        return;
    }
    s.rule->over = ZJ_OVER_COUNTY;
    s.rule->per = (enum zj_per)rng_in(r, 0, ZJ_N_PER - 1);
    s.rule->count = ZJ_STARTS;
    s.rule->direction = ZJ_ANY_DIRECTION;
    s.rule->min = rng_in(r, 2, 5);
}
