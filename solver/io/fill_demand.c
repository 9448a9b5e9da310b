/*
 * fill_demand.c - rows of demand and busy, and the classes that they name.
 *
 * A class is named by class_id, or exists by number: `classes` = n with grade g
 * stands for the ids <school_id>-<g>-1 … -n. Both ways may meet in one id, so the
 * checks of explicit ids against numbered classes come after the last row.
 */
#include "solver/base/i18n.h"
#include "solver/io/builder.h"
#include "solver/io/hints.h"

#include <stdio.h>
#include <string.h>

#define V(column) (&b->value[ZJ_COL_##column])

enum { MAX_CLASS_ID = 64 + 1 + 4 * 64 + 8 }; /* bytes of "<school_id>-<grade>" with some room */
/* Third part of a key that is not (school, subject, grade); grades are words >= 0, or -1. */
enum { KEY_CLASS = -2, KEY_OWNER = -3, KEY_GROUP = -4 };

static struct zj_place demand_place(const struct zj_builder *b, int line, const char *field)
{
    return (struct zj_place){b->file[ZJ_TAB_demand], line, 0, field};
}

/* The group of a school and grade, made when new. Reports two groups whose class ids would be the same. */
static int group_of(struct zj_builder *b, int school, const char *grade, int n)
{
    char name[MAX_CLASS_ID];
    int had = b->group_names.n;

    snprintf(name, sizeof name, "%s-%s", b->in->school[school].id, grade);
    int g = zj_intern(&b->group_names, &b->in->arena, name);

    if (g == had) {
        if (g == b->cap_groups)
            b->group = zj_realloc(b->group, (size_t)(b->cap_groups = g ? 2 * g : 16), sizeof *b->group);
        b->group[g] = (struct zj_class_group){school, 0, 0};
    } else if (b->group[g].school != school) {
        ZJ_ROW_ERROR(b, ZJ_COL_demand_grade, "class_at_two_schools",
                     _("the classes '%s-…' are those of the row in line %d, at another school"),
                     b->group_names.text[g], b->group[g].line);
    }
    if (n > b->group[g].n) {
        b->group[g].n = n;
        b->group[g].line = b->row->line;
    }
    return g;
}

/* What a demand row is known by: its subject, and the class, the numbered classes or the school. */
struct demand_key {
    int a, c;
};

static struct demand_key key_of(struct zj_builder *b)
{
    int school = V(demand_school_id)->number, grade = V(demand_grade)->number;
    int class = V(demand_class_id)->number, classes = V(demand_classes)->number;

    if (class >= 0)
        return (struct demand_key){class, KEY_CLASS};
    if (classes == ZJ_NONE)
        return (struct demand_key){school, grade};
    return (struct demand_key){group_of(b, school, zj_word(b->in, grade), classes), KEY_GROUP};
}

static void check_owner(struct zj_builder *b, int class, int school)
{
    int owner = zj_keys_find(&b->demand_keys, class, 0, KEY_OWNER);

    if (owner >= 0 && b->in->demand[owner].school != school)
        ZJ_ROW_ERROR(b, ZJ_COL_demand_class_id, "class_at_two_schools",
                     _("class '%s' is at school '%s' in line %d"), zj_word(b->in, class),
                     b->in->school[b->in->demand[owner].school].id, b->in->demand[owner].line);
}

/* Checks of the cells against each other; false when the row cannot be used. */
static bool check_classes(struct zj_builder *b)
{
    if (V(demand_class_id)->given && V(demand_classes)->given)
        ZJ_ROW_ERROR(b, ZJ_COL_demand_classes, "class_and_classes",
                     _("class_id and classes are both given; expected one of them"));
    if (V(demand_classes)->given && !V(demand_grade)->given)
        ZJ_ROW_ERROR(b, ZJ_COL_demand_classes, "no_grade",
                     _("classes without a grade; expected a grade, which is part of the classes' ids"));
    if (!b->bad_row && V(demand_class_id)->given)
        check_owner(b, V(demand_class_id)->number, V(demand_school_id)->number);
    return !b->bad_row;
}

static void append_demand(struct zj_builder *b, struct demand_key key)
{
    struct zj_instance *in = b->in;
    int class = V(demand_class_id)->number, subject = V(demand_subject)->number;

    zj_keys_add(&b->demand_keys, key.a, subject, key.c, in->n_demand);
    if (class >= 0)
        zj_keys_add(&b->demand_keys, class, 0, KEY_OWNER, in->n_demand);
    ZJ_GROW(in->demand, in->n_demand, b->cap);
    in->demand[in->n_demand++] = (struct zj_demand){
        .school = V(demand_school_id)->number,
        .subject = subject,
        .periods = V(demand_periods_per_week)->number,
        .classes = V(demand_classes)->given ? V(demand_classes)->number : 1,
        .class_id = class,
        .whole = class < 0 && !V(demand_classes)->given,
        .grade = V(demand_grade)->number,
        .max_per_day = V(demand_max_per_day)->number,
        .teacher = V(demand_teacher_id)->number,
        .priority = V(demand_priority)->number,
        .line = b->row->line,
    };
}

void zj_add_demand(struct zj_builder *b)
{
    int subject = V(demand_subject)->number;

    if (!check_classes(b)) {
        b->incomplete[ZJ_TAB_demand] = true;
        return;
    }
    struct demand_key key = key_of(b);
    if (b->bad_row)
        return;
    int earlier = zj_keys_find(&b->demand_keys, key.a, subject, key.c);
    if (earlier < 0)
        append_demand(b, key);
    else
        ZJ_ROW_ERROR(b, ZJ_COL_demand_subject, "repeated",
                     _("the class has the subject '%s' in line %d already"), zj_word(b->in, subject),
                     b->in->demand[earlier].line);
}

