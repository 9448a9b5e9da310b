/*
 * calendar.h - the calendar that every check_calendar_<rule> looks at, and how it says what it found.
 *
 * A check looks at the instance, one entry of the policy and the occurrences, and reports one finding
 * for each place that the entry binds. Days are indexes into in->date, so that the next day is the next
 * index.
 */
#ifndef ZJ_VERIFY_CALENDAR_CALENDAR_H
#define ZJ_VERIFY_CALENDAR_CALENDAR_H

#include "solver/data/event.h"
#include "solver/data/plan.h"
#include "solver/verify/filter.h"
#include "solver/verify/finding.h"
#include "solver/verify/sum.h"

struct vf_year {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    struct zj_calendar plan;        /* sorted, its own */
    const struct zj_taught *taught; /* never NULL */
    const struct zj_calendar *keep; /* NULL: no plan is kept */
    struct zj_arena scratch;        /* ends with the verdict's making */
    struct zj_verdict *v;
};

#define ZJ_RULE(id, ...) void check_calendar_##id(struct vf_year *y, const struct zj_rule *r);
#include "solver/data/calendar_rules.def"
#undef ZJ_RULE
void check_calendar_pins(struct vf_year *y, const struct zj_rule *r);
/* What the definition of the activity and the tables ask of every occurrence: no entry of the policy. */
void check_calendar_definition(struct vf_year *y, const struct zj_rule *r);
void vf_year_tiers(struct vf_year *y);

/* The activity and the group of an occurrence, and its day. */
static inline const struct zj_event *vf_event(const struct vf_year *y, const struct zj_occurrence *x)
{
    return &y->pol->event[x->event];
}

static inline const struct zj_group *vf_group(const struct vf_year *y, const struct zj_occurrence *x)
{
    return &y->pol->event[x->event].group[x->group];
}

static inline const struct zj_date *vf_day(const struct vf_year *y, const struct zj_occurrence *x)
{
    return &y->in->date[x->date];
}

/* Does the rule speak of the activity? */
static inline bool vf_speaks_of(const struct zj_rule *r, int event)
{
    return r->events.n == 0 || zj_ids_has(&r->events, event);
}

/* Does the school take part, or is it the host? */
static inline bool vf_is_there(const struct vf_year *y, const struct zj_occurrence *x, int school)
{
    return x->host == school || zj_ids_has(&vf_group(y, x)->schools, school);
}

/* Does `where` select the group: its member, or else any of its schools? */
bool vf_group_passes(const struct vf_year *y, const struct zj_rule *r, const struct zj_group *g);
/* Is this an occurrence of the rule's activities, of a group that `where` selects? */
bool vf_is_meant(const struct vf_year *y, const struct zj_rule *r, const struct zj_occurrence *x);
/* "joint_meeting+lecture" */
const char *vf_events_text(struct vf_year *y, const struct zj_ids *events);
/* "G01 joint_meeting 2026-10-12 pm" */
const char *vf_where_occurrence(struct vf_year *y, const struct zj_occurrence *x);
/* Does the occurrence take the period (of the base bells)? */
bool vf_takes(const struct zj_occurrence *x, const struct zj_period *p);

#endif
