/*
 * table.c - the command table and the option table as arrays.
 */
#include "solver/base/i18n.h"
#include "solver/cli/cli.h"

#include <string.h>

const struct cli_command cli_commands[CLI_N_COMMANDS] = {
#define ZJ_COMMAND(name, operands, least, most, hidden, summary, example)                                    \
    {#name, operands, least, most, hidden, summary, example, cmd_##name},
#include "solver/cli/commands.def"
#undef ZJ_COMMAND
};

#define ON(command)   (1u << CLI_##command)
#define EVERY_COMMAND ((1u << CLI_N_COMMANDS) - 1)

static struct cli_option options[] = {
#define ZJ_OPTION(name, letter, argument, type, commands, help) {#name, letter, argument, commands, help},
#include "solver/cli/options.def"
#undef ZJ_OPTION
};

const struct cli_option *cli_options(int *n)
{
    *n = (int)(sizeof options / sizeof options[0]);
    for (int i = 0; i < *n; i++) {
        for (char *c = options[i].name; *c; c++) {
            if (*c == '_')
                *c = '-';
        }
    }
    return options;
}

const struct cli_command *cli_find_command(const char *name)
{
    for (int c = 0; c < CLI_N_COMMANDS; c++) {
        if (strcmp(cli_commands[c].name, name) == 0)
            return &cli_commands[c];
    }
    return NULL;
}

bool cli_has_option(const struct cli_command *c, const struct cli_option *o)
{
    return o->commands >> (c - cli_commands) & 1u;
}
