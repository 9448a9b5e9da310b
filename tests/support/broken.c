#include "tests/support/broken.h"

#include "solver/io/read.h"
#include "solver/verify/verify.h"
#include "tests/support/cmocka.h"
#include "tests/support/edit.h"
#include "tests/support/program.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MAX_ENTRIES = 200, PLANS = 2500, MAX_EDITS = 3, MAX_NOTES = 1000 };

static struct note {
    const char *pack;
    int index;
    enum zj_model model;
} notes[MAX_NOTES];
static int n_notes;

bool broken_is_noted(const char *pack, int index, enum zj_model model)
{
    for (int i = 0; i < n_notes; i++)
        if (strcmp(notes[i].pack, pack) == 0 && notes[i].index == index && notes[i].model == model)
            return true;
    return false;
}

static void note(const char *pack, int index, enum zj_model model)
{
    if (broken_is_noted(pack, index, model))
        return;
    assert_true(n_notes < MAX_NOTES);
    notes[n_notes++] = (struct note){pack, index, model};
}

struct broken {
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_plan plan;
    const struct zj_rule *rule;
    int n_rules;
    int64_t fell_short[MAX_ENTRIES]; /* by position in the policy: what the plan as it is lacks */
    bool done[MAX_ENTRIES];          /* by position: broken */
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
    static void (*const judges[ZJ_N_MODELS])(const struct broken *, struct rng *, int,
                                             struct zj_verdict *) = {
        [ZJ_SECONDMENT] = judge_postings, [ZJ_PAIRING] = judge_pairs, [ZJ_CALENDAR] = judge_calendar};

    judges[b->plan.model](b, r, edits, v);
}

/* The only hard entry that the verdict says is broken; -1: none, several, or one that is no entry. */
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
    return index < 0 ? -1 : index;
}

bool broken_is_excused(const char *pack, int index, enum zj_model model, const struct broken_excuse *excuse,
                       size_t n)
{
    char word[16];

    snprintf(word, sizeof word, ",%d,", index);
    for (size_t i = 0; i < n; i++)
        if (strcmp(excuse[i].pack, pack) == 0 && excuse[i].model == model && strstr(excuse[i].indexes, word))
            return true;
    return false;
}

/* By how much each soft entry falls short. */
static void sum_shortfalls(const struct zj_verdict *v, int64_t sum[MAX_ENTRIES])
{
    memset(sum, 0, MAX_ENTRIES * sizeof *sum);
    for (int i = 0; i < v->n; i++)
        if (v->finding[i].index >= 0 && !v->finding[i].hard)
            sum[v->finding[i].index] += v->finding[i].shortfall;
}

/* Entries that no case has broken yet. */
static int n_left(const struct broken *b)
{
    int n = 0;

    for (int i = 0; i < b->n_rules; i++)
        n += !b->done[b->rule[i].index];
    return n;
}

static void find_rules(struct broken *b)
{
    const struct zj_policy *pol = &b->pol;
    const struct {
        const struct zj_rule *rule;
        int n;
    } of[ZJ_N_MODELS] = {[ZJ_SECONDMENT] = {pol->rule, pol->n_rules},
                         [ZJ_PAIRING] = {pol->pairing_rule, pol->n_pairing_rules},
                         [ZJ_CALENDAR] = {pol->calendar_rule, pol->n_calendar_rules}};

    b->rule = of[b->plan.model].rule;
    b->n_rules = of[b->plan.model].n;
    for (int i = 0; i < b->n_rules; i++)
        assert_in_range(b->rule[i].index, 0, MAX_ENTRIES - 1);
}

static void open_case(struct broken *b, const struct broken_case *c)
{
    char folder[100], pack[100];
    const struct zj_read_options opt = {.policy = pack, .reading = c->reading};
    const char *path = scratch_path("plan.json");
    struct zj_diag d = {0};
    struct program p;

    memset(b, 0, sizeof *b);
    snprintf(folder, sizeof folder, "instances/%s", c->instance);
    snprintf(pack, sizeof pack, "instances/policies/%s.json", c->pack);
    remove(path);
    program_run_command(&p, c->command, folder, "-o", path, "-q", "--policy", pack,
                        c->reading ? "--reading" : NULL, c->reading, NULL);
    if (p.code > 1)
        fail_msg("%s %s: exit code %d\n%s", c->command, folder, p.code, p.err);
    program_release(&p);
    if (zj_read_instance(folder, &opt, &b->in, &b->pol, &d) != ZJ_OK ||
        zj_read_plan(path, &b->in, &b->pol, &b->plan, &d) != ZJ_OK)
        fail_msg("%s: %s", folder, d.problem[0].text);
    zj_diag_release(&d);
    find_rules(b);
}

/* What this change breaks. */
static void take_note(struct broken *b, const struct zj_verdict *v, const char *pack)
{
    int64_t short_now[MAX_ENTRIES];
    int index = only_broken(v);

    if (index >= 0) {
        b->done[index] = true;
        note(pack, index, b->plan.model);
    }
    sum_shortfalls(v, short_now);
    for (int k = 0; k < MAX_ENTRIES && v->n_hard_broken == 0; k++)
        if (short_now[k] > b->fell_short[k]) {
            b->done[k] = true;
            note(pack, k, b->plan.model);
        }
}

void broken_try(const struct broken_case *c, const struct broken_excuse *excuse, size_t n)
{
    struct broken b;
    struct zj_verdict v;
    struct rng r = rng_make(1, 1);
    int trial = 0;

    open_case(&b, c);
    judge(&b, &r, 0, &v);
    assert_int_equal(v.n_hard_broken, 0);
    sum_shortfalls(&v, b.fell_short);
    zj_verdict_release(&v);
    for (int i = 0; i < b.n_rules; i++) {
        int index = b.rule[i].index;
        b.done[index] = broken_is_noted(c->pack, index, b.plan.model) ||
                        broken_is_excused(c->pack, index, b.plan.model, excuse, n);
    }
    for (; trial < (c->plans > 0 ? c->plans : PLANS) && n_left(&b) > 0; trial++) {
        judge(&b, &r, rng_in(&r, 1, MAX_EDITS), &v);
        take_note(&b, &v, c->pack);
        zj_verdict_release(&v);
    }
    print_message("%-28s %-20s %-20s %d rules, %d plans\n", c->command, c->instance, c->pack, b.n_rules,
                  trial);
    zj_plan_release(&b.plan);
    zj_policy_release(&b.pol);
    zj_instance_release(&b.in);
}
