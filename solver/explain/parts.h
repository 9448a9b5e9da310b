/*
 * parts.h - the parts of the explanations that each other need; private to solver/explain/.
 */
#ifndef ZJ_EXPLAIN_PARTS_H
#define ZJ_EXPLAIN_PARTS_H

#include "solver/explain/explain.h"

/* The plan that stability is measured against in the given case; NULL = none. */
const struct zj_postings *ex_kept(const struct ex_case *x);
const struct zj_lessons *ex_kept_lessons(const struct ex_case *x);
/* The plan that a changed case is to differ from least, or that is kept; NULL = none. */
const struct zj_plan *ex_anchor(const struct ex_case *x);
/* The part of ex_solve() that makes timetables. */
enum zj_status ex_solve_lessons(const struct ex_case *x, const struct zj_change *c, struct zj_plan *plan,
                                struct zj_err *err) ZJ_MUST_CHECK;
/* Every lesson of the teacher that would do: of the teacher's subjects, at the school, in the class. */
void ex_lesson_ways(const struct ex_case *x, const struct ex_question *q, struct zj_lessons *ways);
/* Fill n_ways, n_barred, bar and strain. */
void ex_judge_ways(const struct ex_case *x, const struct ex_question *q, struct ex_outcome *o);
/* Fill the lists of what is added and removed against the given plan. */
void ex_compare(const struct ex_case *x, struct ex_outcome *o);
/* Solve the changed case into the outcome: plan, answer, differences. */
enum zj_status ex_outcome_solve(const struct ex_case *x, const struct zj_change *c, const bool *touched,
                                struct ex_outcome *o, struct zj_err *err) ZJ_MUST_CHECK;

/* The changes that are asked about, without their worth. */
void ex_list_gains(const struct ex_case *x, struct ex_worth *w);

#endif
