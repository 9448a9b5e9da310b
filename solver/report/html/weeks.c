/*
 * weeks.c - the timetables: one for each teacher who teaches, each school and each class.
 *
 * A town's come as tables. A county has hundreds, a megabyte and more: they come as numbers, which the script
 * draws.
 */
#include "solver/base/i18n.h"
#include "solver/report/html/sections.h"
#include "solver/report/html/week_parts.h"

#include <stdlib.h>

enum { MOST_TABLES = 150 }; /* of a page that are read without a script; each takes some 2 kB */

struct owners {
    struct rep_who *v; /* heap */
    int n, cap;
};

static void add(struct owners *o, struct rep_who who)
{
    ZJ_GROW(o->v, o->n, o->cap);
    o->v[o->n++] = who;
}

static void put_tables(struct rep_markup *m, const struct rep_case *r, const struct owners *o)
{
    struct rep_page_week w;

    for (int i = 0; i < o->n; i++) {
        rep_page_week_init(&w, r, o->v[i]);
        rep_week_table(m, &w);
        rep_page_week_release(&w);
    }
}

static void put_packed(struct rep_markup *m, const struct rep_case *r, const struct owners *o)
{
    struct rep_packed p = {0};
    struct rep_page_week w;

    rep_put(m, "<noscript><p>%s</p></noscript>\n",
            _("these timetables are drawn by the script of this page, which does not run here; the workbook "
              "of the plan holds them too"));
    rep_pack_heads(&p, r->in);
    for (int i = 0; i < o->n; i++) {
        rep_page_week_init(&w, r, o->v[i]);
        rep_pack_week(&p, &w);
        rep_page_week_release(&w);
    }
    rep_packed_close(m, &p);
}

static struct owners teachers_of(const struct rep_case *r)
{
    bool *teaches = zj_calloc((size_t)r->in->n_teachers + 1, sizeof *teaches);
    struct owners o = {0};

    for (int i = 0; i < r->plan->lessons.n; i++)
        teaches[r->plan->lessons.v[i].teacher] = true;
    for (int t = 0; t < r->in->n_teachers; t++)
        if (teaches[t])
            add(&o, (struct rep_who){t, -1, -1});
    free(teaches);
    return o;
}

static struct owners schools_of(const struct rep_case *r)
{
    bool *is_taught = zj_calloc((size_t)r->in->n_schools + 1, sizeof *is_taught);
    struct owners o = {0};

    for (int i = 0; i < r->plan->lessons.n; i++)
        is_taught[r->plan->lessons.v[i].school] = true;
    for (int s = 0; s < r->in->n_schools; s++)
        if (is_taught[s])
            add(&o, (struct rep_who){-1, s, -1});
    free(is_taught);
    return o;
}

/* In the order of the blocks: by school. */
static struct owners classes_of(const struct rep_case *r)
{
    bool *seen = zj_calloc((size_t)r->in->words.n + 1, sizeof *seen);
    struct owners o = {0};

    for (int b = 0; b < r->in->n_blocks; b++) {
        const int class_id = r->in->block[b].class_id;
        if (!seen[class_id])
            add(&o, (struct rep_who){-1, -1, class_id});
        seen[class_id] = true;
    }
    free(seen);
    return o;
}

static void put_section(struct rep_markup *m, const struct rep_case *r, const char *id, const char *title,
                        enum rep_key whose)
{
    struct owners all[] = {teachers_of(r), schools_of(r), classes_of(r)};

    rep_section_open(m, id, title);
    if (all[0].n + all[1].n + all[2].n <= MOST_TABLES)
        put_tables(m, r, &all[whose]);
    else
        put_packed(m, r, &all[whose]);
    rep_section_close(m);
    for (int i = 0; i < REP_N_KEYS; i++)
        free(all[i].v);
}

void rep_html_teacher_weeks(struct rep_markup *m, const struct rep_case *r)
{
    put_section(m, r, "teachers", _("Timetables of teachers"), REP_KEY_TEACHER);
}

void rep_html_school_weeks(struct rep_markup *m, const struct rep_case *r)
{
    put_section(m, r, "schools", _("Timetables of schools"), REP_KEY_SCHOOL);
}

void rep_html_class_weeks(struct rep_markup *m, const struct rep_case *r)
{
    put_section(m, r, "classes", _("Timetables of classes"), REP_KEY_CLASS);
}
