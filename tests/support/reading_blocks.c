/*
 * reading_blocks.c - the lessons of one class in a subject, and the rules about many at once.
 */
#include "tests/support/reading_parts.h"

enum { MAX_DAYS = 7 };

int reading_placed(const struct reading_week *w, int block)
{
    int n = 0;

    for (int i = 0; i < w->n; i++)
        n += w->v[i].block == block;
    return n;
}

static int64_t one_teacher(const struct reading_week *w, int block)
{
    int64_t n = 0;
    int last = -1; /* lessons of one teacher stand together */

    for (int i = 0; i < w->n; i++)
        if (w->v[i].block == block && w->v[i].teacher != last) {
            last = w->v[i].teacher;
            n++;
        }
    return n > 0 ? n - 1 : 0;
}

int64_t reading_spread(const struct reading *x, const struct reading_week *w, int block, int max_day,
                       int min_gap)
{
    int64_t sum = 0;
    int lessons[MAX_DAYS] = {0};

    for (int i = 0; i < w->n; i++)
        lessons[w->v[i].day] += w->v[i].block == block;
    for (int d = 0; d < x->in->n_days; d++) {
        sum += reading_over(lessons[d], max_day);
        for (int e = d + 1; min_gap != ZJ_NONE && e < x->in->n_days && e - d < min_gap; e++)
            sum += lessons[d] > 0 && lessons[e] > 0;
    }
    return sum;
}

/* Lessons of the block on that day that find no partner, the earliest two that touch first. */
static int singles(const struct reading *x, const struct reading_week *w, int block, int day)
{
    const struct zj_day_plan *bells = &x->in->bells[x->in->block[block].school];
    uint32_t taught = 0;
    int n = 0;

    for (int i = 0; i < w->n; i++)
        if (w->v[i].block == block && w->v[i].day == day)
            taught |= (uint32_t)1 << (w->v[i].at - bells->v);
    for (int p = 0; p < bells->n; p++) {
        if (!(taught >> p & 1))
            continue;
        bool pair =
            p + 1 < bells->n && (taught >> (p + 1) & 1) && bells->v[p].session == bells->v[p + 1].session;
        n += !pair;
        p += pair;
    }
    return n;
}

static int64_t doubles(const struct reading *x, const struct reading_week *w, int block)
{
    int n = -(x->in->block[block].periods % 2);

    for (int d = 0; reading_complete(x, w) && d < x->in->n_days; d++)
        n += singles(x, w, block, d);
    return n > 0 ? n : 0;
}

static int64_t avoided(const struct reading_week *w, const struct zj_rule *r, int block)
{
    int64_t n = 0;

    for (int i = 0; i < w->n; i++)
        n += w->v[i].block == block && (zj_ids_has(&r->periods, w->v[i].at->id) ||
                                        (r->only.n > 0 && !zj_ids_has(&r->only, w->v[i].at->id)));
    return n;
}

static int64_t needed(const struct reading *x, const struct reading_week *w, int block)
{
    int missing = x->in->block[block].periods - reading_placed(w, block);

    return block < w->decided && missing > 0 ? missing : 0;
}

int64_t reading_of_block(const struct reading *x, const struct reading_week *w, const struct zj_rule *r,
                         int block)
{
    switch (r->id) {
    case ZJ_R_one_teacher:
        return one_teacher(w, block);
    case ZJ_R_spread:
        return reading_spread(x, w, block, r->max_day, r->min_gap_days);
    case ZJ_R_double:
        return doubles(x, w, block);
    case ZJ_R_avoid:
        return avoided(w, r, block);
    case ZJ_R_need:
        return r->hard ? needed(x, w, block) : 0;
    default:
        return 0;
    }
}

/* ---- many at once ---- */

static int64_t room(const struct reading *x, const struct reading_week *w, const struct zj_rule *r)
{
    int64_t past = 0;

    for (int i = 0; i < w->n; i++) {
        const struct reading_lesson *a = &w->v[i];
        int before = 0; /* lessons of this time that were met before */
        if (!reading_speaks(x, r, a->block))
            continue;
        for (int k = 0; k < i; k++)
            before += w->v[k].school == a->school && w->v[k].day == a->day && w->v[k].at == a->at &&
                      reading_speaks(x, r, w->v[k].block);
        past += before >= r->capacity;
    }
    return past;
}

/* Does a member of the group teach, or go from one school to the next, during the base period? */
static bool engaged(const struct reading *x, const struct reading_week *w, const struct zj_rule *r, int day,
                    const struct zj_period *p)
{
    for (int i = 0; i < w->n; i++) {
        const struct reading_lesson *l = &w->v[i], *next = l + 1;
        if (l->day != day || !reading_speaks(x, r, l->teacher))
            continue;
        if (l->at->start < p->end && p->start < l->at->end)
            return true;
        if (i + 1 < w->n && next->teacher == l->teacher && next->day == day &&
            !reading_same_campus(x, l->school, next->school) && l->at->end < p->end &&
            p->start < next->at->start)
            return true;
    }
    return false;
}

static int64_t common_free(const struct reading *x, const struct reading_week *w, const struct zj_rule *r)
{
    int64_t missing = r->periods_per_week;
    bool anybody = false;

    for (int t = 0; t < x->in->n_teachers; t++)
        anybody |= reading_speaks(x, r, t);
    for (int day = 0; day < x->in->n_days; day++)
        for (int k = 0; k < x->in->n_periods; k++) {
            const struct zj_period *p = &x->in->period[k];
            bool free = !engaged(x, w, r, day, p);
            for (int t = 0; t < x->in->n_teachers; t++)
                free &= !(reading_speaks(x, r, t) && reading_teacher_busy(x, t, day, p->start, p->end));
            missing -= free;
        }
    return anybody && missing > 0 ? missing : 0;
}

