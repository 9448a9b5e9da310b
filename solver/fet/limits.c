/*
 * limits.c - constraints on teachers: hours, gaps, changes of building; and who is not free when.
 */
#include "solver/base/i18n.h"
#include "solver/fet/handlers.h"

#include <string.h>

enum { MAX_VALUE = 1000 };

static const char *const value_of[TR_N_LIMITS] = {
    [TR_DAY] = "Maximum_Hours_Daily",
    [TR_ROW] = "Maximum_Hours_Continuously",
    [TR_CHANGES] = "Max_Building_Changes_Per_Day",
    [TR_IDLE] = "Max_Gaps",
};

/* The teacher (-1 = all) and the number that a constraint holds. */
static bool read_limit(struct tr *t, const struct fet_constraint *c, const char *name, int *teacher,
                       int *value)
{
    const struct xml_node *node = fet_need(&t->f, c->at, name, NULL);

    return tr_read_teacher(t, c->at, teacher) && node && fet_number(&t->f, node, 0, MAX_VALUE, value);
}

/* Limits of one kind, value and weight are one rule. */
static void add_limit(struct tr *t, const struct fet_constraint *c, enum tr_limit_kind kind, int teacher,
                      int value)
{
    struct tr_limit *l = NULL;

    for (int i = 0; i < t->n_limits && !l; i++) {
        struct tr_limit *x = &t->limit[i];
        if (x->kind == kind && x->value == value && x->weight == c->weight && !x->teacher == (teacher < 0))
            l = x;
    }
    if (!l) {
        ZJ_GROW(t->limit, t->n_limits, t->cap_limits);
        l = &t->limit[t->n_limits++];
        *l = (struct tr_limit){.kind = kind, .value = value, .weight = c->weight, .at = c->at};
        if (teacher >= 0)
            l->teacher = zj_alloc_n(&t->arena, (size_t)t->f.teachers.n, sizeof *l->teacher);
    }
    if (teacher >= 0)
        l->teacher[teacher] = true;
}

void tr_limit(struct tr *t, const struct fet_constraint *c, int kind)
{
    int teacher, value;

    if (read_limit(t, c, value_of[kind], &teacher, &value))
        add_limit(t, c, (enum tr_limit_kind)kind, teacher, value);
}

/* Only a week without any gap is the same as days without. */
void tr_idle_week(struct tr *t, const struct fet_constraint *c, int argument)
{
    int teacher, value;

    (void)argument;
    if (!read_limit(t, c, value_of[TR_IDLE], &teacher, &value))
        return;
    if (value == 0)
        add_limit(t, c, TR_IDLE, teacher, 0);
    else
        tr_refuse(t, c->at, c->at->name, N_("no rule limits the gaps of a whole week, unless there be none"));
}

static bool moves(const struct tr *t, int teacher)
{
    int n = 0;

    for (int b = 0; b < t->n_buildings; b++)
        n += t->teacher[teacher].hours[b] > 0;
    return n > 1;
}

void tr_changes_week(struct tr *t, const struct fet_constraint *c, int argument)
{
    int teacher;

    (void)argument;
    if (!tr_read_teacher(t, c->at, &teacher))
        return;
    for (int i = 0; i < t->f.teachers.n; i++) {
        if ((teacher < 0 || teacher == i) && moves(t, i)) {
            tr_refuse(t, c->at, c->at->name, N_("no rule limits the changes of building of a week"));
            return;
        }
    }
}

void tr_building_gap(struct tr *t, const struct fet_constraint *c, int argument)
{
    int teacher, value;

    (void)argument;
    if (!read_limit(t, c, "Min_Gaps_Between_Building_Changes", &teacher, &value) || !tr_must_hold(t, c))
        return;
    int *gap = teacher < 0 ? &t->default_gap : &t->teacher_gap[teacher];
    if (value > t->f.hours.n)
        value = t->f.hours.n;
    if (value > *gap)
        *gap = value;
    if (!t->gap_by)
        t->gap_by = c->at;
}

static int own_gap(const struct tr *t, int teacher)
{
    return t->teacher_gap[teacher] > t->default_gap ? t->teacher_gap[teacher] : t->default_gap;
}

static bool shares(const struct tr *t, int teacher, int a, int b)
{
    return t->teacher[teacher].hours[a] > 0 && t->teacher[teacher].hours[b] > 0;
}

