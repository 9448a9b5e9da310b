#include "tests/support/brute.h"

#include "solver/data/travel.h"

#include <stdlib.h>

static bool direction_fits(const struct zj_instance *in, enum zj_direction direction, int from, int to)
{
    enum zj_role home = in->school[from].role, host = in->school[to].role;

    if (direction == ZJ_LEAD_TO_MEMBER)
        return home == ZJ_LEAD && host == ZJ_MEMBER;
    if (direction == ZJ_MEMBER_TO_LEAD)
        return home == ZJ_MEMBER && host == ZJ_LEAD;
    return true;
}

static bool away_by_history(const struct zj_instance *in, int teacher, int first, int last)
{
    for (int i = 0; i < in->n_history; i++) {
        const struct zj_history *h = &in->history[i];
        if (h->teacher != teacher)
            continue;
        for (int t = first; t <= last; t++)
            if (h->start <= in->term[t].end && (h->end == ZJ_NO_DATE || h->end >= in->term[t].start))
                return true;
    }
    return false;
}

/* Every start, length and subject of one kind and host. */
static void stays(const struct zj_instance *in, const struct zj_kind *kind, struct zj_posting x,
                  struct zj_postings *out)
{
    const struct zj_teacher *who = &in->teacher[x.teacher];

    for (x.start = 0; x.start < in->n_terms; x.start++) {
        if (kind->start_terms.n && !zj_ids_has(&kind->start_terms, x.start))
            continue;
        for (int i = 0; i < kind->lengths.n; i++) {
            x.terms = kind->lengths.v[i];
            int last = x.start + x.terms - 1;
            if (last >= in->n_terms || away_by_history(in, x.teacher, x.start, last))
                continue;
            for (int j = 0; j < who->subjects.n; j++) {
                x.subject = who->subjects.v[j];
                zj_postings_add(out, &x);
            }
        }
    }
}

void brute_candidates(const struct zj_instance *in, const struct zj_policy *pol, int teacher,
                      struct zj_postings *out)
{
    const struct zj_teacher *who = &in->teacher[teacher];

    for (int k = 0; k < pol->n_kinds; k++) {
        const struct zj_kind *kind = &pol->kind[k];
        if (kind->posts.n && !zj_ids_has(&kind->posts, (int)who->post))
            continue;
        for (int to = 0; to < in->n_schools; to++) {
            struct zj_posting x = {.teacher = teacher, .kind = k, .from = who->school, .to = to};
            if (to == who->school || zj_minutes(in, who->school, to) == ZJ_NONE ||
                !direction_fits(in, kind->direction, who->school, to))
                continue;
            stays(in, kind, x, out);
        }
    }
}

/* ways[t] = sets of postings without a clash in terms t, t+1, …: either nothing starts in t, or one
   does. */
static int64_t count_teacher(const struct zj_instance *in, const struct zj_policy *pol, int teacher)
{
    const int64_t most = INT64_MAX / 4;
    struct zj_postings all = {0};
    int64_t *ways = zj_calloc((size_t)in->n_terms + 1, sizeof *ways);

    brute_candidates(in, pol, teacher, &all);
    ways[in->n_terms] = 1;
    for (int t = in->n_terms - 1; t >= 0; t--) {
        ways[t] = ways[t + 1];
        for (int i = 0; i < all.n; i++)
            if (all.v[i].start == t && ways[t] < most)
                ways[t] += ways[t + all.v[i].terms];
    }
    int64_t n = ways[0];
    free(ways);
    zj_postings_release(&all);
    return n < most ? n : most;
}

int64_t brute_count(const struct zj_instance *in, const struct zj_policy *pol)
{
    const int64_t most = INT64_MAX / 4;
    int64_t n = 1;

    for (int t = 0; t < in->n_teachers; t++) {
        int64_t one = count_teacher(in, pol, t);
        if (n > most / one)
            return most;
        n *= one;
    }
    return n;
}
