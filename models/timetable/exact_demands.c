/*
 * exact_demands.c - what must be: the only rules that an empty week can break.
 */
#include "models/common/filter.h"
#include "models/timetable/exact.h"
#include "solver/data/week.h"

#include <stdlib.h>

static bool is_wanted(const struct zj_pin *pin)
{
    return pin->model == ZJ_TIMETABLE && !pin->forbid;
}

/* A row that stands even when no column can help it. */
static void must(struct tt_exact *s, int64_t lo, int64_t hi)
{
    if (s->form.n == 0 && (lo > 0 || hi < 0))
        tt_form_put(&s->form, lp_col(s->lp, 0, 0), 1);
    tt_form_row(s->lp, &s->form, lo, hi, "must");
}

static void put_block(struct tt_exact *s, int block, int64_t factor)
{
    for (int i = 0; i < s->n; i++)
        if (s->slot[i].block == block)
            tt_form_put(&s->form, s->slot[i].col, factor);
}

static void pins(struct tt_exact *s)
{
    const struct zj_instance *in = s->p->in;

    for (int k = 0; k < in->n_pins; k++) {
        if (!is_wanted(&in->pin[k]))
            continue;
        for (int i = 0; i < s->n; i++)
            if (tt_exact_pin(in, &in->pin[k], &s->slot[i]))
                tt_form_put(&s->form, s->slot[i].col, 1);
        must(s, 1, LP_INF);
    }
}

bool tt_is_needed(const struct tt_problem *p, int block)
{
    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (r->id == ZJ_R_need && r->hard && tt_rule_speaks_of_block(p, r, block))
            return true;
    }
    return false;
}

static void needs(struct tt_exact *s)
{
    for (int b = 0; b < s->p->in->n_blocks; b++) {
        const int periods = s->p->in->block[b].periods;
        if (!tt_is_needed(s->p, b))
            continue;
        put_block(s, b, 1);
        must(s, periods, periods);
    }
}

/* ---- free periods that a group shares --------------------------------------------------------------- */

static bool is_member(const struct tt_problem *p, const struct zj_rule *r, int teacher)
{
    return mc_teacher_passes(p->in, &r->group, teacher, p->today, -1) &&
           mc_teacher_passes(p->in, &r->where, teacher, p->today, -1);
}

static bool overlap(int start, int end, const struct zj_period *q)
{
    return start < q->end && q->start < end;
}

/* No lesson of the member overlaps the period, and it is not under way, if the cell is shared. */
static void keep_free(struct tt_exact *s, const struct tt_exact_week *w, int day, const struct zj_period *q,
                      int cell)
{
    const struct tt_day_net *net = &w->net[day];

    for (int i = 0; i < net->n_hops; i++) {
        const struct tt_hop *h = &net->hop[i];
        const bool taken =
            (h->spot >= 0 && overlap(net->spot[h->spot].at->start, net->spot[h->spot].at->end, q)) ||
            (h->arrives > 0 && overlap(h->leaves, h->arrives, q));
        if (!taken)
            continue;
        tt_form_put(&s->form, w->first[day] + i, 1);
        tt_form_put(&s->form, cell, 1);
        tt_form_row(s->lp, &s->form, 0, 1, "free");
    }
}

static bool group_is_busy(const struct tt_problem *p, const struct zj_rule *r, int day,
                          const struct zj_period *q)
{
    for (int t = 0; t < p->in->n_teachers; t++)
        if (is_member(p, r, t) && zj_teacher_busy(p->in, t, day, q))
            return true;
    return false;
}

static bool has_members(const struct tt_problem *p, const struct zj_rule *r)
{
    for (int t = 0; t < p->in->n_teachers; t++)
        if (is_member(p, r, t))
            return true;
    return false;
}

static void common_free(struct tt_exact *s, const struct zj_rule *r)
{
    const struct tt_problem *p = s->p;
    struct tt_form cells = {0};

    for (int d = 0; d < p->in->n_days; d++) {
        for (int k = 0; k < p->in->n_periods; k++) {
            const struct zj_period *q = &p->in->period[k];
            if (group_is_busy(p, r, d, q))
                continue;
            const int cell = lp_col(s->lp, 0, 1);
            tt_form_put(&cells, cell, 1);
            for (int i = 0; i < s->n_weeks; i++)
                if (is_member(p, r, s->week[i].teacher))
                    keep_free(s, &s->week[i], d, q, cell);
        }
    }
    tt_form_put_times(&s->form, &cells, 1);
    must(s, r->periods_per_week, LP_INF);
    tt_form_release(&cells);
}

/* ---- synchronous lessons ---------------------------------------------------------------------------- */

static int find_block(const struct zj_instance *in, int class_id, int subject)
{
    for (int b = 0; b < in->n_blocks; b++)
        if (in->block[b].class_id == class_id && in->block[b].subject == subject)
            return b;
    return -1;
}

static void put_lessons_at(struct tt_exact *s, int block, int day, int id)
{
    const struct zj_instance *in = s->p->in;

    for (int i = 0; i < s->n; i++) {
        const struct tt_lesson_slot *x = &s->slot[i];
        if (x->block == block && x->day == day && in->bells[in->block[block].school].v[x->position].id == id)
            tt_form_put(&s->form, x->col, 1);
    }
}

