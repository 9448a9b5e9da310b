/*
 * plan.h - what a solving command answers, and what a verifier says of it.
 */
#ifndef ZJ_DATA_PLAN_H
#define ZJ_DATA_PLAN_H

#include "solver/data/policy.h"
#include "solver/data/repair.h"

/* One teacher works at another school for consecutive terms. Indexes into the instance and policy. */
struct zj_posting {
    int teacher;
    int kind;         /* index into policy kinds */
    int from, to;     /* schools */
    int start, terms; /* first term (index), number of terms */
    int subject;      /* word: one of the teacher's subjects */
};

struct zj_postings {
    struct zj_posting *v; /* heap; zj_postings_release frees */
    int n, cap;
};

void zj_postings_add(struct zj_postings *p, const struct zj_posting *x);
/* Order by teacher, start, kind, host, subject, terms: the order of plan files. */
void zj_postings_sort(struct zj_postings *p);
void zj_postings_release(struct zj_postings *p);

/* One teacher teaches one class for one period of the week. Indexes, except class_id, subject (words). */
struct zj_lesson {
    int teacher, school, class_id, subject;
    int day;    /* index into days */
    int period; /* period id */
};

struct zj_lessons {
    struct zj_lesson *v; /* heap; zj_lessons_release frees */
    int n, cap;
};

void zj_lessons_add(struct zj_lessons *p, const struct zj_lesson *x);
/* Order by teacher, day, start of the period at its school, class, subject: the order of plan files. */
void zj_lessons_sort(const struct zj_instance *in, struct zj_lessons *p);
void zj_lessons_release(struct zj_lessons *p);

/*
 * A way of a teacher on a day. Times are minutes after 00:00, arrive - depart = minutes. The ways of a
 * (teacher, day) are stored in the order of the day, those of all teachers by teacher and day.
 */
struct zj_leg {
    int teacher, day;
    int from, to; /* schools */
    int depart, arrive, minutes, metres;
};

struct zj_legs {
    struct zj_leg *v; /* heap; zj_legs_release frees */
    int n, cap;
};

void zj_legs_add(struct zj_legs *p, const struct zj_leg *x);
void zj_legs_release(struct zj_legs *p);
/*
 * The canonical ways of sorted lessons: for each (teacher, day) with a lesson off the home campus, home to
 * the first campus, one leg for each change of campus, the last campus to home. Middle and last legs
 * depart when the lesson before ends, the first arrives `settle` minutes before its lesson. Appends to *legs.
 * A pair that is unreachable gives a leg of ZJ_NONE minutes and metres (arrive = depart).
 */
void zj_lesson_legs(const struct zj_instance *in, const struct zj_lessons *sorted, int settle,
                    struct zj_legs *legs);
/* The same where teachers differ: settle[teacher]. */
void zj_lesson_legs_of(const struct zj_instance *in, const struct zj_lessons *sorted, const int *settle,
                       struct zj_legs *legs);

/* A member and the lead that assists it. Indexes of schools. */
struct zj_pair {
    int lead, member;
    int form;            /* enum zj_form, or -1 */
    int round;           /* 1, 2, …; 0 = no rounds */
    int metres, minutes; /* from lead to member, as the plan states them; ZJ_NONE: it does not, or no way */
};

struct zj_pairs {
    struct zj_pair *v; /* heap; zj_pairs_release frees */
    int n, cap;
};

void zj_pairs_add(struct zj_pairs *p, const struct zj_pair *x);
/* Order by lead, member: the order of plan files. */
void zj_pairs_sort(struct zj_pairs *p);
void zj_pairs_release(struct zj_pairs *p);
/* The rows of pairings.csv as pairs, sorted, with the ways that the tables know. Appends. */
void zj_pairs_of_tables(const struct zj_instance *in, struct zj_pairs *p);

/* One joint activity on one day. */
struct zj_occurrence {
    int event, group; /* indexes into the policy's activities (event.h) and the groups of that one */
    int date;         /* index into in->date (dates.h) */
    int session;      /* index into sessions; -1 = the whole day */
    int period;       /* id, of an activity that lasts one period; else 0 */
    int host, chair;  /* schools, or -1 */
};

struct zj_calendar {
    struct zj_occurrence *v; /* heap; zj_calendar_release frees */
    int n, cap;
};

void zj_calendar_add(struct zj_calendar *c, const struct zj_occurrence *x);
/* By date, session, period, event, group, host, chair; for qsort. */
int zj_compare_occurrences(const void *a, const void *b);
/* In that order, which is that of plan files. */
void zj_calendar_sort(struct zj_calendar *c);
void zj_calendar_release(struct zj_calendar *c);

/* The timetables that a calendar looks at. A lesson takes place on every date that follows its weekday. */
enum { ZJ_MAX_TERMS = 40 };
struct zj_taught {
    const struct zj_lessons *of_term[ZJ_MAX_TERMS]; /* NULL = none is known */
};

enum zj_plan_status {
    ZJ_PLAN_OPTIMAL,
    ZJ_PLAN_FEASIBLE,
    ZJ_PLAN_INFEASIBLE,
    ZJ_PLAN_UNKNOWN,
    ZJ_PLAN_INTERRUPTED,
    ZJ_N_PLAN_STATUS
};
enum zj_because { ZJ_NO_TEACHER, ZJ_NO_LOAD, ZJ_NO_TIME, ZJ_BY_RULE, ZJ_TRADED, ZJ_BY_LIMIT, ZJ_N_BECAUSE };