/* The group whose numbered class has this id, and its number k; -1 when the id is not of that form. */
static int find_numbered(const struct zj_builder *b, const char *id, int *k)
{
    const char *dash = strrchr(id, '-');
    char name[MAX_CLASS_ID];

    if (!dash || dash[1] == '0' || !zj_parse_int(dash + 1, k))
        return -1;
    snprintf(name, sizeof name, "%.*s", (int)(dash - id), id);
    int group = zj_intern_find(&b->group_names, name);
    return group >= 0 && *k >= 1 && *k <= b->group[group].n ? group : -1;
}

/* An explicit class that is also one of the numbered classes. */
static void check_numbered(struct zj_builder *b, const struct zj_demand *x)
{
    struct zj_instance *in = b->in;
    int k, group = find_numbered(b, zj_word(in, x->class_id), &k);

    if (group < 0)
        return;
    if (b->group[group].school != x->school) {
        struct zj_place at = demand_place(b, x->line, zj_columns[ZJ_COL_demand_class_id].name);
        zj_diag_add(b->d, ZJ_ERROR, "class_at_two_schools", &at, _("class '%s' is at school '%s' in line %d"),
                    zj_word(in, x->class_id), in->school[b->group[group].school].id, b->group[group].line);
        return;
    }
    int other = zj_keys_find(&b->demand_keys, group, x->subject, KEY_GROUP);
    if (other >= 0 && k <= in->demand[other].classes) {
        struct zj_place at = demand_place(b, x->line, zj_columns[ZJ_COL_demand_class_id].name);
        zj_diag_add(b->d, ZJ_ERROR, "repeated", &at, _("the class has the subject '%s' in line %d already"),
                    zj_word(in, x->subject), in->demand[other].line);
    }
}

void zj_check_demand(struct zj_builder *b)
{
    for (int i = 0; i < b->in->n_demand; i++)
        if (b->in->demand[i].class_id >= 0)
            check_numbered(b, &b->in->demand[i]);
}

bool zj_class_exists(const struct zj_builder *b, const char *id)
{
    int word = zj_intern_find(&b->in->words, id), k;

    return b->incomplete[ZJ_TAB_demand] ||
           (word >= 0 && zj_keys_find(&b->demand_keys, word, 0, KEY_OWNER) >= 0) ||
           find_numbered(b, id, &k) >= 0;
}

int zj_class_school(const struct zj_builder *b, const char *id)
{
    int word = zj_intern_find(&b->in->words, id), k;
    int row = word >= 0 ? zj_keys_find(&b->demand_keys, word, 0, KEY_OWNER) : -1;

    if (row >= 0)
        return b->in->demand[row].school;
    int group = find_numbered(b, id, &k);
    return group >= 0 ? b->group[group].school : -1;
}

bool zj_class_has(const struct zj_builder *b, const char *id, int subject)
{
    int word = zj_intern_find(&b->in->words, id), k;

    if (b->incomplete[ZJ_TAB_demand] ||
        (word >= 0 && zj_keys_find(&b->demand_keys, word, subject, KEY_CLASS) >= 0))
        return true;
    int group = find_numbered(b, id, &k);
    int row = group >= 0 ? zj_keys_find(&b->demand_keys, group, subject, KEY_GROUP) : -1;
    return row >= 0 && k <= b->in->demand[row].classes;
}

bool zj_class_known(struct zj_builder *b, int column)
{
    const char *id = b->value[column].text;

    if (zj_class_exists(b, id))
        return true;
    struct zj_place at = zj_cell_place(b, column);
    zj_report_unknown(b, &at, ZJ_WHO_CLASS, id);
    return false;
}

/* Does the id of a busy row name what the row says it names? */
static bool is_known(struct zj_builder *b, enum zj_who who, const char *id)
{
    switch (who) {
    case ZJ_WHO_TEACHER:
        return zj_find_teacher(b->in, id) >= 0 || b->incomplete[ZJ_TAB_teachers];
    case ZJ_WHO_SCHOOL:
        return zj_find_school(b->in, id) >= 0 || b->incomplete[ZJ_TAB_schools];
    default:
        return zj_class_exists(b, id);
    }
}

/* A range may name periods that some school lacks, but not only such that the week lacks. */
static void check_busy_periods(struct zj_builder *b)
{
    int from = V(busy_period)->number, to = V(busy_period)->to;
    bool any = from == 0 || b->lost_week;

    for (int i = 0; i < b->in->n_periods; i++)
        any = any || (from <= b->in->period[i].id && b->in->period[i].id <= to);
    if (!any)
        ZJ_ROW_ERROR(b, ZJ_COL_busy_period, "unknown_period",
                     _("the week of the instance has no period '%s'"), V(busy_period)->text);
}

void zj_add_busy(struct zj_builder *b)
{
    struct zj_instance *in = b->in;

    if (!b->bad_row)
        check_busy_periods(b);

    if (b->bad_row)
        return;
    enum zj_who who = (enum zj_who)V(busy_who)->number;
    if (!is_known(b, who, V(busy_id)->text)) {
        struct zj_place at = zj_cell_place(b, ZJ_COL_busy_id);
        zj_report_unknown(b, &at, who, V(busy_id)->text);
        return;
    }
    ZJ_GROW(in->busy, in->n_busy, b->cap);
    in->busy[in->n_busy++] = (struct zj_busy){
        .who = who,
        .id = zj_word(in, V(busy_id)->number),
        .day = V(busy_day)->number,
        .from = V(busy_period)->number,
        .to = V(busy_period)->to,
        .line = b->row->line,
    };
}
