/*
 * cmd_generate.c - the man page and the bash completion, from the same tables as the help. Used by the
 * Makefile.
 */
#include "solver/base/i18n.h"
#include "solver/cli/cli.h"

#include <string.h>

static const char *const meanings[] = {
#define ZJ_STATUS(name, code, text) #code, text,
#include "solver/base/status.def"
#undef ZJ_STATUS
};

/* mdoc: a hyphen that is typed is \-; a text line must not begin with a dot or an apostrophe. */
static void print_roff(const char *text)
{
    if (*text == '.' || *text == '\'')
        fputs("\\&", stdout);
    for (; *text; text++)
        fputs(*text == '-' ? "\\-" : *text == '\\' ? "\\e" : (char[]){*text, '\0'}, stdout);
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
    print_roff(o->help);
}

static void man_command(const struct cli_command *c)
{
    int n;
    const struct cli_option *o = cli_options(&n);

    printf(".Ss %s\n.Nm\n.Cm %s\n.Op Ar option ...\n", c->name, c->name);
    if (*c->operands)
        printf(".Ar %s\n", c->operands);
    printf(".Pp\n");
    print_roff(c->summary);
    printf(".Pp\nFor example:\n.Dl %s\n", c->example);
    printf(".Bl -tag -width Ds\n");
    for (int i = 0; i < n; i++) {
        if (cli_has_option(c, &o[i]))
            man_option(&o[i]);
    }
    printf(".El\n");
}

/* Part of FILES: what `limits` in a plan says. */
static void man_stops(void)
{
    static const char *const stops[] = {
#define ZJ_STOP(word, sentence) #word, sentence,
#include "solver/data/stops.def"
#undef ZJ_STOP
    };

    printf("Its member limits.stopped_by is null when every aim is proved, else one of these:\n"
           ".Bl -tag -width numerics\n");
    for (size_t i = 0; i < sizeof stops / sizeof stops[0]; i += 2) {
        printf(".It %s\n", stops[i]);
        print_roff(stops[i + 1]);
    }
    printf(".El\n");
}

static void man_exit_status(void)
{
    printf(".Sh EXIT STATUS\n.Bl -tag -width \"130\"\n");
    for (size_t i = 0; i < sizeof meanings / sizeof meanings[0]; i += 2) {
        printf(".It %s\n", meanings[i]);
        print_roff(meanings[i + 1]);
    }
    printf(".El\n");
}

static void print_man(void)
{
    static const char *const months[] = {"January",   "February", "March",    "April",
                                         "May",       "June",     "July",     "August",
                                         "September", "October",  "November", "December"};
    int year, month, day;

    sscanf(ZJ_RELEASED, "%d-%d-%d", &year, &month, &day);
    printf(".Dd %s %d, %d\n.Dt ZOUJIAO 1\n.Os\n", months[month - 1], day, year);
    fputs(".Sh NAME\n.Nm zoujiao\n.Nd plan how a county shares its teachers\n"
          ".Sh SYNOPSIS\n.Nm\n.Ar command\n.Op Ar option ...\n.Op Ar operand ...\n"
          ".Sh DESCRIPTION\n"
          "Schools are joined into communities, each with a lead school and its members.\n"
          ".Nm\n"
          "decides by integer programming who teaches where, proves how good the answer is,\n"
          "and checks it with code that never saw the model before anything is written.\n"
          "The result goes to standard output, everything else to standard error.\n"
          "The rules of a county are data: every instance names a policy file.\n",
          stdout);
    for (int c = 0; c < CLI_N_COMMANDS; c++) {
        if (!cli_commands[c].hidden)
            man_command(&cli_commands[c]);
    }
    fputs(".Sh ENVIRONMENT\n.Bl -tag -width Ds\n"
          ".It Ev LC_ALL , LC_MESSAGES , LANG\nA value that begins with zh makes the messages Chinese.\n"
          ".It Ev TERM , CI\nNo line of progress is shown when the terminal is dumb or\n.Ev CI\nis set.\n"
          ".El\n"
          ".Sh FILES\nAn instance is a folder of tables, or one JSON file with the same tables;\n"
          ".Nm\n.Cm dictionary\ndescribes them.\n"
          "A plan is a JSON file of the format zoujiao\\-plan/1.\n",
          stdout);
    man_stops();
    man_exit_status();
}

static void completion_words(const struct cli_command *c)
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

static void print_completion(void)
{
    fputs("# bash completion for zoujiao; written by `zoujiao generate completion`\n"
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
        completion_words(&cli_commands[c]);
    fputs("    esac\n"
          "    mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")\n"
          "    case ${COMPREPLY[0]-} in\n    *=) compopt -o nospace ;;\n    esac\n"
          "}\n"
          "complete -o filenames -F _zoujiao zoujiao\n",
          stdout);
}

enum zj_status cmd_generate(const struct cli_args *a)
{
    if (strcmp(a->operand[0], "man") == 0)
        print_man();
    else if (strcmp(a->operand[0], "completion") == 0)
        print_completion();
    else
        return cli_fail(a, ZJ_EUSAGE, NULL, _("'%s' is not valid; expected man or completion"),
                        a->operand[0]);
    return ZJ_OK;
}
