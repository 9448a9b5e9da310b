/*
 * problem.c - what the tables and rules say, once and for all, for both stages.
 */
#include "models/timetable/problem.h"

#include "models/common/filter.h"
#include "models/common/settle.h"
#include "models/timetable/digest.h"
#include "solver/data/travel.h"

#include <stdlib.h>
#include <string.h>

bool tt_rule_speaks_of_teacher(const struct tt_problem *p, const struct zj_rule *r, int teacher)
{
    return mc_teacher_passes(p->in, &r->where, teacher, p->today, -1) &&
           !mc_waived(p->waivers, r->id, r->index, p->in->teacher[teacher].id);
}

const char *tt_block_text(const struct zj_instance *in, int block, struct zj_arena *a)
{
    const struct zj_block *b = &in->block[block];

    return zj_printf(a, "%s/%s", zj_word(in, b->class_id), zj_word(in, b->subject));
}

bool tt_waived_at_block(const struct tt_problem *p, enum zj_rule_id rule, int index, int block)
{
    return p->waivers && mc_waived(p->waivers, rule, index, p->block_text[block]);
}

bool tt_rule_speaks_of_block(const struct tt_problem *p, const struct zj_rule *r, int block)
{
    const struct zj_block *b = &p->in->block[block];

    return mc_any_or_has(&r->subjects, b->subject) && mc_any_or_has(&r->where.subject, b->subject) &&
           mc_school_passes(p->in, &r->where, b->school) && !tt_waived_at_block(p, r->id, r->index, block);
}

/* ---- groups of like blocks ----------------------------------------------------------------- */

static int compare_like(const struct tt_problem *p, int i, int k)
{
    const struct zj_block *x = &p->in->block[i], *y = &p->in->block[k];
    const struct tt_block_limits *l = &p->block[i], *m = &p->block[k];
    const int64_t a[] = {x->school,  x->subject, x->periods,     x->priority, x->teacher,
                         l->max_day, l->min_gap, l->one_teacher, l->doubles,  l->allowed};
    const int64_t b[] = {y->school,  y->subject, y->periods,     y->priority, y->teacher,
                         m->max_day, m->min_gap, m->one_teacher, m->doubles,  m->allowed};

    for (size_t q = 0; q < sizeof a / sizeof a[0]; q++)
        if (a[q] != b[q])
            return a[q] < b[q] ? -1 : 1;
    return 0;
}

static int compare_blocks(const void *a, const void *b, void *problem)
{
    int i = *(const int *)a, k = *(const int *)b, c = compare_like(problem, i, k);

    return c ? c : i - k;
}

static void make_groups(struct tt_problem *p)
{
    const struct zj_instance *in = p->in;
    int *by = zj_alloc_n(&p->arena, (size_t)in->n_blocks, sizeof *by);

    p->group = zj_alloc_n(&p->arena, (size_t)in->n_blocks, sizeof *p->group);
    for (int b = 0; b < in->n_blocks; b++)
        by[b] = b;
    if (in->n_blocks > 1)
        qsort_r(by, (size_t)in->n_blocks, sizeof *by, compare_blocks, p);
    for (int i = 0; i < in->n_blocks; i++) {
        const struct zj_block *b = &in->block[by[i]];
        if (i == 0 || compare_like(p, by[i - 1], by[i]) != 0)
            p->group[p->n_groups++] = (struct tt_group){.school = b->school,
                                                        .subject = b->subject,
                                                        .periods = b->periods,
                                                        .priority = b->priority,
                                                        .teacher = b->teacher,
                                                        .block = by + i,
                                                        .limits = p->block[by[i]]};
        p->group[p->n_groups - 1].n++;
        p->group_of[by[i]] = p->n_groups - 1;
    }
}

/* Is the value one that the field of a pin allows? */
static bool pinned(int field, int value)
{
    return field == -1 || field == ZJ_NONE || field == value;
}

/* Do pins keep the teacher from every lesson of the block? */
static bool is_forbidden(const struct tt_problem *p, int teacher, const struct zj_block *b)
{
    for (int i = 0; i < p->in->n_pins; i++) {
        const struct zj_pin *x = &p->in->pin[i];
        if (x->model == ZJ_TIMETABLE && x->forbid && pinned(x->day, -1) && pinned(x->period, -1) &&
            pinned(x->teacher, teacher) && pinned(x->school, b->school) && pinned(x->class_id, b->class_id) &&
            pinned(x->subject, b->subject))
            return true;
    }
    return false;
}

/* Of every block of the group? */
static bool all_forbidden(const struct tt_problem *p, int teacher, const struct tt_group *g)
{
    for (int i = 0; i < g->n; i++)
        if (!is_forbidden(p, teacher, &p->in->block[g->block[i]]))
            return false;
    return true;
}

