/*
 * hostile.h - names that break programs which paste text together, and a county of schools and teachers
 * that have them.
 */
#ifndef TESTS_SUPPORT_HOSTILE_H
#define TESTS_SUPPORT_HOSTILE_H

#include <stdbool.h>

/* At least 100 names, all of which the tables allow. The list ends with NULL. */
extern const char *const hostile_names[];
int hostile_count(void); /* of these */
/* Names that no table may hold, or that are shown otherwise; a caller could bring them. NULL ends. */
extern const char *const hostile_bytes[];

/*
 * Write a county into the scratch folder: school S<i> and teacher T<i> have the i-th name, S000 is a lead
 * called 牵头校, and each other school gets one teacher in every plan. Returns its path (of scratch_path).
 */
const char *hostile_county(void);

#endif
