#include "models/timetable/search_parts.h"

#include <stdlib.h>

enum { DIVE_ROUNDS = 4, DIVE_STEPS = 20000 };

/* Take the columns that the relaxation nearly takes, or else the one it takes most of. */
static bool take_some(struct tt_master *m, const double *x, int *next_of, struct tt_proposals *out)
{
    const int n = m->n_columns;
    int most = -1;
    bool any = false;

    for (int i = 0; i < n; i++) {
        bool nearly = x[i] > 0.95;
        if (!nearly && x[i] > 1e-6 && (most < 0 || x[i] > x[most]))
            most = i;
        if (!nearly || !tt_master_take(m, &m->column[i]))
            continue;
        tt_proposals_add(out, m->x, &m->column[i],
                         m->x->type[m->column[i].type].teacher[next_of[m->column[i].type]++]);
        any = true;
    }
    if (any || most < 0)
        return any;
    if (!tt_master_take(m, &m->column[most]))
        return false;
    tt_proposals_add(out, m->x, &m->column[most],
                     m->x->type[m->column[most].type].teacher[next_of[m->column[most].type]++]);
    return true;
}

/* Columns that no longer fit are held at nothing; otherwise the relaxation would take parts of them. */
static void hold_misfits(struct tt_master *m)
{
    for (int i = 0; i < m->n_columns; i++)
        if (!tt_master_fits(m, &m->column[i]))
            cg_col_bounds(m->lp, m->col[i], 0, 0);
}

static enum zj_status dive_part(struct tt_search *s, const struct tt_part *part, struct tt_proposals *out,
                                struct zj_err *err)
{
    struct tt_residue r;
    struct tt_master m;
    struct tt_generated got;
    enum zj_status status = ZJ_OK;
    int *next_of = zj_calloc((size_t)part->x.n + 1, sizeof *next_of);
    double *x = NULL;
    bool more = true;

    tt_residue_init(&r, part, NULL, &(struct zj_lessons){0});
    tt_master_init(&m, &part->x, r.people, r.demand, r.blocks);
    tt_master_weigh(&m, tt_together);
    for (int rounds = 0; more && status == ZJ_OK && !tt_search_stopped(s); rounds = DIVE_ROUNDS) {
        bool solved = false;
        status = tt_master_generate(&m, &s->limits, rounds, INT64_MAX, &got, err);
        x = zj_realloc(x, (size_t)m.n_columns + 1, sizeof *x);
        if (status == ZJ_OK)
            status = tt_master_relax(&m, &s->limits, x, &solved, err);
        more = solved && take_some(&m, x, next_of, out);
        hold_misfits(&m);
    }
    tt_master_release(&m);
    tt_residue_release(&r);
    free(next_of);
    free(x);
    return status;
}

enum zj_status tt_search_dive(struct tt_search *s, struct zj_err *err)
{
    struct tt_proposals weeks = {0};
    enum zj_status status = ZJ_OK;

    for (int i = 0; i < s->parts.n && status == ZJ_OK; i++)
        status = dive_part(s, &s->parts.part[i], &weeks, err);
    if (status == ZJ_OK) {
        struct tt_board *board = tt_board_copy(s->best);
        for (int i = 0; i < s->p->n_active; i++)
            tt_board_clear(board, s->p->active[i]);
        tt_board_place_all(board, weeks.v, weeks.n, NULL);
        tt_search_improve(s, board, DIVE_STEPS, TT_WARM, s->limits.deadline);
        tt_search_offer(s, board);
    }
    tt_proposals_release(&weeks);
    return status;
}
