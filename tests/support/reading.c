#include "tests/support/reading.h"

#include "solver/data/travel.h"
#include "solver/data/week.h"
#include "solver/verify/filter.h"
#include "tests/support/reading_parts.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* ---- what holds for the whole week ---- */

static void shortest_ways(struct reading *x)
{
    int n = x->in->n_schools;

    x->shortest = zj_calloc((size_t)(n * n), sizeof *x->shortest);
    for (int i = 0; i < n * n; i++) {
        int minutes = zj_minutes(x->in, i / n, i % n);
        x->shortest[i] = minutes == ZJ_NONE ? READING_NO_WAY : minutes;
    }
    for (int k = 0; k < n; k++)
        for (int i = 0; i < n; i++)
            for (int j = 0; j < n; j++) {
                int by_way = x->shortest[i * n + k] + x->shortest[k * n + j];
                if (by_way < x->shortest[i * n + j])
                    x->shortest[i * n + j] = by_way;
            }
}

static bool concerns_block(const struct reading *x, const struct zj_rule *r, const struct zj_block *b)
{
    return vf_subject_is(r, b->subject) &&
           (r->where.empty || (vf_school_passes(x->in, &r->where, b->school) &&
                               (r->where.subject.n == 0 || zj_ids_has(&r->where.subject, b->subject))));
}

static bool is_of_blocks(enum zj_rule_id id)
{
    return id == ZJ_R_one_teacher || id == ZJ_R_spread || id == ZJ_R_double || id == ZJ_R_avoid ||
           id == ZJ_R_need || id == ZJ_R_room;
}

static void find_concerned(struct reading *x)
{
    const struct zj_instance *in = x->in;
    int32_t today = in->term[in->now].start;

    x->width = in->n_blocks > in->n_teachers ? in->n_blocks : in->n_teachers;
    x->speaks = zj_calloc((size_t)(x->pol->n_lesson_rules * x->width), sizeof *x->speaks);
    for (int i = 0; i < x->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &x->pol->lesson_rule[i];
        bool *speaks = x->speaks + i * x->width;
        for (int b = 0; is_of_blocks(r->id) && b < in->n_blocks; b++)
            speaks[b] = concerns_block(x, r, &in->block[b]);
        for (int t = 0; !is_of_blocks(r->id) && t < in->n_teachers; t++)
            speaks[t] =
                vf_teacher_passes(in, &r->where, t, today) && vf_teacher_passes(in, &r->group, t, today);
    }
}

/* The most that a rule asks of the teacher; what the policy says for all when none does. */
static void find_settling(struct reading *x)
{
    x->settle = zj_calloc((size_t)x->in->n_teachers, sizeof *x->settle);
    for (int t = 0; t < x->in->n_teachers; t++) {
        bool told = false;
        x->settle[t] = x->pol->settle_minutes;
        for (int i = 0; i < x->pol->n_lesson_rules; i++) {
            const struct zj_rule *r = &x->pol->lesson_rule[i];
            if (r->id != ZJ_R_travel_time || r->settle_minutes == ZJ_NONE || !x->speaks[i * x->width + t])
                continue;
            if (!told || r->settle_minutes > x->settle[t])
                x->settle[t] = r->settle_minutes;
            told = true;
        }
    }
}

void reading_init(struct reading *x, const struct zj_instance *in, const struct zj_policy *pol,
                  const struct zj_lessons *keep)
{
    *x = (struct reading){.in = in, .pol = pol, .keep = keep};
    assert(pol->n_lesson_rules <= READING_MAX_RULES);
    shortest_ways(x);
    find_concerned(x);
    find_settling(x);
    x->order = zj_calloc((size_t)in->n_periods, sizeof *x->order);
    for (int p = 0; p < in->n_periods; p++) {
        int place = 0;
        for (int q = 0; q < in->n_periods; q++)
            place += in->period[q].start < in->period[p].start;
        x->order[place] = p;
    }
}

void reading_release(struct reading *x)
{
    free(x->shortest);
    free(x->speaks);
    free(x->settle);
    free(x->order);
    *x = (struct reading){0};
}

int reading_base(const struct reading *x, int id)
{
    for (int place = 0; place < x->in->n_periods; place++)
        if (x->in->period[x->order[place]].id == id)
            return place;
    return -1;
}

