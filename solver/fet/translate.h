/*
 * translate.h - a FET file on its way to an instance: what its constraints come to, piece by piece.
 *
 * Nothing is approximated. What the rules of a timetable cannot say exactly is refused, by the name of
 * the constraint, unless the user asked to ignore it. In order:
 *   classes     sets of students that exclude each other become classes
 *   rooms       the building of every activity
 *   constraints what each of them asks for
 *   blocks      activities become blocks of lessons, each with the word of its subject
 * and then the tables and the rules are written.
 */
#ifndef ZJ_FET_TRANSLATE_H
#define ZJ_FET_TRANSLATE_H

#include "solver/fet/cells.h"

/* An activity. */
struct tr_piece {
    bool used;                                        /* active, with one teacher and students */
    int audience, class_id, teacher, building, block; /* -1 = not known */
    struct fet_cells starts;                          /* hours where it may start */
    const struct xml_node *times;                     /* the first constraint that limits them, or NULL */
    /* Rooms, one bit each: those preferred, the home rooms; NULL = none named. In the end `rooms` counts. */
    uint64_t *rooms, *home;
    const struct xml_node *rooms_by; /* the first constraint that names them */
    int group;                       /* tr.group, where the choice may be too small for all; -1 = none */
};

/* The students of an activity: the union of its sets. */
struct tr_audience {
    const struct fet_ids *sets; /* of the first activity that has it */
    uint64_t *sub;              /* as in fet_set */
    const struct xml_node *at;
    int class_id;
};

/* Audiences every two of which have students in common. */
struct tr_class {
    const char *word;
    int building;
    struct fet_cells busy;
};

struct tr_teacher {
    const char *id; /* NULL: teaches nothing */
    struct fet_cells busy;
    int *hours; /* in each building */
    int home;   /* building */
};

/* A limit of a rule on teachers. */
enum tr_limit_kind { TR_DAY, TR_ROW, TR_CHANGES, TR_IDLE, TR_GAP, TR_N_LIMITS };
struct tr_limit {
    enum tr_limit_kind kind;
    int value, weight;         /* weight as in fet_constraint */
    bool *teacher;             /* by teacher; NULL = everyone */
    const struct xml_node *at; /* the first constraint that asks for it */
};

/* "At least `days` days between any two": of all activities of a block. */
struct tr_spread {
    int days, weight;
};
enum { TR_MAX_SPREADS = 4 };

/* Activities of one class, subject and teacher that nothing tells apart but their length: 1 or 2 hours. */
struct tr_block {
    int class_id, subject, teacher;
    int ones, twos;               /* activities of one hour, of two */
    int first;                    /* activity */
    int group;                    /* rooms */
    bool tied;                    /* by a constraint on days between them */
    struct fet_cells open, fixed; /* hours where its lessons may stand, where one must */
    struct tr_spread spread[TR_MAX_SPREADS];
    int n_spreads;
    int variant; /* tr.variant: the word of its subject */
};

/* A subject of the file under one set of rules. The first of a subject bears its name, then "name (2)" … */
struct tr_variant {
    int subject;
    const char *word;
    bool doubles;
    int room;        /* ordinal of the group of rooms in its building; -1 = none */
    bool any_spread; /* no block with more than one lesson yet: spreads do not matter */
    struct tr_spread spread[TR_MAX_SPREADS];
    int n_spreads;
};

/* A set of rooms that some activities choose from. */
struct tr_group {
    const uint64_t *rooms;
    const struct xml_node *at; /* the first constraint that names them */
    int capacity, building;    /* capacity: rooms */
    int root;                  /* first of the groups that share rooms with it, directly or by others */
    bool needed;               /* there are more classes, and more teachers, than rooms */
};

/* Two blocks with lessons at the same time. */
struct tr_sync {
    int a, b;  /* blocks, a < b */
    int pairs; /* activities that are tied */
    int weight;
    const struct xml_node *at;
};

