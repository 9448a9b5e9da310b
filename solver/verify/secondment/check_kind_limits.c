/*
 * check_kind_limits.c - a posting is one that its kind, the horizon and the tables allow.
 *
 * Policy    A kind of posting says in which direction it goes, how long it lasts, in which terms it may
 *           start and which posts may take it. No entry of the rules is needed: these limits always hold.
 * Place     Every posting of the plan.
 * Counted   need = 0; have = how many of these are not so: the direction of the kind, one of its lengths,
 *           one of its start terms, one of its posts; it ends within the horizon; the host is another
 *           school, and one that can be reached; it leaves from the teacher's home school; its subject is
 *           one that the teacher teaches.
 * Shortfall 1 for each posting with any of them.
 * Units     Postings.
 * Example   Libo scheme: 周期 1-2 年; county plan for communities of town and country schools: 交流轮岗时间为1学年.
 */
#include "solver/data/travel.h"
#include "solver/verify/place.h"

static int limits_broken(const struct vf_check *c, const struct zj_posting *p)
{
    const struct zj_instance *in = c->in;
    const struct zj_kind *kind = &c->pol->kind[p->kind];
    const struct zj_teacher *teacher = &in->teacher[p->teacher];
    int n = 0;

    n += !vf_direction_is(in, kind->direction, p->from, p->to);
    n += !zj_ids_has(&kind->lengths, p->terms);
    n += kind->start_terms.n > 0 && !zj_ids_has(&kind->start_terms, p->start);
    n += kind->posts.n > 0 && !zj_ids_has(&kind->posts, (int)teacher->post);
    n += p->terms < 1 || (int64_t)p->start + p->terms > in->n_terms;
    n += p->to == teacher->school;
    n += zj_minutes(in, p->from, p->to) == ZJ_NONE;
    n += p->from != teacher->school;
    n += !zj_ids_has(&teacher->subjects, p->subject);
    return n;
}

void check_kind_limits(struct vf_check *c, const struct zj_rule *r)
{
    for (int i = 0; i < c->stays.n_planned; i++) {
        int n = limits_broken(c, &c->plan->v[i]);

        vf_found_posting(c, r, &c->stays.v[i], 0, n, n > 0);
    }
}
