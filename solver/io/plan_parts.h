/*
 * plan_parts.h - the parts of the reader of plan files.
 */
#ifndef ZJ_IO_PLAN_PARTS_H
#define ZJ_IO_PLAN_PARTS_H

#include "solver/data/plan.h"
#include "solver/io/json_value.h"

#define ZJ_JSON_MAX_INTEGER ((int64_t)1 << 53) /* what every reader of JSON keeps exact */

struct zj_plan_reader {
    struct zj_json *j;
    const struct zj_instance *in;
    const struct zj_policy *pol;
    struct zj_plan *plan;
    bool has_gap; /* the file states gap_permille */
};

/* The members "assignments", "unmet", "rules" and "conflict". */
void zj_plan_assignments(struct zj_plan_reader *r, int node);
void zj_plan_unmet(struct zj_plan_reader *r, int node);
void zj_plan_findings(struct zj_plan_reader *r, int node);
void zj_plan_conflict(struct zj_plan_reader *r, int node);

/* As zj_read_plan (read.h), from text. */
enum zj_status zj_read_plan_json(const char *bytes, size_t n, const char *file, const struct zj_instance *in,
                                 const struct zj_policy *pol, struct zj_plan *plan,
                                 struct zj_diag *d) ZJ_MUST_CHECK;

#endif
