/*
 * main.c - read the command line, run the command, hand out the exit code.
 */
#include "solver/base/i18n.h"
#include "solver/cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

/* A full disk or a closed pipe shows only now; a result that did not arrive is a failure. */
static enum zj_status flush_stdout(enum zj_status status)
{
    bool broken = ferror(stdout) != 0;

    errno = 0;
    if (fflush(stdout) == 0 && !broken)
        return status;
    return cli_fail(NULL, ZJ_EIO, NULL, _("cannot write to standard output: %s"),
                    errno ? strerror(errno) : _("writing failed"));
}

int main(int argc, char **argv)
{
    struct cli_args args;
    const char *lang = cli_lang_of(argc, argv);

    zj_i18n_init(lang && zj_i18n_speaks(lang) ? lang : NULL);
    /* Writing fails with an error that is told, not with a signal. */
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    enum zj_status status = cli_read_args(argc, argv, &args);
    if (status == ZJ_OK && args.help)
        cli_print_help(stdout, args.command);
    else if (status == ZJ_OK)
        status = args.command->run(&args);
    return (int)flush_stdout(status);
}
