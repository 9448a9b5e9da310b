/*
 * instance.h - a county's schools, teachers and needs, in the words of the tables.
 *
 * Plain arrays and indexes: no files, no solver, no printing. Built once by
 * solver/io/, read-only afterwards. Everything belongs to the instance's arena;
 * zj_instance_release() frees all of it. Index -1 means "none" everywhere.
 * Units: minutes, metres, periods (节) a week, completed years, days.
 */
#ifndef ZJ_DATA_INSTANCE_H
#define ZJ_DATA_INSTANCE_H

#include "solver/base/date.h"
#include "solver/base/intern.h"
#include "solver/base/mem.h"

#include <stdbool.h>
#include <stdint.h>

#define ZJ_NONE INT32_MIN /* a blank number */

enum zj_stage { ZJ_PRIMARY, ZJ_JUNIOR, ZJ_SENIOR, ZJ_KINDERGARTEN, ZJ_N_STAGES };
enum zj_role { ZJ_LEAD, ZJ_MEMBER, ZJ_N_ROLES };
enum zj_school_kind { ZJ_CITY, ZJ_TOWN, ZJ_TOWNSHIP, ZJ_VILLAGE, ZJ_POINT, ZJ_N_SCHOOL_KINDS };
enum zj_sex { ZJ_MALE, ZJ_FEMALE, ZJ_N_SEXES };
enum zj_post { ZJ_TEACHER, ZJ_MIDDLE, ZJ_VICE, ZJ_PRINCIPAL, ZJ_N_POSTS };
enum zj_applied { ZJ_APPLIED_NONE, ZJ_APPLIED, ZJ_RECOMMENDED, ZJ_APPROVED, ZJ_N_APPLIED };
enum zj_retire_class { ZJ_RETIRE_M, ZJ_RETIRE_F55, ZJ_RETIRE_F50, ZJ_N_RETIRE };
enum zj_form { ZJ_FUSED, ZJ_COBUILT, ZJ_ALLIANCE, ZJ_ASSIST, ZJ_MERGED, ZJ_N_FORMS };
enum zj_who { ZJ_WHO_TEACHER, ZJ_WHO_CLASS, ZJ_WHO_SCHOOL, ZJ_N_WHO };
enum zj_log_unit { ZJ_IN_DAYS, ZJ_IN_VISITS, ZJ_IN_PERIODS, ZJ_N_LOG_UNITS };
enum zj_model { ZJ_SECONDMENT, ZJ_TIMETABLE, ZJ_PAIRING, ZJ_CALENDAR, ZJ_N_MODELS };

/* A set of words (numbers of the instance's `words`) or of small enum values, in the order written. */
struct zj_ids {
    int n;
    int *v;
};

struct zj_term {
    const char *id, *year; /* "2026A", "2026-2027" */
    int32_t start, end;    /* dates, both inclusive; terms are in order and do not overlap */
    int32_t
        vacation_until; /* last day of the vacation after it, before the next term; end when there is none */
    int year_index;     /* 0, 1, …: equal for terms of one school year */
};

/* What a day is. School days are those of the week.days, and days worked instead of others (调休补班). */
enum zj_day_kind { ZJ_SCHOOL_DAY, ZJ_MAKEUP, ZJ_WEEKEND, ZJ_HOLIDAY, ZJ_VACATION, ZJ_N_DAY_KINDS };

/* One day of the horizon; see dates.h. */
struct zj_date {
    int32_t date;
    int term;    /* a day of the vacation belongs to the term before it */
    int week;    /* of the term: 1 holds its first day; weeks begin on Mondays */
    int weekday; /* 0 = Monday */
    enum zj_day_kind kind;
    int follows; /* weekday whose timetable the day has, or -1 */
    int month;   /* 12 * year + month - 1 */
};

/* Days off, or a day worked instead, as the State Council arranges them. */
struct zj_holiday {
    int32_t date, end; /* both inclusive */
    bool works;        /* a day worked instead of another */
    int follows;       /* of a day worked: index into days[], or -1 */
    int line;
};

/* A lesson period of the base bells, or of a school's own. Times are minutes after 00:00, half-open. */
struct zj_period {
    int id;
    int start, end;
    int session; /* index into sessions[] ("am", "pm") */
};

