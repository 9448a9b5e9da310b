/*
 * overview.c - every assignment of the plan, a row each.
 */
#include "solver/base/i18n.h"
#include "solver/data/event.h"
#include "solver/data/travel.h"
#include "solver/data/week.h"
#include "solver/report/grid.h"
#include "solver/report/parts.h"
#include "solver/report/sheets/parts.h"

static void add_postings(struct rep_maker *m)
{
    const struct zj_instance *in = m->r->in;
    const char *const heads[] = {_("no."),          _("teacher id"), _("name"),      _("from id"),
                                 _("from"),         _("to id"),      _("to"),        _("kind"),
                                 _("subject"),      _("first term"), _("last term"), _("terms"),
                                 _("minutes away"), _("metres away")};

    REP_HEAD_ROW(m, heads);
    for (int i = 0; i < m->r->plan->postings.n; i++) {
        const struct zj_posting *x = &m->r->plan->postings.v[i];
        const int minutes = zj_minutes(in, x->from, x->to), metres = zj_metres(in, x->from, x->to);

        rep_begin_row(m, REP_ROW_BODY);
        rep_int_cell(m, i + 1);
        rep_teacher_cells(m, x->teacher);
        rep_school_cells(m, x->from);
        rep_school_cells(m, x->to);
        rep_text_cell(m, "%s", rep_kind_text(zj_word(in, m->r->pol->kind[x->kind].name)));
        rep_text_cell(m, "%s", zj_word(in, x->subject));
        rep_text_cell(m, "%s", in->term[x->start].id);
        rep_text_cell(m, "%s", in->term[x->start + x->terms - 1].id);
        rep_int_cell(m, x->terms);
        rep_int_cell(m, minutes == ZJ_NONE ? ZJ_NO_VALUE : minutes);
        rep_int_cell(m, metres == ZJ_NONE ? ZJ_NO_VALUE : metres);
    }
}

static void add_lessons(struct rep_maker *m)
{
    const struct zj_instance *in = m->r->in;
    const char *const heads[] = {_("no."),    _("teacher id"), _("name"),    _("school id"),
                                 _("school"), _("class"),      _("subject"), _("day"),
                                 _("period"), _("begins"),     _("ends"),    _("travelling")};

    REP_HEAD_ROW(m, heads);
    for (int i = 0; i < m->r->plan->lessons.n; i++) {
        const struct zj_lesson *x = &m->r->plan->lessons.v[i];
        const struct zj_period *p = zj_period_at(in, x->school, x->period);

        rep_begin_row(m, REP_ROW_BODY);
        rep_int_cell(m, i + 1);
        rep_teacher_cells(m, x->teacher);
        rep_school_cells(m, x->school);
        rep_text_cell(m, "%s", zj_word(in, x->class_id));
        rep_text_cell(m, "%s", zj_word(in, x->subject));
        rep_text_cell(m, "%s", rep_week_word(in->day[x->day]));
        rep_int_cell(m, x->period);
        rep_text_cell(m, "%s", p ? rep_clock(&m->all->arena, p->start) : "");
        rep_text_cell(m, "%s", p ? rep_clock(&m->all->arena, p->end) : "");
        rep_text_cell(m, "%s", zj_same_campus(in, in->teacher[x->teacher].school, x->school) ? "" : _("yes"));
    }
}

static void add_pairs(struct rep_maker *m)
{
    const char *const heads[] = {_("no."),    _("lead id"), _("lead"),         _("member id"),
                                 _("member"), _("round"),   _("minutes away"), _("metres away")};

    REP_HEAD_ROW(m, heads);
    for (int i = 0; i < m->r->plan->pairs.n; i++) {
        const struct zj_pair *x = &m->r->plan->pairs.v[i];

        rep_begin_row(m, REP_ROW_BODY);
        rep_int_cell(m, i + 1);
        rep_school_cells(m, x->lead);
        rep_school_cells(m, x->member);
        rep_int_cell(m, x->round > 0 ? x->round : ZJ_NO_VALUE);
        rep_int_cell(m, x->minutes == ZJ_NONE ? ZJ_NO_VALUE : x->minutes);
        rep_int_cell(m, x->metres == ZJ_NONE ? ZJ_NO_VALUE : x->metres);
    }
}

/* Names of the schools that take part, with 、 between. */
static const char *schools_text(struct rep_maker *m, const struct zj_ids *schools)
{
    const char *text = "";

    for (int i = 0; i < schools->n; i++)
        text = zj_printf(&m->all->arena, "%s%s%s", text, i ? "、" : "", m->r->in->school[schools->v[i]].name);
    return text;
}

static void add_activities(struct rep_maker *m)
{
    const struct zj_instance *in = m->r->in;
    const char *const heads[] = {_("no."),      _("term"), _("week"),  _("date"), _("time"),
                                 _("activity"), _("host"), _("chair"), _("who"),  _("schools")};

    REP_HEAD_ROW(m, heads);
    for (int i = 0; i < m->r->plan->calendar.n; i++) {
        const struct zj_occurrence *x = &m->r->plan->calendar.v[i];
        const struct zj_event *e = &m->r->pol->event[x->event];
        const struct zj_date *d = &in->date[x->date];
        char date[16];

        rep_begin_row(m, REP_ROW_BODY);
        rep_int_cell(m, i + 1);
        rep_text_cell(m, "%s", in->term[d->term].id);
        rep_int_cell(m, d->week);
        rep_text_cell(m, "%s", zj_date_text(d->date, date));
        rep_text_cell(m, "%s", x->session < 0 ? _("all day") : rep_week_word(in->session[x->session]));
        rep_int_cell(m, x->period > 0 ? x->period : ZJ_NO_VALUE);
        rep_text_cell(m, "%s", e->title ? e->title : zj_word(in, e->name));
        rep_text_cell(m, "%s", x->host >= 0 ? in->school[x->host].name : "");
        rep_text_cell(m, "%s", x->chair >= 0 ? in->school[x->chair].name : "");
        rep_text_cell(m, "%s", e->group[x->group].text);
        rep_text_cell(m, "%s", schools_text(m, &e->group[x->group].schools));
    }
}

void rep_sheet_overview(struct rep_maker *m)
{
    rep_begin_sheet(m, "overview", _("all assignments"))->wide = true;
    if (m->r->plan->model == ZJ_SECONDMENT)
        add_postings(m);
    else if (m->r->plan->model == ZJ_TIMETABLE)
        add_lessons(m);
    else if (m->r->plan->model == ZJ_PAIRING)
        add_pairs(m);
    else
        add_activities(m);
}
