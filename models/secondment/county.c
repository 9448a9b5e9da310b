#include "models/secondment/county.h"

#include "models/secondment/collide_impl.h"

#include <stdlib.h>
#include <string.h>

struct share {
    int64_t most, free;     /* of the block: with its parts in force, and with none */
    struct sec_parts parts; /* that are left */
    bool done;
};

struct county {
    struct sec_run *run;
    struct sec_collide s; /* of contexts and texts */
    struct sec_parts waived;
    struct zj_conflict_part row; /* of the county */
    int number;                  /* of the row */
    int64_t need, slack;
    struct share *share; /* by block */
    bool known, minimal;
};

/* ---- one block ---------------------------------------------------------------------------------------- */

struct block {
    struct sec_ctx c;
    struct mc_waivers waived, only;
    struct sec_switches w;
    bool *in; /* parts that may be in force; heap */
};

/* May the part take part? Nobody from elsewhere can help to keep it. */
static bool is_own(const struct sec_ctx *c, const struct sec_switch *v)
{
    const struct zj_rule *r = zj_rule_at(c->pol, v->part.index);

    if (!v->is_row)
        return true;
    if (!r || v->part.table)
        return false;
    return r->id == ZJ_R_quota || r->id == ZJ_R_mentor_capacity || r->id == ZJ_R_must_rotate ||
           (r->id == ZJ_R_keep_coverage && r->min == ZJ_NONE);
}

/* `rows`: the only ones beside the county's, NULL = all; `lifted`: barred postings, too. */
static void open_block(struct county *x, int b, struct sec_parts *rows, bool lifted, struct block *k)
{
    const struct sec_blocks *all = &x->run->blocks;
    bool *mine = zj_calloc((size_t)all->n_county + 1, sizeof *mine);

    if (rows)
        sec_parts_add(rows, &x->row);
    k->waived = sec_as_list(&x->waived);
    k->only = rows ? sec_as_list(rows) : (struct mc_waivers){0};
    sec_open_context(&x->s, &k->waived, lifted ? all->has[b] : NULL, &k->c);
    k->c.own = lifted;
    mine[x->number] = true;
    sec_switches_init(&k->w, &k->c, all->has[b], mine, rows ? &k->only : NULL, NULL);
    free(mine);
    if (rows)
        rows->n--;
    sec_set_limits(&x->s, &k->w);
    k->w.upper_only = true;
    k->in = zj_calloc((size_t)k->w.n + 1, sizeof *k->in);
    for (int i = 0; i < k->w.n; i++) {
        const struct zj_conflict_part *part = &k->w.v[i].part;
        const bool is_row = part->rule == x->row.rule && part->index == x->row.index && k->w.v[i].is_row &&
                            strcmp(part->where, x->row.where) == 0;
        k->w.lenient = is_row ? i : k->w.lenient;
        k->in[i] = is_row || is_own(&k->c, &k->w.v[i]);
    }
}

static void close_block(struct block *k)
{
    free(k->in);
    sec_switches_release(&k->w);
    sec_ctx_release(&k->c);
}

/* The most that the block can add while the parts in force hold; x->known: is that proved? */
static enum zj_status most_of(struct county *x, struct block *k, int64_t *most, struct zj_err *err)
{
    int64_t least = 0;

    if (k->w.lenient >= 0)
        ZJ_TRY(sec_switches_least(&k->w, k->in, k->w.lenient, &least, err));
    x->known &= least >= 0;
    *most = k->w.lenient >= 0 ? x->need - least : 0;
    return ZJ_OK;
}

/* Its most with all parts, or lifted and with none. */
static enum zj_status ask_most(struct county *x, int b, bool without, int64_t *most, struct zj_err *err)
{
    struct sec_parts none = {0};
    struct block k;

    open_block(x, b, without ? &none : NULL, without, &k);
    for (int i = 0; i < k.w.n && without; i++)
        k.in[i] = i == k.w.lenient;
    enum zj_status st = most_of(x, &k, most, err);
    close_block(&k);
    free(none.v);
    return st;
}

static void keep_parts(struct county *x, const struct block *k, struct sec_parts *out)
{
    out->n = 0;
    for (int i = 0; i < k->w.n; i++) {
        struct zj_conflict_part part = k->w.v[i].part;
        if (!k->in[i] || i == k->w.lenient)
            continue;
        part.where = zj_strdup(&x->s.arena, part.where);
        sec_parts_add(out, &part);
    }
}

/* Fewer parts of the block: those without which it could add more than most + slack. */
static enum zj_status cut(struct county *x, int b, bool lifted, struct zj_err *err)
{
    struct share *own = &x->share[b];
    enum mc_found found = MC_OPEN;
    bool minimal = true;
    struct block k;

    open_block(x, b, lifted ? &own->parts : NULL, lifted, &k);
    k.w.allowance = x->need - (own->most + x->slack + 1);
    enum zj_status st = sec_switches_probe(&k.w, k.in, &found, err);
    x->known &= found == MC_COLLIDE;
    if (st == ZJ_OK && found == MC_COLLIDE)
        st = mc_shrink(k.w.n, k.in, sec_switches_probe, &k.w, &minimal, err);
    x->minimal &= minimal;
    for (int i = 0; i < k.w.n && st == ZJ_OK && lifted && x->known; i++)
        if (k.in[i] && i != k.w.lenient)
            st = sec_switches_number(&k.w, k.in, i, err);
    keep_parts(x, &k, &own->parts);
    int64_t most = own->most;
    if (st == ZJ_OK && lifted && x->known)
        st = most_of(x, &k, &most, err);
    x->slack -= most - own->most;
    own->most = most;
    close_block(&k);
    return st;
}

