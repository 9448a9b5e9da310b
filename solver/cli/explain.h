/*
 * explain.h - the answers of `zoujiao explain`, for people and for programs.
 */
#ifndef ZJ_CLI_EXPLAIN_H
#define ZJ_CLI_EXPLAIN_H

#include "solver/cli/case.h"
#include "solver/explain/explain.h"

enum cli_question { CLI_WHY_NOT, CLI_WHY, CLI_WORTH, CLI_N_QUESTIONS };
extern const char *const cli_questions[CLI_N_QUESTIONS]; /* "why-not", … */

/* A question with its answer. */
struct cli_explained {
    const struct cli_args *a;
    const struct ex_case *x;
    enum cli_question question;
    struct ex_question q;
    const struct ex_outcome *outcome; /* why-not, why */
    const struct ex_worth *worth;
    enum zj_status exit;
};

/*
 * The question itself, before anything is read; then what it names: ids, with the nearest one when there
 * is none.
 */
enum zj_status cli_read_question(const struct cli_args *a, enum cli_question *question) ZJ_MUST_CHECK;
enum zj_status cli_find_question(const struct cli_args *a, struct cli_explained *e) ZJ_MUST_CHECK;

void cli_explain_text(FILE *out, const struct cli_explained *e);
/* Parts of cli_explain_text. */
void cli_explain_changes(FILE *out, const struct cli_explained *e);
void cli_explain_worth(FILE *out, const struct cli_explained *e);
void cli_explain_json(FILE *out, const struct cli_explained *e);
/*
 * Is the tier one of those told? Changes against a plan that is kept are not when there is none.
 */
bool cli_tells_tier(const struct cli_explained *e, enum zj_tier tier);

#endif
