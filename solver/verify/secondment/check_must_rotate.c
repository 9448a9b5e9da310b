/*
 * check_must_rotate.c - nobody stays at one school too long.
 *
 * Policy    Whoever has been at the home school for so many years moves within the horizon.
 * Place     Teachers of the posts, whom `where` selects on the first day of the horizon, whose completed
 *           years at the school reach `years` on or before the first day of the last term. A blank date
 *           binds nobody.
 * Counted   need = 1; have = 1 with a posting of any kind in the plan, or one of history that runs in a
 *           term of the horizon.
 * Shortfall 1 for each teacher.
 * Units     Teachers.
 * Example   Pucheng plan: 在同一学校连续任教6年以上(含6年).
 */
#include "solver/verify/age.h"
#include "solver/verify/check.h"

static bool is_bound(const struct vf_check *c, const struct zj_rule *r, int teacher)
{
    const struct zj_instance *in = c->in;
    const struct zj_teacher *t = &in->teacher[teacher];

    return t->here_since != ZJ_NO_DATE && (r->posts.n == 0 || zj_ids_has(&r->posts, (int)t->post)) &&
           vf_years(t->here_since, in->term[in->n_terms - 1].start) >= r->years &&
           vf_teacher_passes(in, &r->where, teacher, in->term[0].start);
}

static int moves(const struct vf_check *c, int teacher)
{
    for (int i = c->stays.of_teacher[teacher]; i >= 0; i = c->stays.v[i].next)
        if (c->stays.v[i].planned || c->stays.v[i].last >= c->stays.v[i].first)
            return 1;
    return 0;
}

void check_must_rotate(struct vf_check *c, const struct zj_rule *r)
{
    for (int t = 0; t < c->in->n_teachers; t++) {
        if (!is_bound(c, r, t))
            continue;
        int have = moves(c, t);
        vf_found(c, r, c->in->teacher[t].id, 1, have, 1 - have);
    }
}
