#include "tests/support/markup.h"

#include "solver/base/intern.h"
#include "tests/support/cmocka.h"

#include <expat.h>
#include <string.h>

struct reading {
    struct markup_shape shape;
    struct zj_intern ids;
    struct zj_arena arena;
};

/* FNV-1a */
static void add(struct markup_shape *s, const char *word)
{
    for (const char *p = word; *p; p++)
        s->hash = (s->hash ^ (unsigned char)*p) * 1099511628211U;
    s->hash = (s->hash ^ '/') * 1099511628211U;
}

static void XMLCALL start(void *data, const XML_Char *name, const XML_Char **attribute)
{
    struct reading *r = data;

    for (const XML_Char **a = attribute; *a; a += 2) {
        if (strncmp(a[0], "on", 2) == 0)
            fail_msg("<%s> has the attribute %s", name, a[0]);
        if (strcmp(a[0], "id") == 0 && zj_intern_find(&r->ids, a[1]) >= 0)
            fail_msg("the id '%s' occurs twice", a[1]);
        if (strcmp(a[0], "id") == 0)
            zj_intern(&r->ids, &r->arena, a[1]);
    }
    if (strcmp(name, "text") == 0 || strcmp(name, "br") == 0) /* their number is that of lines */
        return;
    r->shape.elements++;
    add(&r->shape, name);
    for (const XML_Char **a = attribute; *a; a += 2)
        add(&r->shape, a[0]);
}

struct markup_shape markup_read(const char *bytes, size_t n)
{
    struct reading r = {.shape.hash = 14695981039346656037U};
    XML_Parser parser = XML_ParserCreate("UTF-8");

    XML_SetUserData(parser, &r);
    XML_SetStartElementHandler(parser, start);
    if (XML_Parse(parser, bytes, (int)n, 1) != XML_STATUS_OK)
        fail_msg("line %lu: %s", (unsigned long)XML_GetCurrentLineNumber(parser),
                 XML_ErrorString(XML_GetErrorCode(parser)));
    XML_ParserFree(parser);
    zj_intern_release(&r.ids);
    zj_arena_release(&r.arena);
    return r.shape;
}
