/*
 * search.h - plans and bounds of one component: stage 1 proposes, the board disposes.
 *
 * Every plan that counts stands on a board. Stage 1 (columns over teacher-weeks) gives bounds, a first
 * plan by diving,
 * and ever better weeks for a few teachers at a time while the others keep their lessons; what cannot be
 * placed is dropped.
 */
#ifndef MODELS_TIMETABLE_SEARCH_H
#define MODELS_TIMETABLE_SEARCH_H

#include "models/timetable/parts.h"

struct tt_search {
    const struct tt_problem *p;
    struct tt_parts parts;
    struct tt_board *best;
    int64_t value[ZJ_MAX_TIERS], lack; /* of best */
    int64_t bound[ZJ_MAX_TIERS];       /* of the component */
    struct lp_limits limits;           /* stop and deadline */
    uint64_t random;                   /* state of the choices of neighbourhoods */
    int64_t rounds;                    /* neighbourhoods tried */
    int64_t bounds_ms;                 /* that the first bounds took */
    int effort;                        /* of the local search, in hundredths of the usual */
};

/* An empty board; no bounds. Searches of another copy make other choices. Proposals and bounds need
   tt_search_prepare() first. */
void tt_search_init(struct tt_search *s, const struct tt_problem *p, const struct zj_lessons *keep,
                    const struct lp_limits *limits, int copy);
/* List the weeks of all teachers: may take a while. */
void tt_search_prepare(struct tt_search *s);
void tt_search_release(struct tt_search *s);
bool tt_search_stopped(const struct tt_search *s);
/* Take the board (and free it, or the old best) when it is at least as good. True when it is better. */
bool tt_search_offer(struct tt_search *s, struct tt_board *board);
/* Local search on a board, so many steps, beginning at that heat (board.h). */
void tt_search_improve(struct tt_search *s, struct tt_board *board, int64_t steps, int heat,
                       int64_t deadline);
/* Of the best board, with that aim; TT_LESSONS until it has what the bounds allow. */
void tt_search_polish(struct tt_search *s, enum tt_aim aim, int64_t steps, int heat, int64_t deadline);
/* From the empty board, never giving away what hard pins, need and common_free have: for boards that
   lack some of it. */
void tt_search_afresh(struct tt_search *s, int64_t steps, int64_t deadline);
/* Weeks for all teachers by diving into each part's relaxation; placed and offered. */
enum zj_status tt_search_dive(struct tt_search *s, struct zj_err *err) ZJ_MUST_CHECK;
/* New weeks for a few teachers of the part. *better: the best plan changed for the better. */
enum zj_status tt_search_neighbours(struct tt_search *s, int part, bool *better,
                                    struct zj_err *err) ZJ_MUST_CHECK;
/*
 * Bounds of the tier in every part and in all, given the earlier tiers' values; uses what earlier bounds
 * leave room for. With branch and price over at most so many cases in each part.
 */
enum zj_status tt_search_bound(struct tt_search *s, enum zj_tier tier, int64_t nodes,
                               struct zj_err *err) ZJ_MUST_CHECK;

/*
 * Bound of fairness: the least F for which the earlier tiers' values may be had with weeks of at most F
 * minutes each. Nothing is done for parts whose weeks are too many to ask several times.
 */
enum zj_status tt_search_fairness(struct tt_search *s, struct zj_err *err) ZJ_MUST_CHECK;

#endif
