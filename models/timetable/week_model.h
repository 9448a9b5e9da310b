/*
 * week_model.h - the whole week as one small integer program: numbers of days and of lessons, no clock.
 *
 * For each teacher t, kind of day c (days with the same options), option o (days.h), group g, level r:
 *   V[t,c,o]  days of kind c spent so        W[t,g,r]  blocks of g of which t gives r lessons
 *   L[t,g]    lessons of g, where a block may have several teachers      u[g]  lessons that nobody gives
 * With lessons(t,k) = sum of r W and L over the groups at campus k, days(t,k) = sum of the V that go there:
 *   sum over o of V[t,c,.] <= days of kind c          lessons(t,k) <= sum of cap[o,k] V
 *   sum over k of lessons(t,k) <= max_week            sum over t of (r W) or L, + u[g] = periods of g
 *   sum over t, r of W <= blocks of g                 days(t,k) >= ceil(r / m) for who has a block at r, m a day
 *   minutes, campuses and visits a week within their hard limits; lessons(t,k) >= min_periods days(t,k)
 *   s >= days(t,k) - max_days, (min_periods - 1) s >= min_periods days(t,k) - lessons(t,k), for soft visits
 *
 * It is a RELAXATION. Every lawful timetable is an answer, at no more cost, so its optimum is a bound for
 * any; but an answer need not be a timetable. Left out: which day and period a lesson has, so that classes, rooms,
 * synchronous lessons, common free periods, pairs and gaps between days bind nobody; that n lessons of
 * a block-sharing teacher at a campus on a day need n / m blocks there (only the number of days counts); pins,
 * but for the campus they want a teacher at; limits in metres and those without the ways from home over a
 * week; soft rules but on visits, avoided periods and refused schools; fairness, idle, wishes, stability.
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
