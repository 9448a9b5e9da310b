/*
 * fill_pins.c - rows of pins: which assignments must, or must not, stand.
 */
#include "solver/base/i18n.h"
#include "solver/io/builder.h"
#include "solver/io/values.h"

#include <string.h>

#define V(column) (&b->value[ZJ_COL_##column])

/* The columns that are fields of an assignment, and the models whose assignments have them. */
enum { SEC = 1 << ZJ_SECONDMENT, TIM = 1 << ZJ_TIMETABLE, PAI = 1 << ZJ_PAIRING, CAL = 1 << ZJ_CALENDAR };

static const struct {
    int column, models;
} fields[] = {
    {ZJ_COL_pins_teacher_id, SEC | TIM | CAL},
    {ZJ_COL_pins_kind, SEC},
    {ZJ_COL_pins_from_school_id, SEC},
    {ZJ_COL_pins_to_school_id, SEC},
    {ZJ_COL_pins_start_term, SEC},
    {ZJ_COL_pins_terms, SEC},
    {ZJ_COL_pins_subject, SEC | TIM | CAL},
    {ZJ_COL_pins_school_id, TIM | CAL},
    {ZJ_COL_pins_class_id, TIM},
    {ZJ_COL_pins_day, TIM},
    {ZJ_COL_pins_period, TIM},
    {ZJ_COL_pins_lead_id, PAI},
    {ZJ_COL_pins_member_id, PAI},
    {ZJ_COL_pins_activity, CAL},
    {ZJ_COL_pins_date, CAL},
    {ZJ_COL_pins_session, CAL},
};

/* Every field that is given must be one of the model's, and at least one must be given. */
static void check_fields(struct zj_builder *b, int model)
{
    int n_given = 0;

    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        if (!b->value[fields[i].column].given)
            continue;
        n_given++;
        if (!(fields[i].models & 1 << model))
            ZJ_ROW_ERROR(b, fields[i].column, "field_of_other_model",
                         _("an assignment of model '%s' has no field '%s'"),
                         zj_value_token(ZJ_VS_model, model), zj_columns[fields[i].column].name);
    }
    if (n_given == 0)
        ZJ_ROW_ERROR(b, -1, "empty_pin", _("every field of the pin is blank; expected at least one"));
}

/* The class that is given is at the school that is given, and has the subject that is given. */
static void check_class(struct zj_builder *b)
{
    const char *id = V(pins_class_id)->text;
    int at = zj_class_school(b, id), school = V(pins_school_id)->number, subject = V(pins_subject)->number;

    if (at >= 0 && school >= 0 && school != at)
        ZJ_ROW_ERROR(b, ZJ_COL_pins_class_id, "other_school", _("the class '%s' is at the school '%s'"), id,
                     b->in->school[at].id);
    if (subject >= 0 && !zj_class_has(b, id, subject))
        ZJ_ROW_ERROR(b, ZJ_COL_pins_subject, "not_taught", _("the class '%s' does not have the subject '%s'"),
                     id, V(pins_subject)->text);
}

/* The session with this name, or -1; what is not known is reported. */
static int find_session(struct zj_builder *b)
{
    const char *name = V(pins_session)->text;

    if (!V(pins_session)->given)
        return -1;
    for (int s = 0; s < b->in->n_sessions; s++)
        if (strcmp(b->in->session[s], name) == 0)
            return s;
    if (!b->lost_week)
        ZJ_ROW_ERROR(b, ZJ_COL_pins_session, "unknown_session", _("'%s' is not a session of the week"), name);
    return -1;
}

void zj_add_pins(struct zj_builder *b)
{
    struct zj_instance *in = b->in;
    int period = V(pins_period)->number, session = find_session(b);

    if (V(pins_model)->number >= 0)
        check_fields(b, V(pins_model)->number);
    if (period != ZJ_NONE)
        zj_cell_find_period(b, ZJ_COL_pins_period, period);
    if (V(pins_class_id)->number >= 0 && zj_class_known(b, ZJ_COL_pins_class_id))
        check_class(b);
    if (b->bad_row)
        return;
    ZJ_GROW(in->pin, in->n_pins, b->cap);
    in->pin[in->n_pins++] = (struct zj_pin){
        .model = (enum zj_model)V(pins_model)->number,
        .forbid = V(pins_forbid)->number == 1,
        .teacher = V(pins_teacher_id)->number,
        .kind = V(pins_kind)->number,
        .from = V(pins_from_school_id)->number,
        .to = V(pins_to_school_id)->number,
        .start_term = V(pins_start_term)->number,
        .terms = V(pins_terms)->number,
        .subject = V(pins_subject)->number,
        .school = V(pins_school_id)->number,
        .class_id = V(pins_class_id)->number,
        .day = V(pins_day)->number,
        .period = period,
        .lead = V(pins_lead_id)->number,
        .member = V(pins_member_id)->number,
        .activity = V(pins_activity)->number,
        .session = session,
        .date = V(pins_date)->number,
        .line = b->row->line,
    };
}
