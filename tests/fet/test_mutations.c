/*
 * test_mutations.c - a FET file changed in silly ways ends in a report, or in an instance that can be read.
 *
 * Seeded changes of the small school: texts of elements change places, elements are lost, doubled or moved,
 * bytes change. The sanitizers watch.
 */
#include "solver/base/i18n.h"
#include "solver/io/read.h"
#include "tests/support/cmocka.h"
#include "tests/support/program.h"
#include "tests/support/rng.h"
#include "tests/support/sanitized.h"
#include "tests/support/school.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MAX_CHANGES = 3 };

/* A stretch of the text. */
struct span {
    size_t from, n;
};

/* A line of the file: most are one element, or one constraint's element. */
static struct span some_line(struct rng *r, const char *text)
{
    size_t size = strlen(text), at = (size_t)rng_in(r, 0, (int)size - 1);
    struct span s = {at, 0};

    while (s.from > 0 && text[s.from - 1] != '\n')
        s.from--;
    s.n = strcspn(text + s.from, "\n");
    s.n += s.from + s.n < size;
    return s;
}

/* The text of some element without elements: "Ann" of <Teacher>Ann</Teacher>. */
static struct span some_value(struct rng *r, const char *text)
{
    size_t size = strlen(text);

    for (;;) {
        size_t at = (size_t)rng_in(r, 0, (int)size - 1);
        const char *open = strchr(text + at, '>'), *close = open ? strstr(open, "</") : NULL;
        if (close && !memchr(open + 1, '<', (size_t)(close - open - 1)))
            return (struct span){(size_t)(open + 1 - text), (size_t)(close - open - 1)};
    }
}

/* The text with a stretch of it replaced. Frees the text. */
static char *replaced(char *text, struct span s, const char *put, size_t n)
{
    size_t size = strlen(text);
    char *out = malloc(size - s.n + n + 1);

    memcpy(out, text, s.from);
    memcpy(out + s.from, put, n);
    memcpy(out + s.from + n, text + s.from + s.n, size - s.from - s.n + 1);
    free(text);
    return out;
}

static char *change(struct rng *r, char *text)
{
    static const char *const values[] = {"",     "0",   "1",  "2", "7",    "-1", "99",
                                         "99.9", "Ann", "1A", "1", "true", " ",  ";*,\""};
    struct span a = some_value(r, text), b = some_value(r, text), line = some_line(r, text),
                to = some_line(r, text);
    char *copy = strdup(text);
    int byte = rng_in(r, 1, 255);

    switch (rng_in(r, 0, 7)) {
    case 0:
    case 1:
        text = replaced(text, a, copy + b.from, b.n);
        break;
    case 2:
    case 3: {
        const char *value = values[rng_in(r, 0, sizeof values / sizeof values[0] - 1)];
        text = replaced(text, a, value, strlen(value));
        break;
    }
    case 4:
        text = replaced(text, line, "", 0);
        break;
    case 5:
    case 6:
        text = replaced(text, (struct span){to.from, 0}, copy + line.from, line.n);
        break;
    default:
        text[(size_t)rng_in(r, 0, (int)strlen(text) - 1)] = (char)byte;
        break;
    }
    free(copy);
    return text;
}

static void expect_readable(const struct fet_instance *x, uint64_t round)
{
    const struct zj_read_options options = {0};
    struct zj_instance in;
    struct zj_policy pol;
    struct zj_diag d = {0};
    struct zj_err err;
    const char *folder = scratch_path("changed");

    if (zj_folder_write(folder, x->file, x->n_files, &err) != ZJ_OK)
        fail_msg("%s", err.text);
    if (zj_read_instance(folder, &options, &in, &pol, &d) != ZJ_OK) {
        zj_diag_print(&d, stderr, 0);
        fail_msg("round %llu: the instance cannot be read", (unsigned long long)round);
    }
    zj_instance_release(&in);
    zj_policy_release(&pol);
    zj_diag_release(&d);
    for (int i = 0; i < x->n_files; i++) {
        char path[256];
        snprintf(path, sizeof path, "%s/%s", folder, x->file[i].name);
        unlink(path);
    }
    rmdir(folder);
}

static void changed_schools_become_instances_or_reports(void **state)
{
    const char *count = getenv("ZJ_COUNT"), *seed = getenv("ZJ_SEED");
    int rounds = count ? atoi(count) : SANITIZED ? 500 : 2000, n_instances = 0;

    (void)state;
    for (int k = 0; k < rounds; k++) {
        struct rng r = rng_make(seed ? strtoull(seed, NULL, 10) : 1, (uint64_t)k);
        char *text = school_text(NULL, NULL);
        struct fet_instance x;
        for (int n = rng_in(&r, 1, MAX_CHANGES); n > 0; n--)
            text = change(&r, text);
        char *said = school_import(text, rng_chance(&r, 50) ? "Consecutive_If_Same_Day" : NULL, &x);
        if (!*said) {
            expect_readable(&x, (uint64_t)k);
            n_instances++;
        }
        fet_instance_release(&x);
        free(said);
        free(text);
    }
    assert_in_range(n_instances, rounds / 10, rounds);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(changed_schools_become_instances_or_reports),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, scratch_teardown);
}
