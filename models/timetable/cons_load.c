/*
 * cons_load.c - periods a day, a week and in a row.                          usually HARD
 *
 * Policy  county norms of 14 to 18 periods a week; columns max_day, max_week of teachers.csv.
 * Sets    days and weeks of a teacher; rows: neighbouring base periods of one session with a lesson.
 * Vars    the board: lessons of a day; their place among the base periods.
 * Rows    lessons of a day <= max_day, of a week <= max_week; periods of a row past max_row count one each.
 *         Stage 1 holds the same limits in the capacity of a day and of a column.
 * Size    one comparison for each day, week and row.
 * Check   solver/verify/timetable/check_load.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

static int over(int have, int limit)
{
    return have > limit ? have - limit : 0;
}

/* Periods past the limit in the runs of set bits. */
static int past(unsigned periods, int limit)
{
    int n = 0;

    while (periods) {
        periods >>= __builtin_ctz(periods);
        int run = ~periods ? __builtin_ctz(~periods) : 32;
        n += over(run, limit);
        periods = run < 32 ? periods >> run : 0;
    }
    return n;
}

static int rows_over(const struct board_facts *f, int limit)
{
    unsigned run = 0;
    int n = 0;

    for (int i = 0; i < f->n; i++) {
        const struct board_bell *b = f->cell[i].bell;
        if (i > 0 && b->session != f->cell[i - 1].bell->session) {
            n += past(run, limit);
            run = 0;
        }
        run |= 1u << b->order;
    }
    return n + past(run, limit);
}

int tt_load_day(const struct board_facts *f, const struct tt_limits *l)
{
    return over(f->n, l->day) + (f->n > l->row ? rows_over(f, l->row) : 0);
}

int tt_load_week(const struct board_week_facts *w, const struct tt_limits *l)
{
    return over(w->n, l->week);
}
