#include "solver/report/markup.h"

#include "solver/base/text.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_SIZE = 4096 };

void rep_put_bytes(struct rep_markup *m, const char *bytes, size_t n)
{
    if (m->cap - m->n < n + 1) {
        size_t cap = m->cap ? m->cap : FIRST_SIZE;
        while (cap - m->n < n + 1)
            cap *= 2;
        m->bytes = zj_realloc(m->bytes, cap, 1);
        m->cap = cap;
    }
    memcpy(m->bytes + m->n, bytes, n);
    m->n += n;
    m->bytes[m->n] = '\0';
}

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

static void put_escaped(struct rep_markup *m, const char *text)
{
    struct zj_arena arena = {0};
    const char *p = zj_printable(&arena, text), *from = p;

    for (; *p; p++) {
        const char *e = entity(*p);
        if (!e)
            continue;
        rep_put_bytes(m, from, (size_t)(p - from));
        rep_put_bytes(m, e, strlen(e));
        from = p + 1;
    }
    rep_put_bytes(m, from, (size_t)(p - from));
    zj_arena_release(&arena);
}

static void put_number(struct rep_markup *m, long long number)
{
    char digits[24];
    int n = snprintf(digits, sizeof digits, "%lld", number);

    rep_put_bytes(m, digits, (size_t)n);
}

void rep_put(struct rep_markup *m, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    for (const char *p = fmt; *p;) {
        size_t plain = strcspn(p, "%");
        rep_put_bytes(m, p, plain);
        p += plain;
        if (!*p)
            break;
        if (p[1] == 's') {
            put_escaped(m, va_arg(args, const char *));
        } else if (p[1] == 'd') {
            put_number(m, va_arg(args, int));
        } else if (strncmp(p, "%lld", 4) == 0) {
            put_number(m, va_arg(args, long long));
            p += 2;
        } else {
            assert(p[1] == '%');
            rep_put_bytes(m, "%", 1);
        }
        p += 2;
    }
    va_end(args);
}

void rep_say(struct rep_markup *m, const char *fmt, ...)
{
    char *text;
    va_list args;

    va_start(args, fmt);
    int n = vasprintf(&text, fmt, args);
    va_end(args);
    if (n < 0)
        zj_out_of_memory();
    put_escaped(m, text);
    free(text);
}

void rep_markup_release(struct rep_markup *m)
{
    free(m->bytes);
    *m = (struct rep_markup){0};
}
