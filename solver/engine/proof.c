#include "solver/engine/proof.h"

#include "solver/base/mem.h"
#include "solver/engine/proof_impl.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

int proof_number(struct proof *p)
{
    return p->n_rows++;
}

/* ---- the program ------------------------------------------------------------------------------------- */

static void put_columns(struct proof *p, FILE *out)
{
    const struct lp *lp = p->task->lp;

    fprintf(out, "VER 1.0\nVAR %d\n", lp->n_cols);
    for (int j = 0; j < lp->n_cols; j++)
        fprintf(out, "%s\n", p->task->column[j]);
    fprintf(out, "INT %d\n", lp->n_cols);
    for (int j = 0; j < lp->n_cols; j++)
        fprintf(out, "%d%c", j, j % 20 == 19 || j == lp->n_cols - 1 ? '\n' : ' ');
    int n = 0;
    for (int j = 0; j < lp->n_cols; j++)
        n += p->cost[j] != 0;
    fprintf(out, "OBJ min\n%d", n);
    for (int j = 0; j < lp->n_cols; j++) {
        if (p->cost[j])
            fprintf(out, " %d %" PRId64, j, p->cost[j]);
    }
    fprintf(out, "\n");
}

/* Both bounds of column j are rows 2 j and 2 j + 1. */
static void put_bounds(struct proof *p, FILE *out)
{
    const struct lp *lp = p->task->lp;

    for (int j = 0; j < lp->n_cols; j++) {
        fprintf(out, "l%d G %" PRId64 " 1 %d 1\n", j, lp->col_lo[j], j);
        fprintf(out, "u%d L %" PRId64 " 1 %d 1\n", j, lp->col_hi[j], j);
    }
}

static void put_row(const struct proof *p, FILE *out, int i, char sense, int64_t side)
{
    const struct lp *lp = p->task->lp;
    const struct lp_row *row = &lp->row[i];
    int n = 0;

    for (int k = row->first; k < row->first + row->n; k++)
        n += lp->val[k] != 0;
    fprintf(out, "%s %c %" PRId64 " %d", p->task->row[i], sense, side, n);
    for (int k = row->first; k < row->first + row->n; k++) {
        if (lp->val[k])
            fprintf(out, " %d %" PRId64, lp->idx[k], lp->val[k]);
    }
    fprintf(out, "\n");
}

static void put_rows(struct proof *p, FILE *out)
{
    const struct lp *lp = p->task->lp;

    for (int i = 0; i < lp->n_rows; i++) {
        const struct lp_row *row = &lp->row[i];
        p->row_lo[i] = p->row_hi[i] = -1;
        if (row->lo != -LP_INF) {
            put_row(p, out, i, row->lo == row->hi ? 'E' : 'G', row->lo);
            p->row_lo[i] = p->n_rows++;
        }
        if (row->hi != LP_INF && row->lo == row->hi) {
            p->row_hi[i] = p->row_lo[i];
        } else if (row->hi != LP_INF) {
            put_row(p, out, i, 'L', row->hi);
            p->row_hi[i] = p->n_rows++;
        }
    }
    p->n_given = p->n_rows;
}

static int count_rows(const struct lp *lp)
{
    int n = 0;

    for (int i = 0; i < lp->n_rows; i++) {
        const struct lp_row *row = &lp->row[i];
        n += (row->lo != -LP_INF) + (row->hi != LP_INF && row->hi != row->lo);
    }
    return n;
}

static void put_program(struct proof *p, FILE *out)
{
    const struct lp *lp = p->task->lp;

    put_columns(p, out);
    fprintf(out, "CON %d %d\n", 2 * lp->n_cols + count_rows(lp), 2 * lp->n_cols);
    put_bounds(p, out);
    p->n_rows = 2 * lp->n_cols;
    put_rows(p, out);
}

static void put_claim(const struct proof *p, FILE *out)
{
    const struct proof_task *t = p->task;
    int n = 0;

    if (!t->x) {
        fprintf(out, "RTP infeas\nSOL 0\n");
        return;
    }
    fprintf(out, "RTP range ");
    if (t->shown_only)
        fprintf(out, "-inf %" PRId64 "\nSOL 1\n", t->value);
    else
        fprintf(out, "%" PRId64 " %" PRId64 "\nSOL 1\n", t->value, t->value);
    for (int j = 0; j < t->lp->n_cols; j++)
        n += t->x[j] != 0;
    fprintf(out, "plan %d", n);
    for (int j = 0; j < t->lp->n_cols; j++) {
        if (t->x[j])
            fprintf(out, " %d %" PRId64, j, t->x[j]);
    }
    fprintf(out, "\n");
}

