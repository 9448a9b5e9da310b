/*
 * template_text.h - what the templates for a folder and for a workbook have in common.
 */
#ifndef ZJ_IO_TEMPLATE_TEXT_H
#define ZJ_IO_TEMPLATE_TEXT_H

#include "solver/io/columns.h"

/* An instance.json and a policy.json to start from; the one names the other. */
extern const char zj_template_instance[], zj_template_policy[];

/* A table of the small example that is filled in. */
struct zj_example {
    enum zj_table_id table;
    const char *columns, *rows; /* English names with commas; lines with commas, none quoted */
};
extern const struct zj_example zj_examples[];
extern const int zj_n_examples;

/* The column's name in the language in use. */
const char *zj_header_name(struct zj_arena *a, int column);

#endif
