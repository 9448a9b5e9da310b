/*
 * read.h - an instance and its policy, from a folder of tables, a workbook or one JSON file.
 */
#ifndef ZJ_IO_READ_H
#define ZJ_IO_READ_H

#include "solver/base/diag.h"
#include "solver/data/plan.h"

struct zj_read_options {
    const char *encoding; /* "UTF-8" or "GB18030" for every CSV; NULL = decide by file */
    const char *policy;   /* path of a policy file instead of the one the instance names; NULL = that one */
    const char *reading;  /* readings of the policy, separated by commas; NULL = those of the instance */
    bool lenient;         /* repair what can only mean one thing, each time with a note (table_reader.h) */
};

/*
 * Read everything, check everything that can be checked without solving, resolve
 * travel. All problems go to `d`. Returns ZJ_OK (no ZJ_ERROR in d), ZJ_EDATA, or
 * ZJ_ENOINPUT when the folder or its instance.json is missing. *in and *pol are
 * initialised here and must be released by the caller in every case.
 */
enum zj_status zj_read_instance(const char *path, const struct zj_read_options *opt, struct zj_instance *in,
                                struct zj_policy *pol, struct zj_diag *d) ZJ_MUST_CHECK;
/*
 * Read a policy file without an instance: names of schools, terms, … are not looked up, everything else is
 * checked as usual. `reading` as above. *in (with the words of the policy) and *pol are initialised here
 * and must be released by the caller in every case.
 */
enum zj_status zj_read_policy(const char *path, const char *reading, struct zj_instance *in,
                              struct zj_policy *pol, struct zj_diag *d) ZJ_MUST_CHECK;
/*
 * Read a plan file against an instance. Same conventions. A calendar that was written by hand states neither
 * status nor objective: it is ZJ_PLAN_FEASIBLE, with n_tiers = 0.
 */
enum zj_status zj_read_plan(const char *path, const struct zj_instance *in, const struct zj_policy *pol,
                            struct zj_plan *plan, struct zj_diag *d) ZJ_MUST_CHECK;
/* Finish an instance whose arrays were filled by hand (tests): defaults of the policy, travel. */
void zj_instance_finish(struct zj_instance *in, struct zj_policy *pol);

#endif
