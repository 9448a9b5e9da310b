#include "solver/io/encoding.h"

#include "solver/base/i18n.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <utf8proc.h>

/* One way to read the bytes: the text as far as it could be decoded. */
struct reading {
    const char *charset;
    char *text; /* heap, NUL after n bytes */
    size_t n;
    size_t used; /* bytes of the input that were decoded */
    bool ok;     /* all of them */
};

static const struct mark {
    const char *charset, *bytes;
    size_t n;
} marks[] = {
    {"UTF-8", "\xEF\xBB\xBF", 3},
    {"UTF-16LE", "\xFF\xFE", 2},
    {"UTF-16BE", "\xFE\xFF", 2},
    {"GB18030", "\x84\x31\x95\x33", 4},
};

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

/* Decode with iconv, as far as the bytes are valid. No charset needs more than twice the room in UTF-8. */
static void convert(struct reading *r, const char *bytes, size_t n, const char *to)
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

char *zj_to_gb18030(const char *text, size_t *n)
{
    struct reading r = {.charset = "UTF-8"};

    convert(&r, text, *n, "GB18030");
    *n = r.n;
    return r.text;
}

static struct reading read_as(const char *charset, const char *bytes, size_t n)
{
    struct reading r = {charset, NULL, 0, 0, false};

    if (strcmp(charset, "UTF-8") != 0) {
        convert(&r, bytes, n, "UTF-8");
        return r;
    }
    r.n = r.used = valid_utf8(bytes, n);
    r.ok = r.n == n;
    r.text = zj_malloc(r.n + 1);
    memcpy(r.text, bytes, r.n);
    r.text[r.n] = '\0';
    return r;
}

