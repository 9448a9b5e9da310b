/*
 * parts.h - the teachers of a problem, parted where no block could be taught by either side.
 *
 * Subjects are nearly apart: only teachers of two subjects join them. Bounds of parts add.
 */
#ifndef MODELS_TIMETABLE_PARTS_H
#define MODELS_TIMETABLE_PARTS_H

#include "models/timetable/master.h"

struct tt_part {
    int *teacher, n_teachers; /* ascending */
    int *group, n_groups;
    struct tt_types x;
    int64_t bound[ZJ_MAX_TIERS]; /* -LP_INF = none yet; a tier's bound supposes the earlier tiers' values */
};

struct tt_parts {
    const struct tt_problem *p;
    struct tt_part *part;
    int n;
    int64_t orphaned; /* weight of the periods that no teacher may teach */
};

/* Part the problem's active teachers, and list the weeks of each. Release frees. */
void tt_parts_init(struct tt_parts *parts, const struct tt_problem *p);
void tt_parts_release(struct tt_parts *parts);

/* What a linear program over some of a part's teachers starts from. */
struct tt_residue {
    int *people;              /* by type */
    int64_t *demand, *blocks; /* by group */
};

/*
 * What is left to do for the teachers with free[teacher] != 0 (all of the part when free is NULL) when the
 * others
 * keep their lessons. Heap; release frees.
 */
void tt_residue_init(struct tt_residue *r, const struct tt_part *part, const char *free_teacher,
                     const struct zj_lessons *lessons);
void tt_residue_release(struct tt_residue *r);
/* Add to the program what the part's free teachers do in these sorted lessons; costs of all of them. */
void tt_add_lessons(struct tt_master *m, const struct tt_part *part, const char *free_teacher,
                    const struct zj_lessons *lessons, int64_t cost[ZJ_MAX_TIERS]);

#endif
