/*
 * explain_changes.c - in what the plan of a changed case differs from the given one.
 */
#include "solver/base/i18n.h"
#include "solver/cli/explain.h"
#include "solver/report/parts.h"
#include "solver/report/table.h"

enum { LINES = 16 };

static int limit(const struct cli_explained *e)
{
    return e->a->verbose ? 0 : LINES;
}

static void add_postings(struct rep_table *t, const struct cli_explained *e, const char *sign,
                         const struct zj_postings *p)
{
    const struct zj_instance *in = e->x->in;

    for (int i = 0; i < p->n; i++) {
        const struct zj_posting *q = &p->v[i];
        rep_cell(t, "%s", sign);
        rep_cell(t, "%s", in->teacher[q->teacher].id);
        rep_cell(t, "%s %s", in->school[q->from].id, in->school[q->from].name);
        rep_cell(t, "%s %s", in->school[q->to].id, in->school[q->to].name);
        rep_cell(t, "%s", rep_kind_text(zj_word(in, e->x->pol->kind[q->kind].name)));
        rep_cell(t, "%s..%s", in->term[q->start].id, in->term[q->start + q->terms - 1].id);
        rep_cell(t, "%s", zj_word(in, q->subject));
    }
}

static void print_postings(FILE *out, const struct cli_explained *e)
{
    const char *const titles[] = {"", _("teacher"), _("from"), _("to"), _("kind"), _("terms"), _("subject")};
    struct rep_table t;

    REP_TABLE_INIT(&t, titles);
    add_postings(&t, e, "-", &e->outcome->removed);
    add_postings(&t, e, "+", &e->outcome->added);
    rep_table_print(&t, out, limit(e));
    rep_table_release(&t);
}

/* Lessons of the list by the same teacher with the same class in the same subject; *first: the earliest. */
static int alike(const struct zj_lessons *p, const struct zj_lesson *l, int *first)
{
    int n = 0;

    *first = -1;
    for (int k = 0; k < p->n; k++) {
        if (p->v[k].teacher != l->teacher || p->v[k].class_id != l->class_id || p->v[k].subject != l->subject)
            continue;
        n++;
        *first = *first < 0 ? k : *first;
    }
    return n;
}

/* Who has lost, or got, lessons with a class; those that only moved to another time are counted. */
static int add_lessons(struct rep_table *t, const struct cli_explained *e, const char *sign,
                       const struct zj_lessons *p, const struct zj_lessons *other)
{
    const struct zj_instance *in = e->x->in;
    int first, none, n_moved = 0;

    for (int i = 0; i < p->n; i++) {
        const struct zj_lesson *l = &p->v[i];
        int n = alike(p, l, &first), back = alike(other, l, &none);
        if (first != i)
            continue;
        n_moved += n < back ? n : back;
        if (n <= back)
            continue;
        rep_cell(t, "%s", sign);
        rep_cell(t, "%s", in->teacher[l->teacher].id);
        rep_cell(t, "%s", zj_word(in, l->class_id));
        rep_cell(t, "%s", zj_word(in, l->subject));
        rep_cell(t, "%d", n - back);
    }
    return n_moved;
}

static void print_lessons(FILE *out, const struct cli_explained *e)
{
    const char *const titles[] = {"", _("teacher"), _("class"), _("subject"), _("lessons")};
    const struct zj_lessons *gone = &e->outcome->lessons_removed, *come = &e->outcome->lessons_added;
    struct rep_table t;

    REP_TABLE_INIT(&t, titles);
    int n_moved = add_lessons(&t, e, "-", gone, come);
    add_lessons(&t, e, "+", come, gone);
    rep_table_print(&t, out, limit(e));
    rep_table_release(&t);
    if (n_moved > 0)
        fprintf(out,
                ngettext("%d more lesson keeps its teacher and moves to another time\n",
                         "%d more lessons keep their teacher and move to another time\n",
                         (unsigned long)n_moved),
                n_moved);
}

void cli_explain_changes(FILE *out, const struct cli_explained *e)
{
    bool of_lessons = e->x->plan->model == ZJ_TIMETABLE;

    fprintf(out, "\n%s\n", _("what changes against the plan (- goes, + comes)"));
    if (of_lessons)
        print_lessons(out, e);
    else
        print_postings(out, e);
}
