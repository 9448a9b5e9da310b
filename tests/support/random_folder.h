/*
 * random_folder.h - the parts of random_folder.c; private to tests/support/random_folder*.c.
 */
#ifndef TESTS_SUPPORT_RANDOM_FOLDER_H
#define TESTS_SUPPORT_RANDOM_FOLDER_H

#include "solver/io/values.h"
#include "tests/support/random_timetable.h"

#include <jansson.h>

/* policy.json of the folder, with the kinds and the rules of timetables. */
void random_policy_write(const struct random_case *c, const char *folder);

#endif
