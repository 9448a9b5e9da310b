/*
 * output.h - where results go.
 */
#ifndef ZJ_CLI_OUTPUT_H
#define ZJ_CLI_OUTPUT_H

#include "solver/cli/cli.h"

/* Is this the name of a file, not of standard output (NULL or "-")? */
bool cli_is_file(const char *path);
/* Refuse, before any work is done, a file that cannot be created. NULL and "-" pass. */
enum zj_status cli_check_output(const struct cli_args *a, const char *path) ZJ_MUST_CHECK;
/* A result that is printed in memory first: a file gets it whole or not at all. */
struct cli_text {
    FILE *out; /* print here */
    char *bytes;
    size_t n;
};

void cli_text_open(struct cli_text *t);
/*
 * Close it and put what was printed into the file of --output, or on standard output. Says what fails.
 */
enum zj_status cli_text_give(struct cli_text *t, const struct cli_args *a) ZJ_MUST_CHECK;

#endif
