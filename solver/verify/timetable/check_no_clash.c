/*
 * check_no_clash.c - nobody is in two places at once, and every lesson is one that somebody needs.
 *
 * Policy    A teacher has one lesson at a time and none when busy or away; so has a class, and none when the
 *           class or its school is busy. Times are those of each school's own bells, half-open. A lesson
 *           stands at a period that its school has, for a class and a subject that the demand has there, at
 *           most as many as the demand asks for, by a teacher who may teach it: the one who already has the
 *           class, else one of the subject whose home school is in the same community (everywhere, when
 *           `scope` says the county).
 * Place     (teacher, day) and (class, day) with lessons. A lesson that has no place in the tables, and a
 *           class with more lessons than it needs, are places of their own.
 * Counted   No numbers.
 * Shortfall Lessons that begin before an earlier one has ended, lessons at a time that is not free, lessons
 *           beyond the demand; 1 for each lesson that has no place.
 * Units     Lessons.
 * Example   Longfeng: the English teachers of the central school are at Sanhe on Fridays, so nowhere else.
 */
#include "solver/verify/timetable/week.h"

/* Counts the lesson when the latest one before it has not ended. */
static int begins_too_soon(const struct vf_lesson *x, int *ends)
{
    int soon = x->at->start < *ends;

    if (x->at->end > *ends)
        *ends = x->at->end;
    return soon;
}

static void check_teachers(struct vf_week *w, const struct zj_rule *r)
{
    for (int k = 0; k < w->n_days; k++) {
        const struct vf_day *d = &w->day[k];
        int wrong = 0, ends = 0;

        for (int i = d->first; i < d->end; i++) {
            wrong += begins_too_soon(&w->lesson[i], &ends);
            wrong += w->lesson[i].teacher_busy;
        }
        vf_tell_day(w, r, d, ZJ_NO_VALUE, ZJ_NO_VALUE, wrong);
    }
}

static void check_classes(struct vf_week *w, const struct zj_rule *r)
{
    for (int first = 0, end; first < w->n; first = end) {
        const struct vf_lesson *x = &w->lesson[w->by_class[first]];
        int wrong = 0, ends = 0;

        end = vf_class_day_end(w, first);
        for (int i = first; i < end; i++) {
            wrong += begins_too_soon(&w->lesson[w->by_class[i]], &ends);
            wrong += w->lesson[w->by_class[i]].class_busy;
        }
        vf_tell(w->v, r, zj_printf(&w->v->arena, "%s %s", zj_word(w->in, x->class_id), w->in->day[x->day]),
                ZJ_NO_VALUE, ZJ_NO_VALUE, wrong);
    }
}

static bool may_teach(const struct vf_week *w, const struct vf_lesson *x)
{
    const struct zj_teacher *t = &w->in->teacher[x->teacher];
    const struct zj_block *b = &w->in->block[x->block];
    int community = w->in->school[t->school].community;

    if (t->away)
        return false;
    if (b->teacher >= 0)
        return b->teacher == x->teacher;
    bool near = t->school == b->school || (community >= 0 && community == w->in->school[b->school].community);
    return zj_ids_has(&t->subjects, b->subject) && (near || w->county);
}

static void no_place(struct vf_week *w, const struct zj_rule *r, const struct zj_lesson *x)
{
    const struct zj_instance *in = w->in;

    vf_tell(w->v, r,
            zj_printf(&w->v->arena, "%s %s %s/%s %s %d", in->teacher[x->teacher].id, in->school[x->school].id,
                      zj_word(in, x->class_id), zj_word(in, x->subject), in->day[x->day], x->period),
            ZJ_NO_VALUE, ZJ_NO_VALUE, 1);
}

static void check_lessons(struct vf_week *w, const struct zj_rule *r)
{
    for (int i = 0; i < w->n_lost; i++)
        no_place(w, r, w->lost[i]);
    for (int i = 0; i < w->n; i++) {
        const struct vf_lesson *x = &w->lesson[i];

        if (x->block >= 0 && may_teach(w, x))
            continue;
        no_place(w, r,
                 &(struct zj_lesson){.teacher = x->teacher,
                                     .school = x->school,
                                     .class_id = x->class_id,
                                     .subject = x->subject,
                                     .day = x->day,
                                     .period = x->at->id});
    }
}

void check_lessons_no_clash(struct vf_week *w, const struct zj_rule *r)
{
    check_teachers(w, r);
    check_classes(w, r);
    check_lessons(w, r);
    for (int b = 0; b < w->in->n_blocks; b++)
        if (vf_placed(w, b) > w->in->block[b].periods)
            vf_tell_block(w, r, b, ZJ_NO_VALUE, ZJ_NO_VALUE, vf_placed(w, b) - w->in->block[b].periods);
}
