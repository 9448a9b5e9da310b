/*
 * test_spoilings.c - at least 20 single changes to lawful plans for every rule; the verifier rejects each.
 */
#include "tests/support/spoil.h"

enum { AT_LEAST = 20 };

static void every_spoiling_is_found(enum zj_model model)
{
    int all = 0;

    for (int i = 0; i < spoil_n_makers; i++) {
        static struct spoil s;
        const struct spoil_maker *m = &spoil_makers[i];

        if (m->model != model)
            continue;
        s = (struct spoil){.rule = m->rule, .model = model};
        m->make(&s);
        if (s.n < AT_LEAST)
            fail_msg("%s: only %d spoilings", zj_rule_name(s.rule), s.n);
        print_message("%-16s %3d spoilings\n", zj_rule_name(s.rule), s.n);
        all += s.n;
    }
    assert_true(all > 0);
    print_message("%-16s %3d spoilings\n", "all", all);
}

static void spoilt_postings(void **state)
{
    (void)state;
    every_spoiling_is_found(ZJ_SECONDMENT);
}

static void spoilt_lessons(void **state)
{
    (void)state;
    every_spoiling_is_found(ZJ_TIMETABLE);
}

static void spoilt_pairs(void **state)
{
    (void)state;
    every_spoiling_is_found(ZJ_PAIRING);
}

static void spoilt_calendars(void **state)
{
    (void)state;
    every_spoiling_is_found(ZJ_CALENDAR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(spoilt_postings), cmocka_unit_test(spoilt_lessons),
                                       cmocka_unit_test(spoilt_pairs), cmocka_unit_test(spoilt_calendars)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
