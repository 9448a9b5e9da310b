/*
 * strings.c - the texts that cells share, and how a text is gathered.
 */
#include "solver/xlsx/book_parts.h"

#include <stdlib.h>
#include <string.h>

void xlsx_text_add(struct xlsx_text *t, const char *s, int n)
{
    while (t->n + n > t->cap) {
        t->cap = t->cap ? 2 * t->cap : 256;
        t->s = zj_realloc(t->s, (size_t)t->cap, 1);
    }
    memcpy(t->s + t->n, s, (size_t)n);
    t->n += n;
}

/* The number in "_xHHHH_" at s, which has n bytes; 0 = no such thing. A NUL stays as it is written. */
static unsigned escape_at(const char *s, int n)
{
    unsigned number = 0;

    if (n < 7 || s[0] != '_' || s[1] != 'x' || s[6] != '_')
        return 0;
    for (int i = 2; i < 6; i++) {
        const char *digit = memchr("0123456789ABCDEF0123456789abcdef", s[i], 32);
        if (!digit)
            return 0;
        number = 16 * number + (unsigned)(digit - "0123456789ABCDEF0123456789abcdef") % 16;
    }
    return number >= 0xD800 && number <= 0xDFFF ? 0 : number;
}

static char *put_character(char *to, unsigned c)
{
    if (c < 0x80) {
        *to++ = (char)c;
    } else if (c < 0x800) {
        *to++ = (char)(0xC0 | c >> 6);
        *to++ = (char)(0x80 | (c & 0x3F));
    } else {
        *to++ = (char)(0xE0 | c >> 12);
        *to++ = (char)(0x80 | (c >> 6 & 0x3F));
        *to++ = (char)(0x80 | (c & 0x3F));
    }
    return to;
}

const char *xlsx_text_take(struct xlsx_text *t, struct zj_arena *a)
{
    char *text = zj_alloc(a, (size_t)t->n + 1), *to = text;

    for (int i = 0; i < t->n;) {
        unsigned c = escape_at(t->s + i, t->n - i);
        if (c) {
            to = put_character(to, c);
            i += 7;
        } else {
            *to++ = t->s[i++];
        }
    }
    t->n = 0;
    return text;
}

const char *xlsx_escaped(struct zj_arena *a, const char *text)
{
    const char *out = "", *from = text;

    for (const char *s = text; *s; s++) {
        if (!escape_at(s, (int)strnlen(s, 7)))
            continue;
        out = zj_printf(a, "%s%.*s_x005F", out, (int)(s - from), from);
        from = s;
    }
    return *out ? zj_printf(a, "%s%s", out, from) : text;
}

struct reading {
    struct xlsx_book *b;
    struct xlsx_text text;
    bool in_text; /* inside of <t> */
    int phonetic; /* levels of <rPh>: how the characters are spoken, which is not part of the text */
};

static void start(void *ctx, const char *name, const char **attributes)
{
    struct reading *r = ctx;

    (void)attributes;
    if (strcmp(name, "si") == 0)
        r->text.n = 0;
    r->phonetic += strcmp(name, "rPh") == 0;
    r->in_text = strcmp(name, "t") == 0 && r->phonetic == 0;
}

static void end(void *ctx, const char *name)
{
    struct reading *r = ctx;
    struct xlsx_book *b = r->b;

    r->in_text = false;
    r->phonetic -= strcmp(name, "rPh") == 0;
    if (strcmp(name, "si") != 0)
        return;
    ZJ_GROW(b->string, b->n_strings, b->cap_strings);
    b->string[b->n_strings++] = xlsx_text_take(&r->text, &b->arena);
}

static void text(void *ctx, const char *s, int n)
{
    struct reading *r = ctx;

    if (r->in_text)
        xlsx_text_add(&r->text, s, n);
}

enum zj_status xlsx_read_strings(struct xlsx_book *b, const char *part)
{
    struct reading r = {.b = b};
    const struct xlsx_handler h = {start, end, text, &r, NULL};
    enum zj_status st = xlsx_part_parse(&b->archive, part, &h);

    free(r.text.s);
    return st;
}
