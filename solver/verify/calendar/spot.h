/*
 * spot.h - where and for how long a rule of calendars counts.
 */
#ifndef ZJ_VERIFY_CALENDAR_SPOT_H
#define ZJ_VERIFY_CALENDAR_SPOT_H

#include "solver/verify/calendar/calendar.h"

/* A place: of a pair its schools, of a group the activity and the group; else -1. */
struct vf_spot {
    enum zj_level level;
    int community; /* word */
    int lead, member, school;
    int event;
    const struct zj_group *group;
    const char *text;
};

struct vf_spots {
    struct vf_spot *v; /* heap; the caller frees it */
    int n, cap;
};

/* A month, term, year, or all of it: days first .. last. */
struct vf_stretch {
    int first, last;
    const char *text;
};

struct vf_stretches {
    struct vf_stretch *v; /* scratch */
    int n;
};

/* The places of the rule's level that `where` selects. */
struct vf_spots vf_list_spots(struct vf_year *y, const struct zj_rule *r);
/* The periods of time that bind: of months those with school days enough. */
struct vf_stretches vf_list_stretches(struct vf_year *y, enum zj_span span, int month_min_days);
/* Does the occurrence count there, as one that takes part (that is host)? */
bool vf_counts_at(const struct vf_year *y, const struct vf_spot *s, const struct zj_occurrence *x,
                  enum zj_as as);
static inline bool vf_is_within(const struct vf_stretch *t, const struct zj_occurrence *x)
{
    return t->first <= x->date && x->date <= t->last;
}
/* Occurrences of these activities there and then, or the periods that they count for. */
int64_t vf_number_at(const struct vf_year *y, const struct zj_ids *events, const struct vf_spot *s,
                     const struct vf_stretch *t, enum zj_as as, enum zj_measure measure);
/*
 * Periods that classes of two schools have together there and then, by the timetables: rows of sync.csv on
 * every day of the stretch, of one subject or of all (-1).
 */
int64_t vf_taught_together(const struct vf_year *y, const struct vf_spot *s, const struct vf_stretch *t,
                           int subject);
/* "G01 joint_meeting 2026-10"; activities of a group are its own. */
const char *vf_where_spot(struct vf_year *y, const struct zj_ids *events, const struct vf_spot *s,
                          const char *when);
/* One finding for each group of the rule's activities and each month: are there `min` occurrences? */
void vf_check_months(struct vf_year *y, const struct zj_rule *r);

#endif
