/*
 * ways.c - the postings or lessons that would do, each by itself before the verifier.
 *
 * Rules that speak of one posting (age, distance, rest …) break whatever else the plan holds: when each way
 * breaks one, no plan can have any. Other hard rules that a way breaks alone (coverage, equal exchange …)
 * more postings may mend: they are told, and prove nothing.
 */
#include "solver/explain/parts.h"

#include "solver/data/week.h"
#include "solver/verify/verify.h"

#include <stdlib.h>
#include <string.h>

static bool any_or(int asked, int is)
{
    return asked < 0 || asked == is;
}

/* ---- secondments ------------------------------------------------------------------------------------ */

static void ways_of_kind(const struct ex_case *x, const struct ex_question *q, int kind,
                         struct zj_postings *ways)
{
    const struct zj_teacher *t = &x->in->teacher[q->teacher];
    const struct zj_kind *k = &x->pol->kind[kind];

    for (int start = 0; start < x->in->n_terms; start++) {
        for (int l = 0; any_or(q->start_term, start) && l < k->lengths.n; l++) {
            for (int j = 0; start + k->lengths.v[l] <= x->in->n_terms && j < t->subjects.n; j++)
                zj_postings_add(ways, &(struct zj_posting){.teacher = q->teacher,
                                                           .kind = kind,
                                                           .from = t->school,
                                                           .to = q->school,
                                                           .start = start,
                                                           .terms = k->lengths.v[l],
                                                           .subject = t->subjects.v[j]});
        }
    }
}

void ex_ways(const struct ex_case *x, const struct ex_question *q, struct zj_postings *ways)
{
    for (int kind = 0; kind < x->pol->n_kinds; kind++) {
        if (any_or(q->kind, kind))
            ways_of_kind(x, q, kind, ways);
    }
}

enum ex_limit ex_kind_limit(const struct ex_case *x, const struct ex_question *q, int kind)
{
    const struct zj_kind *k = &x->pol->kind[kind];
    const struct zj_teacher *t = &x->in->teacher[q->teacher];
    enum zj_role from = x->in->school[t->school].role, to = x->in->school[q->school].role;
    bool starts = k->start_terms.n == 0;

    if (k->direction != ZJ_ANY_DIRECTION &&
        (from == to || (from == ZJ_LEAD) != (k->direction == ZJ_LEAD_TO_MEMBER)))
        return EX_DIRECTION;
    if (k->posts.n > 0 && !zj_ids_has(&k->posts, (int)t->post))
        return EX_POST;
    for (int i = 0; i < k->start_terms.n; i++)
        starts |= any_or(q->start_term, k->start_terms.v[i]);
    if (!starts)
        return EX_START;
    for (int l = 0; l < k->lengths.n; l++) {
        for (int s = 0; s + k->lengths.v[l] <= x->in->n_terms; s++) {
            if (any_or(q->start_term, s) && (k->start_terms.n == 0 || zj_ids_has(&k->start_terms, s)))
                return EX_FITS;
        }
    }
    return EX_LENGTH;
}

/* Does the rule speak of each posting by itself? */
static bool bars_posting(enum zj_rule_id rule)
{
    static const enum zj_rule_id alone[] = {ZJ_R_one_posting, ZJ_R_age_limit, ZJ_R_eligibility, ZJ_R_exempt,
                                            ZJ_R_volunteers,  ZJ_R_scope,     ZJ_R_rest,        ZJ_R_distance,
                                            ZJ_R_wishes,      ZJ_R_pins};

    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++) {
        if (rule == alone[i])
            return true;
    }
    return false;
}

/* ---- timetables ------------------------------------------------------------------------------------- */

void ex_lesson_ways(const struct ex_case *x, const struct ex_question *q, struct zj_lessons *ways)
{
    const struct zj_instance *in = x->in;

    for (int b = 0; b < in->n_blocks; b++) {
        const struct zj_block *block = &in->block[b];
        const struct zj_day_plan *bells = &in->bells[block->school];
        if (!any_or(q->school, block->school) || !any_or(q->class_id, block->class_id) ||
            !zj_ids_has(&in->teacher[q->teacher].subjects, block->subject))
            continue;
        for (int day = 0; day < in->n_days; day++) {
            for (int p = 0; p < bells->n; p++)
                zj_lessons_add(ways, &(struct zj_lesson){.teacher = q->teacher,
                                                         .school = block->school,
                                                         .class_id = block->class_id,
                                                         .subject = block->subject,
                                                         .day = day,
                                                         .period = bells->v[p].id});
        }
    }
}

