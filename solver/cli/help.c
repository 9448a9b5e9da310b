/*
 * help.c - help and version, from the tables. An example comes first; nothing is longer than a screen of
 * 24 lines: where there are more options, those that most commands have stand together.
 */
#include "solver/base/i18n.h"
#include "solver/cli/cli.h"

#include <string.h>

enum {
    SCREEN = 24,
    HEAD = 3,    /* lines above the options */
    COMMON = 10, /* an option of so many commands is known from the others */
    WIDTH = 78
};

/* "--policy=FILE" */
static const char *name_of(const struct cli_option *o, char *left, size_t size)
{
    snprintf(left, size, "--%s%s%s", o->name, o->argument ? "=" : "", o->argument ? o->argument : "");
    return left;
}

static void print_option(FILE *out, const struct cli_option *o)
{
    char left[64];

    name_of(o, left, sizeof left);
    if (o->letter)
        fprintf(out, "  -%c, %-21s %s\n", o->letter, left, gettext(o->help));
    else
        fprintf(out, "      %-21s %s\n", left, gettext(o->help));
}

static bool is_common(const struct cli_option *o)
{
    int n = 0;

    for (int c = 0; c < CLI_N_COMMANDS; c++)
        n += cli_has_option(&cli_commands[c], o);
    return n >= COMMON;
}

/* The names alone of those that the command shares with most others. */
static void print_common(FILE *out, const struct cli_command *c, const struct cli_option *o, int n)
{
    int column = 0;
    char left[64];

    fprintf(out, "%s", _("  as with other commands (see 'man zoujiao'):"));
    for (int i = 0; i < n; i++) {
        if (!cli_has_option(c, &o[i]) || !is_common(&o[i]))
            continue;
        const int width = (int)strlen(name_of(&o[i], left, sizeof left)) + 2 + (o[i].letter ? 4 : 0);
        if (column == 0 || column + width > WIDTH) {
            fputs("\n    ", out);
            column = 4;
        }
        if (o[i].letter)
            fprintf(out, "  -%c, %s", o[i].letter, left);
        else
            fprintf(out, "  %s", left);
        column += width;
    }
    fputc('\n', out);
}

static void print_command_help(FILE *out, const struct cli_command *c)
{
    int n, n_options = 0;
    const struct cli_option *o = cli_options(&n);

    fprintf(out, _("example: %s\n"), c->example);
    fprintf(out, _("usage:   zoujiao %s [OPTION]... %s\n"), c->name,
            *c->operands ? gettext(c->operands) : "");
    fprintf(out, "%s\n", gettext(c->summary));
    for (int i = 0; i < n; i++)
        n_options += cli_has_option(c, &o[i]);
    const bool is_long = HEAD + n_options >= SCREEN;
    for (int i = 0; i < n; i++)
        if (cli_has_option(c, &o[i]) && !(is_long && is_common(&o[i])))
            print_option(out, &o[i]);
    if (is_long)
        print_common(out, c, o, n);
}

static void print_program_help(FILE *out)
{
    fprintf(out, _("example: %s\n"), cli_commands[CLI_secondment].example);
    fprintf(out, _("usage:   zoujiao COMMAND [OPTION]... [OPERAND]...\n"));
    fprintf(out, "%s\n", _("plan how a county shares its teachers, and prove that the plan is lawful"));
    for (int c = 0; c < CLI_N_COMMANDS; c++) {
        if (!cli_commands[c].hidden)
            fprintf(out, "  %-11s %s\n", cli_commands[c].name, gettext(cli_commands[c].summary));
    }
    fprintf(out, "%s\n",
            _("'zoujiao COMMAND --help' lists the options of a command; 'man zoujiao' tells the rest"));
}

void cli_print_help(FILE *out, const struct cli_command *c)
{
    if (c)
        print_command_help(out, c);
    else
        print_program_help(out);
}

enum zj_status cmd_help(const struct cli_args *a)
{
    const struct cli_command *c = NULL;

    if (a->n_operands > 0) {
        c = cli_find_command(a->operand[0]);
        if (!c)
            return cli_fail(a, ZJ_EUSAGE, NULL,
                            _("unknown command '%s'; 'zoujiao --help' lists the commands"), a->operand[0]);
    }
    cli_print_help(stdout, c);
    return ZJ_OK;
}

enum zj_status cmd_version(const struct cli_args *a)
{
    (void)a;
    printf("%s %s\n", ZJ_PROGRAM, ZJ_VERSION);
    puts(_("License GPLv3+: GNU GPL version 3 or later <https://gnu.org/licenses/gpl.html>"));
    puts(_("This is free software: you are free to change and redistribute it."));
    puts(_("There is NO WARRANTY, to the extent permitted by law."));
    return ZJ_OK;
}
