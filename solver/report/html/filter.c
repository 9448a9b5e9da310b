/*
 * filter.c - the choice of a teacher, a school or a class; the script acts on it, and shows it only then.
 */
#include "solver/base/i18n.h"
#include "solver/data/event.h"
#include "solver/report/html/sections.h"

#include <stdlib.h>

static void open_choice(struct rep_markup *m, const char *key, const char *label)
{
    rep_put(m,
            "<span class=\"choice\"><label for=\"by-%s\">%s</label>\n<select id=\"by-%s\" "
            "data-key=\"%s\"><option "
            "value=\"\">%s</option>",
            key, label, key, key, _("all"));
}

static void put_teachers(struct rep_markup *m, const struct rep_case *r)
{
    bool *has = zj_calloc((size_t)r->in->n_teachers + 1, sizeof *has);

    for (int i = 0; i < r->plan->postings.n; i++)
        has[r->plan->postings.v[i].teacher] = true;
    for (int i = 0; i < r->plan->lessons.n; i++)
        has[r->plan->lessons.v[i].teacher] = true;
    for (int i = 0; i < r->plan->calendar.n; i++) {
        const struct zj_occurrence *x = &r->plan->calendar.v[i];
        const struct zj_ids *people = &r->pol->event[x->event].group[x->group].people;
        for (int k = 0; k < people->n; k++)
            has[people->v[k]] = true;
    }
    open_choice(m, "t", _("teacher"));
    for (int t = 0; t < r->in->n_teachers; t++)
        if (has[t])
            rep_put(m, "<option value=\"%s\">%s %s</option>", r->in->teacher[t].id, r->in->teacher[t].id,
                    r->in->teacher[t].name);
    rep_put(m, "</select></span>\n");
    free(has);
}

static void put_schools(struct rep_markup *m, const struct rep_case *r)
{
    open_choice(m, "s", _("school"));
    for (int s = 0; s < r->in->n_schools; s++) {
        rep_put(m, "<option value=\"%s\">", r->in->school[s].id);
        rep_html_school(m, r, s);
        rep_put(m, "</option>");
    }
    rep_put(m, "</select></span>\n");
}

static void put_classes(struct rep_markup *m, const struct rep_case *r)
{
    bool *seen = zj_calloc((size_t)r->in->words.n + 1, sizeof *seen);

    open_choice(m, "c", _("class"));
    for (int b = 0; b < r->in->n_blocks; b++) {
        const struct zj_block *x = &r->in->block[b];
        if (!seen[x->class_id])
            rep_put(m, "<option value=\"%s\">%s</option>", zj_word(r->in, x->class_id),
                    zj_word(r->in, x->class_id));
        seen[x->class_id] = true;
    }
    rep_put(m, "</select></span>\n");
    free(seen);
}

/* Hidden until the script is there to act on it. */
void rep_html_filter(struct rep_markup *m, const struct rep_case *r)
{
    rep_put(m, "<form class=\"tools\" id=\"filter\" hidden=\"hidden\" role=\"search\" aria-label=\"%s\">\n",
            _("Show only"));
    if (r->plan->model != ZJ_PAIRING)
        put_teachers(m, r);
    put_schools(m, r);
    if (r->plan->model == ZJ_TIMETABLE)
        put_classes(m, r);
    rep_put(m,
            "<button type=\"reset\">%s</button>\n<button type=\"button\" id=\"print-all\">%s</button>\n"
            "<span role=\"status\" id=\"shown\"></span>\n</form>\n",
            _("Show all"), _("Print what is shown"));
}
