#include "models/timetable/slots.h"

#include <stdlib.h>

static int compare_slots(const void *a, const void *b)
{
    const struct tt_slot *x = a, *y = b;

    return x->end != y->end ? (x->end < y->end ? -1 : 1) : x->start < y->start ? -1 : x->start > y->start;
}

static int base_rank(const struct zj_instance *in, int id)
{
    int rank = 0, start = -1;

    for (int i = 0; i < in->n_periods; i++)
        if (in->period[i].id == id)
            start = in->period[i].start;
    for (int i = 0; i < in->n_periods; i++)
        rank += in->period[i].start < start;
    return start < 0 ? -1 : rank;
}

/* Does a soft rule mind the block at this period? */
static bool minded(const struct tt_problem *p, int block, int id)
{
    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (r->id == ZJ_R_avoid && !r->hard && tt_rule_speaks_of_block(p, r, block) &&
            (zj_ids_has(&r->periods, id) || (r->only.n > 0 && !zj_ids_has(&r->only, id))))
            return true;
    }
    return false;
}

/* Some block that the teacher may teach can stand at this position of the school's bells; *good: unminded. */
static bool wanted(const struct tt_problem *p, int teacher, int school, int day, int position, bool *good)
{
    const struct zj_ids *may = &p->may[teacher];
    const int id = p->in->bells[school].v[position].id;
    bool any = false;

    *good = false;
    for (int i = 0; i < may->n && !*good; i++) {
        const struct tt_group *g = &p->group[may->v[i]];
        for (int b = 0; g->school == school && b < g->n && !*good; b++) {
            if (!tt_block_open(p, g->block[b], day, position))
                continue;
            any = true;
            *good = !minded(p, g->block[b], id);
        }
    }
    return any;
}

static void add_slot(struct tt_slots *s, const struct tt_slot *x)
{
    for (int i = 0; i < s->n; i++)
        if (s->v[i].start == x->start && s->v[i].end == x->end) {
            s->v[i].good |= x->good;
            return;
        }
    if (s->n < TT_MAX_SLOTS)
        s->v[s->n++] = *x;
}

void tt_slots_find(const struct tt_problem *p, const struct tt_campuses *c, const struct tt_reach *r,
                   int teacher, int place, int day, struct tt_slots *s)
{
    const struct zj_instance *in = p->in;
    const struct zj_ids *schools = &c->list[r->campus[place]];

    s->n = 0;
    for (int i = 0; i < schools->n; i++) {
        int school = schools->v[i];
        const struct zj_day_plan *bells = &in->bells[school];
        if (!(tt_visit_limits(p, teacher, school).days >> day & 1))
            continue;
        for (int k = 0; k < bells->n; k++) {
            const struct zj_period *q = &bells->v[k];
            bool good;
            if (tt_teacher_free(p, teacher, school, day, k) && wanted(p, teacher, school, day, k, &good))
                add_slot(s, &(struct tt_slot){q->start, q->end, q->session, base_rank(in, q->id), good});
        }
    }
    qsort(s->v, (size_t)s->n, sizeof *s->v, compare_slots);
}

int tt_slots_room(const struct tt_slots *s, int from, int to, int row, bool good_only)
{
    int n = 0, run = 0, last = -1, busy_until = -1;

    for (int i = 1; i < s->n; i++)
        row = s->v[i].start < s->v[i - 1].end ? TT_NO_LIMIT : row;

    for (int i = 0; i < s->n; i++) {
        const struct tt_slot *x = &s->v[i];
        if (x->start < from || x->end > to || x->start < busy_until || (good_only && !x->good))
            continue;
        const bool next =
            last >= 0 && x->session == s->v[last].session && x->rank >= 0 && x->rank == s->v[last].rank + 1;
        run = next ? run + 1 : 1;
        last = i;
        busy_until = x->end;
        if (run > row) /* one period left free, then a new row */
            run = 0;
        else
            n++;
    }
    return n;
}
