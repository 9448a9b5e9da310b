#include "tests/support/random_week.h"

#include "solver/data/change.h"
#include "solver/data/week.h"

#include <stddef.h>

void random_limits(struct rng *r, const struct week_size *size, struct zj_instance *in)
{
    for (int i = 0; i < in->n_teachers; i++) {
        struct zj_teacher *t = &in->teacher[i];
        t->max_week = rng_chance(r, 8) ? ZJ_NONE : size->tiny ? rng_in(r, 1, 8) : rng_in(r, 8, 18);
        t->max_day = rng_chance(r, 30) ? ZJ_NONE : size->tiny ? rng_in(r, 1, 4) : rng_in(r, 3, 5);
        t->max_schools_week = rng_chance(r, 20) ? rng_in(r, 1, 3) : ZJ_NONE;
        t->max_schools_day = rng_chance(r, 20) ? rng_in(r, 1, 2) : ZJ_NONE;
    }
}

/* ---- demand ---- */

/* Does some row already speak of the subject in the class (or grade) of the school? */
static bool is_wanted(const struct zj_instance *in, const struct zj_demand *d)
{
    for (int i = 0; i < in->n_demand; i++) {
        const struct zj_demand *x = &in->demand[i];
        if (x->school == d->school && x->subject == d->subject && x->class_id == d->class_id &&
            x->grade == d->grade)
            return true;
    }
    return false;
}

/* Mostly somebody who has the subject; the row fixes the teacher all the same when not. */
static int staffed_by(struct rng *r, const struct zj_instance *in, int subject)
{
    for (int tries = 0; tries < 4; tries++) {
        int t = rng_in(r, 0, in->n_teachers - 1);
        if (zj_ids_has(&in->teacher[t].subjects, subject) || rng_chance(r, 10))
            return t;
    }
    return -1;
}

/* One row: a class, or a grade of like classes. Returns the number of blocks it stands for. */
static int demand_row(struct rng *r, const struct week_size *size, struct zj_instance *in)
{
    struct zj_demand *d = &in->demand[in->n_demand];
    int school = rng_in(r, 0, size->schools - 1), number = rng_in(r, 1, size->classes);
    bool like = rng_chance(r, size->tiny ? 40 : 25);
    char *name = like ? zj_printf(&in->arena, "%d", rng_in(r, 1, 2))
                      : zj_printf(&in->arena, "c%d.%d", school + 1, number);

    *d = (struct zj_demand){.school = school, .class_id = -1, .grade = -1, .teacher = -1};
    d->subject = W_MUSIC + rng_in(r, 0, size->subjects - 1);
    d->periods = size->tiny ? rng_chance(r, 4)    ? 0
                              : rng_chance(r, 55) ? 1
                                                  : rng_in(r, 2, 3)
                            : rng_in(r, 1, 4);
    d->classes = like ? rng_in(r, 1, size->tiny ? 3 : 4) : 1;
    *(like ? &d->grade : &d->class_id) = zj_intern(&in->words, &in->arena, name);
    d->max_per_day = rng_chance(r, 40) ? rng_in(r, 1, 2) : ZJ_NONE;
    d->priority = rng_chance(r, 60) ? 1 : rng_chance(r, 20) ? ZJ_NONE : rng_in(r, 1, 5);
    d->line = in->n_demand + 2;
    if (is_wanted(in, d))
        return 0;
    if (rng_chance(r, 15))
        d->teacher = staffed_by(r, in, d->subject);
    in->n_demand++;
    return d->classes;
}

void random_demand(struct rng *r, const struct week_size *size, struct zj_instance *in)
{
    int blocks = 0, most = 3 * size->blocks;

    in->demand = zj_alloc_n(&in->arena, (size_t)most, sizeof *in->demand);
    for (int tries = 0; tries < most && blocks < size->blocks; tries++)
        blocks += demand_row(r, size, in);
}

/* ---- who is not free, who wants to go where, who is away ---- */

static void busy_row(struct rng *r, struct zj_instance *in)
{
    struct zj_busy *b = &in->busy[in->n_busy];
    int first = rng_in(r, 1, in->n_periods), last = rng_in(r, first, in->n_periods);

    *b = (struct zj_busy){.who = (enum zj_who)rng_in(r, 0, ZJ_N_WHO - 1),
                          .day = rng_chance(r, 30) ? -1 : rng_in(r, 0, in->n_days - 1),
                          .from = first,
                          .to = rng_chance(r, 60) ? first : last,
                          .line = in->n_busy + 2};
    if (rng_chance(r, 15))
        b->from = b->to = 0;
    if (b->who == ZJ_WHO_CLASS && in->n_blocks == 0)
        b->who = ZJ_WHO_TEACHER;
    b->id = b->who == ZJ_WHO_TEACHER  ? in->teacher[rng_in(r, 0, in->n_teachers - 1)].id
            : b->who == ZJ_WHO_SCHOOL ? in->school[rng_in(r, 0, in->n_schools - 1)].id
                                      : zj_word(in, in->block[rng_in(r, 0, in->n_blocks - 1)].class_id);
    in->n_busy++;
}

