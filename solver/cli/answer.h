/*
 * answer.h - what a solving command does once it has an answer: check it, write it, summarise it.
 */
#ifndef ZJ_CLI_ANSWER_H
#define ZJ_CLI_ANSWER_H

#include "solver/cli/case.h"

/* One run: what was asked, the answer, and what the check says of it. */
struct cli_answer {
    const struct cli_args *a;
    struct cli_case c;
    struct zj_plan plan;
    struct zj_verdict verdict;
    bool no_repairs;          /* of an answer without a plan, changes that would help are not sought */
    struct zj_verdict before; /* secondments: of nobody being posted; pairings: of pairings.csv */
};

/* Worker processes: those asked for, else the cores. */
int cli_jobs(const struct cli_args *a);
/* Can the files that the command writes be written? Refused before anything is read. */
enum zj_status cli_check_outputs(const struct cli_args *a) ZJ_MUST_CHECK;
/* Is the model wanted in a file, and no answer? */
bool cli_writes_model(const struct cli_args *a);
/* Say that it is there, or that a signal came first. */
enum zj_status cli_model_written(const struct cli_args *a) ZJ_MUST_CHECK;
/* Put the names of instance and program into the plan. */
void cli_answer_sign(struct cli_answer *r);
/*
 * Search for the plan, within the limits of the arguments, and sign it. The case is open; of a timetable the
 * staff stands. Failures are told.
 */
enum zj_status cli_solve_secondment(struct cli_answer *r) ZJ_MUST_CHECK;
enum zj_status cli_solve_timetable(struct cli_answer *r) ZJ_MUST_CHECK;
enum zj_status cli_solve_calendar(struct cli_answer *r) ZJ_MUST_CHECK; /* with the timetables of the case */
/*
 * Check the plan by code that never saw the model, and give it the findings. A difference is told:
 * ZJ_EINTERNAL.
 */
enum zj_status cli_answer_check(struct cli_answer *r) ZJ_MUST_CHECK;
/* What the answer is worth as an exit code: plan and gap, no plan, nothing found. */
enum zj_status cli_answer_worth(const struct cli_answer *r) ZJ_MUST_CHECK;
/*
 * Check the plan by code that never saw the model; only when that agrees write it and print the summary.
 * Returns the status that becomes the exit code.
 */
enum zj_status cli_answer_give(struct cli_answer *r) ZJ_MUST_CHECK;
/* Check the plan in the same way and write it to the file named by --output, without a word. */
enum zj_status cli_answer_save(struct cli_answer *r) ZJ_MUST_CHECK;
void cli_answer_release(struct cli_answer *r);

#endif
