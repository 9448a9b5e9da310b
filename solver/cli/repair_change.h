/*
 * repair_change.h - changes of a policy or its tables that a conflict suggests, and how they are made.
 */
#ifndef ZJ_CLI_REPAIR_CHANGE_H
#define ZJ_CLI_REPAIR_CHANGE_H

#include "solver/data/change.h"
#include "solver/data/plan.h"

enum repair_what {
    REPAIR_NUMBER,
    REPAIR_WAIVE,
    REPAIR_TEACHER,
    REPAIR_PIN,
    REPAIR_BUSY,
    REPAIR_COLUMN,  /* a limit of one teacher in teachers.csv */
    REPAIR_PER_DAY, /* max_per_day of one class in one subject */
    REPAIR_MOVE     /* a member of pairings.csv to another lead */
};

/*
 * One number of a rule, steps * step more or less at the spot; a rule waived there; so many teachers
 * more; a row of a table taken away, or changed.
 */
struct repair_change {
    enum repair_what what;
    enum zj_model model;
    const struct zj_rule *rule; /* NULL: of a pin or a teacher */
    const char *place;          /* for people: the part's place without its period */
    struct zj_spot spot;
    size_t field;     /* offset of an int in struct zj_rule, or in struct zj_teacher */
    const char *name; /* of the field in policies or tables, "min" */
    int from, step;   /* value = from + k * step */
    int whom;         /* the teacher or block with the number, or the member that moves */
    int to;           /* moves: the lead, from `from`; -1 = none */
    int least, most;  /* k: fewer cannot help, more are not tried */
    int k;
    int cost; /* of one step */
    int line; /* of the row */
    int like; /* teacher: whom the new one is like; the subject is spot.subject */
};

/* What is impossible so far. */
struct repair_case {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    enum zj_model model;
    bool given; /* pairings.csv stands (--check): its rows may be changed, and nothing else is looked for */
};

struct repair_changes {
    struct repair_change *v; /* heap */
    int n, cap;
};

void repair_add(struct repair_changes *list, const struct repair_change *change);
/* What could be changed of the part; texts in the arena. Appends. */
void repair_candidates(const struct repair_case *c, const struct zj_conflict_part *part, struct zj_arena *a,
                       struct repair_changes *list);
/* Is it the same change, but for the number of steps? */
bool repair_same(const struct repair_change *x, const struct repair_change *y);
int64_t repair_price(const struct repair_changes *list);
/* Make them in a copy. */
void repair_apply(struct zj_change *c, const struct repair_changes *list);
/* The changes as plans tell them, verified, with their price; in the arena. */
struct zj_repair repair_told(const struct zj_instance *in, struct zj_arena *a,
                             const struct repair_changes *list);

#endif
