/*
 * test_gaps.c - what limits on days leave to the ends of pieces, beside every choice of days there is.
 */
#include "models/calendar/gaps.h"
#include "solver/data/policy.h"
#include "tests/support/cmocka.h"
#include "tests/support/rng.h"

enum { MAX_DAYS = 7, CASES = 400 };

/* Does every window of the limits hold for so many occurrences on each day? */
static bool is_lawful(const struct cal_gaps *g, const int *held)
{
    for (int from = 0; from < g->n_days; from++) {
        int few = 0, many = 0;

        for (int d = from; d < g->n_days; d++) {
            few += g->min_days != ZJ_NONE && d < from + g->min_days ? held[d] : 0;
            many += g->max_days != ZJ_NONE && d < from + g->max_days ? held[d] : 0;
        }
        if (few > 1)
            return false;
        if (g->max_days != ZJ_NONE && from + g->max_days <= g->n_inside && many == 0)
            return false;
    }
    return true;
}

/* The next of all choices of 0 .. times[d]; false after the last. */
static bool step(const struct cal_gaps *g, int *held)
{
    for (int d = 0; d < g->n_days; d++) {
        if (held[d] < g->times[d]) {
            held[d]++;
            return true;
        }
        held[d] = 0;
    }
    return false;
}

/* best[i][j]: the greatest s[j] - s[i] of all lawful choices. False when there are none. */
static bool try_all(const struct cal_gaps *g, int64_t best[MAX_DAYS + 1][MAX_DAYS + 1])
{
    int held[MAX_DAYS] = {0};
    bool any = false;

    for (int i = 0; i <= g->n_days; i++)
        for (int j = 0; j <= g->n_days; j++)
            best[i][j] = INT64_MIN;
    do {
        int64_t s[MAX_DAYS + 1] = {0};

        if (!is_lawful(g, held))
            continue;
        any = true;
        for (int d = 0; d < g->n_days; d++)
            s[d + 1] = s[d] + held[d];
        for (int i = 0; i <= g->n_days; i++)
            for (int j = 0; j <= g->n_days; j++)
                best[i][j] = s[j] - s[i] > best[i][j] ? s[j] - s[i] : best[i][j];
    } while (step(g, held));
    return any;
}

static void shortest_ways_are_what_days_allow(void **state)
{
    struct rng r = rng_make(5, 5);
    int impossible = 0, limited = 0;

    (void)state;
    for (int k = 0; k < CASES; k++) {
        int64_t times[MAX_DAYS], best[MAX_DAYS + 1][MAX_DAYS + 1], most[MAX_DAYS + 1];
        struct cal_gaps g = {.n_days = rng_in(&r, 1, MAX_DAYS), .times = times};

        g.n_inside = rng_in(&r, 0, g.n_days);
        g.min_days = rng_in(&r, 0, 1) ? rng_in(&r, 1, MAX_DAYS + 1) : ZJ_NONE;
        g.max_days = rng_in(&r, 0, 1) ? rng_in(&r, 1, MAX_DAYS + 1) : ZJ_NONE;
        for (int d = 0; d < MAX_DAYS; d++)
            times[d] = rng_in(&r, 0, 2);
        bool any = try_all(&g, best);
        impossible += !any;
        for (int from = 0; from <= g.n_days; from++) {
            assert_int_equal(cal_gaps_most(&g, from, most), any);
            for (int j = 0; j <= g.n_days && any; j++) {
                assert_int_equal(most[j], best[from][j]);
                limited += j < from && most[j] < 0;
            }
        }
    }
    assert_true(impossible > 10 && limited > 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shortest_ways_are_what_days_allow)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
