/*
 * rule_params.h - the parameters of rules (params.def) and the keys of filters (filter_keys.def) as data.
 */
#ifndef ZJ_IO_RULE_PARAMS_H
#define ZJ_IO_RULE_PARAMS_H

#include "solver/data/policy.h"
#include "solver/io/values.h"

#include <stddef.h>

/* What a filter speaks of, and so which keys it may have. */
enum zj_filter_use {
    ZJ_USE_POSTING, /* a posting: every key */
    ZJ_USE_TEACHER, /* a teacher: not the host's */
    ZJ_USE_PLACE,   /* a school: only bare school keys */
    ZJ_USE_BLOCK    /* a class in a subject: bare keys of its school, and subject */
};

enum zj_choice {
    ZJ_CHOICE_OVER,
    ZJ_CHOICE_PER,
    ZJ_CHOICE_COUNT,
    ZJ_CHOICE_DIRECTION,
    ZJ_CHOICE_BY,
    ZJ_CHOICE_UNIT,
    ZJ_CHOICE_ROUND,
    ZJ_CHOICE_WITHIN,
    ZJ_CHOICE_BACKBONE_BASE,
    ZJ_CHOICE_AREA,
    ZJ_CHOICE_OF,
    ZJ_CHOICE_FORM,
    ZJ_CHOICE_LEVEL,
    ZJ_CHOICE_SPAN,
    ZJ_CHOICE_AS,
    ZJ_CHOICE_MEASURE,
    ZJ_CHOICE_SHARER,
    ZJ_CHOICE_CIRCLE,
    ZJ_CHOICE_SPLIT,
    ZJ_CHOICE_SIDE,
    ZJ_CHOICE_LASTS,
    ZJ_CHOICE_ACCOUNT,
    ZJ_N_CHOICES
};

enum zj_param_type {
    ZJ_PARAM_INT,
    ZJ_PARAM_BOOL,
    ZJ_PARAM_DATE,
    ZJ_PARAM_AGES,
    ZJ_PARAM_TABLE,
    ZJ_PARAM_CHOICE,
    ZJ_PARAM_FILTER,
    ZJ_PARAM_KINDS,
    ZJ_PARAM_SUBJECTS,
    ZJ_PARAM_FLAGS,
    ZJ_PARAM_POSTS,
    ZJ_PARAM_STATES,
    ZJ_PARAM_DAYS,
    ZJ_PARAM_PERIODS,
    ZJ_PARAM_COUNTS,
    ZJ_PARAM_ACTIVITIES,
    ZJ_PARAM_SESSIONS,
    ZJ_PARAM_VALUES,
    ZJ_PARAM_NUMBERS,
    ZJ_PARAM_SPANS,
    ZJ_PARAM_OPTIONS,
    ZJ_PARAM_LOGGED,
    ZJ_PARAM_WORDS
};

struct zj_param {
    enum zj_rule_id rule;
    const char *name;
    enum zj_param_type type;
    size_t offset; /* of the field in struct zj_rule */
    int lo, hi;
    bool must;
    int fallback;                      /* ZJ_NONE: none */
    const char *absent_en, *absent_zh; /* what it means when absent; "" = the fallback says it */
    const char *en, *zh;
};

enum zj_key_about { ZJ_ABOUT_PERSON, ZJ_ABOUT_PLACE, ZJ_ABOUT_HOST };
enum zj_key_type {
    ZJ_KEY_VALUES,
    ZJ_KEY_RANKS,
    ZJ_KEY_FLAGS,
    ZJ_KEY_WORDS,
    ZJ_KEY_YEARS,
    ZJ_KEY_SCHOOLS,
    ZJ_KEY_COMMUNITIES
};

struct zj_filter_key {
    const char *name;
    enum zj_key_about about;
    enum zj_key_type type;
    int set;       /* enum zj_value_set, or -1 */
    size_t offset; /* of the field in struct zj_filter: struct zj_ids, or struct zj_range for YEARS */
    const char *en, *zh;
};

/* Tables of zj_n_params and zj_n_filter_keys entries; params in the order of rules. */
extern const struct zj_param zj_params[];
extern const int zj_n_params;
extern const struct zj_filter_key zj_filter_keys[];
extern const int zj_n_filter_keys;

/* May a filter of this use have the key? */
bool zj_key_fits(const struct zj_filter_key *key, enum zj_filter_use use);
/* The n words of a choice, in the order of the enum. */
const char *const *zj_choice_words(enum zj_choice choice, int *n);
/* Does the model use the rule? */
bool zj_rule_is_of(enum zj_rule_id rule, enum zj_model model);
/* Is it a rule of service credit, which no model uses? */
bool zj_rule_is_of_credit(enum zj_rule_id rule);
/* Does the rule hold whether the policy lists it or not? Then it cannot be soft. */
bool zj_rule_is_implied(enum zj_rule_id rule);
/* Is the rule hard when the policy does not say? */
bool zj_rule_is_usually_hard(enum zj_rule_id rule);
/* English and Chinese meaning (rules.def and the lists of the other models). */
const char *zj_rule_meaning(enum zj_rule_id rule, bool chinese);
/* Every parameter absent or at its fallback, no filter, weight 1, hard as usual, index -1. */
void zj_rule_init(struct zj_rule *r, enum zj_rule_id id);
/* The parameter's field in a rule. */
void *zj_param_field(struct zj_rule *r, const struct zj_param *p);

#endif
