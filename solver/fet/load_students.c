/*
 * load_students.c - years, groups and subgroups of students: which of them have students in common.
 *
 * What has no parts is a part of its own: a year without groups, a group without subgroups.
 */
#include "solver/base/i18n.h"
#include "solver/fet/fet.h"

#include <string.h>

enum { MAX_SETS = 4 * 1000, MAX_STUDENTS = 1000 * 1000, BITS = 64 };

/* What is inside a year, and inside a group. */
static const char *const inner[] = {"Group", "Subgroup", NULL};

/* Call fn with every part of the year, group or subgroup `item` that has no parts. */
static void each_part(struct fet *f, const struct xml_node *item, int level,
                      void (*fn)(struct fet *f, const char *part, void *user), void *user)
{
    const struct xml_node *inside = inner[level] ? xml_child(item, inner[level]) : NULL;
    const struct xml_node *name = xml_child(item, "Name");

    if (!inside && name)
        fn(f, name->raw, user);
    for (; inside; inside = xml_again(inside))
        each_part(f, inside, level + 1, fn, user);
}

static void note_part(struct fet *f, const char *part, void *parts)
{
    zj_intern(parts, &f->arena, part);
}

struct marking {
    const struct zj_intern *parts;
    uint64_t *sub;
};

static void mark_part(struct fet *f, const char *part, void *user)
{
    struct marking *m = user;
    int i = zj_intern_find(m->parts, part);

    (void)f;
    m->sub[i / BITS] |= (uint64_t)1 << i % BITS;
}

/* A set that stands in several years is the same set there. */
static void add_set(struct fet *f, const struct xml_node *item, int level, const struct zj_intern *parts)
{
    const struct xml_node *name = fet_need(f, item, "Name", NULL);
    const struct xml_node *students = xml_child(item, "Number_of_Students");
    int n = f->sets.n;

    if (!name)
        return;
    if (n == MAX_SETS) {
        XML_ERROR(&f->xml, item, "too_many", _("an instance has at most %d of these"), MAX_SETS);
        return;
    }
    int index = zj_intern(&f->sets, &f->arena, name->raw);
    struct fet_set *set = &f->set[index];
    if (index == n)
        set->sub = zj_alloc_n(&f->arena, (size_t)f->n_sub_words, sizeof *set->sub);
    if (students && index == n)
        fet_number(f, students, 0, MAX_STUDENTS, &set->students);
    struct marking m = {parts, set->sub};
    each_part(f, item, level, mark_part, &m);
    for (const struct xml_node *i = inner[level] ? xml_child(item, inner[level]) : NULL; i; i = xml_again(i))
        add_set(f, i, level + 1, parts);
}

void fet_load_students(struct fet *f, const struct xml_node *list)
{
    struct zj_intern parts = {0};

    for (const struct xml_node *y = xml_child(list, "Year"); y; y = xml_again(y))
        each_part(f, y, 0, note_part, &parts);
    f->n_sub_words = (parts.n + BITS - 1) / BITS;
    f->set = zj_alloc_n(&f->arena, MAX_SETS, sizeof *f->set);
    for (const struct xml_node *y = xml_child(list, "Year"); y; y = xml_again(y))
        add_set(f, y, 0, &parts);
    zj_intern_release(&parts);
}
