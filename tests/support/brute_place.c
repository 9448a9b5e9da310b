#include "tests/support/brute_place.h"

#include "tests/support/reading_parts.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_DAYS = 7 };

struct search {
    const struct reading *x;
    const struct tt_problem *p;
    const struct tt_week *week;
    const struct zj_lessons *others;
    int day_of[MAX_DAYS]; /* real day of each slot, -1 = none yet */
    int *left;            /* by share: blocks still to be given */
    struct zj_lessons own;
    int64_t nodes_left;
};

bool board_may_lack(enum zj_rule_id id)
{
    return id == ZJ_R_pins || id == ZJ_R_need || id == ZJ_R_common_free || id == ZJ_R_sync_class ||
           id == ZJ_R_stability;
}

static bool breaks_forbidding_pin(const struct reading *x, const struct zj_lessons *p)
{
    for (int i = 0; i < x->in->n_pins; i++) {
        const struct zj_pin *pin = &x->in->pin[i];
        for (int k = 0; k < p->n && pin->forbid && pin->model == ZJ_TIMETABLE; k++) {
            const struct zj_lesson *l = &p->v[k];
            if ((pin->teacher < 0 || pin->teacher == l->teacher) &&
                (pin->school < 0 || pin->school == l->school) &&
                (pin->class_id < 0 || pin->class_id == l->class_id) &&
                (pin->subject < 0 || pin->subject == l->subject) && (pin->day < 0 || pin->day == l->day) &&
                (pin->period < 0 || pin->period == l->period))
                return true;
        }
    }
    return false;
}

enum zj_rule_id board_breaks(const struct reading *x, const struct zj_lessons *p, bool *lacks)
{
    struct reading_result r;
    enum zj_rule_id broken = ZJ_N_ALL_RULES;

    reading_judge(x, p, &r);
    *lacks = r.implied[ZJ_R_pins] > 0;
    if (breaks_forbidding_pin(x, p))
        return ZJ_R_pins;
    for (int id = 0; id < ZJ_N_ALL_RULES; id++)
        if (r.implied[id] > 0 && id != ZJ_R_pins)
            broken = (enum zj_rule_id)id;
    for (int i = 0; i < x->pol->n_lesson_rules; i++) {
        const struct zj_rule *rule = &x->pol->lesson_rule[i];
        if (!rule->hard || r.rule[i] == 0)
            continue;
        if (board_may_lack(rule->id))
            *lacks = true;
        else
            broken = rule->id;
    }
    return broken;
}

/* ---- do lessons fit the stays and shares? ---- */

static int position_of(const struct zj_instance *in, const struct zj_lesson *l)
{
    const struct zj_day_plan *bells = &in->bells[l->school];

    for (int i = 0; i < bells->n; i++)
        if (bells->v[i].id == l->period)
            return i;
    return -1;
}

static bool same_campus(const struct zj_instance *in, int a, int b)
{
    return a == b || (in->school[a].campus != -1 && in->school[a].campus == in->school[b].campus);
}

/* The stays of a slot, one after the other. */
static int next_stay(const struct tt_week *w, int slot, int from)
{
    while (from < w->n_stays && w->stay[from].slot != slot)
        from++;
    return from;
}

/* Can lessons v[0 .. n-1] of a day, in their order, go through the stays of the slot from `stay` on? */
static bool goes_through(const struct zj_instance *in, const struct tt_week *w, int slot, int stay,
                         const struct zj_lesson *v, int n)
{
    if (n == 0)
        return true;
    if (stay >= w->n_stays)
        return false;
    /* The stays that are one with this one: the next ones of the slot, as long as the campus is the same. */
    int end = next_stay(w, slot, stay + 1);
    while (end < w->n_stays && same_campus(in, w->stay[end].school, w->stay[stay].school))
        end = next_stay(w, slot, end + 1);
    bool fits = false;
    for (int s = stay; s < end && s < w->n_stays; s = next_stay(w, slot, s + 1)) {
        int at = position_of(in, v);
        fits |= w->stay[s].school == v->school && w->stay[s].from <= at && at <= w->stay[s].to;
    }
    return (fits && goes_through(in, w, slot, stay, v + 1, n - 1)) || goes_through(in, w, slot, end, v, n);
}

