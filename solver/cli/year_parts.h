/*
 * year_parts.h - how the parts of a year are made: shared by year*.c, and by nothing else.
 */
#ifndef ZJ_CLI_YEAR_PARTS_H
#define ZJ_CLI_YEAR_PARTS_H

#include "solver/cli/year.h"

/* Of what is left of a time limit, in parts: so much for secondments, each timetable and the calendar. */
enum { YEAR_SECONDMENT_SHARE = 2, YEAR_TIMETABLE_SHARE = 1, YEAR_CALENDAR_SHARE = 1 };

/* The next part of that name, not asked yet. */
struct year_part *year_add_part(struct year *y, const char *name);
/* The part has a file with these bytes, which it takes, in place of any before. */
void year_take_file(struct year_part *p, const char *file, char *bytes, size_t n);
/* The same of a plan; status, aims and gap are those of the part. */
void year_take_plan(struct year *y, struct year_part *p, const char *file, const struct cli_case *c,
                    const struct zj_plan *plan);
/* Check an answer that has a plan, and take it into the part. */
enum zj_status year_finish(struct year *y, struct year_part *p, struct cli_answer *r,
                           const char *file) ZJ_MUST_CHECK;
/* A signal leaves nothing half done: the year ends without a folder. */
enum zj_status year_go_on(const struct year *y) ZJ_MUST_CHECK;
/* Milliseconds for a part that weighs `share` of `all`, of what is left of the limit; 0 = no limit. */
int64_t year_time_for(const struct year *y, int share, int all);
int year_calendar_share(const struct year *y);
/* Of an answer whose case is the year's own. */
void year_release_answer(struct cli_answer *r);

enum zj_status year_run_pairing(struct year *y) ZJ_MUST_CHECK;
enum zj_status year_run_secondment(struct year *y) ZJ_MUST_CHECK;
enum zj_status year_run_timetables(struct year *y) ZJ_MUST_CHECK;
enum zj_status year_run_calendar(struct year *y) ZJ_MUST_CHECK;

/*
 * Another timetable of the term, with the meetings that are asked for in it. *better: it has a plan in which
 * no more lessons are unmet, and soft rules fall short by no more, than in the one before; then it stands in
 * its place, else nothing is changed.
 */
enum zj_status year_revise_term(struct year *y, int term, bool *better) ZJ_MUST_CHECK;
/* The rows of pins of the tables, and those that the meetings in the term come to: *n. The caller frees. */
struct zj_pin *year_meeting_pins(const struct year *y, const struct zj_instance *in, int term, int *n);
/*
 * The calendar (an answer without a plan) has no room beside the timetables: ask for meetings where its
 * conflict says that a mentor can never watch a lesson, and make these timetables again. *revised: some were.
 */
enum zj_status year_revise(struct year *y, const struct zj_plan *calendar, bool *revised) ZJ_MUST_CHECK;

#endif
