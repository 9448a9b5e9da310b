/*
 * audit.h - the compliance table: every clause of the policy, what it needs, what the plans have, and where
 * it is not met.
 */
#ifndef ZJ_REPORT_AUDIT_H
#define ZJ_REPORT_AUDIT_H

#include "solver/base/diag.h"
#include "solver/data/credit.h"
#include "solver/data/plan.h"
#include "solver/report/sheets.h"

#include <stdio.h>

/* A plan with what the independent check says of it. */
struct rep_audited {
    const char *path;
    const struct zj_plan *plan;
    const struct zj_verdict *verdict;
    const struct zj_diag *misstated; /* what the plan says of itself and is not so, or does not say */
    bool stands;                     /* no hard clause is broken and nothing misstated: as 'verify' sees it */
};

enum rep_clause_state {
    REP_KEPT,          /* met at every place */
    REP_SHORT,         /* soft, and not met somewhere */
    REP_BROKEN,        /* hard, and not met somewhere */
    REP_IDLE,          /* concerns nobody in this instance */
    REP_COUNTED,       /* of service credit: counts, cannot be broken */
    REP_NOT_ASKED,     /* no plan of its model was given */
    REP_DEFINITION,    /* of an entry of "activities": says what is held; rules say how often */
    REP_OTHER_READING, /* belongs to a reading of the policy that is not chosen */
    REP_N_CLAUSE_STATES
};

/* One clause in one plan. */
struct rep_clause {
    const struct zj_policy_entry
        *entry; /* NULL: a rule that always holds, and that the policy does not name */
    enum zj_rule_id rule;
    int kind; /* of an entry of "kinds": index into the policy's kinds; else -1 */
    int plan; /* index into `plan` of the audit; -1 = none */
    bool hard;
    enum rep_clause_state state;
    int places, met; /* of a rule of credit: teachers */
    int64_t shortfall;
    int *finding; /* arena: those of the clause in the plan's verdict; `places` of them, none for credit */
};

struct rep_audit {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct rep_audited *plan;
    int n_plans;
    const struct zj_credit *credit;
    bool all; /* cut no list short */

    /* Filled by rep_audit_build(): clauses in the order of the policy, then what always holds. */
    struct zj_arena arena;
    struct rep_clause *clause; /* heap */
    int n, cap;
};

void rep_audit_build(struct rep_audit *a);
void rep_audit_release(struct rep_audit *a);
/* No hard clause is broken. (What plans misstate about themselves is told, but breaks no clause.) */
bool rep_audit_ok(const struct rep_audit *a);

void rep_print_audit(FILE *out, const struct rep_audit *a);
/* {"schema": 1, "ok": …, "exit": …, "plans": […], "clauses": [{…, "places": [{…}]}]} */
void rep_print_audit_json(FILE *out, const struct rep_audit *a);
/* One sheet with one row for each clause and place. *s is initialised here; rep_sheets_release() frees. */
void rep_audit_sheet(struct rep_sheets *s, const struct rep_audit *a);

/* "kept", "short", "broken", … for programs. */
const char *rep_clause_state_name(enum rep_clause_state state);
/* The same for people. */
const char *rep_clause_state_text(enum rep_clause_state state);
/* "quota"; "kind support_post"; "activity 联席会议" */
const char *rep_clause_name(const struct rep_clause *c, struct zj_arena *arena);
/* The sentence that demands it, and the document; NULL where there is none. */
const char *rep_clause_text(const struct rep_audit *a, const struct rep_clause *c);
const char *rep_clause_document(const struct rep_clause *c);

#endif
