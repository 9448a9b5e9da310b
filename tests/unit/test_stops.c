/*
 * test_stops.c - why a search ended without a proof: every word has its sentence, and the advice fits it.
 */
#include "solver/base/i18n.h"
#include "solver/report/text.h"
#include "tests/support/cmocka.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct {
    const char *word, *sentence, *advice;
} cases[] = {
    {"time", "the time limit ended the search", "--time-limit"},
    {"nodes", "the node limit ended the search", "--node-limit"},
    {"signal", "a signal ended the search", "--time-limit"},
    {"gap", "within the gap asked for", "--time-limit"},
    {"columns", "more time would not help", "the whole county soft"},
    {"numerics", "rounding errors", "'scope'"},
};

/* The summary of an answer without a plan. Heap. */
static char *summary(const char *stopped_by)
{
    const struct zj_instance in = {.name = "somewhere"};
    const struct zj_policy pol = {0};
    const struct zj_plan plan = {.status = ZJ_PLAN_UNKNOWN, .stopped_by = stopped_by};
    const struct rep_summary report = {.in = &in, .pol = &pol, .plan = &plan, .path = "answer.json"};
    char *text = NULL;
    size_t n;
    FILE *out = open_memstream(&text, &n);

    rep_print_summary(out, &report);
    fclose(out);
    return text;
}

static void assert_has(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("missing '%s' in:\n%s", part, text);
}

static void every_word_is_explained(void **state)
{
    (void)state;
    assert_int_equal(sizeof cases / sizeof cases[0], ZJ_N_STOPS);
    for (int i = 0; i < ZJ_N_STOPS; i++) {
        assert_string_equal(zj_stop_name((enum zj_stop)i), cases[i].word);
        char *text = summary(cases[i].word);
        assert_has(text, cases[i].sentence);
        assert_has(text, cases[i].advice);
        assert_has(text, "this answer is in answer.json");
        free(text);
    }
}

/* Where the search itself is exhausted, more time is no advice. */
static void more_time_is_not_advised_in_vain(void **state)
{
    (void)state;
    char *text = summary("columns");
    assert_null(strstr(text, "--time-limit"));
    free(text);
}

static void no_word_no_sentence(void **state)
{
    (void)state;
    char *text = summary(NULL);
    for (int i = 0; i < ZJ_N_STOPS; i++)
        assert_null(strstr(text, cases[i].sentence));
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_word_is_explained),
        cmocka_unit_test(more_time_is_not_advised_in_vain),
        cmocka_unit_test(no_word_no_sentence),
    };

    zj_i18n_init("en");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
