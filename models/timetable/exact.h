/*
 * exact.h - the lessons of a week one by one, as an integer program: exact, so a proof when it has no answer.
 *
 * Sets    T the teachers in question; N[t,d] the days that a teacher can have (day_net.h); B blocks that one
 *         of them may teach; a slot is a teacher, a block, a day and a position of its school's bells.
 * Vars    f[t,d,a] in {0,1}  the teacher's day takes hop a of the network
 *         x[t,b,d,k] in {0,1} the teacher gives the block a lesson there
 * Rows    the hops of each day are a path; sum over hops to (school, k) of f = sum over its blocks of x;
 *         the limits of weeks, blocks, classes and rooms; what must be: pins, needs, common free periods,
 *         synchronous lessons, few changes.
 * Nothing is minimised: any answer is a lawful week. Teachers who are left out have no lessons: that harms
 * nobody but those who share the lessons of a pair with them, whom tt_exact_close() marks.
 */
#ifndef MODELS_TIMETABLE_EXACT_H
#define MODELS_TIMETABLE_EXACT_H

#include "models/timetable/day_net.h"
#include "models/timetable/form.h"
#include "solver/data/plan.h"

enum { TT_DAYS_OF_WEEK = 7 };

struct tt_lesson_slot {
    int teacher, block, day, position, col;
};

struct tt_exact_week {
    int teacher;
    struct tt_day_net net[TT_DAYS_OF_WEEK];
    int first[TT_DAYS_OF_WEEK]; /* column of the first hop */
};

struct tt_exact {
    const struct tt_problem *p;
    const struct zj_lessons *keep; /* NULL: no plan is kept */
    struct lp *lp;
    struct tt_exact_week *week; /* heap */
    int n_weeks;
    struct tt_lesson_slot *slot; /* heap, by teacher, day, time, block */
    int n, cap;
    struct tt_form form; /* room for the row that is being written */
};

/* Mark those who could help to keep what must be, and those who could give the other lesson of a pair. */
void tt_exact_close(const struct tt_problem *p, const struct zj_lessons *keep, bool *with);
/* False: it would have more than `most` columns; then only release is allowed. */
bool tt_exact_init(struct tt_exact *s, const struct tt_problem *p, const struct zj_lessons *keep,
                   const bool *with, int most);
void tt_exact_release(struct tt_exact *s);
/* The lessons of an answer. Appends. */
void tt_exact_lessons(const struct tt_exact *s, const int64_t *x, struct zj_lessons *lessons);

/* What the rules on blocks and classes ask of the slots; what must be. */
void tt_exact_blocks(struct tt_exact *s);
void tt_exact_demands(struct tt_exact *s);
/* Does a hard need ask for all lessons of the block? */
bool tt_is_needed(const struct tt_problem *p, int block);
/* Is the rule waived as a whole ("county", "group", a school)? */
bool tt_exact_waived(const struct tt_exact *s, const struct zj_rule *r, const char *where);
/* Do the fields of the pin that speak of the block allow it? Those of the slot? */
bool tt_exact_pin_block(const struct zj_instance *in, const struct zj_pin *pin, int block);
bool tt_exact_pin(const struct zj_instance *in, const struct zj_pin *pin, const struct tt_lesson_slot *x);

#endif