/* ---- a proof's memory --------------------------------------------------------------------------------- */

/* The sum of violations: columns of their own on every side of every row. */
static struct lp *with_room(const struct lp *lp)
{
    enum { MOST = 1000000000 };
    struct lp *room = lp_new();

    for (int j = 0; j < lp->n_cols; j++)
        lp_col(room, lp->col_lo[j], lp->col_hi[j]);
    int *idx = zj_calloc((size_t)lp->n_cols + 3, sizeof *idx);
    int64_t *val = zj_calloc((size_t)lp->n_cols + 3, sizeof *val);
    for (int i = 0; i < lp->n_rows; i++) {
        const struct lp_row *row = &lp->row[i];
        int n = row->n;
        memcpy(idx, lp->idx + row->first, (size_t)n * sizeof *idx);
        memcpy(val, lp->val + row->first, (size_t)n * sizeof *val);
        for (int side = 1; side >= -1; side -= 2) {
            if (side == 1 ? row->lo == -LP_INF : row->hi == LP_INF)
                continue;
            idx[n] = lp_col(room, 0, MOST);
            val[n++] = side;
            lp_cost(room, idx[n - 1], 1);
        }
        lp_row(room, row->lo, row->hi, n, idx, val);
    }
    free(idx);
    free(val);
    return room;
}

static void open_proof(struct proof *p, const struct proof_task *t, FILE *der)
{
    size_t n = (size_t)t->lp->n_cols + 1, m = (size_t)(t->lp->n_rows + t->n_steps) + 1;

    *p = (struct proof){.task = t, .der = der, .status = PROOF_STUCK};
    p->lp = lp_clone(t->lp);
    p->lp->has_basis = false;
    p->row_lo = zj_calloc(m, sizeof *p->row_lo);
    p->row_hi = zj_calloc(m, sizeof *p->row_hi);
    p->col_lo = zj_calloc(n, sizeof *p->col_lo);
    p->col_hi = zj_calloc(n, sizeof *p->col_hi);
    p->depth_lo = zj_calloc(n, sizeof *p->depth_lo);
    p->depth_hi = zj_calloc(n, sizeof *p->depth_hi);
    p->cost = zj_calloc(n, sizeof *p->cost);
    p->duals.row = zj_calloc(m, sizeof *p->duals.row);
    p->duals.column = zj_calloc(n, sizeof *p->duals.column);
    p->dual = zj_calloc(m, sizeof *p->dual);
    p->value = zj_calloc(n, sizeof *p->value);
    for (int j = 0; j < t->lp->n_cols; j++) {
        p->col_lo[j] = 2 * j;
        p->col_hi[j] = 2 * j + 1;
        p->depth_lo[j] = p->depth_hi[j] = -1;
        p->cost[j] = (int64_t)glp_get_obj_coef(t->lp->p, j + 1);
    }
}

static void close_proof(struct proof *p)
{
    lp_free(p->lp);
    lp_free(p->room);
    free(p->row_lo);
    free(p->row_hi);
    free(p->col_lo);
    free(p->col_hi);
    free(p->depth_lo);
    free(p->depth_hi);
    free(p->cost);
    free(p->duals.row);
    free(p->duals.column);
    free(p->dual);
    free(p->value);
}

static enum zj_status derive(struct proof *p, struct zj_err *err)
{
    struct proof_result whole;

    for (int k = 0; k < p->task->n_steps; k++)
        proof_step(p, &p->task->step[k]);
    p->room = with_room(p->lp);
    return proof_tree(p, &whole, err);
}

enum zj_status proof_write(const struct proof_task *t, FILE *out, enum proof_status *status, int64_t *nodes,
                           struct zj_err *err)
{
    struct proof p;
    char *text = NULL;
    size_t n = 0;
    FILE *der = open_memstream(&text, &n);
    enum zj_status st = ZJ_OK;

    if (!der)
        zj_out_of_memory();
    open_proof(&p, t, der);
    put_program(&p, out);
    put_claim(&p, out);
    p.status = PROOF_WRITTEN;
    if (!t->shown_only)
        st = derive(&p, err);
    fprintf(out, "DER %d\n", p.n_rows - p.n_given);
    if (fclose(der) != 0)
        zj_out_of_memory();
    fwrite(text, 1, n, out);
    *status = p.status;
    *nodes += p.nodes;
    close_proof(&p);
    free(text);
    return st;
}
