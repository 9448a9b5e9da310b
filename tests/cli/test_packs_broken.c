/*
 * test_packs_broken.c - some plan breaks each hard rule of a policy of a document, alone, and is refused.
 *
 * The plan that the program finds is changed at one to three places, at random from a fixed seed, and the
 * verifier judges each change. For every hard entry that speaks to the model one change must break that
 * entry and nothing else.
 */
#include "solver/io/read.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"
#include "tests/support/rng.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_ENTRIES = 200, TRIALS = 20000, MAX_EDITS = 3 };

struct case_of {
    const char *command, *folder, *policy, *reading; /* policy NULL: the instance's own */
    const char *never; /* indexes, each between commas, of entries that cannot be broken alone; NULL = none */
};

struct broken {
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_plan plan;
    const struct zj_rule *rule;
    int n_rules;
    bool alone[MAX_ENTRIES]; /* by position in the policy */
};

static int pick(struct rng *r, const struct zj_ids *ids)
{
    return ids->v[rng_in(r, 0, ids->n - 1)];
}

/* A posting that its kind allows, as far as that is easily seen. */
static struct zj_posting draw_posting(const struct broken *b, struct rng *r)
{
    const struct zj_instance *in = &b->in;
    struct zj_posting p = {.kind = rng_in(r, 0, b->pol.n_kinds - 1)};
    const struct zj_kind *k = &b->pol.kind[p.kind];

    for (int i = 0; i < 20; i++) {
        p.teacher = rng_in(r, 0, in->n_teachers - 1);
        p.to = rng_in(r, 0, in->n_schools - 1);
        const struct zj_teacher *t = &in->teacher[p.teacher];
        bool down = in->school[t->school].role == ZJ_LEAD && in->school[p.to].role == ZJ_MEMBER;
        bool up = in->school[t->school].role == ZJ_MEMBER && in->school[p.to].role == ZJ_LEAD;
        if (p.to != t->school && (k->posts.n == 0 || zj_ids_has(&k->posts, (int)t->post)) &&
            (k->direction == ZJ_ANY_DIRECTION || (k->direction == ZJ_LEAD_TO_MEMBER ? down : up)))
            break;
    }
    p.from = in->teacher[p.teacher].school;
    p.start = k->start_terms.n > 0 ? pick(r, &k->start_terms) : rng_in(r, 0, in->n_terms - 1);
    p.terms = pick(r, &k->lengths);
    p.subject = pick(r, &in->teacher[p.teacher].subjects);
    return p;
}

static void edit_postings(const struct broken *b, struct rng *r, struct zj_postings *p)
{
    if (p->n > 0 && rng_chance(r, 40)) {
        p->v[rng_in(r, 0, p->n - 1)] = p->v[p->n - 1];
        p->n--;
    } else {
        struct zj_posting x = draw_posting(b, r);
        if (p->n > 0 && rng_chance(r, 20))
            p->v[rng_in(r, 0, p->n - 1)] = x;
        else
            zj_postings_add(p, &x);
    }
}

static void edit_pairs(const struct broken *b, struct rng *r, struct zj_pairs *p)
{
    struct zj_pair *x = p->n > 0 ? &p->v[rng_in(r, 0, p->n - 1)] : NULL;
    int what = rng_in(r, 0, x ? 4 : 0);

    if (what == 0)
        zj_pairs_add(p,
                     &(struct zj_pair){rng_in(r, 0, b->in.n_schools - 1), rng_in(r, 0, b->in.n_schools - 1),
                                       x ? x->form : -1, x ? x->round : 0, ZJ_NONE, ZJ_NONE});
    else if (what == 1)
        *x = p->v[--p->n];
    else if (what == 2)
        x->lead = rng_in(r, 0, b->in.n_schools - 1);
    else if (what == 3)
        x->form = rng_in(r, -1, ZJ_N_FORMS - 1);
    else
        x->round = rng_in(r, 0, 3);
    for (int i = 0; i < p->n; i++) /* a pair that stands twice is no pairing */
        for (int k = i + 1; k < p->n; k++)
            if (p->v[i].lead == p->v[k].lead && p->v[i].member == p->v[k].member)
                p->v[k--] = p->v[--p->n];
}

