/*
 * check_scope.c - how far teachers may go.
 *
 * Policy    Teachers teach in their own community; `within` the county widens it to every school.
 * Place     None: no_clash says of each lesson whether its teacher may give it.
 * Shortfall None.
 * Example   Libo scheme: 教师交流范围原则上只在集团内部.
 */
#include "solver/verify/timetable/week.h"

void check_lessons_scope(struct vf_week *w, const struct zj_rule *r)
{
    (void)w;
    (void)r;
}
