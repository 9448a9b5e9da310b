/*
 * export_rules.c - a FET file: where and when every lesson is locked, and what FET is to check.
 */
#include "solver/fet/export_parts.h"

#include <stdlib.h>

#define ACTIVE "<Active>true</Active>\n<Comments></Comments>\n"

static void open_constraint(struct fx *x, const char *name)
{
    fet_put(x->out, "<%s>\n<Weight_Percentage>100</Weight_Percentage>\n", name);
}

static void close_constraint(struct fx *x, const char *name)
{
    fet_put(x->out, ACTIVE "</%s>\n", name);
}

/* The closed hours of a teacher or a class; hour[day * grid.n + h]. */
static void put_not_available(struct fx *x, const char *constraint, const char *element, const char *name,
                              const bool *closed)
{
    int n = 0, cells = x->in->n_days * x->grid.n;

    for (int i = 0; i < cells; i++)
        n += closed[i];
    if (n == 0)
        return;
    open_constraint(x, constraint);
    fx_text(x, element, name);
    fx_number(x, "Number_of_Not_Available_Times", n);
    for (int i = 0; i < cells; i++) {
        if (!closed[i])
            continue;
        fet_put(x->out, "<Not_Available_Time>\n");
        fx_text(x, "Day", x->in->day[i / x->grid.n]);
        fx_hour(x, "Hour", i % x->grid.n);
        fet_put(x->out, "</Not_Available_Time>\n");
    }
    close_constraint(x, constraint);
}

/* Where the teacher is on the way nothing else can be, and a way may be gone when no lesson may be given. */
static void open_ways(const struct fx *x, int teacher, bool *closed)
{
    for (int i = 0; i < x->n_activities; i++) {
        const struct fx_activity *a = &x->activity[i];
        for (int h = a->hour; h < a->hour + a->duration && a->teacher == teacher && a->class_id < 0; h++)
            closed[a->day * x->grid.n + h] = false;
    }
}

static void put_busy_teacher(struct fx *x, int teacher, bool *closed)
{
    for (int d = 0; d < x->in->n_days; d++)
        for (int h = 0; h < x->grid.n; h++)
            closed[d * x->grid.n + h] = zj_teacher_busy(x->in, teacher, d, &x->grid.hour[h]);
    open_ways(x, teacher, closed);
    put_not_available(x, "ConstraintTeacherNotAvailableTimes", "Teacher", x->in->teacher[teacher].id, closed);
}

/* A class is not available when it is busy, and when its school has no period. */
static void put_busy_class(struct fx *x, int class_id, bool *closed)
{
    int school = x->class_school[class_id];
    const struct zj_day_plan *bells = &x->in->bells[school];

    for (int d = 0; d < x->in->n_days; d++) {
        for (int h = 0; h < x->grid.n; h++) {
            bool *cell = &closed[d * x->grid.n + h];
            *cell = true;
            for (int i = 0; i < bells->n; i++)
                if (zj_periods_overlap(&bells->v[i], &x->grid.hour[h]))
                    *cell = zj_class_busy(x->in, class_id, school, d, &bells->v[i]);
        }
    }
    put_not_available(x, "ConstraintStudentsSetNotAvailableTimes", "Students", zj_word(x->in, class_id),
                      closed);
}

static void put_starts(struct fx *x)
{
    for (int i = 0; i < x->n_activities; i++) {
        const struct fx_activity *a = &x->activity[i];
        open_constraint(x, "ConstraintActivityPreferredStartingTime");
        fx_number(x, "Activity_Id", i + 1);
        fx_text(x, "Preferred_Day", x->in->day[a->day]);
        fx_hour(x, "Preferred_Hour", a->hour);
        fet_put(x->out, "<Permanently_Locked>true</Permanently_Locked>\n");
        close_constraint(x, "ConstraintActivityPreferredStartingTime");
    }
}

void fx_put_times(struct fx *x)
{
    bool *closed = zj_calloc((size_t)x->in->n_days, (size_t)x->grid.n * sizeof *closed);

    fet_put(x->out, "<Time_Constraints_List>\n");
    open_constraint(x, "ConstraintBasicCompulsoryTime");
    close_constraint(x, "ConstraintBasicCompulsoryTime");
    for (int t = 0; t < x->in->n_teachers; t++)
        if (x->teaches[t])
            put_busy_teacher(x, t, closed);
    for (int w = 0; w < x->in->words.n; w++)
        if (x->class_school[w] >= 0)
            put_busy_class(x, w, closed);
    put_starts(x);
    fet_put(x->out, "</Time_Constraints_List>\n");
    free(closed);
}

/* Free hours that every way of the teacher between two campuses needs, whatever the hour; -1 = no way. */
static int least_gap(const struct fx *x, int teacher)
{
    int least = -1;

    for (int i = 0; i < x->lessons.n; i++) {
        for (int k = 0; k < x->lessons.n && x->lessons.v[i].teacher == teacher; k++) {
            int a = x->lessons.v[i].school, b = x->lessons.v[k].school;
            if (x->lessons.v[k].teacher != teacher || zj_same_campus(x->in, a, b))
                continue;
            int gap = fet_grid_gap(&x->grid, a, b, x->settle[teacher]);
            least = least < 0 || gap < least ? gap : least;
        }
    }
    return least;
}

static void put_gaps(struct fx *x)
{
    for (int t = 0; t < x->in->n_teachers; t++) {
        int gap = x->teaches[t] ? least_gap(x, t) : -1;
        if (gap < 1)
            continue;
        open_constraint(x, "ConstraintTeacherMinGapsBetweenBuildingChanges");
        fx_text(x, "Teacher", x->in->teacher[t].id);
        fx_number(x, "Min_Gaps_Between_Building_Changes", gap);
        close_constraint(x, "ConstraintTeacherMinGapsBetweenBuildingChanges");
    }
}

static void put_rooms(struct fx *x)
{
    for (int i = 0; i < x->n_activities; i++) {
        if (x->activity[i].class_id < 0)
            continue;
        open_constraint(x, "ConstraintActivityPreferredRoom");
        fx_number(x, "Activity_Id", i + 1);
        fx_text(x, "Room", zj_word(x->in, x->activity[i].class_id));
        fet_put(x->out, "<Permanently_Locked>true</Permanently_Locked>\n");
        close_constraint(x, "ConstraintActivityPreferredRoom");
    }
}

void fx_put_places(struct fx *x)
{
    fet_put(x->out, "<Space_Constraints_List>\n");
    open_constraint(x, "ConstraintBasicCompulsorySpace");
    close_constraint(x, "ConstraintBasicCompulsorySpace");
    put_gaps(x);
    put_rooms(x);
    fet_put(x->out, "</Space_Constraints_List>\n");
}
