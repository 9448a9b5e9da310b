/*
 * hosts.c - hosts in turn, when the days stand.
 *
 * What the tiers make of hosts is how often each is one, and that is known before the days. Round robin with
 * those first that have one turn more keeps these numbers, and every rule of turns that a lawful
 * order can keep. Whether each host may be one on its new day is for the caller to see.
 */
#include "models/calendar/rotation.h"

#include <stdlib.h>

/* The cells of one entry in one community, in order of time, and the turns of each candidate. */
struct round {
    struct cal_cell **cell;
    int n;
    struct cal_candidates c;
    int *turns; /* by candidate */
};

static int compare_times(const struct cal_model *m, const struct cal_cell *a, const struct cal_cell *b)
{
    const struct cal_turn x = {a->who, a->date, a->session, a->period, a->host, 0};
    const struct cal_turn y = {b->who, b->date, b->session, b->period, b->host, 0};

    return cal_compare_turns(m, &x, &y);
}

/* Insertion sort: they are few. */
static void collect(const struct cal_model *m, const struct zj_rule *r, int community, struct cal_cell *v,
                    int n, struct round *round)
{
    for (int i = 0; i < n; i++) {
        const struct cal_who *x = &m->who[v[i].who];
        int at = round->n;
        if (!cal_names(r, x->event) || x->g->community != community)
            continue;
        for (; at > 0 && compare_times(m, &v[i], round->cell[at - 1]) < 0; at--)
            round->cell[at] = round->cell[at - 1];
        round->cell[at] = &v[i];
        round->n++;
    }
}

/* Turns of each candidate; false when somebody else is host, too. */
static bool count_turns(struct round *x)
{
    int n = 0;

    for (int k = 0; k < x->c.n; k++) {
        x->turns[k] = 0;
        for (int i = 0; i < x->n; i++)
            x->turns[k] += x->cell[i]->host == x->c.v[k];
        n += x->turns[k];
    }
    return n == x->n;
}

static void most_turns_first(struct round *x)
{
    for (int i = 1; i < x->c.n; i++)
        for (int k = i; k > 0 && x->turns[k] > x->turns[k - 1]; k--) {
            int turns = x->turns[k], school = x->c.v[k];
            x->turns[k] = x->turns[k - 1];
            x->c.v[k] = x->c.v[k - 1];
            x->turns[k - 1] = turns;
            x->c.v[k - 1] = school;
        }
}

static void deal(struct cal_model *m, const struct zj_rule *r, int community, struct cal_cell *v, int n)
{
    struct round x = {.cell = zj_calloc((size_t)n + 1, sizeof *x.cell)};

    cal_candidates(m, r, community, false, &x.c);
    x.turns = zj_calloc((size_t)x.c.n + 1, sizeof *x.turns);
    collect(m, r, community, v, n, &x);
    if (count_turns(&x)) {
        most_turns_first(&x);
        for (int i = 0; i < x.n; i++)
            x.cell[i]->host = x.c.v[i % x.c.n];
    }
    free(x.turns);
    free(x.cell);
}

void cal_deal_hosts(struct cal_model *m, struct cal_cell *v, int n)
{
    for (int k = 0; k < m->pol->n_calendar_rules; k++) {
        const struct zj_rule *r = &m->pol->calendar_rule[k];
        for (int word = 0; word < m->in->words.n && r->id == ZJ_R_host_rotation; word++)
            if (cal_is_community(m, word))
                deal(m, r, word, v, n);
    }
}
