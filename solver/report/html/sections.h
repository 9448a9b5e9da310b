/*
 * sections.h - the sections of the page, each in a file of its own, and what they share.
 *
 * A section appends itself whole, heading and all; one that has nothing to say about the case is not in
 * the page's list for its model (page.c).
 */
#ifndef ZJ_REPORT_HTML_SECTIONS_H
#define ZJ_REPORT_HTML_SECTIONS_H

#include "solver/report/case.h"
#include "solver/report/markup.h"

void rep_html_summary(struct rep_markup *m, const struct rep_case *r);  /* the answer and its key figures */
void rep_html_conflict(struct rep_markup *m, const struct rep_case *r); /* why there is no plan; repairs */
void rep_html_map(struct rep_markup *m, const struct rep_case *r);      /* who goes where */
void rep_html_postings(struct rep_markup *m, const struct rep_case *r); /* secondments: the list */
void rep_html_terms(struct rep_markup *m, const struct rep_case *r);    /* secondments: who is away when */
void rep_html_pairs(struct rep_markup *m, const struct rep_case *r);    /* pairings: the list */
void rep_html_teacher_weeks(struct rep_markup *m, const struct rep_case *r);
void rep_html_school_weeks(struct rep_markup *m, const struct rep_case *r);
void rep_html_class_weeks(struct rep_markup *m, const struct rep_case *r);
void rep_html_calendar(struct rep_markup *m, const struct rep_case *r); /* calendars: days, and the list */
void rep_html_balance(struct rep_markup *m, const struct rep_case *r);  /* load before and after, gaps */
void rep_html_ladder(struct rep_markup *m, const struct rep_case *r);   /* need and have */
void rep_html_ages(struct rep_markup *m, const struct rep_case *r);     /* secondments: ages and limits */
void rep_html_rules(struct rep_markup *m, const struct rep_case *r);    /* every rule with its quote */
void rep_html_proof(struct rep_markup *m, const struct rep_case *r);    /* value, bound, check */

void rep_html_filter(struct rep_markup *m, const struct rep_case *r); /* the choice above the sections */
void rep_html_school(struct rep_markup *m, const struct rep_case *r, int school); /* "S001 城东小学" */

/* A section with its heading; `id` is a literal of the program. */
void rep_section_open(struct rep_markup *m, const char *id, const char *title);
void rep_section_close(struct rep_markup *m);

struct rep_column {
    const char *title; /* translated */
    bool number;       /* flushed right, sorted by value */
};

/*
 * A table of the page up to its body: caption, column heads, and a frame that scrolls. Rows follow, each
 * by rep_put("<tr>…</tr>"); the first cell of a row is its <th scope="row">.
 */
void rep_page_table_open(struct rep_markup *m, const char *caption, const struct rep_column *column, int n);
#define REP_PAGE_TABLE_OPEN(m, caption, columns)                                                             \
    rep_page_table_open((m), (caption), (columns), (int)(sizeof(columns) / sizeof((columns)[0])))
void rep_page_table_close(struct rep_markup *m);
/* A cell with a number; empty for ZJ_NO_VALUE. */
void rep_number_cell(struct rep_markup *m, int64_t n);
/* A mark that says by its word and sign, not by colour alone, whether something is met. */
void rep_mark(struct rep_markup *m, bool good, const char *word);

#endif
