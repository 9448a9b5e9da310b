/*
 * chairs.c - who has the chair: by the program, or dealt out in turn when the days stand.
 */
#include "models/calendar/rotation.h"

#include <stdlib.h>

/* ---- may the chairs wait? ---------------------------------------------------------------------------- */

static bool concerns(const struct cal_model *m, const struct zj_rule *r, int w, int community)
{
    return r->id == ZJ_R_rotating_chair && cal_names(r, m->who[w].event) &&
           m->who[w].g->community == community;
}

static bool same_list(const struct zj_ids *a, const struct zj_ids *b)
{
    for (int i = 0; i < a->n; i++)
        if (!zj_ids_has(b, a->v[i]))
            return false;
    return a->n == b->n;
}

/* Do all groups of the entry in the community choose from the same schools, and is round robin lawful? */
static bool is_simple(struct cal_model *m, const struct zj_rule *r, int community)
{
    struct cal_candidates c;
    const struct zj_ids *chairs = NULL;

    cal_candidates(m, r, community, true, &c);
    for (int w = 0; w < m->n_who; w++) {
        if (!concerns(m, r, w, community))
            continue;
        chairs = chairs ? chairs : &m->who[w].g->chairs;
        if (!same_list(chairs, &m->who[w].g->chairs))
            return false;
    }
    return c.n > 0 && c.max_gap >= c.n - 1;
}

/* Two entries that share a group must ask for the same, else one deal does not suit both. */
static bool agree(struct cal_model *m, const struct zj_rule *a, const struct zj_rule *b, int community)
{
    struct cal_candidates x, y;
    bool any = false, same = true;

    cal_candidates(m, a, community, true, &x);
    cal_candidates(m, b, community, true, &y);
    for (int w = 0; w < m->n_who; w++) {
        any |= concerns(m, a, w, community) && concerns(m, b, w, community);
        same &= concerns(m, a, w, community) == concerns(m, b, w, community);
    }
    for (int i = 0; i < x.n && i < y.n; i++)
        same &= x.v[i] == y.v[i];
    return !any || (same && x.n == y.n);
}

/* The chairs of the entry in the community are dealt out. */
bool cal_deals_chairs(struct cal_model *m, const struct zj_rule *r, int community)
{
    if (!is_simple(m, r, community))
        return false;
    for (int k = 0; k < m->pol->n_calendar_rules; k++) {
        const struct zj_rule *q = &m->pol->calendar_rule[k];
        if (q->id == ZJ_R_rotating_chair && (!agree(m, r, q, community) || !is_simple(m, q, community)))
            return false;
    }
    return true;
}

void cal_decide_chairs(struct cal_model *m)
{
    for (int k = 0; k < m->pol->n_calendar_rules; k++) {
        const struct zj_rule *r = &m->pol->calendar_rule[k];
        for (int w = 0; w < m->n_who && r->id == ZJ_R_rotating_chair; w++) {
            struct cal_who *x = &m->who[w];
            int community = x->g->community;
            if (!x->chairs && community >= 0 && concerns(m, r, w, community))
                x->chairs = !cal_deals_chairs(m, r, community);
        }
    }
}

/* ---- columns ----------------------------------------------------------------------------------------- */

/* Are the cells at the same time, but for the host? */
static bool same_time(const struct cal_model *m, const struct cal_cell *a, const struct cal_cell *b)
{
    if (m->grain != CAL_DAYS)
        return m->piece_of[a->date] == m->piece_of[b->date];
    return a->date == b->date && a->session == b->session && a->period == b->period;
}

static void add_step(struct cal_model *m, int w, int first, int end)
{
    const struct cal_cell *c = &m->cell[first];
    const struct zj_ids *chairs = &m->who[w].g->chairs;
    int64_t most = 0;

    for (int k = first; k < end; k++)
        most += m->cell[k].most;
    for (int i = 0; i < chairs->n; i++) {
        int col = mc_col(&m->p, most);
        cal_turns_add(&m->chair, &(struct cal_turn){w, c->date, c->session, c->period, chairs->v[i], col});
    }
    mc_begin(&m->p);
    for (int i = 0; i < chairs->n; i++)
        mc_add(&m->p, m->chair.v[m->chair.n - 1 - i].col, 1);
    for (int k = first; k < end; k++)
        mc_add(&m->p, k, -1);
    mc_define(&m->p, 0, 0);
}

