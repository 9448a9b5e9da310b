#include "models/secondment/blocks.h"

#include "models/secondment/network.h"
#include "models/secondment/places.h"

#include <stdlib.h>
#include <string.h>

static int root_of(int *parent, int s)
{
    while (parent[s] != s)
        s = parent[s] = parent[parent[s]];
    return s;
}

static void join(int *parent, int a, int b)
{
    a = root_of(parent, a);
    b = root_of(parent, b);
    if (a < b)
        parent[b] = a;
    else
        parent[a] = b;
}

static void join_by_postings(const struct sec_ctx *c, int *parent)
{
    for (int a = 0; a < c->in->n_schools; a++) {
        for (int b = 0; b < c->in->n_schools; b++) {
            for (int k = 0; k < c->pol->n_kinds; k++) {
                if (root_of(parent, a) != root_of(parent, b) && sec_may_host(c, a, b, k))
                    join(parent, a, b);
            }
        }
    }
}

static void join_by_rules(const struct sec_ctx *c, int *parent)
{
    bool pairs = false, communities = false;

    for (int i = 0; i < c->pol->n_rules; i++) {
        const struct zj_rule *r = &c->pol->rule[i];
        bool counts = r->id == ZJ_R_quota || r->id == ZJ_R_equal_exchange;
        pairs |= counts && r->over == ZJ_OVER_PAIR;
        communities |= counts && r->over == ZJ_OVER_COMMUNITY;
    }
    struct sec_places all = sec_all_pairs(c);
    for (int i = 0; pairs && i < all.n; i++)
        join(parent, all.v[i].a, all.v[i].b);
    free(all.v);
    for (int a = 0; communities && a < c->in->n_schools; a++) {
        for (int b = a + 1; c->in->school[a].community >= 0 && b < c->in->n_schools; b++) {
            if (c->in->school[a].community == c->in->school[b].community)
                join(parent, a, b);
        }
    }
}

/* Schools that are joined to nothing share one block: there is nothing to decide in it. */
static void name_blocks(struct sec_blocks *b, const struct sec_ctx *c, int *parent)
{
    int n = c->in->n_schools, alone = -1;
    int *size = zj_calloc((size_t)n + 1, sizeof *size);
    int *block = zj_calloc((size_t)n + 1, sizeof *block);

    for (int s = 0; s < n; s++)
        size[root_of(parent, s)]++;
    for (int s = 0; s < n; s++) {
        if (root_of(parent, s) != s)
            continue;
        if (size[s] > 1 || alone < 0)
            block[s] = b->n++;
        else
            block[s] = alone;
        if (size[s] == 1)
            alone = block[s];
    }
    b->has = zj_calloc((size_t)b->n + 1, sizeof *b->has);
    for (int k = 0; k < b->n; k++)
        b->has[k] = zj_calloc((size_t)n + 1, sizeof **b->has);
    for (int s = 0; s < n; s++)
        b->has[block[root_of(parent, s)]][s] = true;
    free(size);
    free(block);
}

/* A county row that only one block can move is that block's own; nobody's goes to block 0. */
static void find_owners(struct sec_blocks *b)
{
    b->n_county = b->n ? b->model[0].n_county : 0;
    b->owner = zj_calloc((size_t)b->n_county + 1, sizeof *b->owner);
    int *movers = zj_calloc((size_t)b->n_county + 1, sizeof *movers);
    for (int k = 0; k < b->n; k++) {
        for (int i = 0; i < b->model[k].n_rows; i++) {
            const struct sec_row *row = &b->model[k].row[i];
            if (row->county < 0 || row->n == 0)
                continue;
            b->owner[row->county] = movers[row->county]++ == 0 ? k : -1;
        }
    }
    b->n_coupled = 0;
    for (int k = 0; k < b->n_county; k++)
        b->n_coupled += b->owner[k] < 0;
    free(movers);
}

static void settle(const struct sec_blocks *b, int block, struct sec_model *m)
{
    bool *mine = zj_calloc((size_t)b->n_county + 1, sizeof *mine);

    for (int k = 0; k < b->n_county; k++)
        mine[k] = b->owner[k] == block;
    sec_model_settle(m, mine);
    free(mine);
}

void sec_blocks_build(struct sec_blocks *b, const struct sec_ctx *c, bool together)
{
    int *parent = zj_calloc((size_t)c->in->n_schools + 1, sizeof *parent);

    *b = (struct sec_blocks){.fair_cap = INT64_MAX};
    for (int s = 0; s < c->in->n_schools; s++)
        parent[s] = together ? 0 : s;
    if (!together) {
        join_by_postings(c, parent);
        join_by_rules(c, parent);
    }
    name_blocks(b, c, parent);
    free(parent);
    b->model = zj_calloc((size_t)b->n + 1, sizeof *b->model);
    for (int k = 0; k < b->n; k++)
        sec_model_build(&b->model[k], c, b->has[k], INT64_MAX);
    if (sec_ctx_over(c))
        return;
    find_owners(b);
    for (int k = 0; k < b->n; k++)
        settle(b, k, &b->model[k]);
}

void sec_block_model(const struct sec_blocks *b, const struct sec_ctx *c, int block, int64_t fair_cap,
                     struct sec_model *m)
{
    sec_model_build(m, c, b->has[block], fair_cap);
    settle(b, block, m);
}

void sec_blocks_cap(struct sec_blocks *b, const struct sec_ctx *c, int64_t fair_cap)
{
    b->fair_cap = fair_cap;
    for (int k = 0; k < b->n; k++) {
        sec_model_release(&b->model[k]);
        sec_block_model(b, c, k, fair_cap, &b->model[k]);
    }
}

void sec_blocks_release(struct sec_blocks *b)
{
    for (int k = 0; k < b->n; k++) {
        sec_model_release(&b->model[k]);
        free(b->has[k]);
    }
    free(b->has);
    free(b->model);
    free(b->owner);
    memset(b, 0, sizeof *b);
}
