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

/* A sorted copy of n items on the heap. */
static void *sorted(const void *items, int n, size_t size, int (*compare)(const void *, const void *))
{
    void *copy = zj_calloc((size_t)n, size);

    if (n > 0) {
        memcpy(copy, items, (size_t)n * size);
        qsort(copy, (size_t)n, size, compare);
    }
    return copy;
}

static int by_row(const void *pa, const void *pb)
{
    const struct zj_unmet *a = pa, *b = pb;
    int x[] = {a->term, a->school, a->subject}, y[] = {b->term, b->school, b->subject};

    for (int i = 0; i < 3; i++)
        if (x[i] != y[i])
            return x[i] < y[i] ? -1 : 1;
    return 0;
}

static void wrong_unmet(const struct vf_reader *x, const struct zj_unmet *row, int64_t said, int64_t counted)
{
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

void vf_check_unmet(const struct vf_reader *x)
{
    struct zj_unmet *said = sorted(x->plan->unmet, x->plan->n_unmet, sizeof *said, by_row);
    struct zj_unmet *counted = sorted(x->v->unmet, x->v->n_unmet, sizeof *counted, by_row);

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

void vf_check_rules(const struct vf_reader *x)
{
    int n_said = x->plan->n_findings;
    struct zj_finding *said = sorted(x->plan->finding, n_said, sizeof *said, by_content);
    struct zj_finding *counted = sorted(x->v->finding, x->v->n, sizeof *counted, by_content);

    for (int i = 0; i < n_said; i++)
        check_said(x, i, counted);
    for (int i = 0; n_said > 0 && i < x->v->n; i++) {
        const struct zj_finding *f = &x->v->finding[i];

        if (!f->ok && !bsearch(f, said, (size_t)n_said, sizeof *f, by_place))
            zj_diag_add(x->d, ZJ_ERROR, "hidden_rule", vf_at("rules"),
                        _("the list of rules does not tell that rule %s (index %d) is broken at %s"),
                        zj_rule_name(f->rule), f->index, f->where);
    }
    free(said);
    free(counted);
}
