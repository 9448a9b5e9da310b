/*
 * generate_man.c - the man page, from the same tables as the help.
 */
#include "solver/base/i18n.h"
#include "solver/cli/cli.h"
#include "solver/cli/generate.h"

#include <string.h>

static const char *const meanings[] = {
#define ZJ_STATUS(name, code, text) #code, text,
#include "solver/base/status.def"
#undef ZJ_STATUS
};

/*
 * mdoc: a hyphen that is typed is \-; a text line must not begin with a dot or an apostrophe; sentences
 * begin on lines of their own.
 */
static void print_roff(const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", stdout);
    for (; *text; text++) {
        const bool ends = *text == '.' && text[1] == ' ';

        fputs(ends ? ".\n" : *text == '-' ? "\\-" : *text == '\\' ? "\\e" : (char[]){*text, '\0'}, stdout);
        text += ends; /* the blank */
    }
    putchar('\n');
}

static void man_option(const struct cli_option *o)
{
    printf(".It ");
    if (o->letter)
        printf("Fl %c , ", o->letter);
    printf("Fl \\-%s", o->name);
    if (o->argument)
        printf(" Ns = Ns Ar %s", o->argument);
    putchar('\n');
    print_roff(_(o->help));
}

static void man_command(const struct cli_command *c)
{
    int n;
    const struct cli_option *o = cli_options(&n);

    printf(".Ss %s\n.Nm\n.Cm %s\n.Op Ar option ...\n", c->name, c->name);
    if (*c->operands)
        printf(".Ar %s\n", c->operands);
    printf(".Pp\n");
    print_roff(_(c->summary));
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
        print_roff(_(pairs[i + 1]));
    }
    printf(".El\n");
}

static void man_description(void)
{
    printf(".Sh DESCRIPTION\n");
    print_roff(_("Schools are joined into communities, each with a lead school and its members. The program "
                 "decides by integer programming who teaches where, proves how good the answer is, and "
                 "checks it with code that never saw the model before anything is written. The result goes "
                 "to standard output, everything else to standard error. The rules of a county are data: "
                 "every instance names a policy file."));
}

static void man_environment(void)
{
    printf(".Sh ENVIRONMENT\n.Bl -tag -width Ds\n.It Ev LC_ALL , LC_MESSAGES , LANG\n");
    print_roff(_("A value that begins with zh makes the messages Chinese."));
    printf(".It Ev TERM , CI\n");
    print_roff(_("No line of progress is rewritten in place when the terminal is dumb or CI is set."));
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
    print_roff(_("An instance is a folder of tables, or one JSON file with the same tables; 'zoujiao "
                 "dictionary' describes them. A plan is a JSON file of the format zoujiao-plan/1. Its member "
                 "limits.stopped_by is null when every aim is proved, else one of these:"));
    man_list(stops, sizeof stops / sizeof stops[0], "numerics");
}

void cli_generate_man(void)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    int year, month, day;

    sscanf(ZJ_RELEASED, "%d-%d-%d", &year, &month, &day);
    printf(".Dd %s %d, %d\n.Dt ZOUJIAO 1\n.Os\n", months[month - 1], day, year);
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
}