static void wishes(struct rng *r, struct zj_instance *in)
{
    int percent = rng_chance(r, 40) ? 0 : 35;

    in->wish = zj_alloc_n(&in->arena, (size_t)(in->n_teachers * in->n_schools), sizeof *in->wish);
    for (int t = 0; t < in->n_teachers; t++)
        for (int s = 0; s < in->n_schools; s++)
            if (rng_chance(r, percent)) {
                in->wish[in->n_wishes] = (struct zj_wish){t, s, rng_in(r, -2, 2), in->n_wishes + 2};
                in->n_wishes++;
            }
}

/* Somebody is posted away in the first term, and teaches there or does not. */
static void history(struct rng *r, struct zj_instance *in)
{
    if (in->n_schools < 2 || !rng_chance(r, 12))
        return;
    in->history = zj_alloc_n(&in->arena, 1, sizeof *in->history);
    struct zj_history *h = &in->history[in->n_history++];
    h->teacher = rng_in(r, 0, in->n_teachers - 1);
    h->kind = rng_chance(r, 70) ? W_SUPPORT : rng_chance(r, 70) ? W_SHADOWING : W_OTHER_KIND;
    h->from = in->teacher[h->teacher].school;
    h->to = (h->from + rng_in(r, 1, in->n_schools - 1)) % in->n_schools;
    h->start = in->term[0].start - rng_in(r, 0, 300);
    h->end = rng_chance(r, 30) ? ZJ_NO_DATE : in->term[0].start + rng_in(r, -2, 60);
    if (h->end != ZJ_NO_DATE && h->end < h->start)
        h->end = h->start;
    h->terms = ZJ_NONE;
    h->line = 2;
}

void random_week_rows(struct rng *r, const struct week_size *size, struct zj_instance *in)
{
    int n = rng_chance(r, 40) ? 0 : rng_in(r, 1, size->tiny ? 3 : 2 * in->n_schools);

    in->busy = zj_alloc_n(&in->arena, (size_t)n, sizeof *in->busy);
    for (int i = 0; i < n; i++)
        busy_row(r, in);
    wishes(r, in);
    history(r, in);
}

/* ---- lessons at one time, lessons that must or must not be ---- */

static void sync_row(struct rng *r, struct zj_instance *in)
{
    const struct zj_block *a = &in->block[rng_in(r, 0, in->n_blocks - 1)];
    const struct zj_block *b = &in->block[rng_in(r, 0, in->n_blocks - 1)];

    bool near = a->school == b->school && (a->class_id == b->class_id || rng_chance(r, 80));

    if (near || (a->subject != b->subject && rng_chance(r, 90)))
        return;
    for (int i = 0; i < in->n_sync; i++) {
        const struct zj_sync *x = &in->sync[i];
        bool same = x->class_a == a->class_id && x->class_b == b->class_id;
        bool turned = x->class_a == b->class_id && x->class_b == a->class_id;
        if ((same || turned) && x->subject == a->subject)
            return;
    }
    in->sync[in->n_sync] =
        (struct zj_sync){a->class_id, b->class_id, a->subject, rng_in(r, 1, 2), in->n_sync + 2};
    in->n_sync++;
}

static void pin_row(struct rng *r, struct zj_instance *in)
{
    struct zj_pin *p = &in->pin[in->n_pins];
    const struct zj_block *b = &in->block[rng_in(r, 0, in->n_blocks - 1)];

    *p = zj_pin_any(ZJ_TIMETABLE);
    p->forbid = rng_chance(r, 45);
    p->line = in->n_pins + 2;
    p->period = ZJ_NONE;
    if (rng_chance(r, 40))
        p->teacher = rng_in(r, 0, in->n_teachers - 1);
    if (rng_chance(r, 25))
        p->school = b->school;
    if (rng_chance(r, 30))
        p->class_id = b->class_id;
    if (rng_chance(r, 25))
        p->subject = b->subject;
    if (rng_chance(r, 40))
        p->day = rng_in(r, 0, in->n_days - 1);
    if (rng_chance(r, 30) || (p->day < 0 && p->class_id < 0))
        p->period = in->period[rng_in(r, 0, in->n_periods - 1)].id;
    if (rng_chance(r, 5)) /* of another model: says nothing here */
        p->model = ZJ_SECONDMENT;
    in->n_pins++;
}

void random_week_wants(struct rng *r, const struct week_size *size, struct zj_instance *in)
{
    int n_sync = size->schools > 1 && in->n_blocks > 1 && rng_chance(r, 35) ? 6 : 0;
    int n_pins = in->n_blocks > 0 && rng_chance(r, size->tiny ? 30 : 40) ? rng_in(r, 1, 2) : 0;

    in->sync = zj_alloc_n(&in->arena, (size_t)n_sync, sizeof *in->sync);
    for (int i = 0; i < n_sync && in->n_sync < 2; i++)
        sync_row(r, in);
    in->pin = zj_alloc_n(&in->arena, (size_t)n_pins, sizeof *in->pin);
    for (int i = 0; i < n_pins; i++)
        pin_row(r, in);
}
