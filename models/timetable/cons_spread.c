/*
 * cons_spread.c - the lessons of a block are spread over the week.           usually HARD
 *
 * Policy  two music lessons of a class do not lie on one day; column max_per_day of demand.csv.
 * Sets    days on which a block has lessons.
 * Vars    the board: the day of each lesson.
 * Rows    lessons of a day <= max_day, each one more counts; two different days with lessons lie at least
 *         min_gap_days apart, each pair that does not counts one. Stage 1 holds max_day in the sets of
 *         blocks that fit a number of days (Gale and Ryser's condition).
 * Size    at most 7 days for each block.
 * Check   solver/verify/timetable/check_spread.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

static void count_days(const struct board_lesson *v, int n, int days[BOARD_MAX_DAYS])
{
    for (int d = 0; d < BOARD_MAX_DAYS; d++)
        days[d] = 0;
    for (int i = 0; i < n; i++)
        days[v[i].day]++;
}

int tt_spread_over(const struct board_lesson *v, int n, int max_day)
{
    int days[BOARD_MAX_DAYS], over = 0;

    if (n <= max_day)
        return 0;
    count_days(v, n, days);
    for (int d = 0; d < BOARD_MAX_DAYS; d++)
        over += days[d] > max_day ? days[d] - max_day : 0;
    return over;
}

int tt_spread_near(const struct board_lesson *v, int n, int min_gap)
{
    int days[BOARD_MAX_DAYS], near = 0;

    if (n < 2 || min_gap < 2)
        return 0;
    count_days(v, n, days);
    for (int d = 0; d < BOARD_MAX_DAYS; d++)
        for (int e = d + 1; e < BOARD_MAX_DAYS && e - d < min_gap; e++)
            near += days[d] > 0 && days[e] > 0;
    return near;
}
