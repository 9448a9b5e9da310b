/*
 * cons_schools.c - campuses a day and a week, changes of campus a day.       usually HARD
 *
 * Policy  Yangcheng: "多校设岗、一岗多校、就近走教"; columns max_schools_day, max_schools_week.
 * Sets    campuses where a teacher teaches on a day, in a week (home too, when taught at).
 * Vars    the board: the campus of each lesson, in the order of the day.
 * Rows    distinct campuses of a day <= max_day, of a week <= max_week; adjacent lessons at different
 *         campuses <= max_changes_day. Stage 1 holds them in the plans of a day and in its labels.
 * Size    three comparisons for each day, one for each week.
 * Check   solver/verify/timetable/check_schools.c, which shares no code with this file.
 */
#include "models/timetable/rules.h"

void tt_schools_count(struct board_facts *f)
{
    f->campuses = f->n > 0;
    f->changes = f->half_changes = 0;
    for (int i = 1; i < f->n; i++) {
        int k = i;
        if (f->cell[i].campus == f->cell[i - 1].campus)
            continue;
        f->changes++;
        f->half_changes += f->cell[i].bell->session == f->cell[i - 1].bell->session;
        while (k > 0 && f->cell[k - 1].campus != f->cell[i].campus)
            k--;
        f->campuses += k == 0;
    }
}

int tt_schools_day(const struct board_facts *f, const struct tt_limits *l)
{
    return (f->campuses > l->campuses_day ? f->campuses - l->campuses_day : 0) +
           (f->changes > l->changes_day ? f->changes - l->changes_day : 0);
}

int tt_schools_week(const struct board_week_facts *w, const struct tt_limits *l)
{
    return w->campuses > l->campuses_week ? w->campuses - l->campuses_week : 0;
}
