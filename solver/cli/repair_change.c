#include "solver/cli/repair_change.h"

#include <stddef.h>
#include <string.h>

bool repair_same(const struct repair_change *x, const struct repair_change *y)
{
    return x->what == y->what && x->rule == y->rule && x->field == y->field && x->line == y->line &&
           x->whom == y->whom && (x->what != REPAIR_MOVE || (x->from == y->from && x->to == y->to)) &&
           memcmp(&x->spot, &y->spot, sizeof x->spot) == 0;
}

int64_t repair_price(const struct repair_changes *list)
{
    int64_t sum = 0;

    for (int i = 0; i < list->n; i++)
        sum += (int64_t)list->v[i].cost * list->v[i].k;
    return sum;
}

/* A number of a row of teachers.csv or of a class's lessons. */
static void set_column(struct zj_change *c, const struct repair_change *x)
{
    const int value = x->from + x->k * x->step;

    if (x->what == REPAIR_COLUMN)
        memcpy((char *)&c->in.teacher[x->whom] + x->field, &value, sizeof value);
    else
        c->in.block[x->whom].max_per_day = value;
}

static void apply(struct zj_change *c, const struct repair_change *x)
{
    switch (x->what) {
    case REPAIR_NUMBER:
        if (x->field == offsetof(struct zj_rule, leads_min) && x->rule->leads_max == ZJ_NONE)
            zj_change_number(c, x->model, x->rule->index, &x->spot, offsetof(struct zj_rule, leads_max),
                             x->from);
        zj_change_number(c, x->model, x->rule->index, &x->spot, x->field, x->from + x->k * x->step);
        break;
    case REPAIR_WAIVE:
        zj_change_waive(c, x->model, x->rule->index, &x->spot);
        break;
    case REPAIR_PIN:
        zj_change_remove_pin(c, x->line);
        break;
    case REPAIR_BUSY:
        zj_change_remove_busy(c, x->line);
        break;
    case REPAIR_COLUMN:
    case REPAIR_PER_DAY:
        set_column(c, x);
        break;
    case REPAIR_MOVE:
        zj_change_move(c, x->whom, x->from, x->to);
        break;
    case REPAIR_TEACHER:
        for (int k = 0; k < x->k; k++)
            zj_change_add_teacher(c, x->like, x->spot.school, x->spot.subject);
        break;
    }
}

void repair_apply(struct zj_change *c, const struct repair_changes *list)
{
    for (int i = 0; i < list->n; i++)
        apply(c, &list->v[i]);
}

/* The school's id in the arena; NULL for none. */
static const char *lead_id(const struct zj_instance *in, struct zj_arena *a, int school)
{
    return school < 0 ? NULL : zj_strdup(a, in->school[school].id);
}

static struct zj_step step_of(const struct zj_instance *in, struct zj_arena *a, const struct repair_change *x)
{
    struct zj_step step = {.where = x->place ? zj_strdup(a, x->place) : "",
                           .name = x->name,
                           .from = x->from,
                           .to = x->from + x->k * x->step};

    switch (x->what) {
    case REPAIR_NUMBER:
    case REPAIR_WAIVE:
        step.kind = x->what == REPAIR_NUMBER ? ZJ_STEP_NUMBER : ZJ_STEP_WAIVE;
        step.rule = x->rule->id;
        step.index = x->rule->index;
        break;
    case REPAIR_PIN:
    case REPAIR_BUSY:
        step.kind = ZJ_STEP_ROW;
        step.table = x->what == REPAIR_PIN ? "pins.csv" : "busy.csv";
        step.line = x->line;
        break;
    case REPAIR_COLUMN:
    case REPAIR_PER_DAY:
        step.kind = ZJ_STEP_COLUMN;
        break;
    case REPAIR_MOVE:
        step.kind = ZJ_STEP_LEAD;
        step.where = lead_id(in, a, x->whom);
        step.old_lead = lead_id(in, a, x->from);
        step.new_lead = lead_id(in, a, x->to);
        break;
    case REPAIR_TEACHER:
        step.kind = ZJ_STEP_TEACHERS;
        step.subject = zj_strdup(a, zj_word(in, x->spot.subject));
        step.more = x->k;
        break;
    }
    return step;
}

struct zj_repair repair_told(const struct zj_instance *in, struct zj_arena *a,
                             const struct repair_changes *list)
{
    struct zj_repair told = {.n_steps = list->n, .cost = repair_price(list), .verified = true};

    told.step = zj_alloc_n(a, (size_t)list->n + 1, sizeof *told.step);
    for (int i = 0; i < list->n; i++)
        told.step[i] = step_of(in, a, &list->v[i]);
    return told;
}
