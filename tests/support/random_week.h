/*
 * random_week.h - the parts of random_timetable.c; private to tests/support/random_week*.c.
 */
#ifndef TESTS_SUPPORT_RANDOM_WEEK_H
#define TESTS_SUPPORT_RANDOM_WEEK_H

#include "tests/support/random_parts.h"

struct week_size {
    int schools, communities, teachers, subjects;
    int days, periods; /* periods of a day */
    int classes;       /* most classes of a school */
    int blocks;        /* about so many in all */
    int rules;
    bool tiny; /* for exhaustive search */
};

/* Days, periods and sessions. */
void random_week(struct rng *r, const struct week_size *size, struct zj_instance *in);
/* Schools, the ways between them, and bells of their own. */
void random_campuses(struct rng *r, const struct week_size *size, struct zj_instance *in);
/* What the week may ask of the teachers, who are there already. */
void random_limits(struct rng *r, const struct week_size *size, struct zj_instance *in);
void random_demand(struct rng *r, const struct week_size *size, struct zj_instance *in);
/* busy, wishes, history. Classes are known by then (in->block). */
void random_week_rows(struct rng *r, const struct week_size *size, struct zj_instance *in);
/* sync and pins of timetables. */
void random_week_wants(struct rng *r, const struct week_size *size, struct zj_instance *in);

#endif