struct zj_school {
    const char *id, *name;
    enum zj_stage stage;
    int community; /* word, or -1 */
    enum zj_role role;
    int kind;             /* enum zj_school_kind, or -1 */
    struct zj_ids traits; /* words: "weak", "strong", … */
    int campus;           /* word; schools with one campus are 0 minutes apart. -1: its own */
    bool has_coordinates; /* then microdegrees */
    int32_t lat_e6, lon_e6;
    int parent; /* school, or -1 */
    int line;   /* in schools.csv, for messages */
};

struct zj_teacher {
    const char *id, *name;
    enum zj_sex sex;
    int32_t birth;
    int school;             /* home school */
    struct zj_ids subjects; /* words; the first is the main subject; at least one */
    enum zj_post post;
    struct zj_ids rank;                    /* words: "backbone", "subject_leader", "master", … */
    int title;                             /* word, or -1 */
    int32_t service_since, here_since;     /* ZJ_NO_DATE when blank */
    int max_week, max_day;                 /* periods; ZJ_NONE when blank and the policy has no default */
    int max_schools_week, max_schools_day; /* ZJ_NONE when blank */
    struct zj_ids flags;                   /* words: "pregnant", "nursing", "ill", "care", … */
    bool away; /* teaches nothing in the term that zj_staff_in_term() was asked for */
    enum zj_applied applied;
    enum zj_retire_class retire_class;
    int line;
};

struct zj_demand {
    int school, subject; /* subject is a word */
    int periods;         /* a week, for one class */
    int classes;         /* number of like classes this row stands for, >= 1 (1 with class_id) */
    int class_id;        /* word, or -1 */
    bool whole;          /* neither class_id nor classes is given: of the whole school, or grade */
    int grade;           /* word, or -1 */
    int max_per_day;     /* ZJ_NONE when blank */
    int teacher;         /* already staffed by, or -1 */
    int priority;        /* 1..100, ZJ_NONE when blank and the policy has no default */
    int line;
};

struct zj_travel {
    int from, to; /* schools */
    int minutes, metres;
    int line;
};

struct zj_busy {
    enum zj_who who;
    const char *id;
    int day;      /* index into days[], -1 = every day */
    int from, to; /* period ids, inclusive; 0,0 = every period */
    int index;    /* teacher, class (word) or school that the id names; filled by zj_week_resolve() */
    int line;
};

struct zj_wish {
    int teacher, to, level; /* level -2..2 */
    int line;
};

struct zj_history {
    int teacher;
    int kind;           /* word; need not be a kind of the policy */
    int from, to;       /* schools */
    int32_t start, end; /* end = ZJ_NO_DATE: still running */
    int terms;          /* length for the fairness burden; ZJ_NONE when blank */
    int line;
};

struct zj_pairing {
    int lead, member; /* schools */
    int form;         /* enum zj_form, or -1 */
    int round;        /* 1, 2, …; 0 when blank */
    int line;
};

/* Whom a school would like to be paired with: leads rank members, members rank leads. */
struct zj_preference {
    int from, to; /* schools */
    int rank;     /* 1 = best; several may have one rank */
    int line;
};

/* A pin names the fields of an assignment that it fixes; -1 (or ZJ_NONE) matches anything. */
struct zj_pin {
    enum zj_model model;
    bool forbid;
    int teacher, kind, from, to, start_term, terms, subject; /* secondment */
    int school, class_id, day, period;                       /* timetable */
    int lead, member;                                        /* pairing */
    int activity, session;                                   /* calendar: a word; index into sessions */
    int32_t date;                                            /* calendar; ZJ_NO_DATE matches anything */
    int line;
};

/* Two classes, usually of two schools, that have a subject at the same time (同步课堂). */
struct zj_sync {
    int class_a, class_b, subject; /* words */
    int periods;                   /* a week, >= 1 */
    int line;
};

/* All lessons of one class in one subject: a row of demand, or one of the classes it stands for. */
struct zj_block {
    int class_id, school, subject; /* class and subject are words */
    int periods;                   /* a week, >= 1 */
    int max_per_day;               /* ZJ_NONE: no limit */
    int teacher;                   /* already staffed by, or -1 */
    int priority;                  /* 1..100 */
    int demand;                    /* row */
};

