/*
 * plan.h - what a solving command answers, and what a verifier says of it.
 */
#ifndef ZJ_DATA_PLAN_H
#define ZJ_DATA_PLAN_H

#include "solver/data/policy.h"

/* One teacher works at another school for consecutive terms. Indexes into the instance and policy. */
struct zj_posting {
    int teacher;
    int kind;         /* index into policy kinds */
    int from, to;     /* schools */
    int start, terms; /* first term (index), number of terms */
    int subject;      /* word: one of the teacher's subjects */
};

struct zj_postings {
    struct zj_posting *v; /* heap; zj_postings_release frees */
    int n, cap;
};

void zj_postings_add(struct zj_postings *p, const struct zj_posting *x);
/* Order by teacher, start, kind, host, subject, terms: the order of plan files. */
void zj_postings_sort(struct zj_postings *p);
void zj_postings_release(struct zj_postings *p);

enum zj_plan_status {
    ZJ_PLAN_OPTIMAL,
    ZJ_PLAN_FEASIBLE,
    ZJ_PLAN_INFEASIBLE,
    ZJ_PLAN_UNKNOWN,
    ZJ_PLAN_INTERRUPTED,
    ZJ_N_PLAN_STATUS
};
enum zj_because { ZJ_NO_TEACHER, ZJ_NO_LOAD, ZJ_NO_TIME, ZJ_BY_RULE, ZJ_TRADED, ZJ_BY_LIMIT, ZJ_N_BECAUSE };

#define ZJ_NO_VALUE INT64_MIN /* JSON null */

struct zj_unmet {
    int term, school, subject; /* subject is a word */
    int64_t periods;           /* > 0 */
    enum zj_because because;
    int rule; /* policy index when because = rule, else -1 */
};

/* A rule at a place, as the verifier saw it. */
struct zj_finding {
    enum zj_rule_id rule;
    int index; /* policy index; -1 = implied */
    bool hard, ok;
    int64_t need, have; /* ZJ_NO_VALUE when the rule has no numbers */
    int64_t shortfall;  /* 0 when ok */
    const char *where;  /* ids only: "S001 2026-2027", "S001>S002", "T0007", "S003/音乐 2026A" */
};

/* What the independent check says of a set of postings. Arrays are heap (ZJ_GROW), texts are the arena's. */
struct zj_verdict {
    struct zj_arena arena;
    struct zj_finding *finding;
    int n, cap;
    int64_t tier[ZJ_N_TIERS]; /* recomputed from the tables */
    struct zj_unmet *unmet;   /* every (term, school, subject) short of periods; because = limit */
    int n_unmet, cap_unmet;
    int n_hard_broken;
};
void zj_verdict_release(struct zj_verdict *v);

/* A part of a conflict: a rule at a place, or a row of a table (index -1). */
struct zj_conflict_part {
    enum zj_rule_id rule;
    int index;
    const char *table; /* "pins.csv", "history.csv", … or NULL when it is a rule */
    const char *where;
};

/* A plan as read from, or written to, a file. */
struct zj_plan {
    struct zj_arena arena;
    enum zj_model model;
    enum zj_plan_status status;
    const char *instance_name, *instance_sha256, *program; /* NULL when absent */
    struct zj_postings postings;
    enum zj_tier order[ZJ_N_TIERS];
    int64_t value[ZJ_N_TIERS], bound[ZJ_N_TIERS]; /* by enum zj_tier; ZJ_NO_VALUE = null or absent */
    int gap_permille;
    const char *stopped_by; /* "time", "nodes", "signal", or NULL */
    int64_t nodes;
    struct zj_unmet *unmet; /* arena */
    int n_unmet;
    struct zj_finding *finding; /* arena: the "rules" array */
    int n_findings;
    struct zj_conflict_part *conflict; /* arena */
    int n_conflict;
    bool conflict_minimal;
};
void zj_plan_release(struct zj_plan *p);
/* The word in plan files: "optimal", …; "no_teacher", …; "secondment", … */
const char *zj_plan_status_name(enum zj_plan_status status);
const char *zj_because_name(enum zj_because because);
const char *zj_model_name(enum zj_model model);
/* Of the first tier in order with value > bound: ceil(1000 (value - bound) / max(1, |value|)); else 0. */
int zj_gap_permille(const struct zj_plan *p);

#endif