static int block_of(const struct zj_instance *in, const struct zj_lesson *l)
{
    for (int b = 0; b < in->n_blocks; b++)
        if (in->block[b].class_id == l->class_id && in->block[b].subject == l->subject &&
            in->block[b].school == l->school)
            return b;
    return -1;
}

/* Blocks with that many of the lessons. */
static int given(const struct tt_problem *p, const struct tt_share *s, const struct zj_lesson *v, int n)
{
    int sum = 0;

    for (int b = 0; b < p->in->n_blocks; b++) {
        int lessons = 0;
        for (int i = 0; i < n; i++)
            lessons += block_of(p->in, &v[i]) == b;
        if (p->group_of[b] == s->group)
            sum += lessons == s->level;
    }
    return sum;
}

static bool shares_are_given(const struct tt_problem *p, const struct tt_week *w, const struct zj_lesson *v,
                             int n)
{
    int lessons = 0;

    for (int i = 0; i < w->n_shares; i++) {
        if (given(p, &w->share[i], v, n) != w->share[i].count)
            return false;
        lessons += w->share[i].count * w->share[i].level;
    }
    return lessons == n;
}

static bool fits_days(const struct search *s)
{
    const struct zj_instance *in = s->p->in;
    struct zj_lesson day[64];

    for (int slot = 0; slot < in->n_days; slot++) {
        int n = 0;
        for (int i = 0; i < s->own.n && n < 64; i++)
            if (s->own.v[i].day == s->day_of[slot])
                day[n++] = s->own.v[i];
        if (s->day_of[slot] >= 0 && !goes_through(in, s->week, slot, next_stay(s->week, slot, 0), day, n))
            return false;
    }
    return true;
}

/* ---- days of the slots ---- */

typedef bool with_days(struct search *s);

static bool day_is_taken(const struct search *s, int slot, int day)
{
    for (int i = 0; i < MAX_DAYS; i++)
        if (i != slot && s->day_of[i] == day)
            return true;
    return false;
}

/* Give days to slot and those after it, in every way, until `then` is content. */
static bool each_days(struct search *s, int slot, with_days *then)
{
    int stay = next_stay(s->week, slot, 0);

    if (slot >= s->p->in->n_days)
        return then(s);
    if (stay == s->week->n_stays)
        return each_days(s, slot + 1, then);
    for (int d = 0; d < s->p->in->n_days; d++) {
        if ((s->week->stay[stay].day >= 0 && s->week->stay[stay].day != d) || day_is_taken(s, slot, d))
            continue;
        s->day_of[slot] = d;
        if (each_days(s, slot + 1, then))
            return true;
        s->day_of[slot] = -1;
    }
    return false;
}

static void no_days(struct search *s)
{
    for (int i = 0; i < MAX_DAYS; i++)
        s->day_of[i] = -1;
}

static bool lessons_are_on_days(struct search *s)
{
    for (int i = 0; i < s->own.n; i++)
        if (!day_is_taken(s, -1, s->own.v[i].day))
            return false;
    return fits_days(s);
}

bool is_placement(const struct tt_problem *p, const struct tt_week *week, const struct zj_lesson *v, int n)
{
    struct search s = {.p = p, .week = week};

    if (!shares_are_given(p, week, v, n))
        return false;
    no_days(&s);
    for (int i = 0; i < n; i++)
        zj_lessons_add(&s.own, &v[i]);
    zj_lessons_sort(p->in, &s.own);
    bool fits = each_days(&s, 0, lessons_are_on_days);
    zj_lessons_release(&s.own);
    return fits;
}

/* ---- lessons in every way ---- */

