/*
 * notice.c - the list for the public notice (公示): nothing but what such notices publish.
 *
 * No id of a person, no date of birth, no flags, no wishes. Who travels between schools in a timetable is
 * one row for each school that is not the home school.
 */
#include "solver/report/notice.h"
#include "solver/base/i18n.h"
#include "solver/data/week.h"
#include "solver/report/parts.h"
#include "solver/report/sheets/parts.h"

#include <string.h>

const char *const *rep_notice_heads(void)
{
    static const char *heads[REP_NOTICE_COLUMNS];
    const char *const now[REP_NOTICE_COLUMNS] = {_("no."),  _("name"), _("sex"),  _("subject"), _("title"),
                                                 _("from"), _("to"),   _("kind"), _("time"),    _("remarks")};

    memcpy(heads, now, sizeof heads);
    return heads;
}

static void fill_person(const struct zj_instance *in, int teacher, struct rep_notice_line *l)
{
    const struct zj_teacher *t = &in->teacher[teacher];

    l->name = t->name;
    l->sex = t->sex == ZJ_FEMALE ? _("female") : _("male");
    l->title = zj_word(in, t->title);
    l->from = in->school[t->school].name;
}

/* "2026-09-01 – 2027-01-22", first day of the first term to the last of the last. */
static const char *days_of(struct zj_arena *a, const struct zj_instance *in, int first, int last)
{
    char from[16], to[16];

    return zj_printf(a, "%s – %s", zj_date_text(in->term[first].start, from),
                     zj_date_text(in->term[last].end, to));
}

static int list_postings(const struct rep_case *r, struct zj_arena *a, struct rep_notice_line *line)
{
    const struct zj_postings *p = &r->plan->postings;

    for (int i = 0; i < p->n; i++) {
        const struct zj_posting *x = &p->v[i];
        struct rep_notice_line *l = &line[i];

        fill_person(r->in, x->teacher, l);
        l->subject = zj_word(r->in, x->subject);
        l->from = r->in->school[x->from].name;
        l->to = r->in->school[x->to].name;
        l->kind = rep_kind_text(zj_word(r->in, r->pol->kind[x->kind].name));
        l->time = days_of(a, r->in, x->start, x->start + x->terms - 1);
    }
    return p->n;
}

/* Subjects that the teacher gives at the school, and how many lessons a week; lessons are sorted. */
static const char *subjects_of(const struct rep_case *r, struct zj_arena *a, int teacher, int school, int *n)
{
    const struct zj_lessons *p = &r->plan->lessons;
    const char *text = "";

    *n = 0;
    for (int i = 0; i < p->n; i++) {
        const struct zj_lesson *x = &p->v[i];
        bool known = false;
        if (x->teacher != teacher || x->school != school)
            continue;
        for (int k = 0; k < i && !known; k++)
            known = p->v[k].teacher == teacher && p->v[k].school == school && p->v[k].subject == x->subject;
        if (!known)
            text = zj_printf(a, "%s%s%s", text, *text ? "、" : "", zj_word(r->in, x->subject));
        ++*n;
    }
    return text;
}

static bool is_first_of_school(const struct zj_lessons *p, int i)
{
    for (int k = i - 1; k >= 0 && p->v[k].teacher == p->v[i].teacher; k--)
        if (p->v[k].school == p->v[i].school)
            return false;
    return true;
}

static int list_travellers(const struct rep_case *r, struct zj_arena *a, struct rep_notice_line *line)
{
    const struct zj_lessons *p = &r->plan->lessons;
    const int term = r->plan->term >= 0 ? r->plan->term : r->in->now;
    int n = 0, lessons;

    for (int i = 0; i < p->n; i++) {
        const struct zj_lesson *x = &p->v[i];
        if (zj_same_campus(r->in, r->in->teacher[x->teacher].school, x->school) || !is_first_of_school(p, i))
            continue;
        struct rep_notice_line *l = &line[n++];
        fill_person(r->in, x->teacher, l);
        l->subject = subjects_of(r, a, x->teacher, x->school, &lessons);
        l->to = r->in->school[x->school].name;
        l->kind = _("travelling teacher");
        l->time = term < r->in->n_terms ? days_of(a, r->in, term, term) : "";
        l->remarks =
            zj_printf(a, ngettext("%d lesson a week", "%d lessons a week", (unsigned long)lessons), lessons);
    }
    return n;
}

int rep_notice_lines(const struct rep_case *r, struct zj_arena *a, struct rep_notice_line **line)
{
    const int most = r->plan->postings.n + r->plan->lessons.n;

    *line = zj_alloc_n(a, (size_t)most + 1, sizeof **line);
    for (int i = 0; i < most; i++)
        (*line)[i] = (struct rep_notice_line){.remarks = ""};
    return r->plan->model == ZJ_SECONDMENT ? list_postings(r, a, *line) : list_travellers(r, a, *line);
}

void rep_sheet_notice(struct rep_maker *m)
{
    struct rep_notice_line *line;
    const int n = rep_notice_lines(m->r, &m->all->arena, &line);

    rep_begin_sheet(m, "notice", _("public notice"))->wide = true;
    rep_head_row(m, rep_notice_heads(), REP_NOTICE_COLUMNS);
    for (int i = 0; i < n; i++) {
        const struct rep_notice_line *l = &line[i];
        const char *const cells[] = {l->name, l->sex,  l->subject, l->title,  l->from,
                                     l->to,   l->kind, l->time,    l->remarks};
        rep_begin_row(m, REP_ROW_BODY);
        rep_int_cell(m, i + 1);
        for (size_t k = 0; k < sizeof cells / sizeof cells[0]; k++)
            rep_text_cell(m, "%s", cells[k]);
    }
}
