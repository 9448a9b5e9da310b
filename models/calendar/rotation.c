/*
 * rotation.c - the rows of host_rotation and rotating_chair; the mathematics is in their headers.
 */
#include "models/calendar/rotation.h"

#include "models/common/filter.h"

#include <stdlib.h>

void cal_turns_add(struct cal_turns *t, const struct cal_turn *x)
{
    ZJ_GROW(t->v, t->n, t->cap);
    t->v[t->n++] = *x;
}

/* ---- candidates -------------------------------------------------------------------------------------- */

void cal_candidates(struct cal_model *m, const struct zj_rule *r, int community, bool chairs,
                    struct cal_candidates *c)
{
    *c = (struct cal_candidates){zj_alloc_n(&m->arena, (size_t)m->in->n_schools, sizeof(int)), 0, 0};
    for (int s = 0; s < m->in->n_schools; s++) {
        bool any = false;
        for (int w = 0; w < m->n_who && !any; w++) {
            const struct zj_group *g = m->who[w].g;
            any = cal_names(r, m->who[w].event) && g->community == community &&
                  zj_ids_has(chairs ? &g->chairs : &g->hosts, s);
        }
        if (any && mc_school_passes(m->in, &r->where, s))
            c->v[c->n++] = s;
    }
    c->max_gap = r->max_gap == ZJ_NONE ? c->n - 1 : r->max_gap;
}

/* ---- turns of one community, in order ---------------------------------------------------------------- */

int cal_compare_turns(const struct cal_model *m, const struct cal_turn *a, const struct cal_turn *b)
{
    const struct cal_who *x = &m->who[a->who], *y = &m->who[b->who];
    const int p[] = {a->date, a->session, a->period, x->event, x->group};
    const int q[] = {b->date, b->session, b->period, y->event, y->group};

    if (m->grain != CAL_DAYS)
        return m->piece_of[a->date] - m->piece_of[b->date];
    for (size_t i = 0; i < sizeof p / sizeof p[0]; i++)
        if (p[i] != q[i])
            return p[i] < q[i] ? -1 : 1;
    return 0;
}

/* A turn with its place in the order. */
struct step {
    const struct cal_model *m;
    const struct cal_turn *t;
    int nth;
};

static int compare(const void *pa, const void *pb)
{
    const struct step *a = pa, *b = pb;
    int order = cal_compare_turns(a->m, a->t, b->t);

    return order != 0 ? order : a->nth < b->nth ? -1 : a->nth > b->nth;
}

static int find_steps(struct cal_model *m, const struct zj_rule *r, int community,
                      const struct cal_turns *turns, struct step *v)
{
    int n = 0;

    for (int i = 0; i < turns->n; i++) {
        const struct cal_who *x = &m->who[turns->v[i].who];
        if (cal_names(r, x->event) && x->g->community == community) {
            v[n] = (struct step){m, &turns->v[i], n};
            n++;
        }
    }
    if (n > 1)
        qsort(v, (size_t)n, sizeof *v, compare);
    return n;
}

/* ---- rows -------------------------------------------------------------------------------------------- */

/* Soft: n * (turns - e) <= N + n - 1: no more than the share, rounded up. */
static void soft_share(struct cal_model *m, const struct zj_rule *r, const struct step *v, int n_turns, int n,
                       int school, const char *where)
{
    mc_begin(&m->p);
    for (int i = 0; i < n_turns; i++)
        mc_add(&m->p, v[i].t->col, v[i].t->school == school ? n - 1 : -1);
    mc_demand(&m->p, r, where, INT64_MIN, n - 1, n);
}

/* A column with lo <= n * column - N <= hi: a share of all occurrences, which every school is held to. */
static int share_of_all(struct cal_model *m, const struct step *v, int n_turns, int n, int64_t lo, int64_t hi)
{
    int64_t most = 0;

    for (int i = 0; i < n_turns; i++)
        most += m->p.col[v[i].t->col].hi;
    int share = mc_col(&m->p, most);
    mc_begin(&m->p);
    mc_add(&m->p, share, n);
    for (int i = 0; i < n_turns; i++)
        mc_add(&m->p, v[i].t->col, -1);
    mc_define(&m->p, lo, hi);
    return share;
}

