/*
 * policy.h - the rules of a document, as data.
 *
 * A rule is an entry with parameters, hard or soft, and the sentence that demands
 * it. No number from a document is a constant in C. The parameters of all rules
 * share one struct; rules.def says which rule reads which, with ranges and
 * defaults, and the parser fills the rest with "absent".
 */
#ifndef ZJ_DATA_POLICY_H
#define ZJ_DATA_POLICY_H

#include "solver/data/instance.h"

/*
 * The rules by their names in policy files: first those of secondments (some of them rules of
 * other models too), then those of timetables alone, of pairings alone, of calendars alone and of service
 * credit, each in the order of reports.
 */
enum zj_rule_id {
#define ZJ_RULE(id, ...) ZJ_R_##id,
#include "solver/data/rules.def"
    ZJ_N_RULES, /* rules of secondments: 0 .. ZJ_N_RULES - 1 */
    ZJ_LAST_OF_SECONDMENT = ZJ_N_RULES - 1,
#include "solver/data/lesson_rules.def"
    ZJ_FIRST_OF_PAIRING,
    ZJ_LAST_OF_TIMETABLE = ZJ_FIRST_OF_PAIRING - 1,
#include "solver/data/pairing_rules.def"
    ZJ_FIRST_OF_CALENDAR,
    ZJ_LAST_OF_PAIRING = ZJ_FIRST_OF_CALENDAR - 1,
#include "solver/data/calendar_rules.def"
    ZJ_FIRST_OF_CREDIT,
    ZJ_LAST_OF_CALENDAR = ZJ_FIRST_OF_CREDIT - 1,
#include "solver/data/credit_rules.def"
#undef ZJ_RULE
    ZJ_N_ALL_RULES
};

enum zj_direction { ZJ_LEAD_TO_MEMBER, ZJ_MEMBER_TO_LEAD, ZJ_ANY_DIRECTION, ZJ_N_DIRECTIONS };
enum zj_over { ZJ_OVER_PAIR, ZJ_OVER_SENDER, ZJ_OVER_HOST, ZJ_OVER_COMMUNITY, ZJ_OVER_COUNTY, ZJ_N_OVER };
enum zj_per { ZJ_PER_TERM, ZJ_PER_YEAR, ZJ_PER_HORIZON, ZJ_N_PER };
enum zj_count { ZJ_STARTS, ZJ_ACTIVE, ZJ_PEOPLE, ZJ_N_COUNT };
enum zj_by { ZJ_BY_NONE, ZJ_BY_SUBJECT, ZJ_BY_POST, ZJ_BY_RANK, ZJ_N_BY };
enum zj_unit { ZJ_HEADS, ZJ_PERIODS, ZJ_N_UNITS };
enum zj_round { ZJ_ROUND_UP, ZJ_ROUND_DOWN, ZJ_ROUND_NEAREST, ZJ_N_ROUND };
enum zj_within { ZJ_WITHIN_COMMUNITY, ZJ_WITHIN_COUNTY, ZJ_N_WITHIN };
enum zj_area { ZJ_AREA_COUNTY, ZJ_AREA_STAGE, ZJ_N_AREA };
enum zj_of { ZJ_OF_MEMBERS, ZJ_OF_LEADS, ZJ_N_OF };
enum zj_account { ZJ_SERVICE, ZJ_RURAL, ZJ_N_ACCOUNTS }; /* 支教, 农村任教 */
enum zj_backbone_base { ZJ_BASE_EXCHANGED, ZJ_BASE_ELIGIBLE, ZJ_N_BACKBONE_BASE };
/* Calendars: where occurrences are counted, and for how long. */
enum zj_level {
    ZJ_LEVEL_COUNTY,
    ZJ_LEVEL_COMMUNITY,
    ZJ_LEVEL_PAIR,
    ZJ_LEVEL_SCHOOL,
    ZJ_LEVEL_LEAD,
    ZJ_LEVEL_MEMBER,
    ZJ_LEVEL_GROUP,
    ZJ_N_LEVELS
};
enum zj_span { ZJ_SPAN_MONTH, ZJ_SPAN_TERM, ZJ_SPAN_YEAR, ZJ_SPAN_HORIZON, ZJ_N_SPANS };
enum zj_as { ZJ_AS_PARTICIPANT, ZJ_AS_HOST, ZJ_N_AS };
enum zj_measure { ZJ_OCCURRENCES, ZJ_OF_PERIODS, ZJ_N_MEASURES };
enum zj_sharer { ZJ_SHARER_PERSON, ZJ_SHARER_SCHOOL, ZJ_SHARER_ROOM, ZJ_N_SHARERS };

