#include "tests/support/seeds.h"

#include "tests/support/cmocka.h"
#include "tests/support/sanitized.h"

#include <stdio.h>
#include <stdlib.h>

enum { MAX_PRINTED = 3, TIMES_SLOWER = 20 };

const char trial_skipped[] = "skipped";

static uint64_t number_from_environment(const char *name, uint64_t otherwise)
{
    const char *text = getenv(name);

    return text && *text ? strtoull(text, NULL, 10) : otherwise;
}

int run_seeds(const char *name, int count, const struct seed_trial *kind, void *trial)
{
    uint64_t first = number_from_environment("ZJ_SEED", 1), bad = 0;
    uint64_t end =
        first + number_from_environment("ZJ_COUNT", (uint64_t)(SANITIZED ? count / TIMES_SLOWER : count));
    int n = 0, n_bad = 0;

    for (uint64_t seed = first; seed < end; seed++) {
        const char *why = kind->run(trial, seed);
        n += why != trial_skipped;
        if (why && why != trial_skipped) {
            fprintf(stderr, "%s: ZJ_SEED=%llu: %s\n", name, (unsigned long long)seed, why);
            if (n_bad++ == 0)
                bad = seed;
            if (n_bad <= MAX_PRINTED)
                kind->print(trial);
        }
        kind->end(trial);
    }
    if (n_bad)
        fail_msg("%s: %d of %d cases fail; rerun the first with ZJ_SEED=%llu ZJ_COUNT=1", name, n_bad, n,
                 (unsigned long long)bad);
    return n;
}

bool all_seeds_run(void)
{
    return !SANITIZED && !getenv("ZJ_SEED") && !getenv("ZJ_COUNT");
}
