/*
 * program.h - an integer program under construction: columns with a cost in each tier, rows, and the parts
 * of the policy that hard rows stand for.
 *
 * What the rules of a model (cons_<rule>.c) are written with. Every number is whole; bounds are finite for
 * columns, INT64_MIN and INT64_MAX where a row has none.
 */
#ifndef MODELS_COMMON_PROGRAM_H
#define MODELS_COMMON_PROGRAM_H

#include "models/common/waiver.h"
#include "solver/base/mem.h"

enum {
    MC_SOFT, /* tiers that are sums over columns; the first is that of soft rules */
    MC_MAX_SUMS = 8,
    MC_MEASURE = MC_MAX_SUMS - 1 /* no tier: how far a measured part falls short */
};

struct mc_col {
    int64_t lo, hi;
    bool barred; /* a hard rule at a place, not waived, holds it at 0; it belongs to no block */
    int64_t cost[MC_MAX_SUMS];
};

struct mc_row {
    int64_t lo, hi;
    int first, n; /* into idx, val */
    int part;     /* hard rule at a place; -1: what a column means, or a soft rule with its shortfall */
    /* Of a part that is measured: columns of what is missing and of what is too much; -1 = none. */
    int lack, excess;
    bool counted;  /* the row counts what the policy's number limits */
    bool swapped;  /* the sum is what is needed, the limit what there is */
    int64_t given; /* of `counted`: add this to the limit and to what there is */
};

/* A program in which some parts do not bind, as the search for conflicts asks for. */
struct mc_trial {
    const bool *off; /* by number of the part */
    int measured;    /* one of those: its rows may fall short, at a cost in the sum MC_MEASURE; -1 = none */
};

struct mc_program {
    const struct mc_waivers *waivers; /* parts that do not bind; NULL = none */
    const struct mc_waivers *alone;   /* only these parts bind; NULL = all do */
    const struct mc_trial *trial;     /* NULL = none */
    int n_sums;                       /* tiers in use */

    struct mc_col *col; /* heap, as the arrays below */
    int n_cols, cap_cols;
    struct mc_row *row;
    int n_rows, cap_rows;
    int *idx;
    int64_t *val;
    int n_nz, cap_nz, cap_val;
    struct zj_conflict_part *part; /* hard rules at places that bind here, waived or not */
    int n_parts, cap_parts;
};

void mc_program_release(struct mc_program *p);
/* A column from 0 to hi. Returns its number. */
int mc_col(struct mc_program *p, int64_t hi);

/* A row is begun, filled with distinct columns, and ended. */
void mc_begin(struct mc_program *p);
void mc_add(struct mc_program *p, int col, int64_t val);
/*
 * The row that was begun counts what the policy's number limits, so that a conflict may say how much of it
 * can be had: `given` less than people count.
 */
void mc_counts(struct mc_program *p, int64_t given);
/* The same, but the limit is what there is, and the sum what is needed of it. */
void mc_counts_needs(struct mc_program *p);
/* Give the row that was begun back. */
void mc_drop(struct mc_program *p);
/* lo <= sum <= hi, always. */
void mc_define(struct mc_program *p, int64_t lo, int64_t hi);
/*
 * lo <= sum <= hi as the rule demands it at the place: hard, or with a shortfall that costs the rule's
 * weight for each `unit` that is missing or too much. Waived: no row at all.
 */
void mc_demand(struct mc_program *p, const struct zj_rule *r, const char *where, int64_t lo, int64_t hi,
               int64_t unit);
/* The number of the part: the rule at the place, or when `table` is given a row of it. Texts are borrowed. */
int mc_part(struct mc_program *p, const struct zj_rule *r, const char *table, const char *where);
bool mc_is_off(const struct mc_program *p, int part);
/* The part keeps one thing more out: conflicts say how many. Is it barred? */
bool mc_bars(struct mc_program *p, int part);
/* The hard row that was begun, of the part; nothing when it is waived. */
void mc_demand_part(struct mc_program *p, int part, int64_t lo, int64_t hi);

#endif
