/*
 * fet.h - a FET file: the school as FET states it, in FET's words.
 *
 * FET (https://lalescu.ro/liviu/fet) is a free program that makes the timetable of one school. Names are the
 * ids; indexes here are in the order of the file. Constraints stay as XML elements: what each of them asks
 * for is read by the code that translates it.
 */
#ifndef ZJ_FET_FET_H
#define ZJ_FET_FET_H

#include "solver/base/intern.h"
#include "solver/fet/xml.h"

#include <stdbool.h>
#include <stdint.h>

enum { FET_MAX_DAYS = 7, FET_MAX_HOURS = 20 }; /* those of an instance; FET itself knows more */
enum { FET_FULL_WEIGHT = 10000 };              /* must hold */

struct fet_ids {
    int n, *v;
};

/* A year, group or subgroup of students, and what it is made of: one bit for each part without parts. */
struct fet_set {
    int students;
    uint64_t *sub; /* fet.n_sub_words words */
};

struct fet_room {
    int building;    /* -1 = in none */
    int capacity;    /* students */
    bool is_virtual; /* stands for several rooms at once */
};

struct fet_activity {
    const struct xml_node *at;
    int id;
    int subject, duration; /* hours in a row, >= 1 */
    int students;          /* -1 = the sum over its sets */
    struct fet_ids teachers, sets, tags;
    bool active;
};

struct fet_constraint {
    const struct xml_node *at;
    int weight; /* hundredths of a percent: 1 .. FET_FULL_WEIGHT */
};

struct fet {
    struct xml xml;
    struct zj_arena arena;
    const char *institution;                                                        /* "" when absent */
    struct zj_intern days, hours, subjects, tags, teachers, buildings, rooms, sets; /* number = index */
    struct fet_set *set;
    int n_sub_words;
    struct fet_room *room;
    struct fet_activity *activity; /* ascending by id */
    int n_activities;
    struct fet_constraint *constraint; /* the active ones with a weight */
    int n_constraints;
};

/*
 * Read a FET file from text. ZJ_EDATA, with every problem in `d`, when it is not one, names what it does
 * not have, or has a week larger than an instance may have. `file` and `d` are borrowed; *f is
 * initialised here and the caller releases it always.
 */
enum zj_status fet_load(struct fet *f, const char *bytes, size_t n, const char *file,
                        struct zj_diag *d) ZJ_MUST_CHECK;
void fet_release(struct fet *f);

/*
 * What an element must hold. What does not fit is reported; then the result is NULL, -1 or false, and *out
 * stays as it was.
 */
/* The element inside that has one of two names (files of different age differ; the second may be NULL). */
const struct xml_node *fet_need(struct fet *f, const struct xml_node *node, const char *name,
                                const char *other);
/* A whole number lo..hi. */
bool fet_number(struct fet *f, const struct xml_node *node, int lo, int hi, int *out);
/* The index of a name among `ids`. */
int fet_refer(struct fet *f, const struct xml_node *node, const struct zj_intern *ids);
/* The index of the activity whose id the element holds. */
int fet_refer_activity(struct fet *f, const struct xml_node *node);
/* "false" in the element inside; absent or anything else is true. */
bool fet_is_false(const struct xml_node *node, const char *name);

/* The parts of fet_load(), by file. */
void fet_load_students(struct fet *f, const struct xml_node *list);
void fet_load_activities(struct fet *f, const struct xml_node *list);

#endif
