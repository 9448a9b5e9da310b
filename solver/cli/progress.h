/*
 * progress.h - one line on a terminal that says how far a solve is.
 */
#ifndef ZJ_CLI_PROGRESS_H
#define ZJ_CLI_PROGRESS_H

#include "models/calendar/calendar.h"
#include "models/secondment/secondment.h"
#include "models/timetable/timetable.h"

/*
 * Who watches: a terminal gets a line that is rewritten in place; a file or a log gets a plain line every
 * 30 seconds; with --quiet there is silence.
 */
struct cli_progress {
    bool in_place, plain, quiet;
    double next; /* seconds: when the next line is due */
    bool shown;  /* a line stands on the terminal */
};

void cli_progress_init(struct cli_progress *p, bool quiet);
/* For sec_options.progress; ctx is a struct cli_progress. */
void cli_progress_show(void *ctx, const struct sec_progress *now);
/* For tt_options.progress; the same ctx. */
void cli_progress_lessons(void *ctx, const struct tt_progress *now);
/* For cal_options.progress; the same ctx. */
void cli_progress_calendar(void *ctx, const struct cal_progress *now);
/* For sec_options.large; the same ctx. */
void cli_progress_large(void *ctx, int schools, int columns);
/* Wipe the line. */
void cli_progress_end(struct cli_progress *p);

#endif
