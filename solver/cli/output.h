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
/*
 * Put the result where --output says, whole or not at all, or on standard output. Says what fails.
 */
enum zj_status cli_give(const struct cli_args *a, const char *bytes, size_t n) ZJ_MUST_CHECK;

#endif
