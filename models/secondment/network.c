/*
 * network.c - what each type of teacher may do, term by term.
 */
#include "models/secondment/network.h"

#include "models/secondment/families.h"
#include "solver/data/travel.h"

#include <stdlib.h>
#include <string.h>

/* ---- one posting ---------------------------------------------------------------------------- */

static bool direction_allows(const struct sec_ctx *c, enum zj_direction d, int home, int host)
{
    enum zj_role from = c->in->school[home].role, to = c->in->school[host].role;

    return d == ZJ_ANY_DIRECTION ||
           (d == ZJ_LEAD_TO_MEMBER ? from == ZJ_LEAD && to == ZJ_MEMBER : from == ZJ_MEMBER && to == ZJ_LEAD);
}

bool sec_has_road(const struct sec_ctx *c, int home, int host, int kind)
{
    return home != host && zj_minutes(c->in, home, host) != ZJ_NONE &&
           direction_allows(c, c->pol->kind[kind].direction, home, host);
}

bool sec_may_host(const struct sec_ctx *c, int home, int host, int kind)
{
    if (!sec_has_road(c, home, host, kind))
        return false;
    const struct zj_posting road = {.kind = kind, .from = home, .to = host};
    for (int i = 0; i < c->pol->n_rules; i++) {
        const struct zj_rule *r = &c->pol->rule[i];
        if (sec_bars_at_host(r->id) && r->hard && r->where.empty && !sec_waived_for(c, r, &road) &&
            sec_kind_in(r, c->pol->kind[kind].name) && sec_families[r->id]->offends(c, r, &road))
            return false;
    }
    return true;
}

static bool clashes_with_history(const struct sec_ctx *c, const struct zj_posting *p)
{
    for (int i = c->past_of[p->teacher]; i < c->past_of[p->teacher + 1]; i++) {
        const struct sec_past *h = &c->past[i];
        if (h->first <= h->last && h->first < p->start + p->terms && p->start <= h->last)
            return true;
    }
    return false;
}

bool sec_barred(const struct sec_ctx *c, const struct zj_posting *p, int *by)
{
    const struct zj_kind *k = &c->pol->kind[p->kind];

    *by = -1;
    if (!mc_any_or_has(&k->posts, (int)c->in->teacher[p->teacher].post) ||
        !mc_any_or_has(&k->start_terms, p->start) || clashes_with_history(c, p))
        return true;
    if (c->touch)
        return false; /* add_arc notes the rest */
    if (cons_pins.offends(c, NULL, p))
        return true;
    for (int i = 0; i < c->pol->n_rules; i++) {
        const struct zj_rule *r = &c->pol->rule[i];
        const struct sec_family *f = sec_families[r->id];
        if (r->hard && r->id != ZJ_R_pins && f->offends && sec_applies(c, r, p) && f->offends(c, r, p) &&
            !sec_waived_for(c, r, p)) {
            *by = r->index;
            return true;
        }
    }
    return false;
}

/* ---- nodes ---------------------------------------------------------------------------------- */

struct builder {
    struct sec_model *m;
    int type, first_node;      /* nodes of this type start here */
    struct zj_posting *option; /* every posting the type may take at all */
    int n_options, cap_options;
    int64_t longest;           /* minutes of the farthest option */
    struct pool_bytes *memory; /* by node of the type */
    int n_memory, cap_memory;
};

/* What of a burden must be known of whoever is free from that term on; -1 = it cannot matter any more. */
static int64_t burden_to_remember(const struct builder *b, int first_free, int64_t burden)
{
    int64_t most = (b->m->ctx->in->n_terms - first_free) * b->longest, split = b->m->ctx->burden_split;

    if (b->m->ctx->splits_burdens)
        return burden < split - most ? -1 : burden > split ? split + 1 : burden;
    return b->m->fair_cap != INT64_MAX && burden > b->m->fair_cap - most ? burden : -1;
}

static void remember(const struct builder *b, const struct zj_posting *before, int n, int first_free,
                     int64_t burden, struct pool_bytes *memory)
{
    const struct sec_ctx *c = b->m->ctx;

    sec_remember(memory, first_free);
    for (int i = 0; i < c->pol->n_rules; i++) {
        const struct zj_rule *r = &c->pol->rule[i];
        if (sec_families[r->id]->remember)
            sec_families[r->id]->remember(c, r, before, n, first_free, memory);
    }
    sec_remember(memory, burden_to_remember(b, first_free, burden));
}

