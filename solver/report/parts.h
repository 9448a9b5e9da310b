/*
 * parts.h - the sections of the summary of text.h. Each prints itself and the blank line before it.
 */
#ifndef ZJ_REPORT_PARTS_H
#define ZJ_REPORT_PARTS_H

#include "solver/data/event.h"
#include "solver/report/text.h"

/* Lines that a table may take unless everything is asked for. */
enum {
    REP_POSTING_LINES = 16,
    REP_RULE_LINES = 20,
    REP_UNMET_LINES = 6,
    REP_CONFLICT_LINES = 20,
    REP_TRAVELLER_LINES = 8,
    REP_GROUP_LINES = 60
};

void rep_print_postings(FILE *out, const struct rep_summary *r);
void rep_print_rules(FILE *out, const struct rep_summary *r);
void rep_print_unmet(FILE *out, const struct rep_summary *r);
void rep_print_missing(FILE *out, const struct rep_summary *r);    /* timetables: lessons that nobody gives */
void rep_print_travellers(FILE *out, const struct rep_summary *r); /* timetables: who is on the way most */
void rep_print_pairs(FILE *out, const struct rep_summary *r);      /* pairings: the groups */
void rep_print_calendar(FILE *out, const struct rep_summary *r);   /* calendars: by week */
void rep_print_gain(FILE *out, const struct rep_summary *r);       /* pairings: beside pairings.csv */
void rep_print_tiers(FILE *out, const struct rep_summary *r);

/* The sentence that demands the rule: the document's, or the rule's own in the language in use. */
const char *rep_rule_text(const struct zj_policy *pol, enum zj_rule_id rule, int index);
/* What the plan is, and why the search for it ended (only when stopped_by is set), in one sentence. */
const char *rep_status_text(const struct zj_plan *p);
const char *rep_stop_text(const struct zj_plan *p);
/* What collides in conflict `group` (0, 1, …), with the numbers: one sentence in the arena. */
const char *rep_conflict_text(struct zj_arena *a, const struct zj_instance *in, const struct zj_policy *pol,
                              const struct zj_plan *p, int group);
/* Where a finding is, with "all terms" in words for the place's own "horizon"; in the arena. */
const char *rep_place_text(struct zj_arena *a, const char *where);
/* The text with the names of schools in brackets behind their ids; in the arena. */
const char *rep_with_names(const struct zj_instance *in, struct zj_arena *a, const char *text);
/* "quota (rules[3]) at S001>S002 (…): min 3 → 2; …" in the language in use; in the arena. */
const char *rep_repair_text(struct zj_arena *a, const struct zj_instance *in, const struct zj_repair *repair);
/* What the row of pins.csv or busy.csv ("pins.csv:3") says; "" of other tables. */
const char *rep_row_text(const struct zj_instance *in, struct zj_arena *a, const char *table,
                         const char *where);
/* What the tier counts. */
const char *rep_tier_text(enum zj_model model, enum zj_tier tier);
/* Why periods are unmet, for people. */
const char *rep_because_text(enum zj_because because);
/* The kind's name: that of the policy, or Chinese for those that counties commonly use. */
const char *rep_kind_text(const char *word);
/* The name of a form of pairing. */
const char *rep_form_text(int form);
/* A day's or a session's name; those that weeks commonly have are known in the language in use. */
const char *rep_week_word(const char *name);

/* 0 = Monday …: the name that the instance's week has for it, or the usual one. */
const char *rep_weekday(const struct zj_instance *in, int weekday);
/* When on its day: a session, a period of one, or all day. In the arena. */
const char *rep_occurrence_time(struct zj_arena *a, const struct zj_instance *in,
                                const struct zj_occurrence *x);
const char *rep_event_title(const struct zj_instance *in, const struct zj_event *e);

/* What the findings of one rule (one policy index, or one implied rule) add up to. */
struct rep_total {
    enum zj_rule_id rule;
    int index;
    int first; /* its first finding */
    int places, met;
    int64_t shortfall;
};
/* One for each rule, in the order of the findings; *n is their number. Heap. */
struct rep_total *rep_add_up(const struct zj_verdict *v, int *n);
/* Lines for a table: `usual`, or 0 (no limit) when everything is asked for. */
int rep_limit(const struct rep_summary *r, int usual);

#endif
