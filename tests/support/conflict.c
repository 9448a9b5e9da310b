#include "tests/support/conflict.h"

#include "solver/verify/verify.h"

#include <stdlib.h>
#include <string.h>

struct truth {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_postings *keep;
    const struct zj_conflict_part *part;
    int n;
    bool as_waivers;      /* the parts are those that do not bind, else the only ones that do */
    bool past_stands;     /* as waivers: rows of history.csv bind all the same */
    bool all;             /* a set keeps everything that binds */
    bool *without;        /* by part: a set breaks nothing but this part */
    int64_t *least;       /* by part: the least shortfall of a set that breaks nothing but this part */
    int64_t *need, *have; /* of that set */
};

static bool is_filter(enum zj_rule_id id)
{
    return id == ZJ_R_age_limit || id == ZJ_R_eligibility || id == ZJ_R_exempt || id == ZJ_R_volunteers ||
           id == ZJ_R_scope || id == ZJ_R_distance || id == ZJ_R_wishes || id == ZJ_R_rest;
}

static bool is_at(const char *where, const char *from, size_t n)
{
    return strlen(where) == n && memcmp(where, from, n) == 0;
}

/* "T0007 S001>S003 2026A": a filter's place is the home school, of roads the host too. */
static bool is_home_or_host(const struct zj_finding *f, const char *where, bool host)
{
    const char *home = strchr(f->where, ' ') + 1, *to = strchr(home, '>') + 1;

    return host ? is_at(where, to, strcspn(to, " ")) : is_at(where, home, (size_t)(to - 1 - home));
}

static bool is_part(const struct zj_finding *f, const struct zj_conflict_part *part)
{
    bool row = part->table && strcmp(part->table, "pins.csv") == 0;

    if (row)
        return f->rule == ZJ_R_pins && strcmp(f->where, part->where) == 0;
    if (part->table || f->rule != part->rule || f->index != part->index)
        return false;
    if (!is_filter(f->rule))
        return strcmp(f->where, part->where) == 0;
    bool road = f->rule == ZJ_R_scope || f->rule == ZJ_R_distance;
    return is_home_or_host(f, part->where, false) || (road && is_home_or_host(f, part->where, true));
}

/* Both places of a road have to be waived. */
static bool is_waived(const struct truth *t, const struct zj_finding *f)
{
    bool road = f->rule == ZJ_R_scope || f->rule == ZJ_R_distance, home = false, host = false;

    for (int k = 0; k < t->n; k++) {
        if (!is_part(f, &t->part[k]))
            continue;
        home |= !road || is_home_or_host(f, t->part[k].where, false);
        host |= !road || is_home_or_host(f, t->part[k].where, true);
    }
    return home && host;
}

static void note(struct truth *t, const struct zj_verdict *v, const bool *broken, int only)
{
    int64_t sum = 0, need = ZJ_NO_VALUE, have = ZJ_NO_VALUE;

    t->without[only] = true;
    for (int i = 0; i < v->n; i++) {
        if (v->finding[i].ok || !broken[i] || !is_part(&v->finding[i], &t->part[only]))
            continue;
        sum += v->finding[i].shortfall;
        need = v->finding[i].need;
        have = v->finding[i].have;
    }
    if (t->least[only] < 0 || sum < t->least[only]) {
        t->least[only] = sum;
        t->need[only] = need;
        t->have[only] = have;
    }
}

static void judge(void *ctx, const struct zj_postings *plan)
{
    struct truth *t = ctx;
    struct zj_verdict v;
    int n = 0, only = -1;

    zj_verify_postings(t->in, t->pol, plan, t->keep, &v);
    bool *broken = zj_calloc((size_t)v.n + 1, sizeof *broken);
    bool *part = zj_calloc((size_t)t->n + 1, sizeof *part);
    bool other = false;
    for (int i = 0; i < v.n; i++) {
        broken[i] = v.finding[i].hard && !v.finding[i].ok;
        for (int k = 0; k < t->n && broken[i] && !t->as_waivers; k++)
            part[k] |= is_part(&v.finding[i], &t->part[k]);
        other |= broken[i] && t->as_waivers && !is_waived(t, &v.finding[i]);
    }
    for (int k = 0; k < t->n; k++) {
        n += part[k];
        only = part[k] ? k : only;
    }
    t->all |= n == 0 && !other;
    if (n == 1 && !t->as_waivers)
        note(t, &v, broken, only);
    free(broken);
    free(part);
    zj_verdict_release(&v);
}

