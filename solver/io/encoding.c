#include "solver/io/encoding.h"

#include "solver/base/i18n.h"
#include "solver/io/charset.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

static const struct mark {
    const char *charset, *bytes;
    size_t n;
} marks[] = {
    {"UTF-8", "\xEF\xBB\xBF", 3},
    {"UTF-16LE", "\xFF\xFE", 2},
    {"UTF-16BE", "\xFE\xFF", 2},
    {"GB18030", "\x84\x31\x95\x33", 4},
};

char *zj_to_gb18030(const char *text, size_t *n)
{
    struct zj_reading r = {.charset = "UTF-8"};

    zj_convert(&r, text, *n, "GB18030");
    *n = r.n;
    return r.text;
}

/* Header cells of the first line that is not empty which name a column of the table. */
static int known_headers(const struct zj_reading *r, enum zj_table_id t)
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

enum decision { UNDECIDED = -1, BY_VALIDITY, BY_HEADER, BY_LETTERS, BY_CHARACTERS };

/* Which of two valid readings is meant, 0 (UTF-8) or 1 (GB18030), and why. */
static int decide(const struct zj_reading r[2], enum zj_table_id t, enum decision *why)
{
    int header[2] = {known_headers(&r[0], t), known_headers(&r[1], t)};
    bool foreign[2] = {zj_has_foreign(&r[0]), zj_has_foreign(&r[1])};

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
    *why = zj_is_ordinary(&r[0]) && !zj_is_ordinary(&r[1]) ? BY_CHARACTERS : UNDECIDED;
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

static void report_invalid(const struct zj_reading *r, const char *bytes, size_t n, bool asked,
                           const char *file, struct zj_diag *d)
{
    struct zj_place at = place_after(file, r->text, r->n);
    unsigned byte = r->used < n ? (unsigned char)bytes[r->used] : 0;

    if (asked)
        zj_diag_add(d, ZJ_ERROR, "bad_encoding", &at, _("the byte 0x%02X is not valid %s"), byte, r->charset);
    else
        zj_diag_add(d, ZJ_ERROR, "bad_encoding", &at,
                    _("the byte 0x%02X is valid neither in UTF-8 nor in GB18030"), byte);
}

static void note_choice(const struct zj_reading *r, enum decision why, const char *file, struct zj_diag *d)
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
static enum zj_status accept(struct zj_reading *r, const char *file, struct zj_diag *d, char **text,
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
    struct zj_reading r = zj_read_as(charset, bytes, n);

    if (r.ok)
        return accept(&r, file, d, text, length);
    report_invalid(&r, bytes, n, true, file, d);
    free(r.text);
    return ZJ_EDATA;
}

static enum zj_status decode_either(const char *bytes, size_t n, enum zj_table_id t, const char *file,
                                    struct zj_diag *d, char **text, size_t *length)
{
    struct zj_reading r[2] = {zj_read_as("UTF-8", bytes, n), zj_read_as("GB18030", bytes, n)};
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
