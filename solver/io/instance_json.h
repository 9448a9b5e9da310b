/*
 * instance_json.h - instance.json: the head of an instance, and all of it when it is one file.
 */
#ifndef ZJ_IO_INSTANCE_JSON_H
#define ZJ_IO_INSTANCE_JSON_H

#include "solver/data/policy.h"
#include "solver/io/json_text.h"
#include "solver/io/rows.h"

/* Where the policy stands. */
struct zj_policy_source {
    const char
        *path; /* "policy": "policy.json" as written, in the instance's arena; NULL when absent or embedded */
    const char
        *reading;  /* "reading": "cobuilt": the readings of that policy, in the arena; NULL when absent */
    bool embedded; /* "policy": { … }: read it with member = "policy" */
};

/*
 * Fill name, source, synthetic, terms and week of `in` from JSON text, and check
 * them. A one-file instance also has the tables, as arrays of objects under their
 * names; they are fed to `b` in the order of tables.def, and a required one that is
 * missing is an error (in a folder tables are an error here: one_file = false).
 * All problems go to `d`; returns ZJ_OK when none is an error, else ZJ_EDATA.
 */
enum zj_status zj_read_instance_json(const char *bytes, size_t n, const char *file, bool one_file,
                                     struct zj_instance *in, struct zj_builder *b,
                                     struct zj_policy_source *policy, struct zj_diag *d) ZJ_MUST_CHECK;
/* How a policy is read. All zero: the whole text, the first reading of every alternative. */
struct zj_policy_options {
    const char *member;   /* read the value of this top-level member; NULL = the whole text */
    const char *readings; /* names separated by commas, chosen instead of the first ones; NULL = none */
    bool unbound;         /* there is no instance: names of schools, terms, … are not looked up */
};
/* The same of the head alone, whose text was made from something else: problems are told of that place. */
enum zj_status zj_read_instance_head(const char *bytes, size_t n, const char *file,
                                     const struct zj_json_origins *origins, struct zj_instance *in,
                                     struct zj_builder *b, struct zj_policy_source *policy,
                                     struct zj_diag *d) ZJ_MUST_CHECK;
/*
 * Read a policy from JSON text. Ids and words are looked up in `in` (whose tables are complete) and
 * new words added to it. `opt` may be NULL. *pol is initialised here.
 */
enum zj_status zj_read_policy_json(const char *bytes, size_t n, const char *file,
                                   const struct zj_policy_options *opt, struct zj_instance *in,
                                   struct zj_policy *pol, struct zj_diag *d) ZJ_MUST_CHECK;

#endif
