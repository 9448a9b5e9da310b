/*
 * board_parts.h - the inside of a board, for the files that change it.
 *
 * All that changes lies in one piece of memory, so a copy is one copy of bytes and a change can be taken
 * back from a log of what was overwritten. Lessons are put and taken without regard for rules that
 * look at more than the slot; board_settle() then counts again what was touched. `clash` is
 * shortfall of hard rules that no further lesson mends, `gap` what more lessons may mend (a short visit,
 * a single of a pair, a free period): a finished board has neither.
 */
#ifndef MODELS_TIMETABLE_BOARD_PARTS_H
#define MODELS_TIMETABLE_BOARD_PARTS_H

#include "models/timetable/board.h"
#include "models/timetable/rules.h"

#include <stddef.h>

struct board_day_sum {
    int minutes[2], metres[2];
    int clash, gap, soft; /* soft: weighted */
    int idle, wishes;
    unsigned under; /* base periods not free for a common period; only for members of a group */
};

/* One teacher's day. */
struct board_day {
    unsigned version; /* never the same for two different days that ever stood here */
    int n;
    struct board_day_sum sum;
    struct board_cell cell[BOARD_DAY_CELLS];
};

struct board_week {
    struct board_week_facts facts;
    int clash, soft;
};

struct board_block {
    int n; /* lessons placed */
    int clash, gap, soft;
};

struct board_totals {
    int64_t unmet, soft, travel, idle, wishes;
    int64_t clash, gap, lack;
    int lessons, kept;
};

/* Which days, weeks or blocks a change has touched. */
struct board_marks {
    unsigned *saved; /* by number: kept in the log by the change of this number */
    bool *stale;     /* by number: to be counted again */
    int *v, n;       /* the stale ones */
};

/* What is compared, in the order of the comparison: less is better. */
enum {
    BOARD_BROKEN, /* clashes and gaps: 0 for a finished board */
    BOARD_LACK,
    BOARD_UNMET,
    BOARD_SOFT,
    BOARD_TRAVEL,
    BOARD_FAIRNESS,
    BOARD_IDLE,
    BOARD_WISHES,
    BOARD_STABILITY,
    BOARD_SCORES
};

struct board_score {
    int64_t v[BOARD_SCORES];
};

struct tt_board {
    struct board_base *base; /* shared */
    unsigned char *blob;     /* what changes; the pointers below lie in it */
    size_t size;
    struct board_totals *total;
    struct board_day *day;   /* teacher * n_days + day */
    struct board_week *week; /* by teacher */
    unsigned char *days_at;  /* by campus of all teachers: days with lessons there */
    struct board_block *block;
    struct board_lesson *lesson; /* from task.first */
    unsigned *taken;             /* class * n_days + day: positions */
    unsigned char *filled;       /* rooms: lessons at a day and position */
    int *pin_hits;               /* by pin: lessons that match */
    int *same;                   /* by row of sync.csv */
    int *group_missing;          /* by rule on common free periods */
    int *group_spare;            /* free periods beyond those needed, or 0 */
    unsigned *group_under;       /* rule * n_days + day: base periods that are not free */
    int *sync_missing;           /* by rule on synchronous classes */

    /* Of this board alone: the change that is going on. */
    unsigned change, version;
    struct board_marks days, weeks, blocks;
    unsigned char *log;
    size_t log_n, log_cap;
};

/* ---- board.c ---- */
/* Take over the lessons and values of another board of the same base. */
void board_assign(struct tt_board *b, const struct tt_board *from);
void board_score(const struct tt_board *b, struct board_score *out);
/* <0, 0, >0: a is better, as good, worse. */
int board_score_compare(const struct board_score *a, const struct board_score *b);

/* ---- board_edit.c: a change begins, lessons are put and taken, is settled, and may be undone ---- */
void board_begin(struct tt_board *b);
void board_put(struct tt_board *b, int block, const struct board_lesson *x);
/* Take the block's lesson number i; the last one takes its place. */
void board_take(struct tt_board *b, int block, int i);
/* Take the lesson at cell i of the teacher's day; all of a day, of a week. */
void board_take_cell(struct tt_board *b, int teacher, int day, int i);
void board_take_day(struct tt_board *b, int teacher, int day);
void board_take_week(struct tt_board *b, int teacher);
/* Have the day counted again. */
void board_touch_day(struct tt_board *b, int teacher, int day);
void board_settle(struct tt_board *b);
/* Back to where the change began. */
void board_undo(struct tt_board *b);
/* Keep in the log what is about to be overwritten. */
void board_save(struct tt_board *b, void *p, size_t size);

/* ---- board_sums.c ---- */
/* Fill in the rest of the facts of a day whose lessons are given. */
void board_count_facts(struct board_facts *f);
/* Shortfall of one rule on limits in a teacher's day, in a week; of all but those on idle periods. */
int board_day_over(const struct board_facts *f, enum zj_rule_id rule, const struct tt_limits *l);
int board_week_over(const struct board_week_facts *w, enum zj_rule_id rule, const struct tt_limits *l);
int board_limits_over(const struct board_facts *f, const struct tt_limits *l);
int board_week_limits_over(const struct board_week_facts *w, const struct tt_limits *l);
/* Count a day with these lessons. */
void board_sum_day(const struct board_base *s, int teacher, int day, const struct board_cell *cell, int n,
                   struct board_day_sum *out);
void board_sum_week(const struct tt_board *b, int teacher, struct board_week *out);
void board_sum_block(const struct tt_board *b, int block, struct board_block *out);
/* Put a lesson into a copy of the day's lessons; returns its place. out has room for n + 1. */
int board_insert_cell(const struct board_day *day, const struct board_cell *x, struct board_cell *out);
struct board_cell board_cell_of(const struct board_base *s, int block, const struct board_lesson *x);
/* Positions at which the block may have a lesson of the teacher on that day, but for lessons of others. */
unsigned board_allowed(const struct tt_board *b, int block, int teacher, int reach, int day);
/* Those of them at which neither the class nor a room is taken. */
unsigned board_open(const struct tt_board *b, int block, int teacher, int reach, int day);
/* Is there a room that both blocks need, and full? */
bool board_room_full(const struct tt_board *b, int block, int other, int day, int position);

/* A lesson that stands in the way of the block there, in its class or in a room that is full: its number
   in its block *rival; -1 = none. */
int board_rival(const struct tt_board *b, int block, int day, int position, int *rival);

/* ---- board_rules.c: count again what rules on several teachers or blocks miss ---- */
void board_recount_group(struct tt_board *b, int number);
void board_recount_sync(struct tt_board *b, int block);
void board_recount_rules(struct tt_board *b);
/* What a rule on synchronous classes would miss more, for this row, with the lesson x of the block. */
int board_sync_change(const struct tt_board *b, const struct board_sync_rule *r, int number, int block,
                      const struct board_lesson *x);

#endif
