/*
 * lists.c - the two lists of a plan file: periods that are unmet, and the rules at their places.
 */
#include "solver/base/i18n.h"
#include "solver/verify/statements.h"

#include <stdlib.h>
#include <string.h>

const struct zj_place *vf_at(const char *field)
{
    static struct zj_place place;

    place.field = field;
    return &place;
}

static int by_row(const void *pa, const void *pb)
{
    const struct zj_unmet *a = pa, *b = pb;
    const int x[] = {a->term, a->school, a->class_id, a->subject};
    const int y[] = {b->term, b->school, b->class_id, b->subject};

    for (int i = 0; i < 4; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return 0;
}

static void wrong_unmet(const struct vf_reader *x, const struct zj_unmet *row, int64_t said, int64_t counted)
{
    if (vf_is_timetable(x)) {
        zj_diag_add(x->d, ZJ_ERROR, "wrong_unmet", vf_at("unmet"),
                    _("unmet %s %s/%s: reported %lld periods, recomputed %lld"),
                    x->in->school[row->school].id, zj_word(x->in, row->class_id),
                    zj_word(x->in, row->subject), (long long)said, (long long)counted);
        return;
    }
    zj_diag_add(x->d, ZJ_ERROR, "wrong_unmet", vf_at("unmet"),
                _("unmet %s/%s %s: reported %lld periods, recomputed %lld"), x->in->school[row->school].id,
                zj_word(x->in, row->subject), x->in->term[row->term].id, (long long)said, (long long)counted);
}

static void compare_unmet(const struct vf_reader *x, const struct zj_unmet *said,
                          const struct zj_unmet *counted)
{
    int i = 0, k = 0;

    while (i < x->plan->n_unmet || k < x->v->n_unmet) {
        int order = i == x->plan->n_unmet ? 1 : k == x->v->n_unmet ? -1 : by_row(&said[i], &counted[k]);

        if (order < 0)
            wrong_unmet(x, &said[i], said[i].periods, 0);
        else if (order > 0)
            wrong_unmet(x, &counted[k], 0, counted[k].periods);
        else if (said[i].periods != counted[k].periods)
            wrong_unmet(x, &said[i], said[i].periods, counted[k].periods);
        i += order <= 0;
        k += order >= 0;
    }
}

/* A sorted copy of the rows, on the heap, without the column that the model does not have. */
static struct zj_unmet *sorted_unmet(const struct vf_reader *x, const struct zj_unmet *rows, int n)
{
    struct zj_unmet *v = zj_calloc((size_t)n, sizeof *v);

    for (int i = 0; i < n; i++) {
        v[i] = rows[i];
        if (vf_is_timetable(x))
            v[i].term = -1;
        else
            v[i].class_id = -1;
    }
    if (n > 1)
        qsort(v, (size_t)n, sizeof *v, by_row);
    return v;
}

void vf_check_unmet(const struct vf_reader *x)
{
    struct zj_unmet *said = sorted_unmet(x, x->plan->unmet, x->plan->n_unmet);
    struct zj_unmet *counted = sorted_unmet(x, x->v->unmet, x->v->n_unmet);

    compare_unmet(x, said, counted);
    free(said);
    free(counted);
}

static int by_place(const void *pa, const void *pb)
{
    const struct zj_finding *a = pa, *b = pb;

    if (a->rule != b->rule)
        return a->rule < b->rule ? -1 : 1;
    if (a->index != b->index)
        return a->index < b->index ? -1 : 1;
    return strcmp(a->where, b->where);
}

/* Two findings at one place differ in their numbers. */
static int by_content(const void *pa, const void *pb)
{
    const struct zj_finding *a = pa, *b = pb;
    int order = by_place(a, b);

    if (order != 0)
        return order;
    if (a->need != b->need)
        return a->need < b->need ? -1 : 1;
    if (a->have != b->have)
        return a->have < b->have ? -1 : 1;
    if (a->ok != b->ok)
        return a->ok ? 1 : -1;
    return (int)a->hard - (int)b->hard;
}

static void check_said(const struct vf_reader *x, int i, const struct zj_finding *counted)
{
    const struct zj_finding *f = &x->plan->finding[i];
    size_t n = (size_t)x->v->n;

    if (n > 0 && bsearch(f, counted, n, sizeof *f, by_content))
        return;
    if (n > 0 && bsearch(f, counted, n, sizeof *f, by_place))
        zj_diag_add(x->d, ZJ_ERROR, "wrong_rule", vf_at("rules"),
                    _("rules entry %d: what it says of rule %s (index %d) at %s is not so"), i + 1,
                    zj_rule_name(f->rule), f->index, f->where);
    else
        zj_diag_add(x->d, ZJ_ERROR, "unbound_rule", vf_at("rules"),
                    _("rules entry %d: rule %s (index %d) binds nothing at %s"), i + 1, zj_rule_name(f->rule),
                    f->index, f->where);
}

/* A sorted copy on the heap. */
static struct zj_finding *sorted_findings(const struct zj_finding *findings, int n)
{
    struct zj_finding *v = zj_calloc((size_t)n, sizeof *v);

    if (n > 0) {
        memcpy(v, findings, (size_t)n * sizeof *v);
        qsort(v, (size_t)n, sizeof *v, by_content);
    }
    return v;
}

/* First of n sorted findings that is not before the place of f. */
static int first_at(const struct zj_finding *v, int n, const struct zj_finding *f)
{
    int lo = 0, hi = n;

    while (lo < hi) {
        int mid = lo + (hi - lo) / 2;

        if (by_place(&v[mid], f) < 0)
            lo = mid + 1;
        else
            hi = mid;
    }
    return lo;
}

/* How many of n sorted findings tell that the rule is broken at the place of f. */
static int broken_at(const struct zj_finding *v, int n, const struct zj_finding *f)
{
    int broken = 0;

    for (int i = first_at(v, n, f); i < n && by_place(&v[i], f) == 0; i++)
        broken += !v[i].ok;
    return broken;
}

static void check_hidden(const struct vf_reader *x, const struct zj_finding *said,
                         const struct zj_finding *counted)
{
    for (int i = 0; i < x->v->n; i++) {
        const struct zj_finding *f = &counted[i];

        if ((i > 0 && by_place(f - 1, f) == 0) ||
            broken_at(counted, x->v->n, f) <= broken_at(said, x->plan->n_findings, f))
            continue;
        zj_diag_add(x->d, ZJ_ERROR, "hidden_rule", vf_at("rules"),
                    _("the list of rules does not tell that rule %s (index %d) is broken at %s"),
                    zj_rule_name(f->rule), f->index, f->where);
    }
}

void vf_check_rules(const struct vf_reader *x)
{
    int n_said = x->plan->n_findings;
    struct zj_finding *said = sorted_findings(x->plan->finding, n_said);
    struct zj_finding *counted = sorted_findings(x->v->finding, x->v->n);

    for (int i = 0; i < n_said; i++)
        check_said(x, i, counted);
    if (n_said > 0)
        check_hidden(x, said, counted);
    free(said);
    free(counted);
}
