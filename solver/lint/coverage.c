#include "solver/lint/coverage.h"

#include "solver/base/i18n.h"
#include "solver/data/filter.h"
#include "solver/lint/report.h"

#include <stdlib.h>

struct lint_homes lint_homes_new(const struct zj_instance *in)
{
    struct lint_homes h = {.first = zj_malloc((size_t)in->n_schools * sizeof *h.first),
                           .next = zj_malloc((size_t)in->n_teachers * sizeof *h.next)};

    for (int s = 0; s < in->n_schools; s++)
        h.first[s] = -1;
    for (int t = in->n_teachers - 1; t >= 0; t--) {
        h.next[t] = h.first[in->teacher[t].school];
        h.first[in->teacher[t].school] = t;
    }
    return h;
}

void lint_homes_free(struct lint_homes *h)
{
    free(h->first);
    free(h->next);
}

static int64_t teachers_of(const struct zj_instance *in, const struct lint_homes *h, int school, int subject)
{
    int64_t n = 0;

    for (int t = h->first[school]; t >= 0; t = h->next[t])
        n += in->teacher[t].subjects.v[0] == subject;
    return n;
}

static int64_t share(int64_t of, int permille, enum zj_round round)
{
    int64_t exact = of * permille; /* thousandths of a teacher */

    return round == ZJ_ROUND_DOWN ? exact / 1000
           : round == ZJ_ROUND_UP ? (exact + 999) / 1000
                                  : (exact + 500) / 1000;
}

int64_t lint_may_leave(const struct zj_instance *in, const struct zj_policy *pol, const struct lint_homes *h,
                       int school, int subject)
{
    int64_t least = LINT_NO_LIMIT, base = teachers_of(in, h, school, subject);

    for (int k = 0; k < pol->n_rules; k++) {
        const struct zj_rule *r = &pol->rule[k];
        int64_t leave = LINT_NO_LIMIT;

        if (r->id != ZJ_R_keep_coverage || !r->hard || r->unit != ZJ_HEADS || r->by != ZJ_BY_SUBJECT ||
            (r->subjects.n > 0 && !zj_ids_has(&r->subjects, subject)) ||
            !zj_school_passes(in, &r->where, school))
            continue;
        if (r->min != ZJ_NONE)
            leave = base > r->min ? base - r->min : 0;
        if (r->max_away_permille != ZJ_NONE && share(base, r->max_away_permille, r->round) < leave)
            leave = share(base, r->max_away_permille, r->round);
        if (leave < least)
            least = leave;
    }
    return least;
}

bool lint_is_first_of(const struct zj_instance *in, const struct lint_homes *h, int teacher)
{
    const struct zj_teacher *x = &in->teacher[teacher];

    for (int t = h->first[x->school]; t != teacher; t = h->next[t])
        if (in->teacher[t].subjects.v[0] == x->subjects.v[0])
            return false;
    return true;
}

/* Teachers of the school who may be away in one term, over all subjects. */
static int64_t all_may_leave(const struct zj_instance *in, const struct zj_policy *pol,
                             const struct lint_homes *h, int school)
{
    int64_t sum = 0;

    for (int t = h->first[school]; t >= 0; t = h->next[t]) {
        if (!lint_is_first_of(in, h, t))
            continue;
        int64_t leave = lint_may_leave(in, pol, h, school, in->teacher[t].subjects.v[0]);
        if (leave == LINT_NO_LIMIT)
            return LINT_NO_LIMIT;
        sum += leave;
    }
    return sum;
}

/* What the quota asks of a lead for one member, if `where` selects it. */
static void ask_pair(const struct zj_instance *in, const struct zj_rule *r, int lead, int member,
                     int64_t *asked)
{
    if (zj_school_passes(in, &r->where, member))
        asked[lead] += r->min;
}

/* Postings that the quota asks of each school in one of its periods; asked[] is by school. */
static void add_asked(const struct zj_instance *in, const struct zj_rule *r, int64_t *asked)
{
    if (r->over == ZJ_OVER_SENDER) {
        for (int s = 0; s < in->n_schools; s++)
            if (zj_school_passes(in, &r->where, s))
                asked[s] += r->min;
        return;
    }
    for (int i = 0; i < in->n_pairings; i++)
        ask_pair(in, r, in->pairing[i].lead, in->pairing[i].member, asked);
    for (int a = 0; !in->has_pairings && a < in->n_schools; a++)
        for (int b = 0; in->school[a].role == ZJ_LEAD && in->school[a].community >= 0 && b < in->n_schools;
             b++)
            if (in->school[b].role == ZJ_MEMBER && in->school[b].community == in->school[a].community)
                ask_pair(in, r, a, b, asked);
}

static int longest_period(const struct zj_instance *in, enum zj_per per)
{
    int longest = 0, n = 0;

    for (int t = 0; t < in->n_terms; t++) {
        bool same = t > 0 && (per == ZJ_PER_HORIZON ||
                              (per == ZJ_PER_YEAR && in->term[t].year_index == in->term[t - 1].year_index));

        n = same ? n + 1 : 1;
        longest = n > longest ? n : longest;
    }
    return longest;
}

static void check_quota(const struct zj_instance *in, const struct zj_policy *pol, const struct lint_homes *h,
                        const struct zj_rule *r, struct zj_diag *d)
{
    int64_t *asked = zj_calloc((size_t)in->n_schools, sizeof *asked);

    add_asked(in, r, asked);
    for (int s = 0; s < in->n_schools; s++) {
        int64_t leave = asked[s] > 0 ? all_may_leave(in, pol, h, s) : LINT_NO_LIMIT;

        if (leave != LINT_NO_LIMIT && asked[s] > leave * longest_period(in, r->per))
            zj_diag_add(
                d, ZJ_WARNING, "leaves_nobody", lint_at_rule(pol, r),
                _("rule %d (%s) asks %s for %lld in a period, but at most %lld may leave in a term, unless "
                  "others come"),
                r->index, zj_rule_name(r->id), in->school[s].id, (long long)asked[s], (long long)leave);
    }
    free(asked);
}

void lint_emptied_leads(const struct zj_instance *in, const struct zj_policy *pol, struct zj_diag *d)
{
    struct lint_homes h = lint_homes_new(in);

    for (int k = 0; k < pol->n_rules; k++) {
        const struct zj_rule *r = &pol->rule[k];
        bool leaves =
            r->over == ZJ_OVER_SENDER || (r->over == ZJ_OVER_PAIR && r->direction == ZJ_LEAD_TO_MEMBER);

        if (r->id == ZJ_R_quota && r->min != ZJ_NONE && r->count == ZJ_STARTS && leaves)
            check_quota(in, pol, &h, r, d);
    }
    lint_homes_free(&h);
}
