/*
 * timetable.c - a timetable that FET found, read back: when each activity starts becomes lessons.
 */
#include "solver/base/i18n.h"
#include "solver/fet/import.h"
#include "solver/fet/translate.h"

#include <string.h>

struct reader {
    struct tr *t;
    struct fet x; /* the timetable's text; only its XML part is used */
    const struct zj_instance *in;
    struct zj_lessons *out;
    bool *seen; /* by activity */
};

/* The lessons of an activity that starts on day d, hour h. */
static void add_lessons(struct reader *r, const struct xml_node *at, int piece, int d, int h)
{
    const struct tr *t = r->t;
    const struct tr_block *b = &t->block[t->piece[piece].block];
    const char *class_id = t->class_[b->class_id].word, *subject = t->variant[b->variant].word;
    struct zj_lesson x = {.teacher = zj_find_teacher(r->in, t->teacher[b->teacher].id),
                          .school = -1,
                          .class_id = zj_intern_find(&r->in->words, class_id),
                          .subject = zj_intern_find(&r->in->words, subject),
                          .day = d};

    for (int i = 0; i < r->in->n_blocks; i++)
        if (r->in->block[i].class_id == x.class_id && r->in->block[i].subject == x.subject)
            x.school = r->in->block[i].school;
    if (x.teacher < 0 || x.school < 0 || d >= r->in->n_days) {
        XML_ERROR(
            &r->x.xml, at, "other_instance",
            _("the instance has no lessons of '%s' in '%s'; it was not made from this FET file in this way"),
            class_id, subject);
        return;
    }
    for (int k = 0; k < t->f.activity[piece].duration; k++) {
        x.period = h + k + 1;
        zj_lessons_add(r->out, &x);
    }
}

/* An activity without day and hour was not placed. */
static void read_activity(struct reader *r, const struct xml_node *at)
{
    const struct xml_node *id = fet_need(&r->x, at, "Id", NULL);
    const struct xml_node *day = fet_need(&r->x, at, "Day", NULL), *hour = fet_need(&r->x, at, "Hour", NULL);
    const struct fet *f = &r->t->f;

    if (!id || !day || !hour || (!*day->text && !*hour->text))
        return;
    int d = fet_refer(&r->x, day, &f->days), h = fet_refer(&r->x, hour, &f->hours);
    int piece = fet_refer_activity(&r->x, id);
    if (d < 0 || h < 0 || piece < 0)
        return;
    if (!r->t->piece[piece].used || h + f->activity[piece].duration > f->hours.n)
        XML_ERROR(&r->x.xml, at, "bad_activity", _("the activity %s is not active, or does not end that day"),
                  id->text);
    else if (r->seen[piece])
        XML_ERROR(&r->x.xml, at, "twice", _("the activity %s stands twice"), id->text);
    else
        add_lessons(r, at, piece, d, h);
    r->seen[piece] = true;
}

static void read_timetable(struct reader *r)
{
    const struct xml_node *root = r->x.xml.root;

    if (strcmp(root->name, "Activities_Timetable") != 0) {
        XML_ERROR(
            &r->x.xml, root, "not_timetable",
            _("the file's element is '%s'; expected 'Activities_Timetable', as in FET's NAME_activities.xml"),
            root->name);
        return;
    }
    for (const struct xml_node *a = xml_child(root, "Activity"); a; a = xml_again(a))
        read_activity(r, a);
}

enum zj_status fet_read_timetable(const struct fet_source *fet, const struct fet_source *timetable,
                                  const char *ignore, const struct zj_instance *in, struct zj_lessons *out,
                                  struct zj_diag *d)
{
    struct tr t;
    struct reader r = {.t = &t, .in = in, .out = out};
    enum zj_status status = tr_translate(&t, fet->bytes, fet->n, fet->file, ignore, d);
    int errors = d->n_errors;

    if (status == ZJ_OK) {
        r.seen = zj_alloc_n(&t.arena, (size_t)t.f.n_activities, sizeof *r.seen);
        status = xml_load(&r.x.xml, timetable->bytes, timetable->n, timetable->file, d);
        r.x.activity = t.f.activity;
        r.x.n_activities = t.f.n_activities;
        if (status == ZJ_OK)
            read_timetable(&r);
        xml_release(&r.x.xml);
    }
    tr_release(&t);
    return status == ZJ_OK && d->n_errors > errors ? ZJ_EDATA : status;
}
