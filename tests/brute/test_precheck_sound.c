/*
 * test_precheck_sound.c - where a pre-check calls something impossible, brute force finds no plan either.
 */
#include "solver/lint/precheck.h"
#include "tests/support/brute.h"
#include "tests/support/cmocka.h"
#include "tests/support/random_instance.h"

#include <string.h>

enum { N_CASES = 5000, MAX_PLANS = 4000, AT_LEAST = 300 };

static void an_error_means_no_plan(void **state)
{
    int n_errors = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= N_CASES; seed++) {
        struct random_case c;
        struct zj_diag d;

        memset(&d, 0, sizeof d);
        random_case_make(&c, seed, MAX_PLANS);
        zj_precheck(&c.in, &c.pol, &d);
        if (d.n_errors > 0) {
            struct brute_result truth;

            n_errors++;
            brute_solve(&c.in, &c.pol, NULL, true, &truth);
            if (truth.feasible)
                zj_diag_print(&d, stderr, 0);
            if (truth.feasible)
                fail_msg("seed %llu has a plan", (unsigned long long)seed);
            brute_release(&truth);
        }
        zj_diag_release(&d);
        random_case_release(&c);
    }
    print_message("%d of %d cases are called impossible, and are\n", n_errors, N_CASES);
    assert_true(n_errors >= AT_LEAST);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(an_error_means_no_plan)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
