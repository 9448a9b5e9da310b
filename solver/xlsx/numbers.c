/*
 * numbers.c - what a number of a workbook looks like as text.
 */
#include "solver/base/date.h"
#include "solver/xlsx/book_parts.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SECONDS = 24 * 60 * 60 };

static bool parse(const char *raw, double *x)
{
    char *end;

    if (!*raw || raw[strspn(raw, "0123456789+-.eE")])
        return false;
    *x = strtod(raw, &end);
    return *end == '\0' && isfinite(*x);
}

/* 15 digits are what spreadsheet programs show: 112.41000000000001 is 112.41. */
const char *xlsx_number_text(struct zj_arena *a, const char *raw)
{
    double x;

    if (!parse(raw, &x))
        return NULL;
    if (x == 0)
        return "0";
    return fabs(x) < 1e15 && x == floor(x) ? zj_printf(a, "%.0f", x) : zj_printf(a, "%.15g", x);
}

static const char *clock_text(struct zj_arena *a, int second)
{
    int h = second / 3600, m = second / 60 % 60, s = second % 60;

    return s ? zj_printf(a, "%02d:%02d:%02d", h, m, s) : zj_printf(a, "%02d:%02d", h, m);
}

/*
 * Day 1 is 1900-01-01, and day 60 a 29 February 1900 that never was (Lotus 1-2-3 had it, and so has
 * everybody since); it is given as it is shown, and refused as a date. The other system counts from
 * 1904-01-01 = 0.
 */
static const char *day_text(struct zj_arena *a, int day, bool from_1904)
{
    char buf[16];

    if (from_1904)
        return zj_strdup(a, zj_date_text(zj_date_from_ymd(1904, 1, 1) + day, buf));
    if (day == 60)
        return "1900-02-29";
    return zj_strdup(a, zj_date_text(zj_date_from_ymd(1899, 12, 30) + day + (day < 60), buf));
}

const char *xlsx_date_text(struct zj_arena *a, const char *raw, bool from_1904)
{
    double x;

    if (!parse(raw, &x) || x < 0 || x >= 73416) /* 2101-01-01 */
        return NULL;
    int day = (int)x, second = (int)lround((x - day) * SECONDS);
    if (second == SECONDS) {
        day++;
        second = 0;
    }
    if (day == 0 && !from_1904)
        return clock_text(a, second);
    const char *date = day_text(a, day, from_1904);
    if (day == 0 && second > 0)
        return clock_text(a, second);
    return second ? zj_printf(a, "%s %s", date, clock_text(a, second)) : date;
}

const char *xlsx_iso_text(struct zj_arena *a, const char *raw)
{
    int y, m, d, h = 0, min = 0, s = 0, end = 0;

    if (sscanf(raw, "%4d-%2d-%2d%n", &y, &m, &d, &end) < 3 || end != 10)
        return NULL;
    raw += end;
    if (*raw == 'T' && sscanf(raw, "T%2d:%2d:%2d%n", &h, &min, &s, &end) == 3 && end == 9)
        raw += end;
    if (*raw == '.')
        raw += 1 + strspn(raw + 1, "0123456789");
    raw += *raw == 'Z';
    if (*raw || h < 0 || min < 0 || s < 0 || h > 23 || min > 59 || s > 59)
        return NULL;
    int second = 3600 * h + 60 * min + s;
    const char *date = zj_printf(a, "%04d-%02d-%02d", y, m, d);
    return second ? zj_printf(a, "%s %s", date, clock_text(a, second)) : date;
}
