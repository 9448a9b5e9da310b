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

enum { MC_SOFT, MC_MAX_SUMS = 8 }; /* tiers that are sums over columns; the first is that of soft rules */

struct mc_col {
    int64_t lo, hi;
    bool barred; /* a hard rule at a place, not waived, holds it at 0; it belongs to no block */
    int64_t cost[MC_MAX_SUMS];
};

struct mc_row {
    int64_t lo, hi;
    int first, n; /* into idx, val */
    int part;     /* hard rule at a place; -1: what a column means, or a soft rule with its shortfall */
};

struct mc_program {
    const struct mc_waivers *waivers; /* parts that do not bind; NULL = none */
    const bool *off;                  /* the same by number of the part; NULL = none */
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
/* The hard row that was begun, of the part; nothing when it is waived. */
void mc_demand_part(struct mc_program *p, int part, int64_t lo, int64_t hi);

#endif
