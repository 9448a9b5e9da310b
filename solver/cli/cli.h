/*
 * cli.h - the commands, their options, and what every command shares.
 *
 * stdout carries the result, stderr the talk. A command returns the status that
 * becomes the exit code and has by then told the user why.
 */
#ifndef ZJ_CLI_CLI_H
#define ZJ_CLI_CLI_H

#include "solver/base/diag.h"
#include "solver/base/err.h"
#include "solver/cli/version.h"
#include "solver/data/plan.h"

#include <stdbool.h>
#include <stdint.h>

enum { CLI_MAX_OPERANDS = 16 };
enum { CLI_MAX_PROBLEMS = 50 }; /* of one file shown, unless --verbose */

enum cli_command_id {
#define ZJ_COMMAND(name, ...) CLI_##name,
#include "solver/cli/commands.def"
#undef ZJ_COMMAND
    CLI_N_COMMANDS
};

/* A command line, read. Texts are borrowed from argv; an option that was not given is NULL, false or 0. */
struct cli_args {
    const struct cli_command *command;
    const char *operand[CLI_MAX_OPERANDS];
    int n_operands;
#define CLI_TYPE_text                                           const char *
#define CLI_TYPE_flag                                           bool
#define CLI_TYPE_seconds                                        int64_t /* milliseconds */
#define CLI_TYPE_count                                          int64_t
#define CLI_TYPE_gap                                            int /* permille */
#define CLI_TYPE_jobs                                           int
#define ZJ_OPTION(name, letter, argument, type, commands, help) CLI_TYPE_##type name;
#include "solver/cli/options.def"
#undef ZJ_OPTION
};

struct cli_command {
    const char *name, *operands;
    int least, most; /* operands */
    bool hidden;
    const char *summary, *example; /* the summary is not yet translated */
    enum zj_status (*run)(const struct cli_args *a);
};

struct cli_option {
    char name[24]; /* without the dashes */
    int letter;    /* 0 = none */
    const char *argument;
    unsigned commands; /* bit c: belongs to command c */
    const char *help;  /* not yet translated */
};

#define ZJ_COMMAND(name, ...) enum zj_status cmd_##name(const struct cli_args *a);
#include "solver/cli/commands.def"
#undef ZJ_COMMAND

extern const struct cli_command cli_commands[CLI_N_COMMANDS];
/* The options, in the order of options.def; *n is their number. */
const struct cli_option *cli_options(int *n);
/* The command of this name, or NULL. */
const struct cli_command *cli_find_command(const char *name);
bool cli_has_option(const struct cli_command *c, const struct cli_option *o);

/* Read everything after the program's name. Says on stderr what is wrong. *a is filled on ZJ_OK only. */
enum zj_status cli_read_args(int argc, char **argv, struct cli_args *a) ZJ_MUST_CHECK;
/*
 * The value of --lang anywhere on the line, or NULL: it decides the language of every message about
 * the rest.
 */
const char *cli_lang_of(int argc, char **argv);

/* Help of a command, or of the program when c is NULL. */
void cli_print_help(FILE *out, const struct cli_command *c);

/*
 * Tell a failure: one sentence on stderr, or with --json an object on stdout.
 * `d` (may be NULL) holds the problems that make it up. Returns `status`.
 */
enum zj_status cli_fail(const struct cli_args *a, enum zj_status status, const struct zj_diag *d,
                        const char *fmt, ...) ZJ_PRINTF(4, 5);

#endif
