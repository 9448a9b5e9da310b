/*
 * help.c - help and version, from the tables. An example comes first; nothing is longer than a screen of
 * 24 lines.
 */
#include "solver/base/i18n.h"
#include "solver/cli/cli.h"

static void print_option(FILE *out, const struct cli_option *o)
{
    char left[64];

    snprintf(left, sizeof left, "--%s%s%s", o->name, o->argument ? "=" : "", o->argument ? o->argument : "");
    if (o->letter)
        fprintf(out, "  -%c, %-21s %s\n", o->letter, left, gettext(o->help));
    else
        fprintf(out, "      %-21s %s\n", left, gettext(o->help));
}

static void print_command_help(FILE *out, const struct cli_command *c)
{
    int n;
    const struct cli_option *o = cli_options(&n);

    fprintf(out, _("example: %s\n"), c->example);
    fprintf(out, _("usage:   zoujiao %s [OPTION]... %s\n"), c->name, c->operands);
    fprintf(out, "%s\n", gettext(c->summary));
    for (int i = 0; i < n; i++) {
        if (cli_has_option(c, &o[i]))
            print_option(out, &o[i]);
    }
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
