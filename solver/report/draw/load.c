/*
 * load.c - who carries how much, before and after.
 *
 * Secondments: periods that nobody covers by school, all terms; periods a week for each teacher present, an
 * average over the terms. Timetables: lessons a week of each teacher, with the most there may be. Pairings:
 * minutes from each lead to its members.
 */
#include "solver/base/i18n.h"
#include "solver/data/travel.h"
#include "solver/report/draw/bars.h"

#include <stdlib.h>

enum { MOST_BARS = 60 };

static void add(struct rep_bars *b, const struct rep_bar *x)
{
    ZJ_GROW(b->v, b->n, b->cap);
    b->v[b->n++] = *x;
}

/* The largest first; among equals the order of the tables, which their names' addresses do not tell. */
static int by_size(const void *a, const void *b)
{
    const struct rep_bar *x = a, *y = b;
    const int64_t p = x->before > x->after ? x->before : x->after;
    const int64_t q = y->before > y->after ? y->before : y->after;

    return p != q ? (p > q ? -1 : 1) : (x->order > y->order) - (x->order < y->order);
}

static void sort(struct rep_bars *b)
{
    for (int i = 0; i < b->n; i++)
        b->v[i].order = i;
    if (b->n > 1)
        qsort(b->v, (size_t)b->n, sizeof *b->v, by_size);
    if (b->n > MOST_BARS) {
        b->left_out = b->n - MOST_BARS;
        b->n = MOST_BARS;
    }
}

static int64_t unmet_at(const struct zj_verdict *v, int school)
{
    int64_t n = 0;

    for (int i = 0; i < v->n_unmet; i++)
        n += v->unmet[i].school == school ? v->unmet[i].periods : 0;
    return n;
}

void rep_bars_of_gaps(struct rep_bars *b, const struct rep_case *r)
{
    *b = (struct rep_bars){.description = _("periods that nobody covers, by school, all terms added up"),
                           .before = _("before"),
                           .after = _("after")};
    for (int s = 0; s < r->in->n_schools; s++) {
        const struct rep_bar x = {.name = r->in->school[s].name,
                                  .before = unmet_at(r->before, s),
                                  .after = unmet_at(r->verdict, s),
                                  .limit = ZJ_NO_VALUE};
        if (x.before > 0 || x.after > 0)
            add(b, &x);
    }
    sort(b);
}

/* Teachers who teach at the school, added up over the terms; with the plan, or without it. */
static int64_t presence(const struct rep_case *r, int school, bool planned)
{
    int64_t n = 0;

    for (int t = 0; t < r->in->n_teachers; t++)
        n += r->in->teacher[t].school == school ? r->in->n_terms : 0;
    for (int i = 0; i < r->plan->postings.n && planned; i++) {
        const struct zj_posting *p = &r->plan->postings.v[i];
        n -= p->from == school ? p->terms : 0;
        n += p->to == school && r->pol->kind[p->kind].fills_load ? p->terms : 0;
    }
    return n;
}

static void load_of_schools(struct rep_bars *b, const struct rep_case *r)
{
    for (int s = 0; s < r->in->n_schools; s++) {
        const int64_t before = presence(r, s, false), after = presence(r, s, true);
        int64_t periods = 0;
        for (int k = 0; k < r->in->n_demand; k++)
            if (r->in->demand[k].school == s)
                periods += (int64_t)r->in->demand[k].periods * r->in->demand[k].classes;
        if (periods == 0 || before <= 0 || after <= 0)
            continue;
        add(b, &(struct rep_bar){.name = r->in->school[s].name,
                                 .before = (10 * periods * r->in->n_terms + before / 2) / before,
                                 .after = (10 * periods * r->in->n_terms + after / 2) / after,
                                 .limit = ZJ_NO_VALUE});
    }
}

static void load_of_teachers(struct rep_bars *b, const struct rep_case *r)
{
    int *lessons = zj_calloc((size_t)r->in->n_teachers, sizeof *lessons);
    int *minutes = zj_calloc((size_t)r->in->n_teachers, sizeof *minutes);

    for (int i = 0; i < r->plan->lessons.n; i++)
        lessons[r->plan->lessons.v[i].teacher]++;
    for (int i = 0; i < r->plan->legs.n; i++)
        if (r->plan->legs.v[i].minutes != ZJ_NONE)
            minutes[r->plan->legs.v[i].teacher] += r->plan->legs.v[i].minutes;
    for (int t = 0; t < r->in->n_teachers; t++) {
        const struct zj_teacher *x = &r->in->teacher[t];
        if (lessons[t] == 0)
            continue;
        add(b, &(struct rep_bar){.name = zj_printf(&b->arena, "%s %s", x->id, x->name),
                                 .before = ZJ_NO_VALUE,
                                 .after = lessons[t],
                                 .limit = x->max_week == ZJ_NONE ? ZJ_NO_VALUE : x->max_week,
                                 .note = minutes[t] ? zj_printf(&b->arena, _("%d min on the way"), minutes[t])
                                                    : NULL});
    }
    free(lessons);
    free(minutes);
}

static int64_t minutes_of(const struct rep_case *r, int lead, bool given)
{
    int64_t n = 0;

    for (int i = 0; i < r->plan->pairs.n && !given; i++)
        if (r->plan->pairs.v[i].lead == lead && r->plan->pairs.v[i].minutes != ZJ_NONE)
            n += r->plan->pairs.v[i].minutes;
    for (int i = 0; i < r->in->n_pairings && given; i++) {
        const struct zj_pairing *p = &r->in->pairing[i];
        const int way = zj_minutes(r->in, p->lead, p->member);
        n += p->lead == lead && way != ZJ_NONE ? way : 0;
    }
    return n;
}

static void load_of_leads(struct rep_bars *b, const struct rep_case *r)
{
    for (int s = 0; s < r->in->n_schools; s++) {
        const int64_t before = r->before ? minutes_of(r, s, true) : ZJ_NO_VALUE;
        const int64_t after = minutes_of(r, s, false);
        if (before > 0 || after > 0)
            add(b,
                &(struct rep_bar){
                    .name = r->in->school[s].name, .before = before, .after = after, .limit = ZJ_NO_VALUE});
    }
}

void rep_bars_of_load(struct rep_bars *b, const struct rep_case *r)
{
    *b = (struct rep_bars){.after = _("after")};
    switch (r->plan->model) {
    case ZJ_TIMETABLE:
        b->description = _("lessons a week of each teacher, and minutes on the way");
        b->after = _("lessons a week");
        b->limit = _("the most there may be");
        load_of_teachers(b, r);
        break;
    case ZJ_PAIRING:
        b->description = _("minutes from each lead to its members, added up");
        b->before = r->before ? _("pairings.csv") : NULL;
        load_of_leads(b, r);
        break;
    default:
        b->description = _("periods a week for each teacher present, an average over the terms");
        b->before = _("before");
        b->tenths = true;
        load_of_schools(b, r);
    }
    sort(b);
}
