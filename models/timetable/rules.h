/*
 * rules.h - the rules of a timetable as the board measures them: shortfalls of a day, a week, a block, a
 * school's day.
 *
 * One cons_<rule>.c for each rule. Hard limits and those of a single soft rule have the same form, so one
 * function serves both. A shortfall is 0 when the rule is kept.
 */
#ifndef MODELS_TIMETABLE_RULES_H
#define MODELS_TIMETABLE_RULES_H

#include "models/timetable/board_base.h"

enum { BOARD_DAY_CELLS = 20 }; /* lessons of one teacher on one day, at most */

/* One lesson in a teacher's day. */
struct board_cell {
    int block;
    short reach, campus; /* of the teacher */
    int position;
    const struct board_bell *bell;
};

/* A way of a day. */
struct board_leg {
    int minutes, metres; /* ZJ_NONE = unreachable */
    int late;            /* minutes that are missing for it, 0 = there is time enough */
    bool home;           /* the first from home or the last to home */
};

/* What the rules ask about a teacher's day. The lessons are in the order of the clock. */
struct board_facts {
    const struct board_base *base;
    const struct board_teacher *teacher;
    int day, n;
    const struct board_cell *cell;
    int n_legs, minutes[2], metres[2]; /* [1] of all legs, [0] without those from and to home */
    struct board_leg leg[BOARD_DAY_CELLS + 1];
    int campuses, changes, half_changes; /* half: inside a session */
    int idle;
};

/* What they ask about a teacher's week. */
struct board_week_facts {
    int n, campuses;
    int minutes[2], metres[2];
};

/* What they ask about a block: its lessons, in no order. */
struct board_lesson {
    short teacher; /* of the board */
    signed char day, position;
};

/* ---- a teacher's day ---- */
int tt_no_clash_day(const struct board_facts *f);
void tt_travel_time_legs(struct board_facts *f);
int tt_travel_time_day(const struct board_facts *f);
int tt_load_day(const struct board_facts *f, const struct tt_limits *l);
void tt_schools_count(struct board_facts *f);
int tt_schools_day(const struct board_facts *f, const struct tt_limits *l);
int tt_travel_limit_day(const struct board_facts *f, const struct tt_limits *l);
int tt_half_day_changes(const struct board_facts *f, const struct tt_limits *l);
int tt_idle_periods(const struct board_facts *f);
int tt_idle_day(const struct board_facts *f, const struct tt_limits *l);
/* Visits on days that are not allowed; and those too short. NULL limits: those of the reach (hard). */
int tt_visiting_wrong_days(const struct board_facts *f, const struct tt_visit_limits *l);
int tt_visiting_short(const struct board_facts *f, const struct tt_visit_limits *l);
/* Base periods in which the teacher is not free for a common period. */
unsigned tt_common_free_under(const struct board_facts *f);

/* ---- a teacher's week ---- */
int tt_load_week(const struct board_week_facts *w, const struct tt_limits *l);
int tt_schools_week(const struct board_week_facts *w, const struct tt_limits *l);
int tt_travel_limit_week(const struct board_week_facts *w, const struct tt_limits *l);
int tt_fairness_week(const struct board_week_facts *w, const struct tt_limits *l);
int tt_visiting_days_over(int days, const struct tt_visit_limits *l);

/* ---- a block ---- */
int tt_one_teacher_block(const struct board_lesson *v, int n);
int tt_spread_over(const struct board_lesson *v, int n, int max_day);
int tt_spread_near(const struct board_lesson *v, int n, int min_gap);
int tt_double_singles(const struct board_base *s, int block, const struct board_lesson *v, int n);
/* Shortfall of a rule on blocks, whichever it is. */
int tt_block_shortfall(const struct board_base *s, const struct zj_rule *r, int block,
                       const struct board_lesson *v, int n);

/*
 * ---- what the base learns from the rules ----
 * Each is called once, in this order, while the base is made.
 */
/* Who may teach which group of blocks. */
void tt_scope_list(struct board_base *s);
void tt_wishes_learn(struct board_base *s);
void tt_avoid_learn(struct board_base *s);
void tt_need_learn(struct board_base *s);
void tt_room_learn(struct board_base *s);
void tt_common_free_learn(struct board_base *s);
void tt_sync_class_learn(struct board_base *s);
void tt_pins_learn(struct board_base *s);
void tt_stability_learn(struct board_base *s, const struct zj_lessons *keep);
/* A number appended to a list of the base's arena. */
void board_ids_add(struct board_base *s, struct zj_ids *ids, int v);

/* ---- lessons of the board against the rest ---- */
/* Does the pin match the lesson? */
bool tt_pins_match(const struct board_base *s, const struct zj_pin *pin, int block,
                   const struct board_lesson *x);
/* Positions of the day at which no pin forbids the teacher (of the board) to teach the block. */
unsigned tt_pins_left(const struct board_base *s, int block, int teacher, int day);
/* Does the plan to keep have this lesson of the block? */
bool tt_stability_keeps(const struct board_base *s, int block, const struct board_lesson *x);
/* What the rules on synchronous classes miss; same[] = lessons at one time, by row of sync.csv.
   placed[] by block. */
int tt_sync_class_row(const struct board_sync *row, int same, int placed_a, int placed_b);
int tt_sync_class_minima(const struct board_base *s, const struct board_sync_rule *r, const int *same);

#endif
