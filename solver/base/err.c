#include "solver/base/err.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Drop a UTF-8 sequence that snprintf cut in the middle. */
static void cut_on_border(char *s)
{
    size_t n = strlen(s);
    size_t lead = n;

    while (lead > 0 && ((unsigned char)s[lead - 1] & 0xC0) == 0x80)
        lead--;
    if (lead == 0)
        return;
    unsigned char c = (unsigned char)s[lead - 1];
    size_t want = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 1;
    if (n - (lead - 1) < want)
        s[lead - 1] = '\0';
}

enum zj_status zj_fail(struct zj_err *err, enum zj_status status, const char *fmt, ...)
{
    va_list ap;

    if (!err)
        return status;
    err->status = status;
    va_start(ap, fmt);
    int n = vsnprintf(err->text, sizeof err->text, fmt, ap);
    va_end(ap);
    if (n < 0)
        err->text[0] = '\0';
    else if ((size_t)n >= sizeof err->text)
        cut_on_border(err->text);
    return status;
}
