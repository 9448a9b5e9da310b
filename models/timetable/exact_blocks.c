/*
 * exact_blocks.c - what blocks, classes and rooms ask of the slots.
 */
#include "models/timetable/exact.h"

#include <stdlib.h>

/* The slots of one block. */
struct lessons {
    int block, n;
    int *slot; /* heap */
};

static const struct zj_period *period_of(const struct tt_exact *s, const struct tt_lesson_slot *x)
{
    return &s->p->in->bells[s->p->in->block[x->block].school].v[x->position];
}

static void put_lessons(struct tt_exact *s, const struct lessons *l, int day, int position)
{
    for (int i = 0; i < l->n; i++) {
        const struct tt_lesson_slot *x = &s->slot[l->slot[i]];
        if ((day < 0 || x->day == day) && (position < 0 || x->position == position))
            tt_form_put(&s->form, x->col, 1);
    }
}

/* No more lessons than there are, and no more a day than its limit. */
static void counts(struct tt_exact *s, const struct lessons *l)
{
    const struct tt_block_limits *limits = &s->p->block[l->block];
    const int periods = s->p->in->block[l->block].periods;

    put_lessons(s, l, -1, -1);
    tt_form_row(s->lp, &s->form, 0, periods, "block");
    for (int d = 0; d < s->p->in->n_days && limits->max_day < periods; d++) {
        put_lessons(s, l, d, -1);
        tt_form_row(s->lp, &s->form, 0, limits->max_day, "spread");
    }
}

/* Days with lessons are min_gap days apart. */
static void gaps(struct tt_exact *s, const struct lessons *l)
{
    const int n_days = s->p->in->n_days, gap = s->p->block[l->block].min_gap;
    int on[TT_DAYS_OF_WEEK];

    if (gap < 2)
        return;
    for (int d = 0; d < n_days; d++) {
        on[d] = lp_col(s->lp, 0, 1);
        put_lessons(s, l, d, -1);
        tt_form_put(&s->form, on[d], -s->p->in->block[l->block].periods);
        tt_form_row(s->lp, &s->form, -LP_INF, 0, "gap");
    }
    for (int d = 0; d < n_days; d++) {
        for (int e = d; e < n_days && e - d < gap; e++)
            tt_form_put(&s->form, on[e], 1);
        tt_form_row(s->lp, &s->form, 0, 1, "gap");
    }
}

static void one_teacher(struct tt_exact *s, const struct lessons *l)
{
    struct tt_form all = {0};

    if (!s->p->block[l->block].one_teacher)
        return;
    for (int i = 0, k; i < l->n; i = k) {
        const int teacher = s->slot[l->slot[i]].teacher, col = lp_col(s->lp, 0, 1);
        for (k = i; k < l->n && s->slot[l->slot[k]].teacher == teacher; k++) {
            tt_form_put(&s->form, s->slot[l->slot[k]].col, 1);
            tt_form_put(&s->form, col, -1);
            tt_form_row(s->lp, &s->form, -LP_INF, 0, "teacher");
        }
        tt_form_put(&all, col, 1);
    }
    tt_form_row(s->lp, &all, 0, 1, "teacher");
    tt_form_release(&all);
}

/* Each lesson is the first or second of a pair, or one of the singles that an odd number allows. */
static void doubles(struct tt_exact *s, const struct lessons *l)
{
    const struct zj_block *b = &s->p->in->block[l->block];
    const struct zj_day_plan *bells = &s->p->in->bells[b->school];
    struct tt_form singles = {0};

    for (int d = 0; d < s->p->in->n_days && s->p->block[l->block].doubles; d++) {
        for (int k = 0, pair = -1; k < bells->n; k++) {
            const int single = lp_col(s->lp, 0, 1);
            put_lessons(s, l, d, k);
            tt_form_put(&s->form, single, -1);
            tt_form_put(&singles, single, 1);
            if (pair >= 0)
                tt_form_put(&s->form, pair, -1);
            pair =
                k + 1 < bells->n && bells->v[k].session == bells->v[k + 1].session ? lp_col(s->lp, 0, 1) : -1;
            if (pair >= 0)
                tt_form_put(&s->form, pair, -1);
            tt_form_row(s->lp, &s->form, 0, 0, "pair");
        }
    }
    tt_form_row(s->lp, &singles, 0, b->periods % 2, "single");
    tt_form_release(&singles);
}

/* Lessons that are under way when this one begins, of the same class. */
static void class_at(struct tt_exact *s, int class_id, int day, int start)
{
    for (int i = 0; i < s->n; i++) {
        const struct tt_lesson_slot *x = &s->slot[i];
        const struct zj_period *at = period_of(s, x);
        if (s->p->in->block[x->block].class_id == class_id && x->day == day && at->start <= start &&
            start < at->end)
            tt_form_put(&s->form, x->col, 1);
    }
    tt_form_row(s->lp, &s->form, 0, 1, "class");
}

static void classes(struct tt_exact *s)
{
    const struct zj_instance *in = s->p->in;
    bool *seen = zj_calloc((size_t)in->words.n + 1, sizeof *seen);

    for (int b = 0; b < in->n_blocks; b++) {
        const int school = in->block[b].school;
        for (int d = 0; d < in->n_days && !seen[in->block[b].class_id]; d++)
            for (int k = 0; k < in->bells[school].n; k++)
                class_at(s, in->block[b].class_id, d, in->bells[school].v[k].start);
        seen[in->block[b].class_id] = true;
    }
    free(seen);
}

static void room(struct tt_exact *s, const struct zj_rule *r, int school)
{
    const struct zj_instance *in = s->p->in;

    for (int d = 0; d < in->n_days; d++) {
        for (int k = 0; k < in->bells[school].n; k++) {
            for (int i = 0; i < s->n; i++) {
                const struct tt_lesson_slot *x = &s->slot[i];
                if (x->day == d && x->position == k && in->block[x->block].school == school &&
                    tt_rule_speaks_of_block(s->p, r, x->block))
                    tt_form_put(&s->form, x->col, 1);
            }
            tt_form_row(s->lp, &s->form, 0, r->capacity, "room");
        }
    }
}

static void rooms(struct tt_exact *s)
{
    const struct zj_instance *in = s->p->in;

    for (int i = 0; i < s->p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &s->p->pol->lesson_rule[i];
        for (int k = 0; k < in->n_schools && r->id == ZJ_R_room && r->hard; k++)
            if (!tt_exact_waived(s, r, in->school[k].id))
                room(s, r, k);
    }
}

void tt_exact_blocks(struct tt_exact *s)
{
    const int n_blocks = s->p->in->n_blocks;
    struct lessons *all = zj_calloc((size_t)n_blocks + 1, sizeof *all);

    for (int i = 0; i < s->n; i++)
        all[s->slot[i].block].n++;
    for (int b = 0; b < n_blocks; b++) {
        all[b].slot = zj_calloc((size_t)all[b].n + 1, sizeof *all[b].slot);
        all[b] = (struct lessons){b, 0, all[b].slot};
    }
    for (int i = 0; i < s->n; i++)
        all[s->slot[i].block].slot[all[s->slot[i].block].n++] = i;
    for (int b = 0; b < n_blocks; b++) {
        counts(s, &all[b]);
        gaps(s, &all[b]);
        one_teacher(s, &all[b]);
        doubles(s, &all[b]);
        free(all[b].slot);
    }
    free(all);
    classes(s);
    rooms(s);
}
