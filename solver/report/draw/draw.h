/*
 * draw.h - the pictures of a plan. Each is one <svg>, for the page as it is, for PNG and PDF in a frame.
 */
#ifndef ZJ_REPORT_DRAW_DRAW_H
#define ZJ_REPORT_DRAW_DRAW_H

#include "solver/report/case.h"
#include "solver/report/draw/groups.h"
#include "solver/report/markup.h"
#include "solver/report/week.h"

struct rep_drawing {
    const char *id, *title; /* of the picture; the id is a name for a file too */
    int height;             /* set by the one who draws; the width is REP_DRAW_WIDTH */
};

/* The schools of a group around their leads, and the ways between them. */
void rep_draw_ring(struct rep_markup *m, const struct rep_case *r, const struct rep_groups *all, int group,
                   struct rep_drawing *d);
/* All schools where they are. Only when rep_has_map(). */
bool rep_has_map(const struct zj_instance *in);
void rep_draw_map(struct rep_markup *m, const struct rep_case *r, const struct rep_groups *all,
                  struct rep_drawing *d);
/* Who of the group's schools is away in which term: so many pictures, 0 when nobody is; one of them. */
int rep_terms_parts(const struct rep_case *r, const struct rep_group *g);
void rep_draw_terms(struct rep_markup *m, const struct rep_case *r, const struct rep_group *g, int part,
                    struct rep_drawing *d);
/* Ages of the teachers of a sex, those posted among them, and the limits. */
void rep_draw_ages(struct rep_markup *m, const struct rep_case *r, enum zj_sex sex, struct rep_drawing *d);
/* Need and have of the rules that count: so many pictures, 0 when none counts; one of them. */
int rep_ladder_parts(const struct rep_case *r);
void rep_draw_ladder(struct rep_markup *m, const struct rep_case *r, int part, struct rep_drawing *d);
/* The week of a teacher, school or class. */
void rep_draw_week(struct rep_markup *m, const struct rep_case *r, struct rep_who who, struct rep_drawing *d);

/* The weeks of a term by days: how many activities each day has. */
void rep_draw_year(struct rep_markup *m, const struct rep_case *r, int term, struct rep_drawing *d);

#endif
