#include "tests/support/brute_timetable.h"

#include <stdlib.h>
#include <string.h>

/* The lessons that one block can have at one time: one of its teachers, on a day, in a period. */
struct cell {
    int day, position, base;
    int n_teachers, *teacher;
};

struct choices {
    struct cell *cell; /* by day and start */
    int n;
    int best_wish; /* the highest level with which one of its lessons can be taught, at least 0 */
};

struct search {
    struct reading reading;
    bool thrift, asks; /* asks: there is a known week, with these tiers */
    int64_t asked[ZJ_MAX_TIERS];
    int64_t nodes_left;
    struct choices *choices; /* by block */
    int64_t *forced;         /* by block: what it and those after it leave unmet at least */
    int64_t *wished;         /* by block: the most wish levels that it and those after it can add */
    struct reading_week week;
    struct week_truth *out;
};

int compare_weeks(const int64_t *a, const int64_t *b)
{
    for (int i = 0; i < ZJ_N_LESSON_TIERS; i++) {
        enum zj_tier tier = zj_lesson_tiers[i];
        if (a[tier] != b[tier])
            return a[tier] < b[tier] ? -1 : 1;
    }
    return 0;
}

/* ---- what can be chosen ---- */

static int wish_level(const struct zj_instance *in, int teacher, int school)
{
    for (int i = 0; i < in->n_wishes; i++)
        if (in->wish[i].teacher == teacher && in->wish[i].to == school)
            return in->wish[i].level;
    return 0;
}

static void add_cell(struct search *s, int block, int day, int position)
{
    const struct zj_instance *in = s->reading.in;
    struct choices *c = &s->choices[block];
    int school = in->block[block].school;
    const struct zj_period *at = &in->bells[school].v[position];
    struct cell *cell = &c->cell[c->n];

    *cell = (struct cell){day, position, reading_base(&s->reading, at->id), 0, NULL};
    cell->teacher = zj_calloc((size_t)in->n_teachers, sizeof *cell->teacher);
    for (int t = 0; t < in->n_teachers; t++) {
        if (!reading_allows(&s->reading, t, block, day, at))
            continue;
        int level = wish_level(in, t, school);
        cell->teacher[cell->n_teachers++] = t;
        c->best_wish = level > c->best_wish ? level : c->best_wish;
    }
    c->n++;
}

static void find_choices(struct search *s)
{
    const struct zj_instance *in = s->reading.in;
    int lessons = 0;

    s->choices = zj_calloc((size_t)in->n_blocks, sizeof *s->choices);
    s->forced = zj_calloc((size_t)in->n_blocks + 1, sizeof *s->forced);
    s->wished = zj_calloc((size_t)in->n_blocks + 1, sizeof *s->wished);
    for (int b = in->n_blocks - 1; b >= 0; b--) {
        const struct zj_block *block = &in->block[b];
        int bells = in->bells[block->school].n, open = 0;
        s->choices[b].cell = zj_calloc((size_t)(in->n_days * bells), sizeof(struct cell));
        for (int i = 0; i < in->n_days * bells; i++)
            add_cell(s, b, i / bells, i % bells);
        for (int i = 0; i < s->choices[b].n; i++)
            open += s->choices[b].cell[i].n_teachers > 0;
        int missing = block->periods > open ? block->periods - open : 0;
        s->forced[b] = s->forced[b + 1] + (int64_t)block->priority * missing;
        s->wished[b] = s->wished[b + 1] + (int64_t)block->periods * s->choices[b].best_wish;
        lessons += block->periods;
    }
    s->week.v = zj_calloc((size_t)lessons + 1, sizeof *s->week.v);
}

static void free_choices(struct search *s)
{
    for (int b = 0; b < s->reading.in->n_blocks; b++) {
        for (int i = 0; i < s->choices[b].n; i++)
            free(s->choices[b].cell[i].teacher);
        free(s->choices[b].cell);
    }
    free(s->choices);
    free(s->forced);
    free(s->wished);
    free(s->week.v);
}

/* ---- what was found ---- */

static void take_week(struct search *s, const int64_t *tier)
{
    const struct zj_instance *in = s->reading.in;

    memcpy(s->out->best, tier, sizeof s->out->best);
    s->out->feasible = true;
    s->out->week.n = 0;
    for (int i = 0; i < s->week.n; i++) {
        const struct reading_lesson *l = &s->week.v[i];
        const struct zj_block *b = &in->block[l->block];
        zj_lessons_add(&s->out->week, &(struct zj_lesson){l->teacher, l->school, b->class_id, b->subject,
                                                          l->day, l->at->id});
    }
}

static void note_least(struct search *s, const int64_t *tier)
{
    for (int i = 0; s->asks && i < ZJ_N_LESSON_TIERS; i++) {
        enum zj_tier now = zj_lesson_tiers[i];
        if (tier[now] < s->out->least[now])
            s->out->least[now] = tier[now];
        if (tier[now] != s->asked[now])
            return;
    }
}

