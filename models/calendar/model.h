/*
 * model.h - a calendar as an integer program: which group holds its activity when and where.
 *
 * Sets    W groups, each of one activity; D days of the horizon; a cell is (group, day, session or
 *         period, host) where the activity may be: kind of day, nobody busy, a way to the host, no
 *         filter that forbids it.
 * Vars    x[c] in {0,1}  the activity is held at cell c         columns 0 .. n_cells - 1, in order of cells
 *         further columns of single rules: see cons_<rule>.c
 * Tiers   soft = sum of weight * shortfall; held = sum of x; travel = sum of minutes[c] x[c];
 *         peak and balance: aims.c; stability: kept.c.
 * Grain   A county has cells by the hundred thousand, but nothing except spacing, turns and clashes looks at
 *         single days. By months (weeks) a cell is (group, piece, host) with x[c] up to the number of
 *         its days and sessions; a piece is a month within a term (a week within a month). What looks at days
 *         is relaxed to whole pieces, so values by months are bounds. They are then placed: weeks for
 *         what was found by months, days for what was found by weeks, each time in a program with the
 *         cells in use alone. Where that succeeds the bounds are met, and the calendar is best.
 * Parts   Groups that nothing joins (parts.c) are in programs of their own, solved side by side.
 */
#ifndef MODELS_CALENDAR_MODEL_H
#define MODELS_CALENDAR_MODEL_H

#include "models/calendar/calendar.h"
#include "models/common/program.h"
#include "solver/data/event.h"

enum { CAL_SOFT = MC_SOFT, CAL_HELD, CAL_TRAVEL, CAL_PEAK, CAL_BALANCE, CAL_STABILITY, CAL_N_SUMS };

enum { CAL_PINS = 64 }; /* rows of pins that cells by weeks remember */

enum cal_grain { CAL_DAYS, CAL_WEEKS, CAL_MONTHS };

/* What a program is about. */
struct cal_scope {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    const struct zj_taught *taught; /* may be NULL */
    const struct zj_calendar *keep; /* may be NULL */
    const struct mc_waivers *alone; /* the only parts of the policy that bind; NULL = all do */
    const struct mc_trial *trial;   /* parts of the policy that do not bind; NULL = all do */
    const bool *only;               /* by group: it belongs to the program; NULL = all do */
    bool rest;                      /* with `only`: so do the places where no group counts */
};

/* A group that may hold an activity, and its cells. */
struct cal_who {
    int event, group;
    const struct zj_event *e;
    const struct zj_group *g;
    int first, end;       /* into cell */
    bool chairs;          /* who has the chair is decided by the program */
    unsigned char *times; /* by day: times at which it may be, whatever the host; NULL: nobody asks */
};

struct cal_cell {
    int who;
    int date, last;      /* indexes into in->date; of a piece the first and the last day, else equal */
    int session, period; /* as in a plan; of a piece those of some one */
    int host;            /* school, or -1 */
    int64_t most;        /* occurrences; 1 by days */
    int64_t cost;        /* of soft filters, for one occurrence */
    uint64_t pins;       /* which of the first CAL_PINS pins of calendars it agrees with */
    int times;           /* of a piece: days and sessions of the group in it, whatever the host */
    uint64_t weeks;      /* of a piece: weeks with days for it, counted from the first of the piece */
    int whole;           /* placing: number of the cell that holds it */
};

/* A turn that a school may have: the column counts occurrences of the group then with that host or chair. */
struct cal_turn {
    int who, date, session, period;
    int school; /* -1: nobody has it */
    int col;
};

struct cal_turns {
    struct cal_turn *v; /* heap */
    int n, cap;
};

struct cal_timetable;

