/*
 * load_activities.c - activities: who teaches what to whom, for how many hours in a row.
 */
#include "solver/base/i18n.h"
#include "solver/fet/fet.h"

#include <stdlib.h>

enum { MAX_ACTIVITIES = 20 * 1000, MAX_STUDENTS = 1000 * 1000 };

/* The names in the elements `name` inside, as indexes; absent names are reported. */
static struct fet_ids refer_all(struct fet *f, const struct xml_node *node, const char *name,
                                const struct zj_intern *ids)
{
    struct fet_ids list = {0};
    int n = 0;

    for (const struct xml_node *i = xml_child(node, name); i; i = xml_again(i))
        n++;
    list.v = zj_alloc_n(&f->arena, (size_t)n, sizeof *list.v);
    for (const struct xml_node *i = xml_child(node, name); i; i = xml_again(i)) {
        int index = fet_refer(f, i, ids);
        if (index >= 0)
            list.v[list.n++] = index;
    }
    return list;
}

static void load_activity(struct fet *f, const struct xml_node *node, struct fet_activity *a)
{
    const struct xml_node *id = fet_need(f, node, "Id", NULL), *subject = fet_need(f, node, "Subject", NULL);
    const struct xml_node *duration = fet_need(f, node, "Duration", NULL);
    const struct xml_node *students = xml_child(node, "Number_Of_Students");

    *a = (struct fet_activity){.at = node, .subject = -1, .duration = 1, .students = -1};
    a->active = !fet_is_false(node, "Active");
    if (id)
        fet_number(f, id, 1, INT32_MAX, &a->id);
    if (subject)
        a->subject = fet_refer(f, subject, &f->subjects);
    if (duration)
        fet_number(f, duration, 1, f->hours.n > 0 ? f->hours.n : 1, &a->duration);
    if (students)
        fet_number(f, students, 0, MAX_STUDENTS, &a->students);
    a->teachers = refer_all(f, node, "Teacher", &f->teachers);
    a->sets = refer_all(f, node, "Students", &f->sets);
    a->tags = refer_all(f, node, "Activity_Tag", &f->tags);
}

static int compare_activities(const void *a, const void *b)
{
    const struct fet_activity *x = a, *y = b;

    if (x->id != y->id)
        return x->id < y->id ? -1 : 1;
    return x->at->line - y->at->line;
}

void fet_load_activities(struct fet *f, const struct xml_node *list)
{
    int cap = 0;

    for (const struct xml_node *i = xml_child(list, "Activity"); i; i = xml_again(i)) {
        if (f->n_activities == MAX_ACTIVITIES) {
            XML_ERROR(&f->xml, i, "too_many", _("an instance has at most %d of these"), MAX_ACTIVITIES);
            break;
        }
        ZJ_GROW(f->activity, f->n_activities, cap);
        load_activity(f, i, &f->activity[f->n_activities++]);
    }
    if (f->n_activities > 1)
        qsort(f->activity, (size_t)f->n_activities, sizeof *f->activity, compare_activities);
    for (int i = 1; i < f->n_activities; i++)
        if (f->activity[i].id == f->activity[i - 1].id)
            XML_ERROR(&f->xml, f->activity[i].at, "twice", _("the activity %d stands in line %d already"),
                      f->activity[i].id, f->activity[i - 1].at->line);
}