/* ---- the county --------------------------------------------------------------------------------------- */

/* Everybody's most. x->known stays when they are too little together. */
static enum zj_status sum_up(struct county *x, struct zj_err *err)
{
    x->slack = x->need - 1;
    for (int b = 0; b < x->run->blocks.n && x->known; b++) {
        ZJ_TRY(ask_most(x, b, false, &x->share[b].most, err));
        x->slack -= x->share[b].most;
    }
    x->known &= x->slack >= 0;
    return ZJ_OK;
}

/* Blocks that need no part: the least that one of them adds without any, first. */
static enum zj_status leave_out_blocks(struct county *x, struct zj_err *err)
{
    const int n = x->run->blocks.n;

    for (int b = 0; b < n && x->known; b++)
        ZJ_TRY(ask_most(x, b, true, &x->share[b].free, err));
    for (int best = 0; best >= 0 && x->known;) {
        int64_t least = x->slack;
        best = -1;
        for (int b = 0; b < n; b++) {
            const int64_t more = x->share[b].free - x->share[b].most;
            if (!x->share[b].done && more <= least) {
                least = more;
                best = b;
            }
        }
        if (best >= 0) {
            x->share[best].done = true;
            x->share[best].most = x->share[best].free;
            x->slack -= least;
        }
    }
    return ZJ_OK;
}

static bool is_known_part(const struct zj_plan *plan, const struct zj_conflict_part *part)
{
    const struct mc_waivers known = {plan->conflict, plan->n_conflict};

    return mc_waived(&known, part->rule, part->index, part->where);
}

static void append(struct zj_plan *plan, struct zj_conflict_part part, int group, int room)
{
    if (plan->n_conflict == room || is_known_part(plan, &part))
        return;
    part.where = zj_strdup(&plan->arena, part.where);
    part.group = group;
    plan->conflict[plan->n_conflict++] = part;
}

/* Where people arrive, several blocks count together: then it is not proved that each part is needed. */
static bool counts_arrivals(const struct sec_ctx *c, const struct zj_conflict_part *part)
{
    const struct zj_rule *r = zj_rule_at(c->pol, part->index);

    return part->rule == ZJ_R_mentor_capacity ||
           (part->rule == ZJ_R_quota && r && (r->over == ZJ_OVER_HOST || r->over == ZJ_OVER_PAIR));
}

static void tell(struct county *x, int room, struct zj_plan *plan)
{
    const int group = zj_n_conflicts(plan);

    x->row.need = x->need;
    x->row.have = x->need - 1 - x->slack;
    append(plan, x->row, group, room);
    for (int b = 0; b < x->run->blocks.n; b++)
        for (int i = 0; i < x->share[b].parts.n; i++) {
            append(plan, x->share[b].parts.v[i], group, room);
            x->minimal &= !counts_arrivals(x->run->ctx, &x->share[b].parts.v[i]);
        }
    plan->conflict_minimal &= x->minimal;
}

static enum zj_status explain_row(struct county *x, struct zj_err *err)
{
    ZJ_TRY(sum_up(x, err));
    if (x->known)
        ZJ_TRY(leave_out_blocks(x, err));
    for (int b = 0; b < x->run->blocks.n && x->known; b++) {
        if (x->share[b].done)
            continue;
        ZJ_TRY(cut(x, b, false, err));
        if (x->known)
            ZJ_TRY(cut(x, b, true, err));
    }
    return ZJ_OK;
}

/* The row in the model of a block; NULL when it is not a minimum that counts whole units. */
static const struct sec_row *minimum(const struct sec_run *r, int number)
{
    const struct sec_model *m = &r->blocks.model[0];

    for (int i = 0; i < m->n_rows; i++)
        if (m->row[i].county == number)
            return m->row[i].demanded && m->row[i].scale == 1 && m->row[i].lo > 0 &&
                           m->row[i].hi == SEC_NO_LIMIT
                       ? &m->row[i]
                       : NULL;
    return NULL;
}

static void waive_history(struct county *x)
{
    const struct zj_instance *in = x->run->ctx->in;

    for (int i = 0; i < in->n_history; i++) {
        const struct zj_conflict_part row = {
            .rule = ZJ_R_one_posting,
            .index = -1,
            .table = "history.csv",
            .where = zj_printf(&x->s.arena, "history.csv:%d", in->history[i].line)};
        sec_parts_add(&x->waived, &row);
    }
}

enum zj_status sec_county_conflicts(struct sec_run *r, int most, int room, struct zj_plan *plan,
                                    struct zj_err *err)
{
    struct county x = {.run = r, .s = {.run = r}};
    enum zj_status st = ZJ_OK;

    waive_history(&x);
    plan->conflict_minimal = true;
    for (int k = 0; k < r->blocks.n_county && most > 0 && st == ZJ_OK && !sec_run_over(r); k++) {
        const struct sec_row *row = minimum(r, k);
        if (!row || r->blocks.owner[k] >= 0)
            continue;
        x.row = (struct zj_conflict_part){.rule = row->rule, .index = row->index, .where = row->where};
        x.number = k;
        x.need = row->lo;
        x.known = x.minimal = true;
        x.share = zj_calloc((size_t)r->blocks.n + 1, sizeof *x.share);
        const int first = plan->n_conflict;
        st = explain_row(&x, err);
        if (st == ZJ_OK && x.known) {
            tell(&x, room, plan);
            most--;
        }
        for (int i = first; i < plan->n_conflict; i++)
            sec_parts_add(&x.waived, &plan->conflict[i]);
        for (int b = 0; b < r->blocks.n; b++)
            free(x.share[b].parts.v);
        free(x.share);
    }
    free(x.waived.v);
    zj_arena_release(&x.s.arena);
    return st;
}
