#include "solver/fet/export.h"

#include "solver/base/i18n.h"
#include "solver/data/travel.h"
#include "solver/fet/export_parts.h"

#include <stdlib.h>
#include <string.h>

static void add_activity(struct fx *x, const struct fx_activity *a)
{
    ZJ_GROW(x->activity, x->n_activities, x->cap_activities);
    x->activity[x->n_activities++] = *a;
}

static void add_lesson(struct fx *x, const struct zj_lesson *l)
{
    const struct zj_period *p = zj_period_at(x->in, l->school, l->period);
    int from = fet_grid_at(&x->grid, p->start), to = fet_grid_at(&x->grid, p->end);

    add_activity(
        x, &(struct fx_activity){l->teacher, l->class_id, l->subject, l->school, l->day, from, to - from});
    x->teaches[l->teacher] = true;
    x->class_school[l->class_id] = l->school;
    x->taught[l->subject] = true;
}

/* From the end of lesson l to where l[1] may begin. A way that does not exist lasts all day. */
static void add_way(struct fx *x, const struct zj_lesson *l)
{
    int minutes = zj_minutes(x->in, l->school, l[1].school);
    int end = zj_period_at(x->in, l->school, l->period)->end;
    int from = fet_grid_at(&x->grid, end);
    int to = minutes == ZJ_NONE ? x->grid.n : fet_grid_at(&x->grid, end + minutes + x->settle[l->teacher]);

    if (to > from)
        add_activity(x, &(struct fx_activity){l->teacher, -1, -1, -1, l->day, from, to - from});
}

static void add_activities(struct fx *x)
{
    for (int i = 0; i < x->lessons.n; i++)
        add_lesson(x, &x->lessons.v[i]);
    for (int i = 0; i + 1 < x->lessons.n; i++) {
        const struct zj_lesson *l = &x->lessons.v[i];
        if (l->teacher == l[1].teacher && l->day == l[1].day &&
            !zj_same_campus(x->in, l->school, l[1].school))
            add_way(x, l);
    }
}

static enum zj_status check(const struct fx *x, struct zj_err *err)
{
    for (int i = 0; i < x->lessons.n; i++) {
        const struct zj_lesson *l = &x->lessons.v[i];
        if (!zj_period_at(x->in, l->school, l->period))
            return zj_fail(err, ZJ_EDATA,
                           _("the plan has a lesson of '%s' in period %d, which '%s' does not have"),
                           x->in->teacher[l->teacher].id, l->period, x->in->school[l->school].id);
    }
    if (x->lessons.n == 0)
        return zj_fail(err, ZJ_EDATA, _("the plan has no lessons"));
    if (x->grid.n > FET_HOURS_OF_FET)
        return zj_fail(err, ZJ_EDATA,
                       _("the bells of the schools cut a day into %d hours; FET knows at most %d"), x->grid.n,
                       FET_HOURS_OF_FET);
    return ZJ_OK;
}

/* A name for ways that no subject has. */
static const char *name_of_ways(struct zj_arena *a, const struct zj_instance *in)
{
    const char *name = "way";

    while (zj_intern_find(&in->words, name) >= 0)
        name = zj_printf(a, "(%s)", name);
    return name;
}

static void begin(struct fx *x, const struct zj_lessons *lessons)
{
    for (int i = 0; i < lessons->n; i++)
        zj_lessons_add(&x->lessons, &lessons->v[i]);
    zj_lessons_sort(x->in, &x->lessons);
    fet_grid_init(&x->grid, x->in, &x->lessons);
    x->teaches = zj_calloc((size_t)x->in->n_teachers, sizeof *x->teaches);
    x->taught = zj_calloc((size_t)x->in->words.n, sizeof *x->taught);
    x->class_school = zj_malloc((size_t)x->in->words.n * sizeof *x->class_school);
    for (int w = 0; w < x->in->words.n; w++)
        x->class_school[w] = -1;
}

static void end(struct fx *x)
{
    zj_lessons_release(&x->lessons);
    fet_grid_release(&x->grid);
    free(x->activity);
    free(x->teaches);
    free(x->taught);
    free(x->class_school);
}

enum zj_status fet_export(const struct zj_instance *in, const struct zj_lessons *lessons, const int *settle,
                          struct fet_text *out, struct zj_err *err)
{
    struct zj_arena arena = {NULL};
    struct fx x = {.in = in, .settle = settle, .out = out, .way = name_of_ways(&arena, in)};

    begin(&x, lessons);
    enum zj_status status = check(&x, err);
    if (status == ZJ_OK) {
        add_activities(&x);
        fet_put(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<fet version=\"6.0.0\">\n");
        fx_put_lists(&x);
        fx_put_times(&x);
        fx_put_places(&x);
        fet_put(out, "</fet>\n");
    }
    end(&x);
    zj_arena_release(&arena);
    return status;
}
