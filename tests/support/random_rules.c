#include "tests/support/random_parts.h"

struct maker {
    struct rng *r;
    const struct zj_instance *in;
    struct zj_policy *pol;
    struct zj_arena *a;
};

static void filter(struct maker *m, unsigned keys, int percent, struct zj_filter *f)
{
    random_filter(m->r, m->in, m->a, keys, percent, f);
}

static void subjects(struct maker *m, struct zj_rule *rule)
{
    random_list(m->r, m->a, W_MUSIC, W_PE, 25, &rule->subjects);
}

static void posting_rule(struct maker *m, struct zj_rule *rule)
{
    filter(m, KEYS_POSTING, 55, &rule->where);
    random_kind_list(m->r, m->pol, &rule->kinds);
}

static void place_rule(struct maker *m, struct zj_rule *rule)
{
    filter(m, KEYS_SCHOOL, 30, &rule->where);
}

/* Strictness of roundings: the usual one mostly. */
static enum zj_round rounding(struct maker *m, enum zj_round usual)
{
    return rng_chance(m->r, 50) ? usual : (enum zj_round)rng_in(m->r, 0, ZJ_N_ROUND - 1);
}

static void age_limit(struct maker *m, struct zj_rule *rule)
{
    static const int limits[] = {30, 35, 40, 45, 50, 55};

    posting_rule(m, rule);
    for (int sex = 0; sex < ZJ_N_SEXES; sex++)
        if (rng_chance(m->r, 80))
            rule->max_age[sex] = limits[rng_in(m->r, 0, 5)];
    rule->inclusive = rng_chance(m->r, 40);
}

static void eligibility(struct maker *m, struct zj_rule *rule)
{
    posting_rule(m, rule);
    filter(m, rng_chance(m->r, 80) ? KEYS_TEACHER : KEYS_POSTING, 100, &rule->filter);
}

static void exempt(struct maker *m, struct zj_rule *rule)
{
    posting_rule(m, rule);
    random_list(m->r, m->a, W_PREGNANT, W_CARE, 60, &rule->flags);
    if (rule->flags.n && rng_chance(m->r, 40))
        return;
    rule->retire_within_years = rng_in(m->r, 0, 6);
    rule->table[ZJ_RETIRE_M] = (struct zj_retire_line){true, 720, 4, 756};
    rule->table[ZJ_RETIRE_F55] = (struct zj_retire_line){true, 660, 4, 696};
    rule->table[ZJ_RETIRE_F50] = (struct zj_retire_line){rng_chance(m->r, 80), 600, 2, 660};
    rule->table_from = zj_date_from_ymd(2025, 1, 1);
}

static void volunteers(struct maker *m, struct zj_rule *rule)
{
    posting_rule(m, rule);
    random_list(m->r, m->a, ZJ_APPLIED_NONE, ZJ_APPROVED, 100, &rule->states);
}

static void scope(struct maker *m, struct zj_rule *rule)
{
    posting_rule(m, rule);
    rule->within = rng_chance(m->r, 85) ? ZJ_WITHIN_COMMUNITY : ZJ_WITHIN_COUNTY;
}

static void quota(struct maker *m, struct zj_rule *rule)
{
    place_rule(m, rule);
    random_kind_list(m->r, m->pol, &rule->kinds);
    filter(m, KEYS_POSTING, 35, &rule->filter);
    rule->over = rng_chance(m->r, 35) ? ZJ_OVER_COUNTY : (enum zj_over)rng_in(m->r, 0, ZJ_N_OVER - 1);
    rule->per = (enum zj_per)rng_in(m->r, 0, ZJ_N_PER - 1);
    rule->count = (enum zj_count)rng_in(m->r, 0, ZJ_N_COUNT - 1);
    rule->direction = rng_chance(m->r, 50)         ? (enum zj_direction)rng_in(m->r, 0, ZJ_N_DIRECTIONS - 1)
                      : rule->over == ZJ_OVER_PAIR ? ZJ_LEAD_TO_MEMBER
                                                   : ZJ_ANY_DIRECTION;
    if (rng_chance(m->r, rule->over == ZJ_OVER_COUNTY ? 70 : 35))
        rule->min = rng_in(m->r, 1, 2);
    if (rule->min == ZJ_NONE || rng_chance(m->r, 30))
        rule->max = rule->min == ZJ_NONE ? rng_in(m->r, 0, 2) : rule->min + rng_in(m->r, 0, 1);
}

static void equal_exchange(struct maker *m, struct zj_rule *rule)
{
    place_rule(m, rule);
    random_kind_list(m->r, m->pol, &rule->kinds);
    filter(m, KEYS_POSTING, 20, &rule->filter);
    rule->over = rng_chance(m->r, 50) ? ZJ_OVER_PAIR : ZJ_OVER_COMMUNITY;
    rule->per = (enum zj_per)rng_in(m->r, 0, ZJ_N_PER - 1);
    rule->by = (enum zj_by)rng_in(m->r, 0, ZJ_N_BY - 1);
    rule->tolerance = rng_chance(m->r, 70) ? 0 : 1;
}

/* Often one of which small numbers of people make a whole, or all but one thousandth. */
static int share(struct maker *m)
{
    static const int even[] = {100, 200, 250, 333, 334, 499, 500, 501, 999};

    return rng_chance(m->r, 60) ? even[rng_in(m->r, 0, 8)] : rng_in(m->r, 0, 700);
}

