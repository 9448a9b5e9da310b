#include "models/timetable/search_parts.h"

#include <stdlib.h>
#include <string.h>

const int64_t tt_together[ZJ_MAX_TIERS] = {[ZJ_T_UNMET] = 20000, [ZJ_T_SOFT] = 400, [ZJ_T_TRAVEL] = 1};

void tt_search_init(struct tt_search *s, const struct tt_problem *p, const struct zj_lessons *keep,
                    const struct lp_limits *limits, int copy)
{
    *s = (struct tt_search){.p = p, .limits = *limits, .random = 1 + (uint64_t)copy, .effort = 100};
    s->best = tt_board_new(p, keep);
    tt_board_values(s->best, s->value, &s->lack);
    for (int k = 0; k < ZJ_MAX_TIERS; k++)
        s->bound[k] = -LP_INF;
}

void tt_search_prepare(struct tt_search *s)
{
    tt_parts_init(&s->parts, s->p);
}

void tt_search_release(struct tt_search *s)
{
    tt_board_free(s->best);
    tt_parts_release(&s->parts);
}

bool tt_search_stopped(const struct tt_search *s)
{
    return lp_limits_over(&s->limits);
}

/*
 * The values of the best board. A bound of a tier supposes that no plan has more of the earlier tiers than
 * the best had then: where one of those rises for the sake of a still earlier one, it holds no longer.
 */
static void take_values(struct tt_search *s)
{
    int64_t old[ZJ_MAX_TIERS];
    bool rose = false;

    memcpy(old, s->value, sizeof old);
    tt_board_values(s->best, s->value, &s->lack);
    for (int k = 0; k < ZJ_N_LESSON_TIERS; k++) {
        const enum zj_tier tier = zj_lesson_tiers[k];
        for (int i = 0; rose && i < s->parts.n; i++)
            s->parts.part[i].bound[tier] = -LP_INF;
        if (rose)
            s->bound[tier] = -LP_INF;
        rose |= s->value[tier] > old[tier];
    }
}

bool tt_search_offer(struct tt_search *s, struct tt_board *board)
{
    int better = tt_board_compare(board, s->best);

    if (better > 0) {
        tt_board_free(board);
        return false;
    }
    tt_board_free(s->best);
    s->best = board;
    take_values(s);
    return better < 0;
}

static struct tt_annealing annealing(struct tt_search *s, int64_t steps, int heat, int64_t deadline)
{
    return (struct tt_annealing){.steps = 1 + steps * s->effort / 100,
                                 .heat = heat,
                                 .random = (uint64_t)tt_search_random(s, INT_MAX),
                                 .stop = s->limits.stop,
                                 .deadline_ms = deadline};
}

void tt_search_improve(struct tt_search *s, struct tt_board *board, int64_t steps, int heat, int64_t deadline)
{
    const struct tt_annealing how = annealing(s, steps, heat, deadline);

    tt_board_improve(board, &how);
}

void tt_search_polish(struct tt_search *s, enum tt_aim aim, int64_t steps, int heat, int64_t deadline)
{
    struct tt_annealing how = annealing(s, steps, heat, deadline);

    how.aim = aim;
    how.goal = (struct tt_goal){s->bound[ZJ_T_UNMET], s->bound[ZJ_T_SOFT]};
    tt_board_improve(s->best, &how);
    take_values(s);
}

void tt_search_afresh(struct tt_search *s, int64_t steps, int64_t deadline)
{
    struct tt_annealing how = annealing(s, steps, TT_HOT, deadline);
    struct tt_board *board = tt_board_copy(s->best);

    for (int i = 0; i < s->p->n_active; i++)
        tt_board_clear(board, s->p->active[i]);
    how.strict = true;
    tt_board_improve(board, &how);
    tt_search_offer(s, board);
}

int tt_search_random(struct tt_search *s, int n)
{
    s->random = s->random * 6364136223846793005u + 1442695040888963407u;
    return (int)((s->random >> 33) % (uint64_t)n);
}

/* ---- proposals ----------------------------------------------------------------------------------- */

void tt_proposals_add(struct tt_proposals *w, const struct tt_types *x, const struct tt_column *c,
                      int teacher)
{
    ZJ_GROW(w->v, w->n, w->cap);
    tt_proposal(x, c, teacher, &w->v[w->n++]);
}

void tt_proposals_release(struct tt_proposals *w)
{
    for (int i = 0; i < w->n; i++)
        tt_proposal_release(&w->v[i]);
    free(w->v);
}
