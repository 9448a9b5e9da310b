#include "models/timetable/run.h"

#include "models/timetable/collide.h"
#include "models/timetable/hopeless.h"
#include "models/timetable/search.h"
#include "solver/base/whole.h"

#include <stdlib.h>
#include <string.h>

/* Steps of local search are for each lesson; shares are hundredths of the time that is left. */
enum {
    FEWEST_STEPS = 4000, /* at least, in all */
    FIRST_STEPS = 80,    /* before stage 1 */
    MAIN_STEPS = 250,    /* after the dive */
    LONG_STEPS = 8000,   /* instead, when there is a time limit: one long search finds most */
    LONG_TIMES = 2,
    LESSON_STEPS = 1200, /* for lessons alone, before that */
    LESSON_HEAT = 50,    /* minutes */
    LESSON_SHARE = 45,
    WARM_STEPS = 30, /* between neighbourhoods */
    FIRST_SHARE = 15,
    MAIN_SHARE = 40,
    LONG_SHARE = 45,
    ROOT_SHARE = 150,   /* of the time that the first bounds took, for those of the last plan at least */
    LAST_SHARE = 15,    /* for the bounds of the last plan */
    WARM_EVERY = 10,    /* neighbourhoods */
    PATIENCE = 24,      /* neighbourhoods of a part without success before a new beginning, or the end */
    FRUITLESS = 6,      /* new beginnings, each twice as long, without success before the search gives up */
    FULL_EFFORT = 100,  /* with a smaller node limit the local search is shorter, too */
    USUAL_ROUNDS = 150, /* neighbourhoods of a part at most, unless a limit is given */
    USUAL_NODES = 200,  /* cases of branch and price in a part and tier at most, for the last plan */
};

static bool proved(const struct tt_search *s, enum zj_tier tier, int gap_permille)
{
    return s->bound[tier] != -LP_INF && zj_within_gap(s->value[tier], s->bound[tier], gap_permille);
}

static bool all_proved(const struct tt_search *s, int gap_permille)
{
    return s->lack == 0 && proved(s, ZJ_T_UNMET, gap_permille) && proved(s, ZJ_T_SOFT, gap_permille) &&
           proved(s, ZJ_T_TRAVEL, gap_permille);
}

/*
 * So many hundredths of the time left are over, but for what the last bounds need; 0 = there is no deadline.
 */
static int64_t moment(const struct tt_search *s, int share)
{
    const int64_t now = lp_clock_ms(), left = s->limits.deadline - now;
    const int64_t spare = left - s->bounds_ms * ROOT_SHARE / 100, mine = left * share / 100;

    return s->limits.deadline ? now + (mine < spare ? mine : spare) : 0;
}

/* Steps of local search, so many for each lesson. */
static int64_t steps_of(const struct tt_search *s, int64_t each)
{
    int64_t lessons = 0;

    for (int b = 0; b < s->p->in->n_blocks; b++)
        lessons += s->p->in->block[b].periods;
    return FEWEST_STEPS + each * lessons;
}

static void polish(struct tt_search *s, enum tt_aim aim, int64_t each, int heat, int share)
{
    tt_search_polish(s, aim, steps_of(s, each), heat, moment(s, share));
}

static enum zj_status bounds(struct tt_search *s, int64_t nodes, struct zj_err *err)
{
    static const enum zj_tier first[] = {ZJ_T_UNMET, ZJ_T_SOFT, ZJ_T_TRAVEL};

    for (size_t k = 0; k < sizeof first / sizeof first[0] && !tt_search_stopped(s); k++)
        ZJ_TRY(tt_search_bound(s, first[k], nodes, err));
    return ZJ_OK;
}

