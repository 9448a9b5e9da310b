/*
 * week_parts.h - what the timetables of the page share: whose they are, and the two ways to put one there.
 */
#ifndef ZJ_REPORT_HTML_WEEK_PARTS_H
#define ZJ_REPORT_HTML_WEEK_PARTS_H

#include "solver/base/intern.h"
#include "solver/report/case.h"
#include "solver/report/markup.h"
#include "solver/report/week.h"

enum rep_key { REP_KEY_TEACHER, REP_KEY_SCHOOL, REP_KEY_CLASS, REP_N_KEYS };

/* One timetable, with everything that is said about it. */
struct rep_page_week {
    struct rep_week week;
    const char *title;
    struct rep_lines note;            /* sentences below the table */
    struct rep_lines key[REP_N_KEYS]; /* ids that occur in it, each once: what the filters look for */
    struct zj_arena arena;
};

void rep_page_week_init(struct rep_page_week *w, const struct rep_case *r, struct rep_who who);
void rep_page_week_release(struct rep_page_week *w);

/* The timetable as a table that is read without a script. */
void rep_week_table(struct rep_markup *m, const struct rep_page_week *w);

/*
 * Timetables as numbers, for the script to draw (unpack() in page.js): a page with the tables of a whole
 * county would be many times as large. Every text stands once in `words`; a line of `lines` is a timetable:
 *
 *     title / teachers / schools / classes / sentences / rows
 *
 * all of them numbers of words. Lists are parted by commas, rows by semicolons. A row is its head, and
 * behind commas a cell for each day, with + between the lines of a cell; a row of a head alone begins
 * a session, and w stands before the head of a row of ways.
 */
struct rep_packed {
    struct zj_intern words;
    struct zj_arena arena;
    struct rep_markup lines;
};

void rep_pack_heads(struct rep_packed *p, const struct zj_instance *in); /* the first line: column heads */
void rep_pack_week(struct rep_packed *p, const struct rep_page_week *w);
/* Put what was packed into the page, and release it. */
void rep_packed_close(struct rep_markup *m, struct rep_packed *p);

/* "1 08:20-09:00", or what stands before the ways of a day. In the arena. */
const char *rep_week_row_head(struct zj_arena *a, const struct rep_grid *g, int row);

#endif
