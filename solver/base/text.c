#include "solver/base/text.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

enum { MAX_WORD = 64 }; /* letters; longer words are compared no further */

static bool is_printable(int32_t c)
{
    return c >= 0x20 && (c < 0x7F || c > 0x9F) && !(c >= 0x2028 && c <= 0x202E) &&
           !(c >= 0x2066 && c <= 0x2069) && (c & 0xFFFE) != 0xFFFE;
}

char *zj_printable(struct zj_arena *a, const char *text)
{
    size_t n = strlen(text);
    char *out = zj_alloc(a, 4 * n + 1);
    char *to = out;

    for (size_t i = 0; i < n;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t len =
            utf8proc_iterate((const utf8proc_uint8_t *)text + i, (utf8proc_ssize_t)(n - i), &c);
        bool show = len > 0 && is_printable(c);
        size_t bytes = len > 0 ? (size_t)len : 1;
        for (size_t k = 0; k < bytes; k++, i++) {
            if (show)
                *to++ = text[i];
            else
                to += sprintf(to, "\\x%02X", (unsigned char)text[i]);
        }
    }
    return out;
}

/* The letters of a word, broken UTF-8 as single bytes; at most MAX_WORD of them. */
static int letters_of(const char *text, int32_t letter[MAX_WORD])
{
    size_t n = strlen(text);
    int count = 0;

    for (size_t i = 0; i < n && count < MAX_WORD; count++) {
        utf8proc_int32_t c;
        utf8proc_ssize_t len =
            utf8proc_iterate((const utf8proc_uint8_t *)text + i, (utf8proc_ssize_t)(n - i), &c);
        letter[count] = len > 0 ? c : (unsigned char)text[i];
        i += len > 0 ? (size_t)len : 1;
    }
    return count;
}

static int min3(int a, int b, int c)
{
    int m = a < b ? a : b;

    return m < c ? m : c;
}

int zj_edit_distance(const char *a, const char *b, int limit)
{
    int32_t x[MAX_WORD], y[MAX_WORD];
    int row[MAX_WORD + 1];
    int n = letters_of(a, x), m = letters_of(b, y);

    for (int j = 0; j <= m; j++)
        row[j] = j;
    for (int i = 1; i <= n; i++) {
        int diagonal = row[0];
        row[0] = i;
        for (int j = 1; j <= m; j++) {
            int above = row[j];
            row[j] = min3(above + 1, row[j - 1] + 1, diagonal + (x[i - 1] != y[j - 1]));
            diagonal = above;
        }
    }
    return row[m] <= limit ? row[m] : limit + 1;
}
