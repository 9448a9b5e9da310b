#include "solver/cli/repair_change.h"

#include "solver/base/i18n.h"

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

static const char *move_text(const struct zj_instance *in, struct zj_arena *a, const struct repair_change *x)
{
    const char *member = in->school[x->whom].id;

    if (x->from < 0)
        return zj_printf(a, _("%s also goes to the lead %s"), member, in->school[x->to].id);
    if (x->to < 0)
        return zj_printf(a, _("%s leaves the lead %s"), member, in->school[x->from].id);
    return zj_printf(a, _("%s goes from the lead %s to %s"), member, in->school[x->from].id,
                     in->school[x->to].id);
}

static const char *text_of(const struct zj_instance *in, struct zj_arena *a, const struct repair_change *x)
{
    switch (x->what) {
    case REPAIR_NUMBER:
        return zj_printf(a, _("%s (rules[%d]) at %s: %s %d → %d"), zj_rule_name(x->rule->id), x->rule->index,
                         x->place, x->name, x->from, x->from + x->k * x->step);
    case REPAIR_WAIVE:
        return zj_printf(a, _("%s (rules[%d]) waived at %s"), zj_rule_name(x->rule->id), x->rule->index,
                         x->place);
    case REPAIR_PIN:
        return zj_printf(a, _("without row %d of pins.csv"), x->line);
    case REPAIR_BUSY:
        return zj_printf(a, _("without row %d of busy.csv"), x->line);
    case REPAIR_COLUMN:
    case REPAIR_PER_DAY:
        return zj_printf(a, _("%s of %s: %d → %d"), x->name, x->place, x->from, x->from + x->k * x->step);
    case REPAIR_MOVE:
        return move_text(in, a, x);
    default:
        return zj_printf(a, _("teachers of %s at %s: %d more"), zj_word(in, x->spot.subject), x->place, x->k);
    }
}

const char *repair_text(const struct zj_instance *in, struct zj_arena *a, const struct repair_changes *list)
{
    const char *text = "";

    for (int i = 0; i < list->n; i++) {
        const char *one = text_of(in, a, &list->v[i]);
        text = i ? zj_printf(a, _("%s; %s"), text, one) : one;
    }
    return text;
}
