#include "solver/io/charset.h"

#include "solver/base/mem.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Strict: no overlong forms, no surrogates, nothing above U+10FFFF. */
static size_t valid_utf8(const char *bytes, size_t n)
{
    size_t i = 0;

    while (i < n) {
        utf8proc_int32_t c;
        utf8proc_ssize_t len = 1;
        if ((unsigned char)bytes[i] >= 0x80)
            len = utf8proc_iterate((const utf8proc_uint8_t *)bytes + i, (utf8proc_ssize_t)(n - i), &c);
        if (len < 1)
            break;
        i += (size_t)len;
    }
    return i;
}

/* No charset needs more than twice the room in UTF-8. */
void zj_convert(struct zj_reading *r, const char *bytes, size_t n, const char *to)
{
    size_t left = n, room = 2 * n + 8;
    char *in = (char *)(uintptr_t)bytes, *out; /* iconv takes a char * but writes nothing there */

    r->text = out = zj_malloc(room + 1);
    iconv_t cd = iconv_open(to, r->charset);
    if (cd == (iconv_t)-1 && errno == ENOMEM)
        zj_out_of_memory();
    if (cd == (iconv_t)-1) {
        *out = '\0';
        return;
    }
    r->ok = iconv(cd, &in, &left, &out, &room) != (size_t)-1;
    iconv_close(cd);
    r->used = n - left;
    r->n = (size_t)(out - r->text);
    *out = '\0';
}

struct zj_reading zj_read_as(const char *charset, const char *bytes, size_t n)
{
    struct zj_reading r = {charset, NULL, 0, 0, false};

    if (strcmp(charset, "UTF-8") != 0) {
        zj_convert(&r, bytes, n, "UTF-8");
        return r;
    }
    r.n = r.used = valid_utf8(bytes, n);
    r.ok = r.n == n;
    r.text = zj_malloc(r.n + 1);
    memcpy(r.text, bytes, r.n);
    r.text[r.n] = '\0';
    return r;
}

/* Letters and signs between ASCII and CJK that Chinese tables do hold: § ¨ ° ± · × ÷. */
static bool is_foreign(utf8proc_int32_t c)
{
    if (c >= 0xE000 && c <= 0xF8FF)
        return true;
    if (c < 0x80 || c > 0x7FF)
        return false;
    return c != 0xA7 && c != 0xA8 && c != 0xB0 && c != 0xB1 && c != 0xB7 && c != 0xD7 && c != 0xF7;
}

bool zj_has_foreign(const struct zj_reading *r)
{
    utf8proc_int32_t c;

    for (size_t i = 0; i < r->n;) {
        utf8proc_ssize_t len =
            utf8proc_iterate((const utf8proc_uint8_t *)r->text + i, (utf8proc_ssize_t)(r->n - i), &c);
        if (is_foreign(c))
            return true;
        i += (size_t)len;
    }
    return false;
}

/* Both bytes of a character of GB2312 are A1..FE in GB18030. */
bool zj_is_ordinary(const struct zj_reading *r)
{
    struct zj_reading gb = {"UTF-8", NULL, 0, 0, false};

    zj_convert(&gb, r->text, r->n, "GB18030");
    bool ordinary = gb.ok;
    for (size_t i = 0; ordinary && i < gb.n; i++) {
        unsigned char c = (unsigned char)gb.text[i];
        if (c < 0x80)
            continue;
        ordinary = c >= 0xA1 && (unsigned char)gb.text[i + 1] >= 0xA1;
        i++;
    }
    free(gb.text);
    return ordinary;
}
