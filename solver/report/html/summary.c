/*
 * summary.c - the answer in one sentence, and the figures that people ask for first.
 */
#include "solver/base/i18n.h"
#include "solver/report/html/sections.h"
#include "solver/report/parts.h"

static void put_figure(struct rep_markup *m, const char *name, int64_t value)
{
    rep_put(m, "<div><dt>%s</dt><dd>%lld</dd></div>\n", name, (long long)value);
}

static void put_change(struct rep_markup *m, const char *name, int64_t before, int64_t after)
{
    rep_put(m, "<div><dt>%s</dt><dd>%lld → %lld</dd></div>\n", name, (long long)before, (long long)after);
}

static int64_t unmet_periods(const struct zj_verdict *v)
{
    int64_t n = 0;

    for (int i = 0; i < v->n_unmet; i++)
        n += v->unmet[i].periods;
    return n;
}

static void put_secondment(struct rep_markup *m, const struct rep_case *r)
{
    put_figure(m, _("postings"), r->plan->postings.n);
    put_figure(m, _("terms"), r->in->n_terms);
    put_change(m, _("periods nobody covers, all terms"), unmet_periods(r->before), unmet_periods(r->verdict));
}

static void put_timetable(struct rep_markup *m, const struct rep_case *r)
{
    int64_t minutes = 0;

    for (int i = 0; i < r->plan->legs.n; i++)
        minutes += r->plan->legs.v[i].minutes == ZJ_NONE ? 0 : r->plan->legs.v[i].minutes;
    put_figure(m, _("lessons a week"), r->plan->lessons.n);
    put_figure(m, _("lessons nobody gives"), unmet_periods(r->verdict));
    put_figure(m, _("minutes on the way, a week"), minutes);
}

static void put_pairing(struct rep_markup *m, const struct rep_case *r)
{
    put_figure(m, _("pairs of schools"), r->plan->pairs.n);
    if (r->before)
        put_change(m, _("minutes from leads to members"), r->before->tier[ZJ_T_TRAVEL],
                   r->verdict->tier[ZJ_T_TRAVEL]);
    else
        put_figure(m, _("minutes from leads to members"), r->verdict->tier[ZJ_T_TRAVEL]);
}

void rep_html_summary(struct rep_markup *m, const struct rep_case *r)
{
    const struct zj_plan *p = r->plan;
    const bool has_plan = zj_has_plan(p);

    rep_section_open(m, "summary", _("Summary"));
    rep_put(m, "<p class=\"answer\">");
    rep_mark(m, has_plan && r->ok, rep_status_text(p));
    rep_put(m, "</p>\n<dl class=\"figures\">\n");
    put_figure(m, _("schools"), r->in->n_schools);
    if (r->in->n_teachers > 0)
        put_figure(m, _("teachers"), r->in->n_teachers);
    if (has_plan && p->model == ZJ_SECONDMENT)
        put_secondment(m, r);
    else if (has_plan && p->model == ZJ_TIMETABLE)
        put_timetable(m, r);
    else if (has_plan && p->model == ZJ_PAIRING)
        put_pairing(m, r);
    else if (has_plan)
        put_figure(m, _("activities"), p->calendar.n);
    if (has_plan)
        put_figure(m, _("hard demands broken"), r->verdict->n_hard_broken);
    rep_put(m, "</dl>\n");
    rep_section_close(m);
}
