/*
 * generate_man.c - the man page, from the same tables as the help.
 */
#include "solver/base/i18n.h"
#include "solver/cli/cli.h"
#include "solver/cli/generate.h"
#include "solver/cli/roff.h"

#include <ctype.h>
#include <string.h>

static const char *const meanings[] = {
#define ZJ_STATUS(name, code, text) #code, text,
#include "solver/base/status.def"
#undef ZJ_STATUS
};

static void man_option(const struct cli_option *o)
{
    printf(".It ");
    if (o->letter)
        printf("Fl %c , ", o->letter);
    printf("Fl \\-%s", o->name);
    if (o->argument)
        printf(" Ns = Ns Ar %s", o->argument);
    putchar('\n');
    cli_roff_text(_(o->help));
}

static void man_command(const struct cli_command *c)
{
    int n;
    const struct cli_option *o = cli_options(&n);

    printf(".Ss %s\n.Nm\n.Cm %s\n.Op Ar option ...\n", c->name, c->name);
    if (*c->operands)
        printf(".Ar %s\n", gettext(c->operands));
    printf(".Pp\n");
    cli_roff_text(_(c->summary));
    printf(".Pp\n%s\n.Dl %s\n", _("For example:"), c->example);
    printf(".Bl -tag -width Ds\n");
    for (int i = 0; i < n; i++) {
        if (cli_has_option(c, &o[i]))
            man_option(&o[i]);
    }
    printf(".El\n");
}

/* A list of words and what each means. */
static void man_list(const char *const *pairs, size_t n, const char *widest)
{
    printf(".Bl -tag -width %s\n", widest);
    for (size_t i = 0; i < n; i += 2) {
        printf(".It %s\n", pairs[i]);
        cli_roff_text(_(pairs[i + 1]));
    }
    printf(".El\n");
}

static void man_description(void)
{
    printf(".Sh DESCRIPTION\n");
    cli_roff_text(
        _("Schools are joined into communities, each with a lead school and its members. The program "
          "decides by integer programming who teaches where, proves how good the answer is, and "
          "checks it with code that never saw the model before anything is written. The result goes "
          "to standard output, everything else to standard error. The rules of a county are data: "
          "every instance names a policy file."));
}

static void man_environment(void)
{
    printf(".Sh ENVIRONMENT\n.Bl -tag -width Ds\n.It Ev LC_ALL , LC_MESSAGES , LANG\n");
    cli_roff_text(_("A value that begins with zh makes the messages Chinese."));
    printf(".It Ev TERM , CI\n");
    cli_roff_text(_("No line of progress is rewritten in place when the terminal is dumb or CI is set."));
    printf(".It Ev NO_COLOR\n");
    cli_roff_text(_("Nothing that the program prints is coloured, with or without it."));
    printf(".El\n");
}

static void man_files(void)
{
    static const char *const stops[] = {
#define ZJ_STOP(word, sentence) #word, sentence,
#include "solver/data/stops.def"
#undef ZJ_STOP
    };

    printf(".Sh FILES\n");
    cli_roff_text(
        _("An instance is a folder of tables, or one JSON file with the same tables; 'zoujiao "
          "dictionary' describes them. A plan is a JSON file of the format zoujiao-plan/1. Its member "
          "limits.stopped_by is null when every aim is proved, else one of these:"));
    man_list(stops, sizeof stops / sizeof stops[0], "numerics");
}

void cli_generate_head(const char *name, int section)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    int year, month, day;

    sscanf(ZJ_RELEASED, "%d-%d-%d", &year, &month, &day);
    printf(".Dd %s %d, %d\n.Dt ", months[month - 1], day, year);
    for (; *name; name++)
        putchar(toupper((unsigned char)*name));
    printf(" %d\n.Os\n", section);
}

void cli_generate_man(void)
{
    cli_generate_head("zoujiao", 1);
    printf(".Sh NAME\n.Nm zoujiao\n.Nd %s\n", _("plan how a county shares its teachers"));
    printf(".Sh SYNOPSIS\n.Nm\n.Ar command\n.Op Ar option ...\n.Op Ar operand ...\n");
    man_description();
    for (int c = 0; c < CLI_N_COMMANDS; c++) {
        if (!cli_commands[c].hidden)
            man_command(&cli_commands[c]);
    }
    man_environment();
    man_files();
    printf(".Sh EXIT STATUS\n");
    man_list(meanings, sizeof meanings / sizeof meanings[0], "130");
    printf(".Sh SEE ALSO\n.Xr zoujiao-instance 5 ,\n.Xr zoujiao-plan 5 ,\n.Xr zoujiao-policy 5\n");
}