void cal_add_chairs(struct cal_model *m)
{
    for (int w = 0; w < m->n_who; w++) {
        const struct cal_who *x = &m->who[w];
        for (int first = x->first, end; first < x->end && x->chairs; first = end) {
            for (end = first + 1; end < x->end && same_time(m, &m->cell[first], &m->cell[end]);)
                end++;
            add_step(m, w, first, end);
        }
    }
}

/* ---- dealing ----------------------------------------------------------------------------------------- */

static int chair_of_program(const struct cal_model *m, const int64_t *x, const struct zj_occurrence *o, int w)
{
    for (int i = 0; i < m->chair.n; i++) {
        const struct cal_turn *t = &m->chair.v[i];
        if (t->who == w && t->date == o->date && t->session == o->session && t->period == o->period &&
            x[t->col] > 0)
            return t->school;
    }
    return -1;
}

/* Who had the chair of the occurrence in the calendar to keep; -1: it is not in there. */
static int kept_chair(const struct cal_model *m, const struct zj_occurrence *o)
{
    const struct zj_calendar *keep = m->scope.keep;

    for (int i = 0; keep && i < keep->n; i++) {
        const struct zj_occurrence *k = &keep->v[i];
        if (k->event == o->event && k->group == o->group && k->date == o->date && k->session == o->session &&
            k->period == o->period && k->host == o->host)
            return k->chair;
    }
    return -1;
}

/*
 * Any order of the candidates will do. The one that has most in common with the calendar to keep, turn by
 * turn; without such a calendar they stay as they are.
 */
static void order_candidates(struct cal_model *m, const struct zj_rule *r, int community,
                             const struct zj_calendar *calendar, struct cal_candidates *c)
{
    int *kept = zj_calloc((size_t)(c->n * c->n) + 1, sizeof *kept); /* by turn and candidate */
    int turn = 0;

    for (int i = 0; i < calendar->n; i++) {
        int w = cal_who_of(m, &calendar->v[i]), chair = kept_chair(m, &calendar->v[i]);
        if (!concerns(m, r, w, community) || m->who[w].chairs)
            continue;
        for (int k = 0; k < c->n; k++)
            kept[turn % c->n * c->n + k] += c->v[k] == chair;
        turn++;
    }
    for (int t = 0; t < c->n; t++) {
        int best = t;
        for (int k = t; k < c->n; k++)
            best = kept[t * c->n + k] > kept[t * c->n + best] ? k : best;
        int school = c->v[best];
        c->v[best] = c->v[t];
        c->v[t] = school;
        for (int row = t; row < c->n; row++) { /* the columns move with their candidates */
            int times = kept[row * c->n + best];
            kept[row * c->n + best] = kept[row * c->n + t];
            kept[row * c->n + t] = times;
        }
    }
    free(kept);
}

/* Round robin over the occurrences that one entry counts in the community. */
static void deal(struct cal_model *m, const struct zj_rule *r, int community, struct zj_calendar *calendar)
{
    struct cal_candidates c;
    int turn = 0;

    cal_candidates(m, r, community, true, &c);
    order_candidates(m, r, community, calendar, &c);
    for (int i = 0; i < calendar->n; i++) {
        struct zj_occurrence *o = &calendar->v[i];
        int w = cal_who_of(m, o);
        if (concerns(m, r, w, community) && !m->who[w].chairs)
            o->chair = c.v[turn++ % c.n];
    }
}

void cal_deal_chairs(struct cal_model *m, const int64_t *x, struct zj_calendar *calendar)
{
    for (int i = 0; i < calendar->n; i++) {
        struct zj_occurrence *o = &calendar->v[i];
        int w = cal_who_of(m, o);
        const struct zj_ids *chairs = &m->who[w].g->chairs;
        o->chair = m->who[w].chairs ? chair_of_program(m, x, o, w) : chairs->n > 0 ? chairs->v[0] : -1;
    }
    for (int k = 0; k < m->pol->n_calendar_rules; k++) {
        const struct zj_rule *r = &m->pol->calendar_rule[k];
        for (int word = 0; word < m->in->words.n && r->id == ZJ_R_rotating_chair; word++)
            if (cal_is_community(m, word))
                deal(m, r, word, calendar);
    }
}
