/*
 * filter.h - does a person, a posting or a school pass a policy's filter?
 *
 * The policy reader has refused keys that make no sense where the filter stands.
 */
#ifndef ZJ_VERIFY_FILTER_H
#define ZJ_VERIFY_FILTER_H

#include "solver/verify/stay.h"

/* A person on a day. `subject` is any of the teacher's; bare school keys are the home school. */
bool vf_teacher_passes(const struct zj_instance *in, const struct zj_filter *f, int teacher, int32_t day);
/* A posting on its first day. `subject` is the assignment's; bare school keys are the sender. */
bool vf_stay_passes(const struct zj_instance *in, const struct zj_filter *f, const struct vf_stay *s);
/* A place: only the bare school keys speak. */
bool vf_school_passes(const struct zj_instance *in, const struct zj_filter *f, int school);
/* The word is among the subjects that the rule names; a rule without subjects speaks of all. */
bool vf_subject_is(const struct zj_rule *r, int subject);
/* Does the teacher hold the rank `backbone`? */
bool vf_is_backbone(const struct zj_instance *in, int teacher);

#endif
