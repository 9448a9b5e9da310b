/*
 * notice.h - the public notice (公示): who goes where, and nothing else about anybody.
 */
#ifndef ZJ_REPORT_NOTICE_H
#define ZJ_REPORT_NOTICE_H

#include "solver/report/case.h"
#include "solver/report/markup.h"

enum { REP_NOTICE_COLUMNS = 10 };

/* What the notice says of one assignment. Texts; none is NULL. */
struct rep_notice_line {
    const char *name, *sex, *subject, *title, *from, *to, *kind, *time, *remarks;
};

/* The titles of the columns, in the language in use; the first is the running number. */
const char *const *rep_notice_heads(void);
/* The lines of a plan of secondments or a timetable; their number. *line and the texts are the arena's. */
int rep_notice_lines(const struct rep_case *r, struct zj_arena *a, struct rep_notice_line **line);

/*
 * The notice as one HTML page without scripts and without anything from elsewhere, to be printed on A4:
 * heading, list, days of notice (>= 1), whom to tell (NULL: left blank), office and date of the case.
 */
void rep_notice(struct rep_markup *page, const struct rep_case *r, int days, const char *contact);

#endif
