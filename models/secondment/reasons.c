#include "models/secondment/reasons.h"

#include "models/secondment/network.h"
#include "models/secondment/places.h"

#include <stdlib.h>

struct search {
    const struct sec_ctx *c;
    const struct zj_postings *plan;
    int school, subject, term;
    bool any_teacher, any_free, any_lawful;
    int *barred_by; /* by policy index: postings it bars */
};

static bool is_posted(const struct zj_postings *plan, int teacher, int term)
{
    for (int i = 0; i < plan->n; i++) {
        if (plan->v[i].teacher == teacher && sec_active(&plan->v[i], term))
            return true;
    }
    return false;
}

/* Every posting of the teacher by the kind that would help in the term. */
static void try_postings(struct search *s, int teacher, int kind)
{
    const struct zj_kind *k = &s->c->pol->kind[kind];
    struct zj_posting p = {.teacher = teacher,
                           .kind = kind,
                           .from = s->c->in->teacher[teacher].school,
                           .to = s->school,
                           .subject = s->subject};
    int by;

    for (int i = 0; i < k->lengths.n; i++) {
        p.terms = k->lengths.v[i];
        for (p.start = 0; p.start <= s->term && p.start + p.terms <= s->c->in->n_terms; p.start++) {
            if (!sec_active(&p, s->term))
                continue;
            if (!sec_barred(s->c, &p, &by)) {
                s->any_lawful = true;
                s->any_free |= !is_posted(s->plan, teacher, s->term);
            } else if (by >= 0) {
                s->barred_by[by]++;
            }
        }
    }
}

static void try_teachers(struct search *s)
{
    const struct zj_instance *in = s->c->in;

    for (int t = 0; t < in->n_teachers; t++) {
        if (!zj_ids_has(&in->teacher[t].subjects, s->subject))
            continue;
        for (int k = 0; k < s->c->pol->n_kinds; k++) {
            if (!sec_fills_load(s->c, k) || !sec_may_host(s->c, in->teacher[t].school, s->school, k))
                continue;
            s->any_teacher = true;
            try_postings(s, t, k);
        }
    }
}

static enum zj_because reason(const struct search *s, const struct zj_plan *plan, int n_rules, int *rule)
{
    *rule = -1;
    if (!s->any_teacher)
        return ZJ_NO_TEACHER;
    if (s->any_lawful && plan->value[ZJ_T_NEED] != plan->bound[ZJ_T_NEED])
        return ZJ_BY_LIMIT;
    if (s->any_free)
        return ZJ_TRADED;
    for (int i = 0; i < n_rules && !s->any_lawful; i++) {
        if (s->barred_by[i] > 0 && (*rule < 0 || s->barred_by[i] > s->barred_by[*rule]))
            *rule = i;
    }
    return *rule >= 0 ? ZJ_BY_RULE : ZJ_NO_LOAD;
}

static int rules_in_policy(const struct zj_policy *pol)
{
    int n = 0;

    for (int i = 0; i < pol->n_rules; i++)
        n = pol->rule[i].index + 1 > n ? pol->rule[i].index + 1 : n;
    return n;
}

void sec_unmet(const struct sec_ctx *c, struct zj_plan *plan)
{
    const struct zj_instance *in = c->in;
    int n_rules = rules_in_policy(c->pol);
    char *seen = zj_calloc((size_t)in->words.n + 1, 1);
    struct zj_unmet *list = NULL;
    int n = 0, cap = 0;

    for (int s = 0; s < in->n_schools; s++) {
        for (int w = 0; w < in->words.n; w++)
            seen[w] = 0;
        for (int i = 0; i < in->n_demand; i++)
            seen[in->demand[i].subject] |= in->demand[i].school == s;
        for (int w = 0; w < in->words.n; w++) {
            for (int e = 0; seen[w] && e < in->n_terms; e++) {
                int64_t periods = sec_shortage(c, &plan->postings, s, w, e);
                if (periods <= 0)
                    continue;
                struct search look = {c,
                                      &plan->postings,
                                      s,
                                      w,
                                      e,
                                      false,
                                      false,
                                      false,
                                      zj_calloc((size_t)n_rules + 1, sizeof(int))};
                struct zj_unmet u = {
                    .term = e, .school = s, .subject = w, .class_id = -1, .periods = periods};
                try_teachers(&look);
                u.because = reason(&look, plan, n_rules, &u.rule);
                free(look.barred_by);
                ZJ_GROW(list, n, cap);
                list[n++] = u;
            }
        }
    }
    plan->unmet = zj_alloc_n(&plan->arena, (size_t)n, sizeof *plan->unmet);
    for (int i = 0; i < n; i++)
        plan->unmet[i] = list[i];
    plan->n_unmet = n;
    free(list);
    free(seen);
}