/* A way takes what the teacher who needs least needs: the same for everybody who may have to go it. */
static void settle_way(struct tr *t, int a, int b)
{
    int least = -1;

    for (int i = 0; i < t->f.teachers.n; i++)
        if (shares(t, i, a, b) && (least < 0 || own_gap(t, i) < least))
            least = own_gap(t, i);
    if (least < 0)
        least = t->default_gap;
    t->gap[a * t->n_buildings + b] = t->gap[b * t->n_buildings + a] = least;
}

/* What the teacher needs beyond that is time to settle before a lesson: one number, whatever the way. */
static void settle_teacher(struct tr *t, int teacher)
{
    const struct fet_constraint must = {t->gap_by, FET_FULL_WEIGHT};
    int more = -1;

    for (int a = 0; a < t->n_buildings; a++) {
        for (int b = 0; b < a; b++) {
            int beyond = own_gap(t, teacher) - t->gap[a * t->n_buildings + b];
            if (!shares(t, teacher, a, b))
                continue;
            if (more >= 0 && beyond != more) {
                tr_refuse(t, t->gap_by, t->gap_by->name,
                          N_("gaps of teachers that neither the way nor the teacher alone explains"));
                return;
            }
            more = beyond;
        }
    }
    if (more > 0)
        add_limit(t, &must, TR_GAP, teacher, more);
}

void tr_make_gaps(struct tr *t)
{
    for (int a = 0; a < t->n_buildings; a++)
        for (int b = 0; b < a; b++)
            settle_way(t, a, b);
    for (int i = 0; i < t->f.teachers.n; i++)
        settle_teacher(t, i);
}

void tr_breaks(struct tr *t, const struct fet_constraint *c, int argument)
{
    (void)argument;
    if (tr_must_hold(t, c))
        tr_read_cells(t, c->at, "Break_Time", &t->breaks);
}

void tr_teacher_busy(struct tr *t, const struct fet_constraint *c, int argument)
{
    int teacher;

    (void)argument;
    if (tr_must_hold(t, c) && tr_read_teacher(t, c->at, &teacher) && teacher >= 0)
        tr_read_cells(t, c->at, "Not_Available_Time", &t->teacher[teacher].busy);
}

/* A class of several sets of students is busy only when all of them are. */
void tr_students_busy(struct tr *t, const struct fet_constraint *c, int argument)
{
    struct tr_filter filter;
    struct fet_cells busy = {{0}};
    bool *met = zj_alloc_n(&t->arena, (size_t)t->n_classes, sizeof *met);
    bool *missed = zj_alloc_n(&t->arena, (size_t)t->n_classes, sizeof *missed);

    (void)argument;
    if (!tr_must_hold(t, c) || !tr_read_filter(t, c->at, &filter) || filter.set < 0 ||
        !tr_read_cells(t, c->at, "Not_Available_Time", &busy))
        return;
    for (int i = 0; i < t->n_audiences; i++) {
        const struct tr_audience *a = &t->audience[i];
        bool meets = tr_students_meet(t, a->sub, t->f.set[filter.set].sub);
        *(meets ? &met[a->class_id] : &missed[a->class_id]) = true;
    }
    for (int k = 0; k < t->n_classes; k++) {
        if (met[k] && missed[k])
            tr_refuse(t, c->at, c->at->name, N_("only some of the students of a class are not available"));
        else if (met[k])
            fet_cells_join(&t->class_[k].busy, &busy);
    }
}

/* May an hour that FET does not count lie between two lessons? */
static bool has_uncounted_gap(const struct tr *t, int teacher)
{
    struct fet_cells closed = t->teacher[teacher].busy;

    fet_cells_join(&closed, &t->breaks);
    for (int d = 0; d < t->f.days.n; d++) {
        uint32_t open = t->all.day[d] & ~closed.day[d];
        if (open == 0)
            continue;
        int first = __builtin_ctz(open), last = 31 - __builtin_clz(open);
        uint32_t span = ((uint32_t)1 << (last + 1)) - ((uint32_t)1 << first);
        if (closed.day[d] & span)
            return true;
    }
    return false;
}

/* In FET breaks and hours when the teacher is not available are no gaps; to the rule they are. */
void tr_check_idle(struct tr *t)
{
    for (int l = 0; l < t->n_limits; l++) {
        const struct tr_limit *limit = &t->limit[l];
        for (int i = 0; i < t->f.teachers.n && limit->kind == TR_IDLE; i++) {
            if ((limit->teacher && !limit->teacher[i]) || !t->teacher[i].id || !has_uncounted_gap(t, i))
                continue;
            tr_refuse(t, limit->at, limit->at->name,
                      N_("teachers who are not available, or have a break, between hours they may teach"));
            break;
        }
    }
}
