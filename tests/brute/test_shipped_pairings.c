/*
 * test_shipped_pairings.c - what expected-pairing.tsv says of small instances, against a search of all
 * pairings; and of tables that are checked as they stand, against the verifier.
 */
#include "tests/support/brute_pairs.h"
#include "tests/support/cmocka.h"
#include "tests/support/expected.h"
#include "tests/support/program.h"

#include "solver/io/read.h"
#include "solver/verify/verify.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COMMAND = 1, STATUS = 2, FIRST_TIER = 3, N_FIELDS = FIRST_TIER + ZJ_N_PAIRING_TIERS };

struct shipped {
    struct zj_instance in;
    struct zj_policy pol;
};

static void open_shipped(struct shipped *s, const char *name, const char *command)
{
    const char *at = strstr(command, "--policy {}/");
    struct zj_read_options options = {0};
    struct zj_diag d = {0};
    char folder[120], policy[200];

    memset(s, 0, sizeof *s);
    snprintf(folder, sizeof folder, "instances/%s", name);
    if (at) {
        at += strlen("--policy {}/");
        snprintf(policy, sizeof policy, "%s/%.*s", folder, (int)strcspn(at, " "), at);
        options.policy = policy;
    }
    assert_int_equal(zj_read_instance(folder, &options, &s->in, &s->pol, &d), ZJ_OK);
    zj_diag_release(&d);
}

/* Returns how many fields of the line differ from the truth, saying which. */
static int compare_line(char *const *field, bool feasible, const int64_t *value)
{
    const char *status = feasible ? "optimal" : "infeasible";
    int wrong = strcmp(status, field[STATUS]) != 0;

    if (wrong)
        print_error("%s: %s, expected %s\n", field[0], status, field[STATUS]);
    for (int i = 0; i < ZJ_N_PAIRING_TIERS; i++) {
        char found[24] = "-";
        if (feasible)
            snprintf(found, sizeof found, "%lld", (long long)value[zj_pairing_tiers[i]]);
        if (strcmp(found, field[FIRST_TIER + i]) == 0)
            continue;
        print_error("%s: %s is %s, expected %s\n", field[0], zj_tier_name(zj_pairing_tiers[i]), found,
                    field[FIRST_TIER + i]);
        wrong++;
    }
    return wrong;
}

static int check_best(char *const *field, const struct shipped *s)
{
    struct brute_pairs truth;

    brute_pairs_solve(&s->in, &s->pol, &truth);
    int wrong = compare_line(field, truth.feasible, truth.value);
    brute_pairs_release(&truth);
    return wrong;
}

static int check_standing(char *const *field, const struct shipped *s)
{
    struct zj_pairs standing = {0};
    struct zj_verdict v;

    zj_pairs_of_tables(&s->in, &standing);
    zj_verify_pairs(&s->in, &s->pol, &standing, &v);
    int wrong = compare_line(field, v.n_hard_broken == 0, v.tier);
    zj_verdict_release(&v);
    zj_pairs_release(&standing);
    return wrong;
}

/* Lines of tables as they stand, and of small instances; *n counts them. */
static int check_line(const struct expected_line *head, const struct expected_line *l, void *n)
{
    bool stands = strstr(l->field[COMMAND], "--check"), tiny = strncmp(l->field[0], "tiny-pair-", 10) == 0;
    struct shipped s;

    assert_true(head->n >= N_FIELDS);
    if (!stands && !tiny)
        return 0;
    open_shipped(&s, l->field[0], l->field[COMMAND]);
    int wrong = stands ? check_standing(l->field, &s) : check_best(l->field, &s);
    zj_policy_release(&s.pol);
    zj_instance_release(&s.in);
    ++*(int *)n;
    return wrong;
}

static void the_table_is_the_truth(void **state)
{
    int n = 0;

    (void)state;
    assert_int_equal(expected_each("instances/expected-pairing.tsv", N_FIELDS, check_line, &n), 0);
    assert_true(n >= 17);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_table_is_the_truth)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
