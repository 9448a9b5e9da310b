#include "solver/data/travel.h"
#include "tests/support/random_timetable.h"

static void print_places(const struct zj_instance *in, FILE *out)
{
    for (int p = 0; p < in->n_periods; p++)
        fprintf(out, "period %d %d-%d %s\n", in->period[p].id, in->period[p].start, in->period[p].end,
                in->session[in->period[p].session]);
    for (int i = 0; i < in->n_schools; i++) {
        fprintf(out, "school %s %s %s minutes:", in->school[i].id, zj_word(in, in->school[i].community),
                zj_word(in, in->school[i].campus));
        for (int k = 0; k < in->n_schools; k++)
            fprintf(out, zj_minutes(in, i, k) == ZJ_NONE ? " -" : " %d", zj_minutes(in, i, k));
        fprintf(out, "\n");
    }
    for (int i = 0; i < in->n_bells; i++)
        fprintf(out, "bell %s %d %d-%d\n", in->school[in->bell[i].school].id, in->bell[i].period.id,
                in->bell[i].period.start, in->bell[i].period.end);
}

static void number(FILE *out, const char *name, int v)
{
    if (v != ZJ_NONE)
        fprintf(out, " %s=%d", name, v);
}

static void print_people(const struct zj_instance *in, FILE *out)
{
    for (int i = 0; i < in->n_teachers; i++) {
        const struct zj_teacher *t = &in->teacher[i];
        fprintf(out, "teacher %s at %s%s:", t->id, in->school[t->school].id, t->away ? ", away" : "");
        for (int k = 0; k < t->subjects.n; k++)
            fprintf(out, " %s", zj_word(in, t->subjects.v[k]));
        number(out, "max_week", t->max_week);
        number(out, "max_day", t->max_day);
        number(out, "max_schools_week", t->max_schools_week);
        number(out, "max_schools_day", t->max_schools_day);
        fprintf(out, "\n");
    }
    for (int i = 0; i < in->n_blocks; i++) {
        const struct zj_block *b = &in->block[i];
        fprintf(out, "block %s %s/%s x%d priority=%d", in->school[b->school].id, zj_word(in, b->class_id),
                zj_word(in, b->subject), b->periods, b->priority);
        number(out, "max_per_day", b->max_per_day);
        fprintf(out, "%s%s\n", b->teacher < 0 ? "" : " by ",
                b->teacher < 0 ? "" : in->teacher[b->teacher].id);
    }
}

static void print_rows(const struct zj_instance *in, FILE *out)
{
    for (int i = 0; i < in->n_busy; i++)
        fprintf(out, "busy %s %s %d-%d\n", in->busy[i].id,
                in->busy[i].day < 0 ? "*" : in->day[in->busy[i].day], in->busy[i].from, in->busy[i].to);
    for (int i = 0; i < in->n_wishes; i++)
        fprintf(out, "wish %s %s %d\n", in->teacher[in->wish[i].teacher].id, in->school[in->wish[i].to].id,
                in->wish[i].level);
    for (int i = 0; i < in->n_sync; i++)
        fprintf(out, "sync %s %s %s %d\n", zj_word(in, in->sync[i].class_a), zj_word(in, in->sync[i].class_b),
                zj_word(in, in->sync[i].subject), in->sync[i].periods);
    for (int i = 0; i < in->n_pins; i++) {
        const struct zj_pin *p = &in->pin[i];
        fprintf(out, "pin %s %s %s %s/%s %s", p->forbid ? "forbid" : "must",
                p->teacher < 0 ? "*" : in->teacher[p->teacher].id,
                p->school < 0 ? "*" : in->school[p->school].id, zj_word(in, p->class_id),
                zj_word(in, p->subject), p->day < 0 ? "*" : in->day[p->day]);
        number(out, "period", p->period);
        fprintf(out, "%s\n", p->model == ZJ_TIMETABLE ? "" : " (of another model)");
    }
}

void random_week_print(const struct random_case *c, FILE *out)
{
    print_places(&c->in, out);
    print_people(&c->in, out);
    print_rows(&c->in, out);
    fprintf(out, "settle %d\n", c->pol.settle_minutes);
    random_rules_print(c, out);
}

void random_lessons_print(const struct random_case *c, const struct zj_lessons *p, FILE *out)
{
    const struct zj_instance *in = &c->in;

    for (int i = 0; i < p->n; i++) {
        const struct zj_lesson *x = &p->v[i];
        fprintf(out, "  %s %s %s/%s %s %d\n", in->teacher[x->teacher].id, in->school[x->school].id,
                zj_word(in, x->class_id), zj_word(in, x->subject), in->day[x->day], x->period);
    }
}
