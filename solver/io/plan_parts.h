/*
 * plan_parts.h - the parts of the reader of plan files.
 */
#ifndef ZJ_IO_PLAN_PARTS_H
#define ZJ_IO_PLAN_PARTS_H

#include "solver/data/plan.h"
#include "solver/io/json_value.h"
#include "solver/io/keys.h"

#define ZJ_JSON_MAX_INTEGER ((int64_t)1 << 53) /* what every reader of JSON keeps exact */

struct zj_plan_reader {
    struct zj_json *j;
    const struct zj_instance *in;
    const struct zj_policy *pol;
    struct zj_plan *plan;
    bool has_gap;        /* the file states gap_permille */
    int group;           /* conflicts read so far */
    bool *class_is_real; /* by word: some class of the instance has this id; heap; NULL until it is needed */
    struct zj_keys pair_keys; /* the pairs read so far */
};

/* Every tier of the model in its usual order, without value and bound; then the member "objective". */
void zj_plan_name_tiers(struct zj_plan_reader *r);
void zj_plan_objective(struct zj_plan_reader *r, int node);
/* The members "assignments" and "routes" of a timetable; plan_lessons.c. */
void zj_plan_lessons(struct zj_plan_reader *r, int node);
void zj_plan_routes(struct zj_plan_reader *r, int node);
/* The member "assignments" of a pairing; plan_pairs.c. */
void zj_plan_pairs(struct zj_plan_reader *r, int node);
/* The member "assignments" of a calendar; plan_calendar.c. */
void zj_plan_calendar(struct zj_plan_reader *r, int node);
/* The members "assignments" (of secondments), "unmet" and "rules"; plan_lists.c. */
void zj_plan_postings(struct zj_plan_reader *r, int node);
void zj_plan_unmet(struct zj_plan_reader *r, int node);
void zj_plan_findings(struct zj_plan_reader *r, int node);
/* What a finding and a part of a conflict have in common. */
const char *zj_plan_where(struct zj_plan_reader *r, int object);
const char *zj_plan_rule_name(struct zj_plan_reader *r, int object);
bool zj_plan_find_rule(struct zj_plan_reader *r, int object, const char *name, enum zj_rule_id *out);
int zj_plan_index(struct zj_plan_reader *r, int object);
bool zj_plan_flag(struct zj_plan_reader *r, int object, const char *member);
/* The sentence that demands the rule: for people, already known from the policy. */
void zj_plan_source(struct zj_plan_reader *r, int object);
/* The member "conflict"; plan_conflict.c. */
void zj_plan_conflict(struct zj_plan_reader *r, int node);
/* Its member "repairs"; plan_repairs.c. */
void zj_plan_repairs(struct zj_plan_reader *r, int node);

/* The id in a required member, found by `find`; false after reporting. */
bool zj_plan_id(struct zj_plan_reader *r, int object, const char *member,
                int (*find)(const struct zj_instance *in, const char *id), int *out);
/* The word with this text, or -1: for zj_plan_id. */
int zj_plan_word(const struct zj_instance *in, const char *text);
/* The id of a class in a required member; false after reporting. */
bool zj_plan_class(struct zj_plan_reader *r, int object, int *out);
/* Call `read` for each object of a list, until there are too many problems. */
void zj_plan_each(struct zj_plan_reader *r, int node, const char *const names[], int n_names,
                  void (*read)(struct zj_plan_reader *r, int object));

/* As zj_read_plan (read.h), from text. */
enum zj_status zj_read_plan_json(const char *bytes, size_t n, const char *file, const struct zj_instance *in,
                                 const struct zj_policy *pol, struct zj_plan *plan,
                                 struct zj_diag *d) ZJ_MUST_CHECK;

#endif
