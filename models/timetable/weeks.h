/*
 * weeks.h - every way a teacher can go about in a week, as profiles: how many lessons there is room for
 *           at each campus on each day there.
 *
 * Days on which a teacher has the same options are alike, and lessons do not mind on which of them they
 * fall; so a week is known by its profile at each campus, and of the weeks with the same
 * profiles only the quickest is kept.
 */
#ifndef MODELS_TIMETABLE_WEEKS_H
#define MODELS_TIMETABLE_WEEKS_H

#include "models/timetable/days.h"

/* Lessons at most on each day at one campus, largest first. */
struct tt_profile {
    uint64_t key; /* days as one number */
    int days;
    unsigned char cap[TT_MAX_DAYS];
    int good;                  /* lessons in good slots, at most */
    int tail[TT_MAX_DAYS + 1]; /* tail[k]: sum of all but the k largest caps */
};

struct tt_plan {
    int minutes;
    int first, n;              /* items [first, first + n) */
    short option[TT_MAX_DAYS]; /* by day: of the day's class, or -1 = nowhere */
};

/* A campus of a plan. */
struct tt_plan_item {
    short campus, profile; /* place in the reach; index of a profile */
};

/* Plans that begin alike. */
struct tt_branch {
    int spell;      /* the last item they share; -1: they end before it */
    int first, end; /* branches of begin[1], or plans */
    int minutes;    /* the least of any plan */
};

struct tt_weeks {
    int n_days, day_class[TT_MAX_DAYS]; /* by day: alike days have the same class, the first such day */
    struct tt_option_list option[TT_MAX_DAYS]; /* by class */
    enum tt_coarse coarse;
    bool everywhere; /* too many weeks: one that is everywhere at no cost, a relaxation */
    struct tt_profile *profile;
    int n_profiles, cap_profiles;
    struct tt_plan *plan; /* ordered by their items: plans that begin alike stand together */
    int n_plans, cap_plans;
    struct tt_plan_item *item;
    int n_items, cap_items;
    struct tt_plan_item *spell; /* different items */
    int n_spells, *spell_of;    /* by item */
    struct tt_branch *begin[2]; /* plans that begin with the same item; of these, with the same two items */
    int n_begin[2], cap_begin[2];
};

/* List the weeks of a teacher. Heap; release frees. */
void tt_weeks_init(struct tt_weeks *w, const struct tt_problem *p, const struct tt_campuses *c,
                   const struct tt_reach *r, int teacher);
void tt_weeks_release(struct tt_weeks *w);
/*
 * Only the days of the week, as w->coarse asks: fill option and day_class of w->n_days days. False when
 * there are too many.
 */
bool tt_weeks_list_days(struct tt_weeks *w, const struct tt_problem *p, const struct tt_campuses *c,
                        const struct tt_reach *r, int teacher);

#endif
