/*
 * filter.c - what constraints speak of: activities, teachers, hours.
 */
#include "solver/fet/translate.h"

/* The index of the name in an element that may be absent or blank: -1 = any. Two names, as in fet_need(). */
static bool read_optional(struct tr *t, const struct xml_node *node, const char *name, const char *other,
                          const struct zj_intern *ids, int *out)
{
    const struct xml_node *found = xml_child(node, name);

    if (!found)
        found = xml_child(node, other);
    *out = -1;
    if (!found || (!*found->text && zj_intern_find(ids, found->raw) < 0))
        return true;
    *out = fet_refer(&t->f, found, ids);
    return *out >= 0;
}

bool tr_read_teacher(struct tr *t, const struct xml_node *node, int *out)
{
    return read_optional(t, node, "Teacher", "Teacher_Name", &t->f.teachers, out);
}

bool tr_read_filter(struct tr *t, const struct xml_node *node, struct tr_filter *out)
{
    const struct xml_node *id = xml_child(node, "Activity_Id"), *duration = xml_child(node, "Duration");

    *out = (struct tr_filter){-1, -1, -1, -1, -1, -1};
    if (id)
        out->activity = fet_refer_activity(&t->f, id);
    if (id && out->activity < 0)
        return false;
    if (duration && *duration->text && !fet_number(&t->f, duration, 1, t->f.hours.n, &out->duration))
        return false;
    return tr_read_teacher(t, node, &out->teacher) &&
           read_optional(t, node, "Students", "Students_Name", &t->f.sets, &out->set) &&
           read_optional(t, node, "Subject", "Subject_Name", &t->f.subjects, &out->subject) &&
           read_optional(t, node, "Activity_Tag", "Activity_Tag_Name", &t->f.tags, &out->tag);
}

static bool has(const struct fet_ids *ids, int v)
{
    for (int i = 0; i < ids->n; i++)
        if (ids->v[i] == v)
            return true;
    return false;
}

bool tr_concerns(const struct tr *t, const struct tr_filter *x, int piece)
{
    const struct tr_piece *p = &t->piece[piece];
    const struct fet_activity *a = &t->f.activity[piece];

    return p->used && (x->activity < 0 || x->activity == piece) &&
           (x->teacher < 0 || x->teacher == p->teacher) && (x->subject < 0 || x->subject == a->subject) &&
           (x->tag < 0 || has(&a->tags, x->tag)) && (x->duration < 0 || x->duration == a->duration) &&
           (x->set < 0 || tr_students_meet(t, t->audience[p->audience].sub, t->f.set[x->set].sub));
}

static const struct xml_node *first_of(const struct xml_node *node, const char *const *names)
{
    for (; *names; names++) {
        const struct xml_node *found = xml_child(node, *names);
        if (found)
            return found;
    }
    return NULL;
}

static bool read_cell(struct tr *t, const struct xml_node *node, struct fet_cells *out)
{
    static const char *const days[] = {"Day", "Preferred_Day", "Preferred_Starting_Day", NULL};
    static const char *const hours[] = {"Hour", "Preferred_Hour", "Preferred_Starting_Hour", NULL};
    const struct xml_node *day = first_of(node, days), *hour = first_of(node, hours);

    if (!day || !hour)
        return fet_need(&t->f, node, day ? "Hour" : "Day", NULL) != NULL;
    int d = fet_refer(&t->f, day, &t->f.days), h = fet_refer(&t->f, hour, &t->f.hours);
    if (d < 0 || h < 0)
        return false;
    fet_cells_add(out, d, h);
    return true;
}

bool tr_read_cells(struct tr *t, const struct xml_node *node, const char *item, struct fet_cells *out)
{
    bool ok = true;

    if (!item)
        return read_cell(t, node, out);
    for (const struct xml_node *i = xml_child(node, item); i; i = xml_again(i))
        ok = read_cell(t, i, out) && ok;
    return ok;
}
