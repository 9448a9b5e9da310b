#include "models/timetable/tree.h"

#include <stdlib.h>
#include <string.h>

#define ELASTIC    2e4  /* cost of a unit beyond a row of a case; a smaller one would only weaken bounds */
#define WHOLE      1e-5 /* nearer to a whole number than this is whole */
#define LEAST_GAIN 1e-3

enum {
    MOST_TRIED = 8,
    PATIENCE = 100 /* cases that do not lift the least bound, after which nothing more is expected */
};

struct bounds {
    int row;
    double lo, hi;
};

/* A case: bounds of count rows. */
struct node {
    int64_t bound;
    int n;
    struct bounds *v; /* heap */
};

struct tree {
    struct tt_master *m;
    const struct lp_limits *lim;
    int64_t enough;
    int first; /* count row of the tree */
    struct node *open;
    int n_open, cap_open;
    double *x;            /* answer by column */
    double *days, *units; /* n_types * campuses, n_types * groups: counted in x */
};

/* A count that is not whole. */
struct candidate {
    int type, campus, group; /* group -1: days */
    double value, score;
    int row;
};

/* ---- the linear program of a case --------------------------------------------------------------- */

/* Tiers may be overdrawn, dearly: a case without an answer is known by its bound. */
static void stretch_tiers(struct tt_master *m)
{
    const double one = -1;

    for (int k = 0; k < TT_N_ADDITIVE; k++)
        if (m->most[tt_additive[k]] != INT64_MAX)
            cg_col(m->lp, 0, INFINITY, ELASTIC, 1, &m->tier_row[tt_additive[k]], &one);
}

/* The row that counts it, with no bounds as yet. */
static int row_of(struct tree *f, const struct candidate *c)
{
    struct tt_master *m = f->m;
    const double sign[2] = {1, -1};

    for (int i = f->first; i < m->n_counts; i++)
        if (m->count[i].type == c->type && m->count[i].campus == c->campus && m->count[i].group == c->group)
            return i;
    int row = tt_master_count(
        m, &(struct tt_count_row){
               .campus = c->campus, .group = c->group, .type = c->type, .lo = -INFINITY, .hi = INFINITY});
    for (int k = 0; k < 2; k++)
        cg_col(m->lp, 0, INFINITY, ELASTIC, 1, &m->count[row].row, &sign[k]);
    return row;
}

static void enter(struct tree *f, const struct node *q)
{
    for (int i = f->first; i < f->m->n_counts; i++)
        tt_master_count_bounds(f->m, i, -INFINITY, INFINITY);
    for (int i = 0; i < q->n; i++)
        tt_master_count_bounds(f->m, q->v[i].row, q->v[i].lo, q->v[i].hi);
}

/* ---- where to part ------------------------------------------------------------------------------- */

static void count_all(struct tree *f)
{
    const struct tt_master *m = f->m;
    const int n_campuses = m->x->campuses.n, n_groups = m->x->p->n_groups;

    memset(f->days, 0, (size_t)m->x->n * (size_t)n_campuses * sizeof *f->days);
    memset(f->units, 0, (size_t)m->x->n * (size_t)n_groups * sizeof *f->units);
    for (int i = 0; i < m->n_columns; i++) {
        const struct tt_column *c = &m->column[i];
        for (int k = 0; k < c->n_visits && f->x[i] > 0; k++)
            f->days[c->type * n_campuses + c->visit[k].campus] += f->x[i] * c->visit[k].days;
        for (int k = 0; k < c->n_shares && f->x[i] > 0; k++)
            f->units[c->type * n_groups + c->share[k].group] += f->x[i] * c->share[k].count;
    }
}

/* Keep the best few, best first. */
static void consider(struct candidate *best, int *n, int most, struct candidate c)
{
    const double part = c.value - floor(c.value);
    int at = *n;

    if (part < WHOLE || part > 1 - WHOLE)
        return;
    c.score = part < 0.5 ? part : 1 - part;
    while (at > 0 && best[at - 1].score < c.score)
        at--;
    if (at >= most)
        return;
    *n += *n < most;
    memmove(best + at + 1, best + at, (size_t)(*n - at - 1) * sizeof *best);
    best[at] = c;
}

/* Counts that are not whole: days first, blocks when there are few of those. */
static int find_candidates(struct tree *f, struct candidate *best)
{
    const struct tt_types *x = f->m->x;
    int n = 0, more = 0;

    count_all(f);
    for (int t = 0; t < x->n; t++)
        for (int c = 0; c < x->campuses.n && !x->type[t].weeks->everywhere; c++)
            consider(best, &n, MOST_TRIED,
                     (struct candidate){
                         .type = t, .campus = c, .group = -1, .value = f->days[t * x->campuses.n + c]});
    for (int t = 0; t < x->n; t++)
        for (int g = 0; g < x->p->n_groups; g++)
            consider(best + n, &more, MOST_TRIED - n,
                     (struct candidate){.type = t, .group = g, .value = f->units[t * x->p->n_groups + g]});
    return n + more;
}

/* What the linear program at hand says of a half, at least as much as now and at most enough. */
static enum zj_status try_half(struct tree *f, int row, double lo, double hi, double now, double *gain,
                               struct zj_err *err)
{
    struct cg_answer ans = {0};
    const double most = (double)f->enough - now;

