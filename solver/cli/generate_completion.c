/*
 * generate_completion.c - what shells complete, from the same tables as the help.
 */
#include "solver/base/i18n.h"
#include "solver/cli/cli.h"
#include "solver/cli/generate.h"

#include <string.h>

/* Is the option's value the name of a file or folder? */
static bool takes_file(const struct cli_option *o)
{
    static const char *const names[] = {"FILE", "PLAN", "XML", "DIR"};

    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(o->argument, names[i]) == 0)
            return true;
    return false;
}

/* ---- bash ------------------------------------------------------------------------------------------ */

static void bash_words(const struct cli_command *c)
{
    int n;
    const struct cli_option *o = cli_options(&n);

    printf("    %s) words='", c->name);
    for (int i = 0; i < n; i++) {
        if (cli_has_option(c, &o[i]))
            printf("--%s%s ", o[i].name, o[i].argument ? "=" : "");
    }
    printf("' ;;\n");
}

void cli_generate_bash(void)
{
    fputs("# bash completion for zoujiao; written by `zoujiao generate bash`\n"
          "_zoujiao() {\n"
          "    local current=${COMP_WORDS[COMP_CWORD]} words=''\n"
          "    COMPREPLY=()\n"
          "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
          "        mapfile -t COMPREPLY < <(compgen -W '",
          stdout);
    for (int c = 0; c < CLI_N_COMMANDS; c++) {
        if (!cli_commands[c].hidden)
            printf("%s ", cli_commands[c].name);
    }
    fputs(
        "--help --version' -- \"$current\")\n        return\n    fi\n"
        "    case $current in\n    -*) ;;\n    *)\n"
        "        mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n        return\n        ;;\n    esac\n"
        "    case ${COMP_WORDS[1]} in\n",
        stdout);
    for (int c = 0; c < CLI_N_COMMANDS; c++)
        bash_words(&cli_commands[c]);
    fputs("    esac\n"
          "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
          "    case ${COMPREPLY[0]-} in\n    *=) compopt -o nospace ;;\n    esac\n"
          "}\n"
          "complete -o filenames -F _zoujiao zoujiao\n",
          stdout);
}

/* ---- zsh ------------------------------------------------------------------------------------------- */

/* In single quotes, as an argument of _arguments or _describe: there ':', '[' and ']' have a meaning. */
static void zsh_text(const char *text)
{
    for (; *text; text++) {
        if (*text == '\'')
            fputs("'\\''", stdout);
        else
            printf(strchr(":[]\\", *text) ? "\\%c" : "%c", *text);
    }
}

static void zsh_option(const struct cli_option *o)
{
    printf("            '--%s%s[", o->name, o->argument ? "=" : "");
    zsh_text(_(o->help));
    putchar(']');
    if (o->argument) {
        putchar(':');
        zsh_text(o->argument);
        printf(":%s", takes_file(o) ? "_files" : "");
    }
    printf("' \\\n");
}

static void zsh_command(const struct cli_command *c)
{
    int n;
    const struct cli_option *o = cli_options(&n);

    printf("    %s)\n        _arguments \\\n", c->name);
    for (int i = 0; i < n; i++)
        if (cli_has_option(c, &o[i]))
            zsh_option(&o[i]);
    printf("            '*:%s:_files'\n        ;;\n", *c->operands ? "operand" : "");
}

void cli_generate_zsh(void)
{
    fputs("#compdef zoujiao\n# zsh completion for zoujiao; written by `zoujiao generate zsh`\n"
          "local -a commands\ncommands=(\n",
          stdout);
    for (int c = 0; c < CLI_N_COMMANDS; c++) {
        if (cli_commands[c].hidden)
            continue;
        printf("    '%s:", cli_commands[c].name);
        zsh_text(_(cli_commands[c].summary));
        fputs("'\n", stdout);
    }
    fputs(")\nif ((CURRENT == 2)); then\n    _describe command commands\n    return\nfi\n"
          "local command=$words[2]\nshift words\n((CURRENT--))\ncase $command in\n",
          stdout);
    for (int c = 0; c < CLI_N_COMMANDS; c++)
        if (!cli_commands[c].hidden)
            zsh_command(&cli_commands[c]);
    fputs("esac\n", stdout);
}

/* ---- fish ------------------------------------------------------------------------------------------ */

/* In single quotes: fish knows \' and \\ there. */
static void fish_text(const char *text)
{
    putchar('\'');
    for (; *text; text++)
        printf(strchr("'\\", *text) ? "\\%c" : "%c", *text);
    putchar('\'');
}

static void fish_option(const struct cli_command *c, const struct cli_option *o)
{
    printf("complete -c zoujiao -n '__fish_seen_subcommand_from %s' -l %s", c->name, o->name);
    if (o->letter)
        printf(" -s %c", o->letter);
    if (o->argument)
        fputs(takes_file(o) ? " -r -F" : " -x", stdout);
    fputs(" -d ", stdout);
    fish_text(_(o->help));
    putchar('\n');
}

void cli_generate_fish(void)
{
    int n;
    const struct cli_option *o = cli_options(&n);

    fputs("# fish completion for zoujiao; written by `zoujiao generate fish`\n", stdout);
    for (int c = 0; c < CLI_N_COMMANDS; c++) {
        if (cli_commands[c].hidden)
            continue;
        printf("complete -c zoujiao -f -n __fish_use_subcommand -a %s -d ", cli_commands[c].name);
        fish_text(_(cli_commands[c].summary));
        putchar('\n');
        for (int i = 0; i < n; i++)
            if (cli_has_option(&cli_commands[c], &o[i]))
                fish_option(&cli_commands[c], &o[i]);
    }
}