static bool bars_lesson(enum zj_rule_id rule)
{
    return rule == ZJ_R_no_clash || rule == ZJ_R_avoid || rule == ZJ_R_wishes || rule == ZJ_R_pins;
}

/* ---- judging ---------------------------------------------------------------------------------------- */

static int64_t shortfall_at(const struct zj_verdict *v, const struct zj_finding *f)
{
    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *g = &v->finding[i];
        if (g->rule == f->rule && g->index == f->index && strcmp(g->where, f->where) == 0)
            return g->shortfall;
    }
    return 0;
}

/* The rule's entry in the list, made when there is none. */
static struct ex_bar *bar_of(struct ex_outcome *o, struct ex_bar **v, int *n, int *cap,
                             const struct zj_finding *f)
{
    for (int i = 0; i < *n; i++) {
        if ((*v)[i].finding.rule == f->rule && (*v)[i].finding.index == f->index)
            return &(*v)[i];
    }
    ZJ_GROW(*v, *n, *cap);
    (*v)[*n] = (struct ex_bar){.finding = *f};
    (*v)[*n].finding.where = zj_strdup(&o->arena, f->where);
    return &(*v)[(*n)++];
}

/* A posting that is none of its kind, whatever the rules. */
static bool is_no_way(const struct zj_verdict *v)
{
    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];
        if (f->rule == ZJ_R_eligibility && f->index < 0 && !f->ok)
            return true;
    }
    return false;
}

/* What the way number `way` breaks that nothing at all does not. */
static void note_way(struct ex_outcome *o, const struct zj_verdict *nothing, const struct zj_verdict *v,
                     bool (*alone)(enum zj_rule_id), int way)
{
    bool barred = false;

    if (is_no_way(v))
        return;
    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];
        if (!f->hard || f->ok || f->shortfall <= shortfall_at(nothing, f))
            continue;
        bool bars = alone(f->rule);
        struct ex_bar *bar = bars ? bar_of(o, &o->bar, &o->n_bars, &o->cap_bars, f)
                                  : bar_of(o, &o->strain, &o->n_strains, &o->cap_strains, f);
        barred |= bars;
        if (bar->last_way != way) {
            bar->last_way = way;
            bar->n_ways++;
        }
    }
    o->n_ways++;
    o->n_barred += barred;
}

static int by_ways(const void *a, const void *b)
{
    const struct ex_bar *x = a, *y = b;

    if (x->n_ways != y->n_ways)
        return x->n_ways > y->n_ways ? -1 : 1;
    return x->finding.rule != y->finding.rule ? (int)x->finding.rule - (int)y->finding.rule
                                              : x->finding.index - y->finding.index;
}

static void sort(struct ex_bar *v, int n)
{
    if (n > 1)
        qsort(v, (size_t)n, sizeof *v, by_ways);
}

static void judge_postings(const struct ex_case *x, const struct ex_question *q, struct ex_outcome *o)
{
    struct zj_postings ways = {0};
    struct zj_verdict nothing, v;

    ex_ways(x, q, &ways);
    zj_verify_postings(x->in, x->pol, &(struct zj_postings){0}, ex_kept(x), &nothing);
    for (int i = 0; i < ways.n; i++) {
        const struct zj_postings way = {.v = &ways.v[i], .n = 1, .cap = 1};
        zj_verify_postings(x->in, x->pol, &way, ex_kept(x), &v);
        note_way(o, &nothing, &v, bars_posting, i + 1);
        zj_verdict_release(&v);
    }
    zj_verdict_release(&nothing);
    zj_postings_release(&ways);
}

static void judge_lessons(const struct ex_case *x, const struct ex_question *q, struct ex_outcome *o)
{
    struct zj_lessons ways = {0};
    struct zj_verdict nothing, v;

    ex_lesson_ways(x, q, &ways);
    zj_verify_lessons(x->in, x->pol, &(struct zj_lessons){0}, NULL, ex_kept_lessons(x), &nothing);
    for (int i = 0; i < ways.n; i++) {
        const struct zj_lessons way = {.v = &ways.v[i], .n = 1, .cap = 1};
        zj_verify_lessons(x->in, x->pol, &way, NULL, ex_kept_lessons(x), &v);
        note_way(o, &nothing, &v, bars_lesson, i + 1);
        zj_verdict_release(&v);
    }
    zj_verdict_release(&nothing);
    zj_lessons_release(&ways);
}

void ex_judge_ways(const struct ex_case *x, const struct ex_question *q, struct ex_outcome *o)
{
    if (x->plan->model == ZJ_TIMETABLE)
        judge_lessons(x, q, o);
    else
        judge_postings(x, q, o);
    sort(o->bar, o->n_bars);
    sort(o->strain, o->n_strains);
}
