/*
 * filter.h - does somebody or some place pass a policy's filter? Driven by the table of keys.
 *
 * The verifier has its own code for this.
 */
#ifndef ZJ_DATA_FILTER_H
#define ZJ_DATA_FILTER_H

#include "solver/data/policy.h"

/* What is looked at. -1: there is none, and the keys about it do not speak. */
struct zj_view {
    int teacher;
    int school; /* home, or the place */
    int host;
    int subject; /* of the posting; -1 = any of the teacher's */
    int32_t day;
};

bool zj_passes(const struct zj_instance *in, const struct zj_filter *f, const struct zj_view *x);
/* A school as a place. */
bool zj_school_passes(const struct zj_instance *in, const struct zj_filter *f, int school);
/* Completed years from one day to another; negative when the second comes first. */
int zj_years(int32_t since, int32_t day);
/* yyyymmdd: dates as numbers that keep their order. */
int zj_ymd(int32_t day);

#endif
