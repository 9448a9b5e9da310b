#include "models/timetable/types.h"

#include <stdlib.h>
#include <string.h>

/* All that the weeks of a teacher depend on, and all that their worth depends on, as bytes. */
struct signature {
    struct pool_bytes weeks, type;
};

static void put_int(struct pool_bytes *b, int x)
{
    pool_put(b, &x, sizeof x);
}

static int wish_level(const struct zj_instance *in, int teacher, int school)
{
    int level = 0;

    for (int i = 0; i < in->n_wishes; i++)
        if (in->wish[i].teacher == teacher && in->wish[i].to == school)
            level = in->wish[i].level;
    return level;
}

static int soft_visits(const struct tt_problem *p, int teacher, struct tt_soft_visit *out)
{
    int n = 0;

    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        if (r->id != ZJ_R_visiting_days || r->hard || !tt_rule_speaks_of_teacher(p, r, teacher))
            continue;
        if (out)
            out[n] = (struct tt_soft_visit){r->weight, r->min_periods, r->max_days};
        n++;
    }
    return n;
}

static void sign(struct signature *s, const struct tt_problem *p, const struct tt_campuses *c,
                 const struct tt_reach *r, int teacher)
{
    struct tt_limits l = p->limits[teacher];
    struct tt_soft_visit *soft = zj_calloc((size_t)p->pol->n_lesson_rules + 1, sizeof *soft);

    memset(s, 0, sizeof *s);
    put_int(&s->weeks, p->in->teacher[teacher].school);
    put_int(&s->type, l.week);
    l.week = 0; /* how many lessons makes no difference to where they can be */
    pool_put(&s->weeks, &l, sizeof l);
    pool_put(&s->weeks, r->campus, (size_t)r->n * sizeof *r->campus);
    for (int k = 0; k < r->n; k++) {
        const struct zj_ids *schools = &c->list[r->campus[k]];
        for (int i = 0; i < schools->n; i++) {
            struct tt_visit_limits v = tt_visit_limits(p, teacher, schools->v[i]);
            put_int(&s->weeks, v.max_days);
            put_int(&s->type, v.min_periods);
            put_int(&s->type, wish_level(p->in, teacher, schools->v[i]));
        }
    }
    for (int d = 0; d < p->in->n_days; d++)
        tt_day_bytes(p, c, r, teacher, d, &s->weeks);
    pool_put(&s->type, p->may[teacher].v, (size_t)p->may[teacher].n * sizeof *p->may[teacher].v);
    for (int i = 0; i < p->in->n_pins; i++)
        if (p->in->pin[i].model == ZJ_TIMETABLE && !p->in->pin[i].forbid && p->in->pin[i].teacher == teacher)
            put_int(&s->type, teacher);
    for (int i = 0; i < p->pol->n_lesson_rules; i++)
        put_int(&s->type, tt_rule_speaks_of_teacher(p, &p->pol->lesson_rule[i], teacher));
    int n = soft_visits(p, teacher, soft);
    pool_put(&s->type, soft, (size_t)n * sizeof *soft);
    free(soft);
}

static bool same(const struct pool_bytes *a, const struct pool_bytes *b)
{
    return a->n == b->n && (a->n == 0 || memcmp(a->v, b->v, a->n) == 0);
}

static void find_least_periods(struct tt_type *t, const struct tt_types *x)
{
    for (int k = 0; k < t->reach.n; k++) {
        const struct zj_ids *schools = &x->campuses.list[t->reach.campus[k]];
        int least = INT_MAX;
        for (int i = 0; i < schools->n; i++) {
            int n = tt_visit_limits(x->p, t->teacher[0], schools->v[i]).min_periods;
            least = n < least ? n : least;
        }
        t->min_periods[k] = k == t->reach.home ? 0 : least;
    }
}

/* The least that a soft rule on periods asks for a lesson at this campus, 0 without one. */
static int least_mind(const struct tt_types *x, int teacher, int campus)
{
    const struct tt_problem *p = x->p;
    int least = 0;

    for (int i = 0; i < p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &p->pol->lesson_rule[i];
        bool speaks = false;
        for (int k = 0; k < p->may[teacher].n && r->id == ZJ_R_avoid && !r->hard && !speaks; k++) {
            const struct tt_group *g = &p->group[p->may[teacher].v[k]];
            speaks = x->campuses.of[g->school] == campus && tt_rule_speaks_of_block(p, r, g->block[0]);
        }
        if (speaks && (least == 0 || r->weight < least))
            least = r->weight;
    }
    return least;
}

/* What soft rules on wishes ask for each lesson at a campus all of whose schools the teacher refuses. */
static int resentment(const struct tt_types *x, int teacher, int campus)
{
    const struct zj_ids *schools = &x->campuses.list[campus];
    int sum = 0;

    for (int i = 0; i < schools->n; i++)
        if (wish_level(x->p->in, teacher, schools->v[i]) != -2)
            return 0;
    for (int i = 0; i < x->p->pol->n_lesson_rules; i++) {
        const struct zj_rule *r = &x->p->pol->lesson_rule[i];
        if (r->id == ZJ_R_wishes && !r->hard && tt_rule_speaks_of_teacher(x->p, r, teacher))
            sum += r->weight;
    }
    return sum;
}

