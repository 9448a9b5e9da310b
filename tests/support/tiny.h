/*
 * tiny.h - a county of a few schools, built in memory from a few lines of text.
 *
 * One fact a line, words separated by blanks; [..] may be left out; lists are separated by commas.
 *
 *     terms N                                       4 = 2026A 2026B 2027A 2027B, as without this line
 *     term ID YEAR START END                        one more term; begin with `terms 0`
 *     school ID lead|member COMMUNITY|- [stage=] [kind=] [traits=] [campus=]
 *     teacher ID SCHOOL M|F BIRTH SUBJECTS [post=] [rank=] [title=] [service=DATE] [here=DATE] [load=12]
 *                                           [flags=] [applied=] [class=M|F55|F50]
 *                                           [max_day=] [schools_day=] [schools_week=] [away]
 *     kind NAME lead_to_member|member_to_lead|any LENGTHS [fills] [starts=TERMS] [posts=]
 *     demand SCHOOL SUBJECT PERIODS [classes=] [class=] [grade=] [max_per_day=] [teacher=] [priority=]
 *     road SCHOOL SCHOOL none|MINUTES [METRES]      every other pair: 10 minutes, 1000 metres
 *     history TEACHER KIND FROM TO START END|- [terms=]
 *     log TEACHER KIND DATE QUANTITY day|visit|period [grade=]
 *     wish TEACHER SCHOOL LEVEL
 *     pair LEAD MEMBER [form=] [round=]             from then on the pairs are those listed
 *     prefer SCHOOL SCHOOL RANK                     whom a lead or a member would like to be paired with
 *     pin [forbid] [teacher=] [kind=] [from=] [to=] [start=TERM] [terms=] [subject=]
 *     pin pair [forbid] [lead=] [member=]
 *     pin lesson [forbid] [teacher=] [school=] [class=] [subject=] [day=] [period=]
 *     pin calendar [forbid] [activity=] [date=] [session=] [school=]
 *     activity NAME [over=] [by=] [subjects=] [where.KEY=] [who.KEY=] [host=] [chair=] [online] [lasts=]
 *                   [sessions=] [on=] [periods=] [room=]       as in policy files; before rules that name it
 *     off FIRST [LAST] / work DATE [follows=DAY]    holidays
 *     vacation TERM LAST                            the vacation after the term ends on that day
 *     guides MENTOR TEACHER
 *     rooms SCHOOL KIND NUMBER
 *     lesson TEACHER CLASS SUBJECT DAY PERIODS      of the timetable that calendars look at, in all terms
 *     days NAMES...                                 Mon Tue Wed Thu Fri without this line
 *     period ID START END am|pm                     base bells; begin with `period none`. Without such
 *                                                   lines 1 to 4 at 08:00 08:50 09:50 10:40 and 5 to 7
 *                                                   at 14:00 14:50 15:40, 40 minutes each
 *     bell SCHOOL ID START END                      a school's own bells, all of them
 *     busy teacher|class|school ID DAY|* PERIODS    3, 1-4 or *
 *     sync CLASS CLASS SUBJECT PERIODS
 *     settle MINUTES                                travel.settle_minutes of the policy
 *     rule NAME [soft] [weight=] [KEY=VALUE ...]    keys as in policy files; where.KEY=, filter.KEY=,
 *                                                   mentor.KEY=, group.KEY=;
 *                                                   ranges lo..hi, either blank; max.M= max.F=;
 *                                                   need.SCHOOL_KIND=lo..hi; model=pairing for distance;
 *                                                   table=M:720:4:756,F55:660:4:696;
 *                                                   dates=12-20..01-10, options=visit:1|travel:4;
 *                                                   visits= studio= online= grade= as=service|rural
 *     objective TIERS                               the others follow
 *
 * Terms run from 1 September to 20 January (A) and from 20 February to 5 July (B). Anything wrong in
 * such a text is a mistake in the test: it is told on stderr and the program ends.
 */
#ifndef TESTS_SUPPORT_TINY_H
#define TESTS_SUPPORT_TINY_H

#include "solver/data/plan.h"

struct tiny {
    struct zj_instance in;
    struct zj_policy pol;
    int (*closed)[2]; /* pairs of schools without a road */
    int n_closed;
    struct zj_lessons taught; /* `lesson` lines; arena */
};

/* *t is initialised here; tiny_release() frees all of it. */
void tiny_build(struct tiny *t, const char *lines);
/* Add more lines. Pointers into the arrays may move. */
void tiny_add(struct tiny *t, const char *lines);
void tiny_release(struct tiny *t);
/*
 * Postings "TEACHER KIND HOST START TERMS [SUBJECT] [from=SCHOOL]", separated by ';'.
 * Left out: the main subject, the home school. The caller releases them.
 */
struct zj_postings tiny_plan(const struct tiny *t, const char *text);
/*
 * Lessons "TEACHER CLASS SUBJECT DAY PERIODS [at=SCHOOL]", separated by ';'. PERIODS is 3 or 1-4, one
 * lesson each. Left out: the school of the class. The caller releases them.
 */
struct zj_lessons tiny_lessons(struct tiny *t, const char *text);
/* Pairs "LEAD MEMBER [form=FORM] [round=N]", separated by ';', with their ways. The caller releases them. */
struct zj_pairs tiny_pairs(const struct tiny *t, const char *text);
/*
 * Occurrences "ACTIVITY GROUP DATE SESSION|* [host=] [chair=] [period=]", separated by ';'. GROUP is its text
 * (event.h). Left out: the only host, the only chair. The caller releases them.
 */
struct zj_calendar tiny_calendar(struct tiny *t, const char *text);
/* The timetables that the `lesson` lines make; borrowed from *t. */
struct zj_taught tiny_taught(const struct tiny *t);
/* Indexes and words by name; the program ends when there is none. */
int tiny_school(const struct tiny *t, const char *id);
int tiny_teacher(const struct tiny *t, const char *id);
int tiny_term(const struct tiny *t, const char *id);
int tiny_day(const struct tiny *t, const char *name);
int tiny_kind(const struct tiny *t, const char *name);
int tiny_word(struct tiny *t, const char *word);
int32_t tiny_date(const char *text);

#endif
