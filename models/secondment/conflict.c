/*
 * conflict.c - the hard rows of an infeasible block that collide, found by deletion.
 *
 * All hard rows of the block are candidates. Groups of them are dropped (their bounds
 * freed), halving the groups when the rest becomes feasible: what is left is
 * infeasible by a proved solve. A drop whose solve ends at a limit is taken back, so the
 * set is sufficient but may hold a row too many. Columns that hard filters (ages, scope …)
 * removed are not in the program: rules that barred postings in the block are named too.
 */
#include "models/secondment/conflict.h"

#include "models/secondment/families.h"
#include "models/secondment/network.h"

#include <stdlib.h>
#include <string.h>

enum { NODES_A_PROBE = 500, MAX_PARTS = 200, MAX_TOGETHER = 8000 };

struct filter {
    struct sec_program p;
    int *row; /* model rows that are candidates */
    bool *in; /* by candidate */
    int n;
    int64_t *x;
    struct lp_limits limits;
};

static void set_row(struct filter *f, int k, bool on)
{
    const struct sec_row *row = &f->p.m->row[f->row[k]];

    f->in[k] = on;
    lp_row_bounds(f->p.lp, f->p.rule_row[f->row[k]], on ? row->lo : -LP_INF, on ? row->hi : LP_INF);
}

static enum zj_status still_infeasible(struct filter *f, bool *yes, struct zj_err *err)
{
    struct lp_answer a = {.x = f->x};
    enum zj_status st = lp_solve(f->p.lp, &f->limits, NULL, &a, err);

    *yes = a.status == LP_INFEASIBLE;
    return st;
}

/* Drop candidates [lo, hi) if the rest stays infeasible; otherwise try its halves. */
static enum zj_status drop_range(struct filter *f, int lo, int hi, struct zj_err *err)
{
    bool yes = false;

    if (lo >= hi || pool_stop)
        return ZJ_OK;
    for (int k = lo; k < hi; k++)
        set_row(f, k, false);
    ZJ_TRY(still_infeasible(f, &yes, err));
    if (yes)
        return ZJ_OK;
    for (int k = lo; k < hi; k++)
        set_row(f, k, true);
    if (hi - lo == 1)
        return ZJ_OK;
    int middle = lo + (hi - lo) / 2;
    ZJ_TRY(drop_range(f, lo, middle, err));
    return drop_range(f, middle, hi, err);
}

struct probe {
    const struct sec_run *r;
    const int *block;
};

/* In a worker: the model rows that remain, as ints. */
static enum zj_status find_rows(void *ctx, int i, struct pool_bytes *out, struct zj_err *err)
{
    const struct probe *probe = ctx;
    const struct sec_model *m = &probe->r->blocks.model[probe->block[i]];
    struct filter f = {.limits = {.nodes = NODES_A_PROBE, .enough = 0, .stop = &pool_stop}};

    f.limits.deadline = probe->r->deadline;
    sec_program_init(&f.p, m);
    f.row = zj_calloc((size_t)m->n_rows + 1, sizeof *f.row);
    f.in = zj_calloc((size_t)m->n_rows + 1, sizeof *f.in);
    f.x = zj_calloc((size_t)f.p.n_cols + 1, sizeof *f.x);
    for (int k = 0; k < m->n_rows; k++) {
        if (f.p.rule_row[k] >= 0 && m->row[k].implied_by >= 0)
            lp_row_bounds(f.p.lp, f.p.rule_row[k], -LP_INF, LP_INF); /* falls with the row it strengthens */
        else if (m->row[k].hard && f.p.rule_row[k] >= 0 && m->row[k].indicator < 0)
            f.row[f.n++] = k;
    }
    for (int k = 0; k < f.n; k++)
        f.in[k] = true;
    enum zj_status st = drop_range(&f, 0, f.n, err);
    for (int k = 0; k < f.n && st == ZJ_OK; k++) {
        if (f.in[k])
            pool_put(out, &f.row[k], sizeof f.row[k]);
    }
    free(f.row);
    free(f.in);
    free(f.x);
    sec_program_release(&f.p);
    return st;
}

static void add_part(struct zj_plan *plan, const struct zj_conflict_part *part)
{
    if (plan->n_conflict >= MAX_PARTS)
        return;
    for (int i = 0; i < plan->n_conflict; i++) {
        const struct zj_conflict_part *q = &plan->conflict[i];
        if (q->index == part->index && q->rule == part->rule && strcmp(q->where, part->where) == 0)
            return;
    }
    plan->conflict[plan->n_conflict] = *part;
    plan->conflict[plan->n_conflict].where = zj_strdup(&plan->arena, part->where);
    plan->n_conflict++;
}

/* True when a row over the whole county is among them. */
static bool add_rows(const struct sec_model *m, const struct pool_bytes *rows, struct zj_plan *plan)
{
    size_t at = 0;
    int k;
    bool county = false;

    while (pool_get(rows, &at, &k, sizeof k)) {
        const struct sec_row *row = &m->row[k];
        bool pin = row->rule == ZJ_R_pins;
        county |= row->county >= 0;
        add_part(plan,
                 &(struct zj_conflict_part){row->rule, row->index, pin ? "pins.csv" : NULL, row->where});
        if (row->past)
            add_part(plan, &(struct zj_conflict_part){ZJ_R_one_posting, -1, "history.csv", row->where});
    }
    return county;
}

