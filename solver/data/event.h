/*
 * event.h - the joint activities that a policy declares, and the groups that hold them.
 *
 * "activities" of a policy file says for each kind of activity who holds it (`over`), where and when it may
 * be. A group is one of those who hold it: a community, a pair, a school, a mentor and the teacher guided.
 */
#ifndef ZJ_DATA_EVENT_H
#define ZJ_DATA_EVENT_H

#include "solver/data/policy.h"

enum zj_circle {
    ZJ_BY_COUNTY,
    ZJ_BY_COMMUNITY,
    ZJ_BY_PAIR,
    ZJ_BY_SCHOOL,
    ZJ_BY_MENTOR,
    ZJ_BY_TEACHER,
    ZJ_N_CIRCLES
};
enum zj_split { ZJ_SPLIT_NONE, ZJ_SPLIT_SUBJECT, ZJ_SPLIT_GRADE_SUBJECT, ZJ_N_SPLITS };
enum zj_side { ZJ_SIDE_NONE, ZJ_SIDE_LEAD, ZJ_SIDE_MEMBER, ZJ_SIDE_ANY, ZJ_N_SIDES };
enum zj_lasts { ZJ_LASTS_SESSION, ZJ_LASTS_DAY, ZJ_LASTS_PERIOD, ZJ_N_LASTS };

/* Who holds an activity. Indexes; -1 = none. */
struct zj_group {
    int community;         /* word */
    int lead, member;      /* schools of a pair */
    int school;            /* of an activity over schools */
    int grade, subject;    /* words */
    int mentor, teacher;   /* teachers */
    struct zj_ids schools; /* that take part */
    struct zj_ids hosts;   /* schools where it may be; none: it has no host */
    struct zj_ids chairs;  /* schools that may have the chair; none: nobody has */
    struct zj_ids people;  /* teachers who are occupied by it */
    const char *text;      /* "G01", "S001>S003/语文", "T0004>T0007" */
};

/* A kind of joint activity. */
struct zj_event {
    int name;          /* word */
    const char *title; /* for people; NULL when absent */
    enum zj_circle over;
    enum zj_split by;
    struct zj_ids subjects; /* words; n = 0: all in demand */
    struct zj_filter where; /* schools that take part; of a pair the member */
    bool has_who;           /* else nobody is occupied by name */
    struct zj_filter who;   /* teachers, on the first day of the horizon */
    enum zj_side host, chair;
    bool online; /* nobody travels, no room is needed */
    enum zj_lasts lasts;
    struct zj_ids sessions;       /* indexes; n = 0: all */
    struct zj_ids on;             /* enum zj_day_kind; at least one */
    int periods;                  /* what one occurrence counts for; >= 1 */
    int room;                     /* word: kind of room, or -1 */
    const char *document, *quote; /* NULL when absent */
    int line;
    struct zj_group *group; /* filled by zj_events_resolve() */
    int n_groups;
};

/* Fill the groups of every activity (arena of the policy). May be called again. */
void zj_events_resolve(const struct zj_instance *in, struct zj_policy *pol);
/* Index into pol->event of the activity with this word as its name, or -1. */
int zj_find_event(const struct zj_policy *pol, int word);

#endif
