#include "solver/verify/timetable/week.h"

#include <stdlib.h>
#include <string.h>

bool vf_together(const struct vf_week *w, int school, int other)
{
    const struct zj_school *a = &w->in->school[school], *b = &w->in->school[other];

    return a == b || (a->campus >= 0 && a->campus == b->campus);
}

bool vf_at_home(const struct vf_week *w, const struct vf_lesson *x)
{
    return vf_together(w, w->in->teacher[x->teacher].school, x->school);
}

int vf_idle(const struct vf_week *w, const struct vf_day *d)
{
    int from = w->lesson[d->first].at->end, to = w->lesson[d->end - 1].at->start, free_periods = 0;

    for (int p = 0; p < w->in->n_periods; p++) {
        bool taught = w->base[p].start < from || w->base[p].end > to;

        for (int i = d->first; i < d->end && !taught; i++)
            taught = w->lesson[i].at->start < w->base[p].end && w->base[p].start < w->lesson[i].at->end;
        free_periods += !taught;
    }
    return free_periods;
}

bool vf_speaks_of(const struct vf_week *w, const struct zj_rule *r, int teacher)
{
    return vf_teacher_passes(w->in, &r->where, teacher, w->today);
}

bool vf_speaks_of_block(const struct vf_week *w, const struct zj_rule *r, int block)
{
    const struct zj_block *b = &w->in->block[block];

    return vf_school_passes(w->in, &r->where, b->school) && vf_subject_is(r, b->subject) &&
           (r->where.subject.n == 0 || zj_ids_has(&r->where.subject, b->subject));
}

const char *vf_where_day(struct vf_week *w, int teacher, int day)
{
    return zj_printf(&w->v->arena, "%s %s", w->in->teacher[teacher].id, w->in->day[day]);
}

const char *vf_where_block(struct vf_week *w, int block)
{
    const struct zj_block *b = &w->in->block[block];

    return zj_printf(&w->v->arena, "%s/%s", zj_word(w->in, b->class_id), zj_word(w->in, b->subject));
}

void vf_tell_day(struct vf_week *w, const struct zj_rule *r, const struct vf_day *d, int64_t need,
                 int64_t have, int64_t shortfall)
{
    vf_tell(w->v, r, vf_where_day(w, d->teacher, d->day), need, have, shortfall);
}

void vf_tell_block(struct vf_week *w, const struct zj_rule *r, int block, int64_t need, int64_t have,
                   int64_t shortfall)
{
    vf_tell(w->v, r, vf_where_block(w, block), need, have, shortfall);
}

int vf_class_day_end(const struct vf_week *w, int first)
{
    const struct vf_lesson *x = &w->lesson[w->by_class[first]];
    int end = first + 1;

    while (end < w->n && w->lesson[w->by_class[end]].class_id == x->class_id &&
           w->lesson[w->by_class[end]].day == x->day)
        end++;
    return end;
}

int vf_school_day_end(const struct vf_week *w, int first)
{
    const struct vf_lesson *x = &w->lesson[w->by_school[first]];
    int end = first + 1;

    while (end < w->n && w->lesson[w->by_school[end]].school == x->school &&
           w->lesson[w->by_school[end]].day == x->day)
        end++;
    return end;
}

int vf_find_block(const struct vf_week *w, int class_id, int subject)
{
    int lo = 0, hi = w->in->n_blocks;

    while (lo < hi) {
        int mid = lo + (hi - lo) / 2;
        const struct zj_block *b = &w->in->block[w->blocks[mid]];

        if (b->class_id < class_id || (b->class_id == class_id && b->subject < subject))
            lo = mid + 1;
        else
            hi = mid;
    }
    if (lo == w->in->n_blocks)
        return -1;
    const struct zj_block *b = &w->in->block[w->blocks[lo]];
    return b->class_id == class_id && b->subject == subject ? w->blocks[lo] : -1;
}