/* ---- one lesson alone ---- */

static bool names(const struct zj_busy *b, enum zj_who who, int index, int day, int id)
{
    return b->who == who && b->index == index && (b->day == -1 || b->day == day) &&
           ((b->from == 0 && b->to == 0) || (b->from <= id && id <= b->to));
}

bool reading_teacher_busy(const struct reading *x, int teacher, int day, int start, int end)
{
    const struct zj_instance *in = x->in;

    for (int i = 0; i < in->n_busy; i++)
        for (int p = 0; p < in->n_periods; p++)
            if (in->period[p].start < end && start < in->period[p].end &&
                names(&in->busy[i], ZJ_WHO_TEACHER, teacher, day, in->period[p].id))
                return true;
    return false;
}

static bool may_teach(const struct reading *x, int teacher, const struct zj_block *b)
{
    const struct zj_teacher *t = &x->in->teacher[teacher];
    const struct zj_school *home = &x->in->school[t->school], *there = &x->in->school[b->school];
    bool near = t->school == b->school || (home->community != -1 && home->community == there->community);

    if (t->away)
        return false;
    if (b->teacher != -1)
        return b->teacher == teacher;
    for (int i = 0; i < x->pol->n_lesson_rules; i++)
        near |= x->pol->lesson_rule[i].id == ZJ_R_scope && x->pol->lesson_rule[i].within == ZJ_WITHIN_COUNTY;
    return near && zj_ids_has(&t->subjects, b->subject);
}

bool reading_allows(const struct reading *x, int teacher, int block, int day, const struct zj_period *at)
{
    const struct zj_block *b = &x->in->block[block];

    for (int i = 0; i < x->in->n_busy; i++)
        if (names(&x->in->busy[i], ZJ_WHO_CLASS, b->class_id, day, at->id) ||
            names(&x->in->busy[i], ZJ_WHO_SCHOOL, b->school, day, at->id))
            return false;
    return may_teach(x, teacher, b) && !reading_teacher_busy(x, teacher, day, at->start, at->end);
}

bool reading_clash(const struct reading *x, const struct reading_lesson *a, const struct reading_lesson *b)
{
    bool one = a->teacher == b->teacher || x->in->block[a->block].class_id == x->in->block[b->block].class_id;

    return one && a->day == b->day && a->at->start < b->at->end && b->at->start < a->at->end;
}

/* ---- a week ---- */

static void judge_teachers(const struct reading *x, const struct reading_week *w, struct reading_result *out)
{
    for (int i = 0; i < w->n;) {
        struct reading_span all = reading_span(w, w->v + i, false);
        const struct zj_teacher *t = &x->in->teacher[all.a->teacher];
        int64_t minutes = 0;
        out->implied[ZJ_R_load] += reading_load(x, w, all, (const int[]){t->max_day, t->max_week, ZJ_NONE});
        out->implied[ZJ_R_schools] +=
            reading_schools(x, w, all, (const int[]){t->max_schools_day, t->max_schools_week, ZJ_NONE});
        for (int r = 0; r < x->pol->n_lesson_rules; r++)
            if (x->speaks[r * x->width + all.a->teacher])
                out->rule[r] += reading_of_teacher(x, w, &x->pol->lesson_rule[r], all);
        while (i < w->n && w->v + i < all.b) {
            struct reading_span day = reading_span(w, w->v + i, true);
            int64_t way = reading_minutes(x, w, day);
            minutes += way;
            const bool flies = x->flies && x->flies[all.a->teacher];
            out->implied[ZJ_R_travel_time] += !flies && way >= READING_NO_WAY;
            if (reading_complete(x, w)) {
                out->implied[ZJ_R_travel_time] += flies ? 0 : reading_late(x, day);
                out->tier[ZJ_T_IDLE] += reading_idle(x, day);
            }
            i += (int)(day.b - day.a);
        }
        out->tier[ZJ_T_TRAVEL] += minutes;
        if (minutes > out->tier[ZJ_T_FAIRNESS])
            out->tier[ZJ_T_FAIRNESS] = minutes;
    }
}

