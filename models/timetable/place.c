/*
 * place.c - the proposed days of a week are tried on the real ones; the best lawful placement is kept.
 */
#include "models/timetable/place.h"

#include <stdlib.h>
#include <string.h>

enum {
    TRIES = 4000
}; /* flows for one week: 120 orders of five days, some cuts each, some choices of blocks each */

/* ---- from the proposal ---------------------------------------------------------------------- */

static unsigned range_mask(const struct tt_stay *s)
{
    return ((2u << s->to) - 1) & ~((1u << s->from) - 1);
}

static bool add_stays(struct place *p, const struct tt_week *week)
{
    const struct board_teacher *t = &p->b->base->teacher[p->teacher];

    if (week->n_stays > PLACE_MAX_STAYS)
        return false;
    for (int i = 0; i < week->n_stays; i++) {
        const struct tt_stay *s = &week->stay[i];
        const struct board_reach *r = board_reach_of(t, s->school);
        if (!r || s->slot < 0 || s->slot >= p->b->base->n_days)
            return false;
        p->stay[p->n_stays++] = (struct place_stay){
            .slot = s->slot, .school = s->school, .reach = (int)(r - t->reach), .range = range_mask(s)};
        if (s->slot >= p->n_slots)
            p->n_slots = s->slot + 1;
        p->slot_fixed[s->slot] = s->day >= 0;
        p->slot_day[s->slot] = s->day;
    }
    return true;
}

static struct place_group *group_of(struct place *p, int group)
{
    int i = 0;

    while (i < p->n_groups && p->group[i].group != group)
        i++;
    if (i == p->n_groups)
        p->group[p->n_groups++] = (struct place_group){.group = group};
    return &p->group[i];
}

int place_lacks(const struct place *p, int block)
{
    return p->b->base->task[block].periods - p->b->block[block].n;
}

/* Blocks of the group that can take one of the levels: untouched ones, where they need one teacher. */
static int add_blocks(struct place *p, int number)
{
    const struct board_base *base = p->b->base;
    const struct place_group *g = &p->group[number];
    const struct tt_group *like = &base->p->group[g->group];
    const struct board_reach *r = board_reach_of(&base->teacher[p->teacher], like->school);
    int least = INT_MAX, n = 0;

    for (int i = 0; i < g->n_levels; i++)
        least = g->level[i] < least ? g->level[i] : least;
    for (int i = 0; r && i < like->n; i++) {
        const int block = like->block[i];
        if (place_lacks(p, block) < least || (like->limits.one_teacher && p->b->block[block].n > 0))
            continue;
        p->block[p->n_blocks++] = (struct place_block){.block = block,
                                                       .group = number,
                                                       .reach = (int)(r - base->teacher[p->teacher].reach),
                                                       .level = -1};
        n++;
    }
    return n;
}

static bool add_shares(struct place *p, const struct tt_week *week)
{
    for (int i = 0; i < week->n_shares; i++) {
        const struct tt_share *s = &week->share[i];
        struct place_group *g = group_of(p, s->group);
        g->level[g->n_levels] = s->level;
        g->count[g->n_levels++] = s->count;
        g->units += s->level * s->count;
        p->n_lessons += s->level * s->count;
    }
    for (int i = 0; i < p->n_groups; i++) {
        int needed = 0;
        for (int k = 0; k < p->group[i].n_levels; k++)
            needed += p->group[i].count[k];
        if (add_blocks(p, i) < needed)
            return false;
    }
    return true;
}

bool place_init(struct place *p, struct tt_board *b, const struct tt_week *week)
{
    size_t blocks = 1;

    memset(p, 0, sizeof *p);
    p->b = b;
    p->budget = TRIES;
    p->teacher = b->base->number[week->teacher];
    if (p->teacher < 0)
        return false;
    for (int i = 0; i < week->n_shares; i++)
        blocks += (size_t)b->base->p->group[week->share[i].group].n;
    p->block = zj_calloc(blocks, sizeof *p->block);
    p->group = zj_calloc((size_t)week->n_shares + 1, sizeof *p->group);
    if (!add_stays(p, week) || !add_shares(p, week))
        return false;
    p->lesson = zj_calloc((size_t)p->n_lessons + 1, sizeof *p->lesson);
    p->best = zj_calloc((size_t)p->n_lessons + 1, sizeof *p->best);
    return true;
}

void place_release(struct place *p)
{
    free(p->block);
    free(p->group);
    free(p->lesson);
    free(p->best);
}

/* ---- one attempt ---------------------------------------------------------------------------- */

void place_put(struct place *p, int n)
{
    for (int i = 0; i < n; i++) {
        const struct place_lesson *x = &p->lesson[i];
        const struct board_lesson at = {(short)p->teacher, (signed char)x->day, (signed char)x->position};
        board_put(p->b, p->block[x->block].block, &at);
    }
}

/* Where others stand in the way: the placement whose positions are cheapest to clear. */
static void keep_coolest(struct place *p)
{
    int64_t price = 0;

    for (int i = 0; i < p->n_lessons; i++) {
        const struct place_lesson *x = &p->lesson[i];
        if (place_rival(p, p->block[x->block].block, x->day, x->position) != -1)
            price += place_heat(p, p->block[x->block].block, x->day, x->position);
    }
    if (p->found && price >= p->price)
        return;
    p->found = true;
    p->price = price;
    memcpy(p->best, p->lesson, (size_t)p->n_lessons * sizeof *p->lesson);
}