/* Judge the plan after so many edits; 0 = as it is. */
static void judge(const struct broken *b, struct rng *r, int edits, struct zj_verdict *v)
{
    const struct zj_plan *plan = &b->plan;
    struct zj_postings postings = {0};
    struct zj_pairs pairs = {0};

    for (int i = 0; i < plan->postings.n; i++)
        zj_postings_add(&postings, &plan->postings.v[i]);
    for (int i = 0; i < plan->pairs.n; i++)
        zj_pairs_add(&pairs, &plan->pairs.v[i]);
    for (int i = 0; i < edits; i++) {
        if (plan->model == ZJ_SECONDMENT)
            edit_postings(b, r, &postings);
        else
            edit_pairs(b, r, &pairs);
    }
    if (plan->model == ZJ_SECONDMENT)
        zj_verify_postings(&b->in, &b->pol, &postings, NULL, v);
    else
        zj_verify_pairs(&b->in, &b->pol, &pairs, v);
    zj_postings_release(&postings);
    zj_pairs_release(&pairs);
}

/* The only entry that the verdict says is broken, or -1. */
static int only_broken(const struct zj_verdict *v)
{
    int index = -2;

    for (int i = 0; i < v->n; i++) {
        const struct zj_finding *f = &v->finding[i];
        if (!f->hard || f->ok)
            continue;
        if (index != -2 && index != f->index)
            return -1;
        index = f->index;
    }
    return index;
}

static bool is_listed(const char *list, int index)
{
    char word[16];

    snprintf(word, sizeof word, ",%d,", index);
    return list && strstr(list, word);
}

/* Entries that ask for something hard and have not been broken alone yet. */
static int n_left(const struct broken *b, const char *never, bool tell)
{
    int n = 0;

    for (int i = 0; i < b->n_rules; i++) {
        const struct zj_rule *rule = &b->rule[i];
        if (!rule->hard || b->alone[rule->index] || is_listed(never, rule->index))
            continue;
        n++;
        if (tell)
            print_error("  rules[%d] %s\n", rule->index, zj_rule_name(rule->id));
    }
    return n;
}

static void open_case(struct broken *b, const struct case_of *c)
{
    const struct zj_read_options opt = {.policy = c->policy, .reading = c->reading};
    const char *path = scratch_path("plan.json");
    struct zj_diag d = {0};
    struct program p;

    memset(b, 0, sizeof *b);
    remove(path);
    program_run_command(&p, c->command, c->folder, "-o", path, "-q", c->policy ? "--policy" : NULL, c->policy,
                        c->reading ? "--reading" : NULL, c->reading, NULL);
    if (p.code > 1)
        fail_msg("%s %s: exit code %d\n%s", c->command, c->folder, p.code, p.err);
    program_release(&p);
    if (zj_read_instance(c->folder, &opt, &b->in, &b->pol, &d) != ZJ_OK ||
        zj_read_plan(path, &b->in, &b->pol, &b->plan, &d) != ZJ_OK)
        fail_msg("%s: %s", c->folder, d.problem[0].text);
    zj_diag_release(&d);
    bool of_postings = b->plan.model == ZJ_SECONDMENT;
    b->rule = of_postings ? b->pol.rule : b->pol.pairing_rule;
    b->n_rules = of_postings ? b->pol.n_rules : b->pol.n_pairing_rules;
}

