#include "solver/cli/stop.h"

#include "solver/base/mem.h"

#include <stdbool.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* timeout(1) signals the process and its group, a key may repeat: within this time it is one wish. */
enum { ONE_WISH_MS = 500 };

volatile sig_atomic_t cli_stop;
static volatile sig_atomic_t first_signal;
static struct timespec asked;

static bool asks_again(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (now.tv_sec - asked.tv_sec) * 1000 + (now.tv_nsec - asked.tv_nsec) / 1000000 >= ONE_WISH_MS;
}

/* The cleanups only unlink a file, which is safe here. */
static void on_signal(int number)
{
    if (cli_stop && !asks_again())
        return;
    if (cli_stop) {
        zj_run_exit_cleanups();
        signal(number, SIG_DFL);
        raise(number);
        return;
    }
    first_signal = number;
    clock_gettime(CLOCK_MONOTONIC, &asked);
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
