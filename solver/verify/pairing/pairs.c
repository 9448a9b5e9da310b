#include "solver/verify/pairing/pairs.h"

#include "solver/data/travel.h"

#include <stdlib.h>
#include <string.h>

/*
 * Longest chains by relaxation: a chain of more rows than there are schools runs in a circle, and so does
 * whatever hangs below it.
 */
static void find_levels(struct vf_pairs *w)
{
    bool moved = w->plan->n > 0;

    for (int round = 0; moved && round <= w->in->n_schools + 1; round++) {
        moved = false;
        for (int i = 0; i < w->plan->n; i++) {
            const struct zj_pair *p = &w->plan->v[i];

            if (w->level[p->member] <= w->level[p->lead]) {
                w->level[p->member] = w->level[p->lead] + 1;
                moved = true;
            }
        }
    }
}

static int compare(const void *pa, const void *pb)
{
    const struct zj_preference *a = pa, *b = pb;

    return a->from != b->from ? (a->from > b->from) - (a->from < b->from) : (a->to > b->to) - (a->to < b->to);
}

void vf_pairs_init(struct vf_pairs *w)
{
    const struct zj_instance *in = w->in;
    size_t n = (size_t)in->n_schools, n_wishes = (size_t)in->n_preferences;

    w->members = zj_alloc_n(&w->scratch, n, sizeof *w->members);
    w->leads = zj_alloc_n(&w->scratch, n, sizeof *w->leads);
    w->level = zj_alloc_n(&w->scratch, n, sizeof *w->level);
    w->wish = zj_alloc_n(&w->scratch, n_wishes, sizeof *w->wish);
    for (int i = 0; i < w->plan->n; i++) {
        w->members[w->plan->v[i].lead]++;
        w->leads[w->plan->v[i].member]++;
    }
    find_levels(w);
    if (n_wishes > 0) {
        memcpy(w->wish, in->preference, n_wishes * sizeof *w->wish);
        qsort(w->wish, n_wishes, sizeof *w->wish, compare);
    }
}

int vf_rank(const struct vf_pairs *w, int from, int to)
{
    const struct zj_preference key = {.from = from, .to = to};
    const struct zj_preference *found =
        w->in->n_preferences > 0
            ? bsearch(&key, w->wish, (size_t)w->in->n_preferences, sizeof *w->wish, compare)
            : NULL;

    return found ? found->rank : 0;
}

const char *vf_where_pair(struct vf_pairs *w, int lead, int member)
{
    return zj_printf(&w->v->arena, "%s>%s", w->in->school[lead].id, w->in->school[member].id);
}

const char *vf_where_kind(struct vf_pairs *w, int school, int kind)
{
    static const char *const words[ZJ_N_SCHOOL_KINDS] = {"city", "town", "township", "village", "point"};

    return zj_printf(&w->v->arena, "%s/%s", w->in->school[school].id, words[kind]);
}

const char *vf_stage_text(enum zj_stage stage)
{
    static const char *const words[ZJ_N_STAGES] = {"primary", "junior", "senior", "kindergarten"};

    return words[stage];
}

void vf_tell_range(struct vf_pairs *w, const struct zj_rule *r, const char *where, int least, int most,
                   int have)
{
    int64_t below = least == ZJ_NONE ? 0 : vf_over((int64_t)least - have);
    int64_t above = most == ZJ_NONE ? 0 : vf_over((int64_t)have - most);
    int need = least != ZJ_NONE && (below > 0 || most == ZJ_NONE) ? least : most;

    vf_tell(w->v, r, where, need == ZJ_NONE ? ZJ_NO_VALUE : need, have, below + above);
}

bool vf_pin_is(const struct zj_pin *pin, int lead, int member)
{
    return pin->model == ZJ_PAIRING && (pin->lead < 0 || pin->lead == lead) &&
           (pin->member < 0 || pin->member == member);
}

bool vf_is_near(const struct zj_instance *in, const struct zj_rule *r, int lead, int member)
{
    int minutes = zj_minutes(in, lead, member), metres = zj_metres(in, lead, member);

    return minutes != ZJ_NONE && (r->max_minutes == ZJ_NONE || minutes <= r->max_minutes) &&
           (r->max_metres == ZJ_NONE || metres <= r->max_metres);
}

/* Is the school one whose missing lead counts? All members, when no entry of coverage speaks. */
static bool is_assisted(const struct vf_pairs *w, int school)
{
    bool spoken = false;

    for (int k = 0; k < w->pol->n_pairing_rules; k++) {
        const struct zj_rule *r = &w->pol->pairing_rule[k];

        if (r->id != ZJ_R_coverage)
            continue;
        if (vf_selects(w, r, school))
            return true;
        spoken = true;
    }
    return !spoken;
}

void vf_pairs_tiers(struct vf_pairs *w)
{
    int64_t *tier = w->v->tier;
    int least = 0, most = 0, groups = 0;

    for (int s = 0; s < w->in->n_schools; s++) {
        tier[ZJ_T_UNCOVERED] += vf_is_member(w, s) && w->leads[s] == 0 && is_assisted(w, s);
        if (w->members[s] == 0)
            continue;
        least = groups == 0 || w->members[s] < least ? w->members[s] : least;
        most = w->members[s] > most ? w->members[s] : most;
        groups++;
    }
    tier[ZJ_T_BALANCE] = most - least;
    for (int i = 0; i < w->plan->n; i++) {
        int minutes = zj_minutes(w->in, w->plan->v[i].lead, w->plan->v[i].member);

        tier[ZJ_T_TRAVEL] += minutes == ZJ_NONE ? 0 : minutes;
    }
}
