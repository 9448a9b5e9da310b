#include "models/timetable/run.h"

#include "models/timetable/hopeless.h"
#include "models/timetable/search.h"
#include "solver/base/i18n.h"

#include <stdlib.h>
#include <string.h>

enum {
    FEWEST_STEPS = 4000, /* local search at least */
    FIRST_STEPS = 20,    /* for each lesson, before stage 1 */
    MAIN_STEPS = 250,    /* for each lesson, after the dive */
    PATIENCE = 24,       /* neighbourhoods of a part without success before the search gives up */
    FULL_EFFORT = 100,   /* with a smaller node limit the local search is shorter, too */
    USUAL_ROUNDS = 150,  /* neighbourhoods of a part at most, unless a limit is given */
    MAIN_SHARE = 50      /* of the time that is left, in hundredths, for the local search after the dive */
};

void tt_outcome_release(struct tt_outcome *o)
{
    zj_lessons_release(&o->lessons);
    free(o->unmet);
    memset(o, 0, sizeof *o);
}

static bool proved(const struct tt_search *s, enum zj_tier tier, int gap_permille)
{
    int64_t size = s->value[tier] < 0 ? -s->value[tier] : s->value[tier];

    return s->bound[tier] != -LP_INF && s->value[tier] - s->bound[tier] <= size * gap_permille / 1000;
}

static bool all_proved(const struct tt_search *s, int gap_permille)
{
    return s->lack == 0 && proved(s, ZJ_T_UNMET, gap_permille) && proved(s, ZJ_T_SOFT, gap_permille) &&
           proved(s, ZJ_T_TRAVEL, gap_permille);
}

/* Local search, so many steps for each lesson; with a deadline no longer than its share of the time left. */
static void polish(struct tt_search *s, int64_t steps, int share)
{
    int64_t lessons = 0, deadline = s->limits.deadline;

    for (int b = 0; b < s->p->in->n_blocks; b++)
        lessons += s->p->in->block[b].periods;
    if (deadline)
        deadline = lp_clock_ms() + (deadline - lp_clock_ms()) * share / 100;
    tt_search_improve(s, s->best, FEWEST_STEPS + steps * lessons, deadline);
    tt_board_values(s->best, s->value, &s->lack);
}

static enum zj_status bounds(struct tt_search *s, struct zj_err *err)
{
    static const enum zj_tier first[] = {ZJ_T_UNMET, ZJ_T_SOFT, ZJ_T_TRAVEL};

    for (size_t k = 0; k < sizeof first / sizeof first[0] && !tt_search_stopped(s); k++)
        ZJ_TRY(tt_search_bound(s, first[k], err));
    return ZJ_OK;
}

/* New weeks for a few, until everything is proved or nothing helps any more. */
static enum zj_status improve(struct tt_search *s, const struct tt_options *opt, bool *out_of_rounds,
                              struct zj_err *err)
{
    const int64_t most = opt->node_limit ? opt->node_limit : (int64_t)USUAL_ROUNDS * s->parts.n;
    int without = 0;

    for (int i = 0; s->parts.n > 0 && !all_proved(s, opt->gap_permille) && !tt_search_stopped(s); i++) {
        bool better;
        if (s->rounds >= most || without > PATIENCE * s->parts.n) {
            *out_of_rounds = true;
            break;
        }
        ZJ_TRY(tt_search_neighbours(s, i % s->parts.n, &better, err));
        without = better ? 0 : without + 1;
    }
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

/* A bound above a plan that stands is a fault of the bound; better no answer than a wrong one. */
static enum zj_status check_bounds(const struct tt_search *s, struct zj_err *err)
{
    for (int k = 0; k < ZJ_N_LESSON_TIERS && s->lack == 0; k++) {
        enum zj_tier t = zj_lesson_tiers[k];
        if (s->bound[t] != -LP_INF && s->bound[t] > s->value[t])
            return zj_fail(err, ZJ_EINTERNAL, _("the bound of the aim '%s' is above a plan's value"),
                           zj_tier_name(t));
    }
    return ZJ_OK;
}

static enum zj_status search(struct tt_search *s, const struct tt_options *opt, struct tt_outcome *o,
                             struct zj_err *err)
{
    tt_board_greedy(s->best);
    polish(s, FIRST_STEPS, MAIN_SHARE / 2);
    if (tt_search_stopped(s))
        return ZJ_OK;
    tt_search_prepare(s);
    ZJ_TRY(bounds(s, err));
    if (!tt_search_stopped(s) && !all_proved(s, opt->gap_permille))
        ZJ_TRY(tt_search_dive(s, err));
    if (!tt_search_stopped(s) && !all_proved(s, opt->gap_permille))
        polish(s, MAIN_STEPS, MAIN_SHARE);
    ZJ_TRY(improve(s, opt, &o->out_of_rounds, err));
    if (!tt_search_stopped(s))
        polish(s, FIRST_STEPS, MAIN_SHARE);
    ZJ_TRY(bounds(s, err));
    if (!tt_search_stopped(s))
        ZJ_TRY(tt_search_fairness(s, err));
    if (!tt_search_stopped(s))
        ZJ_TRY(tt_search_bound(s, ZJ_T_WISHES, err));
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
                      const struct lp_limits *limits, struct tt_outcome *o, struct zj_err *err)
{
    struct tt_problem p;
    struct tt_search s;

    memset(o, 0, sizeof *o);
    tt_problem_init(&p, &c->in, pol);
    tt_search_init(&s, &p, opt->keep ? &c->keep : NULL, limits);
    if (opt->node_limit && opt->node_limit < FULL_EFFORT)
        s.effort = (int)(5 + 95 * opt->node_limit / FULL_EFFORT);
    enum zj_status status = search(&s, opt, o, err);
    if (status == ZJ_OK) {
        plain_bounds(&s);
        status = check_bounds(&s, err);
    }
    if (status == ZJ_OK) {
        o->hopeless = s.lack > 0 && tt_hopeless(&p);
        tt_board_lessons(s.best, &o->lessons);
        zj_lessons_sort(&c->in, &o->lessons);
        o->lack = s.lack;
        o->rounds = s.rounds;
        memcpy(o->value, s.value, sizeof o->value);
        memcpy(o->bound, s.bound, sizeof o->bound);
        list_unmet(&s, o);
    }
    tt_search_release(&s);
    tt_problem_release(&p);
    return status;
}
