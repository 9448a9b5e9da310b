/*
 * types.c - which teachers are alike.
 */
#include "models/secondment/families.h"
#include "models/secondment/network.h"

#include <stdlib.h>
#include <string.h>

struct signed_teacher {
    int teacher;
    struct pool_bytes signature;
};

static void put(struct pool_bytes *b, int64_t v)
{
    pool_put(b, &v, sizeof v);
}

/* Named by a table, so that no other teacher is like this one; or nobody is to be like another. */
static bool is_singular(const struct sec_ctx *c, int t)
{
    if (c->one_by_one || c->past_of[t] != c->past_of[t + 1] || c->wish_of[t] != c->wish_of[t + 1] ||
        c->in_keep[t])
        return true;
    for (int i = 0; i < c->in->n_pins; i++) {
        if (c->in->pin[i].model == ZJ_SECONDMENT && c->in->pin[i].teacher == t)
            return true;
    }
    return false;
}

/* One bit for each filter of each rule on each first day of term. */
static void put_filters(const struct sec_ctx *c, int t, struct pool_bytes *b)
{
    for (int i = 0; i < c->pol->n_rules; i++) {
        const struct zj_rule *r = &c->pol->rule[i];
        const struct zj_filter *f[] = {&r->where, &r->filter, &r->mentor};
        for (int term = 0; term < c->in->n_terms; term++) {
            int64_t bits = sec_families[r->id]->sign ? sec_families[r->id]->sign(c, r, t, term) : 0;
            for (int k = 0; k < 3; k++)
                bits = 2 * bits + (mc_teacher_passes(c->in, f[k], t, c->in->term[term].start, -1) ? 1 : 0);
            put(b, bits);
        }
    }
}

static void sign(const struct sec_ctx *c, int t, struct pool_bytes *b)
{
    const struct zj_teacher *who = &c->in->teacher[t];

    put(b, who->school);
    put(b, who->subjects.n);
    for (int i = 0; i < who->subjects.n; i++)
        put(b, who->subjects.v[i]);
    put(b, who->max_week);
    put(b, (int64_t)who->post);
    put(b, sec_is_backbone(c, t));
    put(b, is_singular(c, t) ? t : -1);
    put_filters(c, t, b);
}

static int compare(const void *a, const void *b)
{
    const struct signed_teacher *x = a, *y = b;

    if (x->signature.n != y->signature.n)
        return x->signature.n < y->signature.n ? -1 : 1;
    int d = memcmp(x->signature.v, y->signature.v, x->signature.n);
    return d ? d : (x->teacher > y->teacher) - (x->teacher < y->teacher);
}

static bool alike(const struct signed_teacher *x, const struct signed_teacher *y)
{
    return x->signature.n == y->signature.n && memcmp(x->signature.v, y->signature.v, x->signature.n) == 0;
}

static int compare_type(const void *a, const void *b)
{
    const struct sec_type *x = a, *y = b;

    return (x->teacher[0] > y->teacher[0]) - (x->teacher[0] < y->teacher[0]);
}

void sec_types_build(struct sec_model *m)
{
    const struct zj_instance *in = m->ctx->in;
    struct signed_teacher *s = zj_calloc((size_t)in->n_teachers, sizeof *s);
    int n = 0;

    for (int t = 0; t < in->n_teachers; t++) {
        if (!m->in_block[in->teacher[t].school] && (!m->ctx->touch || m->ctx->own))
            continue;
        s[n].teacher = t;
        sign(m->ctx, t, &s[n++].signature);
    }
    qsort(s, (size_t)n, sizeof *s, compare);
    for (int i = 0, j; i < n; i = j) {
        for (j = i + 1; j < n && alike(&s[i], &s[j]); j++)
            continue;
        ZJ_GROW(m->type, m->n_types, m->cap_types);
        struct sec_type *type = &m->type[m->n_types++];
        *type = (struct sec_type){.n = j - i, .root = -1, .past_burden = m->ctx->past_burden[s[i].teacher]};
        type->teacher = zj_alloc_n(&m->arena, (size_t)type->n, sizeof *type->teacher);
        for (int k = i; k < j; k++)
            type->teacher[k - i] = s[k].teacher;
    }
    if (m->n_types)
        qsort(m->type, (size_t)m->n_types, sizeof *m->type, compare_type);
    for (int i = 0; i < n; i++)
        pool_release(&s[i].signature);
    free(s);
}
