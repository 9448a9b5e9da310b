/*
 * switches.h - a program in which every part of the rules can be put in force or waived.
 *
 * The model is elastic (context.h): what a hard rule asks for at a place may fall short by columns that
 * are 0 while the part is in force. With ctx->touch, postings that hard filters bar are columns too,
 * at 0 while a part that bars them is in force. So a search for conflicts moves bounds of one program:
 *
 *   part of a row in force:     its shortfalls <= 0
 *   part of a filter in force:  x[a] <= 0 for the arcs a that it bars
 *
 * A row enters the program when an answer breaks it: few of them take part in a conflict.
 */
#ifndef MODELS_SECONDMENT_SWITCHES_H
#define MODELS_SECONDMENT_SWITCHES_H

#include "models/secondment/program.h"

struct sec_switch {
    struct zj_conflict_part part; /* texts are the model's */
    bool is_row;                  /* asks for something; else it bars postings */
    bool near;                    /* its place is one that the model was made for */
};

struct sec_switches {
    struct sec_model m;
    struct sec_program p;
    struct sec_switch *v; /* heap; those that are waived first in the search come first */
    int n, cap;
    int *of_row;  /* by row: its part, -1 = none; of a row that counts teachers the first of n_units */
    int *n_units; /* by row */
    int *of_bar;  /* by sec_model.bar: -1 = none */
    bool *useful; /* by arc: a row counts it; others need not be looked at */
    int64_t *x;   /* last answer of the program */
    int lenient;  /* a part that may fall short by `allowance` while it is in force; -1 = none */
    int64_t allowance;
    bool upper_only; /* of rows that count no single teachers only the upper sides, but for `lenient` */
    struct lp_limits limits;
};

/*
 * A program over the schools, of a context with `elastic`. mine: by county row, NULL = all are in it.
 * `rows` and `filters` (NULL = all): the only parts that are to be in it.
 */
void sec_switches_init(struct sec_switches *s, const struct sec_ctx *c, const bool *schools, const bool *mine,
                       const struct mc_waivers *rows, const struct mc_waivers *filters);
void sec_switches_release(struct sec_switches *s);
/* mc_probe, with the rows that it needs; ctx is a struct sec_switches. */
enum zj_status sec_switches_probe(void *ctx, const bool *in, enum mc_found *found, struct zj_err *err);
/*
 * Of the parts in[], which a probe found to collide, those that do so already in the relaxation: the
 * support of the least sum of shortfalls. *found is false, and in[] as it was, when the relaxation has no
 * conflict.
 */
enum zj_status sec_switches_support(struct sec_switches *s, bool *in, bool *found,
                                    struct zj_err *err) ZJ_MUST_CHECK;
/* The least that part k falls short by while the other parts in[] hold; -1 when that is not proved. */
enum zj_status sec_switches_least(struct sec_switches *s, bool *in, int k, int64_t *least,
                                  struct zj_err *err) ZJ_MUST_CHECK;
/* Fill need and have of part k while the other parts in[] hold. */
enum zj_status sec_switches_number(struct sec_switches *s, bool *in, int k, struct zj_err *err) ZJ_MUST_CHECK;

#endif
