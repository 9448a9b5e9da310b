/*
 * build.c - a block's program from end to end: types, network, rows, and what may be left out.
 */
#include "models/secondment/families.h"
#include "models/secondment/network.h"
#include "models/secondment/strengthen.h"

#include <stdlib.h>
#include <string.h>

void sec_model_build(struct sec_model *m, const struct sec_ctx *c, const bool *in_block, int64_t fair_cap)
{
    *m = (struct sec_model){.ctx = c, .in_block = in_block, .fair_cap = fair_cap};
    sec_types_build(m);
    m->type_of = zj_alloc_n(&m->arena, (size_t)c->in->n_teachers, sizeof *m->type_of);
    for (int t = 0; t < c->in->n_teachers; t++)
        m->type_of[t] = -1;
    for (int i = 0; i < m->n_types; i++) {
        for (int k = 0; k < m->type[i].n; k++)
            m->type_of[m->type[i].teacher[k]] = i;
    }
    for (int i = 0; c->keep && i < c->keep->n; i++)
        m->constant[ZJ_T_STABILITY] += m->type_of[c->keep->v[i].teacher] >= 0;
    sec_network_build(m);
    for (int i = 0; i < c->pol->n_rules; i++) {
        const struct zj_rule *r = &c->pol->rule[i];
        if (sec_families[r->id]->rows && r->id != ZJ_R_need && r->id != ZJ_R_pins)
            sec_families[r->id]->rows(m, r);
    }
    cons_need.rows(m, NULL);
    cons_pins.rows(m, NULL);
}

/*
 * What the terms from k on that belong to one type can add at least (side -1) or at most (+1). Returns
 * the next k.
 */
static int activity_of_type(const struct sec_model *m, const struct sec_row *row, int k, int side,
                            int64_t *sum)
{
    int type = m->node[m->arc[m->idx[k]].node].type;
    int64_t best = 0, all = 0;
    bool star = true;

    for (; k < row->first + row->n && m->idx[k] < m->n_arcs; k++) {
        const struct sec_node *node = &m->node[m->arc[m->idx[k]].node];
        if (node->type != type)
            break;
        int64_t v = side * m->val[k];
        star &= node->n_prefix == 0;
        all += v > 0 ? v : 0;
        best = v > best ? v : best;
    }
    *sum += side * (star ? best : all) * m->type[type].n;
    return k;
}

static int64_t activity(const struct sec_model *m, const struct sec_row *row, int side)
{
    int64_t sum = 0;

    for (int k = row->first; k < row->first + row->n;) {
        if (m->idx[k] < m->n_arcs) {
            k = activity_of_type(m, row, k, side, &sum);
            continue;
        }
        int64_t v = side * m->val[k] * m->aux[m->idx[k] - m->n_arcs].hi;
        sum += side * (v > 0 ? v : 0);
        k++;
    }
    return sum;
}

/* ceil(a / b) for a >= 0 */
static int64_t units(int64_t a, int64_t b)
{
    return a <= 0 ? 0 : (a + b - 1) / b;
}

static int add_shortfall(struct sec_model *m, const struct sec_row *row, int64_t most)
{
    int aux = sec_aux_new(m, most);

    m->aux[aux].cost[row->tier] = row->weight;
    return aux;
}

/* Waived parts of the row, or the row; a search for conflicts leaves wishes out. */
static void waive_row(struct sec_model *m, struct sec_row *row)
{
    const struct mc_waivers *w = m->ctx->waived;

    row->dead |= m->ctx->elastic && !row->demanded;
    for (int k = 0; w && row->type >= 0 && k < m->type[row->type].n; k++)
        row->lo -= mc_waived(w, row->rule, row->index, m->ctx->in->teacher[m->type[row->type].teacher[k]].id);
    row->dead |= w && row->type < 0 && mc_waived(w, row->rule, row->index, row->where);
}

static void settle_row(struct sec_model *m, struct sec_row *row)
{
    int64_t least = activity(m, row, -1), most = activity(m, row, 1);
    int64_t short_lo = row->lo == -SEC_NO_LIMIT ? 0 : units(row->lo - least, row->scale);
    int64_t short_hi = row->hi == SEC_NO_LIMIT ? 0 : units(most - row->hi, row->scale);

    if (short_lo == 0 && short_hi == 0) {
        row->dead = true;
    } else if (row->hard) {
        m->broken |=
            (row->lo != -SEC_NO_LIMIT && most < row->lo) || (row->hi != SEC_NO_LIMIT && least > row->hi);
    } else if (row->n == 0 && !m->ctx->elastic) {
        m->constant[row->tier] += row->weight * (short_lo + short_hi);
        row->dead = true;
    } else {
        row->aux_lo = short_lo ? add_shortfall(m, row, short_lo) : -1;
        row->aux_hi = short_hi ? add_shortfall(m, row, short_hi) : -1;
    }
}

void sec_model_settle(struct sec_model *m, const bool *mine)
{
    for (int i = 0; i < m->n_rows; i++) {
        struct sec_row *row = &m->row[i];
        row->settled = row->county < 0 || mine[row->county];
        if (m->ctx->waived || m->ctx->elastic)
            waive_row(m, row);
        if (row->settled && !row->dead)
            settle_row(m, row);
    }
    if (!m->ctx->one_by_one)
        sec_strengthen(m);
}

void sec_model_release(struct sec_model *m)
{
    zj_arena_release(&m->arena);
    free(m->type);
    free(m->node);
    free(m->arc);
    free(m->aux);
    free(m->row);
    free(m->bar);
    free(m->idx);
    free(m->val);
    memset(m, 0, sizeof *m);
}