#define ZJ_NO_VALUE INT64_MIN /* JSON null */

struct zj_unmet {
    int term, school, subject; /* subject is a word; a timetable has no term (-1) */
    int class_id;              /* word; secondments have no class (-1) */
    int64_t periods;           /* > 0 */
    enum zj_because because;
    int rule; /* policy index when because = rule, else -1 */
};

/* A rule at a place, as the verifier saw it. */
struct zj_finding {
    enum zj_rule_id rule;
    int index; /* policy index; -1 = implied */
    bool hard, ok;
    int64_t need, have; /* ZJ_NO_VALUE when the rule has no numbers */
    int64_t shortfall;  /* 0 when ok */
    const char *where;  /* ids only: "S001 2026-2027", "S001>S002", "T0007", "S003/音乐 2026A" */
};

/* What the independent check says of a set of postings. Arrays are heap (ZJ_GROW), texts are the arena's. */
struct zj_verdict {
    struct zj_arena arena;
    struct zj_finding *finding;
    int n, cap;
    int64_t tier[ZJ_MAX_TIERS]; /* recomputed from the tables */
    struct zj_unmet *unmet; /* every (term, school, subject), or class, short of periods; because = limit */
    int n_unmet, cap_unmet;
    int n_hard_broken;
};
void zj_verdict_release(struct zj_verdict *v);

/* A part of a conflict: a rule at a place, or a row of a table (index -1). */
struct zj_conflict_part {
    enum zj_rule_id rule;
    int index;
    const char *table; /* "pins.csv", "history.csv", … or NULL when it is a rule */
    const char *where;
    /*
     * Of a rule that counts: what it asks for, and the most (least) that is possible while the other parts
     * of its conflict hold. Of a filter: have = teachers whom it leaves out there. ZJ_NO_VALUE = none.
     */
    int64_t need, have;
    int group; /* conflicts have no part in common: 0, 1, … */
};

/* Why a search ended before every aim was proved. */
enum zj_stop {
#define ZJ_STOP(word, sentence) ZJ_STOP_##word,
#include "solver/data/stops.def"
#undef ZJ_STOP
    ZJ_N_STOPS
};

/* A plan as read from, or written to, a file. */
struct zj_plan {
    struct zj_arena arena;
    enum zj_model model;
    enum zj_plan_status status;
    const char *instance_name, *instance_sha256, *program; /* NULL when absent */
    const char *sha256;            /* of the file's bytes; NULL when the plan was not read from a file */
    struct zj_postings postings;   /* secondment */
    struct zj_lessons lessons;     /* timetable, sorted */
    struct zj_legs legs;           /* timetable: "routes" */
    struct zj_pairs pairs;         /* pairing, sorted */
    struct zj_calendar calendar;   /* calendar, sorted */
    int term;                      /* timetable: the term whose staff is meant, or -1 */
    const char *secondment_sha256; /* timetable: of the bytes of --secondment PLAN; NULL = none */
    const char **timetable_sha256; /* calendar: of the bytes of every --timetable PLAN, in order; arena */
    int n_timetables;
    enum zj_tier order[ZJ_MAX_TIERS];
    int n_tiers;
    int64_t value[ZJ_MAX_TIERS], bound[ZJ_MAX_TIERS]; /* by enum zj_tier; ZJ_NO_VALUE = null or absent */
    int gap_permille;
    const char *stopped_by; /* a word of stops.def; NULL when every aim is proved, or nothing is known */
    int64_t nodes;
    struct zj_unmet *unmet; /* arena */
    int n_unmet;
    struct zj_finding *finding; /* arena: the "rules" array */
    int n_findings;
    struct zj_conflict_part *conflict; /* arena */
    int n_conflict;
    bool conflict_minimal;    /* every part was waived alone, and the rest agreed */
    struct zj_repair *repair; /* arena; ascending cost */
    int n_repairs;
};
void zj_plan_release(struct zj_plan *p);
/* The answer becomes: no plan can exist; no aim has a value. Release first what was found before. */
void zj_plan_infeasible(struct zj_plan *p);
/* Does the answer bring a plan (perhaps of nobody), or only the news that there is none? */
bool zj_has_plan(const struct zj_plan *p);
/* Conflicts: their parts are in the order of the groups, which are numbered without gaps. */
int zj_n_conflicts(const struct zj_plan *p);
/* The word in plan files: "optimal", …; "no_teacher", …; "secondment", … */
const char *zj_plan_status_name(enum zj_plan_status status);
const char *zj_stop_name(enum zj_stop stop);
const char *zj_because_name(enum zj_because because);
const char *zj_model_name(enum zj_model model);
/* The tiers that plans of the model have, in the order of the passes; *n = 0 for models without plans. */
const enum zj_tier *zj_plan_tiers(const struct zj_policy *pol, enum zj_model model, int *n);
/* Of the first tier in order with value > bound: ceil(1000 (value - bound) / max(1, |value|)); else 0. */
int zj_gap_permille(const struct zj_plan *p);

#endif
