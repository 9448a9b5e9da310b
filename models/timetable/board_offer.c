/*
 * board_offer.c - what one more lesson would cost a teacher's day and week.
 */
#include "models/timetable/board_search.h"

/* Weighted cost of a day but for its ways' sums over the week. */
static int64_t day_cost(const struct board_prices *p, const struct board_day_sum *d)
{
    return p->broken * d->gap + p->soft * d->soft + p->travel * d->minutes[1] + p->idle * d->idle +
           p->wishes * d->wishes;
}

static int clamp(int64_t cost)
{
    return cost > BOARD_NO_COST ? BOARD_NO_COST : cost < -BOARD_NO_COST ? -BOARD_NO_COST : (int)cost;
}

static void make_offer(struct board_search *s, int teacher, int reach, int day, struct board_offer *o)
{
    const struct board_base *base = s->b->base;
    const struct board_reach *r = &base->teacher[teacher].reach[reach];
    const struct board_bells *bells = base->bells[r->school];
    const struct board_day *now = &s->b->day[teacher * base->n_days + day];
    const int64_t cost = day_cost(&s->price, &now->sum);
    struct board_cell cell[BOARD_DAY_CELLS];

    o->version = now->version;
    o->mask = 0;
    if (now->n == BOARD_DAY_CELLS)
        return;
    for (int i = 0; i < bells->n; i++) {
        const struct board_cell x = {.block = base->first_block[r->school],
                                     .reach = (short)reach,
                                     .campus = (short)r->campus,
                                     .position = i,
                                     .bell = &bells->v[i]};
        struct board_day_sum then;
        if (!(r->free[day] >> i & 1))
            continue;
        int at = board_insert_cell(now, &x, cell);
        if ((at > 0 && cell[at - 1].bell->end > x.bell->start) ||
            (at < now->n && x.bell->end > cell[at + 1].bell->start))
            continue;
        board_sum_day(base, teacher, day, cell, now->n + 1, &then);
        if (then.clash > now->sum.clash)
            continue;
        o->mask |= 1u << i;
        then.soft -= base->task[x.block].avoid[i];
        o->at[i].cost = clamp(day_cost(&s->price, &then) - cost);
        for (int k = 0; k < 2; k++) {
            o->at[i].minutes[k] = then.minutes[k] - now->sum.minutes[k];
            o->at[i].metres[k] = then.metres[k] - now->sum.metres[k];
        }
    }
}

const struct board_offer *board_offer_of(struct board_search *s, int teacher, int reach, int day)
{
    const int n_days = s->b->base->n_days;
    struct board_offer *o = &s->offer[s->first_offer[teacher] + reach * n_days + day];

    if (o->version != s->b->day[teacher * n_days + day].version)
        make_offer(s, teacher, reach, day, o);
    return o;
}

/* What the soft rules on the teacher's week cost more with `then`; BOARD_NO_COST when a hard one is
   broken. */
static int64_t week_change(const struct board_search *s, int teacher, const struct board_week_facts *then)
{
    const struct board_teacher *t = &s->b->base->teacher[teacher];
    const struct board_week_facts *now = &s->b->week[teacher].facts;
    int64_t soft = 0;

    if (board_week_limits_over(then, t->hard) > board_week_limits_over(now, t->hard))
        return BOARD_NO_COST;
    for (int i = 0; i < t->n_charges; i++) {
        const struct board_charge *c = &t->charge[i];
        soft += c->weight *
                (board_week_over(then, c->rule, &c->limits) - board_week_over(now, c->rule, &c->limits));
    }
    return s->price.soft * soft;
}

int board_week_cost(const struct board_search *s, int teacher, int reach, int day)
{
    const struct board_teacher *t = &s->b->base->teacher[teacher];
    const struct board_reach *r = &t->reach[reach];
    const unsigned days = s->b->days_at[t->first_campus + r->campus];
    const int n = __builtin_popcount(days);
    struct board_week_facts w = s->b->week[teacher].facts;
    int64_t cost;

    w.n++;
    w.campuses += days == 0;
    cost = week_change(s, teacher, &w);
    if (cost == BOARD_NO_COST || r->campus == 0 || days >> day & 1)
        return clamp(cost);
    if (tt_visiting_days_over(n + 1, &r->visit) > 0)
        return BOARD_NO_COST;
    for (int i = 0; i < t->n_visit_charges; i++) {
        const struct tt_visit_limits *l = &t->visit_charge[i].limits;
        cost += s->price.soft * t->visit_charge[i].weight *
                (tt_visiting_days_over(n + 1, l) - tt_visiting_days_over(n, l));
    }
    return clamp(cost);
}

int board_way_cost(const struct board_search *s, int teacher, const struct board_change *c)
{
    struct board_week_facts w = s->b->week[teacher].facts;

    if (!s->b->base->teacher[teacher].week_ways)
        return 0;
    for (int k = 0; k < 2; k++) {
        w.minutes[k] += c->minutes[k];
        w.metres[k] += c->metres[k];
    }
    return clamp(week_change(s, teacher, &w));
}