static int block_of(const struct reading *x, int class_id, int subject)
{
    for (int b = 0; b < x->in->n_blocks; b++)
        if (x->in->block[b].class_id == class_id && x->in->block[b].subject == subject)
            return b;
    return -1;
}

/* Lessons of the two blocks on one day in periods of one id. */
static int at_one_time(const struct reading_week *w, int a, int b)
{
    int n = 0;

    for (int i = 0; i < w->n; i++)
        for (int k = 0; k < w->n; k++)
            n += w->v[i].block == a && w->v[k].block == b && w->v[i].day == w->v[k].day &&
                 w->v[i].at->id == w->v[k].at->id;
    return n;
}

static int64_t sync_class(const struct reading *x, const struct reading_week *w, const struct zj_rule *r)
{
    int64_t sum = 0;
    int periods = 0, subjects = 0;

    if (!reading_complete(x, w) || x->in->n_sync == 0)
        return 0;
    for (int i = 0; i < x->in->n_sync; i++) {
        const struct zj_sync *s = &x->in->sync[i];
        int a = block_of(x, s->class_a, s->subject), b = block_of(x, s->class_b, s->subject);
        int same = at_one_time(w, a, b), need = s->periods;
        int placed_a = reading_placed(w, a), placed_b = reading_placed(w, b);
        need = placed_a < need ? placed_a : need;
        need = placed_b < need ? placed_b : need;
        sum += need > same ? need - same : 0;
        periods += same;
        bool first = same > 0; /* of its subject */
        for (int k = 0; k < i; k++)
            first &= !(x->in->sync[k].subject == s->subject &&
                       at_one_time(w, block_of(x, x->in->sync[k].class_a, s->subject),
                                   block_of(x, x->in->sync[k].class_b, s->subject)) > 0);
        subjects += first;
    }
    if (r->subjects_min != ZJ_NONE && subjects < r->subjects_min)
        sum += r->subjects_min - subjects;
    if (r->periods_min != ZJ_NONE && periods < r->periods_min)
        sum += r->periods_min - periods;
    return sum;
}

static int level(const struct reading *x, const struct reading_lesson *l)
{
    for (int i = 0; i < x->in->n_wishes; i++)
        if (x->in->wish[i].teacher == l->teacher && x->in->wish[i].to == l->school)
            return x->in->wish[i].level;
    return 0;
}

int64_t reading_wishes(const struct reading *x, const struct reading_week *w)
{
    int64_t sum = 0;

    for (int i = 0; i < w->n; i++)
        sum -= level(x, &w->v[i]);
    return sum;
}

static int64_t unwilling(const struct reading *x, const struct reading_week *w)
{
    int64_t n = 0;

    for (int i = 0; i < w->n; i++)
        n += level(x, &w->v[i]) == -2;
    return n;
}

static bool is_lesson(const struct reading *x, const struct reading_lesson *l, const struct zj_lesson *k)
{
    const struct zj_block *b = &x->in->block[l->block];

    return l->teacher == k->teacher && l->school == k->school && l->day == k->day && l->at->id == k->period &&
           b->class_id == k->class_id && b->subject == k->subject;
}

int64_t reading_changes(const struct reading *x, const struct reading_week *w)
{
    int64_t kept = 0;

    if (!x->keep)
        return 0;
    for (int i = 0; i < w->n; i++)
        for (int k = 0; k < x->keep->n; k++)
            kept += is_lesson(x, &w->v[i], &x->keep->v[k]);
    return w->n + x->keep->n - 2 * kept;
}

int64_t reading_of_week_rule(const struct reading *x, const struct reading_week *w, const struct zj_rule *r)
{
    switch (r->id) {
    case ZJ_R_room:
        return room(x, w, r);
    case ZJ_R_common_free:
        return common_free(x, w, r);
    case ZJ_R_sync_class:
        return sync_class(x, w, r);
    case ZJ_R_wishes:
        return unwilling(x, w);
    case ZJ_R_stability:
        return x->keep && reading_complete(x, w) ? reading_over(reading_changes(x, w), r->max) : 0;
    default:
        return 0;
    }
}

/* ---- pins ---- */

static bool matches(const struct reading *x, const struct reading_lesson *l, const struct zj_pin *p)
{
    const struct zj_block *b = &x->in->block[l->block];

    return (p->teacher < 0 || p->teacher == l->teacher) && (p->school < 0 || p->school == l->school) &&
           (p->class_id < 0 || p->class_id == b->class_id) && (p->subject < 0 || p->subject == b->subject) &&
           (p->day < 0 || p->day == l->day) && (p->period < 0 || p->period == l->at->id);
}

int64_t reading_pins(const struct reading *x, const struct reading_week *w)
{
    int64_t broken = 0;

    for (int i = 0; i < x->in->n_pins; i++) {
        const struct zj_pin *p = &x->in->pin[i];
        bool met = false;
        if (p->model != ZJ_TIMETABLE)
            continue;
        for (int k = 0; k < w->n; k++)
            met |= matches(x, &w->v[k], p);
        broken += p->forbid ? met : !met && reading_complete(x, w);
    }
    return broken;
}
