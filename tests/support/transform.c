#include "tests/support/transform.h"

#include "solver/data/change.h"

#include <string.h>

bool transform_rename(struct rng *r, struct random_case *c)
{
    struct zj_instance *in = &c->in;

    (void)r;
    for (int i = 0; i < in->n_schools; i++)
        in->school[i].id = zj_printf(&in->arena, "X%d", 99 - i);
    for (int i = 0; i < in->n_teachers; i++)
        in->teacher[i].id = zj_printf(&in->arena, "%c_%d", 'A' + (7 * i) % 26, 99 - i);
    for (int i = 0; i < in->n_terms; i++) {
        in->term[i].id = zj_printf(&in->arena, "term-%c", 'z' - i);
        in->term[i].year = zj_printf(&in->arena, "year-%c", 'z' - in->term[i].year_index);
    }
    return true;
}

static int32_t later(int32_t date, int years)
{
    int year, month, day;

    if (date == ZJ_NO_DATE)
        return date;
    zj_date_to_ymd(date, &year, &month, &day);
    return zj_date_from_ymd(year + years, month, day);
}

static bool is_leap_day(int32_t date)
{
    int year, month, day;

    zj_date_to_ymd(date, &year, &month, &day);
    return month == 2 && day == 29;
}

/*
 * By one year when no leap day comes between two dates that are compared in
 * days, else by four: then all distances in days stay.
 */
bool transform_shift_years(struct rng *r, struct random_case *c)
{
    struct zj_instance *in = &c->in;
    int years = in->n_history ? 4 : 1;

    (void)r;
    for (int i = 0; i < in->n_teachers; i++)
        if (is_leap_day(in->teacher[i].birth))
            years = 4;
    for (int i = 0; i < in->n_terms; i++)
        if (is_leap_day(in->term[i].start) || is_leap_day(in->term[i].start + 1))
            years = 4;
    for (int i = 0; i < in->n_terms; i++) {
        in->term[i].start = later(in->term[i].start, years);
        in->term[i].end = later(in->term[i].end, years);
    }
    for (int i = 0; i < in->n_teachers; i++) {
        struct zj_teacher *t = &in->teacher[i];
        t->birth = later(t->birth, years);
        t->service_since = later(t->service_since, years);
        t->here_since = later(t->here_since, years);
    }
    for (int i = 0; i < in->n_history; i++) {
        in->history[i].start = later(in->history[i].start, years);
        in->history[i].end = later(in->history[i].end, years);
    }
    for (int i = 0; i < c->pol.n_rules; i++)
        c->pol.rule[i].table_from = later(c->pol.rule[i].table_from, years);
    return true;
}

static bool has_rule(const struct zj_policy *pol, enum zj_rule_id id)
{
    for (int i = 0; i < pol->n_rules; i++)
        if (pol->rule[i].id == id)
            return true;
    return false;
}

/* A newcomer whom a pin keeps at home, with a subject that nobody else has and no demand asks for. */
bool transform_add_unusable_teacher(struct rng *r, struct random_case *c)
{
    struct zj_instance *in = &c->in;
    /* These count people at home, or ask something of each of them. */
    static const enum zj_rule_id counting[] = {ZJ_R_cycle, ZJ_R_exchange_rate, ZJ_R_keep_coverage};

    for (size_t i = 0; i < sizeof counting / sizeof counting[0]; i++)
        if (has_rule(&c->pol, counting[i]))
            return false;
    struct zj_teacher *t = zj_alloc_n(&in->arena, (size_t)in->n_teachers + 1, sizeof *t);
    struct zj_pin *p = zj_alloc_n(&in->arena, (size_t)in->n_pins + 1, sizeof *p);
    memcpy(t, in->teacher, (size_t)in->n_teachers * sizeof *t);
    if (in->n_pins)
        memcpy(p, in->pin, (size_t)in->n_pins * sizeof *p);
    in->teacher = t;
    in->pin = p;
    t += in->n_teachers;
    *t = in->teacher[rng_in(r, 0, in->n_teachers - 1)];
    t->id = t->name = "T9999";
    t->here_since = ZJ_NO_DATE;
    t->subjects = (struct zj_ids){1, zj_alloc(&in->arena, sizeof(int))};
    t->subjects.v[0] = zj_intern(&in->words, &in->arena, "书法");
    struct zj_pin *pin = &in->pin[in->n_pins];
    *pin = zj_pin_any(ZJ_SECONDMENT);
    pin->forbid = true;
    pin->teacher = in->n_teachers;
    pin->line = in->n_pins + 2;
    in->n_teachers++;
    in->n_pins++;
    return true;
}

static struct zj_rule *append_copy(struct zj_policy *pol, const struct zj_rule *rule)
{
    struct zj_rule *all = zj_alloc_n(&pol->arena, (size_t)pol->n_rules + 1, sizeof *all);

    memcpy(all, pol->rule, (size_t)pol->n_rules * sizeof *all);
    all[pol->n_rules] = *rule;
    all[pol->n_rules].index = pol->n_rules;
    pol->rule = all;
    return &all[pol->n_rules++];
}

bool transform_repeat_hard_rule(struct rng *r, struct random_case *c)
{
    const struct zj_rule *rule = &c->pol.rule[rng_in(r, 0, c->pol.n_rules - 1)];

    if (!rule->hard)
        return false;
    append_copy(&c->pol, rule);
    return true;
}

/* A hard rule that nobody can break: at most 999 postings of a kind, an age limit of 150. */
bool transform_add_idle_rule(struct rng *r, struct random_case *c)
{
    static const bool some[ZJ_N_RULES] = {
        [ZJ_R_quota] = true, [ZJ_R_age_limit] = true, [ZJ_R_distance] = true};

    random_add_rule(r, &c->in, &c->pol, some);
    struct zj_rule *rule = &c->pol.rule[c->pol.n_rules - 1];
    rule->hard = true;
    rule->min = ZJ_NONE;
    rule->max = rule->max_minutes = rule->max_metres = 999999;
    rule->max_age[ZJ_MALE] = rule->max_age[ZJ_FEMALE] = 150;
    return true;
}

bool transform_double_weights(struct rng *r, struct random_case *c)
{
    (void)r;
    for (int i = 0; i < c->pol.n_rules; i++)
        c->pol.rule[i].weight *= 2;
    return true;
}

bool transform_add_rule(struct rng *r, struct random_case *c)
{
    bool wanted[ZJ_N_RULES];

    memset(wanted, true, sizeof wanted);
    wanted[ZJ_R_need] = false; /* the first of them narrows what tier need counts */
    random_add_rule(r, &c->in, &c->pol, wanted);
    return true;
}

bool transform_harden(struct rng *r, struct random_case *c)
{
    int i = rng_in(r, 0, c->pol.n_rules - 1);
    struct zj_rule *rule = &c->pol.rule[i];

    if (rule->hard || rule->id == ZJ_R_need)
        return false;
    append_copy(&c->pol, rule)->hard = true; /* beside the soft one, whose price stays */
    return true;
}
