/*
 * test_spoilings.c - at least 20 single changes to lawful plans for every rule; the verifier rejects each.
 */
#include "tests/support/spoil.h"

enum { AT_LEAST = 20 };

static void every_spoiling_is_found(void **state)
{
    static const struct {
        enum zj_rule_id rule;
        void (*make)(struct spoil *s);
    } makers[] = {
#define ZJ_RULE(id, ...) {ZJ_R_##id, spoil_##id},
#include "solver/data/rules.def"
#undef ZJ_RULE
        {ZJ_R_eligibility, spoil_kind_limits},
    };
    int all = 0;

    (void)state;
    for (size_t i = 0; i < sizeof makers / sizeof makers[0]; i++) {
        static struct spoil s;

        s = (struct spoil){.rule = makers[i].rule};
        makers[i].make(&s);
        if (s.n < AT_LEAST)
            fail_msg("%s: only %d spoilings", zj_rule_name(s.rule), s.n);
        print_message("%-16s %3d spoilings\n", zj_rule_name(s.rule), s.n);
        all += s.n;
    }
    print_message("%-16s %3d spoilings\n", "all", all);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_spoiling_is_found)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
