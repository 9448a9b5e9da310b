/*
 * case.h - what the commands read first: an instance, its policy, a plan to keep, one that moved the
 * staff.
 */
#ifndef ZJ_CLI_CASE_H
#define ZJ_CLI_CASE_H

#include "solver/cli/cli.h"
#include "solver/verify/verify.h"

struct cli_case {
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag diag;
    struct zj_plan keep, secondment;
    bool has_keep, has_secondment;
    struct zj_plan *timetable; /* those of --timetable, heap */
    const char **timetable_sha256;
    int n_timetables;
    struct zj_taught taught; /* what they teach in each term */
};

enum { CLI_ANY_MODEL = -1 };

/*
 * Read the instance named by the first operand, cut the horizon to --terms, read
 * --keep (of this enum zj_model, or CLI_ANY_MODEL) and --secondment or --plan. Warnings and notes go
 * to stderr unless --quiet; failures are told. cli_case_close() must follow in every case.
 */
enum zj_status cli_case_open(struct cli_case *c, const struct cli_args *a, int model) ZJ_MUST_CHECK;
void cli_case_close(struct cli_case *c);
/* A strict reading found so many errors: say on stderr what a lenient one leaves of them, if it is less. */
void cli_tell_lenient(const struct cli_args *a, int n_errors);
/*
 * Let the staff of the instance stand as history and --secondment leave it in the term (index). Refuses
 * instances of which no timetable can be made.
 */
enum zj_status cli_case_staff(struct cli_case *c, const struct cli_args *a, int term) ZJ_MUST_CHECK;
/*
 * Do the plan to keep, and the one that moved the staff, go with the plan (operand 2)? Then the staff of a
 * timetable stands.
 */
enum zj_status cli_case_suits(struct cli_case *c, const struct cli_args *a,
                              const struct zj_plan *plan) ZJ_MUST_CHECK;
/* Why no secondments (no timetable) can be asked for: a reason, marked for translation, or NULL. */
const char *cli_no_secondment(const struct cli_case *c);
const char *cli_no_timetable(const struct cli_case *c);
/* The class with this id (a word) among those of the week, or -1. */
int cli_find_class(const struct zj_instance *in, const char *id);
/* The postings (lessons) to keep, or NULL. */
const struct zj_postings *cli_kept(const struct cli_case *c);
const struct zj_lessons *cli_kept_lessons(const struct cli_case *c);
/* Minutes from arrival to a lesson, by teacher, as the staff stands. Heap; the caller frees it. */
int *cli_settle_minutes(const struct cli_case *c);
/* Give a timetable without ways, made by hand, the canonical ones. The staff must stand. */
void cli_case_legs(const struct cli_case *c, struct zj_plan *plan);
/*
 * Read the timetables of --timetable that a calendar looks at. One without a term speaks of all terms; no
 * term may have two.
 */
enum zj_status cli_case_taught(struct cli_case *c, const struct cli_args *a) ZJ_MUST_CHECK;
/* What a plan of the case is judged with. */
struct zj_given cli_given(const struct cli_case *c);
/*
 * Read a plan of the case's instance from a file and tell what is wrong with it. The caller releases
 * *plan.
 */
enum zj_status cli_read_plan(struct cli_case *c, const struct cli_args *a, const char *path, int model,
                             struct zj_plan *plan) ZJ_MUST_CHECK;

#endif