/* The days and the times of all stays are set: find a placement, and keep it when it is the best. */
static void attempt(struct place *p)
{
    struct board_score score;

    if (p->budget <= 0 || place_flow(p) != PLACE_YES)
        return;
    if (p->heat) {
        keep_coolest(p);
        return;
    }
    board_begin(p->b);
    if (p->searching) {
        p->searching = !place_search(p);
    } else {
        place_put(p, p->n_lessons);
        board_settle(p->b);
    }
    board_score(p->b, &score);
    if (p->searching || score.v[BOARD_BROKEN] > 0) {
        p->unlawful = true;
    } else if (!p->found || board_score_compare(&score, &p->best_score) < 0) {
        p->found = true;
        p->best_score = score;
        memcpy(p->best, p->lesson, (size_t)p->n_lessons * sizeof *p->lesson);
    }
    board_undo(p->b);
}

/* ---- ways between the stays of a day -------------------------------------------------------- */

static const struct board_bell *bell_at(const struct place *p, const struct place_stay *s, int position)
{
    return &p->b->base->bells[s->school]->v[position];
}

/* Positions of `next` that a lesson of `s` at this position leaves. */
static unsigned reachable(const struct place *p, const struct place_stay *s, int position,
                          const struct place_stay *next)
{
    const struct board_base *base = p->b->base;
    const struct board_teacher *t = &base->teacher[p->teacher];
    const bool moves = t->reach[s->reach].campus != t->reach[next->reach].campus;
    const int way = moves ? board_minutes(base, s->school, next->school) : 0;

    if (way == ZJ_NONE)
        return 0;
    const struct board_bell *from = bell_at(p, s, position);
    const struct board_bells *bells = base->bells[next->school];
    const int at = from->end + way + (moves ? base->p->settle_of[t->teacher] : 0);
    unsigned left = at > BOARD_DAY_MINUTES ? 0 : ~0u << bells->first_from[at];
    for (int i = 0; i < bells->n && moves && t->hard->half_day; i++)
        left &= ~((unsigned)(bells->v[i].session == from->session) << i);
    return left;
}

static void try_cuts(struct place *p, int stay);

/*
 * Where one stay ends the next may begin: each last position with the positions it leaves, unless a later
 * one leaves as many; and one of the two stays empty, where that leaves more to the other.
 */
static void cut(struct place *p, int stay)
{
    struct place_stay *s = &p->stay[stay], *next = s + 1;
    const unsigned within = s->within;
    unsigned left, later = ~0u;

    for (int i = 31; i >= 0; i--) {
        if (!(within >> i & 1))
            continue;
        left = next->range & reachable(p, s, i, next);
        if (left == later)
            continue;
        s->within = within & ((2u << i) - 1);
        next->within = later = left;
        try_cuts(p, stay + 1);
    }
    if (later != next->range) {
        s->within = 0;
        next->within = next->range;
        try_cuts(p, stay + 1);
    }
    s->within = within;
}

static void try_cuts(struct place *p, int stay)
{
    if (stay >= p->n_stays) {
        attempt(p);
        return;
    }
    if (stay == 0 || p->stay[stay - 1].slot != p->stay[stay].slot)
        p->stay[stay].within = p->stay[stay].range;
    if (stay + 1 < p->n_stays && p->stay[stay + 1].slot == p->stay[stay].slot)
        cut(p, stay);
    else
        try_cuts(p, stay + 1);
}

/* ---- real days ------------------------------------------------------------------------------ */

/* Do two proposed days want the same? */
static bool same_slot(const struct place *p, int a, int b)
{
    int i = 0, k = 0;

    while (i < p->n_stays && p->stay[i].slot != a)
        i++;
    while (k < p->n_stays && p->stay[k].slot != b)
        k++;
    for (; i < p->n_stays && p->stay[i].slot == a && k < p->n_stays && p->stay[k].slot == b; i++, k++)
        if (p->stay[i].school != p->stay[k].school || p->stay[i].range != p->stay[k].range)
            return false;
    return (i == p->n_stays || p->stay[i].slot != a) && (k == p->n_stays || p->stay[k].slot != b);
}

static void try_days(struct place *p, int slot, unsigned used)
{
    if (slot == p->n_slots) {
        try_cuts(p, 0);
        return;
    }
    if (p->slot_fixed[slot]) {
        try_days(p, slot + 1, used);
        return;
    }
    int from = 0;
    for (int k = 0; k < slot; k++)
        if (!p->slot_fixed[k] && same_slot(p, k, slot))
            from = p->slot_day[k] + 1;
    for (int d = from; d < p->b->base->n_days && p->budget > 0; d++) {
        if (used >> d & 1)
            continue;
        p->slot_day[slot] = d;
        try_days(p, slot + 1, used | 1u << d);
    }
}

void place_try(struct place *p)
{
    unsigned used = 0;

    for (int i = 0; i < p->n_slots; i++) {
        if (!p->slot_fixed[i])
            continue;
        if (p->slot_day[i] >= p->b->base->n_days || used >> p->slot_day[i] & 1)
            return;
        used |= 1u << p->slot_day[i];
    }
    try_days(p, 0, used);
}

bool place_week(struct place *p)
{
    place_try(p);
    if (!p->found && p->unlawful) {
        p->searching = true;
        p->budget = TRIES;
        place_try(p);
    }
    if (!p->found)
        return false;
    memcpy(p->lesson, p->best, (size_t)p->n_lessons * sizeof *p->lesson);
    board_begin(p->b);
    place_put(p, p->n_lessons);
    board_settle(p->b);
    return true;
}

bool tt_board_place(struct tt_board *b, const struct tt_week *week)
{
    struct place p;
    const bool put = place_init(&p, b, week) && place_week(&p);

    place_release(&p);
    return put;
}
