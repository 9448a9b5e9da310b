/*
 * test_calendar_metamorphic.c - calendars too large for brute force: what must stay when the data change.
 */
#include "models/calendar/calendar.h"
#include "tests/support/brute_calendar.h"
#include "tests/support/cmocka.h"
#include "tests/support/lines.h"
#include "tests/support/random_calendar.h"
#include "tests/support/seeds.h"
#include "tests/support/tiny.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A random calendar and the answer to it. */
struct trial {
    char text[RANDOM_CALENDAR_TEXT];
    struct zj_plan plan;
    const char *(*test)(struct trial *x, struct rng *r);
};

static int n_feasible;

static struct zj_plan solve_keeping(const char *text, const struct zj_calendar *keep)
{
    struct zj_err err = {0};
    struct zj_plan plan;
    struct tiny t;

    tiny_build(&t, text);
    struct zj_taught taught = tiny_taught(&t);
    if (cal_solve(&t.in, &t.pol, &(struct cal_options){.taught = &taught, .keep = keep}, &plan, &err) !=
        ZJ_OK)
        fail_msg("%s\n%s", err.text, text);
    tiny_release(&t);
    return plan;
}

static bool brings_plan(const struct zj_plan *plan)
{
    return plan->status == ZJ_PLAN_OPTIMAL;
}

/* Solve another text: the same answer, or at least as good a one. Takes the text. */
static const char *compare(const struct trial *x, char *text, bool may_be_better)
{
    struct zj_plan plan = solve_keeping(text, NULL);
    const char *why = NULL;
    int order =
        brings_plan(&plan) && brings_plan(&x->plan) ? brute_calendar_compare(plan.value, x->plan.value) : 0;

    if (plan.status != x->plan.status && !(may_be_better && brings_plan(&plan)))
        why = "another status";
    else if (order > 0 || (order < 0 && !may_be_better))
        why = "other values";
    if (why)
        fprintf(stderr, "the other text:\n%s", text);
    zj_plan_release(&plan);
    free(text);
    return why;
}

static const char *order_does_not_matter(struct trial *x, struct rng *r)
{
    static const char *const lists[] = {"teacher", "road",   "demand", "busy", "rule",  "guides",
                                        "rooms",   "lesson", "pin",    "off",  "school"};
    const char *why = NULL;

    (void)r;
    for (size_t i = 0; i < sizeof lists / sizeof lists[0] && !why; i++) {
        bool ties = strcmp(lists[i], "school") == 0 || strcmp(lists[i], "teacher") == 0;

        /* Turns at one time follow the order of groups, which is that of schools and teachers. */
        if (!(ties && strstr(x->text, "rule rotating_chair")) &&
            !(ties && strstr(x->text, "rule host_rotation")))
            why = compare(x, lines_reversed(x->text, lists[i]), false);
    }
    return why;
}

/* S0 becomes X0, T0 Y0, A0 B0, G0 …: names of schools, teachers and activities say nothing. */
static const char *names_do_not_matter(struct trial *x, struct rng *r)
{
    char *text = strdup(x->text);

    (void)r;
    for (char *at = text; *at; at++) {
        const char *from = "STA", *is = strchr(from, *at);
        bool begins = at == text || !isalnum((unsigned char)at[-1]);
        if (begins && is && isdigit((unsigned char)at[1]))
            *at = "XYB"[is - from];
    }
    return compare(x, text, false);
}

/* Somebody whom no activity and no lesson concerns. */
static const char *a_useless_teacher(struct trial *x, struct rng *r)
{
    static const char fact[] = "teacher T99 S0 F 1980-01-01 Chess post=middle\n";
    char *text = calloc(1, strlen(x->text) + sizeof fact);
    const char *after = strstr(x->text, "teacher T0");

    (void)r;
    for (const char *at = x->text; (at = strstr(at, "over=teacher")); at++)
        if (!memmem(at, strcspn(at, "\n"), "who.", strlen("who."))) {
            free(text);
            return trial_skipped; /* everybody is a group */
        }
    memcpy(text, x->text, (size_t)(after - x->text));
    strcat(strcat(text, fact), after);
    return compare(x, text, false);
}

static const char *a_day_off_twice(struct trial *x, struct rng *r)
{
    (void)r;
    if (!strstr(x->text, "\noff "))
        return trial_skipped;
    return compare(x, lines_doubled(x->text, "off "), false);
}

/* With a rule less nothing gets worse. */
static const char *rules_only_restrict(struct trial *x, struct rng *r)
{
    char *text = calloc(1, strlen(x->text) + 2), *copy = strdup(x->text), *rest = copy;
    int n = 0, dropped;

    for (const char *at = copy; (at = strstr(at, "\nrule ")); at++)
        n++;
    dropped = rng_in(r, 0, n - 1);
    for (char *l; (l = strsep(&rest, "\n"));)
        if (*l && (strncmp(l, "rule ", 5) != 0 || dropped-- != 0))
            strcat(strcat(text, l), "\n");
    free(copy);
    return compare(x, text, true);
}

/* The best calendar, kept, is the best one, without any change. */
static const char *best_stays_best(struct trial *x, struct rng *r)
{
    (void)r;
    if (!brings_plan(&x->plan))
        return trial_skipped;
    struct zj_plan again = solve_keeping(x->text, &x->plan.calendar);
    bool same = brings_plan(&again) && brute_calendar_compare(again.value, x->plan.value) == 0;

    zj_plan_release(&again);
    return same ? NULL : "the best calendar is not kept as it is";
}

/* ---- trials ------------------------------------------------------------------------------------- */

static const char *run(void *trial, uint64_t seed)
{
    struct trial *x = trial;
    struct rng r = rng_make(seed, 53);

    random_calendar(&r, rng_in(&r, 2, 5), x->text);
    x->plan = solve_keeping(x->text, NULL);
    n_feasible += brings_plan(&x->plan);
    return x->test(x, &r);
}

static void print(const void *trial)
{
    const struct trial *x = trial;

    fprintf(stderr, "%sstatus %d\n", x->text, (int)x->plan.status);
    for (int i = 0; i < ZJ_N_CALENDAR_TIERS; i++)
        fprintf(stderr, "%s %lld\n", zj_tier_name(zj_calendar_tiers[i]),
                (long long)x->plan.value[zj_calendar_tiers[i]]);
}

static void end(void *trial)
{
    zj_plan_release(&((struct trial *)trial)->plan);
}

static void run_trials(const char *name, int count, const char *(*test)(struct trial *x, struct rng *r))
{
    static struct trial x;
    const struct seed_trial kind = {.run = run, .print = print, .end = end};

    x.test = test;
    n_feasible = 0;
    int n = run_seeds(name, count, &kind, &x);
    print_message("%s: %d tried, %d calendars\n", name, n, n_feasible);
    assert_true(n == 0 || n_feasible > 0);
}

#define TRIALS(name, count)                                                                                  \
    static void test_##name(void **state)                                                                    \
    {                                                                                                        \
        (void)state;                                                                                         \
        run_trials(#name, count, name);                                                                      \
    }

TRIALS(order_does_not_matter, 100)
TRIALS(names_do_not_matter, 200)
TRIALS(a_useless_teacher, 200)
TRIALS(a_day_off_twice, 200)
TRIALS(rules_only_restrict, 200)
TRIALS(best_stays_best, 200)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_order_does_not_matter), cmocka_unit_test(test_names_do_not_matter),
        cmocka_unit_test(test_a_useless_teacher),     cmocka_unit_test(test_a_day_off_twice),
        cmocka_unit_test(test_rules_only_restrict),   cmocka_unit_test(test_best_stays_best),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
