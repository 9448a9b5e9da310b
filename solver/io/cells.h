/*
 * cells.h - one cell, from text to value: what cells.c dispatches to, by the type of the column.
 *
 * Each reports what is wrong with the cell as a problem of the current row.
 */
#ifndef ZJ_IO_CELLS_H
#define ZJ_IO_CELLS_H

#include "solver/io/builder.h"

/* cell_text.c */
void zj_cell_id(struct zj_builder *b, int column, const char *text);
void zj_cell_text(struct zj_builder *b, int column, const char *text);
bool zj_cell_is_word(struct zj_builder *b, int column, const char *text);
void zj_cell_words(struct zj_builder *b, int column, const char *text, struct zj_ids *ids);

/* cell_refs.c */
/* Index of the id; when it is not there, the problem is reported unless rows of its table were lost. */
int zj_cell_find_id(struct zj_builder *b, int column, enum zj_who who, const char *text);
void zj_cell_term(struct zj_builder *b, int column, const char *text, struct zj_value *v);
void zj_cell_day(struct zj_builder *b, int column, const char *text, struct zj_value *v);
void zj_cell_periods(struct zj_builder *b, int column, const char *text, struct zj_value *v);

#endif
