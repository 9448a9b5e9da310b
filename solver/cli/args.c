/*
 * args.c - the command line, read by getopt_long from the two tables.
 */
#include "solver/base/i18n.h"
#include "solver/base/text.h"
#include "solver/cli/cli.h"
#include "solver/cli/values.h"

#include <getopt.h>
#include <stdlib.h>
#include <string.h>

enum { LONG_OPTION = 256, MAX_OPTIONS = 32 };

/* How many changes make a word somebody else's: one in three letters, at least two. */
static int patience(const char *word)
{
    int n = (int)strlen(word) / 3;

    return n < 2 ? 2 : n;
}

const char *cli_lang_of(int argc, char **argv)
{
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strncmp(argv[i], "--lang=", 7) == 0)
            return argv[i] + 7;
        if (strcmp(argv[i], "--lang") == 0)
            return i + 1 < argc ? argv[i + 1] : NULL;
    }
    return NULL;
}

static enum zj_status unknown_command(const char *word)
{
    const char *best = NULL;
    int least = patience(word);

    for (int c = 0; c < CLI_N_COMMANDS; c++) {
        int distance =
            cli_commands[c].hidden ? least + 1 : zj_edit_distance(word, cli_commands[c].name, least);
        if (distance < least || (distance == least && !best)) {
            least = distance;
            best = cli_commands[c].name;
        }
    }
    if (best)
        return cli_fail(NULL, ZJ_EUSAGE, NULL, _("unknown command '%s'; did you mean '%s'?"), word, best);
    return cli_fail(NULL, ZJ_EUSAGE, NULL, _("unknown command '%s'; 'zoujiao --help' lists the commands"),
                    word);
}

static enum zj_status unknown_option(const struct cli_args *a, const char *word)
{
    int n, least;
    const struct cli_option *o = cli_options(&n);
    const char *best = NULL;
    char *name = zj_calloc(strlen(word) + 1, 1);

    strcpy(name, word + strspn(word, "-"));
    name[strcspn(name, "=")] = '\0';
    least = patience(name);
    for (int i = 0; i < n; i++) {
        int distance =
            cli_has_option(a->command, &o[i]) ? zj_edit_distance(name, o[i].name, least) : least + 1;
        if (distance < least || (distance == least && !best)) {
            least = distance;
            best = o[i].name;
        }
    }
    free(name);
    if (best && strlen(word) > 2)
        return cli_fail(a, ZJ_EUSAGE, NULL, _("unknown option '%s'; did you mean '--%s'?"), word, best);
    return cli_fail(a, ZJ_EUSAGE, NULL, _("unknown option '%s'; 'zoujiao %s --help' lists the options"), word,
                    a->command->name);
}

/* Put the value of option number `i` where it belongs; NULL, or what was expected instead. */
static const char *set_option(struct cli_args *a, int i, const char *value)
{
    enum {
#define ZJ_OPTION(name, letter, argument, type, commands, help) OPTION_##name,
#include "solver/cli/options.def"
#undef ZJ_OPTION
    };

    switch (i) {
#define ZJ_OPTION(name, letter, argument, type, commands, help)                                              \
    case OPTION_##name:                                                                                      \
        return cli_read_##type(value, &a->name);
#include "solver/cli/options.def"
#undef ZJ_OPTION
    default:
        return NULL;
    }
}

/* The tables getopt_long wants, for the options of one command. letters[k] is the option behind letter k. */
struct getopt_tables {
    struct option names[MAX_OPTIONS];
    char letters[2 * MAX_OPTIONS + 2];
};

static void fill_tables(const struct cli_command *c, struct getopt_tables *t)
{
    int n, k = 0;
    const struct cli_option *o = cli_options(&n);
    char *letter = t->letters;

    *letter++ = ':';
    for (int i = 0; i < n; i++) {
        if (!cli_has_option(c, &o[i]))
            continue;
        t->names[k++] = (struct option){o[i].name, o[i].argument ? required_argument : no_argument, NULL,
                                        LONG_OPTION + i};
        if (!o[i].letter)
            continue;
        *letter++ = (char)o[i].letter;
        if (o[i].argument)
            *letter++ = ':';
    }
    *letter = '\0';
    t->names[k] = (struct option){NULL, 0, NULL, 0};
}