static void judge_blocks(const struct reading *x, const struct reading_week *w, struct reading_result *out)
{
    for (int b = 0; b < x->in->n_blocks; b++) {
        const struct zj_block *block = &x->in->block[b];
        out->implied[ZJ_R_spread] += reading_spread(x, w, b, block->max_per_day, ZJ_NONE);
        if (b < w->decided)
            out->tier[ZJ_T_UNMET] += block->priority * (int64_t)(block->periods - reading_placed(w, b));
        for (int r = 0; r < x->pol->n_lesson_rules; r++)
            if (x->speaks[r * x->width + b] && is_of_blocks(x->pol->lesson_rule[r].id))
                out->rule[r] += reading_of_block(x, w, &x->pol->lesson_rule[r], b);
    }
}

void reading_of_week(const struct reading *x, const struct reading_week *w, struct reading_result *out)
{
    memset(out, 0, sizeof *out);
    judge_teachers(x, w, out);
    judge_blocks(x, w, out);
    out->implied[ZJ_R_pins] = reading_pins(x, w);
    out->tier[ZJ_T_WISHES] = reading_wishes(x, w);
    if (reading_complete(x, w))
        out->tier[ZJ_T_STABILITY] = reading_changes(x, w);
    out->lawful = true;
    for (int id = 0; id < ZJ_N_ALL_RULES; id++)
        out->lawful &= out->implied[id] == 0;
    for (int i = 0; i < x->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &x->pol->lesson_rule[i];
        out->rule[i] += reading_of_week_rule(x, w, r);
        if (r->hard)
            out->lawful &= out->rule[i] == 0;
        else
            out->tier[ZJ_T_SOFT] += r->weight * out->rule[i];
    }
}

/* ---- lessons in any order ---- */

bool reading_before(const struct reading_lesson *a, const struct reading_lesson *b)
{
    const int p[] = {a->teacher, a->day, a->at->start}, q[] = {b->teacher, b->day, b->at->start};

    for (int i = 0; i < 3; i++)
        if (p[i] != q[i])
            return p[i] < q[i];
    return a->block < b->block;
}

static int compare(const void *a, const void *b)
{
    return reading_before(a, b) ? -1 : reading_before(b, a);
}

/* False when no block and bell knows the lesson. */
static bool find_lesson(const struct reading *x, const struct zj_lesson *l, struct reading_lesson *out)
{
    *out = (struct reading_lesson){l->teacher, -1, l->school, l->day, NULL, reading_base(x, l->period)};
    for (int b = 0; b < x->in->n_blocks; b++) {
        const struct zj_block *block = &x->in->block[b];
        if (block->school == l->school && block->class_id == l->class_id && block->subject == l->subject)
            out->block = b;
    }
    for (int p = 0; p < x->in->bells[l->school].n; p++)
        if (x->in->bells[l->school].v[p].id == l->period)
            out->at = &x->in->bells[l->school].v[p];
    return out->block >= 0 && out->at;
}

static int64_t clashes(const struct reading *x, const struct reading_week *w)
{
    int64_t n = 0;

    for (int i = 0; i < w->n; i++) {
        const struct reading_lesson *l = &w->v[i];
        n += !reading_allows(x, l->teacher, l->block, l->day, l->at);
        for (int k = 0; k < i; k++)
            n += reading_clash(x, &w->v[k], l);
    }
    for (int b = 0; b < x->in->n_blocks; b++)
        n += reading_over(reading_placed(w, b), x->in->block[b].periods);
    return n;
}

void reading_judge(const struct reading *x, const struct zj_lessons *p, struct reading_result *out)
{
    struct reading_week w = {zj_calloc((size_t)p->n + 1, sizeof *w.v), 0, x->in->n_blocks};
    int64_t broken = 0;

    for (int i = 0; i < p->n; i++) {
        if (find_lesson(x, &p->v[i], &w.v[w.n]))
            w.n++;
        else
            broken++;
    }
    if (w.n > 1)
        qsort(w.v, (size_t)w.n, sizeof *w.v, compare);
    reading_of_week(x, &w, out);
    out->implied[ZJ_R_no_clash] = broken + clashes(x, &w);
    out->lawful &= out->implied[ZJ_R_no_clash] == 0;
    free(w.v);
}