/* A kind of posting: 支教, 跟岗, 挂职, 交流 … */
struct zj_kind {
    int name;                    /* word */
    enum zj_direction direction; /* looks only at the roles of home and host */
    struct zj_ids lengths;       /* allowed lengths in terms, each >= 1 */
    struct zj_ids start_terms;   /* terms (indexes) where it may start; n = 0: any */
    bool fills_load;             /* does the person teach at the host? */
    struct zj_ids posts;         /* enum zj_post; n = 0: any */
};

/* Completed years, both ends inclusive, ZJ_NONE = open. `set` = the filter names this key. */
struct zj_range {
    bool set;
    int lo, hi;
};

/*
 * A filter: keys are ANDed, the values of a key ORed; n = 0 or !set = key absent.
 * The keys without "host_" speak of the teacher and the home school (or, in a
 * place rule, of the place). Semantics: instances/README.md.
 */
struct zj_filter {
    bool empty;                                /* no key at all: matches everything */
    struct zj_ids sex, post, applied;          /* enum values */
    struct zj_ids rank, title, flags, subject; /* words */
    struct zj_range age, service_years, years_here;
    struct zj_ids school;                   /* schools */
    struct zj_ids community;                /* words */
    struct zj_ids stage, school_kind, role; /* enum values */
    struct zj_ids traits, host_traits;      /* words */
    struct zj_ids host_school, host_community, host_stage, host_school_kind, host_role;
};

/* One line of the retirement table: base age, one month later for each `step` months, at most cap. Months. */
struct zj_retire_line {
    bool set;
    int base, step, cap;
};

/* Days of the year, 100 * month + day, both inclusive; from > to: over New Year. */
struct zj_day_span {
    int from, to;
};

struct zj_day_spans {
    int n;
    struct zj_day_span *v;
};

/* One way to satisfy either_or: so many occurrences, or so many lessons a week of travelling teachers. */
struct zj_option {
    struct zj_ids events; /* indexes into the policy's activities; n = 0: travelling lessons are meant */
    int min;              /* occurrences, or periods a week */
};

struct zj_options {
    int n;
    struct zj_option *v;
};

struct zj_rule {
    enum zj_rule_id id;
    int index; /* 0-based position in the policy's rules; -1: implied */
    bool hard;
    int weight;                   /* >= 1, per unit of shortfall; soft rules only */
    const char *document, *quote; /* NULL when absent */
    int line;                     /* in the policy file, 0 = unknown */

    struct zj_filter where; /* whom or what the rule concerns */
    struct zj_ids kinds;    /* words; n = 0: all kinds */

    /* Parameters. Absent numbers are ZJ_NONE, absent lists have n = 0. */
    int max_age[ZJ_N_SEXES]; /* age_limit: max{M,F}, completed years */
    bool inclusive;          /* age_limit: the limit itself is still allowed */
    struct zj_filter
        filter; /* eligibility: required; quota, equal_exchange, cycle: counted; exchange_rate: base */
    struct zj_filter mentor; /* mentor_capacity */
    struct zj_ids flags;     /* exempt: words */
    int retire_within_years; /* exempt */
    struct zj_retire_line table[ZJ_N_RETIRE];
    int32_t table_from;    /* exempt: date from which the table's steps count */
    struct zj_ids states;  /* volunteers: enum zj_applied */
    enum zj_within within; /* scope */
    enum zj_over over;
    enum zj_per per;
    enum zj_count count;
    enum zj_direction direction;
    enum zj_by by;
    enum zj_unit unit;
    enum zj_round round;
    enum zj_backbone_base backbone_base;
    bool even;
    int min, max;                    /* quota, keep_coverage(min), mentor_capacity(max), stability(max) */
    int tolerance;                   /* equal_exchange, headcount */
    int max_away_permille;           /* keep_coverage */
    struct zj_ids subjects;          /* need, keep_coverage, backfill, mentor_capacity: words; n = 0: all */
    int years;                       /* cycle, must_rotate */
    int permille, backbone_permille; /* exchange_rate */
    struct zj_ids posts;             /* must_rotate: enum zj_post */
    int terms;                       /* rest */
    int max_minutes, max_metres;     /* distance; fairness (minutes) */