/* Header cells of the first line that is not empty which name a column of the table. */
static int known_headers(const struct reading *r, enum zj_table_id t)
{
    const char *line = r->text + strspn(r->text, "\r\n");
    size_t end = strcspn(line, "\r\n");
    int known = 0;

    for (size_t i = 0; i <= end; i++) {
        const char *cell = line + i;
        size_t n = strcspn(cell, ",\r\n");
        i += n;
        zj_trim(&cell, &n);
        if (n >= 2 && cell[0] == '"' && cell[n - 1] == '"') {
            cell++;
            n -= 2;
        }
        char name[128];
        if (n >= sizeof name)
            continue;
        memcpy(name, cell, n);
        name[n] = '\0';
        known += zj_column_find(t, name) >= 0;
    }
    return known;
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

static bool has_foreign(const struct reading *r)
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

/* Does every character stand in GB2312, ordinary simplified Chinese? Its bytes are both A1..FE there. */
static bool is_ordinary(const struct reading *r)
{
    struct reading gb = {"UTF-8", NULL, 0, 0, false};

    convert(&gb, r->text, r->n, "GB18030");
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

enum decision { UNDECIDED = -1, BY_VALIDITY, BY_HEADER, BY_LETTERS, BY_CHARACTERS };

/* Which of two valid readings is meant, 0 (UTF-8) or 1 (GB18030), and why. */
static int decide(const struct reading r[2], enum zj_table_id t, enum decision *why)
{
    int header[2] = {known_headers(&r[0], t), known_headers(&r[1], t)};
    bool foreign[2] = {has_foreign(&r[0]), has_foreign(&r[1])};

    *why = BY_HEADER;
    if (header[0] != header[1])
        return header[1] > header[0];
    *why = BY_LETTERS;
    if (foreign[0] != foreign[1])
        return foreign[0];
    /*
     * Two Chinese characters are six bytes in UTF-8, and these are as a rule three rare characters in
     * GB18030. The reverse proves nothing: a rare name in UTF-8 may be three ordinary characters there.
     */
    *why = is_ordinary(&r[0]) && !is_ordinary(&r[1]) ? BY_CHARACTERS : UNDECIDED;
    return 0;
}

/* The place after a text. */
static struct zj_place place_after(const char *file, const char *text, size_t n)
{
    struct zj_place at = {file, 1, 1, NULL};

    for (size_t i = 0; i < n; i++) {
        if (text[i] == '\n') {
            at.line++;
            at.column = 1;
        } else {
            at.column += ((unsigned char)text[i] & 0xC0) != 0x80;
        }
    }
    return at;
}

static void report_invalid(const struct reading *r, const char *bytes, size_t n, bool asked, const char *file,
                           struct zj_diag *d)
{
    struct zj_place at = place_after(file, r->text, r->n);
    unsigned byte = r->used < n ? (unsigned char)bytes[r->used] : 0;

    if (asked)
        zj_diag_add(d, ZJ_ERROR, "bad_encoding", &at, _("the byte 0x%02X is not valid %s"), byte, r->charset);
    else
        zj_diag_add(d, ZJ_ERROR, "bad_encoding", &at,
                    _("the byte 0x%02X is valid neither in UTF-8 nor in GB18030"), byte);
}

static void note_choice(const struct reading *r, enum decision why, const char *file, struct zj_diag *d)
{
    struct zj_place at = {file, 0, 0, NULL};

    if (strcmp(r->charset, "UTF-8") == 0)
        return;
    switch (why) {
    case BY_HEADER:
        zj_diag_add(d, ZJ_NOTE, "encoding", &at, _("read as %s, decided by its header"), r->charset);
        break;
    case BY_LETTERS:
        zj_diag_add(d, ZJ_NOTE, "encoding", &at, _("read as %s, decided by its letters"), r->charset);
        break;
    default:
        zj_diag_add(d, ZJ_NOTE, "encoding", &at, _("read as %s, because it is not valid UTF-8"), r->charset);
    }
}

/* Take over the text of a reading, unless it holds a NUL. */
static enum zj_status accept(struct reading *r, const char *file, struct zj_diag *d, char **text,
                             size_t *length)
{
    const char *nul = memchr(r->text, '\0', r->n);

    if (nul) {
        struct zj_place at = place_after(file, r->text, (size_t)(nul - r->text));
        zj_diag_add(d, ZJ_ERROR, "nul", &at, _("a NUL character; this is not a text file"));
        free(r->text);
        return ZJ_EDATA;
    }
    *text = r->text;
    *length = r->n;
    return ZJ_OK;
}

/* The encoding is given, by the user or by a byte order mark. */
static enum zj_status decode_as(const char *charset, const char *bytes, size_t n, const char *file,
                                struct zj_diag *d, char **text, size_t *length)
{
    struct reading r = read_as(charset, bytes, n);

    if (r.ok)
        return accept(&r, file, d, text, length);
    report_invalid(&r, bytes, n, true, file, d);
    free(r.text);
    return ZJ_EDATA;
}

static enum zj_status decode_either(const char *bytes, size_t n, enum zj_table_id t, const char *file,
                                    struct zj_diag *d, char **text, size_t *length)
{
    struct reading r[2] = {read_as("UTF-8", bytes, n), read_as("GB18030", bytes, n)};
    struct zj_place at = {file, 0, 0, NULL};
    enum decision why = BY_VALIDITY;
    int chosen = r[0].ok ? 0 : 1;

    if (r[0].ok && r[1].ok)
        chosen = decide(r, t, &why);
    if (!r[0].ok && !r[1].ok) {
        report_invalid(&r[r[1].used > r[0].used], bytes, n, false, file, d);
        why = UNDECIDED;
    } else if (why == UNDECIDED) {
        zj_diag_add(d, ZJ_ERROR, "ambiguous_encoding", &at,
                    _("the file can be read as UTF-8 and as GB18030; say which with --encoding"));
    }
    free(r[1 - chosen].text);
    if (why == UNDECIDED) {
        free(r[chosen].text);
        return ZJ_EDATA;
    }
    note_choice(&r[chosen], why, file, d);
    return accept(&r[chosen], file, d, text, length);
}

static bool is_ascii(const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if ((unsigned char)bytes[i] >= 0x80)
            return false;
    return true;
}

static const struct mark *find_mark(const char *bytes, size_t n)
{
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (n >= marks[i].n && memcmp(bytes, marks[i].bytes, marks[i].n) == 0)
            return &marks[i];
    return NULL;
}

enum zj_status zj_decode(const char *bytes, size_t n, const char *asked, enum zj_table_id t, const char *file,
                         struct zj_diag *d, char **text, size_t *length)
{
    const struct mark *m = find_mark(bytes, n);
    struct zj_place at = {file, 0, 0, NULL};

    *text = NULL;
    *length = 0;
    if (m && asked && strcasecmp(asked, m->charset) != 0) {
        zj_diag_add(d, ZJ_ERROR, "bad_encoding", &at,
                    _("the file begins with the byte order mark of %s, but %s was asked for"), m->charset,
                    asked);
        return ZJ_EDATA;
    }
    if (m) {
        if (strcmp(m->charset, "UTF-8") != 0)
            zj_diag_add(d, ZJ_NOTE, "encoding", &at, _("read as %s, decided by its byte order mark"),
                        m->charset);
        return decode_as(m->charset, bytes + m->n, n - m->n, file, d, text, length);
    }
    if (asked)
        return decode_as(asked, bytes, n, file, d, text, length);
    return is_ascii(bytes, n) ? decode_as("UTF-8", bytes, n, file, d, text, length)
                              : decode_either(bytes, n, t, file, d, text, length);
}
