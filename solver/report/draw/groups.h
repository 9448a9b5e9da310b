/*
 * groups.h - which schools stand together in a picture, and who goes between them.
 *
 * Of a pairing a group is a lead with its members; of other plans a community, in the order of its first
 * school. Schools without community make the last group.
 */
#ifndef ZJ_REPORT_DRAW_GROUPS_H
#define ZJ_REPORT_DRAW_GROUPS_H

#include "solver/report/case.h"

struct rep_group {
    const char *title;  /* in the arena of the groups */
    int *lead, *member; /* schools; arena */
    int n_leads, n_members;
};

/* What goes from one school to another: people of a kind, ways of a week, or one pair. */
struct rep_flow {
    int from, to;
    int kind;  /* index into policy kinds, or -1 */
    int count; /* postings, ways; of a pair its minutes, ZJ_NONE when unknown */
};

struct rep_groups {
    struct zj_arena arena;
    struct rep_group *group; /* heap */
    int n, cap;
    struct rep_flow *flow; /* heap; by from, to, kind */
    int n_flows, cap_flows;
};

void rep_groups_init(struct rep_groups *g, const struct rep_case *r);
void rep_groups_release(struct rep_groups *g);
bool rep_group_has(const struct rep_group *g, int school);
/* The name of a flow's kind; "" when it has none. */
const char *rep_flow_kind(const struct rep_case *r, const struct rep_flow *f);

#endif
