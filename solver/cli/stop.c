#include "solver/cli/stop.h"

#include "solver/base/mem.h"

#include <string.h>
#include <unistd.h>

volatile sig_atomic_t cli_stop;
static volatile sig_atomic_t first_signal;

/* The cleanups only unlink a file, which is safe here. */
static void on_signal(int number)
{
    if (cli_stop) {
        zj_run_exit_cleanups();
        signal(number, SIG_DFL);
        raise(number);
        return;
    }
    first_signal = number;
    cli_stop = 1;
}

void cli_catch_signals(void)
{
    static const int numbers[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction action, old;

    memset(&action, 0, sizeof action);
    action.sa_handler = on_signal;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++) {
        if (sigaction(numbers[i], NULL, &old) == 0 && old.sa_handler == SIG_IGN)
            continue;
        sigaction(numbers[i], &action, NULL);
    }
}

enum zj_status cli_stopped_status(void)
{
    return first_signal == SIGINT ? ZJ_INTERRUPTED : ZJ_TERMINATED;
}
