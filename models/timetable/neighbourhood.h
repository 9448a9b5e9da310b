/*
 * neighbourhood.h - the timetable of a few teachers while all others keep their lessons.
 *
 * A problem of its own: its blocks are those that the few teach now and those not wholly taught by
 * anybody; what the others teach is time in which the classes are busy.
 */
#ifndef MODELS_TIMETABLE_NEIGHBOURHOOD_H
#define MODELS_TIMETABLE_NEIGHBOURHOOD_H

#include "models/timetable/parts.h"

struct tt_neighbourhood {
    struct zj_instance in; /* borrows all tables but blocks and busy */
    struct tt_problem p;
    struct tt_parts parts;
    const struct tt_problem *whole;
    int *block_of;             /* by block here: block of the whole */
    struct zj_lessons lessons; /* what the few do now, sorted */
};

/* free_teacher[] by teacher; lessons of all, sorted. Release frees. */
void tt_neighbourhood_init(struct tt_neighbourhood *h, const struct tt_problem *whole,
                           const char *free_teacher, const struct zj_lessons *lessons);
void tt_neighbourhood_release(struct tt_neighbourhood *h);
/* The same week with the groups of the whole problem. */
void tt_neighbourhood_widen(const struct tt_neighbourhood *h, struct tt_week *w);

#endif
