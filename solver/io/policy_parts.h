/*
 * policy_parts.h - the parts of the policy reader: lists, filters, kinds, rules.
 *
 * Each part reads one JSON value into the policy and reports what is wrong with it;
 * what could not be read stays as it was.
 */
#ifndef ZJ_IO_POLICY_PARTS_H
#define ZJ_IO_POLICY_PARTS_H

#include "solver/data/policy.h"
#include "solver/io/json_value.h"
#include "solver/io/rule_params.h"

struct zj_policy_reader {
    struct zj_json *j;
    struct zj_instance *in; /* tables complete; new words are added to in->words */
    struct zj_policy *pol;  /* owns what is read */
    const char *readings;   /* those asked for, separated by commas, or NULL */
    bool unbound;           /* no instance: any name will do for a school, community, term, day or period */
};

/* One item of a list: its number, or false after the problem was reported. */
typedef bool zj_read_item(struct zj_policy_reader *r, int node, int set, int *out);
/* A value or a list of values, none twice, at least one. `set` is handed to `item`. */
bool zj_policy_list(struct zj_policy_reader *r, int node, zj_read_item *item, int set, struct zj_ids *out);
/* Items: a word of the closed value set; a word of an open set; any word; */
zj_read_item zj_policy_value, zj_policy_open_word, zj_policy_word;
/* a subject (a note when nobody teaches it); a school; a community; a term; a declared or past kind; */
zj_read_item zj_policy_subject, zj_policy_school, zj_policy_community, zj_policy_term, zj_policy_kind_name;
/* a day of the week (an index); a period of the week (its id). */
zj_read_item zj_policy_day, zj_policy_period;
/* a kind of activity (a warning when the log has none of it). */
zj_read_item zj_policy_logged;

/* a session (its index); an activity (an index into the policy's activities). */
zj_read_item zj_policy_session, zj_policy_event;

/* {"role": "lead", "age": [null, 50], …} */
void zj_policy_filter(struct zj_policy_reader *r, int node, enum zj_filter_use use, struct zj_filter *out);
/* {"village": [1, 2], "city": [null, 1], …}: numbers of schools of each kind, lo..hi. */
void zj_policy_counts(struct zj_policy_reader *r, int node, int lo, int hi,
                      struct zj_range out[ZJ_N_SCHOOL_KINDS]);
/* "kinds": [ … ] */
void zj_policy_kinds(struct zj_policy_reader *r, int node);
/* "alternatives": [{"about": …, "readings": ["a", "b"]}, …]: the first reading of each, or one asked for. */
void zj_policy_alternatives(struct zj_policy_reader *r, int node);
/* Report readings that were asked for and that the policy does not have; `object` is the policy. */
void zj_policy_check_readings(struct zj_policy_reader *r, int object);
/* The member "reading" of a rule. False: the reading is not chosen. */
bool zj_policy_reading(struct zj_policy_reader *r, int rule);
/* The member "source", {"document": …, "quote": …}; -1 = there is none, or none that can be read. */
int zj_policy_source(struct zj_policy_reader *r, int node);
/* Room for so many entries more; to be called before they are kept. */
void zj_policy_more_entries(struct zj_policy_reader *r, int n);
/*
 * Keep an object as it stands in the file: `e` has rule, index, models, hard and weight, the rest is
 * filled in here. Whatever is wrong with its members was, or will be, reported by those who read them.
 */
void zj_policy_keep_entry(struct zj_policy_reader *r, int node, struct zj_policy_entry e);
/* "activities": [ … ] */
void zj_policy_events(struct zj_policy_reader *r, int node);
/* A number lo..hi, or a list of them. */
void zj_policy_numbers(struct zj_policy_reader *r, int node, int lo, int hi, struct zj_ids *out);
/* [["12-01", "12-31"], …] */
void zj_policy_spans(struct zj_policy_reader *r, int node, struct zj_day_spans *out);
/* [{"activity": …, "min": …}, {"travel_periods": …}] */
void zj_policy_options(struct zj_policy_reader *r, int node, int lo, int hi, struct zj_options *out);
/* A word of the choice. */
void zj_policy_choice(struct zj_policy_reader *r, int node, enum zj_choice choice, int allowed, int *out);
/* document and quote of a member "source", into the policy's arena. */
void zj_policy_source_text(struct zj_policy_reader *r, int object, const char **document, const char **quote);
/* "rules": [ … ]; kinds and activities must have been read. */
void zj_policy_rules(struct zj_policy_reader *r, int node);
/* The retirement table of `exempt`. */
void zj_policy_retirement(struct zj_policy_reader *r, int node, struct zj_retire_line table[ZJ_N_RETIRE]);
/* What a rule's parameters must be together; `node` is the rule's object. */
void zj_policy_check_rule(struct zj_policy_reader *r, int node, struct zj_rule *rule);
/* The same of the rules of calendars; policy_calendar.c. */
void zj_policy_check_calendar(struct zj_policy_reader *r, int node, const struct zj_rule *rule);
/* A rule that is read but asks for nothing is most likely a slip. */
void zj_policy_check_demands(struct zj_policy_reader *r, int node, bool demands);
/* min (if any) is not greater than max (if any). */
void zj_policy_check_order(struct zj_policy_reader *r, int node, int min, int max);

#endif
