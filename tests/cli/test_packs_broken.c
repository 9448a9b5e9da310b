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
#include "tests/support/edit.h"
#include "tests/support/program.h"

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

static void judge_postings(const struct broken *b, struct rng *r, int edits, struct zj_verdict *v)
{
    struct zj_postings p = {0};

    for (int i = 0; i < b->plan.postings.n; i++)
        zj_postings_add(&p, &b->plan.postings.v[i]);
    for (int i = 0; i < edits; i++)
        edit_postings(&b->in, &b->pol, r, &p);
    zj_verify_postings(&b->in, &b->pol, &p, NULL, v);
    zj_postings_release(&p);
}

static void judge_pairs(const struct broken *b, struct rng *r, int edits, struct zj_verdict *v)
{
    struct zj_pairs p = {0};

    for (int i = 0; i < b->plan.pairs.n; i++)
        zj_pairs_add(&p, &b->plan.pairs.v[i]);
    for (int i = 0; i < edits; i++)
        edit_pairs(&b->in, r, &p);
    zj_verify_pairs(&b->in, &b->pol, &p, v);
    zj_pairs_release(&p);
}

static void judge_calendar(const struct broken *b, struct rng *r, int edits, struct zj_verdict *v)
{
    struct zj_calendar p = {0};

    for (int i = 0; i < b->plan.calendar.n; i++)
        zj_calendar_add(&p, &b->plan.calendar.v[i]);
    for (int i = 0; i < edits; i++)
        edit_calendar(&b->in, &b->pol, r, &p);
    zj_verify_calendar(&b->in, &b->pol, &p, NULL, NULL, v);
    zj_calendar_release(&p);
}

/* Judge the plan after so many edits; 0 = as it is. */
static void judge(const struct broken *b, struct rng *r, int edits, struct zj_verdict *v)
{
    if (b->plan.model == ZJ_SECONDMENT)
        judge_postings(b, r, edits, v);
    else if (b->plan.model == ZJ_PAIRING)
        judge_pairs(b, r, edits, v);
    else
        judge_calendar(b, r, edits, v);
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
    bool of_postings = b->plan.model == ZJ_SECONDMENT, of_pairs = b->plan.model == ZJ_PAIRING;
    b->rule = of_postings ? b->pol.rule : of_pairs ? b->pol.pairing_rule : b->pol.calendar_rule;
    b->n_rules = of_postings ? b->pol.n_rules : of_pairs ? b->pol.n_pairing_rules : b->pol.n_calendar_rules;
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

/* Never alone: subjects of which the plan has more than three changes take away. */
static void calendars_are_refused(void **state)
{
    static const struct case_of cases[] = {
        OWN("calendar {}", "wanhong-zhangyang", NULL),
        OWN("calendar {}", "shaozhuang", NULL),
        OWN("calendar {}", "county-plan-year", NULL),
        OWN("calendar {}", "liuzhou-district", NULL),
        OWN("calendar {}", "linzi", NULL),
        OWN("calendar {}", "wucheng-fused", ",5,"),
        OWN("calendar {}", "wucheng-cobuilt", NULL),
        WITH("calendar {}", "zhangdian", "zhangdian", NULL, NULL),
        WITH("calendar {}", "longfeng", "enshi-towns", "flexible", NULL),
    };

    (void)state;
    break_all(cases, sizeof cases / sizeof cases[0]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(postings_are_refused),
                                       cmocka_unit_test(pairings_are_refused),
                                       cmocka_unit_test(calendars_are_refused)};

    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
