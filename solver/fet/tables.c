/*
 * tables.c - the tables of the instance.
 *
 * What FET does not know and an instance must have (sex, birth date, stage, clock times) is a
 * placeholder, named as synthetic in the head of the instance.
 */
#include "solver/fet/tables.h"

#include "solver/base/text.h"

#include <string.h>

#define PLACEHOLDERS "M,1980-01-01"
#define COMMUNITY    "FET"

enum { DAY = 24 * 60, USUAL_START = 8 * 60, USUAL_STEP = 50, MAX_NAME = 200 };

/*
 * With g free hours between two lessons, g steps and one break lie between them; a way of n steps fits when
 * g >= n, and only then, for the break is shorter than a step. All of it must fit in a day, ways from
 * and to home too.
 */
struct tr_clock tr_clock_of(const struct tr *t)
{
    int hours = t->f.hours.n, most = 0;
    struct tr_clock c;

    for (int i = 0; i < t->f.teachers.n; i++)
        if (t->teacher_gap[i] > most)
            most = t->teacher_gap[i];
    if (t->default_gap > most)
        most = t->default_gap;
    c.step = DAY / (hours + 2 * most);
    if (c.step > USUAL_STEP)
        c.step = USUAL_STEP;
    c.first = DAY - (hours + most) * c.step;
    if (c.first > USUAL_START)
        c.first = USUAL_START;
    c.length = c.step - c.step / 5;
    return c;
}

const char *tr_school_id(struct tr *t, int building)
{
    return zj_printf(&t->arena, "B%03d", building + 1);
}

/* A name for people, as a cell may hold it. */
static void put_name(struct tr *t, struct fet_text *out, const char *name, const char *otherwise)
{
    const char *clean = zj_printable(&t->arena, name), *s = clean;
    const bool blank = strspn(clean, " \xE3\x80") == strlen(clean);

    for (int letters = 0; *s && (letters += ((unsigned char)*s & 0xC0) != 0x80) <= MAX_NAME;)
        s++;
    fet_put_cell(out, !blank ? zj_strndup(&t->arena, clean, (size_t)(s - clean)) : otherwise);
}

void tr_put_schools(struct tr *t, struct fet_text *out)
{
    fet_put(out, "school_id,name,stage,community_id,role\n");
    for (int b = 0; b < t->n_buildings; b++) {
        const char *id = tr_school_id(t, b);
        fet_put(out, "%s,", id);
        put_name(t, out, t->f.buildings.n > 0 ? t->f.buildings.text[b] : t->f.institution, id);
        fet_put(out, ",senior,%s,%s\n", COMMUNITY, b == 0 ? "lead" : "member");
    }
}

/* The subjects of a teacher, by word; each variant once. */
static void put_subjects(struct tr *t, struct fet_text *out, int teacher)
{
    bool *put = zj_alloc_n(&t->arena, (size_t)t->n_variants, sizeof *put);
    const char *before = "";

    for (int i = 0; i < t->n_blocks; i++) {
        const struct tr_block *b = &t->block[i];
        if (b->teacher != teacher || put[b->variant])
            continue;
        put[b->variant] = true;
        fet_put(out, "%s%s", before, t->variant[b->variant].word);
        before = ";";
    }
}

static void put_marks(struct tr *t, struct fet_text *out, int teacher)
{
    const char *before = "";

    for (int l = 0; l < t->n_limits; l++) {
        if (!t->limit[l].teacher || !t->limit[l].teacher[teacher])
            continue;
        fet_put(out, "%s%s", before, tr_limit_mark(t, &t->limit[l]));
        before = ";";
    }
}

static int total_hours(const struct tr *t, int teacher)
{
    int n = 0;

    for (int b = 0; b < t->n_buildings; b++)
        n += t->teacher[teacher].hours[b];
    return n;
}

void tr_put_teachers(struct tr *t, struct fet_text *out)
{
    fet_put(out, "teacher_id,name,sex,birth_date,school_id,subjects,max_week,flags\n");
    for (int i = 0; i < t->f.teachers.n; i++) {
        const struct tr_teacher *x = &t->teacher[i];
        if (!x->id)
            continue;
        fet_put(out, "%s,", x->id);
        put_name(t, out, t->f.teachers.text[i], x->id);
        fet_put(out, ",%s,%s,", PLACEHOLDERS, tr_school_id(t, x->home));
        put_subjects(t, out, i);
        fet_put(out, ",%d,", total_hours(t, i));
        put_marks(t, out, i);
        fet_put(out, "\n");
    }
}

