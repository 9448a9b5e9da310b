#include "models/calendar/model.h"

#include "models/calendar/cells.h"
#include "models/calendar/lessons.h"
#include "models/calendar/rotation.h"
#include "models/common/settle.h"
#include "solver/data/dates.h"

#include <stdlib.h>

/* ---- time -------------------------------------------------------------------------------------------- */

static void number_weeks(struct cal_model *m)
{
    const struct zj_instance *in = m->in;

    m->week_of = zj_alloc_n(&m->arena, (size_t)in->n_dates + 1, sizeof(int));
    m->piece_of = zj_alloc_n(&m->arena, (size_t)in->n_dates + 1, sizeof(int));
    m->first_week = zj_alloc_n(&m->arena, (size_t)in->n_dates + 1, sizeof(int));
    m->last_week = zj_alloc_n(&m->arena, (size_t)in->n_dates + 1, sizeof(int));
    for (int d = 0; d < in->n_dates; d++) {
        const struct zj_date *a = d > 0 ? &in->date[d - 1] : NULL, *b = &in->date[d];
        bool new_week = !a || a->term != b->term || a->week != b->week;
        m->n_weeks += new_week;
        bool new_month = !a || a->term != b->term || a->month != b->month;
        m->week_of[d] = m->n_weeks - 1;
        if (new_month || (new_week && m->grain != CAL_MONTHS))
            m->first_week[m->n_pieces++] = m->week_of[d];
        m->piece_of[d] = m->n_pieces - 1;
        m->last_week[m->n_pieces - 1] = m->week_of[d];
    }
}

/* ---- groups ------------------------------------------------------------------------------------------ */

/* May an occurrence of the activity ever help? All others only cost. */
static bool is_wanted(const struct cal_model *m, int event)
{
    for (int k = 0; k < m->pol->n_calendar_rules; k++) {
        const struct zj_rule *r = &m->pol->calendar_rule[k];
        bool limits = r->id == ZJ_R_window || r->id == ZJ_R_no_overlap || r->id == ZJ_R_weekly_cap ||
                      r->id == ZJ_R_travel;
        if (r->id == ZJ_R_either_or || (!limits && cal_names(r, event)))
            return true;
    }
    for (int i = 0; i < m->in->n_pins; i++)
        if (m->in->pin[i].model == ZJ_CALENDAR && !m->in->pin[i].forbid)
            return true;
    return false;
}

static void find_settle(struct cal_model *m)
{
    const size_t n = (size_t)m->in->n_teachers;

    m->settle = zj_alloc_n(&m->arena, (size_t)m->in->n_terms * n + 1, sizeof *m->settle);
    for (int t = 0; t < m->in->n_terms && m->taught; t++)
        mc_settle_minutes(m->in, m->pol, m->in->term[t].start, m->settle + (size_t)t * n);
}

static void find_groups(struct cal_model *m)
{
    int n = 0;

    for (int e = 0; e < m->pol->n_events; e++)
        n += m->pol->event[e].n_groups;
    m->who = zj_alloc_n(&m->arena, (size_t)n + 1, sizeof *m->who);
    for (int e = 0; e < m->pol->n_events; e++)
        for (int g = 0; g < m->pol->event[e].n_groups; g++)
            m->who[m->n_who++] = (struct cal_who){
                .event = e, .group = g, .e = &m->pol->event[e], .g = &m->pol->event[e].group[g]};
}

int cal_who_of(const struct cal_model *m, const struct zj_occurrence *o)
{
    int w = 0;

    while (m->who[w].event != o->event || m->who[w].group != o->group)
        w++;
    return w;
}

bool cal_has(const struct cal_model *m, int w)
{
    return !m->scope.only || m->scope.only[w];
}

/* Does an entry look at days from one occurrence of the activity to the next? */
static bool is_spaced(const struct cal_model *m, int event)
{
    for (int k = 0; k < m->pol->n_calendar_rules; k++)
        if (m->pol->calendar_rule[k].id == ZJ_R_spacing && cal_names(&m->pol->calendar_rule[k], event))
            return true;
    return false;
}

/* Of cells by days, which pieces will not tell any more. */
static void count_times(struct cal_model *m)
{
    for (int c = 0; c < m->n_cells; c++) {
        const struct cal_cell *a = c > 0 ? &m->cell[c - 1] : NULL, *b = &m->cell[c];
        struct cal_who *x = &m->who[b->who];
        bool other_host =
            a && a->who == b->who && a->date == b->date && a->session == b->session && a->period == b->period;
        if (other_host || !is_spaced(m, x->event))
            continue;
        if (!x->times)
            x->times = zj_alloc_n(&m->arena, (size_t)m->in->n_dates, sizeof *x->times);
        x->times[b->date]++;
    }
}

void cal_find_ranges(struct cal_model *m)
{
    for (int w = 0, c = 0; w < m->n_who; w++) {
        m->who[w].first = c;
        while (c < m->n_cells && m->cell[c].who == w)
            c++;
        m->who[w].end = c;
    }
}

void cal_model_cells(struct cal_model *m, const struct cal_scope *scope, enum cal_grain grain)
{
    *m = (struct cal_model){.scope = *scope,
                            .in = scope->in,
                            .pol = scope->pol,
                            .taught = scope->taught,
                            .grain = grain,
                            .p = {.n_sums = CAL_N_SUMS, .trial = scope->trial, .alone = scope->alone}};
    number_weeks(m);
    m->lessons = cal_lessons_by_teacher(m);
    find_settle(m);
    find_groups(m);
    cal_pin_parts(m);
    for (int w = 0; w < m->n_who; w++)
        if (cal_has(m, w) && is_wanted(m, m->who[w].event))
            cal_cells_of(m, w);
    count_times(m);
    if (grain != CAL_DAYS)
        cal_merge_cells(m);
    cal_find_ranges(m);
}

