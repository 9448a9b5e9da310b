/*
 * workbook.h - an instance in one workbook: sheets named like the tables, in Chinese or English, and those
 * of head_tables.def for what instance.json says.
 */
#ifndef ZJ_IO_WORKBOOK_H
#define ZJ_IO_WORKBOOK_H

#include "solver/io/instance_json.h"
#include "solver/xlsx/book.h"

struct zj_workbook {
    struct xlsx_book book;
    int sheet[ZJ_N_ALL_TABLES]; /* that holds the table, -1 = none */
};

/*
 * Open a workbook of n bytes, borrowed until the close as is `file`, its name in messages, and find its
 * tables. ZJ_EDATA with the problem in d when it cannot be read at all. The caller closes in every case.
 */
enum zj_status zj_workbook_open(struct zj_workbook *w, const char *bytes, size_t n, const char *file,
                                bool lenient, struct zj_diag *d) ZJ_MUST_CHECK;
void zj_workbook_close(struct zj_workbook *w);

/* Fill name, source, synthetic, terms and week of `in`. ZJ_OK unless a problem was added to d. */
enum zj_status zj_workbook_head(struct zj_workbook *w, struct zj_instance *in, struct zj_builder *b,
                                struct zj_policy_source *policy, struct zj_diag *d) ZJ_MUST_CHECK;
/* Read the tables, in the order of tables.def. */
void zj_workbook_tables(struct zj_workbook *w, struct zj_builder *b, struct zj_diag *d);
/* What messages call a table: "book.xlsx 教师!", or the workbook when it has no such sheet. */
const char *zj_workbook_file(const struct zj_workbook *w, enum zj_table_id t);

#endif