/* A constraint on several activities: those of them in use. */
struct tr_tie {
    struct fet_ids piece; /* ascending */
    int days, weight;     /* days: between any two */
    const struct xml_node *at;
};

struct tr_refusal {
    const char *name, *reason; /* the reason not yet translated */
    const struct xml_node *at; /* the first one */
    int n;
};

/* What the user asked to leave out, and how often it stood in the file. */
struct tr_ignored {
    const char *name;
    int n;
};

struct tr {
    struct zj_arena arena;
    struct fet f;
    struct zj_diag *d;
    struct tr_ignored *ignored;
    int n_ignored;
    struct tr_refusal *refusal;
    int n_refusals, cap_refusals;

    const char **day; /* the days as words */
    int n_room_words;
    struct tr_piece *piece; /* by activity */
    struct tr_audience *audience;
    int n_audiences;
    struct tr_class *class_;
    int n_classes;
    struct tr_teacher *teacher; /* by teacher */
    struct fet_cells all, breaks;
    struct tr_limit *limit;
    int n_limits, cap_limits;
    int default_gap, *teacher_gap; /* hours between two buildings: of every teacher at least, of each */
    const struct xml_node *gap_by;
    int n_buildings;              /* >= 1: a file without buildings is one */
    int *gap;                     /* by pair of buildings: hours; TR_GAP: what some teachers need beyond it */
    struct tr_tie *spread, *same; /* min days between activities; same starting time */
    int n_spreads, cap_spreads, n_same, cap_same;
    struct tr_block *block;
    int n_blocks, cap_blocks;
    struct tr_variant *variant;
    int n_variants, cap_variants;
    struct tr_group *group;
    int n_groups, cap_groups;
    struct tr_sync *sync;
    int n_syncs, cap_syncs;
};

/*
 * Translate a file as far as its tables need: ZJ_EDATA, with everything that cannot be expressed in `d`.
 * `ignore` (may be NULL): names of constraints, with commas. Released by the caller always.
 */
enum zj_status tr_translate(struct tr *t, const char *bytes, size_t n, const char *file, const char *ignore,
                            struct zj_diag *d) ZJ_MUST_CHECK;
void tr_release(struct tr *t);

/* refusal.c */
void tr_read_ignored(struct tr *t, const char *names);
/* Is the constraint (or the part of one) of this name to be left out? Counts it then. */
bool tr_is_ignored(struct tr *t, const char *name);
/* `name` cannot be expressed, and why. */
void tr_refuse(struct tr *t, const struct xml_node *at, const char *name, const char *reason);
void tr_report_refusals(struct tr *t);

/* The parts, by file. */
void tr_make_classes(struct tr *t);
void tr_apply_constraints(struct tr *t);
void tr_place_rooms(struct tr *t);
void tr_make_gaps(struct tr *t);
void tr_check_idle(struct tr *t);
void tr_make_blocks(struct tr *t);
void tr_make_hours(struct tr *t);
void tr_make_syncs(struct tr *t);
void tr_make_words(struct tr *t);
bool tr_students_meet(const struct tr *t, const uint64_t *a, const uint64_t *b);
/* The name as a word of an instance, unlike those in `words`, where it is added; else letter and number. */
const char *tr_word(struct tr *t, struct zj_intern *words, const char *name, char letter);

/* Which activities a constraint speaks of: -1 = any. */
struct tr_filter {
    int activity, teacher, set, subject, tag, duration;
};

/* filter.c: read what a constraint speaks of; false when it names what there is not, which is reported. */
bool tr_read_filter(struct tr *t, const struct xml_node *node, struct tr_filter *out);
bool tr_concerns(const struct tr *t, const struct tr_filter *filter, int piece);
/* The hours named by the elements `item` inside (a day and an hour each), or by `node` itself when NULL. */
bool tr_read_cells(struct tr *t, const struct xml_node *node, const char *item, struct fet_cells *out);
/* The teacher that the constraint names; -1 = it names none: all. False: an unknown one. */
bool tr_read_teacher(struct tr *t, const struct xml_node *node, int *out);

#endif
