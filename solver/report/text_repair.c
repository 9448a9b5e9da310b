/*
 * text_repair.c - a repair as a sentence in the reader's language, made of the codes that plans hold.
 */
#include "solver/base/i18n.h"
#include "solver/report/parts.h"

#include <string.h>

static const char *lead_text(struct zj_arena *a, const struct zj_step *x)
{
    if (!x->old_lead)
        return zj_printf(a, _("%s also goes to the lead %s"), x->where, x->new_lead ? x->new_lead : "");
    if (!x->new_lead)
        return zj_printf(a, _("%s leaves the lead %s"), x->where, x->old_lead);
    return zj_printf(a, _("%s goes from the lead %s to %s"), x->where, x->old_lead, x->new_lead);
}

static const char *step_text(struct zj_arena *a, const struct zj_step *x)
{
    const char *where = strcmp(x->where, ZJ_EVERYWHERE) == 0 ? _("every place") : x->where;

    switch (x->kind) {
    case ZJ_STEP_NUMBER:
        return zj_printf(a, _("%s (rules[%d]) at %s: %s %d → %d"), zj_rule_name(x->rule), x->index, where,
                         x->name, x->from, x->to);
    case ZJ_STEP_WAIVE:
        return zj_printf(a, _("%s (rules[%d]) waived at %s"), zj_rule_name(x->rule), x->index, where);
    case ZJ_STEP_ROW:
        return zj_printf(a, _("without row %d of %s"), x->line, x->table);
    case ZJ_STEP_COLUMN:
        return zj_printf(a, _("%s of %s: %d → %d"), x->name, where, x->from, x->to);
    case ZJ_STEP_LEAD:
        return lead_text(a, x);
    default:
        return zj_printf(a, _("teachers of %s at %s: %d more"), x->subject, where, x->more);
    }
}

const char *rep_repair_text(struct zj_arena *a, const struct zj_instance *in, const struct zj_repair *repair)
{
    const char *text = "";

    for (int i = 0; i < repair->n_steps; i++) {
        const char *one = step_text(a, &repair->step[i]);
        text = i ? zj_printf(a, _("%s; %s"), text, one) : one;
    }
    return rep_with_names(in, a, text);
}
