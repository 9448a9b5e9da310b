/*
 * repair_change.h - changes of a policy or its tables that a conflict suggests, and how they are made.
 */
#ifndef ZJ_CLI_REPAIR_CHANGE_H
#define ZJ_CLI_REPAIR_CHANGE_H

#include "solver/data/change.h"
#include "solver/data/plan.h"

enum repair_what { REPAIR_NUMBER, REPAIR_WAIVE, REPAIR_TEACHER, REPAIR_PIN };

/*
 * One number of a rule, steps * step more or less at the spot; a rule waived there; so many teachers
 * more; or a row of pins.csv taken away.
 */
struct repair_change {
    enum repair_what what;
    const struct zj_rule *rule; /* NULL: of a pin or a teacher */
    const char *place;          /* for people: the part's place without its period */
    struct zj_spot spot;
    size_t field;     /* offset of an int in struct zj_rule */
    const char *name; /* of the field in policies, "min" */
    int from, step;   /* value = from + k * step */
    int least, most;  /* k: fewer cannot help, more are not tried */
    int k;
    int cost; /* of one step */
    int line; /* of the pin */
    int like; /* teacher: whom the new one is like; the subject is spot.subject */
};

struct repair_changes {
    struct repair_change *v; /* heap */
    int n, cap;
};

void repair_add(struct repair_changes *list, const struct repair_change *change);
/* What could be changed of the part, cheapest first; texts in the arena. Appends. */
void repair_candidates(const struct zj_instance *in, const struct zj_policy *pol,
                       const struct zj_conflict_part *part, struct zj_arena *a, struct repair_changes *list);
/* Is it the same change, but for the number of steps? */
bool repair_same(const struct repair_change *x, const struct repair_change *y);
int64_t repair_price(const struct repair_changes *list);
/* Make them in a copy. */
void repair_apply(struct zj_change *c, const struct repair_changes *list);
/* "quota (rules[3]) at S001>S002: min 3 -> 2; …" in the language in use. */
const char *repair_text(const struct zj_instance *in, struct zj_arena *a, const struct repair_changes *list);

#endif
