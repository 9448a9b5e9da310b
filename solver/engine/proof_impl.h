/*
 * proof_impl.h - inside proof.h: a proof in progress.
 */
#ifndef ZJ_ENGINE_PROOF_IMPL_H
#define ZJ_ENGINE_PROOF_IMPL_H

#include "solver/engine/lp_impl.h"
#include "solver/engine/proof.h"

enum { PROOF_DEPTH = 512 };

/* Assumptions that something rests on, by depth. */
struct proof_needs {
    uint64_t bit[PROOF_DEPTH / 64];
};

/* A row of the certificate that says what is to be proved, or 0 >= 1. */
struct proof_result {
    int number;
    bool absurd;
    struct proof_needs needs;
};

/* What closes a relaxation: whole multipliers of its rows over one denominator. */
struct proof_duals {
    int64_t *row, *column; /* by row of the relaxation; the columns' own, for their bounds */
    int64_t den;
};

struct proof {
    const struct proof_task *task;
    FILE *der;                /* the derivations, while their number is not known */
    int n_given, n_rows;      /* rows of the certificate so far */
    struct lp *lp;            /* the program and the derived rows; bounds as the tree stands */
    struct lp *room;          /* the same with room for violations, whose sum is the objective */
    int *row_lo, *row_hi;     /* by row of lp: the certificate's row for that side, -1 = none */
    int *col_lo, *col_hi;     /* by column: the certificate's row for the bound as it stands */
    int *depth_lo, *depth_hi; /* by column: depth of the assumption behind it, -1 = none */
    int64_t *cost;
    struct proof_duals duals;
    double *dual, *value; /* of a relaxation */
    int64_t nodes;
    enum proof_status status;
};

/* Derive the row and add it to the relaxation. */
void proof_step(struct proof *p, const struct proof_step *step);
/* A line of DER follows; returns its number. */
int proof_number(struct proof *p);
/*
 * Close the leaf by the duals of the relaxation just solved, if they are good enough when made exact.
 * `absurd`: those of p->room, for 0 >= 1; else those of p->lp, for the objective.
 */
bool proof_close(struct proof *p, bool absurd, struct proof_result *out);
/* The whole tree. False: p->status says why. */
enum zj_status proof_tree(struct proof *p, struct proof_result *out, struct zj_err *err) ZJ_MUST_CHECK;

#endif
