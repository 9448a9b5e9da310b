#include "solver/fet/text.h"

#include "solver/base/mem.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void make_room(struct fet_text *t, size_t more)
{
    if (t->n + more + 1 <= t->room)
        return;
    t->room = 2 * (t->n + more + 1);
    t->s = zj_realloc(t->s, t->room, 1);
}

void fet_put(struct fet_text *t, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    int n = vsnprintf(NULL, 0, fmt, ap);
    va_end(ap);
    if (n < 0)
        zj_out_of_memory();
    make_room(t, (size_t)n);
    va_start(ap, fmt);
    vsnprintf(t->s + t->n, (size_t)n + 1, fmt, ap);
    va_end(ap);
    t->n += (size_t)n;
}

void fet_put_cell(struct fet_text *t, const char *text)
{
    if (!strpbrk(text, ",\"\n\r")) {
        fet_put(t, "%s", text);
        return;
    }
    fet_put(t, "\"");
    for (; *text; text++)
        fet_put(t, *text == '"' ? "\"%c" : "%c", *text);
    fet_put(t, "\"");
}

void fet_put_xml(struct fet_text *t, const char *text)
{
    for (; *text; text++) {
        switch (*text) {
        case '<':
            fet_put(t, "&lt;");
            break;
        case '>':
            fet_put(t, "&gt;");
            break;
        case '&':
            fet_put(t, "&amp;");
            break;
        default:
            fet_put(t, "%c", *text);
            break;
        }
    }
}

void fet_text_release(struct fet_text *t)
{
    free(t->s);
    *t = (struct fet_text){NULL, 0, 0};
}
