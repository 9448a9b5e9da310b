/*
 * collide_history.c - rows of history.csv in conflicts: those that are not needed are taken away.
 */
#include "models/secondment/collide_impl.h"

#include <stdlib.h>
#include <string.h>

struct past_probe {
    struct sec_collide *s;
    const struct sec_parts *waived, *parts;
    const struct zj_conflict_part *row; /* of history.csv; those not in force are waived too */
    int n;
    const bool *touch;
};

static enum zj_status probe_history(void *ctx, const bool *in, enum mc_found *found, struct zj_err *err)
{
    const struct past_probe *p = ctx;
    struct sec_parts waived = {0};
    const struct mc_waivers only = sec_as_list(p->parts);
    struct sec_ctx c;
    struct sec_switches w;

    for (int i = 0; i < p->waived->n; i++)
        sec_parts_add(&waived, &p->waived->v[i]);
    for (int k = 0; k < p->n; k++) {
        if (!in[k])
            sec_parts_add(&waived, &p->row[k]);
    }
    const struct mc_waivers list = sec_as_list(&waived);
    sec_open_context(p->s, &list, p->touch, &c);
    sec_switches_init(&w, &c, p->touch, NULL, &only, &only);
    sec_set_limits(p->s, &w);
    bool *all = sec_all_of(w.n);
    enum zj_status st = sec_switches_probe(&w, all, found, err);
    free(all);
    free(waived.v);
    sec_switches_release(&w);
    sec_ctx_release(&c);
    return st;
}

/* Rows of history.csv that are not waived yet. */
static struct sec_parts rows_of_history(struct sec_collide *s)
{
    const struct zj_instance *in = s->run->ctx->in;
    struct sec_parts all = {0};

    for (int i = 0; i < in->n_history; i++) {
        const struct zj_conflict_part row = {.rule = ZJ_R_one_posting,
                                             .index = -1,
                                             .table = "history.csv",
                                             .where =
                                                 zj_printf(&s->arena, "history.csv:%d", in->history[i].line),
                                             .need = ZJ_NO_VALUE,
                                             .have = ZJ_NO_VALUE};
        bool waived = false;
        for (int k = 0; k < s->parts.n && !waived; k++)
            waived = strcmp(s->parts.v[k].where, row.where) == 0;
        if (!waived)
            sec_parts_add(&all, &row);
    }
    return all;
}

/* The rows of history.csv that must have been go to *needed, the others to *waived; *parts may shrink. */
static enum zj_status cut_history(struct sec_collide *s, const bool *touch, struct sec_parts *waived,
                                  struct sec_parts *parts, struct sec_parts *needed, struct zj_err *err)
{
    struct sec_parts all = rows_of_history(s);
    bool *in = sec_all_of(all.n), minimal = true;
    struct past_probe p = {s, waived, parts, all.v, all.n, touch};
    enum zj_status st = mc_shrink(all.n, in, probe_history, &p, &minimal, err);

    s->minimal &= minimal;
    needed->n = 0;
    for (int k = 0; k < all.n; k++)
        sec_parts_add(in[k] ? needed : waived, &all.v[k]);
    free(in);
    free(all.v);
    return st;
}

enum zj_status sec_cut_both(struct sec_collide *s, const bool *touch, struct sec_parts *parts,
                            struct sec_parts *past, struct zj_err *err)
{
    for (int before = -1; before != parts->n;) {
        struct sec_parts waived = {0};
        enum mc_found found = MC_OPEN;
        before = parts->n;
        for (int i = 0; i < s->parts.n; i++)
            sec_parts_add(&waived, &s->parts.v[i]);
        enum zj_status st = cut_history(s, touch, &waived, parts, past, err);
        const struct mc_waivers list = sec_as_list(&waived);
        if (st == ZJ_OK)
            st = sec_cut_lifted(s, &list, touch, false, parts, &found, err);
        free(waived.v);
        ZJ_TRY(st);
    }
    return ZJ_OK;
}
