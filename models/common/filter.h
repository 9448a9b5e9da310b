/*
 * filter.h - which teachers and schools a rule speaks of; completed years.
 *
 * Shared by the models. The verifier has its own code for all of this.
 */
#ifndef MODELS_COMMON_FILTER_H
#define MODELS_COMMON_FILTER_H

#include "solver/data/policy.h"

/* Completed years between two dates; ZJ_NONE when `since` is blank. */
int mc_years(int32_t since, int32_t on);
/* The day n years before (n > 0) or after a day; 29 February becomes 1 March. */
int32_t mc_years_later(int32_t day, int n);
/* Is the word in the list, or the list absent? */
bool mc_any_or_has(const struct zj_ids *ids, int v);
/* The school keys of a filter. */
bool mc_school_passes(const struct zj_instance *in, const struct zj_filter *f, int school);
/* The host_ keys of a filter. */
bool mc_host_passes(const struct zj_instance *in, const struct zj_filter *f, int host);
/* Does the teacher pass the filter on that day? `subject` -1: any of the teacher's subjects will do. */
bool mc_teacher_passes(const struct zj_instance *in, const struct zj_filter *f, int teacher, int32_t on,
                       int subject);

#endif
