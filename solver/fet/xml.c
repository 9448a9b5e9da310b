#include "solver/fet/xml.h"

#include "solver/base/i18n.h"

#include <expat.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define BLANKS " \t\r\n"

/* An element that is open, and where its next child goes. */
struct open {
    struct xml_node *node;
    struct xml_node **end;
};

struct reader {
    struct xml *x;
    XML_Parser p;
    const char *bytes;
    struct open open[XML_MAX_DEPTH];
    int depth, n_elements;
    char *text; /* of the innermost open element, so far */
    int n_text, cap_text;
    bool stopped; /* a problem was reported */
    /* Columns in characters are counted onwards from the place asked for last. */
    long long counted_to;
    unsigned long counted_line;
    int counted;
};

static void *allocate(size_t size)
{
    return zj_malloc(size);
}

static void *reallocate(void *p, size_t size)
{
    return zj_realloc(p, size, 1);
}

/* Where expat stands: the column counts characters, not bytes. */
static struct zj_place here(struct reader *r)
{
    unsigned long line = XML_GetCurrentLineNumber(r->p);
    long long at = XML_GetCurrentByteIndex(r->p), from = r->counted_to;

    if (at < 0)
        at = 0;
    if (line != r->counted_line || at < from) {
        from = at - (long long)XML_GetCurrentColumnNumber(r->p);
        r->counted_line = line;
        r->counted = 0;
    }
    for (long long i = from; i < at; i++)
        r->counted += ((unsigned char)r->bytes[i] & 0xC0) != 0x80;
    r->counted_to = at;
    return (struct zj_place){r->x->file, (int)line, r->counted + 1, NULL};
}

/* Report the first problem only: those after it follow from it. */
#define STOP(r, code, ...)                                                                                   \
    do {                                                                                                     \
        struct zj_place stop_place = here(r);                                                                \
        if (!(r)->stopped)                                                                                   \
            zj_diag_add((r)->x->d, ZJ_ERROR, (code), &stop_place, __VA_ARGS__);                              \
        (r)->stopped = true;                                                                                 \
        XML_StopParser((r)->p, XML_FALSE);                                                                   \
    } while (0)

/* Put the text collected so far into the node. */
static void take_text(struct reader *r, struct xml_node *node)
{
    const char *s = r->text;
    int n = r->n_text;

    node->raw = node->text = n > 0 ? zj_strndup(&r->x->arena, s, (size_t)n) : "";
    while (n > 0 && strchr(BLANKS, *s))
        s++, n--;
    while (n > 0 && strchr(BLANKS, s[n - 1]))
        n--;
    if ((size_t)n < strlen(node->raw))
        node->text = n > 0 ? zj_strndup(&r->x->arena, s, (size_t)n) : "";
}

/* Text beside elements is refused, unless it is blank. */
static bool is_mixed(struct reader *r)
{
    for (int i = 0; i < r->n_text; i++)
        if (!strchr(BLANKS, r->text[i]))
            return true;
    return false;
}

#define STOP_MIXED(r)                                                                                        \
    STOP(r, "mixed_content", _("text and elements stand side by side; expected one or the other"))

static void XMLCALL start_element(void *user, const XML_Char *name, const XML_Char **attributes)
{
    struct reader *r = user;

    (void)attributes;
    if (r->stopped)
        return;
    if (is_mixed(r)) {
        STOP_MIXED(r);
        return;
    }
    r->n_text = 0;
    if (r->depth == XML_MAX_DEPTH) {
        STOP(r, "too_deep", _("elements are nested deeper than %d"), XML_MAX_DEPTH);
        return;
    }
    if (r->n_elements++ == XML_MAX_ELEMENTS) {
        STOP(r, "too_many", _("there are more than %d elements"), XML_MAX_ELEMENTS);
        return;
    }
    struct xml_node *node = zj_alloc(&r->x->arena, sizeof *node);
    struct zj_place at = here(r);
    *node = (struct xml_node){zj_strdup(&r->x->arena, name), "", "", at.line, at.column, NULL, NULL};
    if (r->depth == 0) {
        r->x->root = node;
    } else {
        *r->open[r->depth - 1].end = node;
        r->open[r->depth - 1].end = &node->next;
    }
    r->open[r->depth++] = (struct open){node, &node->first};
}

static void XMLCALL end_element(void *user, const XML_Char *name)
{
    struct reader *r = user;

    (void)name;
    if (r->stopped)
        return;
    struct xml_node *node = r->open[r->depth - 1].node;
    if (node->first && is_mixed(r))
        STOP_MIXED(r);
    else if (!node->first)
        take_text(r, node);
    r->n_text = 0;
    r->depth--;
}

static void XMLCALL character_data(void *user, const XML_Char *s, int n)
{
    struct reader *r = user;

    if (r->stopped)
        return;
    if (r->n_text + n > XML_MAX_TEXT) {
        STOP(r, "long_text", _("the text of an element is longer than %d bytes"), XML_MAX_TEXT);
        return;
    }
    while (r->n_text + n > r->cap_text) {
        r->cap_text = r->cap_text ? 2 * r->cap_text : 256;
        r->text = zj_realloc(r->text, (size_t)r->cap_text, 1);
    }
    memcpy(r->text + r->n_text, s, (size_t)n);
    r->n_text += n;
}

