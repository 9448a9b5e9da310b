/*
 * ics_text.h - one calendar in the words of RFC 5545: lines of at most 75 bytes, texts escaped.
 *
 * Between rep_ics_begin() and rep_ics_end() stands one event. Times are minutes after 00:00 in UTC+8.
 */
#ifndef ZJ_REPORT_ICS_TEXT_H
#define ZJ_REPORT_ICS_TEXT_H

#include "solver/base/mem.h"

#include <stdint.h>
#include <stdio.h>

struct rep_ics {
    struct zj_arena arena; /* for the caller's texts too */
    FILE *out;
    char *bytes;
    size_t n;
    const char *owner, *tag; /* make the names of events unique; borrowed */
    int32_t stamp;           /* the date that events say they were made on */
    int n_events;
};

void rep_ics_open(struct rep_ics *c, const char *owner, int32_t stamp, const char *tag);
/* The calendar's bytes (heap, the caller's), *n of them. */
char *rep_ics_close(struct rep_ics *c, size_t *n);

void rep_ics_begin(struct rep_ics *c, const char *summary, const char *place, const char *details);
void rep_ics_times(struct rep_ics *c, int32_t date, int start, int end);
/* Whole days, both inclusive. */
void rep_ics_days(struct rep_ics *c, int32_t first, int32_t last);
/* Every week, for the last time on that date; and not on this date. */
void rep_ics_repeat(struct rep_ics *c, int32_t last, int start);
void rep_ics_except(struct rep_ics *c, int32_t date, int start);
void rep_ics_end(struct rep_ics *c);

#endif
