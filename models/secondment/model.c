/*
 * model.c - the parts of a block's integer program, and how rows are put together.
 */
#include "models/secondment/model.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *sec_where(struct sec_model *m, const char *fmt, ...)
{
    char text[256];
    va_list ap;

    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    return zj_strdup(&m->arena, text);
}

void sec_row_begin(struct sec_model *m, const struct zj_rule *r, const char *where)
{
    if (sec_ctx_over(m->ctx))
        m->n_arcs = 0; /* the model is given up: loops over its arcs are short from here on */
    ZJ_GROW(m->row, m->n_rows, m->cap_rows);
    m->row[m->n_rows] = (struct sec_row){.rule = r->id,
                                         .index = r->index,
                                         .where = where,
                                         .hard = r->hard && !m->ctx->elastic,
                                         .demanded = r->hard,
                                         .type = -1,
                                         .given = SEC_NOT_COUNTED,
                                         .tier = ZJ_T_SOFT,
                                         .weight = r->weight,
                                         .scale = 1,
                                         .first = m->n_terms,
                                         .aux_lo = -1,
                                         .aux_hi = -1,
                                         .indicator = -1,
                                         .county = -1,
                                         .implied_by = -1};
}

static void add_term(struct sec_model *m, int column, int64_t coef)
{
    int n = m->n_terms;

    if (coef == 0)
        return;
    ZJ_GROW(m->idx, n, m->cap_idx);
    ZJ_GROW(m->val, n, m->cap_val);
    m->idx[n] = column;
    m->val[n] = coef;
    m->n_terms++;
    m->row[m->n_rows].n++;
}

void sec_row_arc(struct sec_model *m, int arc, int64_t coef)
{
    add_term(m, arc, coef);
}

void sec_row_aux(struct sec_model *m, int aux, int64_t coef)
{
    add_term(m, m->n_arcs + aux, coef);
}

int sec_aux_new(struct sec_model *m, int64_t hi)
{
    ZJ_GROW(m->aux, m->n_aux, m->cap_aux);
    m->aux[m->n_aux] = (struct sec_aux){.hi = hi};
    return m->n_aux++;
}

struct sec_row *sec_row_end(struct sec_model *m, int64_t lo, int64_t hi)
{
    struct sec_row *row = &m->row[m->n_rows++];

    row->lo = lo;
    row->hi = hi;
    return row;
}

struct sec_row *sec_row_end_county(struct sec_model *m, int64_t lo, int64_t hi)
{
    struct sec_row *row = sec_row_end(m, lo, hi);

    row->county = m->n_county++;
    return row;
}

int64_t sec_at_least(int min, int64_t constant)
{
    return min == ZJ_NONE ? -SEC_NO_LIMIT : min - constant;
}

int64_t sec_at_most(int max, int64_t constant)
{
    return max == ZJ_NONE ? SEC_NO_LIMIT : max - constant;
}

const int *sec_arcs_at(const struct sec_model *m, int school, int *n)
{
    *n = m->n_arcs ? m->first_at[school + 1] - m->first_at[school] : 0;
    return m->arc_at + m->first_at[school];
}

const struct zj_posting *sec_prefix(const struct sec_model *m, int arc, int *n)
{
    const struct sec_node *node = &m->node[m->arc[arc].node];

    *n = node->n_prefix;
    return node->prefix;
}