static void list_groups(struct tt_problem *p)
{
    int *may = zj_malloc(((size_t)p->n_groups + 1) * sizeof *may);

    p->may = zj_alloc_n(&p->arena, (size_t)p->in->n_teachers, sizeof *p->may);
    p->active = zj_alloc_n(&p->arena, (size_t)p->in->n_teachers, sizeof *p->active);
    for (int t = 0; t < p->in->n_teachers; t++) {
        int n = 0;
        for (int g = 0; g < p->n_groups; g++) {
            const struct zj_block *b = &p->in->block[p->group[g].block[0]];
            if (zj_may_teach(p->in, p->pol, t, b) && !tt_digest_unwilling(p, t, b->school) &&
                !all_forbidden(p, t, &p->group[g]))
                may[n++] = g;
        }
        if (n == 0)
            continue;
        p->active[p->n_active++] = t;
        p->may[t] = (struct zj_ids){n, zj_alloc_n(&p->arena, (size_t)n, sizeof *may)};
        memcpy(p->may[t].v, may, (size_t)n * sizeof *may);
    }
    free(may);
}

void tt_problem_init(struct tt_problem *p, const struct zj_instance *in, const struct zj_policy *pol)
{
    tt_problem_init_waived(p, in, pol, NULL);
}

void tt_problem_init_waived(struct tt_problem *p, const struct zj_instance *in, const struct zj_policy *pol,
                            const struct mc_waivers *waivers)
{
    memset(p, 0, sizeof *p);
    p->in = in;
    p->pol = pol;
    p->waivers = waivers;
    p->today = in->n_terms > 0 ? in->term[in->now].start : 0;
    p->settle_of = zj_alloc_n(&p->arena, (size_t)in->n_teachers, sizeof *p->settle_of);
    p->settle = mc_settle_minutes(in, pol, p->today, p->settle_of);
    p->limits = zj_alloc_n(&p->arena, (size_t)in->n_teachers, sizeof *p->limits);
    p->block = zj_alloc_n(&p->arena, (size_t)in->n_blocks, sizeof *p->block);
    p->group_of = zj_alloc_n(&p->arena, (size_t)in->n_blocks, sizeof *p->group_of);
    p->block_text = zj_alloc_n(&p->arena, (size_t)in->n_blocks, sizeof *p->block_text);
    for (int b = 0; waivers && b < in->n_blocks; b++)
        p->block_text[b] = tt_block_text(in, b, &p->arena);
    for (int t = 0; t < in->n_teachers; t++)
        p->limits[t] = tt_digest_teacher(p, t);
    for (int b = 0; b < in->n_blocks; b++)
        p->block[b] = tt_digest_block(p, b);
    make_groups(p);
    list_groups(p);
}

void tt_problem_release(struct tt_problem *p)
{
    zj_arena_release(&p->arena);
    memset(p, 0, sizeof *p);
}

/* ---- questions ------------------------------------------------------------------------------ */

bool tt_can_hop(const struct tt_problem *p, int teacher, int a, const struct zj_period *pa, int b,
                const struct zj_period *pb)
{
    const struct tt_limits *l = &p->limits[teacher];

    if (zj_same_campus(p->in, a, b))
        return pa->end <= pb->start;
    int minutes = zj_minutes(p->in, a, b), metres = zj_metres(p->in, a, b);
    if (minutes == ZJ_NONE || pb->start - pa->end < minutes + p->settle_of[teacher])
        return false;
    if (l->half_day && pa->session == pb->session)
        return false;
    return minutes <= l->leg_minutes[0] && minutes <= l->leg_minutes[1] && metres <= l->leg_metres[0] &&
           metres <= l->leg_metres[1];
}

/* Does a pin forbid what stands at this time, whatever the teacher, or whatever the block? */
static bool time_forbidden(const struct tt_problem *p, int teacher, const struct zj_block *b, int school,
                           int day, int position)
{
    const int id = p->in->bells[school].v[position].id;

    for (int i = 0; i < p->in->n_pins; i++) {
        const struct zj_pin *x = &p->in->pin[i];
        if (x->model != ZJ_TIMETABLE || !x->forbid || !pinned(x->day, day) || !pinned(x->period, id) ||
            !pinned(x->school, school))
            continue;
        if (b ? pinned(x->teacher, -1) && pinned(x->class_id, b->class_id) && pinned(x->subject, b->subject)
              : pinned(x->teacher, teacher) && pinned(x->class_id, -1) && pinned(x->subject, -1))
            return true;
    }
    return false;
}

bool tt_teacher_free(const struct tt_problem *p, int teacher, int school, int day, int position)
{
    return !p->in->teacher[teacher].away && !time_forbidden(p, teacher, NULL, school, day, position) &&
           !zj_teacher_busy(p->in, teacher, day, &p->in->bells[school].v[position]);
}

bool tt_block_open(const struct tt_problem *p, int block, int day, int position)
{
    const struct zj_block *b = &p->in->block[block];

    return (p->block[block].allowed >> position & 1) && !time_forbidden(p, -1, b, b->school, day, position) &&
           !zj_class_busy(p->in, b->class_id, b->school, day, &p->in->bells[b->school].v[position]);
}