static int school_of_class(const struct zj_instance *in, int class_id)
{
    for (int b = 0; b < in->n_blocks; b++)
        if (in->block[b].class_id == class_id)
            return in->block[b].school;
    return -1;
}

/* The school where a pin wants the teacher, or -1. */
static int wanted_school(const struct zj_instance *in, const struct zj_pin *x, int teacher)
{
    if (x->model != ZJ_TIMETABLE || x->forbid || x->teacher != teacher)
        return -1;
    return x->school >= 0 ? x->school : x->class_id >= 0 ? school_of_class(in, x->class_id) : -1;
}

static void find_musts(struct tt_type *t, struct tt_types *x)
{
    const struct zj_instance *in = x->p->in;

    t->must = zj_alloc_n(&x->arena, (size_t)t->reach.n, sizeof *t->must);
    for (int i = 0; i < in->n_pins; i++) {
        int school = wanted_school(in, &in->pin[i], t->teacher[0]);
        for (int k = 0; school >= 0 && k < t->reach.n; k++) {
            if (x->campuses.of[school] != t->reach.campus[k])
                continue;
            t->must[k] = true;
            t->pinned = true;
        }
    }
}

void tt_type_ask(struct tt_types *x, struct tt_type *t)
{
    const size_t n = (size_t)t->reach.n;
    const int teacher = t->teacher[0];

    t->min_periods = zj_alloc_n(&x->arena, n, sizeof *t->min_periods);
    t->mind = zj_alloc_n(&x->arena, n, sizeof *t->mind);
    t->resent = zj_alloc_n(&x->arena, n, sizeof *t->resent);
    find_least_periods(t, x);
    find_musts(t, x);
    for (int k = 0; k < t->reach.n; k++) {
        t->mind[k] = least_mind(x, teacher, t->reach.campus[k]);
        t->resent[k] = resentment(x, teacher, t->reach.campus[k]);
    }
    t->n_soft = soft_visits(x->p, teacher, NULL);
    t->soft = zj_alloc_n(&x->arena, (size_t)t->n_soft, sizeof *t->soft);
    soft_visits(x->p, teacher, t->soft);
}

/* A new type, with the weeks of an earlier type when those are the same. */
static void add_type(struct tt_types *x, struct signature *all, const struct tt_reach *r, int teacher,
                     int room)
{
    struct tt_type *t = &x->type[x->n];
    int like = 0;

    *t = (struct tt_type){.n = 1, .reach = *r};
    t->teacher = zj_alloc_n(&x->arena, (size_t)room, sizeof *t->teacher);
    t->teacher[0] = teacher;
    while (like < x->n && !same(&all[like].weeks, &all[x->n].weeks))
        like++;
    if (like < x->n) {
        t->weeks = x->type[like].weeks;
    } else {
        struct tt_weeks *w = zj_calloc(1, sizeof *w);
        tt_weeks_init(w, x->p, &x->campuses, r, teacher);
        ZJ_GROW(x->weeks, x->n_weeks, x->cap_weeks);
        x->weeks[x->n_weeks++] = w;
        t->weeks = w;
    }
    t->sets = zj_alloc_n(&x->arena, (size_t)r->n, sizeof *t->sets);
    for (int k = 0; k < r->n; k++) {
        tt_sets_init(&t->sets[k], x->p, &x->campuses, r, t->weeks, teacher, k);
        tt_sets_room(&t->sets[k], &x->work[k]);
    }
    tt_type_ask(x, t);
    x->n++;
}

void tt_types_init(struct tt_types *x, const struct tt_problem *p, const int *teacher, int n)
{
    struct signature *all = zj_calloc((size_t)n + 1, sizeof *all);

    memset(x, 0, sizeof *x);
    x->p = p;
    tt_campuses_init(&x->campuses, p->in, &x->arena);
    x->type = zj_alloc_n(&x->arena, (size_t)n, sizeof *x->type);
    x->work = zj_alloc_n(&x->arena, (size_t)x->campuses.n, sizeof *x->work);
    for (int i = 0; i < n; i++) {
        struct tt_reach r;
        tt_reach_init(&r, p, &x->campuses, teacher[i], &x->arena);
        sign(&all[x->n], p, &x->campuses, &r, teacher[i]);
        int like = 0;
        while (like < x->n &&
               !(same(&all[like].weeks, &all[x->n].weeks) && same(&all[like].type, &all[x->n].type)))
            like++;
        if (like < x->n) {
            x->type[like].teacher[x->type[like].n++] = teacher[i];
            pool_release(&all[x->n].weeks);
            pool_release(&all[x->n].type);
        } else {
            add_type(x, all, &r, teacher[i], n - i);
        }
    }
    for (int i = 0; i < x->n; i++) {
        pool_release(&all[i].weeks);
        pool_release(&all[i].type);
    }
    free(all);
}

void tt_types_release(struct tt_types *x)
{
    for (int i = 0; i < x->n; i++)
        for (int k = 0; k < x->type[i].reach.n; k++)
            tt_sets_release(&x->type[i].sets[k]);
    for (int i = 0; i < x->n_weeks; i++) {
        tt_weeks_release(x->weeks[i]);
        free(x->weeks[i]);
    }
    for (int k = 0; k < x->campuses.n; k++) {
        free(x->work[k].value);
        free(x->work[k].choice);
    }
    free(x->weeks);
    zj_arena_release(&x->arena);
    memset(x, 0, sizeof *x);
}
