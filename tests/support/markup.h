/*
 * markup.h - what a page or a picture is made of, as an XML parser sees it.
 */
#ifndef TESTS_SUPPORT_MARKUP_H
#define TESTS_SUPPORT_MARKUP_H

#include <stddef.h>
#include <stdint.h>

struct markup_shape {
    int elements;
    uint64_t hash; /* of the names of elements and attributes in their order, without <text> and <br> */
};

/* Parse; the test fails where the text is not well-formed, an id occurs twice, or a handler (on…) occurs. */
struct markup_shape markup_read(const char *bytes, size_t n);

#endif
