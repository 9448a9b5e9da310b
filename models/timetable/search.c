#include "models/timetable/search_parts.h"

#include <stdlib.h>

const int64_t tt_together[ZJ_MAX_TIERS] = {[ZJ_T_UNMET] = 20000, [ZJ_T_SOFT] = 400, [ZJ_T_TRAVEL] = 1};

void tt_search_init(struct tt_search *s, const struct tt_problem *p, const struct zj_lessons *keep,
                    const struct lp_limits *limits)
{
    *s = (struct tt_search){.p = p, .limits = *limits, .random = 1, .effort = 100};
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
    return (s->limits.stop && *s->limits.stop) || (s->limits.deadline && lp_clock_ms() > s->limits.deadline);
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
    tt_board_values(s->best, s->value, &s->lack);
    return better < 0;
}

void tt_search_improve(struct tt_search *s, struct tt_board *board, int64_t steps, int64_t deadline)
{
    tt_board_improve(board, 1 + steps * s->effort / 100, s->limits.stop, deadline);
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