/* Columns that are 1 only where both blocks have a lesson. */
static void put_together(struct tt_exact *s, int a, int b, struct tt_form *same)
{
    const struct zj_instance *in = s->p->in;
    const struct zj_day_plan *bells = &in->bells[in->block[a].school];

    for (int d = 0; d < in->n_days; d++) {
        for (int k = 0; k < bells->n; k++) {
            const int id = bells->v[k].id, both = lp_col(s->lp, 0, 1);
            for (int end = 0; end < 2; end++) {
                put_lessons_at(s, end ? b : a, d, id);
                tt_form_put(&s->form, both, -1);
                tt_form_row(s->lp, &s->form, 0, LP_INF, "same");
            }
            tt_form_put(same, both, 1);
        }
    }
}

/* same >= one of: the periods of the row, the lessons of a, the lessons of b. */
static void sync_row(struct tt_exact *s, const struct zj_sync *row, int a, int b, const struct tt_form *same)
{
    const struct zj_instance *in = s->p->in;
    const int block[2] = {a, b};
    const int enough = lp_col(s->lp, 0, 1);
    struct tt_form one = {0};

    tt_form_put(&one, enough, 1);
    tt_form_put_times(&s->form, same, 1);
    tt_form_put(&s->form, enough, -row->periods);
    tt_form_row(s->lp, &s->form, 0, LP_INF, "sync");
    for (int end = 0; end < 2; end++) {
        const int periods = in->block[block[end]].periods, all = lp_col(s->lp, 0, 1);
        tt_form_put(&one, all, 1);
        tt_form_put_times(&s->form, same, 1);
        put_block(s, block[end], -1);
        tt_form_put(&s->form, all, -periods);
        tt_form_row(s->lp, &s->form, -periods, LP_INF, "sync");
    }
    tt_form_row(s->lp, &one, 1, LP_INF, "sync");
    tt_form_release(&one);
}

/* A subject counts when some row of it has a lesson together. */
static void put_subjects(struct tt_exact *s, const struct tt_form *same, struct tt_form *subjects)
{
    const struct zj_instance *in = s->p->in;

    for (int w = 0; w < in->words.n; w++) {
        for (int i = 0; i < in->n_sync; i++)
            if (in->sync[i].subject == w)
                tt_form_put_times(&s->form, &same[i], 1);
        if (s->form.n == 0)
            continue;
        const int col = lp_col(s->lp, 0, 1);
        tt_form_put(&s->form, col, -1);
        tt_form_row(s->lp, &s->form, 0, LP_INF, "subject");
        tt_form_put(subjects, col, 1);
    }
}

static void sync_class(struct tt_exact *s, const struct zj_rule *r)
{
    const struct zj_instance *in = s->p->in;
    struct tt_form *same = zj_calloc((size_t)in->n_sync + 1, sizeof *same), subjects = {0};

    for (int i = 0; i < in->n_sync; i++) {
        const struct zj_sync *row = &in->sync[i];
        int a = find_block(in, row->class_a, row->subject), b = find_block(in, row->class_b, row->subject);
        if (a < 0 || b < 0)
            continue;
        put_together(s, a, b, &same[i]);
        sync_row(s, row, a, b, &same[i]);
    }
    if (r->periods_min != ZJ_NONE && in->n_sync > 0) {
        for (int i = 0; i < in->n_sync; i++)
            tt_form_put_times(&s->form, &same[i], 1);
        must(s, r->periods_min, LP_INF);
    }
    if (r->subjects_min != ZJ_NONE && in->n_sync > 0) {
        put_subjects(s, same, &subjects);
        tt_form_put_times(&s->form, &subjects, 1);
        must(s, r->subjects_min, LP_INF);
    }
    for (int i = 0; i < in->n_sync; i++)
        tt_form_release(&same[i]);
    tt_form_release(&subjects);
    free(same);
}

/* ---- few changes ------------------------------------------------------------------------------------ */

static bool is_kept(const struct tt_exact *s, const struct tt_lesson_slot *x)
{
    const struct zj_instance *in = s->p->in;
    const struct zj_block *b = &in->block[x->block];

    for (int i = 0; i < s->keep->n; i++) {
        const struct zj_lesson *k = &s->keep->v[i];
        if (k->teacher == x->teacher && k->school == b->school && k->class_id == b->class_id &&
            k->subject == b->subject && k->day == x->day &&
            k->period == in->bells[b->school].v[x->position].id)
            return true;
    }
    return false;
}

/* |K| + |P| - 2 |K and P| <= max */
static void stability(struct tt_exact *s, const struct zj_rule *r)
{
    if (!s->keep || r->max == ZJ_NONE)
        return;
    for (int i = 0; i < s->n; i++)
        tt_form_put(&s->form, s->slot[i].col, is_kept(s, &s->slot[i]) ? -1 : 1);
    must(s, -LP_INF, r->max - s->keep->n);
}

void tt_exact_demands(struct tt_exact *s)
{
    pins(s);
    needs(s);
    for (int i = 0; i < s->p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &s->p->pol->lesson_rule[i];
        if (!r->hard)
            continue;
        if (r->id == ZJ_R_common_free && has_members(s->p, r) && !tt_exact_waived(s, r, "group"))
            common_free(s, r);
        else if (r->id == ZJ_R_sync_class && !tt_exact_waived(s, r, "county"))
            sync_class(s, r);
        else if (r->id == ZJ_R_stability && !tt_exact_waived(s, r, "county"))
            stability(s, r);
    }
}