/* ---- columns and rows -------------------------------------------------------------------------------- */

static void add_cells(struct cal_model *m)
{
    for (int c = 0; c < m->n_cells; c++) {
        int col = mc_col(&m->p, m->cell[c].most);
        m->p.col[col].cost[CAL_SOFT] = m->cell[c].cost;
        if (m->settled != CAL_DAYS)
            continue; /* how many there are, and where, stands */
        m->p.col[col].cost[CAL_HELD] = 1;
        m->p.col[col].cost[CAL_TRAVEL] = cal_minutes(m, &m->cell[c]);
    }
}

/* A group holds its activity once at a time, at one host; by weeks as often as there are times. */
static void one_host(struct cal_model *m)
{
    for (int c = 0, end; c < m->n_cells; c = end) {
        const struct cal_cell *x = &m->cell[c];
        bool pieces = m->grain != CAL_DAYS;

        mc_begin(&m->p);
        for (end = c; end < m->n_cells; end++) {
            const struct cal_cell *y = &m->cell[end];
            bool same = pieces ? m->piece_of[x->date] == m->piece_of[y->date]
                               : x->date == y->date && x->session == y->session && x->period == y->period;
            if (x->who != y->who || !same)
                break;
            mc_add(&m->p, end, 1);
        }
        if (end > c + 1)
            mc_define(&m->p, INT64_MIN, pieces ? x->times : 1);
        else
            mc_drop(&m->p);
    }
}

/* Of people and rooms it holds whatever the policy says; a hard entry for all activities lends its place. */
static void implied_overlap(struct cal_model *m, enum zj_sharer sharer)
{
    struct zj_rule r = {
        .id = ZJ_R_no_overlap, .index = -1, .hard = true, .sharer = sharer, .where = {.empty = true}};

    for (int k = m->pol->n_calendar_rules - 1; k >= 0; k--) {
        const struct zj_rule *q = &m->pol->calendar_rule[k];
        if (q->id == ZJ_R_no_overlap && q->hard && q->sharer == sharer && q->events.n == 0)
            r.index = q->index;
    }
    cal_no_overlap(m, &r);
}

typedef void rule_fn(struct cal_model *m, const struct zj_rule *r);

/* The largest pieces that settle the rule: what it asks is the same of them as of days. */
static const struct {
    rule_fn *build;
    enum cal_grain settled;
} rules[ZJ_N_ALL_RULES - ZJ_FIRST_OF_CALENDAR] = {
    [ZJ_R_count - ZJ_FIRST_OF_CALENDAR] = {cal_count, CAL_MONTHS},
    [ZJ_R_rotating_chair - ZJ_FIRST_OF_CALENDAR] = {cal_rotating_chair, CAL_DAYS},
    [ZJ_R_host_rotation - ZJ_FIRST_OF_CALENDAR] = {cal_host_rotation, CAL_DAYS},
    [ZJ_R_window - ZJ_FIRST_OF_CALENDAR] = {cal_window, CAL_MONTHS},
    [ZJ_R_spacing - ZJ_FIRST_OF_CALENDAR] = {cal_spacing, CAL_DAYS},
    [ZJ_R_no_overlap - ZJ_FIRST_OF_CALENDAR] = {cal_no_overlap, CAL_DAYS},
    [ZJ_R_weekly_cap - ZJ_FIRST_OF_CALENDAR] = {cal_weekly_cap, CAL_WEEKS},
    [ZJ_R_distinct_subjects - ZJ_FIRST_OF_CALENDAR] = {cal_distinct_subjects, CAL_MONTHS},
    [ZJ_R_either_or - ZJ_FIRST_OF_CALENDAR] = {cal_either_or, CAL_MONTHS},
    [ZJ_R_observe - ZJ_FIRST_OF_CALENDAR] = {cal_observe, CAL_MONTHS},
    [ZJ_R_release_day - ZJ_FIRST_OF_CALENDAR] = {cal_release_day, CAL_DAYS},
    [ZJ_R_travel - ZJ_FIRST_OF_CALENDAR] = {cal_travel, CAL_MONTHS},
};

/* Is what such pieces settle already met by what is placed? */
static bool is_met(const struct cal_model *m, enum cal_grain pieces)
{
    return m->settled != CAL_DAYS && pieces >= m->settled;
}

void cal_model_rows(struct cal_model *m)
{
    add_cells(m);
    one_host(m);
    cal_decide_chairs(m);
    cal_add_chairs(m);
    cal_pins(m);
    implied_overlap(m, ZJ_SHARER_PERSON);
    implied_overlap(m, ZJ_SHARER_ROOM);
    for (int k = 0; k < m->pol->n_calendar_rules; k++) {
        const struct zj_rule *r = &m->pol->calendar_rule[k];
        if (!is_met(m, rules[r->id - ZJ_FIRST_OF_CALENDAR].settled))
            rules[r->id - ZJ_FIRST_OF_CALENDAR].build(m, r);
    }
    if (!is_met(m, CAL_WEEKS))
        cal_peak(m);
    if (!is_met(m, CAL_MONTHS))
        cal_balance(m);
    cal_keep(m);
}

void cal_model_release(struct cal_model *m)
{
    mc_program_release(&m->p);
    free(m->cell);
    free(m->chair.v);
    zj_arena_release(&m->arena);
}
