/*
 * gains.c - which small changes are asked about: a teacher where periods are unmet, and what quotas bind.
 *
 * A quota binds at a place when in some period its count is at the limit or beyond. It is asked about in two
 * ways: the limit moved by one (in all periods: rules have no filter of periods), and one more
 * teacher whom it counts, made after one whom the plan posts there.
 */
#include "solver/explain/parts.h"

#include "solver/verify/verify.h"

#include <stdlib.h>
#include <string.h>

static void add(struct ex_worth *w, const struct ex_gain *g)
{
    ZJ_GROW(w->gain, w->n, w->cap);
    w->gain[w->n++] = *g;
}

/* ---- a teacher of a subject ------------------------------------------------------------------------- */

/* How near to the school the teacher is: the smaller the better; -1: not of the subject. */
static int strangeness(const struct zj_instance *in, int teacher, int school, int subject)
{
    const struct zj_teacher *t = &in->teacher[teacher];
    int community = in->school[school].community;
    int far = t->school == school                                              ? 0
              : community >= 0 && in->school[t->school].community == community ? 1
                                                                               : 2;

    if (!zj_ids_has(&t->subjects, subject) || t->away)
        return -1;
    return 2 * far + (t->subjects.v[0] != subject);
}

/* The nearest teacher of the subject; of several one with a load in the middle. -1: nobody has it. */
static int typical_teacher(const struct zj_instance *in, int school, int subject)
{
    int least = INT32_MAX, n = 0, best = -1;

    for (int t = 0; t < in->n_teachers; t++) {
        int s = strangeness(in, t, school, subject);
        if (s >= 0 && s < least) {
            least = s;
            n = 0;
        }
        n += s >= 0 && s == least;
    }
    for (int t = 0; t < in->n_teachers; t++) {
        int below = 0;
        for (int o = 0; o < in->n_teachers && strangeness(in, t, school, subject) == least; o++)
            below += strangeness(in, o, school, subject) == least &&
                     (in->teacher[o].max_week < in->teacher[t].max_week ||
                      (in->teacher[o].max_week == in->teacher[t].max_week && o < t));
        if (n > 0 && strangeness(in, t, school, subject) == least && below == (n - 1) / 2)
            best = t;
    }
    return best;
}

static bool is_asked(const struct ex_worth *w, const struct ex_gain *g)
{
    for (int i = 0; i < w->n; i++) {
        const struct ex_gain *h = &w->gain[i];
        bool same = g->kind == EX_QUOTA ? h->field == g->field && strcmp(h->where, g->where) == 0
                                        : h->school == g->school && h->subject == g->subject;
        if (same && h->kind == g->kind && h->rule == g->rule)
            return true;
    }
    return false;
}

static void add_teachers(const struct ex_case *x, struct ex_worth *w)
{
    for (int i = 0; i < x->plan->n_unmet; i++) {
        const struct zj_unmet *u = &x->plan->unmet[i];
        struct ex_gain g = {.kind = EX_TEACHER, .school = u->school, .subject = u->subject, .rule = -1};
        if (is_asked(w, &g))
            continue;
        g.like = typical_teacher(x->in, u->school, u->subject);
        if (g.like >= 0)
            add(w, &g);
    }
}

/* ---- quotas ----------------------------------------------------------------------------------------- */

/* "S1>S2 2026A" -> "S1>S2" */
static const char *place_of(struct ex_worth *w, const char *where)
{
    const char *blank = strrchr(where, ' ');

    return zj_strndup(&w->arena, where, blank ? (size_t)(blank - where) : strlen(where));
}

static int school_named(const struct zj_instance *in, struct ex_worth *w, const char *text, size_t n)
{
    return zj_find_school(in, zj_strndup(&w->arena, text, n));
}

/* The place of a quota as a spot; `from` is the school whose teachers it counts, -1 = several. */
static struct zj_spot spot_of(const struct ex_case *x, struct ex_worth *w, const struct zj_rule *r,
                              const char *place, int *from)
{
    struct zj_spot at = {.school = -1, .community = -1, .host = -1, .subject = -1};
    const char *arrow = strchr(place, '>');

    *from = -1;
    if (r->over == ZJ_OVER_PAIR && arrow) {
        at.school = zj_find_school(x->in, arrow + 1);
        *from = r->direction == ZJ_MEMBER_TO_LEAD ? at.school
                                                  : school_named(x->in, w, place, (size_t)(arrow - place));
    } else if (r->over == ZJ_OVER_SENDER || r->over == ZJ_OVER_HOST) {
        at.school = zj_find_school(x->in, place);
        *from = r->over == ZJ_OVER_SENDER ? at.school : -1;
    } else if (r->over == ZJ_OVER_COMMUNITY) {
        at.community = zj_intern_find(&x->in->words, place);
    }
    return at;
}

