#include "solver/verify/timetable/tiers.h"

#include <stdlib.h>
#include <string.h>

static int compare(const void *pa, const void *pb)
{
    const struct zj_lesson *a = pa, *b = pb;
    const int x[] = {a->teacher, a->school, a->class_id, a->subject, a->day, a->period};
    const int y[] = {b->teacher, b->school, b->class_id, b->subject, b->day, b->period};

    for (size_t i = 0; i < sizeof x / sizeof x[0]; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return 0;
}

/* A sorted copy on the heap. */
static struct zj_lesson *sorted(const struct zj_lessons *p)
{
    struct zj_lesson *v = zj_calloc((size_t)p->n, sizeof *v);

    if (p->n > 0) {
        memcpy(v, p->v, (size_t)p->n * sizeof *v);
        qsort(v, (size_t)p->n, sizeof *v, compare);
    }
    return v;
}

int64_t vf_changed_lessons(const struct zj_lessons *a, const struct zj_lessons *b)
{
    struct zj_lesson *x = sorted(a), *y = sorted(b);
    int i = 0, k = 0;
    int64_t same = 0;

    while (i < a->n && k < b->n) {
        int order = compare(&x[i], &y[k]);

        same += order == 0;
        i += order <= 0;
        k += order >= 0;
    }
    free(x);
    free(y);
    return (int64_t)a->n + b->n - 2 * same;
}

static void count_unmet(struct vf_week *w)
{
    struct zj_verdict *v = w->v;

    for (int b = 0; b < w->in->n_blocks; b++) {
        const struct zj_block *block = &w->in->block[b];
        int missing = block->periods - vf_placed(w, b);

        if (missing <= 0)
            continue;
        v->tier[ZJ_T_UNMET] = vf_plus(v->tier[ZJ_T_UNMET], vf_times(block->priority, missing));
        ZJ_GROW(v->unmet, v->n_unmet, v->cap_unmet);
        v->unmet[v->n_unmet++] = (struct zj_unmet){.term = -1,
                                                   .school = block->school,
                                                   .subject = block->subject,
                                                   .class_id = block->class_id,
                                                   .periods = missing,
                                                   .because = ZJ_BY_LIMIT,
                                                   .rule = -1};
    }
}

static void count_wishes(struct vf_week *w)
{
    for (int k = 0; k < w->in->n_wishes; k++) {
        const struct zj_wish *wish = &w->in->wish[k];

        for (int d = w->first_day[wish->teacher]; d < w->first_day[wish->teacher + 1]; d++)
            for (int i = w->day[d].first; i < w->day[d].end; i++)
                if (w->lesson[i].school == wish->to)
                    w->v->tier[ZJ_T_WISHES] -= wish->level;
    }
}

void vf_lesson_tiers(struct vf_week *w)
{
    int64_t *tier = w->v->tier;

    count_unmet(w);
    for (int t = 0; t < w->in->n_teachers; t++) {
        tier[ZJ_T_TRAVEL] += w->minutes[t];
        if (w->minutes[t] > tier[ZJ_T_FAIRNESS])
            tier[ZJ_T_FAIRNESS] = w->minutes[t];
    }
    for (int k = 0; k < w->n_days; k++)
        tier[ZJ_T_IDLE] += vf_idle(w, &w->day[k]);
    count_wishes(w);
    if (w->keep)
        tier[ZJ_T_STABILITY] = vf_changed_lessons(w->plan, w->keep);
}
