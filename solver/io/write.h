/*
 * write.h - what the program writes for machines: plans, empty tables, the lists of columns and rules.
 */
#ifndef ZJ_IO_WRITE_H
#define ZJ_IO_WRITE_H

#include "solver/base/err.h"
#include "solver/data/plan.h"

#include <stdio.h>

/*
 * The plan as JSON text (format zoujiao-plan/1, two-space indent, final newline).
 * Heap; caller frees. Same input, same bytes.
 */
char *zj_plan_to_json(const struct zj_instance *in, const struct zj_policy *pol, const struct zj_plan *plan);
/*
 * Write an empty set of tables with headers and one commented example instance into a new or empty folder.
 * When that fails, nothing of it is left.
 */
enum zj_status zj_write_template(const char *dir, struct zj_err *err) ZJ_MUST_CHECK;
/*
 * The same as a workbook to fill in, <stem>.xlsx, with its policy beside it, <stem>-policy.json, and the
 * example, <stem>-example.xlsx. Files that are there already are left alone (ZJ_ECREATE); when one cannot
 * be written, nothing is left of the others.
 */
enum zj_status zj_write_template_xlsx(const char *path, struct zj_err *err) ZJ_MUST_CHECK;
/* The data dictionary as Markdown: every table and column with aliases, type, range, default, meaning. */
void zj_print_dictionary(FILE *out);
/* The members of a plan file as Markdown. */
void zj_print_plan_members(FILE *out);
/* Every rule with parameters, ranges and defaults: as text, Markdown or JSON. */
enum zj_rules_format { ZJ_RULES_TEXT, ZJ_RULES_MARKDOWN, ZJ_RULES_JSON };
void zj_print_rules(FILE *out, enum zj_rules_format format);

#endif
