#include "tests/support/pair_conflict.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_PARTS = 60 };

struct inquiry {
    const struct zj_conflict_part *part; /* of one conflict */
    int n;
    bool kept_by_some;      /* a set of rows breaks no part */
    bool needed[MAX_PARTS]; /* a set of rows breaks this part alone */
    /* The least shortfall of such a set, and the verifier's numbers there, when one finding has them. */
    int64_t least[MAX_PARTS], need[MAX_PARTS], have[MAX_PARTS];
};

/* A finding belongs to the part at its place, or at the lead or the member of its row. */
static bool belongs(const struct zj_finding *f, const struct zj_conflict_part *part)
{
    size_t n = strlen(part->where), all = strlen(f->where);

    if (f->rule != part->rule || f->index != part->index)
        return false;
    return strcmp(f->where, part->where) == 0 ||
           (strncmp(f->where, part->where, n) == 0 && strchr(">/", f->where[n])) ||
           (all > n && f->where[all - n - 1] == '>' && strcmp(f->where + all - n, part->where) == 0);
}

/* Who may lead whom, how deep, and that the way is known: not in question, unless the conflict names it. */
static bool is_given(const struct inquiry *q, const struct zj_finding *f)
{
    for (int k = 0; k < q->n; k++)
        if (belongs(f, &q->part[k]))
            return false;
    return f->rule == ZJ_R_depth || (f->rule == ZJ_R_distance && f->index < 0);
}

/* What the verifier says of the part where nothing else is broken: the least that it falls short by. */
static void note(struct inquiry *q, const struct zj_verdict *v, int k)
{
    int64_t sum = 0, need = ZJ_NO_VALUE, have = ZJ_NO_VALUE;
    int n = 0;

    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];
        if (f->ok || !f->hard || !belongs(f, &q->part[k]))
            continue;
        sum += f->shortfall;
        n++;
        need = strcmp(f->where, q->part[k].where) == 0 ? f->need : ZJ_NO_VALUE;
        have = f->have;
    }
    if (q->needed[k] && sum >= q->least[k])
        return;
    q->least[k] = sum;
    q->need[k] = n == 1 ? need : ZJ_NO_VALUE;
    q->have[k] = have;
}

static void look_at(void *ctx, const struct zj_pairs *set, const struct zj_verdict *v)
{
    struct inquiry *q = ctx;
    bool broken[MAX_PARTS] = {false};
    int n = 0, last = -1;

    (void)set;
    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];

        if (f->ok || !f->hard)
            continue;
        if (is_given(q, f))
            return;
        for (int k = 0; k < q->n; k++)
            broken[k] |= belongs(f, &q->part[k]);
    }
    for (int k = 0; k < q->n; k++)
        if (broken[k]) {
            n++;
            last = k;
        }
    q->kept_by_some |= n == 0;
    if (n != 1)
        return;
    note(q, v, last);
    q->needed[last] = true;
}

static const char *judge(const struct pair_trial *x, const struct zj_conflict_part *part, int n,
                         struct pair_conflicts *seen)
{
    struct inquiry q = {.part = part, .n = n};

    brute_pairs_each(&x->t.in, &x->t.pol, look_at, &q);
    if (q.kept_by_some)
        return "all parts of the conflict can be kept together";
    for (int k = 0; k < n; k++) {
        if (!q.needed[k])
            return "a part of the conflict is not needed";
        if (part[k].need == ZJ_NO_VALUE || q.need[k] == ZJ_NO_VALUE)
            continue;
        if (llabs(part[k].need - part[k].have) != llabs(q.need[k] - q.have[k])) /* too few or too many */
            return "a number of the conflict is not that of the best pairing without the part";
        seen->n_numbers++;
    }
    seen->n_conflicts++;
    seen->n_parts += n;
    return NULL;
}

static bool same_part(const struct zj_conflict_part *a, const struct zj_conflict_part *b)
{
    return a->rule == b->rule && a->index == b->index && strcmp(a->where, b->where) == 0;
}

const char *wrong_pair_conflicts(const struct pair_trial *x, struct pair_conflicts *seen)
{
    const struct zj_plan *p = &x->plan;
    const char *why = NULL;

    if (p->n_conflict == 0 || p->n_conflict > MAX_PARTS)
        return "no pairing, and no conflict is named";
    for (int k = 1; k < p->n_conflict; k++)
        for (int i = 0; i < k; i++)
            if (same_part(&p->conflict[i], &p->conflict[k]))
                return "a part is named twice";
    if (!p->conflict_minimal)
        return "not called minimal, though nothing stopped the search";
    for (int i = 0, k; i < p->n_conflict && !why; i = k) {
        for (k = i; k < p->n_conflict && p->conflict[k].group == p->conflict[i].group;)
            k++;
        why = judge(x, p->conflict + i, k - i, seen);
    }
    return why;
}