static bool counts(const struct ex_case *x, const struct zj_rule *r, const struct zj_posting *p)
{
    const struct zj_postings one = {.v = (struct zj_posting *)p, .n = 1, .cap = 1};
    struct zj_verdict v;
    bool yes = false;

    zj_verify_postings(x->in, x->pol, &one, ex_kept(x), &v);
    for (int i = 0; i < v.n; i++)
        yes |= v.finding[i].rule == r->id && v.finding[i].index == r->index && v.finding[i].have > 0;
    zj_verdict_release(&v);
    return yes;
}

/* Is the posting one that may count at the place? */
static bool is_at(const struct ex_case *x, const struct zj_rule *r, const struct zj_spot *at, int from,
                  const struct zj_posting *p)
{
    switch (r->over) {
    case ZJ_OVER_PAIR:
        return p->from == from && (p->from == at->school || p->to == at->school);
    case ZJ_OVER_SENDER:
        return p->from == at->school;
    case ZJ_OVER_HOST:
        return p->to == at->school;
    case ZJ_OVER_COMMUNITY:
        return x->in->school[p->from].community == at->community;
    default:
        return true;
    }
}

/*
 * One more like somebody whom the plan posts and the rule counts: at this place; else, where it is known who
 * sends, like somebody who counts at another place.
 */
static void add_eligible(const struct ex_case *x, struct ex_worth *w, const struct zj_rule *r,
                         const struct zj_spot *at, int from)
{
    const struct zj_postings *p = &x->plan->postings;

    for (int here = 1; here >= (from < 0); here--) {
        for (int i = 0; i < p->n; i++) {
            if ((here && !is_at(x, r, at, from, &p->v[i])) || !counts(x, r, &p->v[i]))
                continue;
            const struct ex_gain g = {.kind = EX_ELIGIBLE,
                                      .school = here ? p->v[i].from : from,
                                      .subject = p->v[i].subject,
                                      .like = p->v[i].teacher,
                                      .rule = r->index};
            if (!is_asked(w, &g))
                add(w, &g);
            return;
        }
    }
}

static void add_limit(struct ex_worth *w, const struct zj_rule *r, const struct zj_spot *at,
                      const char *place, size_t field, int value)
{
    const struct ex_gain g = {.kind = EX_QUOTA,
                              .school = at->school,
                              .subject = -1,
                              .like = -1,
                              .rule = r->index,
                              .spot = *at,
                              .where = place,
                              .field = field,
                              .value = value};

    if (!is_asked(w, &g))
        add(w, &g);
}

static void add_quota(const struct ex_case *x, struct ex_worth *w, const struct zj_finding *f)
{
    const struct zj_rule *r = zj_rule_at(x->pol, f->index);
    bool least = r && r->min != ZJ_NONE && r->min > 0 && f->have <= r->min;
    bool most = r && r->max != ZJ_NONE && f->have >= r->max;
    int from;

    if (!least && !most)
        return;
    const char *place = place_of(w, f->where);
    const struct zj_spot at = spot_of(x, w, r, place, &from);
    if (least)
        add_limit(w, r, &at, place, offsetof(struct zj_rule, min), r->min - 1);
    if (most)
        add_limit(w, r, &at, place, offsetof(struct zj_rule, max), r->max + 1);
    if (least)
        add_eligible(x, w, r, &at, from);
}

void ex_list_gains(const struct ex_case *x, struct ex_worth *w)
{
    struct zj_verdict v;

    add_teachers(x, w);
    if (x->plan->model != ZJ_SECONDMENT)
        return;
    zj_verify_postings(x->in, x->pol, &x->plan->postings, ex_kept(x), &v);
    for (int i = 0; i < v.n; i++) {
        if (v.finding[i].rule == ZJ_R_quota)
            add_quota(x, w, &v.finding[i]);
    }
    zj_verdict_release(&v);
}