/* The node with this past, made when new. */
static int node_for(struct builder *b, const struct zj_posting *before, int n, int first_free, int64_t burden)
{
    struct sec_model *m = b->m;
    struct pool_bytes memory = {0};

    remember(b, before, n, first_free, burden, &memory);
    for (int k = 0; k < b->n_memory; k++) {
        if (b->memory[k].n == memory.n && memcmp(b->memory[k].v, memory.v, memory.n) == 0) {
            pool_release(&memory);
            if (m->node[b->first_node + k].burden < burden)
                m->node[b->first_node + k].burden = burden;
            return b->first_node + k;
        }
    }
    ZJ_GROW(b->memory, b->n_memory, b->cap_memory);
    b->memory[b->n_memory++] = memory;
    ZJ_GROW(m->node, m->n_nodes, m->cap_nodes);
    struct sec_node *node = &m->node[m->n_nodes];
    *node = (struct sec_node){.type = b->type, .first_free = first_free, .n_prefix = n, .burden = burden};
    node->prefix = zj_alloc_n(&m->arena, (size_t)n, sizeof *before);
    if (n)
        memcpy(node->prefix, before, (size_t)n * sizeof *before);
    return m->n_nodes++;
}

static void note_bar(struct sec_model *m, const struct zj_rule *r, int at)
{
    if (r && mc_waived(m->ctx->waived, r->id, r->index, m->ctx->in->school[at].id))
        return; /* of a road, whose other end is not waived */
    ZJ_GROW(m->bar, m->n_bars, m->cap_bars);
    m->bar[m->n_bars++] = (struct sec_bar){m->n_arcs, r, at};
}

/* The next arc is barred by the rule; true when it is therefore no arc. */
static bool bars(struct sec_model *m, const struct zj_rule *r, const struct zj_posting *p)
{
    if (sec_waived_for(m->ctx, r, p))
        return false;
    if (!m->ctx->touch)
        return true;
    note_bar(m, r, p->from);
    if (sec_bars_at_host(r->id) && !m->ctx->own)
        note_bar(m, r, p->to);
    return false;
}

static void note_pins(struct sec_model *m, const struct zj_posting *p)
{
    const struct zj_instance *in = m->ctx->in;

    for (int i = 0; i < in->n_pins; i++) {
        if (in->pin[i].model == ZJ_SECONDMENT && in->pin[i].forbid &&
            sec_pin_agrees(m->ctx, &in->pin[i], p) &&
            !mc_waived_row(m->ctx->waived, "pins.csv", in->pin[i].line))
            note_bar(m, NULL, i);
    }
}

/* Rules that one unit of the arc breaks: hard ones bar it (true), soft ones add to its cost. */
static bool price_posting(struct sec_model *m, const struct sec_node *node, const struct zj_posting *p,
                          int64_t *soft)
{
    const struct sec_ctx *c = m->ctx;

    *soft = 0;
    for (int i = 0; i < c->pol->n_rules; i++) {
        const struct zj_rule *r = &c->pol->rule[i];
        const struct sec_family *f = sec_families[r->id];
        if (r->id == ZJ_R_pins || (!f->offends && !f->offends_after) || !sec_applies(c, r, p))
            continue;
        bool broken =
            (f->offends && f->offends(c, r, p)) || (f->offends_after && node->n_prefix > 0 &&
                                                    f->offends_after(c, r, node->prefix, node->n_prefix, p));
        if (broken && r->hard && bars(m, r, p))
            return true;
        *soft += broken && !r->hard ? r->weight : 0;
    }
    if (m->ctx->touch)
        note_pins(m, p);
    return false;
}

static void add_arc(struct builder *b, int from, const struct zj_posting *p)
{
    struct sec_model *m = b->m;
    const struct sec_ctx *c = m->ctx;
    const struct sec_node *node = &m->node[from];
    int64_t soft, load = (int64_t)p->terms * zj_minutes(c->in, p->from, p->to);
    int64_t burden = node->burden + load;

    if (burden > m->fair_cap || price_posting(m, node, p, &soft))
        return;
    int n = node->n_prefix, end = p->start + p->terms;
    struct zj_posting *path = zj_calloc((size_t)n + 1, sizeof *path);
    if (n)
        memcpy(path, node->prefix, (size_t)n * sizeof *path);
    path[n] = *p;
    bool last = true;
    for (int i = 0; i < b->n_options && last; i++)
        last = b->option[i].start < end;
    int next = last ? -1 : node_for(b, path, n + 1, end, burden);
    free(path);
    ZJ_GROW(m->arc, m->n_arcs, m->cap_arcs);
    struct sec_arc *a = &m->arc[m->n_arcs++];
    *a = (struct sec_arc){.node = from, .next = next, .p = *p, .burden = burden};
    a->cost[ZJ_T_SOFT] = soft;
    a->cost[ZJ_T_TRAVEL] = load;
    a->cost[ZJ_T_WISHES] = -sec_wish(c, p->teacher, p->to);
    a->cost[ZJ_T_STABILITY] = c->keep ? (sec_kept(c, p) ? -1 : 1) : 0;
}