void tr_put_demand(struct tr *t, struct fet_text *out)
{
    fet_put(out, "school_id,subject,periods_per_week,class_id,teacher_id\n");
    for (int i = 0; i < t->n_blocks; i++) {
        const struct tr_block *b = &t->block[i];
        fet_put(out, "%s,%s,%d,%s,%s\n", tr_school_id(t, t->class_[b->class_id].building),
                t->variant[b->variant].word, b->ones + 2 * b->twos, t->class_[b->class_id].word,
                t->teacher[b->teacher].id);
    }
}

void tr_put_travel(struct tr *t, struct fet_text *out)
{
    int step = tr_clock_of(t).step;

    fet_put(out, "from,to,minutes,metres\n");
    for (int a = 0; a < t->n_buildings; a++)
        for (int b = a + 1; b < t->n_buildings; b++)
            fet_put(out, "%s,%s,%d,0\n", tr_school_id(t, a), tr_school_id(t, b),
                    t->gap[a * t->n_buildings + b] * step);
}

/* Rows for the hours of a set: one for each stretch of hours of a day; "*" for a whole day. */
static void put_hours(struct tr *t, struct fet_text *out, const char *who, const char *id,
                      const struct fet_cells *c)
{
    int n = t->f.hours.n;

    for (int d = 0; d < t->f.days.n; d++) {
        for (int h = 0, end; h < n; h = end + 1) {
            for (end = h; end < n && fet_cells_has(c, d, end);)
                end++;
            if (end == h)
                continue;
            fet_put(out, "%s,%s,%s,", who, id, t->day[d]);
            if (end - h == n)
                fet_put(out, "*\n");
            else if (end - h == 1)
                fet_put(out, "%d\n", h + 1);
            else
                fet_put(out, "%d-%d\n", h + 1, end);
        }
    }
}

void tr_put_busy(struct tr *t, struct fet_text *out)
{
    fet_put(out, "who,id,day,period\n");
    for (int i = 0; i < t->f.teachers.n; i++)
        if (t->teacher[i].id)
            put_hours(t, out, "teacher", t->teacher[i].id, &t->teacher[i].busy);
    for (int k = 0; k < t->n_classes; k++)
        put_hours(t, out, "class", t->class_[k].word, &t->class_[k].busy);
    for (int b = 0; b < t->n_buildings; b++)
        put_hours(t, out, "school", tr_school_id(t, b), &t->breaks);
}

static void put_pin(struct tr *t, struct fet_text *out, bool forbid, const struct tr_block *b, int day,
                    int hour)
{
    fet_put(out, "timetable,%d,%s,%s,%s,", forbid, t->class_[b->class_id].word, t->variant[b->variant].word,
            t->day[day]);
    if (hour >= 0)
        fet_put(out, "%d", hour + 1);
    fet_put(out, "\n");
}

/* A day without any open hour is one row, without a period. */
static void put_pins_of(struct tr *t, struct fet_text *out, const struct tr_block *b)
{
    for (int d = 0; d < t->f.days.n; d++) {
        bool closed = (b->open.day[d] & t->all.day[d]) == 0;
        if (closed)
            put_pin(t, out, true, b, d, -1);
        for (int h = 0; h < t->f.hours.n; h++) {
            if (!closed && !fet_cells_has(&b->open, d, h))
                put_pin(t, out, true, b, d, h);
            if (fet_cells_has(&b->fixed, d, h))
                put_pin(t, out, false, b, d, h);
        }
    }
}

void tr_put_pins(struct tr *t, struct fet_text *out)
{
    fet_put(out, "model,forbid,class_id,subject,day,period\n");
    for (int i = 0; i < t->n_blocks; i++)
        put_pins_of(t, out, &t->block[i]);
}

void tr_put_sync(struct tr *t, struct fet_text *out)
{
    fet_put(out, "class_a,class_b,subject,periods\n");
    for (int i = 0; i < t->n_syncs; i++) {
        const struct tr_sync *s = &t->sync[i];
        const struct tr_block *a = &t->block[s->a], *b = &t->block[s->b];
        fet_put(out, "%s,%s,%s,%d\n", t->class_[a->class_id].word, t->class_[b->class_id].word,
                t->variant[a->variant].word, a->twos > 0 ? a->ones + 2 * a->twos : s->pairs);
    }
}
