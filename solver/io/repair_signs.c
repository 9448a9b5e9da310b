/*
 * repair_signs.c - full-width signs, blanks that are not seen, and dashes of every length.
 */
#include "solver/io/repair.h"

#include <string.h>
#include <utf8proc.h>

/* Blanks and signs without width. */
static bool is_blank(utf8proc_int32_t c)
{
    return c <= 0x20 || c == 0x7F || c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x2028 ||
           c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
}

static bool is_dash(utf8proc_int32_t c)
{
    return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE63;
}

static bool is_letter(utf8proc_int32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static utf8proc_int32_t narrow(utf8proc_int32_t c, enum zj_narrow how)
{
    utf8proc_int32_t n = c >= 0xFF01 && c <= 0xFF5E ? c - 0xFF01 + '!' : c;

    if (is_dash(c) && how == ZJ_EVERYTHING)
        return '-';
    return is_letter(n) || how == ZJ_EVERYTHING ? n : c;
}

const char *zj_narrow(struct zj_arena *a, const char *text, enum zj_narrow how)
{
    utf8proc_ssize_t left = (utf8proc_ssize_t)strlen(text);
    const utf8proc_uint8_t *s = (const utf8proc_uint8_t *)text;
    char *out = zj_alloc(a, (size_t)left + 1), *to = out;
    utf8proc_int32_t c;

    while (left > 0) {
        utf8proc_ssize_t n = utf8proc_iterate(s, left, &c);
        if (n < 1)
            return text;
        s += n;
        left -= n;
        if (!is_blank(c))
            to += utf8proc_encode_char(narrow(c, how), (utf8proc_uint8_t *)to);
        else if (how == ZJ_LETTERS && to > out && to[-1] != ' ')
            *to++ = ' ';
    }
    while (to > out && to[-1] == ' ')
        to--;
    *to = '\0';
    return out;
}
