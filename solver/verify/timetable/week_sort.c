/*
 * week_sort.c - the lessons of a plan, sorted and grouped in every way that the checks need.
 */
#include "solver/verify/settle.h"
#include "solver/verify/timetable/week.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_KEYS = 7 };

static int compare_keys(const int *x, const int *y, int n)
{
    for (int i = 0; i < n; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return 0;
}

static int by_teacher(const void *pa, const void *pb)
{
    const struct vf_lesson *a = pa, *b = pb;
    const int x[MAX_KEYS] = {a->teacher, a->day, a->at->start, a->school, a->class_id, a->subject, a->at->id};
    const int y[MAX_KEYS] = {b->teacher, b->day, b->at->start, b->school, b->class_id, b->subject, b->at->id};

    return compare_keys(x, y, MAX_KEYS);
}

static int by_class(const void *pa, const void *pb, void *lessons)
{
    const struct vf_lesson *v = lessons, *a = &v[*(const int *)pa], *b = &v[*(const int *)pb];
    const int x[] = {a->class_id, a->day, a->at->start, *(const int *)pa};
    const int y[] = {b->class_id, b->day, b->at->start, *(const int *)pb};

    return compare_keys(x, y, 4);
}

static int by_school(const void *pa, const void *pb, void *lessons)
{
    const struct vf_lesson *v = lessons, *a = &v[*(const int *)pa], *b = &v[*(const int *)pb];
    const int x[] = {a->school, a->day, a->position, *(const int *)pa};
    const int y[] = {b->school, b->day, b->position, *(const int *)pb};

    return compare_keys(x, y, 4);
}

static int by_block(const void *pa, const void *pb, void *lessons)
{
    const struct vf_lesson *v = lessons, *a = &v[*(const int *)pa], *b = &v[*(const int *)pb];
    const int x[] = {a->block, a->day, a->position, *(const int *)pa};
    const int y[] = {b->block, b->day, b->position, *(const int *)pb};

    return compare_keys(x, y, 4);
}

static int by_name(const void *pa, const void *pb, void *blocks)
{
    const struct zj_block *v = blocks, *a = &v[*(const int *)pa], *b = &v[*(const int *)pb];
    const int x[] = {a->class_id, a->subject, *(const int *)pa};
    const int y[] = {b->class_id, b->subject, *(const int *)pb};

    return compare_keys(x, y, 3);
}

static int by_clock(const void *pa, const void *pb)
{
    const struct zj_period *a = pa, *b = pb;

    return compare_keys((const int[]){a->start, a->id}, (const int[]){b->start, b->id}, 2);
}

/* The numbers 0 .. n - 1 in some order of the items. */
static int *sorted(struct vf_week *w, int n, int (*compare)(const void *, const void *, void *), void *items)
{
    int *v = zj_alloc_n(&w->scratch, (size_t)n, sizeof *v);

    for (int i = 0; i < n; i++)
        v[i] = i;
    if (n > 1)
        qsort_r(v, (size_t)n, sizeof *v, compare, items);
    return v;
}

static void sort_base(struct vf_week *w)
{
    size_t n = (size_t)w->in->n_periods;

    w->base = zj_alloc_n(&w->scratch, n, sizeof *w->base);
    if (n == 0)
        return;
    memcpy(w->base, w->in->period, n * sizeof *w->base);
    qsort(w->base, n, sizeof *w->base, by_clock);
}

/* Where the period with this id stands among n; -1 when it does not. */
static int stands_at(const struct zj_period *v, int n, int id)
{
    for (int i = 0; i < n; i++)
        if (v[i].id == id)
            return i;
    return -1;
}

static void read_lessons(struct vf_week *w)
{
    w->lesson = zj_alloc_n(&w->scratch, (size_t)w->plan->n, sizeof *w->lesson);
    w->lost = zj_alloc_n(&w->scratch, (size_t)w->plan->n, sizeof *w->lost);
    for (int i = 0; i < w->plan->n; i++) {
        const struct zj_lesson *x = &w->plan->v[i];
        const struct zj_day_plan *bells = &w->in->bells[x->school];
        int position = stands_at(bells->v, bells->n, x->period);
        int block = vf_find_block(w, x->class_id, x->subject);

        if (position < 0) {
            w->lost[w->n_lost++] = x;
            continue;
        }
        w->lesson[w->n++] = (struct vf_lesson){
            .teacher = x->teacher,
            .school = x->school,
            .class_id = x->class_id,
            .subject = x->subject,
            .day = x->day,
            .at = &bells->v[position],
            .position = position,
            .base = stands_at(w->base, w->in->n_periods, x->period),
            .block = block >= 0 && w->in->block[block].school == x->school ? block : -1,
        };
    }
    if (w->n > 1)
        qsort(w->lesson, (size_t)w->n, sizeof *w->lesson, by_teacher);
}

static void group_days(struct vf_week *w)
{
    w->day = zj_alloc_n(&w->scratch, (size_t)w->n, sizeof *w->day);
    w->first_day = zj_alloc_n(&w->scratch, (size_t)w->in->n_teachers + 1, sizeof *w->first_day);
    for (int i = 0; i < w->n; i++) {
        const struct vf_lesson *x = &w->lesson[i];

        if (i == 0 || x[-1].teacher != x->teacher || x[-1].day != x->day)
            w->day[w->n_days++] = (struct vf_day){.teacher = x->teacher, .day = x->day, .first = i};
        w->day[w->n_days - 1].end = i + 1;
    }
    for (int d = 0; d < w->n_days; d++)
        w->first_day[w->day[d].teacher + 1] = d + 1;
    for (int t = 0; t < w->in->n_teachers; t++)
        if (w->first_day[t + 1] == 0) /* no lessons */
            w->first_day[t + 1] = w->first_day[t];
}

static void group_blocks(struct vf_week *w)
{
    int n_blocks = w->in->n_blocks, n = 0;

    w->first_of_block = zj_alloc_n(&w->scratch, (size_t)n_blocks + 1, sizeof *w->first_of_block);
    w->by_block = sorted(w, w->n, by_block, w->lesson);
    for (int i = 0; i < w->n; i++) { /* those without a block come first, and go */
        int block = w->lesson[w->by_block[i]].block;

        if (block < 0)
            continue;
        w->by_block[n++] = w->by_block[i];
        w->first_of_block[block + 1]++;
    }
    for (int b = 0; b < n_blocks; b++)
        w->first_of_block[b + 1] += w->first_of_block[b];
}

static bool is_named(const struct zj_busy *b, int day, int period)
{
    return (b->day < 0 || b->day == day) && (b->from == 0 || (b->from <= period && period <= b->to));
}

/* The row names base periods; it stops what overlaps them. */
static void stop_teacher(struct vf_week *w, const struct zj_busy *b)
{
    for (int d = w->first_day[b->index]; d < w->first_day[b->index + 1]; d++) {
        for (int i = w->day[d].first; i < w->day[d].end; i++) {
            struct vf_lesson *x = &w->lesson[i];

            for (int p = 0; p < w->in->n_periods; p++)
                x->teacher_busy |= is_named(b, x->day, w->base[p].id) && w->base[p].start < x->at->end &&
                                   x->at->start < w->base[p].end;
        }
    }
}

static int key_of(const struct vf_week *w, enum zj_who who, int i)
{
    return who == ZJ_WHO_CLASS ? w->lesson[w->by_class[i]].class_id : w->lesson[w->by_school[i]].school;
}

/* The row names periods of the school's own bells. */
static void stop_class(struct vf_week *w, const struct zj_busy *b)
{
    const int *order = b->who == ZJ_WHO_CLASS ? w->by_class : w->by_school;
    int lo = 0, hi = w->n;

    while (lo < hi) {
        int mid = lo + (hi - lo) / 2;

        if (key_of(w, b->who, mid) < b->index)
            lo = mid + 1;
        else
            hi = mid;
    }
    for (; lo < w->n && key_of(w, b->who, lo) == b->index; lo++) {
        struct vf_lesson *x = &w->lesson[order[lo]];

        x->class_busy |= is_named(b, x->day, x->at->id);
    }
}

static void mark_busy(struct vf_week *w)
{
    for (int i = 0; i < w->in->n_busy; i++) {
        const struct zj_busy *b = &w->in->busy[i];

        if (b->index < 0)
            continue;
        if (b->who == ZJ_WHO_TEACHER)
            stop_teacher(w, b);
        else
            stop_class(w, b);
    }
}

static void read_rules(struct vf_week *w)
{
    w->today = w->in->term[w->in->now].start;
    for (int k = 0; k < w->pol->n_lesson_rules; k++) {
        const struct zj_rule *r = &w->pol->lesson_rule[k];

        w->county |= r->id == ZJ_R_scope && r->within == ZJ_WITHIN_COUNTY;
    }
    w->settle = zj_alloc_n(&w->scratch, (size_t)w->in->n_teachers, sizeof *w->settle);
    for (int t = 0; t < w->in->n_teachers; t++)
        w->settle[t] = vf_settle_minutes(w->in, w->pol, t, w->today);
}

void vf_week_init(struct vf_week *w)
{
    read_rules(w);
    sort_base(w);
    w->blocks = sorted(w, w->in->n_blocks, by_name, w->in->block);
    read_lessons(w);
    group_days(w);
    w->by_class = sorted(w, w->n, by_class, w->lesson);
    w->by_school = sorted(w, w->n, by_school, w->lesson);
    group_blocks(w);
    mark_busy(w);
    vf_week_ways(w);
}
