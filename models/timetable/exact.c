#include "models/timetable/exact.h"

#include <stdlib.h>
#include <string.h>

bool tt_exact_waived(const struct tt_exact *s, const struct zj_rule *r, const char *where)
{
    return mc_waived(s->p->waivers, r->id, r->index, where);
}

static bool any_or(int want, int have)
{
    return want == -1 || want == ZJ_NONE || want == have;
}

bool tt_exact_pin_block(const struct zj_instance *in, const struct zj_pin *pin, int block)
{
    const struct zj_block *b = &in->block[block];

    return pin->model == ZJ_TIMETABLE && any_or(pin->school, b->school) &&
           any_or(pin->class_id, b->class_id) && any_or(pin->subject, b->subject);
}

bool tt_exact_pin(const struct zj_instance *in, const struct zj_pin *pin, const struct tt_lesson_slot *x)
{
    const int school = in->block[x->block].school;

    return tt_exact_pin_block(in, pin, x->block) && any_or(pin->teacher, x->teacher) &&
           any_or(pin->day, x->day) && any_or(pin->period, in->bells[school].v[x->position].id);
}

/* ---- slots ---------------------------------------------------------------------------------------- */

static bool is_forbidden(const struct zj_instance *in, const struct tt_lesson_slot *x)
{
    for (int i = 0; i < in->n_pins; i++)
        if (in->pin[i].forbid && tt_exact_pin(in, &in->pin[i], x))
            return true;
    return false;
}

static void add_slot(struct tt_exact *s, struct tt_lesson_slot *x)
{
    if (!tt_block_open(s->p, x->block, x->day, x->position) || is_forbidden(s->p->in, x))
        return;
    x->col = lp_col(s->lp, 0, 1);
    ZJ_GROW(s->slot, s->n, s->cap);
    s->slot[s->n++] = *x;
}

/* The slots at a time and place: as many lessons as the day's path passes it. */
static void slots_at(struct tt_exact *s, const struct tt_exact_week *w, int day, int spot)
{
    const struct tt_problem *p = s->p;
    const struct tt_day_net *net = &w->net[day];
    const struct tt_spot *at = &net->spot[spot];
    const struct zj_ids *may = &p->may[w->teacher];
    const int first = s->n;

    for (int i = 0; i < may->n; i++) {
        const struct tt_group *g = &p->group[may->v[i]];
        for (int k = 0; k < g->n && g->school == at->school; k++) {
            struct tt_lesson_slot x = {w->teacher, g->block[k], day, at->position, -1};
            add_slot(s, &x);
        }
    }
    for (int i = 0; i < net->n_hops; i++)
        if (net->hop[i].spot == spot)
            tt_form_put(&s->form, w->first[day] + i, 1);
    for (int i = first; i < s->n; i++)
        tt_form_put(&s->form, s->slot[i].col, -1);
    tt_form_row(s->lp, &s->form, 0, 0, "lesson");
}

/* ---- days and weeks ------------------------------------------------------------------------------- */

static void paths(struct tt_exact *s, const struct tt_day_net *net, int first)
{
    struct tt_form *row = zj_calloc((size_t)net->n_nodes, sizeof *row);

    for (int i = 0; i < net->n_hops; i++) {
        tt_form_put(&row[net->hop[i].to], first + i, 1);
        tt_form_put(&row[net->hop[i].from], first + i, -1);
    }
    for (int u = 0; u < net->n_nodes; u++) {
        const int out = u == TT_OUT ? -1 : u == TT_BACK ? 1 : 0;
        tt_form_row(s->lp, &row[u], out, out, "day");
        tt_form_release(&row[u]);
    }
    free(row);
}

static void put_hops(struct tt_exact *s, const struct tt_exact_week *w, int (*value)(const struct tt_hop *))
{
    for (int d = 0; d < s->p->in->n_days; d++)
        for (int i = 0; i < w->net[d].n_hops; i++)
            tt_form_put(&s->form, w->first[d] + i, value(&w->net[d].hop[i]));
}

static int one_lesson(const struct tt_hop *h)
{
    return h->spot >= 0;
}

static int minutes_between(const struct tt_hop *h)
{
    return h->minutes[0];
}

static int minutes_all(const struct tt_hop *h)
{
    return h->minutes[1];
}

static int metres_between(const struct tt_hop *h)
{
    return h->metres[0];
}

static int metres_all(const struct tt_hop *h)
{
    return h->metres[1];
}

static void limit(struct tt_exact *s, const struct tt_exact_week *w, int most,
                  int (*value)(const struct tt_hop *))
{
    if (most == TT_NO_LIMIT)
        return;
    put_hops(s, w, value);
    tt_form_row(s->lp, &s->form, -LP_INF, most, "week");
}

