/*
 * html.h - a plan as one page: a single file that asks the network for nothing.
 *
 * The page holds its style and its script, whose hashes are all that its content security policy admits.
 * The same case gives the same bytes.
 */
#ifndef ZJ_REPORT_HTML_H
#define ZJ_REPORT_HTML_H

#include "solver/report/case.h"
#include "solver/report/markup.h"

/* Append the page, in the language in use. */
void rep_html(struct rep_markup *m, const struct rep_case *r);

#endif
