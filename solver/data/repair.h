/*
 * repair.h - a change of a policy or its tables that makes a plan possible, in codes: what people read is
 * made of it in their own language (solver/report/text_repair.c).
 */
#ifndef ZJ_DATA_REPAIR_H
#define ZJ_DATA_REPAIR_H

#include "solver/data/policy.h"

/* What one step of a repair does; the words stand in plan files. */
enum zj_step_kind {
    ZJ_STEP_NUMBER,   /* "number": a number of a rule at a place becomes another */
    ZJ_STEP_WAIVE,    /* "waive": a rule is not asked for at a place */
    ZJ_STEP_COLUMN,   /* "column": a limit of a teacher or class becomes another */
    ZJ_STEP_ROW,      /* "row": a row of a table less */
    ZJ_STEP_LEAD,     /* "lead": a member has another lead, one more, or one less */
    ZJ_STEP_TEACHERS, /* "teachers": so many teachers of a subject more */
    ZJ_N_STEP_KINDS
};

/* Of the members only those that belong to the kind; texts are borrowed, mostly from the plan's arena. */
struct zj_step {
    enum zj_step_kind kind;
    enum zj_rule_id rule;            /* number, waive */
    int index;                       /* of the rule in the policy; -1 = it always holds */
    const char *where;               /* number, waive, column, teachers: the place; lead: the member */
    const char *name;                /* number, column: of the field */
    int from, to;                    /* number, column: its values */
    const char *table;               /* row: "pins.csv" */
    int line;                        /* row: its line in the table, from 1 */
    const char *old_lead, *new_lead; /* lead: ids; one of them may be NULL */
    const char *subject;             /* teachers */
    int more;                        /* teachers: how many, from 1 */
};

#define ZJ_EVERYWHERE "*" /* the place of a step at all places alike */

struct zj_repair {
    struct zj_step *step; /* all of them together */
    int n_steps;
    int64_t cost;
    bool verified; /* a plan of the changed case was found and judged */
};

const char *zj_step_name(enum zj_step_kind kind);
/* Order of steps by kind, name of the rule and every other member. 0 = the same change. */
int zj_step_compare(const struct zj_step *x, const struct zj_step *y);

#endif
