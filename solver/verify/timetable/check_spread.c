/*
 * check_spread.c - the lessons of a class in a subject are spread over the week.
 *
 * Policy    At most so many lessons on one day; days with lessons are at least so many days apart. The demand
 *           table's limit a day holds always.
 * Place     (class, subject) that `where` and `subjects` select (of the demand table: all), with lessons; for
 *           days apart: with lessons on two days.
 * Counted   need = the limit; have = lessons on the fullest day; days between the two nearest.
 * Shortfall Lessons beyond the limit, summed over the days; 1 for each pair of days that are too near.
 * Units     Lessons; days.
 * Example   Curriculum plans: 体育与健康每周3节, on three days.
 */
#include "solver/verify/timetable/week.h"

/* The first lesson after those of the day on which lesson i of the block stands. */
static int next_day(const struct vf_week *w, int block, int i)
{
    int day = vf_of_block(w, block, i)->day;

    while (i < vf_placed(w, block) && vf_of_block(w, block, i)->day == day)
        i++;
    return i;
}

static void check_day(struct vf_week *w, const struct zj_rule *r, int block, int limit)
{
    int most = 0, beyond = 0;

    for (int i = 0, end; i < vf_placed(w, block); i = end) {
        end = next_day(w, block, i);
        beyond += end - i > limit ? end - i - limit : 0;
        if (end - i > most)
            most = end - i;
    }
    vf_tell_block(w, r, block, limit, most, beyond);
}

static void check_gaps(struct vf_week *w, const struct zj_rule *r, int block)
{
    int least = w->in->n_days, near = 0;

    for (int i = 0; i < vf_placed(w, block); i = next_day(w, block, i)) {
        for (int k = next_day(w, block, i); k < vf_placed(w, block); k = next_day(w, block, k)) {
            int gap = vf_of_block(w, block, k)->day - vf_of_block(w, block, i)->day;

            near += gap < r->min_gap_days;
            if (gap < least)
                least = gap;
        }
    }
    if (least < w->in->n_days)
        vf_tell_block(w, r, block, r->min_gap_days, least, near);
}

void check_lessons_spread(struct vf_week *w, const struct zj_rule *r)
{
    for (int b = 0; b < w->in->n_blocks; b++) {
        int limit = r->index < 0 ? w->in->block[b].max_per_day : r->max_day;

        if (vf_placed(w, b) == 0 || (r->index >= 0 && !vf_speaks_of_block(w, r, b)))
            continue;
        if (limit != ZJ_NONE)
            check_day(w, r, b, limit);
        if (r->index >= 0 && r->min_gap_days != ZJ_NONE)
            check_gaps(w, r, b);
    }
}
