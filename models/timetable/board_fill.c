/*
 * board_fill.c - the missing lessons of a block are put where they cost least.
 */
#include "models/timetable/board_search.h"

/* A place for one lesson. */
struct slot {
    int64_t cost;
    struct board_lesson at;
};

/* The slots of one teacher for the next lessons of a block, cheapest days first. */
struct choice {
    int64_t cost; /* of `n` lessons */
    int n;
    struct slot first;
};

/* What a lesson adds for rules on its block alone. BOARD_NO_COST when a hard one forbids. */
static int64_t block_cost(const struct board_search *s, int block, const struct board_lesson *x)
{
    const struct tt_board *b = s->b;
    const struct board_task *task = &b->base->task[block];
    const int n = b->block[block].n;
    struct board_lesson v[BOARD_MAX_DAYS * BOARD_MAX_PERIODS];
    int64_t cost = 0;

    if (n == 0 && task->hard->max_day > 0 && task->n_charges == 0 && !task->hard->doubles)
        return 0;
    if (n >= BOARD_MAX_DAYS * BOARD_MAX_PERIODS)
        return BOARD_NO_COST;
    for (int i = 0; i < n; i++)
        v[i] = b->lesson[task->first + i];
    v[n] = *x;
    if (tt_spread_over(v, n + 1, task->hard->max_day) > 0 ||
        tt_spread_near(v, n + 1, task->hard->min_gap) > 0 ||
        (task->hard->one_teacher && tt_one_teacher_block(v, n + 1) > 0))
        return BOARD_NO_COST;
    if (task->hard->doubles)
        cost += s->price.broken *
                (tt_double_singles(b->base, block, v, n + 1) - tt_double_singles(b->base, block, v, n));
    for (int i = 0; i < task->n_charges; i++) {
        const struct zj_rule *r = task->charge[i].rule;
        int more =
            tt_block_shortfall(b->base, r, block, v, n + 1) - tt_block_shortfall(b->base, r, block, v, n);
        cost += s->price.soft * task->charge[i].weight * more;
    }
    return cost;
}

/* Gains and losses with pins, synchronous classes, common free periods, soft rooms and the plan to keep. */
static int64_t other_cost(const struct board_search *s, int block, const struct board_lesson *x)
{
    const struct tt_board *b = s->b;
    const struct board_base *base = b->base;
    const struct board_task *task = &base->task[block];
    const struct board_teacher *t = &base->teacher[x->teacher];
    const struct board_bell *bell = &base->bells[task->school]->v[(int)x->position];
    int64_t cost = 0;

    for (int i = 0; i < task->pin.n; i++) {
        const int p = task->pin.v[i];
        if (b->pin_hits[p] == 0 && tt_pins_match(base, &base->in->pin[p], block, x))
            cost -= s->price.lack;
    }
    for (int i = 0; i < t->group.n; i++) {
        const int g = t->group.v[i];
        const int lost = __builtin_popcount(bell->covers & ~b->group_under[g * base->n_days + x->day]);
        if (lost > b->group_spare[g])
            cost += (base->group[g].weight ? s->price.soft * base->group[g].weight : s->price.lack) *
                    (lost - b->group_spare[g]);
    }
    for (int i = 0; i < task->room.n; i++) {
        const struct board_room *room = &base->room[task->room.v[i]];
        if (b->filled[room->first + x->day * base->bells[task->school]->n + x->position] >= room->capacity)
            cost += s->price.soft * room->weight;
    }
    for (int r = 0; r < base->n_sync_rules; r++) {
        const struct board_sync_rule *rule = &base->sync_rule[r];
        for (int i = 0; i < task->sync.n; i++)
            cost += (rule->weight ? s->price.soft * rule->weight : s->price.lack) *
                    board_sync_change(b, rule, task->sync.v[i], block, x);
    }
    if (base->keeps)
        cost += tt_stability_keeps(base, block, x) ? -s->price.stability : s->price.stability;
    return cost;
}

