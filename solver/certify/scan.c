#include "solver/certify/scan.h"

#include "solver/base/i18n.h"

#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MAX_DIGITS = 300, SHOWN = 40 };

bool cert_fail(struct cert_scan *s, enum zj_status status, int line, int column, const char *fmt, ...)
{
    char text[512];
    va_list ap;

    if (s->status != ZJ_OK)
        return false;
    va_start(ap, fmt);
    vsnprintf(text, sizeof text, fmt, ap);
    va_end(ap);
    s->status = status;
    const struct zj_place at = {.file = s->file, .line = line, .column = column};
    zj_diag_add(s->diag, ZJ_ERROR, status == ZJ_EDATA ? "bad_certificate" : "refuted", &at, "%s", text);
    return false;
}

bool cert_bad_word(struct cert_scan *s, const char *expected)
{
    const struct cert_word *w = &s->word;
    int n = w->n < SHOWN ? (int)w->n : SHOWN;

    return cert_fail(s, ZJ_EDATA, w->line, w->column, _("'%.*s%s' is not %s"), n, w->text,
                     w->n > SHOWN ? "..." : "", expected);
}

static void step(struct cert_scan *s)
{
    unsigned char c = (unsigned char)s->bytes[s->at++];

    if (c == '\n') {
        s->line++;
        s->column = 1;
    } else if ((c & 0xC0) != 0x80) { /* columns count characters */
        s->column++;
    }
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

int cert_peek(struct cert_scan *s)
{
    while (s->at < s->n && is_blank(s->bytes[s->at]))
        step(s);
    return s->at < s->n ? (unsigned char)s->bytes[s->at] : -1;
}

static void begin_word(struct cert_scan *s)
{
    s->word = (struct cert_word){.text = s->bytes + s->at, .line = s->line, .column = s->column};
}

static void end_word(struct cert_scan *s)
{
    s->word.n = (size_t)(s->bytes + s->at - s->word.text);
}

void cert_rest_of_line(struct cert_scan *s)
{
    while (s->at < s->n && (s->bytes[s->at] == ' ' || s->bytes[s->at] == '\t'))
        step(s);
    begin_word(s);
    while (s->at < s->n && s->bytes[s->at] != '\n')
        step(s);
    end_word(s);
    while (s->word.n > 0 && is_blank(s->word.text[s->word.n - 1]))
        s->word.n--;
}

bool cert_next(struct cert_scan *s)
{
    if (s->status != ZJ_OK)
        return false;
    if (cert_peek(s) < 0)
        return cert_fail(s, ZJ_EDATA, s->line, s->column, _("the certificate ends too early"));
    begin_word(s);
    while (s->at < s->n && !is_blank(s->bytes[s->at])) {
        unsigned char c = (unsigned char)s->bytes[s->at];
        if (c < 0x20 || c == 0x7F)
            return cert_fail(s, ZJ_EDATA, s->line, s->column, _("a control character has no place here"));
        step(s);
    }
    end_word(s);
    return true;
}

bool cert_is(const struct cert_word *w, const char *text)
{
    return w->n == strlen(text) && memcmp(w->text, text, w->n) == 0;
}

bool cert_expect(struct cert_scan *s, const char *text)
{
    char quoted[64];

    if (!cert_next(s))
        return false;
    if (cert_is(&s->word, text))
        return true;
    snprintf(quoted, sizeof quoted, "'%s'", text);
    return cert_bad_word(s, quoted);
}

/* Decimal digits with perhaps a sign; at most nine digits. */
static bool small_integer(const struct cert_word *w, int *out)
{
    size_t i = w->n > 0 && w->text[0] == '-' ? 1 : 0;
    int v = 0;

    if (w->n == i || w->n - i > 9)
        return false;
    bool negative = i == 1;
    for (; i < w->n; i++) {
        if (w->text[i] < '0' || w->text[i] > '9')
            return false;
        v = 10 * v + (w->text[i] - '0');
    }
    *out = negative ? -v : v;
    return true;
}

bool cert_count(struct cert_scan *s, int *out)
{
    if (!cert_next(s))
        return false;
    if (!small_integer(&s->word, out) || *out < 0)
        return cert_bad_word(s, _("a count"));
    if ((size_t)*out > (s->n - s->at) / 2 + 1)
        return cert_fail(s, ZJ_EDATA, s->word.line, s->word.column,
                         _("%d of them cannot stand in what is left of the file"), *out);
    return true;
}

bool cert_index(struct cert_scan *s, int limit, int *out)
{
    if (!cert_next(s))
        return false;
    if (!small_integer(&s->word, out) || *out < 0)
        return cert_bad_word(s, _("an index"));
    if (*out >= limit)
        return cert_fail(s, ZJ_EDATA, s->word.line, s->word.column,
                         _("the index %d is too large; the least that is too large is %d"), *out, limit);
    return true;
}

bool cert_last_use(struct cert_scan *s, int *out)
{
    if (!cert_next(s))
        return false;
    if (!small_integer(&s->word, out) || *out < -1)
        return cert_bad_word(s, _("an index or -1"));
    return true;
}

bool cert_parse_number(const struct cert_word *w, mpq_t out)
{
    char digits[2 * MAX_DIGITS];
    size_t n = 0, decimals = 0, i = w->n > 0 && (w->text[0] == '-' || w->text[0] == '+') ? 1 : 0;
    const size_t first = i;
    char mark = 0; /* '.' or '/' once it came */

    if (w->n == i || w->n > MAX_DIGITS)
        return false;
    if (w->text[0] == '-')
        digits[n++] = '-';
    for (; i < w->n; i++) {
        char c = w->text[i];
        if ((c == '.' || c == '/') && !mark && i > first && i + 1 < w->n) {
            mark = c;
            if (c == '/')
                digits[n++] = c;
        } else if (c >= '0' && c <= '9') {
            digits[n++] = c;
            decimals += mark == '.';
        } else {
            return false;
        }
    }
    if (mark == '.') {
        digits[n++] = '/';
        digits[n++] = '1';
        memset(digits + n, '0', decimals);
        n += decimals;
    }
    digits[n] = '\0';
    if (mpq_set_str(out, digits, 10) != 0 || mpz_sgn(mpq_denref(out)) == 0) {
        mpq_set_ui(out, 0, 1);
        return false;
    }
    mpq_canonicalize(out);
    return true;
}

bool cert_number(struct cert_scan *s, mpq_t out)
{
    if (!cert_next(s))
        return false;
    return cert_parse_number(&s->word, out) ||
           cert_bad_word(s, _("an exact number such as 12, -3/4 or 0.25, of at most 300 digits"));
}