/* A document type can define entities that grow without bound, or name other files. */
static void XMLCALL start_doctype(void *user, const XML_Char *name, const XML_Char *system,
                                  const XML_Char *public, int has_internal)
{
    struct reader *r = user;

    (void)name, (void)system, (void)public, (void)has_internal;
    STOP(r, "doctype", _("a document type (<!DOCTYPE …>) is not allowed"));
}

static void XMLCALL xml_declaration(void *user, const XML_Char *version, const XML_Char *encoding,
                                    int standalone)
{
    struct reader *r = user;

    (void)version, (void)standalone;
    if (encoding && strcasecmp(encoding, "UTF-8") != 0)
        STOP(r, "bad_encoding", _("the encoding is '%s'; expected UTF-8"), encoding);
}

/* What expat found, in words. */
static void report(struct reader *r)
{
    switch (XML_GetErrorCode(r->p)) {
    case XML_ERROR_NO_ELEMENTS:
        STOP(r, "no_element", _("the file ends before its first element does, or holds no element"));
        break;
    case XML_ERROR_TAG_MISMATCH:
        STOP(r, "tag_mismatch", _("this end tag is not that of the open element '%s'"),
             r->open[r->depth - 1].node->name);
        break;
    case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
        STOP(r, "after_root", _("something follows the end of the file's one element"));
        break;
    case XML_ERROR_DUPLICATE_ATTRIBUTE:
        STOP(r, "attribute_twice", _("the attribute stands twice in one tag"));
        break;
    case XML_ERROR_UNDEFINED_ENTITY:
        STOP(r, "unknown_entity", _("the entity is not one of &lt; &gt; &amp; &apos; &quot;"));
        break;
    case XML_ERROR_BAD_CHAR_REF:
        STOP(r, "bad_character", _("the number is not that of a character XML allows"));
        break;
    case XML_ERROR_UNCLOSED_TOKEN:
        STOP(r, "unclosed", _("what begins here is never closed"));
        break;
    case XML_ERROR_UNCLOSED_CDATA_SECTION:
        STOP(r, "unclosed", _("the file ends inside of <![CDATA["));
        break;
    case XML_ERROR_PARTIAL_CHAR:
        STOP(r, "bad_character", _("the file ends in the middle of a character"));
        break;
    case XML_ERROR_MISPLACED_XML_PI:
        STOP(r, "late_declaration", _("the declaration <?xml …?> must be the first thing in the file"));
        break;
    case XML_ERROR_XML_DECL:
        STOP(r, "bad_declaration", _("the declaration <?xml …?> is not well-formed"));
        break;
    default:
        STOP(r, "not_well_formed", _("not well-formed XML, or not UTF-8, from here on"));
        break;
    }
}

static bool is_utf16(const char *bytes, size_t n)
{
    return n >= 2 && (memcmp(bytes, "\xFF\xFE", 2) == 0 || memcmp(bytes, "\xFE\xFF", 2) == 0);
}

static void parse(struct reader *r, size_t n)
{
    if (is_utf16(r->bytes, n)) {
        STOP(r, "bad_encoding", _("the encoding is '%s'; expected UTF-8"), "UTF-16");
        return;
    }
    XML_SetUserData(r->p, r);
    XML_SetElementHandler(r->p, start_element, end_element);
    XML_SetCharacterDataHandler(r->p, character_data);
    XML_SetStartDoctypeDeclHandler(r->p, start_doctype);
    XML_SetXmlDeclHandler(r->p, xml_declaration);
    if (XML_Parse(r->p, r->bytes, (int)n, 1) != XML_STATUS_OK)
        report(r);
}

enum zj_status xml_load(struct xml *x, const char *bytes, size_t n, const char *file, struct zj_diag *d)
{
    const XML_Memory_Handling_Suite memory = {allocate, reallocate, free};
    struct reader *r = zj_calloc(1, sizeof *r);

    *x = (struct xml){.file = file, .d = d};
    *r = (struct reader){.x = x, .bytes = bytes, .p = XML_ParserCreate_MM("UTF-8", &memory, NULL)};
    if (!r->p)
        zj_out_of_memory();
    parse(r, n);
    bool ok = !r->stopped;
    XML_ParserFree(r->p);
    free(r->text);
    free(r);
    return ok ? ZJ_OK : ZJ_EDATA;
}

void xml_release(struct xml *x)
{
    zj_arena_release(&x->arena);
    x->root = NULL;
}

static const struct xml_node *from(const struct xml_node *node, const char *name)
{
    while (node && strcmp(node->name, name) != 0)
        node = node->next;
    return node;
}

const struct xml_node *xml_child(const struct xml_node *node, const char *name)
{
    return from(node->first, name);
}

const struct xml_node *xml_again(const struct xml_node *node)
{
    return from(node->next, node->name);
}