    /* Timetables. */
    int settle_minutes;             /* travel_time: from arrival to the lesson */
    int max_day, max_week, max_row; /* load (periods), schools (campuses), spread (max_day), idle (max_day) */
    int max_changes_day;            /* schools */
    int max_leg_minutes, max_day_minutes, max_week_minutes; /* travel_limit */
    int max_leg_metres, max_day_metres, max_week_metres;    /* travel_limit */
    bool from_home;                /* travel_limit: legs from and to the home school count */
    int min_gap_days;              /* spread */
    struct zj_ids weekday;         /* visiting_days: indexes into the instance's days; n = 0: any */
    int max_days, min_periods;     /* visiting_days; spacing (max_days) */
    int capacity;                  /* room: lessons at one time */
    struct zj_ids periods, only;   /* avoid: period ids not wanted; the only ones wanted */
    struct zj_filter group;        /* common_free: teachers */
    int periods_per_week;          /* common_free: shared free periods, >= 1 */
    int subjects_min, periods_min; /* sync_class: subjects, and periods a week, taught at one time */

    /* Pairings. */
    enum zj_area area;                       /* coverage, groups: counted in the county, or by stage */
    enum zj_of of;                           /* composition: of a lead's members, or a member's leads */
    int leads_min, leads_max;                /* coverage: leads of a member; max ZJ_NONE = min */
    int members_min, members_max, total_max; /* size, legal_form: members of a lead; with the lead itself */
    bool every_lead;                         /* size: a lead without members breaks it, too */
    struct zj_range need[ZJ_N_SCHOOL_KINDS]; /* composition: schools of each kind */
    enum zj_form form;                       /* legal_form */
    int rounds, years_each;                  /* rounds: how many, and years that one lasts (for reports) */

    /* Calendars. */
    struct zj_ids events; /* indexes into the policy's activities; n = 0: all */
    enum zj_level level;
    enum zj_span span;
    int month_min_days;        /* a month with fewer school days binds nothing */
    enum zj_as as;             /* count, at a school: occurrences it takes part in, or hosts */
    enum zj_measure measure;   /* count */
    int max_gap;               /* rotating_chair, host_rotation: ZJ_NONE = one less than the candidates */
    struct zj_ids weeks;       /* window; negative: from the end of the term, -1 = its last week */
    struct zj_ids months;      /* window: 1..12 */
    struct zj_day_spans spans; /* window */
    struct zj_ids day_kinds;   /* window: enum zj_day_kind */
    struct zj_ids weekdays;    /* window: 0 = Monday */
    struct zj_ids sessions;    /* window: indexes into sessions */
    int min_days;              /* spacing; max_days is above */
    enum zj_sharer sharer;     /* no_overlap */
    bool lessons;              /* no_overlap: lessons occupy people, too */
    struct zj_options options; /* either_or */
    bool cover;                /* release_day: free colleagues take the lessons */

    /* Service credit. `years`: given by credit, needed by promotion and senior_exempt. */
    enum zj_account account;
    struct zj_ids visits, studio, online;            /* credit: words, kinds of activities */
    int days_min, studio_years, online_periods_over; /* credit: the ways; ZJ_NONE = not one */
    int visits_each_year, year_from_month;           /* credit: of the years in a studio */
    struct zj_ids grade;                             /* credit: words that pass; n = 0: no grade is needed */
    bool grade_each_year;                            /* credit: else the last grade decides */
};

/* A passage that can be read in several ways; rules may belong to one of the readings. */
struct zj_alternative {
    const char *about; /* NULL when absent */
    const char **reading;
    int n, chosen; /* chosen: index into reading */
};

/* Beside the bits of the models: service credit counts by the entry. */
#define ZJ_OF_CREDIT (1u << ZJ_N_MODELS)

/* An entry of "kinds" or "rules" as it stands in the file, whatever model it is of. */
struct zj_policy_entry {
    const char *rule; /* "kind" for a kind of posting */
    int index;        /* 0-based position among the rules; -1 for a kind */
    unsigned models;  /* bits 1u << enum zj_model of those that use it, ZJ_OF_CREDIT; 0 = none */
    bool hard;
    int weight;
    const char *name;             /* of a kind its name, of an activity its title; NULL for a rule */
    const char *parameters;       /* its other members, as a JSON object on one line */
    const char *document, *quote; /* NULL when absent */
    const char *reading;          /* the reading it belongs to; NULL = to every one */
    bool chosen;                  /* false: its reading is not the chosen one, and no model uses it */
};

