/*
 * model.h - the integer program of one block of schools, in the model's own terms.
 *
 * Teachers that no rule can tell apart form a type. The ways a teacher of a type
 * can spend the horizon are the paths of a small network: nodes say "free from
 * term f on, with this past", arcs are postings. The program is an integer flow:
 *
 *   x[a] in 0..n(type)         teachers of the type that take arc a
 *   sum out of the root <= n,  sum out of a node <= sum into it
 *   rows of the rules          lo <= sum coef x + shortfall <= hi
 *
 * A flow splits into paths, one for each teacher, so the persons follow exactly.
 * When nobody can be posted twice the network is a star and this is the
 * start-and-length formulation: continuity, lengths, ages and distances are
 * filters on columns, and the relaxation is tight. All data are integers.
 */
#ifndef MODELS_SECONDMENT_MODEL_H
#define MODELS_SECONDMENT_MODEL_H

#include "models/secondment/context.h"

struct sec_type {
    int n;        /* teachers in it, >= 1 */
    int *teacher; /* their indexes, ascending; teacher[0] stands for all */
    int root;     /* node */
    int64_t past_burden;
};

struct sec_node {
    int type;
    int first_free;            /* first term in which the next posting may start */
    int n_prefix;              /* one way to get here; every way looks the same to every rule */
    struct zj_posting *prefix; /* in time order, teacher = the type's teacher[0] */
    int64_t burden; /* terms * minutes so far, history included; exact only when it matters, see network.h */
    int first_arc, n_arcs; /* arcs out of it, consecutive */
};

struct sec_arc {
    int node, next;           /* next = -1: nothing may follow */
    struct zj_posting p;      /* teacher = the type's teacher[0] */
    int64_t burden;           /* at its end */
    int64_t cost[ZJ_N_TIERS]; /* what one unit adds to each additive tier */
};

/* In a model for conflicts: what bars an arc, at a place of the filter. Sorted by arc. */
struct sec_bar {
    int arc;
    const struct zj_rule *rule; /* NULL: a row of pins.csv */
    int at;                     /* school; or the pin's number */
};

/* A column that is not an arc: a shortfall, or an indicator. */
struct sec_aux {
    int64_t hi; /* 0..hi */
    int64_t cost[ZJ_N_TIERS];
};

/*
 * lo <= sum val * column <= hi, where a shortfall of s units moves the violated
 * side by scale * s. Columns: arcs first, then aux.
 */
struct sec_row {
    enum zj_rule_id rule;
    int index; /* policy index, -1 = implied */
    const char *where;
    bool hard;
    bool demanded; /* hard in the policy; in an elastic model it may fall short all the same */
    int type;      /* lo counts the teachers of this type, each of whom is a place of the rule; -1 = no */
    /*
     * What counts already without any arc: lo + given is the policy's number; mirrored: -(lo + given) is
     * one that may not be passed.
     */
    int64_t given;
    bool mirrored;
    enum zj_tier tier; /* where a soft row's shortfall is charged, at `weight` a unit */
    int64_t weight, scale;
    int64_t lo, hi;     /* LP_INF style: INT64_MAX / -INT64_MAX = none */
    int first, n;       /* terms */
    int aux_lo, aux_hi; /* shortfall columns (aux numbers), -1 = none */
    int indicator;      /* aux number y when the row says "sum arcs <= U y"; else -1 */
    int county;         /* number of the county-wide row this is a part of; -1 = the block's own */
    int implied_by;     /* row that this one strengthens, -1 = a rule's own */
    bool past;          /* history takes part in it */
    bool settled;       /* the block decides over it alone; a county row that couples blocks is not */
    bool dead;          /* can never be violated, or was folded into the constants */
};

