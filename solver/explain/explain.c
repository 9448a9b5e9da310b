#include "solver/explain/explain.h"

#include "solver/data/week.h"
#include "solver/explain/parts.h"

#include <stdlib.h>
#include <string.h>

void ex_outcome_release(struct ex_outcome *o)
{
    zj_plan_release(&o->plan);
    zj_postings_release(&o->added);
    zj_postings_release(&o->removed);
    zj_lessons_release(&o->lessons_added);
    zj_lessons_release(&o->lessons_removed);
    free(o->bar);
    free(o->strain);
    zj_arena_release(&o->arena);
}

const struct zj_postings *ex_kept(const struct ex_case *x)
{
    return x->keep ? &x->keep->postings : NULL;
}

const struct zj_lessons *ex_kept_lessons(const struct ex_case *x)
{
    return x->keep ? &x->keep->lessons : NULL;
}

/* ---- differences ------------------------------------------------------------------------------------ */

static bool same_posting(const struct zj_posting *a, const struct zj_posting *b)
{
    return a->teacher == b->teacher && a->kind == b->kind && a->to == b->to && a->start == b->start &&
           a->terms == b->terms && a->subject == b->subject;
}

static bool same_lesson(const struct zj_lesson *a, const struct zj_lesson *b)
{
    return a->teacher == b->teacher && a->school == b->school && a->class_id == b->class_id &&
           a->subject == b->subject && a->day == b->day && a->period == b->period;
}

#define DIFFERENCE(from, other, same, add, out)                                                              \
    for (int i_ = 0; i_ < (from)->n; i_++) {                                                                 \
        bool there_ = false;                                                                                 \
        for (int k_ = 0; k_ < (other)->n && !there_; k_++)                                                   \
            there_ = same(&(from)->v[i_], &(other)->v[k_]);                                                  \
        if (!there_)                                                                                         \
            add((out), &(from)->v[i_]);                                                                      \
    }

void ex_compare(const struct ex_case *x, struct ex_outcome *o)
{
    DIFFERENCE(&o->plan.postings, &x->plan->postings, same_posting, zj_postings_add, &o->added)
    DIFFERENCE(&x->plan->postings, &o->plan.postings, same_posting, zj_postings_add, &o->removed)
    DIFFERENCE(&o->plan.lessons, &x->plan->lessons, same_lesson, zj_lessons_add, &o->lessons_added)
    DIFFERENCE(&x->plan->lessons, &o->plan.lessons, same_lesson, zj_lessons_add, &o->lessons_removed)
}

/* How near the plan is to the given one need not be proved. */
static bool is_proved(const struct zj_plan *p, bool near)
{
    bool proved = ex_has_plan(p);

    for (int k = 0; k < p->n_tiers; k++)
        proved &= p->value[p->order[k]] == p->bound[p->order[k]] || (near && p->order[k] == ZJ_T_STABILITY);
    return proved || p->status == ZJ_PLAN_INFEASIBLE;
}

/* ---- the questions ---------------------------------------------------------------------------------- */

enum zj_status ex_outcome_solve(const struct ex_case *x, const struct zj_change *c, const bool *touched,
                                struct ex_outcome *o, struct zj_err *err)
{
    struct ex_case near = *x;

    near.near = ex_may_anchor(x);
    ZJ_TRY(ex_solve(&near, c, touched, &o->plan, err));
    o->has_plan = ex_has_plan(&o->plan);
    o->proved = is_proved(&o->plan, near.near);
    o->answer = o->has_plan ? EX_POSSIBLE : o->plan.status == ZJ_PLAN_INFEASIBLE ? EX_IMPOSSIBLE : EX_UNKNOWN;
    if (o->has_plan)
        ex_compare(x, o);
    return ZJ_OK;
}

static bool asks_for(const struct ex_question *q, const struct zj_posting *p)
{
    return p->teacher == q->teacher && (q->school < 0 || p->to == q->school) &&
           (q->kind < 0 || p->kind == q->kind) && (q->start_term < 0 || p->start == q->start_term);
}

