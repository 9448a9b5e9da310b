/*
 * cons_travel_time.c - the time between two lessons is enough for the way.   always HARD
 *
 * Policy  implied by every timetable: a hop of 2 km fits into a long break, a way of an hour does not.
 * Sets    ways of a teacher's day: home to the first campus, each change of campus, the last to home.
 * Vars    the board: the order of the lessons of the day.
 * Rows    start(b) - end(a) >= minutes(a, b) + settle for adjacent lessons a, b at different campuses;
 *         start(first) - settle - minutes(home, first) >= 0; a pair without a way is never used.
 * Size    at most n + 1 ways for a day of n lessons.
 * Check   solver/verify/timetable/check_travel_time.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

#include "solver/data/travel.h"

static void add_leg(struct board_facts *f, int from, int to, int time, bool home)
{
    struct board_leg *leg = &f->leg[f->n_legs++];

    leg->minutes = board_minutes(f->base, from, to);
    leg->metres = board_metres(f->base, from, to);
    leg->home = home;
    leg->late = leg->minutes > time ? leg->minutes - time : 0;
    if (leg->minutes == ZJ_NONE)
        return;
    for (int k = home ? 1 : 0; k < 2; k++) {
        f->minutes[k] += leg->minutes;
        f->metres[k] += leg->metres;
    }
}

void tt_travel_time_legs(struct board_facts *f)
{
    const struct board_task *task = f->base->task;
    const int settle = f->base->p->settle_of[f->teacher->teacher], home = f->teacher->home;

    f->n_legs = f->minutes[0] = f->minutes[1] = f->metres[0] = f->metres[1] = 0;
    for (int i = 0; i < f->n; i++) {
        const struct board_cell *c = &f->cell[i];
        int school = task[c->block].school;
        if (i == 0 && c->campus != 0)
            add_leg(f, home, school, c->bell->start - settle, true);
        if (i > 0 && c[-1].campus != c->campus)
            add_leg(f, task[c[-1].block].school, school, c->bell->start - c[-1].bell->end - settle, false);
        if (i == f->n - 1 && c->campus != 0)
            add_leg(f, school, home, BOARD_DAY_MINUTES, true);
    }
}

int tt_travel_time_day(const struct board_facts *f)
{
    int n = 0;

    for (int i = 0; i < f->n_legs; i++)
        n += f->leg[i].minutes == ZJ_NONE || f->leg[i].late > 0;
    return n;
}