static void keep_coverage(struct maker *m, struct zj_rule *rule)
{
    place_rule(m, rule);
    rule->by = rng_chance(m->r, 75) ? ZJ_BY_SUBJECT : ZJ_BY_POST;
    if (rule->by == ZJ_BY_SUBJECT)
        subjects(m, rule);
    rule->unit = rng_chance(m->r, 65) ? ZJ_HEADS : ZJ_PERIODS;
    if (rng_chance(m->r, 60))
        rule->min = rule->unit == ZJ_HEADS ? rng_in(m->r, 0, 2) : rng_in(m->r, 0, 30);
    if (rule->min == ZJ_NONE || rng_chance(m->r, 20))
        rule->max_away_permille = share(m);
    rule->round = rounding(m, ZJ_ROUND_DOWN);
}

static void backfill(struct maker *m, struct zj_rule *rule)
{
    place_rule(m, rule);
    subjects(m, rule);
    random_kind_list(m->r, m->pol, &rule->kinds);
}

static void need(struct maker *m, struct zj_rule *rule)
{
    place_rule(m, rule);
    subjects(m, rule);
    if (rule->hard && rng_chance(m->r, 50)) /* seldom within reach, so mostly soft */
        rule->hard = false;
}

static void cycle(struct maker *m, struct zj_rule *rule)
{
    filter(m, KEYS_TEACHER | KEYS_SCHOOL, 20, &rule->where);
    filter(m, KEYS_TEACHER | KEYS_SCHOOL, 60, &rule->filter);
    random_kind_list(m->r, m->pol, &rule->kinds);
    rule->years = rng_in(m->r, 1, 4);
    rule->even = rng_chance(m->r, 40);
    rule->round = rounding(m, ZJ_ROUND_UP);
}

static void exchange_rate(struct maker *m, struct zj_rule *rule)
{
    filter(m, KEYS_TEACHER | KEYS_SCHOOL, 20, &rule->where);
    filter(m, KEYS_TEACHER | KEYS_SCHOOL, 60, &rule->filter);
    random_kind_list(m->r, m->pol, &rule->kinds);
    rule->permille = share(m);
    if (rng_chance(m->r, 50)) {
        rule->backbone_permille = share(m);
        if (rng_chance(m->r, 20))
            rule->permille = ZJ_NONE;
    }
    rule->backbone_base = (enum zj_backbone_base)rng_in(m->r, 0, ZJ_N_BACKBONE_BASE - 1);
    rule->round = rounding(m, ZJ_ROUND_UP);
}

static void must_rotate(struct maker *m, struct zj_rule *rule)
{
    filter(m, KEYS_TEACHER | KEYS_SCHOOL, 30, &rule->where);
    random_list(m->r, m->a, 0, ZJ_N_POSTS - 1, 40, &rule->posts);
    rule->years = rng_in(m->r, 1, 7);
}

static void rest(struct maker *m, struct zj_rule *rule)
{
    posting_rule(m, rule);
    rule->terms = rng_in(m->r, 0, 4);
}

static void distance(struct maker *m, struct zj_rule *rule)
{
    posting_rule(m, rule);
    if (rng_chance(m->r, 70))
        rule->max_minutes = rng_in(m->r, 5, 50);
    if (rule->max_minutes == ZJ_NONE || rng_chance(m->r, 20))
        rule->max_metres = rng_in(m->r, 2000, 30000);
}

static void headcount(struct maker *m, struct zj_rule *rule)
{
    place_rule(m, rule);
    rule->tolerance = rng_in(m->r, 0, 1);
}

static void mentor_capacity(struct maker *m, struct zj_rule *rule)
{
    place_rule(m, rule);
    subjects(m, rule);
    random_kind_list(m->r, m->pol, &rule->kinds);
    rule->max = rng_chance(m->r, 85) ? 1 : 0;
    filter(m, KEYS_TEACHER | KEYS_SCHOOL, 50, &rule->mentor);
    if (!rule->mentor.empty)
        return;
    int *ranks = zj_alloc_n(m->a, 3, sizeof *ranks);
    for (int i = 0; i < 3; i++)
        ranks[i] = W_BACKBONE + i;
    rule->mentor = (struct zj_filter){.rank = {3, ranks}};
}

static void nothing(struct maker *m, struct zj_rule *rule)
{
    (void)m;
    (void)rule;
}

static void stability(struct maker *m, struct zj_rule *rule)
{
    rule->max = rng_chance(m->r, 5) ? ZJ_NONE : rng_in(m->r, 0, 3);
}

void random_parameters(struct rng *r, const struct zj_instance *in, struct zj_policy *pol,
                       struct zj_rule *rule)
{
    static void (*const make[ZJ_N_RULES])(struct maker *, struct zj_rule *) = {
        [ZJ_R_one_posting] = nothing,
        [ZJ_R_age_limit] = age_limit,
        [ZJ_R_eligibility] = eligibility,
        [ZJ_R_exempt] = exempt,
        [ZJ_R_volunteers] = volunteers,
        [ZJ_R_scope] = scope,
        [ZJ_R_quota] = quota,
        [ZJ_R_equal_exchange] = equal_exchange,
        [ZJ_R_keep_coverage] = keep_coverage,
        [ZJ_R_backfill] = backfill,
        [ZJ_R_need] = need,
        [ZJ_R_cycle] = cycle,
        [ZJ_R_exchange_rate] = exchange_rate,
        [ZJ_R_must_rotate] = must_rotate,
        [ZJ_R_rest] = rest,
        [ZJ_R_distance] = distance,
        [ZJ_R_headcount] = headcount,
        [ZJ_R_mentor_capacity] = mentor_capacity,
        [ZJ_R_pins] = nothing,
        [ZJ_R_wishes] = posting_rule,
        [ZJ_R_stability] = stability,
    };
    struct maker m = {r, in, pol, &pol->arena};

    make[rule->id](&m, rule);
}
