/*
 * test_shipped_timetables.c - what expected-timetable.tsv says of small instances, against a search of all
 * weeks.
 */
#include "tests/support/brute_timetable.h"
#include "tests/support/cmocka.h"
#include "tests/support/expected.h"
#include "tests/support/program.h"

#include "solver/data/staff.h"
#include "solver/io/read.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { COMMAND = 1, STATUS = 2, FIRST_TIER = 3, N_FIELDS = FIRST_TIER + ZJ_N_LESSON_TIERS };

static const int64_t most_nodes = 200 * 1000 * 1000;

/* An instance as the command of its line has it. */
struct shipped {
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_plan keep, secondment;
    bool has_keep, has_secondment;
};

/* Read the plan that the command names with this option, if it does. */
static bool read_plan(struct shipped *s, const char *folder, const char *command, const char *option,
                      struct zj_plan *plan)
{
    const char *at = strstr(command, option);
    struct zj_diag d = {0};
    char path[200];

    if (!at)
        return false;
    at = strchr(at, '/') + 1;
    snprintf(path, sizeof path, "%s/%.*s", folder, (int)strcspn(at, " "), at);
    assert_int_equal(zj_read_plan(path, &s->in, &s->pol, plan, &d), ZJ_OK);
    zj_diag_release(&d);
    return true;
}

static void open_shipped(struct shipped *s, const char *name, const char *command)
{
    struct zj_read_options options = {0};
    struct zj_diag d = {0};
    char folder[120];

    memset(s, 0, sizeof *s);
    snprintf(folder, sizeof folder, "instances/%s", name);
    assert_int_equal(zj_read_instance(folder, &options, &s->in, &s->pol, &d), ZJ_OK);
    zj_diag_release(&d);
    s->has_keep = read_plan(s, folder, command, "--keep ", &s->keep);
    s->has_secondment = read_plan(s, folder, command, "--secondment ", &s->secondment);
    zj_staff_in_term(&s->in, &s->pol, s->has_secondment ? &s->secondment.postings : NULL, 0);
}

static void close_shipped(struct shipped *s)
{
    if (s->has_keep)
        zj_plan_release(&s->keep);
    if (s->has_secondment)
        zj_plan_release(&s->secondment);
    zj_policy_release(&s->pol);
    zj_instance_release(&s->in);
}

/* Returns how many fields of the line differ from the truth, saying which. */
static int compare_line(char *const *field, const struct week_truth *truth)
{
    const char *status = truth->feasible ? "optimal" : "infeasible";
    int wrong = strcmp(status, field[STATUS]) != 0;

    if (wrong)
        print_error("%s: %s, expected %s\n", field[0], status, field[STATUS]);
    for (int i = 0; i < ZJ_N_LESSON_TIERS; i++) {
        char found[24] = "-";
        if (truth->feasible)
            snprintf(found, sizeof found, "%lld", (long long)truth->best[zj_lesson_tiers[i]]);
        if (strcmp(found, field[FIRST_TIER + i]) == 0)
            continue;
        print_error("%s: %s is %s, expected %s\n", field[0], zj_tier_name(zj_lesson_tiers[i]), found,
                    field[FIRST_TIER + i]);
        wrong++;
    }
    return wrong;
}

/* Does the line hold the truth of an instance small enough to try every week? */
static bool is_truth(const char *name, const char *status)
{
    return (strncmp(name, "tiny-tt-", 8) == 0 || strcmp(name, "wulong") == 0) &&
           strcmp(status, "feasible") != 0;
}

/* *n counts the lines that were looked at. */
static int check_line(const struct expected_line *head, const struct expected_line *l, void *n)
{
    struct shipped s;
    struct week_truth truth;

    assert_int_equal(head->n, N_FIELDS);
    if (!is_truth(l->field[0], l->field[STATUS]))
        return 0;
    open_shipped(&s, l->field[0], l->field[COMMAND]);
    brute_timetable(&s.in, &s.pol, s.has_keep ? &s.keep.lessons : NULL, NULL, most_nodes, true, &truth);
    assert_true(truth.finished);
    int wrong = compare_line(l->field, &truth);
    week_truth_release(&truth);
    close_shipped(&s);
    ++*(int *)n;
    return wrong;
}

static void all_weeks_agree_with_the_table(void **state)
{
    int n = 0;

    (void)state;
    assert_int_equal(expected_each("instances/expected-timetable.tsv", N_FIELDS, check_line, &n), 0);
    assert_true(n >= 26);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(all_weeks_agree_with_the_table)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
