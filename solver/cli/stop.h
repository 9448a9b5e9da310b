/*
 * stop.h - SIGINT and SIGTERM: the first asks a solve to end with what it has, a second, half a second
 *          later or more, ends at once.
 */
#ifndef ZJ_CLI_STOP_H
#define ZJ_CLI_STOP_H

#include "solver/base/status.h"

#include <signal.h>

/* Non-zero once a signal asked to stop. */
extern volatile sig_atomic_t cli_stop;

/* Catch SIGINT, SIGTERM and SIGHUP from now on; one that was ignored stays ignored. */
void cli_catch_signals(void);
/* The exit code of a run that a signal ended before any plan was found. */
enum zj_status cli_stopped_status(void);

#endif
