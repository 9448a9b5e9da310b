/*
 * text.h - a text that grows.
 */
#ifndef ZJ_FET_TEXT_H
#define ZJ_FET_TEXT_H

#include "solver/base/status.h"

#include <stddef.h>

struct fet_text {
    char *s; /* heap, NUL-terminated; NULL while empty */
    size_t n, room;
};

void fet_put(struct fet_text *t, const char *fmt, ...) ZJ_PRINTF(2, 3);
/* A cell of a CSV file, in quotes where it needs them. */
void fet_put_cell(struct fet_text *t, const char *text);
/* Text of an XML element, with what has a meaning in XML written as entities. */
void fet_put_xml(struct fet_text *t, const char *text);
void fet_text_release(struct fet_text *t);

#endif
