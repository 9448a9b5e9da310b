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
    return cost > BOARD_NO_COST - 1 ? BOARD_NO_COST - 1 : cost < -BOARD_NO_COST ? -BOARD_NO_COST : (int)cost;
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

int board_week_cost(const struct board_search *s, int teacher, int reach, int day)
{
    const struct board_teacher *t = &s->b->base->teacher[teacher];
    const struct board_reach *r = &t->reach[reach];
    const struct board_week *week = &s->b->week[teacher];
    const unsigned char days = s->b->days_at[t->first_campus + r->campus];
    struct board_week_facts w = week->facts;
    int64_t soft = 0;

    w.n++;
    w.campuses += days == 0;
    if (w.n > t->hard->week || (days == 0 && w.campuses > t->hard->campuses_week))
        return BOARD_NO_COST;
    for (int i = 0; i < t->n_charges; i++) {
        const struct board_charge *c = &t->charge[i];
        soft += c->weight * (c->rule == ZJ_R_load
                                 ? tt_load_week(&w, &c->limits) - tt_load_week(&week->facts, &c->limits)
                             : c->rule == ZJ_R_schools
                                 ? tt_schools_week(&w, &c->limits) - tt_schools_week(&week->facts, &c->limits)
                                 : 0);
    }
    if (r->campus > 0 && !(days >> day & 1)) {
        const int n = __builtin_popcount(days);
        if (tt_visiting_days_over(n + 1, &r->visit) > 0)
            return BOARD_NO_COST;
        for (int i = 0; i < t->n_visit_charges; i++)
            soft += t->visit_charge[i].weight * (tt_visiting_days_over(n + 1, &t->visit_charge[i].limits) -
                                                 tt_visiting_days_over(n, &t->visit_charge[i].limits));
    }
    return clamp(s->price.soft * soft);
}

int board_way_cost(const struct board_search *s, int teacher, const struct board_change *c)
{
    const struct board_teacher *t = &s->b->base->teacher[teacher];
    const struct board_week *week = &s->b->week[teacher];
    struct board_week_facts w = week->facts;
    int64_t soft = 0;

    if (!t->week_ways)
        return 0;
    for (int k = 0; k < 2; k++) {
        w.minutes[k] += c->minutes[k];
        w.metres[k] += c->metres[k];
    }
    if (tt_travel_limit_week(&w, t->hard) > tt_travel_limit_week(&week->facts, t->hard))
        return BOARD_NO_COST;
    for (int i = 0; i < t->n_charges; i++) {
        const struct tt_limits *l = &t->charge[i].limits;
        int more = t->charge[i].rule == ZJ_R_travel_limit
                       ? tt_travel_limit_week(&w, l) - tt_travel_limit_week(&week->facts, l)
                   : t->charge[i].rule == ZJ_R_fairness
                       ? tt_fairness_week(&w, l) - tt_fairness_week(&week->facts, l)
                       : 0;
        soft += t->charge[i].weight * more;
    }
    return clamp(s->price.soft * soft);
}