    tt_master_count_bounds(f->m, row, lo, hi);
    ZJ_TRY(cg_solve(f->m->lp, f->lim, false, &ans, err));
    *gain = ans.status == LP_OPTIMAL ? ans.value - now : most;
    *gain = *gain > most ? most : *gain;
    *gain = *gain < LEAST_GAIN ? LEAST_GAIN : *gain;
    return ZJ_OK;
}

/* Of the candidates, the one whose halves gain most together. */
static enum zj_status choose(struct tree *f, struct candidate *c, int n, double now, int *which,
                             struct zj_err *err)
{
    double most = -1;

    for (int i = 0; i < n; i++) {
        c[i].row = row_of(f, &c[i]);
        const struct tt_count_row old = f->m->count[c[i].row];
        double down, up;
        ZJ_TRY(try_half(f, c[i].row, old.lo, floor(c[i].value), now, &down, err));
        ZJ_TRY(try_half(f, c[i].row, ceil(c[i].value), old.hi, now, &up, err));
        tt_master_count_bounds(f->m, c[i].row, old.lo, old.hi);
        if (down * up > most) {
            most = down * up;
            *which = i;
        }
    }
    return ZJ_OK;
}

/* ---- cases ------------------------------------------------------------------------------------------ */

static void add_case(struct tree *f, const struct node *parent, struct bounds b)
{
    struct node q = {.bound = parent->bound, .n = parent->n + 1};

    q.v = zj_malloc((size_t)q.n * sizeof *q.v);
    if (parent->n > 0)
        memcpy(q.v, parent->v, (size_t)parent->n * sizeof *q.v);
    q.v[parent->n] = b; /* the last bounds of a row hold */
    ZJ_GROW(f->open, f->n_open, f->cap_open);
    f->open[f->n_open++] = q;
}

static struct node take_least(struct tree *f)
{
    int least = 0;

    for (int i = 1; i < f->n_open; i++) /* the later of equals: deeper */
        if (f->open[i].bound <= f->open[least].bound)
            least = i;
    struct node q = f->open[least];
    f->open[least] = f->open[--f->n_open];
    return q;
}

/*
 * Bound a case, and part it. *leaf: it cannot be parted, so its bound stays. False when a limit came first.
 */
static enum zj_status look_at(struct tree *f, struct node *q, bool *leaf, bool *done, struct zj_err *err)
{
    struct candidate c[MOST_TRIED + 1];
    struct tt_generated got;
    bool solved = false;
    int which = 0;

    *leaf = *done = false;
    enter(f, q);
    ZJ_TRY(tt_master_generate(f->m, f->lim, 0, f->enough, &got, err));
    q->bound = got.bound > q->bound ? got.bound : q->bound;
    *done = q->bound >= f->enough;
    if (*done || got.status != LP_OPTIMAL)
        return ZJ_OK;
    f->x = zj_realloc(f->x, (size_t)f->m->n_columns + 1, sizeof *f->x);
    ZJ_TRY(tt_master_relax(f->m, f->lim, f->x, &solved, err));
    if (!solved)
        return ZJ_OK;
    const int n = find_candidates(f, c);
    *leaf = n == 0;
    *done = true;
    if (*leaf)
        return ZJ_OK;
    ZJ_TRY(choose(f, c, n, got.value, &which, err));
    const struct tt_count_row row = f->m->count[c[which].row];
    add_case(f, q, (struct bounds){c[which].row, row.lo, floor(c[which].value)});
    add_case(f, q, (struct bounds){c[which].row, ceil(c[which].value), row.hi});
    return ZJ_OK;
}

enum zj_status tt_tree_bound(struct tt_master *m, const struct lp_limits *lim, int64_t root, int64_t enough,
                             int64_t nodes, struct tt_tree *out, struct zj_err *err)
{
    const size_t n_types = (size_t)m->x->n;
    struct tree f = {.m = m, .lim = lim, .enough = enough, .first = m->n_counts};
    int64_t leaves = enough; /* the least bound of cases that are done with */
    int64_t least = root, since = 0;
    enum zj_status status = ZJ_OK;
    bool done = true;

    *out = (struct tt_tree){.bound = root};
    f.days = zj_malloc((n_types * (size_t)m->x->campuses.n + 1) * sizeof *f.days);
    f.units = zj_malloc((n_types * (size_t)m->x->p->n_groups + 1) * sizeof *f.units);
    stretch_tiers(m);
    ZJ_GROW(f.open, f.n_open, f.cap_open);
    f.open[f.n_open++] = (struct node){.bound = root};
    while (f.n_open > 0 && done && status == ZJ_OK) {
        struct node q = take_least(&f);
        bool leaf = false;
        since = q.bound > least ? 0 : since + 1;
        least = q.bound;
        done = q.bound < leaves && out->nodes < nodes && since < PATIENCE;
        if (done) {
            out->nodes++;
            status = look_at(&f, &q, &leaf, &done, err);
        }
        leaves = (leaf || !done) && q.bound < leaves ? q.bound : leaves;
        free(q.v);
    }
    out->bound = leaves;
    for (int i = 0; i < f.n_open; i++) {
        out->bound = f.open[i].bound < out->bound ? f.open[i].bound : out->bound;
        free(f.open[i].v);
    }
    free(f.open);
    free(f.x);
    free(f.days);
    free(f.units);
    return status;
}
