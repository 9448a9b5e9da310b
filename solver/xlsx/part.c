#include "solver/xlsx/part.h"

#include "solver/base/i18n.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

enum { STEP = 64 * 1024 }; /* bytes unpacked at a time */

struct parse {
    const struct xlsx_handler *h;
    XML_Parser p;
    int depth;
    const char *refusal; /* translated; NULL = none */
    bool stopped;
};

static void *allocate(size_t size)
{
    return zj_malloc(size);
}

static void *reallocate(void *p, size_t size)
{
    return zj_realloc(p, size, 1);
}

static const char *without_prefix(const char *name)
{
    const char *colon = strrchr(name, ':');

    return colon ? colon + 1 : name;
}

const char *xlsx_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(without_prefix(attributes[0]), name) == 0)
            return attributes[1];
    return NULL;
}

bool xlsx_attribute_is_on(const char **attributes, const char *name)
{
    const char *value = xlsx_attribute(attributes, name);

    return value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0 || strcmp(value, "on") == 0);
}

static void stop(struct parse *x, const char *refusal)
{
    x->stopped = true;
    x->refusal = refusal;
    XML_StopParser(x->p, XML_FALSE);
}

static void after_call(struct parse *x)
{
    if (x->h->stop && *x->h->stop && !x->stopped)
        stop(x, NULL);
}

static void XMLCALL start_element(void *user, const XML_Char *name, const XML_Char **attributes)
{
    struct parse *x = user;

    if (x->stopped)
        return;
    if (x->depth++ == XLSX_MAX_DEPTH) {
        stop(x, _("elements are nested too deeply"));
        return;
    }
    if (x->h->start)
        x->h->start(x->h->ctx, without_prefix(name), attributes);
    after_call(x);
}

static void XMLCALL end_element(void *user, const XML_Char *name)
{
    struct parse *x = user;

    if (x->stopped)
        return;
    x->depth--;
    if (x->h->end)
        x->h->end(x->h->ctx, without_prefix(name));
    after_call(x);
}

static void XMLCALL character_data(void *user, const XML_Char *s, int n)
{
    struct parse *x = user;

    if (!x->stopped && x->h->text)
        x->h->text(x->h->ctx, s, n);
}

static void XMLCALL start_doctype(void *user, const XML_Char *name, const XML_Char *system,
                                  const XML_Char *public, int has_subset)
{
    (void)name, (void)system, (void)public, (void)has_subset;
    stop(user, _("it has a document type, which no workbook needs"));
}

/* Feed the parser to the end. False when something is wrong that is already reported. */
static bool feed(struct parse *x, struct xlsx_entry *e)
{
    for (int n = 1; n > 0 && !x->stopped;) {
        void *buffer = XML_GetBuffer(x->p, STEP);
        if (!buffer)
            zj_out_of_memory();
        n = xlsx_entry_read(e, buffer, STEP);
        if (n < 0)
            return false;
        if (XML_ParseBuffer(x->p, n, n == 0) != XML_STATUS_OK && !x->stopped)
            stop(x, XML_ErrorString(XML_GetErrorCode(x->p)));
    }
    return true;
}

enum zj_status xlsx_part_parse(struct xlsx_archive *a, const char *part, const struct xlsx_handler *h)
{
    const XML_Memory_Handling_Suite memory = {allocate, reallocate, free};
    struct parse x = {.h = h};
    struct xlsx_entry e;

    if (xlsx_entry_open(&e, a, part) != ZJ_OK)
        return ZJ_EDATA;
    x.p = XML_ParserCreate_MM(NULL, &memory, NULL);
    if (!x.p)
        zj_out_of_memory();
    XML_SetUserData(x.p, &x);
    XML_SetElementHandler(x.p, start_element, end_element);
    XML_SetCharacterDataHandler(x.p, character_data);
    XML_SetStartDoctypeDeclHandler(x.p, start_doctype);
    bool fine = feed(&x, &e);
    if (x.refusal) {
        const struct zj_place at = {a->file, 0, 0, NULL};
        zj_diag_add(a->d, ZJ_ERROR, "bad_part", &at, _("the part '%s' of the workbook cannot be read: %s"),
                    part, x.refusal);
    }
    XML_ParserFree(x.p);
    xlsx_entry_close(&e);
    return fine && !x.refusal ? ZJ_OK : ZJ_EDATA;
}
