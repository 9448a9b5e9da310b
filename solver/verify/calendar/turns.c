#include "solver/verify/calendar/turns.h"

/* The schools that may have turns in a community: those of its groups that `where` selects. */
static struct zj_ids candidates(struct vf_year *y, const struct zj_rule *r, int community, bool chairs)
{
    struct zj_ids list = {0, zj_alloc_n(&y->scratch, (size_t)y->in->n_schools, sizeof(int))};

    for (int e = 0; e < r->events.n; e++) {
        const struct zj_event *event = &y->pol->event[r->events.v[e]];

        for (int g = 0; g < event->n_groups; g++) {
            const struct zj_ids *side = chairs ? &event->group[g].chairs : &event->group[g].hosts;

            for (int i = 0; i < side->n && event->group[g].community == community; i++)
                if (vf_school_passes(y->in, &r->where, side->v[i]) && !zj_ids_has(&list, side->v[i]))
                    list.v[list.n++] = side->v[i];
        }
    }
    return list;
}

/* What the row of occurrences in a community says of one school. */
struct tally {
    int n, turns;   /* occurrences; those that are its turn */
    int longest;    /* run of occurrences without its turn */
    int64_t beyond; /* over all runs, occurrences past the longest that is allowed */
};

static struct tally tally_of(const struct vf_year *y, const struct zj_rule *r, int community, int school,
                             int gap, bool chairs)
{
    struct tally t = {0};
    int run = 0;

    for (int i = 0; i < y->plan.n; i++) {
        const struct zj_occurrence *x = &y->plan.v[i];

        if (!vf_speaks_of(r, x->event) || vf_group(y, x)->community != community)
            continue;
        bool is_turn = (chairs ? x->chair : x->host) == school;
        t.n++;
        t.turns += is_turn;
        run = is_turn ? 0 : run + 1;
        t.beyond += run > gap;
        t.longest = run > t.longest ? run : t.longest;
    }
    return t;
}

static void check_community(struct vf_year *y, const struct zj_rule *r, int community, bool chairs)
{
    struct zj_ids who = candidates(y, r, community, chairs);
    int gap = r->max_gap == ZJ_NONE ? who.n - 1 : r->max_gap;

    for (int i = 0; i < who.n; i++) {
        struct tally t = tally_of(y, r, community, who.v[i], gap, chairs);
        int fair = (t.n + who.n - 1) / who.n;
        const char *where = zj_printf(&y->v->arena, "%s %s %s", zj_word(y->in, community),
                                      vf_events_text(y, &r->events), y->in->school[who.v[i]].id);

        vf_tell(y->v, r, where, gap, t.longest, t.beyond);
        vf_tell(y->v, r, zj_printf(&y->v->arena, "%s turns", where), fair, t.turns, vf_over(t.turns - fair));
    }
}

void vf_check_turns(struct vf_year *y, const struct zj_rule *r, bool chairs)
{
    const struct zj_instance *in = y->in;

    for (int s = 0; s < in->n_schools; s++) {
        int community = in->school[s].community, first = 0;

        while (in->school[first].community != community)
            first++;
        if (community >= 0 && first == s)
            check_community(y, r, community, chairs);
    }
}
