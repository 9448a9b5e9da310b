/*
 * part.h - one XML part of a workbook, handed over element by element.
 *
 * expat parses while the archive unpacks. Prefixes of name spaces are cut off: some programs write
 * <x:row> for <row>. Limits: depth 64, and no document type, so that there are no entities but those of
 * XML itself.
 */
#ifndef ZJ_XLSX_PART_H
#define ZJ_XLSX_PART_H

#include "solver/xlsx/archive.h"

enum { XLSX_MAX_DEPTH = 64 };

/* What to call; each may be NULL. Names are without prefix; `text` may come in pieces. */
struct xlsx_handler {
    void (*start)(void *ctx, const char *name, const char **attributes);
    void (*end)(void *ctx, const char *name);
    void (*text)(void *ctx, const char *s, int n);
    void *ctx;
    const bool
        *stop; /* set by one of them when enough was read, or what was wrong is reported; may be NULL */
};

/*
 * Parse the part, which exists. ZJ_EDATA, with the problem reported, when it cannot be unpacked, is no
 * well-formed XML or passes a limit; ZJ_OK also when a handler stopped it.
 */
enum zj_status xlsx_part_parse(struct xlsx_archive *a, const char *part,
                               const struct xlsx_handler *h) ZJ_MUST_CHECK;
/* The value of the attribute of this name (without prefix), or NULL. */
const char *xlsx_attribute(const char **attributes, const char *name);
/* The same as a yes or no: "1", "true" or "on". */
bool xlsx_attribute_is_on(const char **attributes, const char *name);

#endif