/* The lesson periods of one school in clock order. */
struct zj_day_plan {
    int n;
    const struct zj_period *v;
};

/* An experienced teacher who guides another (师徒结对). */
struct zj_mentoring {
    int mentor, mentee; /* teachers */
    int line;
};

/* Rooms of one kind at a school: halls, recording classrooms … */
struct zj_room {
    int school;
    int kind;   /* word */
    int number; /* >= 1 */
    int line;
};

/* One row of the log of service. No two rows have one teacher, kind, date and unit. */
struct zj_activity {
    int teacher;
    int kind; /* word */
    int32_t date;
    int quantity; /* 0..1000000 */
    enum zj_log_unit unit;
    int grade; /* word, or -1 */
    int line;
};

struct zj_bell {
    int school;
    struct zj_period period;
    int line;
};

struct zj_instance {
    struct zj_arena arena;
    const char *name, *source;
    const char *schools_file, *teachers_file, *demand_file; /* where their rows stand, in messages */
    struct zj_ids synthetic;                                /* words: which tables are synthetic */
    char sha256[65]; /* over every file read, see instances/README.md */
    struct zj_intern
        words; /* subjects, ranks, titles, flags, kinds, communities, campuses, grades, classes */
    struct zj_intern school_ids, teacher_ids; /* number = index; see zj_instance_index() */

    struct zj_term *term;
    int n_terms, n_years;
    int now; /* the term that a timetable is made for: 0 until zj_staff_in_term() says otherwise */
    const char **day;
    int n_days;
    struct zj_period *period;
    int n_periods;
    const char **session;
    int n_sessions;

    struct zj_school *school;
    int n_schools;
    struct zj_teacher *teacher;
    int n_teachers;
    struct zj_demand *demand;
    int n_demand;
    struct zj_travel *travel;
    int n_travel;
    struct zj_busy *busy;
    int n_busy;
    struct zj_wish *wish;
    int n_wishes;
    struct zj_history *history;
    int n_history;
    struct zj_pairing *pairing;
    int n_pairings;
    bool has_pairings; /* pairings.csv exists, even if empty */
    struct zj_preference *preference;
    int n_preferences;
    struct zj_pin *pin;
    int n_pins;
    struct zj_activity *activity;
    int n_activities;
    struct zj_bell *bell;
    int n_bells;

    struct zj_sync *sync;
    int n_sync;
    struct zj_holiday *holiday;
    int n_holidays;
    struct zj_mentoring *mentoring;
    int n_mentorings;
    struct zj_room *room;
    int n_rooms;

    /* Every day of the horizon, filled by zj_dates_resolve() (dates.h). */
    struct zj_date *date;
    int n_dates;
    int day_of_weekday[7]; /* index into days[] of Monday … Sunday, or -1; filled by the reader */

    /*
     * Filled by zj_week_resolve() (week.h): the blocks of every class, ordered by school, class and
     * subject as first met, and the periods of every school.
     */
    struct zj_block *block;
    int n_blocks;
    struct zj_day_plan *bells; /* n_schools */
    int *busy_order;           /* n_busy rows of busy, by who and index */

    /* Travel between schools, filled by zj_travel_resolve() (travel.h). */
    int32_t *minutes, *metres; /* n_schools * n_schools; ZJ_NONE = unreachable */
};

void zj_instance_release(struct zj_instance *in);
/*
 * Hash the ids of schools and teachers, so that they are found fast. A reader that
 * interns each new id into school_ids (teacher_ids) as it appends the row needs no
 * call; without either, ids are found by a linear search.
 */
void zj_instance_index(struct zj_instance *in);
/* Index of a school, teacher or term by its id; -1 when there is none. Linear for terms, hashed otherwise. */
int zj_find_school(const struct zj_instance *in, const char *id);
int zj_find_teacher(const struct zj_instance *in, const char *id);
int zj_find_term(const struct zj_instance *in, const char *id);
/* The word's text; "" for -1. */
const char *zj_word(const struct zj_instance *in, int word);
bool zj_ids_has(const struct zj_ids *ids, int v);

#endif
