/*
 * xml.h - XML text as a tree in which every element knows its line and column.
 *
 * expat parses. Attributes, comments and processing instructions are passed over: the files read here
 * say everything in elements. Limits: UTF-8 only, depth 32, 4 million elements, 64 KiB of text in one
 * element, text or elements in an element but not both, and no document type: so there are no
 * entities but the five of XML and characters by number.
 */
#ifndef ZJ_FET_XML_H
#define ZJ_FET_XML_H

#include "solver/base/diag.h"

enum { XML_MAX_DEPTH = 32, XML_MAX_ELEMENTS = 4 * 1000 * 1000, XML_MAX_TEXT = 64 * 1024 };

struct xml_node {
    const char *name;
    const char *text;       /* without blanks at its ends; "" when there is none, or elements inside */
    const char *raw;        /* with them: to FET they are part of a name */
    int line, column;       /* of the start tag, 1-based; column counts characters */
    struct xml_node *first; /* element inside */
    struct xml_node *next;  /* element beside */
};

struct xml {
    struct zj_arena arena;
    const char *file; /* name in messages; borrowed */
    struct zj_diag *d;
    struct xml_node *root;
};

/*
 * Parse n bytes (at most ZJ_MAX_FILE). `file` and `d` are borrowed until the release. ZJ_EDATA, with the
 * problem in `d`, unless the text is well-formed and within the limits. *x is initialised here; the
 * caller releases it always.
 */
enum zj_status xml_load(struct xml *x, const char *bytes, size_t n, const char *file,
                        struct zj_diag *d) ZJ_MUST_CHECK;
void xml_release(struct xml *x);

/* The first element of this name inside `node` (after `node`, beside it), or NULL. */
const struct xml_node *xml_child(const struct xml_node *node, const char *name);
const struct xml_node *xml_again(const struct xml_node *node);

/* Report a problem of an element; the field of the message is its name. */
#define XML_ERROR(x, node, code, ...)                                                                        \
    do {                                                                                                     \
        const struct xml_node *xml_at = (node);                                                              \
        const struct zj_place xml_place = {(x)->file, xml_at->line, xml_at->column, xml_at->name};           \
        zj_diag_add((x)->d, ZJ_ERROR, (code), &xml_place, __VA_ARGS__);                                      \
    } while (0)

#endif
