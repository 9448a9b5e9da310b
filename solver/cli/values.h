/*
 * values.h - the values of options: one reader for each type named in options.def.
 *
 * Each returns NULL and sets *out, or returns a translated word for what was
 * expected and leaves *out alone.
 */
#ifndef ZJ_CLI_VALUES_H
#define ZJ_CLI_VALUES_H

#include <stdbool.h>
#include <stdint.h>

const char *cli_read_text(const char *text, const char **out);
const char *cli_read_flag(const char *text, bool *out);
/* "90" or "0.5" seconds, at most a year, as milliseconds. */
const char *cli_read_seconds(const char *text, int64_t *out);
/* 1 to 10^15. */
const char *cli_read_count(const char *text, int64_t *out);
/* "20" = 20 permille, "2%" or "2.5%" = percent; 0 to 1000 permille. */
const char *cli_read_gap(const char *text, int *out);
/* 1 to 256. */
const char *cli_read_jobs(const char *text, int *out);

#endif
