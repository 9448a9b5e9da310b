#include "models/pairing/model.h"

#include "solver/data/travel.h"

#include <stdlib.h>

/* ---- who may assist whom ------------------------------------------------------------------------------ */

static void add_pair(struct pr_model *m, const struct pr_pair *p)
{
    ZJ_GROW(m->pair, m->n_pairs, m->cap_pairs);
    m->pair[m->n_pairs++] = *p;
}

static void all_pairs(struct pr_model *m)
{
    const struct zj_rule *depth = pr_depth_rule(m->pol);
    bool chains = depth && depth->max > 1;

    for (int l = 0; l < m->in->n_schools; l++) {
        for (int s = 0; s < m->in->n_schools && (chains || pr_is_lead(m, l)); s++)
            if (s != l && pr_is_member(m, s) && zj_minutes(m->in, l, s) != ZJ_NONE)
                add_pair(m, &(struct pr_pair){.lead = l, .member = s, .form = -1});
    }
}

static void find_pairs(struct pr_model *m, const struct zj_pairs *fixed)
{
    for (int i = 0; fixed && i < fixed->n; i++) {
        const struct zj_pair *x = &fixed->v[i];
        add_pair(m, &(struct pr_pair){x->lead, x->member, x->form, x->round, false});
    }
    if (!fixed)
        all_pairs(m);
    for (int k = 0; k < m->n_pairs; k++) {
        const struct pr_pair *p = &m->pair[k];
        int col = mc_col(&m->p, 1), minutes = zj_minutes(m->in, p->lead, p->member);
        m->p.col[col].lo = fixed ? 1 : 0;
        m->p.col[col].cost[PR_TRAVEL] = minutes == ZJ_NONE ? 0 : minutes;
    }
}

/* Lists of pairs by lead and by member. */
static void sort_pairs(struct pr_model *m)
{
    const int n = m->in->n_schools;

    m->of_lead = zj_alloc_n(&m->arena, (size_t)n + 2, sizeof(int));
    m->of_member = zj_alloc_n(&m->arena, (size_t)n + 2, sizeof(int));
    m->member_pair = zj_alloc_n(&m->arena, (size_t)m->n_pairs + 1, sizeof(int));
    for (int k = 0; k < m->n_pairs; k++) {
        m->of_lead[m->pair[k].lead + 1]++;
        m->of_member[m->pair[k].member + 2]++;
    }
    for (int s = 0; s < n; s++) {
        m->of_lead[s + 1] += m->of_lead[s];
        m->of_member[s + 2] += m->of_member[s + 1];
    }
    for (int k = 0; k < m->n_pairs; k++)
        m->member_pair[m->of_member[m->pair[k].member + 1]++] = k;
}

static void prepare(struct pr_model *m)
{
    const size_t n = (size_t)m->in->n_schools;

    m->used = zj_alloc_n(&m->arena, n, sizeof(int));
    m->led = zj_alloc_n(&m->arena, n, sizeof(int));
    m->room = zj_alloc_n(&m->arena, n, sizeof(int));
    m->cap = zj_alloc_n(&m->arena, n, sizeof(int64_t));
    m->cap_off = zj_alloc_n(&m->arena, n, sizeof(bool));
    m->most_leads = zj_alloc_n(&m->arena, n, sizeof(int64_t));
    m->form_col = zj_alloc_n(&m->arena, n * ZJ_N_FORMS, sizeof(int));
    for (int s = 0; s < m->in->n_schools; s++) {
        m->used[s] = m->led[s] = -1;
        m->room[s] = ZJ_NONE;
        m->cap[s] = m->most_leads[s] = INT64_MAX;
    }
    for (size_t i = 0; i < n * ZJ_N_FORMS; i++)
        m->form_col[i] = -1;
}

/* ---- building ----------------------------------------------------------------------------------------- */

typedef void rule_fn(struct pr_model *m, const struct zj_rule *r);

/* In this order: what says how many a school may have comes before `preference`. */
static const struct {
    enum zj_rule_id id;
    rule_fn *build;
} order[] = {
    {ZJ_R_coverage, pr_coverage},     {ZJ_R_size, pr_size},
    {ZJ_R_groups, pr_groups},         {ZJ_R_composition, pr_composition},
    {ZJ_R_legal_form, pr_legal_form}, {ZJ_R_rounds, pr_rounds},
    {ZJ_R_capacity, pr_capacity},     {ZJ_R_preference, pr_preference},
};

static void build_all(struct pr_model *m, enum zj_rule_id id, rule_fn *build)
{
    for (int k = 0; k < m->pol->n_pairing_rules; k++)
        if (m->pol->pairing_rule[k].id == id)
            build(m, &m->pol->pairing_rule[k]);
}

/* Rules that hold whatever the policy says. An entry lends its place in the list. */
static void build_implied(struct pr_model *m)
{
    struct zj_rule pins = {.id = ZJ_R_pins, .index = -1, .hard = true};
    const struct zj_rule *levels = pr_depth_rule(m->pol);
    const struct zj_rule one = {.id = ZJ_R_depth, .index = -1, .hard = true, .max = 1};

    for (int k = m->pol->n_pairing_rules - 1; k >= 0; k--)
        if (m->pol->pairing_rule[k].id == ZJ_R_pins)
            pins.index = m->pol->pairing_rule[k].index;
    pr_pins(m, &pins);
    pr_depth(m, levels ? levels : &one);
}

static void build_bars(struct pr_model *m)
{
    build_implied(m);
    build_all(m, ZJ_R_distance, pr_distance);
    build_all(m, ZJ_R_stage, pr_stage);
}

static void begin(struct pr_model *m, const struct zj_pairs *fixed)
{
    find_pairs(m, fixed);
    sort_pairs(m);
    prepare(m);
    for (int l = 0; l < m->in->n_schools; l++)
        if (m->of_lead[l + 1] > m->of_lead[l])
            pr_used(m, l);
}

void pr_model_bars(struct pr_model *m, const struct zj_instance *in, const struct zj_policy *pol,
                   const struct mc_waivers *waivers)
{
    *m = (struct pr_model){.in = in, .pol = pol, .p = {.n_sums = PR_N_SUMS, .waivers = waivers}};
    begin(m, NULL);
    build_bars(m);
}

void pr_model_init(struct pr_model *m, const struct zj_instance *in, const struct zj_policy *pol,
                   const struct zj_pairs *fixed, const struct mc_waivers *waivers,
                   const struct mc_trial *trial)
{
    *m = (struct pr_model){.in = in,
                           .pol = pol,
                           .fixed = fixed != NULL,
                           .p = {.n_sums = PR_N_SUMS, .waivers = waivers, .trial = trial}};
    begin(m, fixed);
    build_bars(m);
    for (size_t i = 0; i < sizeof order / sizeof order[0]; i++) {
        build_all(m, order[i].id, order[i].build);
        if (order[i].id == ZJ_R_coverage)
            pr_uncovered(m);
    }
}

void pr_model_release(struct pr_model *m)
{
    free(m->pair);
    mc_program_release(&m->p);
    zj_arena_release(&m->arena);
}
