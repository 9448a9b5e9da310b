/*
 * board.c - boards are made, copied and compared; their lessons are read.
 */
#include "models/timetable/board_search.h"

#include <stdlib.h>
#include <string.h>

/* Where an array of n items begins in the blob; *size grows. */
static size_t lay(size_t *size, size_t n, size_t item)
{
    size_t at = *size;

    *size += (n * item + 15) / 16 * 16;
    return at;
}

/* Lay the arrays into the blob: sizes only while it is NULL. */
static void set_pointers(struct tt_board *b)
{
    const struct board_base *s = b->base;
    const size_t teachers = (size_t)s->n_teachers, days = (size_t)s->n_days;
    size_t n = 0;

#define LAY(field, count)                                                                                    \
    do {                                                                                                     \
        size_t at = lay(&n, (size_t)(count), sizeof *b->field);                                              \
        b->field = b->blob ? (void *)(b->blob + at) : NULL;                                                  \
    } while (0)
    LAY(total, 1);
    LAY(day, teachers * days);
    LAY(week, teachers);
    LAY(days_at, s->n_campuses);
    LAY(block, s->n_blocks);
    LAY(lesson, s->n_lessons);
    LAY(taken, (size_t)s->n_classes * days);
    LAY(filled, s->n_room_counts);
    LAY(pin_hits, s->in->n_pins);
    LAY(same, s->in->n_sync);
    LAY(group_missing, s->n_groups);
    LAY(group_spare, s->n_groups);
    LAY(group_under, (size_t)s->n_groups * days);
    LAY(sync_missing, s->n_sync_rules);
#undef LAY
    b->size = n;
}

static void new_marks(struct board_marks *m, int n)
{
    m->saved = zj_calloc((size_t)n, sizeof *m->saved);
    m->stale = zj_calloc((size_t)n, sizeof *m->stale);
    m->v = zj_calloc((size_t)n, sizeof *m->v);
    m->n = 0;
}

static void free_marks(struct board_marks *m)
{
    free(m->saved);
    free(m->stale);
    free(m->v);
}

static struct tt_board *new_board(struct board_base *base)
{
    struct tt_board *b = zj_calloc(1, sizeof *b);

    b->base = base;
    set_pointers(b);
    b->blob = zj_calloc(1, b->size);
    set_pointers(b);
    new_marks(&b->days, base->n_teachers * base->n_days);
    new_marks(&b->weeks, base->n_teachers);
    new_marks(&b->blocks, base->n_blocks);
    return b;
}

/* Shortfalls of the empty board. */
static void count_empty(struct tt_board *b)
{
    const struct board_base *s = b->base;

    for (int i = 0; i < s->n_blocks; i++) {
        b->total->unmet += (int64_t)s->task[i].priority * s->task[i].periods;
        b->total->lack += (int64_t)s->task[i].needed * s->task[i].periods;
    }
    for (int i = 0; i < s->in->n_pins; i++)
        b->total->lack += s->in->pin[i].model == ZJ_TIMETABLE && !s->in->pin[i].forbid;
    board_begin(b);
    for (int t = 0; t < s->n_teachers; t++)
        for (int d = 0; d < s->n_days; d++)
            board_touch_day(b, t, d);
    board_recount_rules(b);
    board_settle(b);
}

struct tt_board *tt_board_new(const struct tt_problem *p, const struct zj_lessons *keep)
{
    struct tt_board *b = new_board(board_base_new(p, keep));

    count_empty(b);
    return b;
}

struct tt_board *tt_board_copy(const struct tt_board *b)
{
    struct tt_board *copy = new_board(b->base);

    b->base->users++;
    board_assign(copy, b);
    return copy;
}

void tt_board_free(struct tt_board *b)
{
    if (!b)
        return;
    board_base_drop(b->base);
    free_marks(&b->days);
    free_marks(&b->weeks);
    free_marks(&b->blocks);
    free(b->log);
    free(b->blob);
    free(b);
}

void board_assign(struct tt_board *b, const struct tt_board *from)
{
    memcpy(b->blob, from->blob, b->size);
    for (int i = 0; i < b->base->n_teachers * b->base->n_days; i++)
        b->day[i].version = ++b->version;
}

/* ---- reading -------------------------------------------------------------------------------- */

void tt_board_lessons(const struct tt_board *b, struct zj_lessons *lessons)
{
    const struct board_base *s = b->base;

    memset(lessons, 0, sizeof *lessons);
    for (int i = 0; i < s->n_blocks; i++) {
        const struct zj_block *k = &s->in->block[i];
        for (int n = 0; n < b->block[i].n; n++) {
            const struct board_lesson *x = &b->lesson[s->task[i].first + n];
            zj_lessons_add(lessons, &(struct zj_lesson){.teacher = s->teacher[x->teacher].teacher,
                                                        .school = k->school,
                                                        .class_id = k->class_id,
                                                        .subject = k->subject,
                                                        .day = x->day,
                                                        .period = s->in->bells[k->school].v[x->position].id});
        }
    }
    zj_lessons_sort(s->in, lessons);
}

void board_score(const struct tt_board *b, struct board_score *out)
{
    const struct board_base *s = b->base;
    const struct board_totals *t = b->total;
    const int64_t changes = s->keeps ? t->lessons + s->n_keep - 2 * (int64_t)t->kept : 0;
    int64_t fairness = 0, lack = t->lack, soft = t->soft;

    for (int i = 0; i < s->n_teachers; i++)
        if (b->week[i].facts.minutes[1] > fairness)
            fairness = b->week[i].facts.minutes[1];
    for (int i = 0; i < s->n_stability; i++) {
        const struct board_stability *r = &s->stability[i];
        int64_t over = changes > r->max ? changes - r->max : 0;
        *(r->weight ? &soft : &lack) += r->weight ? r->weight * over : over;
    }
    *out = (struct board_score){
        {t->clash + t->gap, lack, t->unmet, soft, t->travel, fairness, t->idle, t->wishes, changes}};
}

int board_score_compare(const struct board_score *a, const struct board_score *b)
{
    for (int i = 0; i < BOARD_SCORES; i++)
        if (a->v[i] != b->v[i])
            return a->v[i] < b->v[i] ? -1 : 1;
    return 0;
}

void tt_board_values(const struct tt_board *b, int64_t tier[ZJ_MAX_TIERS], int64_t *lack)
{
    struct board_score s;

    board_score(b, &s);
    for (int i = 0; i < ZJ_MAX_TIERS; i++)
        tier[i] = 0;
    tier[ZJ_T_UNMET] = s.v[BOARD_UNMET];
    tier[ZJ_T_SOFT] = s.v[BOARD_SOFT];
    tier[ZJ_T_TRAVEL] = s.v[BOARD_TRAVEL];
    tier[ZJ_T_FAIRNESS] = s.v[BOARD_FAIRNESS];
    tier[ZJ_T_IDLE] = s.v[BOARD_IDLE];
    tier[ZJ_T_WISHES] = s.v[BOARD_WISHES];
    tier[ZJ_T_STABILITY] = s.v[BOARD_STABILITY];
    *lack = s.v[BOARD_LACK];
}

int tt_board_compare(const struct tt_board *a, const struct tt_board *b)
{
    struct board_score x, y;

    board_score(a, &x);
    board_score(b, &y);
    return board_score_compare(&x, &y);
}

void tt_board_clear(struct tt_board *b, int teacher)
{
    const int t = b->base->number[teacher];

    if (t < 0)
        return;
    board_begin(b);
    board_take_week(b, t);
    board_settle(b);
    board_mend(b);
}
