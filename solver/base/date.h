/*
 * date.h - calendar days as integers: days since 1970-01-01, proleptic Gregorian.
 */
#ifndef ZJ_BASE_DATE_H
#define ZJ_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#define ZJ_NO_DATE INT32_MIN /* a blank cell */

/* Day number of a civil date. month 1..12, day 1..31; the date must exist. */
int32_t zj_date_from_ymd(int year, int month, int day);
void zj_date_to_ymd(int32_t date, int *year, int *month, int *day);
/* True when the civil date exists and the year lies in 1900..2100. */
bool zj_date_exists(int year, int month, int day);
/* "YYYY-MM-DD"; buf holds at least 11 bytes. */
const char *zj_date_text(int32_t date, char buf[16]);

#endif
