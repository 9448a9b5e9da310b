#include "models/secondment/places.h"

#include <stdlib.h>

static void add(struct sec_places *p, enum zj_over over, int a, int b, const char *text)
{
    ZJ_GROW(p->v, p->n, p->cap);
    p->v[p->n++] = (struct sec_place){.over = over, .a = a, .b = b, .text = text};
}

struct sec_places sec_all_pairs(const struct sec_ctx *c)
{
    const struct zj_instance *in = c->in;
    struct sec_places p = {0};

    for (int i = 0; in->has_pairings && i < in->n_pairings; i++)
        add(&p, ZJ_OVER_PAIR, in->pairing[i].lead, in->pairing[i].member, NULL);
    for (int a = 0; !in->has_pairings && a < in->n_schools; a++) {
        if (in->school[a].role != ZJ_LEAD || in->school[a].community < 0)
            continue;
        for (int b = 0; b < in->n_schools; b++) {
            if (in->school[b].role == ZJ_MEMBER && in->school[b].community == in->school[a].community)
                add(&p, ZJ_OVER_PAIR, a, b, NULL);
        }
    }
    return p;
}

static void add_pairs(struct sec_model *m, const struct zj_rule *r, struct sec_places *p)
{
    struct sec_places all = sec_all_pairs(m->ctx);

    for (int i = 0; i < all.n; i++) {
        int a = all.v[i].a, b = all.v[i].b;
        if (m->in_block[a] && mc_school_passes(m->ctx->in, &r->where, b))
            add(p, ZJ_OVER_PAIR, a, b,
                sec_where(m, "%s>%s", m->ctx->in->school[a].id, m->ctx->in->school[b].id));
    }
    free(all.v);
}

static void add_communities(struct sec_model *m, const struct zj_rule *r, struct sec_places *p)
{
    const struct zj_instance *in = m->ctx->in;

    for (int s = 0; s < in->n_schools; s++) {
        int word = in->school[s].community;
        bool known = word < 0 || !m->in_block[s] || !mc_school_passes(m->ctx->in, &r->where, s);
        for (int i = 0; i < p->n && !known; i++)
            known = p->v[i].a == word;
        if (!known)
            add(p, ZJ_OVER_COMMUNITY, word, -1, zj_word(in, word));
    }
}

struct sec_places sec_places_of(struct sec_model *m, const struct zj_rule *r, enum zj_over over)
{
    struct sec_places p = {0};

    switch (over) {
    case ZJ_OVER_PAIR:
        add_pairs(m, r, &p);
        break;
    case ZJ_OVER_COMMUNITY:
        add_communities(m, r, &p);
        break;
    case ZJ_OVER_COUNTY:
        add(&p, over, -1, -1, "county");
        break;
    default:
        for (int s = 0; s < m->ctx->in->n_schools; s++) {
            if (m->in_block[s] && mc_school_passes(m->ctx->in, &r->where, s))
                add(&p, over, s, -1, m->ctx->in->school[s].id);
        }
    }
    return p;
}

const char *sec_post_text(int post)
{
    static const char *const text[ZJ_N_POSTS] = {
        [ZJ_TEACHER] = "teacher", [ZJ_MIDDLE] = "middle", [ZJ_VICE] = "vice", [ZJ_PRINCIPAL] = "principal"};

    return text[post];
}

static bool right_way(const struct sec_ctx *c, enum zj_direction d, int from, int to)
{
    enum zj_role a = c->in->school[from].role, b = c->in->school[to].role;

    return d == ZJ_ANY_DIRECTION ||
           (d == ZJ_LEAD_TO_MEMBER ? a == ZJ_LEAD && b == ZJ_MEMBER : a == ZJ_MEMBER && b == ZJ_LEAD);
}

bool sec_counts_at(const struct sec_ctx *c, const struct sec_place *at, enum zj_direction d, int from, int to)
{
    switch (at->over) {
    case ZJ_OVER_PAIR:
        return (d != ZJ_MEMBER_TO_LEAD && from == at->a && to == at->b) ||
               (d != ZJ_LEAD_TO_MEMBER && from == at->b && to == at->a);
    case ZJ_OVER_SENDER:
        return from == at->a && right_way(c, d, from, to);
    case ZJ_OVER_HOST:
        return to == at->a && right_way(c, d, from, to);
    case ZJ_OVER_COMMUNITY:
        return c->in->school[from].community == at->a && right_way(c, d, from, to);
    default:
        return right_way(c, d, from, to);
    }
}

int64_t sec_load(const struct sec_ctx *c, int teacher, enum zj_unit unit)
{
    int load = c->in->teacher[teacher].max_week;

    return unit == ZJ_HEADS ? 1 : load == ZJ_NONE ? 0 : load;
}

bool sec_fills_load(const struct sec_ctx *c, int kind)
{
    return kind >= 0 && c->pol->kind[kind].fills_load;
}

struct zj_ids sec_block_subjects(struct sec_model *m)
{
    const struct zj_instance *in = m->ctx->in;
    char *seen = zj_calloc((size_t)in->words.n, 1);
    struct zj_ids out = {0};

    for (int i = 0; i < in->n_demand; i++)
        seen[in->demand[i].subject] |= m->in_block[in->demand[i].school];
    for (int t = 0; t < in->n_teachers; t++) {
        for (int j = 0; m->in_block[in->teacher[t].school] && j < in->teacher[t].subjects.n; j++)
            seen[in->teacher[t].subjects.v[j]] = 1;
    }
    for (int i = 0; i < m->ctx->n_past; i++) /* who is here, or away, by history may be of another block */
        seen[m->ctx->past[i].subject] |= m->in_block[m->ctx->past[i].to] || m->in_block[m->ctx->past[i].from];
    out.v = zj_alloc_n(&m->arena, (size_t)in->words.n, sizeof *out.v);
    for (int w = 0; w < in->words.n; w++) {
        if (seen[w])
            out.v[out.n++] = w;
    }
    free(seen);
    return out;
}
