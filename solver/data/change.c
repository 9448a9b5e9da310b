#include "solver/data/change.h"

#include "solver/data/week.h"

#include <string.h>

static void *copy_of(struct zj_arena *a, const void *v, int n, size_t size)
{
    void *copy = zj_alloc_n(a, (size_t)n, size);

    if (n > 0)
        memcpy(copy, v, (size_t)n * size);
    return copy;
}

#define OWN(arena, p, n) ((p) = copy_of((arena), (p), (n), sizeof *(p)))

/* Words keep their numbers: they are met in the order of the original. */
static void copy_words(struct zj_instance *in, const struct zj_intern *words)
{
    in->words = (struct zj_intern){0};
    for (int w = 0; w < words->n; w++)
        zj_intern(&in->words, &in->arena, words->text[w]);
}

static void copy_instance(struct zj_instance *in, const struct zj_instance *from)
{
    struct zj_arena *a = &in->arena;

    *in = *from;
    in->arena = (struct zj_arena){0};
    in->school_ids = in->teacher_ids = (struct zj_intern){0};
    copy_words(in, &from->words);
    OWN(a, in->school, in->n_schools);
    OWN(a, in->teacher, in->n_teachers);
    OWN(a, in->demand, in->n_demand);
    OWN(a, in->busy, in->n_busy);
    OWN(a, in->wish, in->n_wishes);
    OWN(a, in->history, in->n_history);
    OWN(a, in->pairing, in->n_pairings);
    OWN(a, in->pin, in->n_pins);
    OWN(a, in->block, in->n_blocks);
    zj_instance_index(in);
}

void zj_change_init(struct zj_change *c, const struct zj_instance *in, const struct zj_policy *pol)
{
    copy_instance(&c->in, in);
    c->pol = *pol;
    c->pol.arena = (struct zj_arena){0};
    OWN(&c->pol.arena, c->pol.rule, pol->n_rules);
    OWN(&c->pol.arena, c->pol.lesson_rule, pol->n_lesson_rules);
    OWN(&c->pol.arena, c->pol.pairing_rule, pol->n_pairing_rules);
}

void zj_change_release(struct zj_change *c)
{
    zj_instance_release(&c->in);
    zj_policy_release(&c->pol);
}

/* Room for one more item; the arena holds the old array, too. */
static void *grown(struct zj_arena *a, const void *v, int n, size_t size)
{
    char *more = zj_alloc_n(a, (size_t)n + 1, size);

    if (n > 0)
        memcpy(more, v, (size_t)n * size);
    return more;
}

static const char *new_id(struct zj_instance *in)
{
    const char *id;
    int n = 1;

    do
        id = zj_printf(&in->arena, "NEW%d", n++);
    while (zj_find_teacher(in, id) >= 0);
    return id;
}

int zj_change_add_teacher(struct zj_change *c, int like, int school, int subject)
{
    struct zj_instance *in = &c->in;
    struct zj_teacher t = in->teacher[like];

    t.id = t.name = new_id(in);
    t.school = school;
    t.line = 0;
    if (subject >= 0) {
        t.subjects = (struct zj_ids){1, zj_alloc_n(&in->arena, 1, sizeof *t.subjects.v)};
        t.subjects.v[0] = subject;
    }
    in->teacher = grown(&in->arena, in->teacher, in->n_teachers, sizeof *in->teacher);
    in->teacher[in->n_teachers] = t;
    zj_intern(&in->teacher_ids, &in->arena, t.id);
    return in->n_teachers++;
}

struct zj_pin zj_pin_any(enum zj_model model)
{
    return (struct zj_pin){.model = model,
                           .teacher = -1,
                           .kind = -1,
                           .from = -1,
                           .to = -1,
                           .start_term = -1,
                           .terms = ZJ_NONE,
                           .subject = -1,
                           .school = -1,
                           .class_id = -1,
                           .day = -1,
                           .period = ZJ_NONE,
                           .lead = -1,
                           .member = -1,
                           .activity = -1,
                           .session = -1,
                           .date = ZJ_NO_DATE};
}

void zj_change_add_pin(struct zj_change *c, const struct zj_pin *pin)
{
    struct zj_instance *in = &c->in;
    int line = 1; /* of the header */

    for (int i = 0; i < in->n_pins; i++)
        line = in->pin[i].line > line ? in->pin[i].line : line;
    in->pin = grown(&in->arena, in->pin, in->n_pins, sizeof *in->pin);
    in->pin[in->n_pins] = *pin;
    in->pin[in->n_pins++].line = line + 1;
}

void zj_change_remove_pin(struct zj_change *c, int line)
{
    int n = 0;

    for (int i = 0; i < c->in.n_pins; i++)
        if (c->in.pin[i].line != line)
            c->in.pin[n++] = c->in.pin[i];
    c->in.n_pins = n;
}

void zj_change_remove_busy(struct zj_change *c, int line)
{
    int n = 0;

    for (int i = 0; i < c->in.n_busy; i++)
        if (c->in.busy[i].line != line)
            c->in.busy[n++] = c->in.busy[i];
    c->in.n_busy = n;
    zj_busy_resolve(&c->in);
}

void zj_change_move(struct zj_change *c, int member, int from, int to)
{
    struct zj_instance *in = &c->in;
    int n = 0;

    if (from < 0) {
        in->pairing = grown(&in->arena, in->pairing, in->n_pairings, sizeof *in->pairing);
        in->pairing[in->n_pairings++] = (struct zj_pairing){.lead = to, .member = member, .form = -1};
        return;
    }
    for (int i = 0; i < in->n_pairings; i++) {
        struct zj_pairing row = in->pairing[i];
        const bool this = row.member == member && row.lead == from;
        if (this && to < 0)
            continue;
        row.lead = this ? to : row.lead;
        in->pairing[n++] = row;
    }
    in->n_pairings = n;
}

struct zj_rule **zj_change_rules(struct zj_change *c, enum zj_model model, int **n)
{
    switch (model) {
    case ZJ_TIMETABLE:
        *n = &c->pol.n_lesson_rules;
        return &c->pol.lesson_rule;
    case ZJ_PAIRING:
        *n = &c->pol.n_pairing_rules;
        return &c->pol.pairing_rule;
    default:
        *n = &c->pol.n_rules;
        return &c->pol.rule;
    }
}
