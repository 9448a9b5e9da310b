/*
 * proof.h - the proof of an optimum, or that there is no answer, in the format of VIPR 1.0.
 *
 * A tree of linear relaxations over the program as it stands; nothing is taken from the search that found
 * the answer. In every leaf the duals of GLPK are turned into fractions over one small denominator Q and
 * repaired: whatever they are, c x >= y b + sum of (c - y A)_j times the bound of x_j on the side that the
 * sign asks for holds for every vector within the bounds (a safe bound; Neumaier and Shcherbina, 2004).
 * If its value rounded up is good enough the leaf is closed; else a larger Q is tried, or branching goes
 * on. So every line holds exactly, and floating point decides only how many lines there are.
 * A leaf without an answer is closed likewise by the duals of the least sum of violations.
 */
#ifndef ZJ_ENGINE_PROOF_H
#define ZJ_ENGINE_PROOF_H

#include "solver/engine/lp.h"

#include <stdio.h>

/* A row that follows from others, derived in the certificate before the tree. */
struct proof_step {
    enum {
        /*
         * Mixed-integer rounding of the lower side of `row` by `divisor` (models/secondment/strengthen.c):
         * columns are >= 0, `slack` has coefficient 1 and is not rounded, `surplus` has one < 0 and goes.
         */
        PROOF_SPLIT,
        PROOF_ROUND /* (upper side of `row` + factor * upper side of `other`) / divisor, rounded down */
    } how;
    int row, other;
    int64_t divisor, factor;
    int slack, surplus; /* columns, -1 = none */
};

struct proof_task {
    const struct lp *lp;                    /* costs are whole numbers */
    const char *const *column, *const *row; /* names, without blanks */
    int n_steps;
    const struct proof_step *step;
    const int64_t *x; /* the answer to show; NULL: prove that there is none */
    int64_t value;    /* of x: prove that no answer has less */
    bool shown_only;  /* the answer is shown, and nothing is proved */
    int first;        /* branch on this column first; -1 = any */
    int64_t nodes;    /* at most so many, and so many bytes */
    long bytes;
    const volatile sig_atomic_t *stop; /* may be NULL */
};

enum proof_status {
    PROOF_WRITTEN,
    PROOF_WRONG,     /* there is an answer, or a better one, as far as can be seen */
    PROOF_TOO_LARGE, /* nodes or bytes */
    PROOF_STUCK,     /* a relaxation could not be solved */
    PROOF_STOPPED
};

/* Append the program and its proof, VER to DER, to `out`; unless PROOF_WRITTEN what was written is no use. */
enum zj_status proof_write(const struct proof_task *t, FILE *out, enum proof_status *status, int64_t *nodes,
                           struct zj_err *err) ZJ_MUST_CHECK;

#endif
