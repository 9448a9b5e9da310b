/*
 * repair_dates.c - dates and times of day as people write them.
 */
#include "solver/base/date.h"
#include "solver/io/hints.h"
#include "solver/io/repair.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Days counted from 1899-12-30; fewer than five digits would be a year, or somebody long dead. */
enum { FIRST_SERIAL = 10000, LAST_SERIAL = 73415 };

/* 1 to `most` digits at *s as a number, moving behind them; -1 when there is none. */
static int take_digits(const char **s, int most)
{
    int x = -1;

    for (int i = 0; i < most && **s >= '0' && **s <= '9'; i++, ++*s)
        x = 10 * (x < 0 ? 0 : x) + (**s - '0');
    return x;
}

/* Move behind one of the words, which are separated by '|'. False when none is there. */
static bool take_word(const char **s, const char *words)
{
    for (size_t n; *words; words += n + (words[n] == '|')) {
        n = strcspn(words, "|");
        if (strncmp(*s, words, n) == 0) {
            *s += n;
            return true;
        }
    }
    return false;
}

static const char *date_text(struct zj_arena *a, int y, int m, int d)
{
    return zj_date_exists(y, m, d) ? zj_printf(a, "%04d-%02d-%02d", y, m, d) : NULL;
}

/* 27455, 19750302 or 197503. */
static const char *from_digits(const struct zj_repair *how, const char *s)
{
    size_t n = strlen(s);
    int x = n <= 8 ? atoi(s) : 0;
    char buf[16];

    if (n == 8)
        return date_text(how->arena, x / 10000, x / 100 % 100, x % 100);
    if (n == 6)
        return date_text(how->arena, x / 100, x % 100, 1);
    if (n != 5 || x < FIRST_SERIAL || x > LAST_SERIAL)
        return NULL;
    int32_t day_0 = how->b->from_1904 ? zj_date_from_ymd(1904, 1, 1) : zj_date_from_ymd(1899, 12, 30);
    return zj_strdup(how->arena, zj_date_text(day_0 + x, buf));
}

/* A month without a day begins on its first: 1975.3, 1975年3月. A time of day is no part of a date. */
const char *zj_mend_date(const struct zj_repair *how, const char *text)
{
    if (strchr(text, ':')) /* a time of day stands behind a blank */
        text = zj_strndup(how->arena, text, strcspn(text, " "));
    const char *s = zj_narrow(how->arena, text, ZJ_EVERYTHING), *digits = s;

    if (*s && s[strspn(s, "0123456789")] == '\0')
        return from_digits(how, s);
    int y = take_digits(&s, 4), d = 1;
    if (s - digits != 4 || !take_word(&s, "-|/|.|年"))
        return NULL;
    int m = take_digits(&s, 2);
    if (take_word(&s, "-|/|.|月") && *s) {
        d = take_digits(&s, 2);
        take_word(&s, "日|号");
    }
    return *s ? NULL : date_text(how->arena, y, m, d);
}

/* The share of a day that a number is: 0.5 is noon. */
static const char *from_share(struct zj_arena *a, const char *s)
{
    double minutes = strtod(s, NULL) * 24 * 60;
    int whole = (int)lround(minutes);

    if (fabs(minutes - whole) > 0.01 || whole < 0 || whole >= 24 * 60)
        return NULL;
    return zj_printf(a, "%02d:%02d", whole / 60, whole % 60);
}

/* 8:20, 8:20:00, 8点20分, 下午2:30. */
const char *zj_mend_clock(const struct zj_repair *how, const char *text)
{
    const char *s = zj_narrow(how->arena, text, ZJ_EVERYTHING);

    if (strncmp(s, "0.", 2) == 0 && s[2] && s[2 + strspn(s + 2, "0123456789")] == '\0')
        return from_share(how->arena, s);
    bool after_noon = take_word(&s, "下午|晚上|PM|pm");
    if (!after_noon)
        take_word(&s, "上午|早上|AM|am");
    int h = take_digits(&s, 2), m = 0;
    if (h < 0 || !take_word(&s, ":|点|时"))
        return NULL;
    if (*s)
        m = take_digits(&s, 2);
    if (!take_word(&s, ":00"))
        take_word(&s, "分");
    h += after_noon && h < 12 ? 12 : 0;
    return *s || m < 0 || m > 59 || h > 23 ? NULL : zj_printf(how->arena, "%02d:%02d", h, m);
}