/* Can a week whose tiers are at least these be better than the best? */
static bool may_be_best(const struct search *s, const int64_t *tier)
{
    return !s->out->feasible || compare_weeks(tier, s->out->best) < 0;
}

/* Can it lower the least value of some tier, the earlier ones being as asked? */
static bool may_be_least(const struct search *s, const int64_t *tier)
{
    for (int i = 0; s->asks && i < ZJ_N_LESSON_TIERS; i++) {
        enum zj_tier now = zj_lesson_tiers[i];
        if (tier[now] < s->out->least[now])
            return true;
        if (tier[now] > s->asked[now])
            return false;
    }
    return false;
}

/* Judge the week as it is; at the end, note it. Is there anything to find below this branch? */
static bool goes_on(struct search *s)
{
    struct reading_result r;

    s->out->n_nodes++;
    if (--s->nodes_left < 0)
        return false;
    reading_of_week(&s->reading, &s->week, &r);
    if (!r.lawful)
        return false;
    if (s->week.decided == s->reading.in->n_blocks) {
        s->out->n_weeks++;
        note_least(s, r.tier);
        if (may_be_best(s, r.tier))
            take_week(s, r.tier);
        return false;
    }
    r.tier[ZJ_T_UNMET] += s->forced[s->week.decided];
    r.tier[ZJ_T_WISHES] -= s->wished[s->week.decided];
    return !s->thrift || may_be_best(s, r.tier) || may_be_least(s, r.tier);
}

/* ---- search ---- */

static void next_block(struct search *s);

/* Put the lesson at its place in the order; where that is, or -1 when it clashes. */
static int put(struct search *s, const struct reading_lesson *l)
{
    struct reading_week *w = &s->week;
    int i = w->n;

    for (int k = 0; k < w->n; k++)
        if (reading_clash(&s->reading, &w->v[k], l))
            return -1;
    for (; i > 0 && reading_before(l, &w->v[i - 1]); i--)
        w->v[i] = w->v[i - 1];
    w->v[i] = *l;
    w->n++;
    return i;
}

static void take_off(struct search *s, int place)
{
    struct reading_week *w = &s->week;

    w->n--;
    memmove(w->v + place, w->v + place + 1, (size_t)(w->n - place) * sizeof *w->v);
}

/* The lessons of the block that come in cells from `first` on; then the next block. */
static void more_lessons(struct search *s, int first, int placed)
{
    const struct zj_instance *in = s->reading.in;
    int b = s->week.decided;
    const struct choices *c = &s->choices[b];
    const struct zj_block *block = &in->block[b];

    for (int i = first; placed < block->periods && i < c->n; i++) {
        const struct cell *cell = &c->cell[i];
        for (int t = 0; t < cell->n_teachers; t++) {
            struct reading_lesson l = {
                cell->teacher[t], b, block->school, cell->day, &in->bells[block->school].v[cell->position],
                cell->base};
            int place = put(s, &l);
            if (place < 0)
                continue;
            if (goes_on(s))
                more_lessons(s, i + 1, placed + 1);
            take_off(s, place);
        }
    }
    next_block(s);
}

/* The block of now gets no more lessons. */
static void next_block(struct search *s)
{
    s->week.decided++;
    if (goes_on(s))
        more_lessons(s, 0, 0);
    s->week.decided--;
}

static void start_from(struct search *s, const struct zj_lessons *known)
{
    struct reading_result r;

    for (int i = 0; i < ZJ_MAX_TIERS; i++)
        s->out->least[i] = ZJ_NO_VALUE;
    if (!known)
        return;
    reading_judge(&s->reading, known, &r);
    if (!r.lawful)
        return;
    s->asks = s->out->feasible = true;
    memcpy(s->asked, r.tier, sizeof s->asked);
    memcpy(s->out->best, r.tier, sizeof s->out->best);
    memcpy(s->out->least, r.tier, sizeof s->out->least);
    for (int i = 0; i < known->n; i++)
        zj_lessons_add(&s->out->week, &known->v[i]);
}

void brute_timetable_read(const struct reading *x, const struct zj_lessons *known, int64_t nodes, bool thrift,
                          struct week_truth *out)
{
    struct search s = {.reading = *x, .thrift = thrift, .nodes_left = nodes, .out = out};

    *out = (struct week_truth){0};
    find_choices(&s);
    start_from(&s, known);
    if (goes_on(&s))
        more_lessons(&s, 0, 0);
    out->finished = s.nodes_left >= 0;
    free_choices(&s);
}

void brute_timetable(const struct zj_instance *in, const struct zj_policy *pol, const struct zj_lessons *keep,
                     const struct zj_lessons *known, int64_t nodes, bool thrift, struct week_truth *out)
{
    struct reading x;

    reading_init(&x, in, pol, keep);
    brute_timetable_read(&x, known, nodes, thrift, out);
    reading_release(&x);
}

void week_truth_release(struct week_truth *t)
{
    zj_lessons_release(&t->week);
}
