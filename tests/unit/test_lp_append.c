/*
 * test_lp_append.c - programs side by side: what is lawful in the larger one is lawful in each part.
 */
#include "tests/support/cmocka.h"

#include "solver/engine/lp.h"

#include <stdlib.h>

enum { COLUMNS = 4, ROWS = 3, TOP = 3, TRIALS = 300 };

struct part {
    struct lp *lp;
    int64_t base[COLUMNS]; /* lawful; fixed columns stand there */
    int column[COLUMNS];   /* in the larger program */
};

static int at_most(unsigned *seed, int n)
{
    *seed = *seed * 1103515245u + 12345u;
    return (int)(*seed >> 16) % (n + 1);
}

/* A program that the base satisfies, with some columns fixed there. */
static void make_part(struct part *p, unsigned *seed)
{
    const int idx[COLUMNS] = {0, 1, 2, 3};

    p->lp = lp_new();
    for (int j = 0; j < COLUMNS; j++) {
        p->base[j] = at_most(seed, TOP);
        const int is_free = at_most(seed, 1);
        lp_col(p->lp, is_free ? 0 : p->base[j], is_free ? TOP : p->base[j]);
    }
    for (int i = 0; i < ROWS; i++) {
        int64_t val[COLUMNS], sum = 0;
        for (int j = 0; j < COLUMNS; j++) {
            val[j] = at_most(seed, 6) - 3;
            sum += val[j] * p->base[j];
        }
        lp_row(p->lp, at_most(seed, 1) ? sum - at_most(seed, 2) : -LP_INF,
               at_most(seed, 1) ? sum + at_most(seed, 2) : LP_INF, COLUMNS, idx, val);
    }
}

static bool is_fixed(const struct part *p, int j)
{
    int64_t lo, hi;

    lp_col_get(p->lp, j, &lo, &hi);
    return lo == hi;
}

/* The number-th vector of the part; its free columns go to their places in x, too. */
static bool is_lawful_alone(const struct part *p, int number, int64_t *x)
{
    int64_t own[COLUMNS];

    for (int j = 0; j < COLUMNS; j++, number /= TOP + 1) {
        own[j] = is_fixed(p, j) ? p->base[j] : number % (TOP + 1);
        if (p->column[j] >= 0)
            x[p->column[j]] = own[j];
    }
    return lp_satisfies(p->lp, own);
}

static void parts_keep_their_rows(void **state)
{
    unsigned seed = 1;

    (void)state;
    for (int trial = 0; trial < TRIALS; trial++) {
        struct part part[2];
        struct lp *both = lp_new();
        int n_free = 0;
        for (int i = 0; i < 2; i++) {
            make_part(&part[i], &seed);
            lp_append(both, part[i].lp, part[i].column);
            for (int j = 0; j < COLUMNS; j++) {
                assert_int_equal(part[i].column[j] < 0, is_fixed(&part[i], j));
                n_free += part[i].column[j] >= 0;
            }
        }
        assert_int_equal(lp_n_cols(both), n_free);
        for (int k = 0; k < 200; k++) {
            int64_t x[2 * COLUMNS] = {0};
            const bool first = is_lawful_alone(&part[0], at_most(&seed, 255), x);
            const bool second = is_lawful_alone(&part[1], at_most(&seed, 255), x);
            assert_int_equal(lp_satisfies(both, x), first && second);
        }
        lp_free(part[0].lp);
        lp_free(part[1].lp);
        lp_free(both);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(parts_keep_their_rows)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