static void break_case(const struct case_of *c)
{
    struct broken b;
    struct zj_verdict v;
    struct rng r = rng_make(1, 1);
    int trial = 0;

    open_case(&b, c);
    judge(&b, &r, 0, &v);
    assert_int_equal(v.n_hard_broken, 0);
    zj_verdict_release(&v);
    for (; trial < TRIALS && n_left(&b, c->never, false) > 0; trial++) {
        judge(&b, &r, rng_in(&r, 1, MAX_EDITS), &v);
        int index = only_broken(&v);
        if (index >= 0 && !b.alone[index] && is_listed(c->never, index))
            print_error("  rules[%d] can be broken alone\n", index);
        if (index >= 0)
            b.alone[index] = true;
        zj_verdict_release(&v);
    }
    int left = n_left(&b, c->never, true);
    print_message("%-34s %-20s %d rules, %d plans\n", c->command, strrchr(c->folder, '/') + 1, b.n_rules,
                  trial);
    zj_plan_release(&b.plan);
    zj_policy_release(&b.pol);
    zj_instance_release(&b.in);
    if (left > 0)
        fail_msg("%s %s: %d rules were not broken alone", c->command, c->folder, left);
}

static void break_all(const struct case_of *cases, size_t n)
{
    for (size_t i = 0; i < n; i++)
        break_case(&cases[i]);
}

/* A case with the instance's own policy, or with one of instances/policies. */
#define OWN(command, name, never)                                                                            \
    {                                                                                                        \
        command, "instances/" name, NULL, NULL, never                                                        \
    }
#define WITH(command, name, pack, reading, never)                                                            \
    {                                                                                                        \
        command, "instances/" name, "instances/policies/" pack ".json", reading, never                       \
    }

/* Never alone: scope where there is one community; a greatest number far above what three changes make. */
static void postings_are_refused(void **state)
{
    static const struct case_of cases[] = {
        OWN("secondment {}", "wanhong-zhangyang", ",16,"),
        OWN("secondment {}", "shaozhuang", ",9,"),
        OWN("secondment {}", "shangkou", NULL),
        OWN("secondment {}", "county-plan-year", ",4,"),
        OWN("secondment {}", "liuzhou-district", ",26,"),
        OWN("secondment {}", "liuzhou-county", ",26,"),
        OWN("secondment {}", "linzi", ",8,"),
        OWN("secondment {}", "wucheng-fused", ",9,"),
        OWN("secondment {}", "wucheng-cobuilt", ",9,"),
        OWN("secondment {}", "national-2014", NULL),
    };

    (void)state;
    break_all(cases, sizeof cases / sizeof cases[0]);
}

/*
 * Never alone: sizes and groups that three changes do not reach, kinds and stages of school that the instance
 * does not have, all entries of legal_form but the first (they name further forms that are allowed), and
 * what two sentences of a document ask for.
 */
static void pairings_are_refused(void **state)
{
    static const struct case_of cases[] = {
        OWN("pairing --propose {}", "shaozhuang", ",1,2,"),
        OWN("pairing --propose {}", "county-plan-year", ",0,11,12,"),
        OWN("pairing --propose {}", "liuzhou-district", ",0,10,"),
        OWN("pairing --propose {}", "liuzhou-county", ",0,14,"),
        OWN("pairing --propose {}", "linzi", ",4,"),
        OWN("pairing --propose {}", "wucheng-fused", ",1,"),
        OWN("pairing --propose {}", "wucheng-cobuilt", NULL),
        OWN("pairing --propose {}", "nanning-joint", ",3,8,9,"),
        OWN("pairing --propose {}", "enshi-paired", NULL),
        WITH("pairing --propose {}", "nanning", "nanning", NULL, ",1,7,9,"),
        WITH("pairing --propose {}", "county-plan", "county-plan", NULL, ",11,12,"),
        WITH("pairing --propose {}", "county-plan", "county-plan", "body", ",11,12,"),
        WITH("pairing --propose {}", "zhangdian", "zhangdian", NULL, ",0,1,2,"),
        WITH("pairing --propose {}", "enshi-rounds", "enshi", NULL, ",13,"),
        WITH("pairing --propose {}", "longfeng", "enshi-towns", NULL, ",1,"),
        WITH("pairing --propose {}", "libo", "libo", NULL, ",7,9,"),
        WITH("pairing --propose {}", "yangcheng-2020", "yangcheng", NULL, ",15,16,"),
        WITH("pairing --propose {}", "liuzhou", "liuzhou", NULL, ",0,12,"),
    };

    (void)state;
    break_all(cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(postings_are_refused),
                                       cmocka_unit_test(pairings_are_refused)};

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
