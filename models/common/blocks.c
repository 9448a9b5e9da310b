#include "models/common/blocks.h"

#include <stdlib.h>

static int root(int *up, int i)
{
    while (up[i] != i) {
        up[i] = up[up[i]];
        i = up[i];
    }
    return i;
}

/* Columns of one row belong together. *hopeless: a row that no column can help. */
static void join(struct mc_blocks *b, int *up)
{
    const struct mc_program *m = b->m;

    for (int i = 0; i < m->n_rows; i++) {
        const struct mc_row *row = &m->row[i];
        int first = -1;
        for (int k = row->first; k < row->first + row->n; k++) {
            int col = m->idx[k];
            if (m->col[col].barred)
                continue;
            if (first >= 0)
                up[root(up, col)] = root(up, first);
            first = first < 0 ? col : first;
        }
        if (first < 0 && (row->lo > 0 || row->hi < 0)) {
            b->hopeless = i;
            b->hopeless_part = row->part;
        }
    }
}

/* Sort `n` items by block: list[] in order, first[] and count[] of each block set through the offsets. */
static void sort_by_block(const int *block_of, int n, int *list, int *fill)
{
    for (int i = 0; i < n; i++)
        if (block_of[i] >= 0)
            list[fill[block_of[i]]++] = i;
}

static void number_columns(struct mc_blocks *b, const int *block_of)
{
    const struct mc_program *m = b->m;
    int *fill = zj_calloc((size_t)b->n + 1, sizeof *fill);

    for (int c = 0; c < m->n_cols; c++)
        if (block_of[c] >= 0)
            b->local[c] = b->v[block_of[c]].n_cols++;
    for (int k = 1; k < b->n; k++)
        b->v[k].first_col = b->v[k - 1].first_col + b->v[k - 1].n_cols;
    for (int k = 0; k < b->n; k++)
        fill[k] = b->v[k].first_col;
    sort_by_block(block_of, m->n_cols, b->col, fill);
    free(fill);
}

static int block_of_row(const struct mc_program *m, const int *block_of, int row)
{
    for (int k = m->row[row].first; k < m->row[row].first + m->row[row].n; k++)
        if (!m->col[m->idx[k]].barred)
            return block_of[m->idx[k]];
    return -1;
}

static void number_rows(struct mc_blocks *b, const int *block_of)
{
    const struct mc_program *m = b->m;
    int *of_row = zj_calloc((size_t)m->n_rows + 1, sizeof *of_row);
    int *fill = zj_calloc((size_t)b->n + 1, sizeof *fill);

    for (int i = 0; i < m->n_rows; i++) {
        of_row[i] = block_of_row(m, block_of, i);
        if (of_row[i] >= 0)
            b->v[of_row[i]].n_rows++;
    }
    for (int k = 1; k < b->n; k++)
        b->v[k].first_row = b->v[k - 1].first_row + b->v[k - 1].n_rows;
    for (int k = 0; k < b->n; k++)
        fill[k] = b->v[k].first_row;
    sort_by_block(of_row, m->n_rows, b->row, fill);
    free(of_row);
    free(fill);
}

void mc_blocks_init(struct mc_blocks *b, const struct mc_program *m)
{
    const size_t n = (size_t)m->n_cols;
    int *up = zj_calloc(n + 1, sizeof *up), *block_of = zj_calloc(n + 1, sizeof *block_of);
    int *number = zj_calloc(n + 1, sizeof *number); /* of the block, plus 1, by root */

    *b = (struct mc_blocks){.m = m, .hopeless = -1, .hopeless_part = -1};
    for (int c = 0; c < m->n_cols; c++)
        up[c] = c;
    join(b, up);
    for (int c = 0; c < m->n_cols; c++) {
        int top = root(up, c);
        if (!m->col[c].barred && number[top] == 0)
            number[top] = ++b->n;
        block_of[c] = m->col[c].barred ? -1 : number[top] - 1;
        if (m->col[c].barred && m->col[c].lo > 0)
            b->hopeless = c;
    }
    b->v = zj_calloc((size_t)b->n + 1, sizeof *b->v);
    b->col = zj_calloc(n + 1, sizeof *b->col);
    b->local = zj_calloc(n + 1, sizeof *b->local);
    b->row = zj_calloc((size_t)m->n_rows + 1, sizeof *b->row);
    for (int c = 0; c < m->n_cols; c++)
        b->local[c] = -1;
    number_columns(b, block_of);
    number_rows(b, block_of);
    free(up);
    free(block_of);
    free(number);
}

void mc_blocks_release(struct mc_blocks *b)
{
    free(b->v);
    free(b->col);
    free(b->local);
    free(b->row);
}

/* ---- the program of a block ---------------------------------------------------------------------------- */

int64_t mc_lp_bound(int64_t limit)
{
    return limit == INT64_MIN ? -LP_INF : limit == INT64_MAX ? LP_INF : limit;
}

static void add_rows(struct mc_lp *p, const struct mc_blocks *b, const struct mc_block *x, int *idx,
                     int64_t *val)
{
    const struct mc_program *m = b->m;

    for (int i = x->first_row; i < x->first_row + x->n_rows; i++) {
        const struct mc_row *row = &m->row[b->row[i]];
        int n = 0;
        for (int k = row->first; k < row->first + row->n; k++) {
            if (b->local[m->idx[k]] < 0)
                continue;
            idx[n] = b->local[m->idx[k]];
            val[n++] = m->val[k];
        }
        lp_row(p->lp, mc_lp_bound(row->lo), mc_lp_bound(row->hi), n, idx, val);
    }
}

void mc_lp_init(struct mc_lp *p, const struct mc_blocks *b, int block)
{
    const struct mc_block *x = &b->v[block];
    const struct mc_program *m = b->m;
    int *idx = zj_calloc((size_t)x->n_cols + 1, sizeof *idx);
    int64_t *val = zj_calloc((size_t)x->n_cols + 1, sizeof *val);

    p->lp = lp_new();
    for (int c = x->first_col; c < x->first_col + x->n_cols; c++)
        lp_col(p->lp, m->col[b->col[c]].lo, m->col[b->col[c]].hi);
    add_rows(p, b, x, idx, val);
    for (int t = 0; t < m->n_sums; t++) {
        int n = 0;
        for (int c = 0; c < x->n_cols; c++) {
            idx[n] = c;
            val[n] = m->col[b->col[x->first_col + c]].cost[t];
            n += val[n] != 0;
        }
        p->tier_row[t] = n > 0 ? lp_row(p->lp, -LP_INF, LP_INF, n, idx, val) : -1;
    }
    free(idx);
    free(val);
}

void mc_lp_release(struct mc_lp *p)
{
    lp_free(p->lp);
}

bool mc_lp_minimise(struct mc_lp *p, const struct mc_blocks *b, int block, int tier)
{
    const struct mc_block *x = &b->v[block];

    for (int c = 0; c < x->n_cols; c++)
        lp_cost(p->lp, c, (double)b->m->col[b->col[x->first_col + c]].cost[tier]);
    return p->tier_row[tier] >= 0;
}