static bool is_history(const struct zj_conflict_part *part, int line)
{
    const char *at = part->table && strcmp(part->table, "history.csv") == 0 ? strchr(part->where, ':') : NULL;

    return at && atoi(at + 1) == line;
}

/* Every set, with the rows of history.csv that are parts (or, of waivers, that are not), less row `less`. */
static void look(struct truth *t, const struct zj_instance *whole, int less)
{
    struct zj_instance in = *whole;

    in.history = zj_calloc((size_t)whole->n_history + 1, sizeof *in.history);
    in.n_history = 0;
    for (int i = 0; i < whole->n_history; i++) {
        bool is_one = false;
        for (int k = 0; k < t->n; k++)
            is_one |= k != less && is_history(&t->part[k], whole->history[i].line);
        if (is_one != t->as_waivers || t->past_stands)
            in.history[in.n_history++] = whole->history[i];
    }
    t->in = &in;
    t->all = false;
    brute_each(&in, t->pol, judge, t);
    free(in.history);
}

static bool numbers_differ(const struct truth *t, int k)
{
    const struct zj_conflict_part *p = &t->part[k];

    return !p->table && !is_filter(p->rule) && p->need != ZJ_NO_VALUE &&
           (p->need != t->need[k] || p->have != t->have[k]);
}

static const char *wrong_group(struct truth *t, const struct zj_instance *in)
{
    look(t, in, -1);
    if (t->all)
        return "the parts of a conflict can be kept all together";
    for (int k = 0; k < t->n; k++) {
        const struct zj_conflict_part *p = &t->part[k];
        bool past = p->table && strcmp(p->table, "history.csv") == 0;
        if (!past && !t->without[k])
            return "a part of a conflict is not needed";
        if (numbers_differ(t, k))
            return "a number of a conflict is not that of the best plan without the part";
        if (past) {
            look(t, in, k);
            if (!t->all)
                return "a row of history is not needed in a conflict";
        }
    }
    return NULL;
}

static bool twice(const struct zj_plan *plan)
{
    for (int i = 0; i < plan->n_conflict; i++) {
        for (int k = 0; k < i; k++) {
            const struct zj_conflict_part *p = &plan->conflict[i], *q = &plan->conflict[k];
            if (p->rule == q->rule && p->index == q->index && strcmp(p->where, q->where) == 0)
                return true;
        }
    }
    return false;
}

const char *wrong_conflicts(const struct zj_instance *in, const struct zj_policy *pol,
                            const struct zj_postings *keep, const struct zj_plan *plan, int most)
{
    const char *why = NULL;
    size_t size = (size_t)plan->n_conflict + 1;
    struct truth t = {.pol = pol, .keep = keep};
    int groups = 0;

    if (plan->n_conflict == 0)
        return "no conflict is named";
    t.least = zj_calloc(size, sizeof *t.least);
    t.need = zj_calloc(size, sizeof *t.need);
    t.have = zj_calloc(size, sizeof *t.have);
    t.without = zj_calloc(size, sizeof *t.without);
    for (int i = 0, j; i < plan->n_conflict && !why; i = j, groups++) {
        for (j = i; j < plan->n_conflict && plan->conflict[j].group == plan->conflict[i].group; j++)
            continue;
        t.part = &plan->conflict[i];
        t.n = j - i;
        for (int k = 0; k < t.n; k++)
            t.least[k] = -1;
        memset(t.without, 0, (size_t)t.n * sizeof *t.without);
        why = wrong_group(&t, in);
    }
    t.part = plan->conflict;
    t.n = plan->n_conflict;
    t.as_waivers = true;
    if (!why && groups < most) {
        look(&t, in, -1);
        bool possible = t.all; /* who is away by history may serve where it is not in question */
        t.past_stands = true;
        if (!possible)
            look(&t, in, -1);
        why = possible || t.all ? NULL : "without the conflicts there is no plan either";
    }
    free(t.least);
    free(t.need);
    free(t.have);
    free(t.without);
    return why ? why : twice(plan) ? "a part is in two conflicts" : NULL;
}