/* 1 when some lesson of the day is at the campus; with day -1: of the week. */
static int there(struct tt_exact *s, const struct tt_exact_week *w, int day, int campus)
{
    int col = lp_col(s->lp, 0, 1);

    for (int d = day < 0 ? 0 : day; d < (day < 0 ? s->p->in->n_days : day + 1); d++) {
        for (int k = 0; k < w->net[d].n_spots; k++) {
            if (w->net[d].spot[k].campus != campus)
                continue;
            for (int i = 0; i < w->net[d].n_hops; i++)
                if (w->net[d].hop[i].spot == k)
                    tt_form_put(&s->form, w->first[d] + i, 1);
            tt_form_put(&s->form, col, -1);
            tt_form_row(s->lp, &s->form, -LP_INF, 0, "there");
        }
    }
    return col;
}

static bool goes_to(const struct tt_exact *s, const struct tt_exact_week *w, int campus)
{
    for (int d = 0; d < s->p->in->n_days; d++)
        for (int k = 0; k < w->net[d].n_spots; k++)
            if (w->net[d].spot[k].campus == campus)
                return true;
    return false;
}

static void campuses(struct tt_exact *s, const struct tt_exact_week *w)
{
    const struct tt_problem *p = s->p;
    const int most = p->limits[w->teacher].campuses_week;
    struct tt_form all = {0}, days = {0};

    for (int c = 0; c < p->in->n_schools; c++) {
        const struct tt_visit_limits v = tt_visit_limits(p, w->teacher, c);
        if (!goes_to(s, w, c))
            continue;
        if (most != TT_NO_LIMIT)
            tt_form_put(&all, there(s, w, -1, c), 1);
        for (int d = 0; d < p->in->n_days && v.max_days < p->in->n_days; d++)
            tt_form_put(&days, there(s, w, d, c), 1);
        tt_form_row(s->lp, &days, -LP_INF, v.max_days, "visits");
    }
    tt_form_row(s->lp, &all, -LP_INF, most, "campuses");
    tt_form_release(&all);
    tt_form_release(&days);
}

static bool add_week(struct tt_exact *s, int teacher, int most)
{
    struct tt_exact_week *w = &s->week[s->n_weeks++];
    const struct tt_limits *l = &s->p->limits[teacher];

    w->teacher = teacher;
    for (int d = 0; d < s->p->in->n_days; d++) {
        w->first[d] = lp_n_cols(s->lp);
        if (!tt_day_net_init(&w->net[d], s->p, teacher, d, most - w->first[d]))
            return false;
        for (int i = 0; i < w->net[d].n_hops; i++)
            lp_col(s->lp, 0, 1);
        paths(s, &w->net[d], w->first[d]);
        for (int k = 0; k < w->net[d].n_spots; k++)
            slots_at(s, w, d, k);
    }
    limit(s, w, l->week, one_lesson);
    limit(s, w, l->week_minutes[0], minutes_between);
    limit(s, w, l->week_minutes[1], minutes_all);
    limit(s, w, l->week_metres[0], metres_between);
    limit(s, w, l->week_metres[1], metres_all);
    campuses(s, w);
    return lp_n_cols(s->lp) <= most;
}

/* ---- together -------------------------------------------------------------------------------------- */

bool tt_exact_init(struct tt_exact *s, const struct tt_problem *p, const struct zj_lessons *keep,
                   const bool *with, int most)
{
    *s = (struct tt_exact){.p = p, .keep = keep, .lp = lp_new()};
    s->week = zj_calloc((size_t)p->n_active + 1, sizeof *s->week);
    for (int i = 0; i < p->n_active; i++)
        if (with[p->active[i]] && !add_week(s, p->active[i], most))
            return false;
    tt_exact_blocks(s);
    tt_exact_demands(s);
    return lp_n_cols(s->lp) <= most;
}

void tt_exact_release(struct tt_exact *s)
{
    for (int i = 0; i < s->n_weeks; i++)
        for (int d = 0; d < TT_DAYS_OF_WEEK; d++)
            tt_day_net_release(&s->week[i].net[d]);
    free(s->week);
    free(s->slot);
    tt_form_release(&s->form);
    lp_free(s->lp);
    *s = (struct tt_exact){0};
}

void tt_exact_lessons(const struct tt_exact *s, const int64_t *x, struct zj_lessons *lessons)
{
    const struct zj_instance *in = s->p->in;

    for (int i = 0; i < s->n; i++) {
        const struct tt_lesson_slot *l = &s->slot[i];
        const struct zj_block *b = &in->block[l->block];
        if (x[l->col] > 0)
            zj_lessons_add(lessons, &(struct zj_lesson){l->teacher, b->school, b->class_id, b->subject,
                                                        l->day, in->bells[b->school].v[l->position].id});
    }
}
