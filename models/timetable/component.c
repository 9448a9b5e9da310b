#include "models/timetable/component.h"

#include "models/timetable/problem.h"

#include <stdlib.h>
#include <string.h>

/* Nodes: teachers 0 .. n_teachers - 1, then schools. */
struct forest {
    const struct tt_problem *p;
    int *up;
};

static int root(const struct forest *f, int i)
{
    while (f->up[i] != i)
        i = f->up[i] = f->up[f->up[i]];
    return i;
}

static void join(const struct forest *f, int a, int b)
{
    f->up[root(f, a)] = root(f, b);
}

static int school_node(const struct forest *f, int school)
{
    return f->p->in->n_teachers + school;
}

static int block_node(const struct forest *f, int block)
{
    return school_node(f, f->p->in->block[block].school);
}

static bool whole_county(const struct zj_policy *pol)
{
    for (int i = 0; i < pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &pol->lesson_rule[i];
        if (r->id == ZJ_R_common_free || (r->id == ZJ_R_stability && r->max != ZJ_NONE) ||
            (r->id == ZJ_R_sync_class && (r->subjects_min != ZJ_NONE || r->periods_min != ZJ_NONE)))
            return true;
    }
    return false;
}

static int school_of_class(const struct zj_instance *in, int class_id)
{
    for (int b = 0; b < in->n_blocks; b++)
        if (in->block[b].class_id == class_id)
            return in->block[b].school;
    return -1;
}

/* A node that the pin names, or -1 when it may match anywhere. */
static int pin_node(const struct forest *f, const struct zj_pin *x)
{
    int school = x->school >= 0 ? x->school : x->class_id >= 0 ? school_of_class(f->p->in, x->class_id) : -1;

    if (x->teacher >= 0)
        return x->teacher;
    return school >= 0 ? school_node(f, school) : -1;
}

static void join_all(const struct forest *f)
{
    const struct zj_instance *in = f->p->in;
    bool everything = whole_county(f->p->pol);

    for (int i = 0; i < f->p->n_active; i++) {
        int t = f->p->active[i];
        for (int k = 0; k < f->p->may[t].n; k++)
            join(f, t, school_node(f, f->p->group[f->p->may[t].v[k]].school));
    }
    for (int i = 0; i < in->n_sync; i++) {
        int a = school_of_class(in, in->sync[i].class_a), b = school_of_class(in, in->sync[i].class_b);
        if (a >= 0 && b >= 0)
            join(f, school_node(f, a), school_node(f, b));
    }
    for (int i = 0; i < in->n_pins; i++) {
        const struct zj_pin *x = &in->pin[i];
        int node = pin_node(f, x), school = school_of_class(in, x->class_id);
        if (x->model != ZJ_TIMETABLE || x->forbid)
            continue;
        everything |= node < 0;
        if (node >= 0 && school >= 0)
            join(f, node, school_node(f, school));
        if (node >= 0 && x->school >= 0)
            join(f, node, school_node(f, x->school));
    }
    for (int b = 1; everything && b < in->n_blocks; b++)
        join(f, block_node(f, 0), block_node(f, b));
}

/* The rows of the pins that can touch the component; all that forbid. */
static void copy_pins(struct tt_components *c, const struct forest *f, struct tt_component *x, int which)
{
    const struct zj_instance *in = f->p->in;

    x->in.pin = zj_alloc_n(&c->arena, (size_t)in->n_pins, sizeof *in->pin);
    x->in.n_pins = 0;
    for (int i = 0; i < in->n_pins; i++) {
        int node = pin_node(f, &in->pin[i]);
        if (in->pin[i].forbid || node < 0 || root(f, node) == which)
            x->in.pin[x->in.n_pins++] = in->pin[i];
    }
    x->in.sync = zj_alloc_n(&c->arena, (size_t)in->n_sync, sizeof *in->sync);
    x->in.n_sync = 0;
    for (int i = 0; i < in->n_sync; i++) {
        int school = school_of_class(in, in->sync[i].class_a);
        if (school >= 0 && root(f, school_node(f, school)) == which)
            x->in.sync[x->in.n_sync++] = in->sync[i];
    }
}

static void fill_component(struct tt_components *c, const struct forest *f, int which,
                           const struct zj_lessons *keep)
{
    const struct zj_instance *in = f->p->in;
    struct tt_component *x = &c->v[c->n++];

    x->in = *in;
    x->in.n_blocks = 0;
    x->in.block = zj_alloc_n(&c->arena, (size_t)in->n_blocks, sizeof *in->block);
    for (int b = 0; b < in->n_blocks; b++)
        if (root(f, block_node(f, b)) == which)
            x->in.block[x->in.n_blocks++] = in->block[b];
    copy_pins(c, f, x, which);
    for (int i = 0; i < f->p->n_active; i++)
        x->n_teachers += root(f, f->p->active[i]) == which;
    for (int i = 0; keep && i < keep->n; i++)
        if (f->p->may[keep->v[i].teacher].n > 0 && root(f, keep->v[i].teacher) == which)
            zj_lessons_add(&x->keep, &keep->v[i]);
}

void tt_components_init(struct tt_components *c, const struct zj_instance *in, const struct zj_policy *pol,
                        const struct zj_lessons *keep)
{
    const int n = in->n_teachers + in->n_schools;
    struct tt_problem p;
    struct forest f = {.p = &p, .up = zj_malloc(((size_t)n + 1) * sizeof *f.up)};
    bool *seen = zj_calloc((size_t)n + 1, sizeof *seen);

    memset(c, 0, sizeof *c);
    tt_problem_init(&p, in, pol);
    for (int i = 0; i < n; i++)
        f.up[i] = i;
    join_all(&f);
    c->v = zj_alloc_n(&c->arena, (size_t)in->n_schools + 1, sizeof *c->v);
    for (int b = 0; b < in->n_blocks; b++) {
        int which = root(&f, block_node(&f, b));
        if (!seen[which])
            fill_component(c, &f, which, keep);
        seen[which] = true;
    }
    if (c->n == 0) /* rules may still ask for something */
        fill_component(c, &f, -1, NULL);
    c->lost = zj_alloc_n(&c->arena, (size_t)in->n_pins, sizeof *c->lost);
    for (int i = 0; i < in->n_pins; i++) {
        int node = pin_node(&f, &in->pin[i]);
        bool wanted = in->pin[i].model == ZJ_TIMETABLE && !in->pin[i].forbid;
        if (wanted && (node < 0 ? in->n_blocks == 0 : !seen[root(&f, node)]))
            c->lost[c->hopeless++] = in->pin[i].line;
    }
    for (int i = 0; keep && i < keep->n; i++)
        c->foreign += p.may[keep->v[i].teacher].n == 0;
    tt_problem_release(&p);
    free(f.up);
    free(seen);
}

void tt_components_release(struct tt_components *c)
{
    for (int i = 0; i < c->n; i++)
        zj_lessons_release(&c->v[i].keep);
    zj_arena_release(&c->arena);
    memset(c, 0, sizeof *c);
}
