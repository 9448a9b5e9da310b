/*
 * test_spoilings.c - at least 20 single changes to lawful plans for every rule; the verifier rejects each.
 */
#include "tests/support/spoil.h"

enum { AT_LEAST = 20 };

struct maker {
    enum zj_rule_id rule;
    void (*make)(struct spoil *s);
};

static const struct maker of_postings[] = {
#define ZJ_RULE(id, ...) {ZJ_R_##id, spoil_##id},
#include "solver/data/rules.def"
#undef ZJ_RULE
    {ZJ_R_eligibility, spoil_kind_limits},
};

static const struct maker of_lessons[] = {
#define MAKER_S(id)
#define MAKER_SP(id)
#define MAKER_T(id)               {ZJ_R_##id, spoil_lessons_##id},
#define MAKER_ST(id)              MAKER_T(id)
#define MAKER_STP(id)             MAKER_T(id)
#define ZJ_RULE(id, section, ...) MAKER_##section(id)
#include "solver/data/lesson_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
};

static const struct maker of_pairs[] = {
#define MAKE_S(id)
#define MAKE_T(id)
#define MAKE_ST(id)
#define MAKE_P(id)                {ZJ_R_##id, spoil_pairs_##id},
#define MAKE_SP(id)               MAKE_P(id)
#define MAKE_STP(id)              MAKE_P(id)
#define ZJ_RULE(id, section, ...) MAKE_##section(id)
#include "solver/data/pairing_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
    {ZJ_R_depth, spoil_pairs_links},
};

static const struct maker of_calendars[] = {
#define ZJ_RULE(id, ...) {ZJ_R_##id, spoil_calendar_##id},
#include "solver/data/calendar_rules.def"
#undef ZJ_RULE
    {ZJ_R_pins, spoil_calendar_pins},
};

static void every_spoiling_is_found(const struct maker *makers, size_t n, enum zj_model model)
{
    int all = 0;

    for (size_t i = 0; i < n; i++) {
        static struct spoil s;

        s = (struct spoil){.rule = makers[i].rule, .model = model};
        makers[i].make(&s);
        if (s.n < AT_LEAST)
            fail_msg("%s: only %d spoilings", zj_rule_name(s.rule), s.n);
        print_message("%-16s %3d spoilings\n", zj_rule_name(s.rule), s.n);
        all += s.n;
    }
    print_message("%-16s %3d spoilings\n", "all", all);
}

static void spoilt_postings(void **state)
{
    (void)state;
    every_spoiling_is_found(of_postings, sizeof of_postings / sizeof of_postings[0], ZJ_SECONDMENT);
}

static void spoilt_lessons(void **state)
{
    (void)state;
    every_spoiling_is_found(of_lessons, sizeof of_lessons / sizeof of_lessons[0], ZJ_TIMETABLE);
}

static void spoilt_pairs(void **state)
{
    (void)state;
    every_spoiling_is_found(of_pairs, sizeof of_pairs / sizeof of_pairs[0], ZJ_PAIRING);
}

static void spoilt_calendars(void **state)
{
    (void)state;
    every_spoiling_is_found(of_calendars, sizeof of_calendars / sizeof of_calendars[0], ZJ_CALENDAR);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(spoilt_postings), cmocka_unit_test(spoilt_lessons),
                                       cmocka_unit_test(spoilt_pairs), cmocka_unit_test(spoilt_calendars)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
