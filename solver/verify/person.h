/*
 * person.h - what a rule about single postings says of one person on a day.
 */
#ifndef ZJ_VERIFY_PERSON_H
#define ZJ_VERIFY_PERSON_H

#include "solver/data/policy.h"

/* age_limit: is a person of so many completed years past the limit for the sex? */
bool vf_is_too_old(const struct zj_rule *r, enum zj_sex sex, int years);
/* exempt: does the entry spare the teacher a posting that begins on that day? */
bool vf_is_spared(const struct zj_rule *r, const struct zj_teacher *t, int32_t day);

#endif
