/*
 * lessons.h - the timetables that a calendar looks at, by term, teacher and weekday.
 */
#ifndef MODELS_CALENDAR_LESSONS_H
#define MODELS_CALENDAR_LESSONS_H

#include "models/calendar/model.h"

/* Lists of lessons of one term. */
struct cal_week_lessons {
    const struct zj_lessons *all; /* NULL: no timetable of the term is known */
    int *first, *list;            /* list[first[t] .. first[t + 1] - 1]: lessons of teacher t, in no order */
};

struct cal_timetable {
    struct cal_week_lessons *term; /* by term */
};

/* In the model's arena. Terms with one timetable share its lists. */
struct cal_timetable *cal_lessons_by_teacher(struct cal_model *m);
/* Is a timetable of the day's term known, and is there teaching that day? *day: index into in->day. */
const struct cal_week_lessons *cal_lessons_on(const struct cal_model *m, int date, int *day);
/* The period of a lesson, on the bells of its school; NULL when the school has none of that id. */
const struct zj_period *cal_time_of(const struct cal_model *m, const struct zj_lesson *x);

#endif
