#include "models/pairing/certificate.h"

#include "models/common/blocks.h"
#include "models/pairing/model.h"
#include "solver/base/i18n.h"

#include <stdlib.h>

/* The program as it stands in the certificate. */
struct certified {
    struct pr_model m;
    struct zj_arena arena;
    struct lp *lp;
    const char **column, **row; /* names */
    int cap_columns, cap_rows;
    int largest, smallest; /* columns */
    int64_t *x;            /* the plan's vector; NULL when there is none */
};

struct job {
    struct certified c;
    const struct zj_plan *plan;
};

static void name_column(struct certified *c, int j, const char *name)
{
    while (j >= c->cap_columns)
        ZJ_GROW(c->column, c->cap_columns, c->cap_columns);
    c->column[j] = mc_name(&c->arena, name);
}

static void name_row(struct certified *c, int i, const char *name)
{
    while (i >= c->cap_rows)
        ZJ_GROW(c->row, c->cap_rows, c->cap_rows);
    c->row[i] = mc_name(&c->arena, name);
}

/* S001>S012; aux:5. A pair that is barred stays at 0. */
static void add_columns(struct certified *c)
{
    for (int j = 0; j < c->m.p.n_cols; j++) {
        const struct mc_col *col = &c->m.p.col[j];
        lp_col(c->lp, col->lo, col->barred ? 0 : col->hi);
        name_column(c, j, j < c->m.n_pairs ? pr_row_text(&c->m, j) : zj_printf(&c->arena, "aux:%d", j));
    }
}

/* quota:1:S001 - rule, its place in the policy, where; row:7 - what columns mean. */
static void add_rows(struct certified *c)
{
    const struct mc_program *p = &c->m.p;

    for (int i = 0; i < p->n_rows; i++) {
        const struct mc_row *row = &p->row[i];
        const struct zj_conflict_part *part = row->part < 0 ? NULL : &p->part[row->part];
        int number = lp_row(c->lp, mc_lp_bound(row->lo), mc_lp_bound(row->hi), row->n, p->idx + row->first,
                            p->val + row->first);
        name_row(
            c, number,
            part ? zj_printf(&c->arena, "%s:%d:%s", zj_rule_name(part->rule), part->index + 1, part->where)
                 : zj_printf(&c->arena, "row:%d", i));
    }
}

/* ---- balance -------------------------------------------------------------------------------------- */

/* n[l] - largest <= 0, or, `least`, n[l] - smallest - most u[l] >= - most. */
static void add_group(struct certified *c, int lead, bool least)
{
    const int n = c->m.of_lead[lead + 1] - c->m.of_lead[lead];
    int *idx = zj_calloc((size_t)n + 2, sizeof *idx), k = 0;
    int64_t *val = zj_calloc((size_t)n + 2, sizeof *val);
    const int64_t most = c->m.in->n_schools;

    for (; k < n; k++) {
        idx[k] = c->m.of_lead[lead] + k;
        val[k] = 1;
    }
    idx[k] = least ? c->smallest : c->largest;
    val[k++] = -1;
    if (least) {
        idx[k] = c->m.used[lead];
        val[k++] = -most;
    }
    const int row = lp_row(c->lp, least ? -most : -LP_INF, least ? LP_INF : 0, k, idx, val);
    name_row(c, row, zj_printf(&c->arena, "%s:%s", least ? "smallest" : "largest", c->m.in->school[lead].id));
    free(idx);
    free(val);
}

static void add_balance(struct certified *c)
{
    const int64_t val[] = {1, -1};

    c->largest = lp_col(c->lp, 0, c->m.in->n_schools);
    c->smallest = lp_col(c->lp, 0, c->m.in->n_schools);
    name_column(c, c->largest, "largest");
    name_column(c, c->smallest, "smallest");
    name_row(c, lp_row(c->lp, 0, LP_INF, 2, (const int[]){c->largest, c->smallest}, val), "balance");
    for (int l = 0; l < c->m.in->n_schools; l++)
        for (int least = 0; least < 2 && c->m.used[l] >= 0; least++)
            add_group(c, l, least);
}

/* ---- aims ----------------------------------------------------------------------------------------- */

static int64_t cost_of(const struct certified *c, int j, enum zj_tier tier)
{
    static const int sum[ZJ_MAX_TIERS] = {
        [ZJ_T_SOFT] = PR_SOFT, [ZJ_T_UNCOVERED] = PR_UNCOVERED, [ZJ_T_TRAVEL] = PR_TRAVEL};

    if (tier == ZJ_T_BALANCE)
        return j == c->largest ? 1 : j == c->smallest ? -1 : 0;
    return j < c->m.p.n_cols ? c->m.p.col[j].cost[sum[tier]] : 0;
}

