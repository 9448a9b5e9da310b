/*
 * reading_parts.h - what the files of the second reading share; private to tests/support/reading*.c.
 */
#ifndef TESTS_SUPPORT_READING_PARTS_H
#define TESTS_SUPPORT_READING_PARTS_H

#include "tests/support/reading.h"

/* Lessons a .. b - 1 of a week: those of one teacher, or of one teacher on one day. */
struct reading_span {
    const struct reading_lesson *a, *b;
};

struct reading_way {
    int minutes, metres;
    bool home; /* the first from the home school, or the last to it */
};

static inline bool reading_complete(const struct reading *x, const struct reading_week *w)
{
    return w->decided >= x->in->n_blocks;
}

static inline bool reading_speaks(const struct reading *x, const struct zj_rule *r, int whom)
{
    return x->speaks[(r - x->pol->lesson_rule) * x->width + whom];
}

static inline int64_t reading_over(int64_t have, int limit)
{
    return limit != ZJ_NONE && have > limit ? have - limit : 0;
}

/* The lessons from p on that are of its teacher (and of its day). */
struct reading_span reading_span(const struct reading_week *w, const struct reading_lesson *p, bool one_day);
bool reading_same_campus(const struct reading *x, int a, int b);
/* Is the teacher kept from this time of the day by a row of busy? */
bool reading_teacher_busy(const struct reading *x, int teacher, int day, int start, int end);
/*
 * The ways of a day, at most one more than lessons; returns their number. *broken counts those that do not
 * exist (0 minutes), that would begin before the day does, or that end too late for their lesson.
 */
int reading_ways(const struct reading *x, struct reading_span day, struct reading_way *way, int64_t *broken);
/* Minutes of those ways; for an incomplete week the least they can come to, READING_NO_WAY if there is
   no way. */
int64_t reading_minutes(const struct reading *x, const struct reading_week *w, struct reading_span day);
/* Ways of the day that cannot be gone, or not in time. */
int64_t reading_late(const struct reading *x, struct reading_span day);
/* Free base periods between the first and the last lesson of a day. */
int reading_idle(const struct reading *x, struct reading_span day);

/* Shortfalls of one teacher's week. */
int64_t reading_load(const struct reading *x, const struct reading_week *w, struct reading_span all,
                     const int limit[3]);
int64_t reading_schools(const struct reading *x, const struct reading_week *w, struct reading_span all,
                        const int limit[3]);
int64_t reading_of_teacher(const struct reading *x, const struct reading_week *w, const struct zj_rule *r,
                           struct reading_span all);
/* Shortfalls of one block's lessons. */
int64_t reading_spread(const struct reading *x, const struct reading_week *w, int block, int max_day,
                       int min_gap);
int64_t reading_of_block(const struct reading *x, const struct reading_week *w, const struct zj_rule *r,
                         int block);
/* Shortfalls of rules about many at once. */
int64_t reading_of_week_rule(const struct reading *x, const struct reading_week *w, const struct zj_rule *r);
int64_t reading_pins(const struct reading *x, const struct reading_week *w);
/* Lessons in one of the two plans alone. */
int64_t reading_changes(const struct reading *x, const struct reading_week *w);
int64_t reading_wishes(const struct reading *x, const struct reading_week *w);
int reading_placed(const struct reading_week *w, int block);

#endif