/* What bars the posting, if anything does: a hard rule, a pin that forbids it, or history. */
static void note_bar(const struct sec_ctx *c, const struct zj_posting *p, bool *barred, struct zj_plan *plan)
{
    int by;

    if (!sec_barred(c, p, &by))
        return;
    for (int i = 0; by >= 0 && i < c->pol->n_rules; i++)
        barred[i] |= c->pol->rule[i].index == by;
    if (by >= 0)
        return;
    for (int i = 0; i < c->in->n_pins; i++) {
        const struct zj_pin *pin = &c->in->pin[i];
        if (pin->model == ZJ_SECONDMENT && pin->forbid && sec_pin_agrees(c, pin, p))
            add_part(plan, &(struct zj_conflict_part){ZJ_R_pins, -1, "pins.csv",
                                                      zj_printf(&plan->arena, "pins.csv:%d", pin->line)});
    }
    for (int i = c->past_of[p->teacher]; i < c->past_of[p->teacher + 1]; i++)
        add_part(plan,
                 &(struct zj_conflict_part){ZJ_R_one_posting, -1, "history.csv",
                                            zj_printf(&plan->arena, "history.csv:%d", c->past[i].line)});
}

/* Every posting of the kind that the teacher could be given there. */
static void note_bars_at(const struct sec_ctx *c, int teacher, int host, int kind, bool *barred,
                         struct zj_plan *plan)
{
    const struct zj_teacher *t = &c->in->teacher[teacher];
    const struct zj_ids *lengths = &c->pol->kind[kind].lengths;

    for (int l = 0; l < lengths->n; l++) {
        for (int start = 0; start + lengths->v[l] <= c->in->n_terms; start++) {
            for (int j = 0; j < t->subjects.n; j++) {
                struct zj_posting p = {.teacher = teacher,
                                       .kind = kind,
                                       .from = t->school,
                                       .to = host,
                                       .start = start,
                                       .terms = lengths->v[l],
                                       .subject = t->subjects.v[j]};
                if (mc_any_or_has(&c->pol->kind[kind].start_terms, start))
                    note_bar(c, &p, barred, plan);
            }
        }
    }
}

/* The community of the block's first school that has one. */
static const char *block_name(const struct sec_run *r, int block)
{
    const struct zj_instance *in = r->ctx->in;

    for (int s = 0; s < in->n_schools; s++) {
        if (r->blocks.has[block][s] && in->school[s].community >= 0)
            return zj_word(in, in->school[s].community);
    }
    return "county";
}

/* Hard filters, pins and history that took away postings in which the block's schools have a part. */
static void add_filters(const struct sec_run *r, int block, struct zj_plan *plan)
{
    const struct sec_ctx *c = r->ctx;
    const char *where = block_name(r, block);
    bool *barred = zj_calloc((size_t)c->pol->n_rules + 1, sizeof *barred);

    for (int t = 0; t < c->in->n_teachers; t++) {
        int home = c->in->teacher[t].school;
        for (int s = 0; s < c->in->n_schools; s++) {
            if (!r->blocks.has[block][home] && !r->blocks.has[block][s])
                continue;
            for (int k = 0; k < c->pol->n_kinds; k++) {
                if (sec_has_road(c, home, s, k))
                    note_bars_at(c, t, s, k, barred, plan);
            }
        }
    }
    for (int i = 0; i < c->pol->n_rules; i++) {
        const struct zj_rule *rule = &c->pol->rule[i];
        barred[i] |=
            rule->hard && sec_families[rule->id]->offends_after; /* it bars second postings in the network */
        if (barred[i])
            add_part(plan,
                     &(struct zj_conflict_part){c->pol->rule[i].id, c->pol->rule[i].index, NULL, where});
    }
    free(barred);
}

/*
 * Every block can be served alone, the county's rows cannot be met: the whole county is one program, and
 * its rows
 * collide. Too large a county is not taken apart: its county rows and all hard filters are named.
 */
static enum zj_status county_conflict(struct sec_run *r, struct zj_plan *plan, struct zj_err *err)
{
    int columns = 0;

    for (int b = 0; b < r->blocks.n; b++)
        columns += r->blocks.model[b].n_arcs;
    if (columns <= MAX_TOGETHER) {
        struct sec_run whole;
        sec_run_init(&whole, r->ctx, r->opt, true);
        whole.infeasible[0] = true;
        enum zj_status st = sec_conflict(&whole, plan, err);
        sec_run_release(&whole);
        return st;
    }
    for (int i = 0; i < r->blocks.model[0].n_rows; i++) {
        const struct sec_row *row = &r->blocks.model[0].row[i];
        if (row->county >= 0 && r->blocks.owner[row->county] < 0 && row->hard)
            add_part(plan,
                     &(struct zj_conflict_part){row->rule, row->index,
                                                row->rule == ZJ_R_pins ? "pins.csv" : NULL, row->where});
    }
    for (int b = 0; b < r->blocks.n; b++)
        add_filters(r, b, plan);
    return ZJ_OK;
}

enum zj_status sec_conflict(struct sec_run *r, struct zj_plan *plan, struct zj_err *err)
{
    int n = 0;
    int *block = zj_calloc((size_t)r->blocks.n + 1, sizeof *block);
    struct pool_bytes *out = zj_calloc((size_t)r->blocks.n + 1, sizeof *out);

    for (int b = 0; b < r->blocks.n; b++) {
        if (r->infeasible[b])
            block[n++] = b;
    }
    struct probe probe = {r, block};
    plan->conflict = zj_alloc_n(&plan->arena, MAX_PARTS, sizeof *plan->conflict);
    enum zj_status st = r->county_infeasible ? county_conflict(r, plan, err)
                                             : pool_run(&r->pool, n, find_rows, &probe, out, err);
    for (int i = 0; i < n; i++) {
        if (st == ZJ_OK) {
            bool county = add_rows(&r->blocks.model[block[i]], &out[i], plan);
            for (int b = 0; b < r->blocks.n; b++) {
                if (b == block[i] || county)
                    add_filters(r, b, plan);
            }
        }
        pool_release(&out[i]);
    }
    free(block);
    free(out);
    return st;
}