struct sec_model {
    struct zj_arena arena;
    const struct sec_ctx *ctx;
    const bool *in_block; /* by school; borrowed */
    int64_t fair_cap;     /* paths with a larger burden are left out; INT64_MAX = none */
    struct sec_type *type;
    int n_types, cap_types;
    int *type_of; /* by teacher, -1 = not in the block */
    struct sec_node *node;
    int n_nodes, cap_nodes;
    struct sec_arc *arc;
    int n_arcs, cap_arcs;
    int *arc_at, *first_at; /* arcs by school: arc_at[first_at[s] .. first_at[s + 1] - 1] leave or enter s */
    struct sec_aux *aux;
    int n_aux, cap_aux;
    struct sec_row *row;
    int n_rows, cap_rows;
    struct sec_bar *bar;
    int n_bars, cap_bars;
    int *idx;
    int64_t *val;
    int n_terms, cap_idx, cap_val;
    int n_county;
    int64_t constant[ZJ_N_TIERS]; /* shortfall that no column can change */
    bool broken;                  /* a hard row can never be met; it is kept, with no way out */
    bool multi;                   /* somebody can be posted twice */
};

struct pool_bytes;

/* What a rule contributes. Any member may be NULL. Registered once, by rules.def. */
struct sec_family {
    /*
     * Does the posting break the rule by itself, whatever else the plan holds? Only called when the
     * rule applies to it.
     */
    bool (*offends)(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *p);
    /* The same, because of earlier postings of the plan (n >= 1 of them, in time order). */
    bool (*offends_after)(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *before,
                          int n, const struct zj_posting *p);
    /*
     * Something the rule knows of the teacher, beyond its filters: teachers who differ are of
     * different types.
     */
    int64_t (*sign)(const struct sec_ctx *c, const struct zj_rule *r, int teacher, int term);
    /*
     * Something the rule will remember of a teacher who has these postings behind and is
     * free from `first_free` on. Call sec_remember() for each number.
     */
    void (*remember)(const struct sec_ctx *c, const struct zj_rule *r, const struct zj_posting *before, int n,
                     int first_free, struct pool_bytes *memory);
    /* Add the rule's rows for the block. */
    void (*rows)(struct sec_model *m, const struct zj_rule *r);
};
extern const struct sec_family *const sec_families[ZJ_N_RULES];

/*
 * Build types, network and every rule's rows. Paths with a burden above `fair_cap` are left out
 * (INT64_MAX: none).
 */
void sec_model_build(struct sec_model *m, const struct sec_ctx *c, const bool *in_block, int64_t fair_cap);
/*
 * Give rows their shortfall columns; drop those that can never be violated; fold
 * rows without columns into the constants. mine[k] says whether county row k is this block's own.
 */
void sec_model_settle(struct sec_model *m, const bool *mine);
void sec_model_release(struct sec_model *m);

/* ---- used by the families ------------------------------------------------------------------ */

/* Start a row. `where` is copied into the model's arena by sec_where(). */
void sec_row_begin(struct sec_model *m, const struct zj_rule *r, const char *where);
const char *sec_where(struct sec_model *m, const char *fmt, ...) ZJ_PRINTF(2, 3);
/* Add coef * x[arc]; 0 is skipped. Each arc at most once in a row. */
void sec_row_arc(struct sec_model *m, int arc, int64_t coef);
void sec_row_aux(struct sec_model *m, int aux, int64_t coef);
/* A new column 0..hi without cost. */
int sec_aux_new(struct sec_model *m, int64_t hi);
/*
 * End the row: lo <= sum <= hi (SEC_NO_LIMIT as hi, -SEC_NO_LIMIT as lo: none). Hard or soft as the
 * rule says.
 */
struct sec_row *sec_row_end(struct sec_model *m, int64_t lo, int64_t hi);
#define SEC_NO_LIMIT    INT64_MAX
#define SEC_NOT_COUNTED INT64_MIN /* sec_row.given: the row has no number that people know */
/* min / max parameter as a side of a row, less a constant. */
int64_t sec_at_least(int min, int64_t constant);
int64_t sec_at_most(int max, int64_t constant);
/* A row that sums over all blocks: call in the same order in every block; lo and hi are the county's. */
struct sec_row *sec_row_end_county(struct sec_model *m, int64_t lo, int64_t hi);

/* The arcs that leave or enter the school, in their order; *n of them. */
const int *sec_arcs_at(const struct sec_model *m, int school, int *n);
const struct zj_posting *sec_prefix(const struct sec_model *m, int arc, int *n);

#endif