static bool is_lawful(struct search *s)
{
    struct zj_lessons all = {0};
    bool lacks;

    for (int i = 0; i < s->others->n; i++)
        zj_lessons_add(&all, &s->others->v[i]);
    for (int i = 0; i < s->own.n; i++)
        zj_lessons_add(&all, &s->own.v[i]);
    bool lawful = board_breaks(s->x, &all, &lacks) == ZJ_N_ALL_RULES;
    zj_lessons_release(&all);
    return lawful && is_placement(s->p, s->week, s->own.v, s->own.n);
}

static bool overlaps(const struct search *s, const struct zj_lesson *l, const struct zj_lessons *p)
{
    const struct zj_instance *in = s->p->in;
    const struct zj_period *at = &in->bells[l->school].v[position_of(in, l)];

    for (int i = 0; i < p->n; i++) {
        const struct zj_lesson *k = &p->v[i];
        const struct zj_period *then = &in->bells[k->school].v[position_of(in, k)];
        if (k->day == l->day && (k->teacher == l->teacher || k->class_id == l->class_id) &&
            at->start < then->end && then->start < at->end)
            return true;
    }
    return false;
}

/* Does some stay of the day hold the position? */
static bool is_within(const struct search *s, int school, int day, int position)
{
    for (int i = 0; i < s->week->n_stays; i++) {
        const struct tt_stay *stay = &s->week->stay[i];
        if (stay->school == school && s->day_of[stay->slot] == day && stay->from <= position &&
            position <= stay->to)
            return true;
    }
    return false;
}

static bool next_block(struct search *s, int block);

/* `more` lessons of the block in cells from `cell` on, then the next block. */
static bool lessons_of(struct search *s, int block, int cell, int more)
{
    const struct zj_instance *in = s->p->in;
    const struct zj_block *b = &in->block[block];
    const struct zj_day_plan *bells = &in->bells[b->school];

    if (--s->nodes_left < 0)
        return false;
    if (more == 0)
        return next_block(s, block + 1);
    for (; cell < in->n_days * bells->n; cell++) {
        const int day = cell / bells->n, position = cell % bells->n;
        const struct zj_lesson l = {s->week->teacher, b->school, b->class_id,
                                    b->subject,       day,       bells->v[position].id};
        if (!is_within(s, b->school, day, position) ||
            !reading_allows(s->x, l.teacher, block, day, &bells->v[position]) || overlaps(s, &l, s->others) ||
            overlaps(s, &l, &s->own))
            continue;
        zj_lessons_add(&s->own, &l);
        bool found = lessons_of(s, block, cell + 1, more - 1);
        s->own.n--;
        if (found)
            return true;
    }
    return false;
}

/* The block gets the level of one of its group's shares, or nothing. */
static bool next_block(struct search *s, int block)
{
    const struct tt_week *w = s->week;

    if (block == s->p->in->n_blocks) {
        for (int i = 0; i < w->n_shares; i++)
            if (s->left[i] > 0)
                return false;
        return is_lawful(s);
    }
    if (next_block(s, block + 1))
        return true;
    for (int i = 0; i < w->n_shares; i++) {
        const struct tt_share *share = &w->share[i];
        if (share->group != s->p->group_of[block] || s->left[i] == 0)
            continue;
        s->left[i]--;
        bool found = lessons_of(s, block, 0, share->level);
        s->left[i]++;
        if (found)
            return true;
    }
    return false;
}

static bool begin(struct search *s)
{
    return next_block(s, 0);
}

enum place_truth brute_place(const struct reading *x, const struct tt_problem *p,
                             const struct zj_lessons *others, const struct tt_week *week, int64_t nodes)
{
    struct search s = {.x = x, .p = p, .week = week, .others = others, .nodes_left = nodes};

    s.left = zj_calloc((size_t)week->n_shares + 1, sizeof *s.left);
    for (int i = 0; i < week->n_shares; i++)
        s.left[i] = week->share[i].count;
    no_days(&s);
    bool found = each_days(&s, 0, begin);
    free(s.left);
    zj_lessons_release(&s.own);
    return found ? PLACE_POSSIBLE : s.nodes_left < 0 ? PLACE_UNKNOWN : PLACE_IMPOSSIBLE;
}