/* Objective tiers. All are minimised; all are integers. */
enum zj_tier {
    ZJ_T_SOFT,      /* sum of weight * shortfall over soft rules */
    ZJ_T_NEED,      /* unstaffed periods: sum over term, school, subject of max(0, need - supply) */
    ZJ_T_FAIRNESS,  /* largest terms * minutes of a teacher with an assignment, history counted */
    ZJ_T_TRAVEL,    /* sum of terms * one-way minutes */
    ZJ_T_WISHES,    /* - sum of wish levels */
    ZJ_T_STABILITY, /* assignments that differ from the plan given by --keep */
    ZJ_N_TIERS,     /* those of secondments: 0 .. ZJ_N_TIERS - 1 */
    /* Timetables have unmet, soft, travel (minutes of all legs of a week), fairness (the largest minutes
       of one teacher), idle, wishes (over lessons), stability. */
    ZJ_T_UNMET = ZJ_N_TIERS, /* sum of priority * periods that nobody teaches */
    ZJ_T_IDLE,               /* free base periods between first and last lesson, over teachers and days */
    /* Pairings have soft, uncovered, travel (one-way minutes from lead to member, over pairs), balance. */
    ZJ_T_UNCOVERED, /* members without a lead, of those that coverage speaks of (all, when no entry does) */
    ZJ_T_BALANCE,   /* largest minus smallest number of members over leads that have any; 0 below two */
    /* Calendars have soft, held, travel (one-way minutes from the schools to the hosts), peak, balance (over
       communities, largest minus smallest number of times a school is host), stability. */
    ZJ_T_HELD, /* occurrences */
    ZJ_T_PEAK, /* over schools, the largest number of occurrences in one week */
    ZJ_MAX_TIERS
};

/* What a change costs that makes an impossible policy possible; "repair_costs" of the policy. */
enum zj_repair_cost {
#define ZJ_REPAIR_COST(id, usual, what) ZJ_COST_##id,
#include "solver/data/repair_costs.def"
#undef ZJ_REPAIR_COST
    ZJ_N_REPAIR_COSTS
};

struct zj_event;

struct zj_policy {
    struct zj_arena arena;
    const char *name, *file;
    int detour_permille, kmh; /* ZJ_NONE when absent: then only travel.csv gives travel */
    int settle_minutes;       /* 0 when absent */
    int default_max_week, default_max_day, default_priority; /* ZJ_NONE when absent */
    enum zj_tier objective[ZJ_N_TIERS]; /* of secondments: all tiers, in the order of the passes */
    struct zj_kind *kind;
    int n_kinds;
    struct zj_rule *rule; /* of secondments */
    int n_rules;
    struct zj_rule *lesson_rule; /* of timetables; the implied ones (index -1) are not listed */
    int n_lesson_rules;
    struct zj_rule *pairing_rule; /* of pairings; the implied ones (index -1) are not listed */
    int n_pairing_rules;
    struct zj_rule *calendar_rule; /* of calendars; the implied ones (index -1) are not listed */
    int n_calendar_rules;
    struct zj_event *event; /* "activities" (event.h) */
    int n_events;
    struct zj_rule *credit_rule; /* of service credit; they are counted, never broken */
    int n_credit_rules;
    int repair_cost[ZJ_N_REPAIR_COSTS]; /* >= 0 */
    struct zj_alternative *alternative;
    int n_alternatives;
    struct zj_policy_entry *entry; /* the kinds, then the rules, in the order of the file */
    int n_entries;
};

/* The tiers of a timetable in the order of the passes. */
enum { ZJ_N_LESSON_TIERS = 7 };
extern const enum zj_tier zj_lesson_tiers[ZJ_N_LESSON_TIERS];
/* Those of a pairing. */
enum { ZJ_N_PAIRING_TIERS = 4 };
extern const enum zj_tier zj_pairing_tiers[ZJ_N_PAIRING_TIERS];
/* Those of a calendar. */
enum { ZJ_N_CALENDAR_TIERS = 6 };
extern const enum zj_tier zj_calendar_tiers[ZJ_N_CALENDAR_TIERS];

/* The costs of a policy that names none. */
extern const int zj_usual_repair_cost[ZJ_N_REPAIR_COSTS];

void zj_policy_release(struct zj_policy *p);
/* Index into p->kind of the kind with this word, or -1. */
int zj_find_kind(const struct zj_policy *p, int word);
/*
 * The rule that stands at this position of the policy file; NULL for an implied one (-1). Rules of
 * other models have positions too, so a position is no index into p->rule. Rules of every model here
 * are found; an entry that speaks of several is the same in their lists.
 */
const struct zj_rule *zj_rule_at(const struct zj_policy *p, int index);
/* "one_posting", "age_limit", …; "implied" is not a rule id. */
const char *zj_rule_name(enum zj_rule_id id);
/* The rule with this name, or -1. */
int zj_find_rule(const char *name);
/* "soft", "need", … */
const char *zj_tier_name(enum zj_tier tier);

#endif
