/*
 * spoil.h - lawful plans with exactly one thing changed, so that a rule must be broken.
 *
 * The construction knows that it is; the verifier has to find out.
 */
#ifndef TESTS_SUPPORT_SPOIL_H
#define TESTS_SUPPORT_SPOIL_H

#include "tests/support/cmocka.h"
#include "tests/support/tiny.h"

enum { SPOIL_MAX_ENTRIES = 80, SPOIL_MAX_TEXT = 200 };

struct spoil_text {
    char entry[SPOIL_MAX_ENTRIES][SPOIL_MAX_TEXT]; /* facts, postings or lessons */
    int n;
};

struct spoil {
    enum zj_rule_id rule;
    enum zj_model model;
    bool implied;
    const char *kept; /* the plan that is kept, or NULL */
    struct spoil_text facts, plan;
    int n;     /* spoilings so far */
    int alone; /* those that break this rule and no other hard one */
};

/* Fields of a posting (tiny.h). */
enum { SPOIL_TEACHER, SPOIL_KIND, SPOIL_HOST, SPOIL_START, SPOIL_TERMS, SPOIL_SUBJECT };

/* Fields of a lesson (tiny.h). */
enum { SPOIL_WHO, SPOIL_CLASS, SPOIL_WHAT, SPOIL_DAY, SPOIL_PERIOD };

/* Fields of a pair (tiny.h); form and round follow. */
enum { SPOIL_LEAD, SPOIL_MEMBER, SPOIL_MORE };

/* Fields of an occurrence (tiny.h); options follow. */
enum { SPOIL_ACTIVITY, SPOIL_GROUP, SPOIL_DATE, SPOIL_SESSION, SPOIL_FURTHER };

/* Take a plan that keeps every hard rule, and at which the rule binds; verified here. */
void spoil_lawful(struct spoil *s, const char *facts, const char *plan);
/* Each of these is one spoiling of the lawful plan: the rule must now be broken. */
void spoil_field(struct spoil *s, int posting, int field, const char *value);
void spoil_remove(struct spoil *s, int posting);
void spoil_add(struct spoil *s, const char *posting);
/* The fact that begins with these words gets another word number `word`; NULL = the whole fact goes. */
void spoil_datum(struct spoil *s, const char *fact, int word, const char *value);
/* The same for an option "key=value"; NULL = the option is taken away. */
void spoil_option(struct spoil *s, const char *fact, const char *key, const char *value);
void spoil_fact(struct spoil *s, const char *fact);
/* A short text in one of eight buffers. */
const char *spoil_print(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* One for each rule of secondments: spoil_<rule>(s) makes at least 20 spoilings. */
#define ZJ_RULE(id, ...) void spoil_##id(struct spoil *s);
#include "solver/data/rules.def"
#undef ZJ_RULE
void spoil_kind_limits(struct spoil *s);

/* One for each rule of timetables: spoil_lessons_<rule>(s). */
#define SPOIL_DECLARE_S(id)
#define SPOIL_DECLARE_SP(id)
#define SPOIL_DECLARE_T(id)       void spoil_lessons_##id(struct spoil *s);
#define SPOIL_DECLARE_ST(id)      SPOIL_DECLARE_T(id)
#define SPOIL_DECLARE_STP(id)     SPOIL_DECLARE_T(id)
#define ZJ_RULE(id, section, ...) SPOIL_DECLARE_##section(id)
#include "solver/data/lesson_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
#undef SPOIL_DECLARE_S
#undef SPOIL_DECLARE_T
#undef SPOIL_DECLARE_ST
#undef SPOIL_DECLARE_SP
#undef SPOIL_DECLARE_STP

/* One for each rule of pairings: spoil_pairs_<rule>(s). */
#define SPOIL_DECLARE_S(id)
#define SPOIL_DECLARE_T(id)
#define SPOIL_DECLARE_ST(id)
#define SPOIL_DECLARE_P(id)       void spoil_pairs_##id(struct spoil *s);
#define SPOIL_DECLARE_SP(id)      SPOIL_DECLARE_P(id)
#define SPOIL_DECLARE_STP(id)     SPOIL_DECLARE_P(id)
#define ZJ_RULE(id, section, ...) SPOIL_DECLARE_##section(id)
#include "solver/data/pairing_rules.def"
#include "solver/data/rules.def"
#undef ZJ_RULE
#undef SPOIL_DECLARE_S
#undef SPOIL_DECLARE_T
#undef SPOIL_DECLARE_ST
#undef SPOIL_DECLARE_P
#undef SPOIL_DECLARE_SP
#undef SPOIL_DECLARE_STP
void spoil_pairs_links(struct spoil *s);

/* One for each rule of calendars: spoil_calendar_<rule>(s). */
#define ZJ_RULE(id, ...) void spoil_calendar_##id(struct spoil *s);
#include "solver/data/calendar_rules.def"
#undef ZJ_RULE
void spoil_calendar_pins(struct spoil *s);

/* Everything above by rule and model; a rule may have several. */
struct spoil_maker {
    enum zj_rule_id rule;
    enum zj_model model;
    void (*make)(struct spoil *s);
};
extern const struct spoil_maker spoil_makers[];
extern const int spoil_n_makers;

#endif
