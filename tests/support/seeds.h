/*
 * seeds.h - one trial for each of many seeds, and what to tell of those that fail.
 */
#ifndef TESTS_SUPPORT_SEEDS_H
#define TESTS_SUPPORT_SEEDS_H

#include <stdbool.h>
#include <stdint.h>

/* What run() returns for a trial that does not apply. */
extern const char trial_skipped[];

struct seed_trial {
    const char *(*run)(void *trial, uint64_t seed); /* NULL, or in one sentence what is wrong */
    void (*print)(const void *trial);               /* the trial that just failed, on stderr */
    void (*end)(void *trial);                       /* after every run */
};

/*
 * Run `count` trials, from seed 1 on; the environment's ZJ_SEED and ZJ_COUNT choose others. Each failure is
 * printed with its seed, the first of them with the whole trial; then the test fails. Returns the number of
 * trials that were not skipped. Sanitizers get fewer.
 */
int run_seeds(const char *name, int count, const struct seed_trial *kind, void *trial);
/* Neither the environment nor a sanitizer made run_seeds() choose others, or fewer. */
bool all_seeds_run(void);

#endif
