/*
 * spoil_makers.c - which function spoils plans of which rule, in which model.
 */
#include "tests/support/spoil.h"

const struct spoil_maker spoil_makers[] = {
#define ZJ_RULE(id, ...) {ZJ_R_##id, ZJ_SECONDMENT, spoil_##id},
#include "solver/data/rules.def"
#undef ZJ_RULE
    {ZJ_R_eligibility, ZJ_SECONDMENT, spoil_kind_limits},
#define MAKE_S(id)
#define MAKE_SP(id)
#define MAKE_T(id)                {ZJ_R_##id, ZJ_TIMETABLE, spoil_lessons_##id},
#define MAKE_ST(id)               MAKE_T(id)
#define MAKE_STP(id)              MAKE_T(id)
#define ZJ_RULE(id, section, ...) MAKE_##section(id)
#include "solver/data/lesson_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
#undef MAKE_S
#undef MAKE_SP
#undef MAKE_T
#undef MAKE_ST
#undef MAKE_STP
#define MAKE_S(id)
#define MAKE_T(id)
#define MAKE_ST(id)
#define MAKE_P(id)                {ZJ_R_##id, ZJ_PAIRING, spoil_pairs_##id},
#define MAKE_SP(id)               MAKE_P(id)
#define MAKE_STP(id)              MAKE_P(id)
#define ZJ_RULE(id, section, ...) MAKE_##section(id)
#include "solver/data/pairing_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
    {ZJ_R_depth, ZJ_PAIRING, spoil_pairs_links},
#define ZJ_RULE(id, ...) {ZJ_R_##id, ZJ_CALENDAR, spoil_calendar_##id},
#include "solver/data/calendar_rules.def"
#undef ZJ_RULE
    {ZJ_R_pins, ZJ_CALENDAR, spoil_calendar_pins},
};

const int spoil_n_makers = sizeof spoil_makers / sizeof spoil_makers[0];
