/*
 * school.h - the small school of tests/fet/school.fet, whole or with some of its text replaced.
 */
#ifndef TESTS_SUPPORT_SCHOOL_H
#define TESTS_SUPPORT_SCHOOL_H

#include "solver/data/policy.h"
#include "solver/fet/import.h"

/* The text, with its first `old` replaced by `put` (both NULL: as it is). Heap. */
char *school_text(const char *old, const char *put);
/* The same once more, of another text, which is freed. */
char *school_change(char *text, const char *old, const char *put);
/* What is printed about a FET text that is to become an instance. Heap. *out, if given, is the caller's. */
char *school_import(const char *text, const char *ignore, struct fet_instance *out);
/* A file of an instance, "" when there is none. */
const char *school_file(const struct fet_instance *x, const char *name);

/* The school's instance, tests/fet/expected, and its policy. Both live until school_close(). */
const struct zj_instance *school_instance(void);
const struct zj_policy *school_policy(void);
/* What is printed about a timetable of the school; its lessons are appended to *lessons. Heap. */
char *school_timetable(const char *text, struct zj_lessons *lessons);
/* For the end of a group of tests. */
int school_close(void **state);

#endif