struct cal_model {
    struct zj_arena arena;
    struct cal_scope scope;
    const struct zj_instance *in; /* of the scope, as are these */
    const struct zj_policy *pol;
    const struct zj_taught *taught;
    struct cal_timetable *lessons; /* the same by teacher */
    int *settle;                   /* by term, then teacher: minutes from arrival to a lesson */
    enum cal_grain grain,
        settled;         /* settled: what looks at no less than such pieces is met; CAL_DAYS = nothing */
    struct mc_program p; /* cells are its first columns */
    struct cal_who *who;
    int n_who;
    struct cal_cell *cell; /* heap */
    int n_cells, cap_cells;
    int *pin_part;          /* by row of pins */
    struct cal_turns chair; /* of the groups whose chairs the program decides */
    int *week_of;           /* by day: week, numbered from 0 through all terms */
    int *piece_of;          /* by day: piece, numbered from 0; by days a piece of a week */
    int *first_week;        /* by piece: of its first day */
    int *last_week;         /* and of its last */
    int n_weeks, n_pieces;
    int *peak;          /* by school: its column, or -1 */
    const int64_t *cap; /* by school: most in a week; NULL: `peak` decides */
    int64_t lost;       /* occurrences of the calendar to keep that no cell stands for */
};

/* Cells alone. The numbers of parts of the policy do not depend on what is waived. */
void cal_model_cells(struct cal_model *m, const struct cal_scope *scope, enum cal_grain grain);
/* Columns, and the rows that the rules make of the cells. */
void cal_model_rows(struct cal_model *m);
void cal_model_release(struct cal_model *m);

/* ---- what the rules are written with ----------------------------------------------------------------- */

/* Does the entry name the activity? */
bool cal_names(const struct zj_rule *r, int event);
/* "joint_meeting+lecture": the activities of the entry, "" for all. */
const char *cal_activities(struct cal_model *m, const struct zj_rule *r);
/* Does `where` of the entry select the group, as a place of its own? */
bool cal_selects(const struct cal_model *m, const struct zj_rule *r, const struct zj_group *g);
/* The number of the occurrence's group. */
int cal_who_of(const struct cal_model *m, const struct zj_occurrence *o);
/* Does the group belong to the program? */
bool cal_has(const struct cal_model *m, int w);
/* Is the word a community of some school? */
bool cal_is_community(const struct cal_model *m, int word);
/* Does the school take part, as one of the group or as host (-1 = none)? */
bool cal_takes_part(const struct zj_group *g, int host, int school);
/* At least r->min occurrences of each group in each month (cons_count.c). */
void cal_count_each_month(struct cal_model *m, const struct zj_rule *r);
/* Is there a lesson of the teacher in the term of the day, at this period id? */
bool cal_teaches(const struct cal_model *m, int teacher, int date, int period);
/* Does the cell last at that period of the day? */
bool cal_lasts_at(const struct cal_model *m, const struct cal_cell *c, int period);
/* Order of time, then of activity and group; ties are equal. */
int cal_compare_turns(const struct cal_model *m, const struct cal_turn *a, const struct cal_turn *b);

/* ---- filters: how many units of shortfall one occurrence at the cell has ----------------------------- */

int64_t cal_window_short(const struct cal_model *m, const struct zj_rule *r, const struct cal_cell *c);
int64_t cal_travel_short(const struct cal_model *m, const struct zj_rule *r, const struct cal_cell *c);
int64_t cal_taught_short(const struct cal_model *m, const struct zj_rule *r, const struct cal_cell *c);
int64_t cal_cover_short(const struct cal_model *m, const struct zj_rule *r, const struct cal_cell *c);
int64_t cal_observe_short(const struct cal_model *m, const struct zj_rule *r, const struct cal_cell *c);

/* ---- the rules: cons_<rule>.c ------------------------------------------------------------------------ */

#define ZJ_RULE(id, ...) void cal_##id(struct cal_model *m, const struct zj_rule *r);
#include "solver/data/calendar_rules.def"
#undef ZJ_RULE
/* Rows of pins.csv: their parts, before there are cells; their rows. */
void cal_pin_parts(struct cal_model *m);
void cal_pins(struct cal_model *m);
void cal_peak(struct cal_model *m); /* or, when placing, the caps */
void cal_balance(struct cal_model *m);
void cal_keep(struct cal_model *m); /* columns of the tier stability, and m->lost */
/* What the tiers held to balance come to when every cell, all of them by days, is used once. */
void cal_count_aims(const struct cal_model *m, int64_t value[CAL_N_SUMS]);
/* Minutes from the schools to the host, one way; 0 online. */
int64_t cal_minutes(const struct cal_model *m, const struct cal_cell *c);

#endif