static bool plain(const struct board_base *base, const struct board_task *task, const struct board_teacher *t)
{
    return task->pin.n == 0 && t->group.n == 0 && task->room.n == 0 && task->sync.n == 0 && !base->keeps;
}

/* Where a pair can begin or end: positions with an open neighbour in their session. */
static unsigned with_neighbour(const struct board_bells *bells, unsigned open)
{
    unsigned out = 0;

    for (int i = 0; i + 1 < bells->n; i++)
        if (open >> i & open >> i >> 1 & 1 && bells->v[i].session == bells->v[i + 1].session)
            out |= 3u << i;
    return out;
}

static bool closed(const struct board_search *s, struct board_able who, int day)
{
    return who.teacher == s->closed.teacher && day == s->closed.day &&
           s->b->base->teacher[who.teacher].reach[who.reach].campus == s->closed.campus;
}

/* The cheapest slot on a day. */
static struct slot best_of_day(struct board_search *s, int block, struct board_able who, int day)
{
    const struct board_base *base = s->b->base;
    const struct board_task *task = &base->task[block];
    const struct board_offer *o = board_offer_of(s, who.teacher, who.reach, day);
    struct slot best = {.cost = BOARD_NO_COST, .at = {(short)who.teacher, (signed char)day, 0}};
    const unsigned mask = closed(s, who, day) ? 0 : o->mask;
    const unsigned free = mask ? mask & board_open(s->b, block, who.teacher, who.reach, day) : 0;
    unsigned open = mask && s->eject && !task->no_room
                        ? mask & board_allowed(s->b, block, who.teacher, who.reach, day)
                        : free;
    const bool is_plain = plain(base, task, &base->teacher[who.teacher]);
    int64_t week, same_day = 0;

    if (!open)
        return best;
    week = board_week_cost(s, who.teacher, who.reach, day);
    if (week == BOARD_NO_COST)
        return best;
    if (task->doubles && s->b->block[block].n % 2 == 0 && task->periods - s->b->block[block].n > 1)
        open = with_neighbour(base->bells[task->school], open);
    if (!task->doubles)
        same_day = block_cost(s, block, &best.at);
    if (same_day >= BOARD_NO_COST)
        return best;
    for (; open; open &= open - 1) {
        const int k = __builtin_ctz(open);
        const struct board_lesson x = {(short)who.teacher, (signed char)day, (signed char)k};
        const int ways = board_way_cost(s, who.teacher, &o->at[k]);
        int64_t cost = week + same_day + ways + o->at[k].cost + s->price.soft * task->avoid[k];
        if (ways == BOARD_NO_COST)
            continue;
        if (!is_plain)
            cost += other_cost(s, block, &x);
        if (task->doubles)
            cost += block_cost(s, block, &x);
        if (!(free >> k & 1))
            cost += s->eject;
        if (cost < best.cost)
            best = (struct slot){cost, x};
    }
    return best;
}

/* The cheapest days of one teacher for `want` more lessons; several a day count as the first does. */
static struct choice choose_days(struct board_search *s, int block, struct board_able who, int want)
{
    const struct board_base *base = s->b->base;
    const struct board_task *task = &base->task[block];
    struct slot day[BOARD_MAX_DAYS];
    struct choice out = {.first = {.cost = BOARD_NO_COST}};
    unsigned used = 0;

    for (int d = 0; d < base->n_days; d++)
        day[d] = best_of_day(s, block, who, d);
    while (out.n < want) {
        int best = -1;
        for (int d = 0; d < base->n_days; d++)
            if (!(used >> d & 1) && day[d].cost < BOARD_NO_COST && (best < 0 || day[d].cost < day[best].cost))
                best = d;
        if (best < 0)
            break;
        if (out.n == 0)
            out.first = day[best];
        int n = want - out.n < task->hard->max_day ? want - out.n : task->hard->max_day;
        out.n += n;
        out.cost += n * day[best].cost;
        for (int d = 0; d < base->n_days; d++)
            if (d == best || (d > best ? d - best : best - d) < task->hard->min_gap)
                used |= 1u << d;
    }
    return out;
}

