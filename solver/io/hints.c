#include "solver/io/hints.h"

#include "solver/base/date.h"
#include "solver/base/mem.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static const char digits[] = "0123456789";

bool zj_parse_int(const char *text, int *out)
{
    const char *s = text + (*text == '-');
    size_t n = strspn(s, digits);

    if (n < 1 || n > 9 || s[n])
        return false;
    *out = atoi(text);
    return true;
}

/* n ASCII digits as a number, or -1. */
static int fixed_digits(const char *s, size_t n)
{
    int x = 0;

    for (size_t i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9')
            return -1;
        x = 10 * x + (s[i] - '0');
    }
    return x;
}

bool zj_parse_date(const char *text, int32_t *out)
{
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return false;
    int y = fixed_digits(text, 4), m = fixed_digits(text + 5, 2), d = fixed_digits(text + 8, 2);
    if (!zj_date_exists(y, m, d))
        return false;
    *out = zj_date_from_ymd(y, m, d);
    return true;
}

bool zj_parse_clock(const char *text, int *minutes)
{
    if (strlen(text) != 5 || text[2] != ':')
        return false;
    int h = fixed_digits(text, 2), m = fixed_digits(text + 3, 2);
    if (h < 0 || h > 23 || m < 0 || m > 59)
        return false;
    *minutes = 60 * h + m;
    return true;
}

bool zj_parse_degrees(const char *text, int lo, int hi, int32_t *e6)
{
    const char *s = text + (*text == '-');
    size_t whole = strspn(s, digits);
    size_t decimals = s[whole] == '.' ? strspn(s + whole + 1, digits) : 0;
    size_t length = whole + (s[whole] == '.' ? 1 + decimals : 0);

    if (whole < 1 || whole > 3 || s[length] || decimals > 6 || (s[whole] == '.' && decimals == 0))
        return false;
    int32_t x = (int32_t)fixed_digits(s, whole) * 1000000;
    int32_t unit = 100000;
    for (size_t i = 0; i < decimals; i++, unit /= 10)
        x += (s[whole + 1 + i] - '0') * unit;
    if (*text == '-')
        x = -x;
    if (x < lo * 1000000 || x > hi * 1000000)
        return false;
    *e6 = x;
    return true;
}

/* The text with full-width letters made narrow; "" when it is too long to be a hint. */
static void narrow(const char *text, char buf[64])
{
    buf[0] = '\0';
    utf8proc_uint8_t *s = utf8proc_NFKC((const utf8proc_uint8_t *)text);
    if (s && strlen((char *)s) < 64)
        snprintf(buf, 64, "%s", (char *)s);
    free(s);
}

bool zj_hint_int(const char *text, char *hint, size_t size)
{
    char s[64];
    int number;

    narrow(text, s);
    char *dot = strchr(s, '.');
    if (dot && dot[1] && dot[1 + strspn(dot + 1, "0")] == '\0')
        *dot = '\0';
    if (!zj_parse_int(s[0] == '+' ? s + 1 : s, &number))
        return false;
    snprintf(hint, size, "%d", number);
    return true;
}

bool zj_hint_date(const char *text, char *hint, size_t size)
{
    char s[64], a[8], b[8], tail[8] = "";
    int y, m, d;

    narrow(text, s);
    if (sscanf(s, "%4d%7[^0-9]%2d%7[^0-9]%2d%7s", &y, a, &m, b, &d, tail) < 5 || !zj_date_exists(y, m, d))
        return false;
    bool is_plain = strcmp(a, b) == 0 && strlen(a) == 1 && strchr("/-.", a[0]) && !*tail;
    if (!is_plain && (strcmp(a, "年") != 0 || strcmp(b, "月") != 0 || strcmp(tail, "日") != 0))
        return false;
    snprintf(hint, size, "%04d-%02d-%02d", y, m, d);
    return true;
}
