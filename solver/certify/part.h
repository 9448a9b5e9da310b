/*
 * part.h - one integer program in VIPR's format 1.0, and the proof of what is said of its optimum.
 *
 * The format is that of Cheung, Gleixner and Steffy, Verifying Integer Programming Results (IPCO 2017):
 * sections VAR, INT, OBJ, CON, RTP, SOL, DER. Every derived constraint follows from earlier ones
 *
 *     asm   by assumption; it stands in the set of what is assumed, its own only
 *     lin   as a linear combination that dominates it; what is assumed adds up
 *     rnd   the same after its right side is rounded: all coefficients whole, all columns integer
 *     uns   from two constraints that both dominate it, one under a x <= b, one under a x >= b + 1, with
 *           a and b whole and x integer: these two assumptions go
 *
 * and the last one, with nothing assumed, must say what is to be proved. All numbers are exact.
 */
#ifndef ZJ_CERTIFY_PART_H
#define ZJ_CERTIFY_PART_H

#include "solver/certify/scan.h"
#include "solver/certify/vector.h"

struct cert_row {
    int line;
    int sense; /* -1: <=, 0: =, 1: >= */
    mpq_t rhs;
    struct cert_vector left; /* unless is_objective */
    bool is_objective;       /* the left side is the objective */
    int *assumed, n_assumed; /* rows, ascending; heap */
    int last_use;            /* the last row that may refer to it; -1 = any may */
};

/* Pairs of an index and a number, as they are read. */
struct cert_pairs {
    int n, cap;
    int *idx;
    mpq_t *val;
};

struct cert_part {
    struct zj_arena arena;
    int line; /* where it begins */
    int n_columns;
    const char **name; /* by column */
    bool *integer;
    bool maximise;
    struct cert_vector objective;
    struct cert_row *row; /* those of CON, then those derived */
    int n_rows, cap_rows, n_given;
    bool infeasible; /* to prove: there is no solution; else lo <= optimum <= hi */
    bool has_lo, has_hi;
    mpq_t lo, hi;
    int n_solutions;
    mpq_t *x, best; /* the first solution by column; the best value of all */
    struct cert_pairs pairs;
    struct cert_sum sum;
    int *mark; /* by index, for pairs: the last list it stood in */
    int n_marks, list;
};

/* Read a part from VER to the end of DER, and check every word of it. *p is initialised here. */
bool cert_part_check(struct cert_part *p, struct cert_scan *s);
void cert_part_release(struct cert_part *p);
const struct cert_vector *cert_left(const struct cert_part *p, const struct cert_row *row);

/* ---- between part.c and derive.c --------------------------------------------------------------- */

/* n pairs; indexes are distinct and less than `limit`. */
bool cert_read_pairs(struct cert_part *p, struct cert_scan *s, int n, int limit);
/* A name, sense, right side and left side: the next row of the part. Its index is p->n_rows - 1. */
bool cert_read_row(struct cert_part *p, struct cert_scan *s);
/* DER, and whether it proves what RTP says. */
bool cert_derive(struct cert_part *p, struct cert_scan *s);

#endif
