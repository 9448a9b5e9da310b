#include "solver/data/staff.h"
#include "solver/data/week.h"

/* The teacher works at the host, with one subject, or not at all. */
static void move(struct zj_instance *in, int teacher, int host, int subject, bool fills_load)
{
    struct zj_teacher *t = &in->teacher[teacher];

    t->school = host;
    t->away = !fills_load;
    t->subjects.n = 1;
    t->subjects.v = zj_alloc_n(&in->arena, 1, sizeof *t->subjects.v);
    t->subjects.v[0] = subject;
}

static void unstaff(struct zj_instance *in, const int *home)
{
    for (int i = 0; i < in->n_demand; i++) {
        struct zj_demand *d = &in->demand[i];
        if (d->teacher < 0)
            continue;
        const struct zj_teacher *t = &in->teacher[d->teacher];
        if (t->away || (t->school != home[d->teacher] && d->school != t->school))
            d->teacher = -1;
    }
}

void zj_staff_in_term(struct zj_instance *in, const struct zj_policy *pol, const struct zj_postings *postings,
                      int term)
{
    int *home = zj_alloc_n(&in->arena, (size_t)in->n_teachers, sizeof *home);
    const struct zj_term *now = &in->term[term];

    in->now = term;
    for (int t = 0; t < in->n_teachers; t++)
        home[t] = in->teacher[t].school;
    for (int h = 0; h < in->n_history; h++) {
        const struct zj_history *x = &in->history[h];
        int kind = zj_find_kind(pol, x->kind);
        if (x->start <= now->end && (x->end == ZJ_NO_DATE || x->end >= now->start))
            move(in, x->teacher, x->to, in->teacher[x->teacher].subjects.v[0],
                 kind >= 0 && pol->kind[kind].fills_load);
    }
    for (int i = 0; postings && i < postings->n; i++) {
        const struct zj_posting *x = &postings->v[i];
        if (x->start <= term && term < x->start + x->terms)
            move(in, x->teacher, x->to, x->subject, pol->kind[x->kind].fills_load);
    }
    unstaff(in, home);
    zj_week_resolve(in);
}
