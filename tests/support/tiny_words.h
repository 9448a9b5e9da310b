/*
 * tiny_words.h - what tiny.c and tiny_rule.c share: the words of a line, lists, numbers, room for more.
 */
#ifndef TESTS_SUPPORT_TINY_WORDS_H
#define TESTS_SUPPORT_TINY_WORDS_H

#include "tests/support/tiny.h"

enum { TINY_MAX_WORDS = 32 };

struct tiny_line {
    char *word[TINY_MAX_WORDS];
    int n;
};

_Noreturn void tiny_wrong(const char *what, const char *text);
/* Cut a text at blanks, in place. */
struct tiny_line tiny_cut(char *text);
/* The value of the option "key=" among the words, or NULL; the plain word `key` gives "". */
const char *tiny_option(const struct tiny_line *line, const char *key);
/* The option as a number, or `other`. */
int tiny_number_option(const struct tiny_line *line, const char *key, int other);
int tiny_number(const char *text);
int tiny_number_item(struct tiny *t, const char *item);
/* Array p of n items, made larger when it is full. Lives in the arena. */
void *tiny_room(struct zj_arena *a, void *p, int n, size_t size);
/* Each item of a list separated by commas, through `read`. NULL = empty. */
struct zj_ids tiny_list(struct tiny *t, const char *text, int (*read)(struct tiny *t, const char *item));

/* The index itself; the program ends when it is negative: "`what`: 'id'". */
int tiny_found(int index, const char *what, const char *id);

/* tiny_facts.c */
void tiny_read_line(struct tiny *t, const struct tiny_line *line);
void tiny_set_terms(struct tiny *t, int n);
/* tiny_rule.c */
void tiny_add_rule(struct tiny *t, const struct tiny_line *line);
void tiny_set_objective(struct tiny *t, const char *tiers);
int tiny_direction(const char *text);
/* A key of a filter, with its values. */
void tiny_filter_key(struct tiny *t, struct zj_filter *f, const char *key, const char *text);
/* tiny_calendar.c */
void tiny_add_event(struct tiny *t, const struct tiny_line *line);
void tiny_add_holiday(struct tiny *t, const struct tiny_line *line);
void tiny_add_vacation(struct tiny *t, const struct tiny_line *line);
void tiny_add_mentoring(struct tiny *t, const struct tiny_line *line);
void tiny_add_rooms(struct tiny *t, const struct tiny_line *line);
void tiny_add_lesson(struct tiny *t, const struct tiny_line *line);
void tiny_add_calendar_pin(struct tiny *t, const struct tiny_line *line);
/* A parameter that only rules of calendars have; false when it is none. */
bool tiny_calendar_key(struct tiny *t, struct zj_rule *r, const char *key, const char *text);
/* Days, and the groups of activities. */
void tiny_resolve_calendar(struct tiny *t);
/* tiny_pairs.c */
void tiny_add_preference(struct tiny *t, const struct tiny_line *line);
int tiny_form(const char *text);
/* tiny_week.c */
void tiny_set_week(struct tiny *t);
void tiny_add_days(struct tiny *t, const struct tiny_line *line);
void tiny_add_period(struct tiny *t, const struct tiny_line *line);
void tiny_add_bell(struct tiny *t, const struct tiny_line *line);
void tiny_add_busy(struct tiny *t, const struct tiny_line *line);
void tiny_add_sync(struct tiny *t, const struct tiny_line *line);

#endif
