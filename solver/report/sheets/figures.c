/*
 * figures.c - the plan in numbers: its aims, and each school and teacher.
 */
#include "solver/base/i18n.h"
#include "solver/data/week.h"
#include "solver/report/parts.h"
#include "solver/report/sheets/parts.h"

#include <stdlib.h>

static void add_aims(struct rep_maker *m)
{
    const struct zj_plan *p = m->r->plan;
    const char *const heads[] = {_("aim"), _("meaning"), _("value"), _("bound"), _("proved")};

    rep_title_row(m, "%s", rep_status_text(p));
    REP_HEAD_ROW(m, heads);
    for (int i = 0; i < p->n_tiers; i++) {
        const enum zj_tier t = p->order[i];
        rep_begin_row(m, REP_ROW_BODY);
        rep_text_cell(m, "%s", zj_tier_name(t));
        rep_text_cell(m, "%s", rep_tier_text(p->model, t));
        rep_int_cell(m, p->value[t]);
        rep_int_cell(m, p->bound[t]);
        rep_text_cell(m, "%s", p->value[t] != ZJ_NO_VALUE && p->value[t] == p->bound[t] ? _("yes") : _("no"));
    }
}

/* Periods that nobody covers there, in all terms. */
static int64_t missing_at(const struct zj_plan *p, int school)
{
    int64_t n = 0;

    for (int i = 0; i < p->n_unmet; i++)
        n += p->unmet[i].school == school ? p->unmet[i].periods : 0;
    return n;
}

static void add_staff_of_schools(struct rep_maker *m)
{
    const struct zj_postings *p = &m->r->plan->postings;
    const char *const heads[] = {_("school id"), _("school"), _("sent"), _("received"),
                                 _("periods nobody covers")};

    rep_title_row(m, "%s", _("schools"));
    REP_HEAD_ROW(m, heads);
    for (int s = 0; s < m->r->in->n_schools; s++) {
        int sent = 0, received = 0;
        for (int i = 0; i < p->n; i++) {
            sent += p->v[i].from == s;
            received += p->v[i].to == s;
        }
        rep_begin_row(m, REP_ROW_BODY);
        rep_school_cells(m, s);
        rep_int_cell(m, sent);
        rep_int_cell(m, received);
        rep_int_cell(m, missing_at(m->r->plan, s));
    }
}

static void add_lessons_of_schools(struct rep_maker *m)
{
    const struct zj_lessons *p = &m->r->plan->lessons;
    const char *const heads[] = {_("school id"), _("school"), _("lessons"), _("of travelling teachers"),
                                 _("periods nobody covers")};

    rep_title_row(m, "%s", _("schools"));
    REP_HEAD_ROW(m, heads);
    for (int s = 0; s < m->r->in->n_schools; s++) {
        int lessons = 0, from_elsewhere = 0;
        for (int i = 0; i < p->n; i++) {
            lessons += p->v[i].school == s;
            from_elsewhere += p->v[i].school == s &&
                              !zj_same_campus(m->r->in, m->r->in->teacher[p->v[i].teacher].school, s);
        }
        rep_begin_row(m, REP_ROW_BODY);
        rep_school_cells(m, s);
        rep_int_cell(m, lessons);
        rep_int_cell(m, from_elsewhere);
        rep_int_cell(m, missing_at(m->r->plan, s));
    }
}

struct week_of_teacher {
    int64_t lessons, minutes, metres;
};

static void add_teachers(struct rep_maker *m)
{
    const struct zj_plan *p = m->r->plan;
    const char *const heads[] = {_("teacher id"),       _("name"),    _("school id"),
                                 _("school"),           _("lessons"), _("minutes on the way"),
                                 _("metres on the way")};
    struct week_of_teacher *w = zj_calloc((size_t)m->r->in->n_teachers + 1, sizeof *w);

    for (int i = 0; i < p->lessons.n; i++)
        w[p->lessons.v[i].teacher].lessons++;
    for (int i = 0; i < p->legs.n; i++) {
        const struct zj_leg *x = &p->legs.v[i];
        w[x->teacher].minutes += x->minutes == ZJ_NONE ? 0 : x->minutes;
        w[x->teacher].metres += x->metres == ZJ_NONE ? 0 : x->metres;
    }
    rep_title_row(m, "%s", _("teachers"));
    REP_HEAD_ROW(m, heads);
    for (int t = 0; t < m->r->in->n_teachers; t++) {
        if (w[t].lessons == 0)
            continue;
        rep_begin_row(m, REP_ROW_BODY);
        rep_teacher_cells(m, t);
        rep_school_cells(m, m->r->in->teacher[t].school);
        rep_int_cell(m, w[t].lessons);
        rep_int_cell(m, w[t].minutes);
        rep_int_cell(m, w[t].metres);
    }
    free(w);
}

void rep_sheet_figures(struct rep_maker *m)
{
    rep_begin_sheet(m, "figures", _("figures"));
    add_aims(m);
    if (m->r->plan->model == ZJ_SECONDMENT)
        add_staff_of_schools(m);
    if (m->r->plan->model != ZJ_TIMETABLE)
        return;
    add_lessons_of_schools(m);
    add_teachers(m);
}
