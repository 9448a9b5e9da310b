/*
 * export_parts.h - the parts of the writer of FET files.
 */
#ifndef ZJ_FET_EXPORT_PARTS_H
#define ZJ_FET_EXPORT_PARTS_H

#include "solver/fet/grid.h"
#include "solver/fet/text.h"

/* An activity of the file: a lesson, or a way (class_id -1). */
struct fx_activity {
    int teacher, class_id, subject, school; /* class and subject are words; a way has only the teacher */
    int day, hour, duration;                /* in hours of the grid */
};

struct fx {
    const struct zj_instance *in;
    const int *settle;         /* minutes from arrival to a lesson, by teacher */
    struct zj_lessons lessons; /* sorted */
    struct fet_grid grid;
    struct fx_activity *activity; /* heap; their ids in the file are 1, 2, … */
    int n_activities, cap_activities;
    bool *teaches;     /* by teacher */
    int *class_school; /* by word: the school of a class with lessons, or -1 */
    bool *taught;      /* by word: subjects with lessons */
    const char *way;   /* the subject of ways */
    struct fet_text *out;
};

/* <name>text</name>; <name>n</name> */
void fx_text(struct fx *x, const char *name, const char *text);
void fx_number(struct fx *x, const char *name, int n);
/* <name>08:20-09:00</name> */
void fx_hour(struct fx *x, const char *name, int hour);
/* The first school of the campus: its id is the name of the building. */
int fx_building(const struct fx *x, int school);

/* Teachers, students, activities, buildings …; constraints on time; constraints on space. */
void fx_put_lists(struct fx *x);
void fx_put_times(struct fx *x);
void fx_put_places(struct fx *x);

#endif