static void add_options_at(struct builder *b, int kind, int host)
{
    const struct sec_ctx *c = b->m->ctx;
    const struct zj_kind *k = &c->pol->kind[kind];
    int teacher = b->m->type[b->type].teacher[0], by;
    const struct zj_teacher *who = &c->in->teacher[teacher];

    for (int start = 0; start < c->in->n_terms; start++) {
        for (int l = 0; l < k->lengths.n && mc_any_or_has(&k->start_terms, start); l++) {
            for (int j = 0; j < who->subjects.n && start + k->lengths.v[l] <= c->in->n_terms; j++) {
                struct zj_posting p = {.teacher = teacher,
                                       .kind = kind,
                                       .from = who->school,
                                       .to = host,
                                       .start = start,
                                       .terms = k->lengths.v[l],
                                       .subject = who->subjects.v[j]};
                if (sec_barred(c, &p, &by))
                    continue;
                ZJ_GROW(b->option, b->n_options, b->cap_options);
                b->option[b->n_options++] = p;
            }
        }
    }
}

static void find_options(struct builder *b)
{
    const struct sec_ctx *c = b->m->ctx;
    int home = c->in->teacher[b->m->type[b->type].teacher[0]].school;

    b->n_options = 0;
    b->longest = 0;
    for (int kind = 0; kind < c->pol->n_kinds; kind++) {
        for (int host = 0; host < c->in->n_schools; host++) {
            bool leaves_out = c->touch && !c->touch[home] && !c->touch[host];
            if (leaves_out || !(c->touch ? sec_has_road : sec_may_host)(c, home, host, kind))
                continue;
            int before = b->n_options;
            add_options_at(b, kind, host);
            if (b->n_options > before && zj_minutes(c->in, home, host) > b->longest)
                b->longest = zj_minutes(c->in, home, host);
        }
    }
}

/* Rules count at every school, subject and term: none of them need see the arcs of other schools. */
static void index_arcs(struct sec_model *m)
{
    int n = m->ctx->in->n_schools;
    int *next = zj_calloc((size_t)n + 1, sizeof *next);

    m->first_at = zj_alloc_n(&m->arena, (size_t)n + 1, sizeof *m->first_at);
    m->arc_at = zj_alloc_n(&m->arena, 2 * (size_t)m->n_arcs + 1, sizeof *m->arc_at);
    for (int a = 0; a < m->n_arcs; a++) {
        next[m->arc[a].p.from]++;
        next[m->arc[a].p.to]++;
    }
    for (int s = 0, at = 0; s <= n; s++) {
        int here = s < n ? next[s] : 0;
        m->first_at[s] = next[s] = at;
        at += here;
    }
    for (int a = 0; a < m->n_arcs; a++) {
        m->arc_at[next[m->arc[a].p.from]++] = a;
        m->arc_at[next[m->arc[a].p.to]++] = a;
    }
    free(next);
}

void sec_network_build(struct sec_model *m)
{
    struct builder b = {.m = m};

    for (int t = 0; t < m->n_types && !sec_ctx_over(m->ctx); t++) {
        b.type = t;
        b.first_node = m->n_nodes;
        b.n_memory = 0;
        find_options(&b);
        m->type[t].root = node_for(&b, NULL, 0, 0, m->type[t].past_burden);
        for (int v = b.first_node; v < m->n_nodes; v++) { /* add_arc appends the nodes it needs */
            m->node[v].first_arc = m->n_arcs;
            for (int i = 0; i < b.n_options; i++) {
                if (b.option[i].start >= m->node[v].first_free)
                    add_arc(&b, v, &b.option[i]);
            }
            m->node[v].n_arcs = m->n_arcs - m->node[v].first_arc;
            m->multi |= v > b.first_node && m->node[v].n_arcs > 0;
        }
        for (int k = 0; k < b.n_memory; k++)
            pool_release(&b.memory[k]);
    }
    index_arcs(m);
    free(b.option);
    free(b.memory);
}
