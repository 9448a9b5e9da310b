/*
 * lp.h - linear and integer programs with integer data, behind one interface.
 *
 * The only file that includes <glpk.h> is lp.c. Every bound, coefficient and cost is a
 * whole number and every column is a bounded integer, so an integer answer is
 * checked in 64-bit arithmetic, without tolerance, before it is handed out.
 * GLPK's aborts and its running out of memory end as ZJ_EINTERNAL and ZJ_ENOMEM;
 * after that the process must not use this module again (workers end anyway).
 * One process may hold one struct lp at a time in a call; nothing here is thread-safe.
 */
#ifndef ZJ_ENGINE_LP_H
#define ZJ_ENGINE_LP_H

#include "solver/base/err.h"

#include <signal.h>
#include <stdbool.h>
#include <stdint.h>

#define LP_INF INT64_MAX /* no bound on this side (as -LP_INF below) */

struct lp; /* minimise; columns and rows are numbered from 0 in the order added */

enum lp_status {
    LP_OPTIMAL,    /* value = bound, proved */
    LP_FEASIBLE,   /* an integer answer; bound <= optimum <= value */
    LP_INFEASIBLE, /* proved: no answer exists */
    LP_UNKNOWN     /* a limit came first: no answer, nothing proved; bound may still hold */
};

enum lp_effort {
    LP_FULL,   /* root, dive, neighbourhoods, tree */
    LP_NESTED, /* a part of a larger solve: no neighbourhood search of its own */
    LP_ROOT,   /* relaxation and dive only: some answer, and a valid bound */
    LP_RELAXED /* relaxation only: a valid bound, or the proof that there is no answer */
};

struct lp_limits {
    int64_t nodes;    /* branch-and-bound nodes, 0 = no limit */
    int64_t deadline; /* lp_clock_ms() value after which to stop, 0 = none */
    int64_t enough;   /* stop as soon as an answer with value <= enough is known; -LP_INF = never */
    enum lp_effort effort;
    int gap_permille;                  /* stop when value - bound <= gap * |value| / 1000 */
    int64_t room;                      /* or when value - bound <= room; 0 = never */
    const volatile sig_atomic_t *stop; /* non-zero: stop; may be NULL */
};

/* Does the user want an end, or is the time over? Says nothing of nodes. */
bool lp_limits_over(const struct lp_limits *lim);

struct lp_answer {
    enum lp_status status;
    int64_t value, bound; /* bound is valid in every status except LP_INFEASIBLE; -LP_INF = none */
    int64_t *x;           /* the caller's array of n columns; meaningful with OPTIMAL and FEASIBLE */
    int64_t nodes;
    bool stopped; /* a limit or the stop flag ended the search */
};

/* Largest number of columns and rows ever needed at once need not be known. Never NULL. */
struct lp *lp_new(void);
void lp_free(struct lp *lp);
/* The same program again, basis included. Caller frees. */
struct lp *lp_clone(const struct lp *lp);
/* Add an integer column lo <= x <= hi (both finite). Returns its number. */
int lp_col(struct lp *lp, int64_t lo, int64_t hi);
void lp_col_get(const struct lp *lp, int col, int64_t *lo, int64_t *hi);
void lp_col_bounds(struct lp *lp, int col, int64_t lo, int64_t hi);
/* Objective coefficient; integers for lp_solve, any number for lp_relax. */
void lp_cost(struct lp *lp, int col, double cost);
/* Add a row lo <= sum val[k] * x[idx[k]] <= hi. Returns its number. idx are distinct. */
int lp_row(struct lp *lp, int64_t lo, int64_t hi, int n, const int *idx, const int64_t *val);
void lp_row_bounds(struct lp *lp, int row, int64_t lo, int64_t hi);
/*
 * Append the program `part`: its free columns (lo < hi), without costs, and its rows, in which the fixed ones
 * are put in; rows without limits or without free columns stay out. column[j] = number in `to` of
 * part's column j, -1 = fixed.
 */
void lp_append(struct lp *to, const struct lp *part, int *column);
void lp_name(struct lp *lp, int row, int col, const char *name); /* row or col is -1; for exported files */
int lp_n_cols(const struct lp *lp);
int lp_n_rows(const struct lp *lp);

/*
 * Solve the integer program. `start` (may be NULL) is a column vector; when it
 * satisfies every row it is the first incumbent. Costs must be integers.
 */
enum zj_status lp_solve(struct lp *lp, const struct lp_limits *lim, const int64_t *start,
                        struct lp_answer *ans, struct zj_err *err) ZJ_MUST_CHECK;

struct lp_relaxed {
    enum lp_status status; /* OPTIMAL, INFEASIBLE or UNKNOWN */
    double value;
    double *dual;    /* caller's array of n rows, or NULL */
    double *x;       /* caller's array of n columns, or NULL */
    double *reduced; /* reduced costs: caller's array of n columns, or NULL */
};
/*
 * Solve the linear relaxation. An infeasible one gives in `dual` a Farkas-like support: rows with non-
 * zero entries collide.
 */
enum zj_status lp_relax(struct lp *lp, const struct lp_limits *lim, struct lp_relaxed *ans,
                        struct zj_err *err) ZJ_MUST_CHECK;

/* The least integer that a relaxed value allows, with room for rounding in floating point. */
int64_t lp_least_integer(double value);

/* Does x satisfy every bound and row? Exact. */
bool lp_satisfies(const struct lp *lp, const int64_t *x);

/* Write CPLEX LP or free MPS text. Errors: ZJ_ECREATE, ZJ_EIO. */
enum zj_status lp_write(struct lp *lp, const char *path, bool mps, struct zj_err *err) ZJ_MUST_CHECK;

/* Milliseconds on a clock that never goes back; only for limits and progress. */
int64_t lp_clock_ms(void);

#endif
