/*
 * tables.h - what was translated, as the texts of an instance's files.
 */
#ifndef ZJ_FET_TABLES_H
#define ZJ_FET_TABLES_H

#include "solver/fet/text.h"
#include "solver/fet/translate.h"

/* The clock of the instance: every hour is as long, and a way of n gaps takes n of them. Minutes. */
struct tr_clock {
    int first;  /* start of the first hour */
    int step;   /* from the start of one to the start of the next */
    int length; /* of an hour */
};
struct tr_clock tr_clock_of(const struct tr *t);

/* Id of the school that stands for a building. */
const char *tr_school_id(struct tr *t, int building);

/* Each appends a table; a table that ends without rows is not needed. */
void tr_put_schools(struct tr *t, struct fet_text *out);
void tr_put_teachers(struct tr *t, struct fet_text *out);
void tr_put_demand(struct tr *t, struct fet_text *out);
void tr_put_travel(struct tr *t, struct fet_text *out);
void tr_put_busy(struct tr *t, struct fet_text *out);
void tr_put_pins(struct tr *t, struct fet_text *out);
void tr_put_sync(struct tr *t, struct fet_text *out);
/* The two JSON files. `name`: of the instance; `file`: of the FET file. */
void tr_put_head(struct tr *t, const char *name, const char *file, struct fet_text *out);
void tr_put_policy(struct tr *t, const char *name, const char *file, struct fet_text *out);

/* The word that marks the teachers of a limit; NULL when it speaks of everyone. */
const char *tr_limit_mark(struct tr *t, const struct tr_limit *limit);

#endif