static bool asks_for_lesson(const struct ex_question *q, const struct zj_lesson *l)
{
    return l->teacher == q->teacher && (q->school < 0 || l->school == q->school) &&
           (q->class_id < 0 || l->class_id == q->class_id);
}

static bool plan_has(const struct ex_case *x, const struct ex_question *q)
{
    for (int i = 0; i < x->plan->postings.n; i++) {
        if (asks_for(q, &x->plan->postings.v[i]))
            return true;
    }
    for (int i = 0; i < x->plan->lessons.n; i++) {
        if (asks_for_lesson(q, &x->plan->lessons.v[i]))
            return true;
    }
    return false;
}

/* What a pin on the teacher can move: blocks of home and host. */
static bool *touched_by(const struct ex_case *x, const struct ex_question *q)
{
    bool *touched = zj_calloc((size_t)x->in->n_schools, sizeof *touched);

    touched[x->in->teacher[q->teacher].school] = true;
    if (q->school >= 0)
        touched[q->school] = true;
    return touched;
}

static struct zj_pin pin_of(const struct ex_case *x, const struct ex_question *q)
{
    struct zj_pin pin = zj_pin_any(x->plan->model);

    pin.teacher = q->teacher;
    if (x->plan->model == ZJ_TIMETABLE) {
        pin.school = q->school;
        pin.class_id = q->class_id;
        return pin;
    }
    pin.to = q->school;
    pin.start_term = q->start_term;
    pin.kind = q->kind < 0 ? -1 : x->pol->kind[q->kind].name;
    return pin;
}

enum zj_status ex_why_not(const struct ex_case *x, const struct ex_question *q, struct ex_outcome *o,
                          struct zj_err *err)
{
    struct zj_change c;

    memset(o, 0, sizeof *o);
    if (plan_has(x, q)) {
        o->answer = EX_IS_SO;
        return ZJ_OK;
    }
    ex_judge_ways(x, q, o);
    if (o->n_barred == o->n_ways) {
        o->answer = EX_BARRED;
        return ZJ_OK;
    }
    const struct zj_pin pin = pin_of(x, q);
    bool *touched = touched_by(x, q);
    zj_change_init(&c, x->in, x->pol);
    zj_change_add_pin(&c, &pin);
    enum zj_status st = ex_outcome_solve(x, &c, touched, o, err);
    zj_change_release(&c);
    free(touched);
    return st;
}

/* In a timetable lessons at the home campus stay allowed. */
static void forbid(const struct ex_case *x, const struct ex_question *q, struct zj_change *c)
{
    struct zj_pin pin = zj_pin_any(x->plan->model);

    pin.teacher = q->teacher;
    pin.forbid = true;
    if (x->plan->model == ZJ_SECONDMENT)
        zj_change_add_pin(c, &pin);
    for (int s = 0; x->plan->model == ZJ_TIMETABLE && s < x->in->n_schools; s++) {
        pin.school = s;
        if (!zj_same_campus(x->in, s, x->in->teacher[q->teacher].school))
            zj_change_add_pin(c, &pin);
    }
}

static bool goes_anywhere(const struct ex_case *x, const struct ex_question *q)
{
    for (int i = 0; i < x->plan->postings.n; i++) {
        if (x->plan->postings.v[i].teacher == q->teacher)
            return true;
    }
    for (int i = 0; i < x->plan->lessons.n; i++) {
        const struct zj_lesson *l = &x->plan->lessons.v[i];
        if (l->teacher == q->teacher && !zj_same_campus(x->in, l->school, x->in->teacher[l->teacher].school))
            return true;
    }
    return false;
}

enum zj_status ex_why(const struct ex_case *x, const struct ex_question *q, struct ex_outcome *o,
                      struct zj_err *err)
{
    struct zj_change c;

    memset(o, 0, sizeof *o);
    if (!goes_anywhere(x, q)) {
        o->answer = EX_IS_SO;
        return ZJ_OK;
    }
    bool *touched = touched_by(x, q);
    zj_change_init(&c, x->in, x->pol);
    forbid(x, q, &c);
    enum zj_status st = ex_outcome_solve(x, &c, touched, o, err);
    zj_change_release(&c);
    free(touched);
    return st;
}
