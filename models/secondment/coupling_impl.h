/*
 * coupling_impl.h - the state of a coupled solve, for coupling*.c alone.
 */
#ifndef MODELS_SECONDMENT_COUPLING_IMPL_H
#define MODELS_SECONDMENT_COUPLING_IMPL_H

#include "models/secondment/master.h"

struct coupling {
    struct sec_run *r;
    struct sec_master m;
    int64_t (*floor)[ZJ_N_TIERS]; /* by block: what a tier cannot go below, given the caps */
    int *choice;                  /* by block: column of the plan in force, -1 = none */
    bool has_choice;
    int barred;               /* block that column generation proved to have no plan; -1 = none */
    enum zj_tier ahead;       /* its floors were found before its turn; soft = none */
    int64_t bound;            /* of the tier in work */
    int64_t goal[ZJ_N_TIERS]; /* what the blocks by themselves found; not below the floors together */
};

/* One question to every block, and the answers. */
struct round {
    struct sec_request *req;
    struct sec_answer *ans;
    int n;
};

/* A request for each block: the tier in work under the caps so far, from the plan in force. */
void round_init(struct round *o, const struct coupling *c);
/* Ask. New plans become columns; *fresh (may be NULL) counts them. */
enum zj_status round_ask(struct round *o, struct coupling *c, int *fresh, struct zj_err *err) ZJ_MUST_CHECK;
void round_release(struct round *o);
/* A priced program need not be solved to the end: its relaxation is the bound, a dive the plan. */
void be_quick(struct sec_request *q);

/* Each block with a share of the county's rows in proportion to the people it has for them. */
enum zj_status fair_shares(struct coupling *c, struct zj_err *err) ZJ_MUST_CHECK;
/*
 * At the tier's own optimum in each block, as much as possible for the county's rows (as little, where
 * only a maximum binds).
 */
enum zj_status help_rows(struct coupling *c, struct zj_err *err) ZJ_MUST_CHECK;
/*
 * Each block anew while the others keep their plans: it must give the county's rows, and the loose
 * tiers, what these leave.
 */
enum zj_status one_by_one(struct coupling *c, struct zj_err *err) ZJ_MUST_CHECK;
/* The same block's request may take no more of the loose tiers than that. */
void cap_loose(struct sec_request *q, const struct coupling *c, int block);
/*
 * All blocks together in the neighbourhood of the plans that the prices favour (coupling_join.c). Ends with a
 * value of the tier that is at most `enough`.
 */
enum zj_status joined(struct coupling *c, const struct sec_prices *p, int64_t enough,
                      struct zj_err *err) ZJ_MUST_CHECK;

/* Are later tiers built on the exact value of this one? */
bool is_early(enum zj_tier tier);
/*
 * Is the value within the asked gap? Only tiers that no other tier leans on may end with a gap on purpose: a
 * need that is a little off its optimum makes every later tier loose, and all of it slower. Such an
 * early tier has to reach what the blocks found by themselves.
 */
bool near_enough(const struct coupling *c, int64_t value);
/* Choose the best whole plans; the choice in force changes when there is one. *value = LP_INF: none. */
enum zj_status choose(struct coupling *c, int64_t *value, struct zj_err *err) ZJ_MUST_CHECK;
/* First whole plans for the tier in work, once its floors are known. */
enum zj_status begin(struct coupling *c, int64_t *value, struct zj_err *err) ZJ_MUST_CHECK;
/*
 * Column generation until nothing new helps. *value = the tier's value of the choice, LP_INF = none;
 * c->bound grows;
 * *infeasible = proved that the county's rows cannot be met.
 */
enum zj_status generate(struct coupling *c, int64_t *value, bool *infeasible,
                        struct zj_err *err) ZJ_MUST_CHECK;
/* Make the choice in force the run's plan. */
void take_choice(struct coupling *c);

/* The fairness tier, see coupling_fair.c. */
enum zj_status coupled_fairness(struct coupling *c, struct zj_err *err) ZJ_MUST_CHECK;

#endif
