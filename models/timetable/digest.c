/*
 * digest.c - the tightest hard limit of every kind, over the columns of the tables and the hard rules.
 */
#include "models/timetable/digest.h"

static void tighten(int *limit, int value)
{
    if (value != ZJ_NONE && value < *limit)
        *limit = value;
}

static void travel_limits(struct tt_limits *l, const struct zj_rule *r)
{
    const int home = r->from_home ? 1 : 0;

    tighten(&l->leg_minutes[home], r->max_leg_minutes);
    tighten(&l->day_minutes[home], r->max_day_minutes);
    tighten(&l->week_minutes[home], r->max_week_minutes);
    tighten(&l->leg_metres[home], r->max_leg_metres);
    tighten(&l->day_metres[home], r->max_day_metres);
    tighten(&l->week_metres[home], r->max_week_metres);
}

static void teacher_rule(struct tt_limits *l, const struct zj_rule *r)
{
    switch (r->id) {
    case ZJ_R_load:
        tighten(&l->day, r->max_day);
        tighten(&l->week, r->max_week);
        tighten(&l->row, r->max_row);
        break;
    case ZJ_R_schools:
        tighten(&l->campuses_day, r->max_day);
        tighten(&l->campuses_week, r->max_week);
        tighten(&l->changes_day, r->max_changes_day);
        break;
    case ZJ_R_travel_limit:
        travel_limits(l, r);
        break;
    case ZJ_R_half_day:
        l->half_day = true;
        break;
    case ZJ_R_idle:
        tighten(&l->idle_day, r->max_day == ZJ_NONE ? 0 : r->max_day);
        break;
    case ZJ_R_fairness:
        tighten(&l->week_minutes[1], r->max_minutes);
        break;
    default:
        break;
    }
}

static const struct tt_limits no_limits = {.day = TT_NO_LIMIT,
                                           .week = TT_NO_LIMIT,
                                           .row = TT_NO_LIMIT,
                                           .campuses_day = TT_NO_LIMIT,
                                           .campuses_week = TT_NO_LIMIT,
                                           .changes_day = TT_NO_LIMIT,
                                           .leg_minutes = {TT_NO_LIMIT, TT_NO_LIMIT},
                                           .day_minutes = {TT_NO_LIMIT, TT_NO_LIMIT},
                                           .week_minutes = {TT_NO_LIMIT, TT_NO_LIMIT},
                                           .leg_metres = {TT_NO_LIMIT, TT_NO_LIMIT},
                                           .day_metres = {TT_NO_LIMIT, TT_NO_LIMIT},
                                           .week_metres = {TT_NO_LIMIT, TT_NO_LIMIT},
                                           .idle_day = TT_NO_LIMIT};

struct tt_limits tt_digest_rule(const struct zj_rule *r)
{
    struct tt_limits l = no_limits;

    teacher_rule(&l, r);
    return l;
}

struct tt_limits tt_digest_columns(const struct tt_problem *p, int teacher)
{
    const struct zj_teacher *t = &p->in->teacher[teacher];
    struct tt_limits l = no_limits;

    if (!mc_waived(p->waivers, ZJ_R_load, -1, t->id)) {
        tighten(&l.day, t->max_day);
        tighten(&l.week, t->max_week);
    }
    if (!mc_waived(p->waivers, ZJ_R_schools, -1, t->id)) {
        tighten(&l.campuses_day, t->max_schools_day);
        tighten(&l.campuses_week, t->max_schools_week);
    }
    return l;
}

struct tt_limits tt_digest_teacher(const struct tt_problem *p, int teacher)
{
    struct tt_limits l = tt_digest_columns(p, teacher);

    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (r->hard && tt_rule_speaks_of_teacher(p, r, teacher))
            teacher_rule(&l, r);
    }
    return l;
}

void tt_digest_visits(struct tt_visit_limits *v, const struct zj_rule *r)
{
    unsigned days = 0;

    for (int d = 0; d < r->weekday.n; d++)
        days |= 1u << r->weekday.v[d];
    v->days &= r->weekday.n ? days : v->days;
    tighten(&v->max_days, r->max_days);
    if (r->min_periods != ZJ_NONE && r->min_periods > v->min_periods)
        v->min_periods = r->min_periods;
}

struct tt_visit_limits tt_visit_limits(const struct tt_problem *p, int teacher, int school)
{
    const int n_days = p->in->n_days;
    struct tt_visit_limits v = {.days = (1u << n_days) - 1, .max_days = n_days, .min_periods = 1};

    if (zj_same_campus(p->in, p->in->teacher[teacher].school, school))
        return v;
    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (r->id == ZJ_R_visiting_days && r->hard && tt_rule_speaks_of_teacher(p, r, teacher))
            tt_digest_visits(&v, r);
    }
    return v;
}

unsigned tt_digest_left(const struct tt_problem *p, const struct zj_rule *r, int school)
{
    const struct zj_day_plan *bells = &p->in->bells[school];
    unsigned left = 0;

    for (int i = 0; i < bells->n; i++) {
        if (!zj_ids_has(&r->periods, bells->v[i].id) &&
            (r->only.n == 0 || zj_ids_has(&r->only, bells->v[i].id)))
            left |= 1u << i;
    }
    return left;
}

struct tt_block_limits tt_digest_block(const struct tt_problem *p, int block)
{
    const struct zj_block *b = &p->in->block[block];
    struct tt_block_limits l = {.max_day = TT_NO_LIMIT, .allowed = ~0u};

    if (!tt_waived_at_block(p, ZJ_R_spread, -1, block))
        tighten(&l.max_day, b->max_per_day);
    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (!r->hard || !tt_rule_speaks_of_block(p, r, block))
            continue;
        if (r->id == ZJ_R_spread) {
            tighten(&l.max_day, r->max_day);
            if (r->min_gap_days != ZJ_NONE && r->min_gap_days > l.min_gap)
                l.min_gap = r->min_gap_days;
        } else if (r->id == ZJ_R_avoid) {
            l.allowed &= tt_digest_left(p, r, b->school);
        }
        l.one_teacher |= r->id == ZJ_R_one_teacher;
        l.doubles |= r->id == ZJ_R_double;
    }
    if (l.max_day > b->periods)
        l.max_day = b->periods;
    return l;
}

bool tt_digest_unwilling(const struct tt_problem *p, int teacher, int school)
{
    bool refuses = false;

    for (int i = 0; i < p->in->n_wishes; i++) {
        const struct zj_wish *w = &p->in->wish[i];
        refuses |= w->teacher == teacher && w->to == school && w->level == -2;
    }
    for (int i = 0; i < p->pol->n_lesson_rules && refuses; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (r->id == ZJ_R_wishes && r->hard && tt_rule_speaks_of_teacher(p, r, teacher))
            return true;
    }
    return false;
}
