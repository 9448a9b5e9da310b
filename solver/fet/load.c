/*
 * load.c - a FET file: its lists of names, its rooms and its constraints.
 */
#include "solver/base/i18n.h"
#include "solver/fet/fet.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_NAMES = 10 * 1000, MAX_BUILDINGS = 1000, MAX_STUDENTS = 1000 * 1000 };

const struct xml_node *fet_need(struct fet *f, const struct xml_node *node, const char *name,
                                const char *other)
{
    const struct xml_node *found = xml_child(node, name);

    if (!found && other)
        found = xml_child(node, other);
    if (!found)
        XML_ERROR(&f->xml, node, "missing_element", _("the element '%s' is missing"), name);
    return found;
}

bool fet_number(struct fet *f, const struct xml_node *node, int lo, int hi, int *out)
{
    const char *text = node->text;
    size_t n = strspn(text, "0123456789");
    long value = n > 0 && n < 10 && !text[n] ? strtol(text, NULL, 10) : -1;

    if (value < lo || value > hi) {
        XML_ERROR(&f->xml, node, "bad_number", _("'%s' is not a whole number from %d to %d"), text, lo, hi);
        return false;
    }
    *out = (int)value;
    return true;
}

int fet_refer(struct fet *f, const struct xml_node *node, const struct zj_intern *ids)
{
    int found = zj_intern_find(ids, node->raw);

    if (found < 0)
        XML_ERROR(&f->xml, node, "unknown_name", _("'%s' does not stand in the file's lists"), node->text);
    return found;
}

static int compare_ids(const void *id, const void *activity)
{
    int a = *(const int *)id, b = ((const struct fet_activity *)activity)->id;

    return a < b ? -1 : a > b;
}

int fet_refer_activity(struct fet *f, const struct xml_node *node)
{
    int id;

    if (!fet_number(f, node, 1, INT32_MAX, &id))
        return -1;
    const struct fet_activity *found =
        bsearch(&id, f->activity, (size_t)f->n_activities, sizeof *f->activity, compare_ids);
    if (!found) {
        XML_ERROR(&f->xml, node, "unknown_activity", _("there is no activity with the id %d"), id);
        return -1;
    }
    return (int)(found - f->activity);
}

bool fet_is_false(const struct xml_node *node, const char *name)
{
    const struct xml_node *found = xml_child(node, name);

    return found && strcmp(found->text, "false") == 0;
}

/* The name of an item of a list, added to `ids`. */
static void add_name(struct fet *f, const struct xml_node *item, struct zj_intern *ids)
{
    const struct xml_node *name = fet_need(f, item, "Name", NULL);
    int before = ids->n;

    if (!name)
        return;
    if (!*name->raw)
        XML_ERROR(&f->xml, name, "blank", _("the name is blank"));
    else if (zj_intern(ids, &f->arena, name->raw) < before)
        XML_ERROR(&f->xml, name, "twice", _("the name '%s' stands twice in the list"), name->text);
}

/* The items `item` of a list of names; at most `most`, at least one when `must`. */
static void load_names(struct fet *f, const char *list, const char *item, int most, bool must,
                       struct zj_intern *ids)
{
    const struct xml_node *node = must ? fet_need(f, f->xml.root, list, NULL) : xml_child(f->xml.root, list);

    if (!node)
        return;
    for (const struct xml_node *i = xml_child(node, item); i; i = xml_again(i)) {
        if (ids->n == most) {
            XML_ERROR(&f->xml, i, "too_many", _("an instance has at most %d of these"), most);
            return;
        }
        add_name(f, i, ids);
    }
    if (must && ids->n == 0)
        XML_ERROR(&f->xml, node, "empty", _("the list is empty"));
}

static void load_room(struct fet *f, const struct xml_node *item)
{
    const struct xml_node *name = xml_child(item, "Name");
    const struct xml_node *building = xml_child(item, "Building"), *capacity = xml_child(item, "Capacity");
    int index = name ? zj_intern_find(&f->rooms, name->raw) : -1;

    if (index < 0)
        return;
    struct fet_room *room = &f->room[index];
    *room = (struct fet_room){.building = -1, .capacity = MAX_STUDENTS};
    if (building && *building->raw)
        room->building = fet_refer(f, building, &f->buildings);
    if (capacity)
        fet_number(f, capacity, 0, MAX_STUDENTS, &room->capacity);
    room->is_virtual = xml_child(item, "Virtual") && !fet_is_false(item, "Virtual");
}