static bool overlooked(struct board_search *s, int teacher)
{
    return teacher == s->banned || (s->blink > 0 && (unsigned)board_random(s, 1024) < s->blink);
}

/* The best teacher for the next lesson: for all that are missing where one teacher should have them all. */
static struct choice choose_teacher(struct board_search *s, int block, int only)
{
    const struct board_base *base = s->b->base;
    const struct board_task *task = &base->task[block];
    const int missing = task->periods - s->b->block[block].n;
    struct choice best = {.first = {.cost = BOARD_NO_COST}};
    int64_t best_cost = 0;

    for (int i = 0; i < base->n_able[task->group]; i++) {
        const struct board_able who = base->able[task->group][i];
        const struct board_teacher *t = &base->teacher[who.teacher];
        int room = t->hard->week - s->b->week[who.teacher].facts.n;
        int want = task->together ? missing : 1;
        if (room <= 0 || (only >= 0 ? who.teacher != only : overlooked(s, who.teacher)))
            continue;
        struct choice c = choose_days(s, block, who, room < want ? room : want);
        int64_t cost = c.cost + (want - c.n) * s->price.unmet * task->priority;
        if (c.n > 0 && (best.n == 0 || cost < best_cost)) {
            best = c;
            best_cost = cost;
        }
    }
    return best;
}

/* Whoever stands in the way of the lesson has to go. */
static void make_room(struct board_search *s, int block, const struct board_lesson *x)
{
    int rival, i;

    while ((i = board_rival(s->b, block, x->day, x->position, &rival)) >= 0) {
        board_take(s->b, rival, i);
        board_queue(s, rival);
    }
}

bool board_fill_pin(struct board_search *s, int pin)
{
    const struct board_base *base = s->b->base;
    struct slot best = {.cost = BOARD_NO_COST};
    int block = -1;

    for (int b = 0; b < base->n_blocks; b++) {
        const struct board_task *task = &base->task[b];
        if (!zj_ids_has(&task->pin, pin) || s->b->block[b].n == task->periods)
            continue;
        for (int i = 0; i < base->n_able[task->group]; i++)
            for (int d = 0; d < base->n_days; d++) {
                struct slot x = best_of_day(s, b, base->able[task->group][i], d);
                if (x.cost < best.cost && tt_pins_match(base, &base->in->pin[pin], b, &x.at)) {
                    best = x;
                    block = b;
                }
            }
    }
    if (block < 0)
        return false;
    if (s->eject)
        make_room(s, block, &best.at);
    board_put(s->b, block, &best.at);
    board_settle(s->b);
    return true;
}

/* At most `most` of the missing lessons of the block; with `only` >= 0 that teacher alone. */
static int fill(struct board_search *s, int block, int only, int most)
{
    const struct board_task *task = &s->b->base->task[block];
    const struct board_block *k = &s->b->block[block];
    int n = 0;

    while (n < most && k->n < task->periods) {
        struct choice c = choose_teacher(s, block, only);
        if (c.n == 0)
            break;
        if (s->eject)
            make_room(s, block, &c.first.at);
        board_put(s->b, block, &c.first.at);
        board_settle(s->b);
        if (task->together)
            only = c.first.at.teacher;
        n++;
    }
    return n;
}

int board_fill(struct board_search *s, int block)
{
    const struct board_task *task = &s->b->base->task[block];
    const bool begun = task->together && s->b->block[block].n > 0;

    return fill(s, block, begun ? s->b->lesson[task->first].teacher : -1, task->periods);
}

void board_fill_share(struct board_search *s, int teacher, const struct tt_share *share)
{
    const struct tt_group *g = &s->b->base->p->group[share->group];
    int left = share->count;

    for (int i = 0; i < g->n && left > 0; i++)
        if (s->b->block[g->block[i]].n == 0)
            left -= fill(s, g->block[i], teacher, share->level) > 0;
}
