#include "solver/verify/stay.h"

static void read_plan(struct vf_stay *s, const struct zj_instance *in, const struct zj_policy *pol,
                      const struct zj_postings *plan)
{
    for (int i = 0; i < plan->n; i++, s++) {
        const struct zj_posting *p = &plan->v[i];
        int64_t last = (int64_t)p->start + p->terms - 1;

        s->planned = true;
        s->row = i;
        s->teacher = p->teacher;
        s->from = p->from;
        s->to = p->to;
        s->kind = pol->kind[p->kind].name;
        s->subject = p->subject;
        s->fills_load = pol->kind[p->kind].fills_load;
        s->first = p->start;
        s->last = last < in->n_terms ? (int)last : in->n_terms - 1;
        s->start = in->term[p->start].start;
        s->end = s->last >= s->first ? in->term[s->last].end : s->start;
    }
}

static void read_history(struct vf_stay *s, const struct zj_instance *in, const struct zj_policy *pol)
{
    int32_t horizon_end = in->term[in->n_terms - 1].end;

    for (int i = 0; i < in->n_history; i++, s++) {
        const struct zj_history *h = &in->history[i];
        int kind = zj_find_kind(pol, h->kind);

        s->row = i;
        s->teacher = h->teacher;
        s->from = h->from;
        s->to = h->to;
        s->kind = h->kind;
        s->subject = in->teacher[h->teacher].subjects.v[0];
        s->fills_load = kind >= 0 && pol->kind[kind].fills_load;
        s->start = h->start;
        s->end = h->end == ZJ_NO_DATE ? horizon_end : h->end;
        s->first = 0;
        s->last = -1;
        for (int t = 0; t < in->n_terms; t++) {
            if (in->term[t].start > s->end || in->term[t].end < s->start)
                continue;
            if (s->last < 0)
                s->first = t;
            s->last = t;
        }
    }
}

/* n chain heads, all at their end. */
static int *heads(struct zj_arena *a, int n)
{
    int *v = zj_alloc_n(a, (size_t)n, sizeof *v);

    for (int i = 0; i < n; i++)
        v[i] = -1;
    return v;
}

static void link_up(struct vf_stays *s, struct zj_arena *a, const struct zj_instance *in)
{
    s->of_teacher = heads(a, in->n_teachers);
    s->from_school = heads(a, in->n_schools);
    s->to_school = heads(a, in->n_schools);
    for (int i = s->n - 1; i >= 0; i--) { /* backwards, so that chains run forwards */
        struct vf_stay *x = &s->v[i];

        x->next = s->of_teacher[x->teacher];
        s->of_teacher[x->teacher] = i;
        x->next_from = s->from_school[x->from];
        s->from_school[x->from] = i;
        x->next_to = s->to_school[x->to];
        s->to_school[x->to] = i;
    }
    s->home_first = heads(a, in->n_schools);
    s->home_next = heads(a, in->n_teachers);
    for (int t = in->n_teachers - 1; t >= 0; t--) {
        s->home_next[t] = s->home_first[in->teacher[t].school];
        s->home_first[in->teacher[t].school] = t;
    }
}

void vf_stays_init(struct vf_stays *s, struct zj_arena *a, const struct zj_instance *in,
                   const struct zj_policy *pol, const struct zj_postings *plan)
{
    s->n_planned = plan->n;
    s->n = plan->n + in->n_history;
    s->n_terms = in->n_terms;
    s->v = zj_alloc_n(a, (size_t)s->n, sizeof *s->v);
    read_plan(s->v, in, pol, plan);
    read_history(s->v + plan->n, in, pol);
    link_up(s, a, in);
    s->away = zj_alloc_n(a, (size_t)in->n_teachers * (size_t)in->n_terms, 1);
    for (int i = 0; i < s->n; i++)
        for (int t = s->v[i].first; t <= s->v[i].last; t++)
            s->away[(size_t)s->v[i].teacher * (size_t)in->n_terms + (size_t)t] = 1;
}
