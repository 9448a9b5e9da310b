#include "solver/cli/values.h"

#include "solver/base/i18n.h"

#include <ctype.h>
#include <stddef.h>

static const int64_t max_count = INT64_C(1000000000000000);
static const int64_t max_seconds = INT64_C(366) * 24 * 3600;

/*
 * Read digits[.digits] as an integer of units 10^-places. At most `places` digits
 * may follow the point. False when the text does not begin so or the number
 * exceeds `max` units; *rest is what follows the number.
 */
static bool read_decimal(const char *text, int places, int64_t max, int64_t *out, const char **rest)
{
    int64_t n = 0;
    bool after_point = false;

    if (!isdigit((unsigned char)*text))
        return false;
    for (;; text++) {
        if (*text == '.' && !after_point && isdigit((unsigned char)text[1])) {
            after_point = true;
            continue;
        }
        if (!isdigit((unsigned char)*text))
            break;
        if (after_point && places-- == 0)
            return false;
        n = 10 * n + (*text - '0');
        if (n > max)
            return false;
    }
    for (; places > 0; places--) {
        n *= 10;
        if (n > max)
            return false;
    }
    *out = n;
    *rest = text;
    return true;
}

const char *cli_read_text(const char *text, const char **out)
{
    if (!*text)
        return _("something that is not empty");
    *out = text;
    return NULL;
}

const char *cli_read_flag(const char *text, bool *out)
{
    (void)text;
    *out = true;
    return NULL;
}

const char *cli_read_seconds(const char *text, int64_t *out)
{
    int64_t ms;
    const char *rest;

    if (!read_decimal(text, 3, max_seconds * 1000, &ms, &rest) || *rest || ms == 0)
        return _("seconds, such as 60 or 0.5");
    *out = ms;
    return NULL;
}

const char *cli_read_count(const char *text, int64_t *out)
{
    int64_t n;
    const char *rest;

    if (!read_decimal(text, 0, max_count, &n, &rest) || *rest || n == 0)
        return _("a whole number, at least 1");
    *out = n;
    return NULL;
}

const char *cli_read_gap(const char *text, int *out)
{
    int64_t n;
    const char *rest;

    if (read_decimal(text, 0, 1000, &n, &rest) && !*rest) {
        *out = (int)n;
        return NULL;
    }
    if (read_decimal(text, 1, 1000, &n, &rest) && rest[0] == '%' && !rest[1]) {
        *out = (int)n;
        return NULL;
    }
    return _("permille, such as 20, or a percentage, such as 2% or 2.5%");
}

const char *cli_read_jobs(const char *text, int *out)
{
    int64_t n;
    const char *rest;

    if (!read_decimal(text, 0, 256, &n, &rest) || *rest || n == 0)
        return _("a whole number from 1 to 256");
    *out = (int)n;
    return NULL;
}
