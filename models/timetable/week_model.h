/*
 * week_model.h - the whole week as one small integer program: numbers of days and of lessons, no clock.
 *
 * Teacher t, kind of day c (days with the same options), option o of such a day (days.h), campus k, group g:
 *   V[t,c,o]  days of kind c that t spends so     W[t,g,r]  blocks of g of which t gives r lessons
 *   u[g]      lessons that nobody gives           L[t,g]    lessons, where a block may have several teachers
 * Let lessons(t,k) sum r W and L over the groups at k, and days(t,k) the V that go to k.
 *   sum of V[t,c,o] over o <= days of kind c      lessons(t,k) <= sum of cap[o,k] V
 *   sum of lessons(t,k) over k <= max_week, and <= sum of min(max_day, sum of cap[o,k] over k) V
 *   sum of r W and L over t, + u[g] = periods     sum of W[t,g,r] over t and r <= blocks of g
 *   with m lessons a day: days(t,k) >= ceil(r / m) if W[t,g,r] > 0; L[t,g] <= m (blocks of g) days(t,k)
 *   minutes, campuses and visits of a week within hard limits; lessons(t,k) >= min_periods days(t,k)
 *   soft visits: s >= days(t,k) - max_days, (min_periods - 1) s >= min_periods days(t,k) - lessons(t,k)
 *
 * A RELAXATION: every lawful timetable is an answer of no higher cost, so its optimum is a bound, but
 * an answer need not be a timetable. Left out are the day and the period of a lesson (classes, rooms, lessons
 * at the same time, common free periods, pairs, gaps between days bind nobody); that more than m lessons
 * of a group on one day take more than one block; pins, but for the campus where one wants a teacher; limits
 * in metres a week, and those that do not count the ways from home; soft rules, but those on visits,
 * avoided periods and refused schools; fairness, idle, wishes and stability.
 */
#ifndef MODELS_TIMETABLE_WEEK_MODEL_H
#define MODELS_TIMETABLE_WEEK_MODEL_H

#include "models/timetable/problem.h"
#include "solver/engine/lp.h"

/* The one objective: UNMET * (priority * lessons) + SOFT * (weight * shortfall) + minutes on the way. */
enum { TT_WEIGHT_UNMET = 100000, TT_WEIGHT_SOFT = 1000 };

/* The program. The caller frees it. */
struct lp *tt_week_model(const struct tt_problem *p);

#endif