static void load_rooms(struct fet *f)
{
    const struct xml_node *list = xml_child(f->xml.root, "Rooms_List");

    load_names(f, "Rooms_List", "Room", MAX_NAMES, false, &f->rooms);
    f->room = zj_alloc_n(&f->arena, (size_t)f->rooms.n, sizeof *f->room);
    for (const struct xml_node *i = list ? xml_child(list, "Room") : NULL; i; i = xml_again(i))
        load_room(f, i);
}

/* A percentage with decimals, in hundredths; what is just below 100 stays below. */
static bool weight(struct fet *f, const struct xml_node *node, int *out)
{
    char *end;
    double value = strtod(node->text, &end);

    if (end == node->text || *end || !(value >= 0 && value <= 100)) {
        XML_ERROR(&f->xml, node, "bad_weight", _("'%s' is not a percentage from 0 to 100"), node->text);
        return false;
    }
    *out = (int)(value * 100);
    if (value > 0 && *out == 0)
        *out = 1;
    return true;
}

static void load_constraints(struct fet *f, const char *list, int *cap)
{
    const struct xml_node *node = fet_need(f, f->xml.root, list, NULL);

    for (const struct xml_node *i = node ? node->first : NULL; i; i = i->next) {
        const struct xml_node *percent = fet_need(f, i, "Weight_Percentage", NULL);
        struct fet_constraint c = {.at = i};
        if (!percent || !weight(f, percent, &c.weight) || c.weight == 0 || fet_is_false(i, "Active"))
            continue;
        ZJ_GROW(f->constraint, f->n_constraints, *cap);
        f->constraint[f->n_constraints++] = c;
    }
}

/* Files of mornings and afternoons, and of terms, count days in ways that a week of an instance does not. */
static void check_mode(struct fet *f)
{
    const struct xml_node *mode = xml_child(f->xml.root, "Mode");

    if (mode && strcmp(mode->text, "Official") != 0)
        XML_ERROR(&f->xml, mode, "other_mode", _("the mode is '%s'; expected Official"), mode->text);
}

static const char *text_of(const struct xml_node *node, const char *name)
{
    const struct xml_node *found = xml_child(node, name);

    return found ? found->text : "";
}

static void load_all(struct fet *f)
{
    int cap = 0;

    f->institution = text_of(f->xml.root, "Institution_Name");
    check_mode(f);
    load_names(f, "Days_List", "Day", FET_MAX_DAYS, true, &f->days);
    load_names(f, "Hours_List", "Hour", FET_MAX_HOURS, true, &f->hours);
    load_names(f, "Subjects_List", "Subject", MAX_NAMES, true, &f->subjects);
    load_names(f, "Activity_Tags_List", "Activity_Tag", MAX_NAMES, false, &f->tags);
    load_names(f, "Teachers_List", "Teacher", MAX_NAMES, true, &f->teachers);
    load_names(f, "Buildings_List", "Building", MAX_BUILDINGS, false, &f->buildings);
    load_rooms(f);
    const struct xml_node *students = fet_need(f, f->xml.root, "Students_List", NULL);
    const struct xml_node *activities = fet_need(f, f->xml.root, "Activities_List", NULL);
    if (students)
        fet_load_students(f, students);
    if (activities)
        fet_load_activities(f, activities);
    load_constraints(f, "Time_Constraints_List", &cap);
    load_constraints(f, "Space_Constraints_List", &cap);
}

enum zj_status fet_load(struct fet *f, const char *bytes, size_t n, const char *file, struct zj_diag *d)
{
    int errors = d->n_errors;

    memset(f, 0, sizeof *f);
    f->institution = "";
    if (xml_load(&f->xml, bytes, n, file, d) != ZJ_OK)
        return ZJ_EDATA;
    if (strcmp(f->xml.root->name, "fet") != 0)
        XML_ERROR(&f->xml, f->xml.root, "not_fet", _("the file's element is '%s'; expected 'fet'"),
                  f->xml.root->name);
    else
        load_all(f);
    return d->n_errors > errors ? ZJ_EDATA : ZJ_OK;
}

void fet_release(struct fet *f)
{
    struct zj_intern *ids[] = {&f->days,     &f->hours,     &f->subjects, &f->tags,
                               &f->teachers, &f->buildings, &f->rooms,    &f->sets};

    for (size_t i = 0; i < sizeof ids / sizeof ids[0]; i++)
        zj_intern_release(ids[i]);
    free(f->activity);
    free(f->constraint);
    zj_arena_release(&f->arena);
    xml_release(&f->xml);
}
