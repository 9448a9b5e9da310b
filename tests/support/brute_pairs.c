#include "tests/support/brute_pairs.h"

#include "solver/data/travel.h"
#include "solver/verify/verify.h"

#include <stdlib.h>
#include <string.h>

/* The rows that one (lead, member) may have: n ways to write it, beside not at all. */
struct choice {
    int first, n; /* into search.row */
};

struct search {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    brute_pairs_seen *seen;
    void *ctx;
    struct zj_pairs row; /* all rows, those of one (lead, member) together */
    struct choice *choice;
    int n_choices, cap_choices;
    struct zj_pairs plan;
};

static bool has_rule(const struct zj_policy *pol, enum zj_rule_id id)
{
    for (int k = 0; k < pol->n_pairing_rules; k++)
        if (pol->pairing_rule[k].id == id)
            return true;
    return false;
}

static bool is_named(const struct zj_policy *pol, int form)
{
    for (int k = 0; k < pol->n_pairing_rules; k++)
        if (pol->pairing_rule[k].id == ZJ_R_legal_form && (int)pol->pairing_rule[k].form == form)
            return true;
    return false;
}

static int most_rounds(const struct zj_policy *pol)
{
    int most = 0;

    for (int k = 0; k < pol->n_pairing_rules; k++)
        if (pol->pairing_rule[k].id == ZJ_R_rounds && pol->pairing_rule[k].rounds > most)
            most = pol->pairing_rule[k].rounds;
    return most;
}

/* Every form (-1 where none is named) and round (0 where there are none) of one row. */
static void add_choice(struct search *s, int lead, int member)
{
    int rounds = most_rounds(s->pol);
    struct choice c = {.first = s->row.n};

    for (int form = has_rule(s->pol, ZJ_R_legal_form) ? 0 : -1; form < ZJ_N_FORMS; form++) {
        for (int round = rounds > 0; round <= rounds && (form < 0 || is_named(s->pol, form)); round++) {
            const struct zj_pair p = {.lead = lead,
                                      .member = member,
                                      .form = form,
                                      .round = round,
                                      .metres = ZJ_NONE,
                                      .minutes = ZJ_NONE};

            zj_pairs_add(&s->row, &p);
        }
        if (form < 0)
            break;
    }
    c.n = s->row.n - c.first;
    ZJ_GROW(s->choice, s->n_choices, s->cap_choices);
    s->choice[s->n_choices++] = c;
}

static void list_rows(struct search *s)
{
    bool deep = has_rule(s->pol, ZJ_R_depth);

    for (int lead = 0; lead < s->in->n_schools; lead++)
        for (int member = 0; member < s->in->n_schools; member++)
            if (lead != member && s->in->school[member].role == ZJ_MEMBER &&
                (deep || s->in->school[lead].role == ZJ_LEAD) && zj_minutes(s->in, lead, member) != ZJ_NONE)
                add_choice(s, lead, member);
}

static void release(struct search *s)
{
    zj_pairs_release(&s->row);
    zj_pairs_release(&s->plan);
    free(s->choice);
}

int64_t brute_pairs_count(const struct zj_instance *in, const struct zj_policy *pol)
{
    struct search s = {.in = in, .pol = pol};
    int64_t n = 1;

    list_rows(&s);
    for (int i = 0; i < s.n_choices && n < INT64_MAX / 4; i++)
        n = n > INT64_MAX / 4 / (1 + s.choice[i].n) ? INT64_MAX / 4 : n * (1 + s.choice[i].n);
    release(&s);
    return n;
}

int brute_pairs_compare(const int64_t *a, const int64_t *b)
{
    for (int i = 0; i < ZJ_N_PAIRING_TIERS; i++) {
        enum zj_tier tier = zj_pairing_tiers[i];

        if (a[tier] != b[tier])
            return a[tier] < b[tier] ? -1 : 1;
    }
    return 0;
}

static void note_rules(struct brute_pairs *b, const struct zj_verdict *v)
{
    bool binds[ZJ_N_ALL_RULES] = {false}, broken[ZJ_N_ALL_RULES] = {false};

    for (int i = 0; i < v->n; i++) {
        binds[v->finding[i].rule] = true;
        broken[v->finding[i].rule] |= !v->finding[i].ok;
    }
    for (int id = 0; id < ZJ_N_ALL_RULES; id++) {
        b->broken[id] |= broken[id];
        b->held[id] |= binds[id] && !broken[id];
    }
}

static void search(struct search *s, int choice)
{
    if (choice == s->n_choices) {
        struct zj_verdict v;

        zj_verify_pairs(s->in, s->pol, &s->plan, &v);
        s->seen(s->ctx, &s->plan, &v);
        zj_verdict_release(&v);
        return;
    }
    search(s, choice + 1);
    for (int k = 0; k < s->choice[choice].n; k++) {
        zj_pairs_add(&s->plan, &s->row.v[s->choice[choice].first + k]);
        search(s, choice + 1);
        s->plan.n--;
    }
}

void brute_pairs_each(const struct zj_instance *in, const struct zj_policy *pol, brute_pairs_seen *seen,
                      void *ctx)
{
    struct search s = {.in = in, .pol = pol, .seen = seen, .ctx = ctx};

    list_rows(&s);
    search(&s, 0);
    release(&s);
}

static void keep_best(void *ctx, const struct zj_pairs *set, const struct zj_verdict *v)
{
    struct brute_pairs *b = ctx;

    b->n_judged++;
    note_rules(b, v);
    if (v->n_hard_broken > 0)
        return;
    b->n_lawful++;
    if (b->feasible && brute_pairs_compare(v->tier, b->value) >= 0)
        return;
    b->feasible = true;
    memcpy(b->value, v->tier, sizeof b->value);
    b->best.n = 0;
    for (int i = 0; i < set->n; i++)
        zj_pairs_add(&b->best, &set->v[i]);
}

void brute_pairs_solve(const struct zj_instance *in, const struct zj_policy *pol, struct brute_pairs *b)
{
    memset(b, 0, sizeof *b);
    brute_pairs_each(in, pol, keep_best, b);
}

void brute_pairs_release(struct brute_pairs *b)
{
    zj_pairs_release(&b->best);
}