/* Turns of the school against a share: lo <= turns - share <= hi. */
static void hold_to(struct cal_model *m, const struct zj_rule *r, const struct step *v, int n_turns,
                    int school, int share, int64_t lo, int64_t hi, const char *where)
{
    mc_begin(&m->p);
    for (int i = 0; i < n_turns; i++)
        if (v[i].t->school == school)
            mc_add(&m->p, v[i].t->col, 1);
    mc_add(&m->p, share, -1);
    mc_demand_part(&m->p, mc_part(&m->p, r, NULL, where), lo, hi);
}

/* Others in a row: run[k] >= run[k-1] + others - (gap + 1) own turns, 0 <= run <= gap. */
static void runs(struct cal_model *m, const struct zj_rule *r, const struct step *v, int n_turns, int gap,
                 int school, const char *where)
{
    int part = r->hard ? mc_part(&m->p, r, NULL, where) : -1, before = -1;

    if (r->hard && mc_is_off(&m->p, part))
        return;
    for (int i = 0; i < n_turns;) {
        const struct cal_turn *first = v[i].t;
        int run = mc_col(&m->p, gap), e = -1;
        int64_t most = 0;

        for (int k = i; k < n_turns && cal_compare_turns(m, v[k].t, first) == 0; k++)
            most += m->p.col[v[k].t->col].hi;
        if (!r->hard) {
            e = mc_col(&m->p, most);
            m->p.col[e].cost[CAL_SOFT] = r->weight;
        }
        mc_begin(&m->p);
        mc_add(&m->p, run, 1);
        if (before >= 0)
            mc_add(&m->p, before, -1);
        for (; i < n_turns && cal_compare_turns(m, v[i].t, first) == 0; i++)
            mc_add(&m->p, v[i].t->col, v[i].t->school == school ? gap : -1);
        if (e >= 0)
            mc_add(&m->p, e, 1);
        if (r->hard)
            mc_demand_part(&m->p, part, 0, INT64_MAX);
        else
            mc_define(&m->p, 0, INT64_MAX);
        before = run;
    }
}

static void community(struct cal_model *m, const struct zj_rule *r, int word, const struct cal_turns *turns,
                      bool chairs, struct step *v)
{
    struct cal_candidates c;
    const char *activities = cal_activities(m, r);
    int n = find_steps(m, r, word, turns, v);

    cal_candidates(m, r, word, chairs, &c);
    bool shares = r->hard && c.n > 0;
    int most = shares ? share_of_all(m, v, n, c.n, INT64_MIN, c.n - 1) : -1;
    int least = shares ? share_of_all(m, v, n, c.max_gap + 1, -c.max_gap, INT64_MAX) : -1;
    for (int i = 0; i < c.n; i++) {
        const char *where =
            zj_printf(&m->arena, "%s %s %s", zj_word(m->in, word), activities, m->in->school[c.v[i]].id);
        const char *turns_where = zj_printf(&m->arena, "%s turns", where);
        if (m->grain == CAL_DAYS || !r->hard)
            runs(m, r, v, n, c.max_gap, c.v[i], where);
        if (r->hard) {
            hold_to(m, r, v, n, c.v[i], most, INT64_MIN, 0, turns_where);
            hold_to(m, r, v, n, c.v[i], least, 0, INT64_MAX, where);
        } else {
            soft_share(m, r, v, n, c.n, c.v[i], turns_where);
        }
    }
}

/* Has the program a group that takes turns in the community? */
static bool concerns_us(const struct cal_model *m, const struct zj_rule *r, int word)
{
    for (int w = 0; w < m->n_who; w++)
        if (m->who[w].g->community == word && cal_names(r, m->who[w].event) && cal_has(m, w))
            return true;
    return false;
}

void cal_rotate(struct cal_model *m, const struct zj_rule *r, const struct cal_turns *turns, bool chairs)
{
    struct step *v = zj_calloc((size_t)turns->n + 1, sizeof *v);

    for (int word = 0; word < m->in->words.n; word++)
        if (concerns_us(m, r, word) && !(chairs && cal_deals_chairs(m, r, word)))
            community(m, r, word, turns, chairs, v);
    free(v);
}
