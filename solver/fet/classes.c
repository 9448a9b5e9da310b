/*
 * classes.c - sets of students become classes.
 *
 * In FET two activities exclude each other when their sets have students in common. Classes of an instance
 * are apart or the same. So the sets that activities use fall into components; one in which every two
 * sets meet is a class, any other cannot be told.
 */
#include "solver/base/i18n.h"
#include "solver/fet/translate.h"

#include <stdlib.h>
#include <string.h>

static bool same_sets(const struct fet_ids *a, const struct fet_ids *b)
{
    return a->n == b->n && memcmp(a->v, b->v, (size_t)a->n * sizeof *a->v) == 0;
}

static int find_audience(const struct tr *t, const struct fet_ids *sets)
{
    for (int i = 0; i < t->n_audiences; i++)
        if (same_sets(t->audience[i].sets, sets))
            return i;
    return -1;
}

bool tr_students_meet(const struct tr *t, const uint64_t *a, const uint64_t *b)
{
    for (int w = 0; w < t->f.n_sub_words; w++)
        if (a[w] & b[w])
            return true;
    return false;
}

static int root_of(struct tr_audience *v, int i)
{
    while (v[i].class_id != i)
        i = v[i].class_id = v[v[i].class_id].class_id;
    return i;
}

static uint64_t *united(struct tr *t, const struct fet_ids *sets)
{
    uint64_t *sub = zj_alloc_n(&t->arena, (size_t)t->f.n_sub_words, sizeof *sub);

    for (int i = 0; i < sets->n; i++)
        for (int w = 0; w < t->f.n_sub_words; w++)
            sub[w] |= t->f.set[sets->v[i]].sub[w];
    return sub;
}

/* The activities that can have lessons; what others are is refused. */
static void use_pieces(struct tr *t)
{
    for (int i = 0; i < t->f.n_activities; i++) {
        const struct fet_activity *a = &t->f.activity[i];
        struct tr_piece *p = &t->piece[i];
        *p = (struct tr_piece){
            .audience = -1, .class_id = -1, .teacher = -1, .building = -1, .block = -1, .group = -1};
        p->starts = fet_cells_starts(&t->all, a->duration);
        if (!a->active)
            continue;
        if (a->teachers.n != 1)
            tr_refuse(t, a->at, "Activity", N_("an activity without a teacher, or with several"));
        else if (a->sets.n == 0)
            tr_refuse(t, a->at, "Activity", N_("an activity without students"));
        else if (a->duration > 2)
            tr_refuse(t, a->at, "Activity", N_("an activity of more than two hours"));
        else
            p->used = true;
        if (p->used)
            p->teacher = a->teachers.v[0];
    }
}

static void collect_audiences(struct tr *t)
{
    t->audience = zj_alloc_n(&t->arena, (size_t)t->f.n_activities, sizeof *t->audience);
    for (int i = 0; i < t->f.n_activities; i++) {
        const struct fet_activity *a = &t->f.activity[i];
        if (!t->piece[i].used)
            continue;
        int k = find_audience(t, &a->sets);
        if (k < 0) {
            k = t->n_audiences++;
            t->audience[k] = (struct tr_audience){&a->sets, united(t, &a->sets), a->at, k};
        }
        t->piece[i].audience = k;
    }
}

/* Join the audiences that meet: then class_id leads to the first of the component. */
static void join(struct tr *t)
{
    struct tr_audience *v = t->audience;

    for (int i = 0; i < t->n_audiences; i++) {
        for (int k = 0; k < i; k++) {
            int a = root_of(v, i), b = root_of(v, k);
            if (a != b && tr_students_meet(t, v[i].sub, v[k].sub))
                v[a > b ? a : b].class_id = a < b ? a : b;
        }
    }
}

/* Not all audiences of a component meet each other: a class would keep apart what FET may put together. */
static void refuse_strangers(struct tr *t)
{
    struct tr_audience *v = t->audience;

    for (int i = 0; i < t->n_audiences; i++) {
        for (int k = 0; k < i; k++) {
            if (root_of(v, i) != root_of(v, k) || tr_students_meet(t, v[i].sub, v[k].sub))
                continue;
            tr_refuse(t, v[i].at, "Students",
                      N_("two sets of students that have nobody in common, and a third that meets both"));
            break;
        }
    }
}

static const char *name_of(struct tr *t, const struct fet_ids *sets)
{
    const char *name = t->f.sets.text[sets->v[0]];

    for (int i = 1; i < sets->n; i++)
        name = zj_printf(&t->arena, "%s+%s", name, t->f.sets.text[sets->v[i]]);
    return name;
}

/* Number the components. The root of each is its first audience: it has its number before the others ask. */
static void number_classes(struct tr *t)
{
    struct zj_intern words = {0};
    int *number = zj_calloc((size_t)t->n_audiences, sizeof *number);

    t->class_ = zj_alloc_n(&t->arena, (size_t)t->n_audiences, sizeof *t->class_);
    for (int i = 0; i < t->n_audiences; i++) {
        int root = root_of(t->audience, i);
        number[i] = root == i ? t->n_classes : number[root];
        if (root == i)
            t->class_[t->n_classes++] = (struct tr_class){
                .word = tr_word(t, &words, name_of(t, t->audience[i].sets), 'C'), .building = -1};
    }
    for (int i = 0; i < t->n_audiences; i++)
        t->audience[i].class_id = number[i];
    zj_intern_release(&words);
    free(number);
}

void tr_make_classes(struct tr *t)
{
    use_pieces(t);
    collect_audiences(t);
    join(t);
    refuse_strangers(t);
    number_classes(t);
    for (int i = 0; i < t->f.n_activities; i++)
        if (t->piece[i].used)
            t->piece[i].class_id = t->audience[t->piece[i].audience].class_id;
}