static void add_aim_row(struct certified *c, enum zj_tier tier, int64_t value)
{
    const int n_cols = lp_n_cols(c->lp);
    int *idx = zj_calloc((size_t)n_cols + 1, sizeof *idx), n = 0;
    int64_t *val = zj_calloc((size_t)n_cols + 1, sizeof *val);

    for (int j = 0; j < n_cols; j++) {
        idx[n] = j;
        val[n] = cost_of(c, j, tier);
        n += val[n] != 0;
    }
    name_row(c, lp_row(c->lp, -LP_INF, value, n, idx, val),
             zj_printf(&c->arena, "aim_%s", zj_tier_name(tier)));
    free(idx);
    free(val);
}

static void aim(struct certified *c, const struct zj_plan *plan, int k)
{
    for (int i = 0; i < k; i++)
        add_aim_row(c, plan->order[i], plan->value[plan->order[i]]);
    for (int j = 0; j < lp_n_cols(c->lp); j++)
        lp_cost(c->lp, j, (double)cost_of(c, j, plan->order[k]));
}

/* ---- the plan ------------------------------------------------------------------------------------- */

static void fix_pairs(struct certified *c, const struct zj_pairs *pairs, struct lp *lp)
{
    for (int j = 0; j < c->m.n_pairs; j++)
        lp_col_bounds(lp, j, 0, 0);
    for (int i = 0; i < pairs->n; i++) {
        const int j = pr_find(&c->m, pairs->v[i].lead, pairs->v[i].member);
        if (j >= 0)
            lp_col_bounds(lp, j, 1, 1);
    }
}

/* The vector of the plan: with its pairs fixed the other columns take what costs least in any tier. */
static enum zj_status load(struct certified *c, const struct zj_plan *plan, bool *good, struct zj_err *err)
{
    struct lp *lp = lp_clone(c->lp);
    const struct lp_limits limits = {.enough = -LP_INF};

    c->x = zj_calloc((size_t)lp_n_cols(lp) + 1, sizeof *c->x);
    struct lp_answer a = {.x = c->x};
    fix_pairs(c, &plan->pairs, lp);
    for (int j = c->m.n_pairs; j < lp_n_cols(lp); j++) {
        int64_t cost = 0;
        for (int t = 0; t < plan->n_tiers; t++)
            cost += cost_of(c, j, plan->order[t]);
        lp_cost(lp, j, (double)cost);
    }
    enum zj_status st = lp_solve(lp, &limits, NULL, &a, err);
    *good = a.status == LP_OPTIMAL;
    lp_free(lp);
    return st;
}

/* ---- the whole ------------------------------------------------------------------------------------ */

/* In a worker, which may change what it sees. */
static enum zj_status prove(void *ctx, int block, int k, struct mc_proof *p, struct zj_err *err)
{
    struct job *job = ctx;
    struct certified *c = &job->c;

    (void)block;
    if (k >= 0)
        aim(c, job->plan, k);
    const struct proof_task t = {.lp = c->lp,
                                 .column = c->column,
                                 .row = c->row,
                                 .x = c->x,
                                 .value = k < 0 ? 0 : job->plan->value[job->plan->order[k]],
                                 .first = -1};
    return mc_prove(p, &t, err);
}

static int columns(void *ctx, int block)
{
    (void)block;
    return lp_n_cols(((struct job *)ctx)->c.lp);
}

static void init(struct certified *c, const struct zj_instance *in, const struct zj_policy *pol,
                 const struct pr_options *opt)
{
    *c = (struct certified){.lp = lp_new()};
    pr_model_init(&c->m, in, pol, NULL, opt->waivers, NULL);
    add_columns(c);
    add_rows(c);
    add_balance(c);
}

static void release(struct certified *c)
{
    lp_free(c->lp);
    pr_model_release(&c->m);
    zj_arena_release(&c->arena);
    free(c->column);
    free(c->row);
    free(c->x);
}

enum zj_status pr_certify(const struct zj_instance *in, const struct zj_policy *pol,
                          const struct pr_options *opt, const struct zj_plan *plan, int jobs,
                          struct mc_certificate *out, struct zj_err *err)
{
    struct job job = {.plan = plan};
    const struct mc_certifying all = {&job, plan, 1, columns, NULL, prove};
    const struct pool pool = {.jobs = jobs,
                              .deadline = opt->time_limit_ms ? lp_clock_ms() + opt->time_limit_ms : 0,
                              .stop = opt->stop};
    enum zj_status st = ZJ_OK;
    bool good = true;

    *out = (struct mc_certificate){.how = MC_CERT_OPEN};
    init(&job.c, in, pol, opt);
    if (plan->status == ZJ_PLAN_OPTIMAL)
        st = load(&job.c, plan, &good, err);
    if (st == ZJ_OK && !good)
        st = zj_fail(err, ZJ_EINTERNAL, _("the plan is no answer of the program that is to be certified"));
    if (st == ZJ_OK)
        st = mc_certify(&all, &pool, out, err);
    release(&job.c);
    return st;
}
