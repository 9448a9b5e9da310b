#include "solver/fet/translate.h"

#include "solver/base/i18n.h"

#include <stdlib.h>
#include <string.h>

enum { BITS = 64 };

static void name_days(struct tr *t)
{
    struct zj_intern words = {0};

    t->day = zj_alloc_n(&t->arena, (size_t)t->f.days.n, sizeof *t->day);
    for (int d = 0; d < t->f.days.n; d++)
        t->day[d] = tr_word(t, &words, t->f.days.text[d], 'D');
    zj_intern_release(&words);
}

static void prepare(struct tr *t)
{
    const struct fet *f = &t->f;

    t->n_room_words = (f->rooms.n + BITS - 1) / BITS;
    t->n_buildings = f->buildings.n > 0 ? f->buildings.n : 1;
    for (int d = 0; d < f->days.n; d++)
        t->all.day[d] = ((uint32_t)1 << f->hours.n) - 1;
    t->piece = zj_alloc_n(&t->arena, (size_t)f->n_activities, sizeof *t->piece);
    t->teacher = zj_alloc_n(&t->arena, (size_t)f->teachers.n, sizeof *t->teacher);
    t->teacher_gap = zj_alloc_n(&t->arena, (size_t)f->teachers.n, sizeof *t->teacher_gap);
    t->gap = zj_alloc_n(&t->arena, (size_t)t->n_buildings, (size_t)t->n_buildings * sizeof *t->gap);
    for (int i = 0; i < f->teachers.n; i++)
        t->teacher[i].hours = zj_alloc_n(&t->arena, (size_t)t->n_buildings, sizeof *t->teacher[i].hours);
}

/* Ids and home buildings (where most hours are) of those who teach. */
static void settle_teachers(struct tr *t)
{
    int n = 0;

    for (int i = 0; i < t->f.teachers.n; i++) {
        struct tr_teacher *x = &t->teacher[i];
        int total = 0;
        for (int b = 0; b < t->n_buildings; b++) {
            total += x->hours[b];
            if (x->hours[b] > x->hours[x->home])
                x->home = b;
        }
        if (total > 0)
            x->id = zj_printf(&t->arena, "T%04d", ++n);
    }
}

/* The table of synchronous classes knows one subject for both. */
static void check_sync_words(struct tr *t)
{
    for (int i = 0; i < t->n_syncs; i++)
        if (t->block[t->sync[i].a].variant != t->block[t->sync[i].b].variant)
            tr_refuse(t, t->sync[i].at, t->sync[i].at->name,
                      N_("activities at the same time whose classes have different rules for the subject"));
}

static void translate(struct tr *t)
{
    prepare(t);
    name_days(t);
    tr_make_classes(t);
    tr_apply_constraints(t);
    settle_teachers(t);
    tr_make_gaps(t);
    tr_check_idle(t);
    tr_make_blocks(t);
    tr_make_words(t);
    check_sync_words(t);
    tr_report_refusals(t);
    if (t->n_blocks == 0 && t->n_refusals == 0)
        XML_ERROR(&t->f.xml, t->f.xml.root, "empty", _("no activity of the file is a lesson"));
}

enum zj_status tr_translate(struct tr *t, const char *bytes, size_t n, const char *file, const char *ignore,
                            struct zj_diag *d)
{
    int errors = d->n_errors;

    memset(t, 0, sizeof *t);
    t->d = d;
    tr_read_ignored(t, ignore ? ignore : "");
    if (fet_load(&t->f, bytes, n, file, d) != ZJ_OK)
        return ZJ_EDATA;
    translate(t);
    return d->n_errors > errors ? ZJ_EDATA : ZJ_OK;
}

void tr_release(struct tr *t)
{
    free(t->refusal);
    free(t->limit);
    free(t->spread);
    free(t->same);
    free(t->block);
    free(t->variant);
    free(t->group);
    free(t->sync);
    fet_release(&t->f);
    zj_arena_release(&t->arena);
}