/* New weeks for a few, so many rounds without success. */
static enum zj_status improve_few(struct tt_search *s, const struct tt_options *opt, int64_t most,
                                  int64_t until, bool *any, struct zj_err *err)
{
    *any = false;
    for (int i = 0, without = 0; without <= PATIENCE * s->parts.n && s->rounds < most; i++) {
        bool better;
        if (all_proved(s, opt->gap_permille) || tt_search_stopped(s) || (until && lp_clock_ms() > until))
            return ZJ_OK;
        ZJ_TRY(tt_search_neighbours(s, i % s->parts.n, &better, err));
        if (i % WARM_EVERY == WARM_EVERY - 1) {
            const int64_t travel = s->value[ZJ_T_TRAVEL];
            polish(s, TT_WAYS, WARM_STEPS, TT_WARM, MAIN_SHARE);
            better |= s->value[ZJ_T_TRAVEL] != travel;
        }
        without = better ? 0 : without + 1;
        *any |= better;
    }
    return ZJ_OK;
}

/* Until everything is proved, or nothing helps any more, or the time is over that bounds leave. */
static enum zj_status improve(struct tt_search *s, const struct tt_options *opt, bool *out_of_rounds,
                              struct zj_err *err)
{
    const int64_t until = moment(s, 100 - LAST_SHARE);
    const int64_t most = opt->node_limit ? opt->node_limit
                         : until         ? INT64_MAX
                                         : (int64_t)USUAL_ROUNDS * s->parts.n;
    int64_t steps = MAIN_STEPS;
    bool any;

    for (int fruitless = 0; s->parts.n > 0; steps *= 2) {
        ZJ_TRY(improve_few(s, opt, most, until, &any, err));
        fruitless = any ? 0 : fruitless + 1;
        if (all_proved(s, opt->gap_permille) || tt_search_stopped(s) || (until && lp_clock_ms() > until))
            return ZJ_OK;
        if (!until || s->rounds >= most || fruitless > FRUITLESS)
            break;
        polish(s, TT_WAYS, steps, TT_HOT, MAIN_SHARE);
    }
    *out_of_rounds = s->parts.n > 0;
    return ZJ_OK;
}

static int placed(const struct zj_lessons *l, const struct zj_block *b)
{
    int n = 0;

    for (int i = 0; i < l->n; i++)
        n += l->v[i].class_id == b->class_id && l->v[i].subject == b->subject;
    return n;
}

static void list_unmet(const struct tt_search *s, struct tt_outcome *o)
{
    const struct zj_instance *in = s->p->in;

    o->unmet = zj_calloc((size_t)in->n_blocks + 1, sizeof *o->unmet);
    for (int i = 0; i < in->n_blocks; i++) {
        const struct zj_block *b = &in->block[i];
        int missing = b->periods - placed(&o->lessons, b);
        if (missing <= 0)
            continue;
        struct zj_unmet *u = &o->unmet[o->n_unmet++];
        *u = (struct zj_unmet){.term = -1,
                               .school = b->school,
                               .class_id = b->class_id,
                               .subject = b->subject,
                               .periods = missing,
                               .rule = -1};
        u->because = tt_board_because(s->best, i, &u->rule);
    }
}

/* No lawful week was found so far: is there one at all? It is taken over, or the search is hopeless. */
static enum zj_status ask_whether(struct tt_search *s, const struct tt_options *opt, struct tt_outcome *o,
                                  struct zj_err *err)
{
    struct tt_collide c = {.in = s->p->in, .pol = s->p->pol, .keep = opt->keep, .limits = s->limits};
    struct zj_lessons lessons = {0};
    enum mc_found found = MC_OPEN;

    o->hopeless = tt_hopeless(s->p);
    if (o->hopeless)
        return ZJ_OK;
    c.limits.deadline = moment(s, MAIN_SHARE);
    c.limits.nodes = opt->node_limit;
    enum zj_status st = tt_collide_probe(&c, NULL, &found, &lessons, err);
    o->hopeless = found == MC_COLLIDE;
    if (st == ZJ_OK && found == MC_AGREE) {
        struct tt_board *board = tt_board_copy(s->best);
        tt_board_set(board, &lessons);
        tt_search_offer(s, board);
    }
    zj_lessons_release(&lessons);
    return st;
}

/* With time enough: first the lessons, whatever the ways, then the ways of a plan that has them. */
static void search_long(struct tt_search *s)
{
    if (s->lack > 0 || !proved(s, ZJ_T_UNMET, 0) || !proved(s, ZJ_T_SOFT, 0))
        polish(s, TT_LESSONS, LESSON_STEPS, LESSON_HEAT, LESSON_SHARE);
    for (int n = 0; n < LONG_TIMES && !tt_search_stopped(s) && !all_proved(s, 0); n++)
        polish(s, TT_WAYS, LONG_STEPS, TT_HOT, LONG_SHARE);
}