/* The option that getopt_long returned as `code`: by its number or by its letter. */
static int option_of(int code)
{
    int n;
    const struct cli_option *o = cli_options(&n);

    if (code >= LONG_OPTION)
        return code - LONG_OPTION;
    for (int i = 0; i < n; i++) {
        if (o[i].letter == code)
            return i;
    }
    return -1;
}

static enum zj_status read_options(int argc, char **argv, struct cli_args *a)
{
    struct getopt_tables t;
    int code, n;
    const struct cli_option *o = cli_options(&n);

    fill_tables(a->command, &t);
    opterr = 0;
    optind = 0; /* GNU: start over, whatever was read before */
    while ((code = getopt_long(argc, argv, t.letters, t.names, NULL)) != -1) {
        if (code == '?') {
            char word[] = {'-', (char)optopt, '\0'};
            if (optopt >= LONG_OPTION)
                return cli_fail(a, ZJ_EUSAGE, NULL, _("option '--%s' takes no value"),
                                o[optopt - LONG_OPTION].name);
            return unknown_option(a, optopt ? word : argv[optind - 1]);
        }
        if (code == ':')
            return cli_fail(a, ZJ_EUSAGE, NULL, _("option '%s' wants a value"), argv[optind - 1]);
        int i = option_of(code);
        const char *wanted = set_option(a, i, optarg);
        if (wanted)
            return cli_fail(a, ZJ_EUSAGE, NULL, _("option '--%s': '%s' is not valid; expected %s"), o[i].name,
                            optarg, wanted);
    }
    return ZJ_OK;
}

static enum zj_status read_operands(int argc, char **argv, struct cli_args *a)
{
    const struct cli_command *c = a->command;
    int n = argc - optind;

    if (n < c->least || n > c->most)
        return cli_fail(a, ZJ_EUSAGE, NULL,
                        _("'zoujiao %s' wants %s, found %d operands; see 'zoujiao %s --help'"), c->name,
                        *c->operands ? gettext(c->operands) : _("no operand"), n, c->name);
    for (int i = 0; i < n; i++) {
        a->operand[i] = argv[optind + i];
        if (!*a->operand[i])
            return cli_fail(a, ZJ_EUSAGE, NULL, _("operand %d is empty"), i + 1);
    }
    a->n_operands = n;
    return ZJ_OK;
}

/* The options that may stand before a command: --help, --version, --lang. Moves *i to the command's name. */
static enum zj_status read_leading(int argc, char **argv, int *i, const struct cli_command **c)
{
    for (; *i < argc && argv[*i][0] == '-'; ++*i) {
        const char *word = argv[*i];
        if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
            *c = cli_find_command("help");
        } else if (strcmp(word, "--version") == 0) {
            *c = cli_find_command("version");
        } else if (strcmp(word, "--lang") == 0) {
            ++*i;
        } else if (strncmp(word, "--lang=", 7) != 0) {
            return cli_fail(NULL, ZJ_EUSAGE, NULL,
                            _("option '%s' must follow a command; see 'zoujiao --help'"), word);
        }
    }
    return ZJ_OK;
}

enum zj_status cli_read_args(int argc, char **argv, struct cli_args *a)
{
    struct cli_args read = {0};
    const struct cli_command *early = NULL;
    const char *lang = cli_lang_of(argc, argv);
    int i = 1;

    if (lang && !zj_i18n_speaks(lang))
        return cli_fail(NULL, ZJ_EUSAGE, NULL, _("option '--%s': '%s' is not valid; expected %s"), "lang",
                        lang, "zh, en");
    ZJ_TRY(read_leading(argc, argv, &i, &early));
    read.command = early;
    if (!early) {
        if (i >= argc) {
            cli_print_help(stderr, NULL);
            return ZJ_EUSAGE;
        }
        read.command = cli_find_command(argv[i]);
        if (!read.command)
            return unknown_command(argv[i]);
        ZJ_TRY(read_options(argc - i, argv + i, &read));
        if (!read.help)
            ZJ_TRY(read_operands(argc - i, argv + i, &read));
    }
    *a = read;
    return ZJ_OK;
}
