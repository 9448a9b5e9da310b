/*
 * hints.h - the strict reading of numbers, dates and times, and what a wrong one may have meant.
 *
 * A wrong cell is never repaired; the repaired value is only told in the message.
 */
#ifndef ZJ_IO_HINTS_H
#define ZJ_IO_HINTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Optional '-' and 1 to 9 ASCII digits, nothing else. On failure *out is unchanged, as in all of these. */
bool zj_parse_int(const char *text, int *out);
/* YYYY-MM-DD, an existing day of 1900..2100. */
bool zj_parse_date(const char *text, int32_t *out);
/* HH:MM from 00:00 to 23:59, as minutes after 00:00. */
bool zj_parse_clock(const char *text, int *minutes);
/* Decimal degrees in lo..hi with at most 6 decimals, as microdegrees. */
bool zj_parse_degrees(const char *text, int lo, int hi, int32_t *e6);

/* "１６" and "16.0" -> "16". False when the text is not nearly a number. */
bool zj_hint_int(const char *text, char *hint, size_t size);
/* "1975/3/2", "1975年3月2日", "1975.3.2", full-width digits -> "1975-03-02". */
bool zj_hint_date(const char *text, char *hint, size_t size);

#endif