static enum zj_status search(struct tt_search *s, const struct tt_options *opt, struct tt_outcome *o,
                             struct zj_err *err)
{
    const int64_t nodes = opt->node_limit && opt->node_limit < USUAL_NODES ? opt->node_limit : USUAL_NODES;

    tt_board_greedy(s->best);
    polish(s, TT_ALL, opt->any_plan ? 1 : FIRST_STEPS, TT_HOT, FIRST_SHARE);
    if (s->lack > 0)
        tt_search_afresh(s, steps_of(s, FIRST_STEPS), moment(s, FIRST_SHARE));
    if (s->lack > 0 && !tt_search_stopped(s))
        ZJ_TRY(ask_whether(s, opt, o, err));
    if (tt_search_stopped(s) || o->hopeless || (opt->any_plan && s->lack == 0))
        return ZJ_OK;
    tt_search_prepare(s);
    const int64_t began = lp_clock_ms();
    ZJ_TRY(bounds(s, 0, err));
    s->bounds_ms = lp_clock_ms() - began;
    if (!tt_search_stopped(s) && !all_proved(s, opt->gap_permille))
        ZJ_TRY(tt_search_dive(s, err));
    if (!tt_search_stopped(s) && !all_proved(s, opt->gap_permille)) {
        if (s->limits.deadline)
            search_long(s);
        else
            polish(s, TT_ALL, MAIN_STEPS, TT_HOT, MAIN_SHARE);
    }
    ZJ_TRY(improve(s, opt, &o->out_of_rounds, err));
    if (!tt_search_stopped(s))
        polish(s, TT_WAYS, WARM_STEPS, TT_WARM, MAIN_SHARE);
    ZJ_TRY(bounds(s, 0, err)); /* of every tier, before much is spent on one */
    ZJ_TRY(bounds(s, nodes, err));
    if (!tt_search_stopped(s))
        ZJ_TRY(tt_search_fairness(s, err));
    if (!tt_search_stopped(s))
        ZJ_TRY(tt_search_bound(s, ZJ_T_WISHES, 0, err));
    return ZJ_OK;
}

/* Tiers that cannot be below nothing. */
static void plain_bounds(struct tt_search *s)
{
    static const enum zj_tier plain[] = {ZJ_T_UNMET,    ZJ_T_SOFT, ZJ_T_TRAVEL,
                                         ZJ_T_FAIRNESS, ZJ_T_IDLE, ZJ_T_STABILITY};

    for (size_t k = 0; k < sizeof plain / sizeof plain[0]; k++)
        if (s->bound[plain[k]] < 0)
            s->bound[plain[k]] = 0;
}

enum zj_status tt_run(const struct tt_component *c, const struct zj_policy *pol, const struct tt_options *opt,
                      const struct lp_limits *limits, int copy, struct tt_outcome *o, struct zj_err *err)
{
    struct tt_problem p;
    struct tt_search s;

    memset(o, 0, sizeof *o);
    tt_problem_init(&p, &c->in, pol);
    tt_search_init(&s, &p, opt->keep ? &c->keep : NULL, limits, copy);
    if (opt->node_limit && opt->node_limit < FULL_EFFORT)
        s.effort = (int)(5 + 95 * opt->node_limit / FULL_EFFORT);
    enum zj_status status = search(&s, opt, o, err);
    if (status == ZJ_OK) {
        plain_bounds(&s);
        tt_board_lessons(s.best, &o->lessons);
        zj_lessons_sort(&c->in, &o->lessons);
        o->lack = s.lack;
        o->rounds = s.rounds;
        memcpy(o->value, s.value, sizeof o->value);
        memcpy(o->bound, s.bound, sizeof o->bound);
        list_unmet(&s, o);
        status = tt_outcome_check(o, err);
    }
    tt_search_release(&s);
    tt_problem_release(&p);
    return status;
}
