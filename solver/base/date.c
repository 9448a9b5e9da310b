#include "solver/base/date.h"

#include <stdio.h>

static const int days_before[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

static bool is_leap(int y)
{
    return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

static int days_in(int year, int month)
{
    return days_before[month] - days_before[month - 1] + (month == 2 && is_leap(year) ? 1 : 0);
}

/* Days from 0001-01-01 to the first day of `year`. */
static int32_t days_to_year(int year)
{
    int y = year - 1;

    return 365 * y + y / 4 - y / 100 + y / 400;
}

int32_t zj_date_from_ymd(int year, int month, int day)
{
    int32_t n = days_to_year(year) + days_before[month - 1] + day - 1;

    if (month > 2 && is_leap(year))
        n++;
    return n - days_to_year(1970);
}

void zj_date_to_ymd(int32_t date, int *year, int *month, int *day)
{
    int y = 1970 + date / 366;

    while (zj_date_from_ymd(y + 1, 1, 1) <= date)
        y++;
    while (zj_date_from_ymd(y, 1, 1) > date)
        y--;
    int m = 12;
    while (zj_date_from_ymd(y, m, 1) > date)
        m--;
    *year = y;
    *month = m;
    *day = date - zj_date_from_ymd(y, m, 1) + 1;
}

bool zj_date_exists(int year, int month, int day)
{
    return year >= 1900 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 &&
           day <= days_in(year, month);
}

const char *zj_date_text(int32_t date, char buf[16])
{
    int y, m, d;

    zj_date_to_ymd(date, &y, &m, &d);
    snprintf(buf, 16, "%04d-%02d-%02d", y % 10000, m % 100, d % 100);
    return buf;
}
