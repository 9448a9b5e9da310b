/*
 * test_shipped_pairings.c - what expected-pairing.tsv says of small instances, against a search of all
 * pairings; and of tables that are checked as they stand, against the verifier.
 */
#include "tests/support/brute_pairs.h"
#include "tests/support/cmocka.h"
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
static int compare_line(char *const field[N_FIELDS], bool feasible, const int64_t *value)
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

static int check_best(char *const field[N_FIELDS], const struct shipped *s)
{
    struct brute_pairs truth;

    brute_pairs_solve(&s->in, &s->pol, &truth);
    int wrong = compare_line(field, truth.feasible, truth.value);
    brute_pairs_release(&truth);
    return wrong;
}

static int check_standing(char *const field[N_FIELDS], const struct shipped *s)
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
static int check_line(char *const field[N_FIELDS], int *n)
{
    bool stands = strstr(field[COMMAND], "--check"), tiny = strncmp(field[0], "tiny-pair-", 10) == 0;
    struct shipped s;

    if (!stands && !tiny)
        return 0;
    open_shipped(&s, field[0], field[COMMAND]);
    int wrong = stands ? check_standing(field, &s) : check_best(field, &s);
    zj_policy_release(&s.pol);
    zj_instance_release(&s.in);
    ++*n;
    return wrong;
}

static void the_table_is_the_truth(void **state)
{
    char *text = slurp("instances/expected-pairing.tsv"), *rest = text;
    int wrong = 0, n = 0;

    (void)state;
    assert_non_null(text);
    for (char *line; (line = strsep(&rest, "\n"));) {
        char *field[N_FIELDS] = {NULL};
        int n_fields = 0;
        if (!*line || *line == '#' || strncmp(line, "instance\t", 9) == 0)
            continue;
        while (n_fields < N_FIELDS && (field[n_fields] = strsep(&line, "\t")))
            n_fields++;
        assert_int_equal(n_fields, N_FIELDS);
        wrong += check_line(field, &n);
    }
    free(text);
    assert_true(n >= 17);
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_table_is_the_truth)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
