/*
 * fill_people.c - rows of teachers, wishes, history and activities.
 */
#include "solver/base/i18n.h"
#include "solver/io/builder.h"

#define V(column) (&b->value[ZJ_COL_##column])

/* A date of the row that lies before the birth date cannot be right. */
static void check_after_birth(struct zj_builder *b, int column)
{
    const struct zj_value *date = &b->value[column], *birth = V(teachers_birth_date);

    if (date->number != ZJ_NO_DATE && birth->number != ZJ_NO_DATE && date->number < birth->number)
        ZJ_ROW_ERROR(b, column, "before_birth", _("%s lies before the date of birth"), date->text);
}

static enum zj_retire_class retire_class_of(struct zj_builder *b)
{
    bool is_man = V(teachers_sex)->number == ZJ_MALE;
    int class = V(teachers_retire_class)->number;

    if (class < 0)
        return is_man ? ZJ_RETIRE_M : ZJ_RETIRE_F55;
    if (is_man && class != ZJ_RETIRE_M)
        ZJ_ROW_ERROR(b, ZJ_COL_teachers_retire_class, "wrong_sex",
                     _("'%s' is a class for women; the teacher is a man"), V(teachers_retire_class)->text);
    return (enum zj_retire_class) class;
}

/* An enum column: the value, or what a blank cell stands for. */
static int value_or(const struct zj_value *v, int blank)
{
    return v->number < 0 ? blank : v->number;
}

void zj_add_teachers(struct zj_builder *b)
{
    struct zj_instance *in = b->in;
    int t = zj_take_id(b, ZJ_COL_teachers_teacher_id, &in->teacher_ids);

    if (t < 0)
        return;
    check_after_birth(b, ZJ_COL_teachers_service_since);
    check_after_birth(b, ZJ_COL_teachers_here_since);
    ZJ_GROW(in->teacher, in->n_teachers, b->cap);
    in->teacher[in->n_teachers++] = (struct zj_teacher){
        .id = in->teacher_ids.text[t],
        .name = zj_strdup(&in->arena, V(teachers_name)->given ? V(teachers_name)->text : ""),
        .sex = (enum zj_sex)value_or(V(teachers_sex), ZJ_MALE),
        .birth = V(teachers_birth_date)->number,
        .school = V(teachers_school_id)->number,
        .subjects = V(teachers_subjects)->ids,
        .post = (enum zj_post)value_or(V(teachers_post), ZJ_TEACHER),
        .rank = V(teachers_rank)->ids,
        .title = V(teachers_title)->number,
        .service_since = V(teachers_service_since)->number,
        .here_since = V(teachers_here_since)->number,
        .max_week = V(teachers_max_week)->number,
        .max_day = V(teachers_max_day)->number,
        .max_schools_week = V(teachers_max_schools_week)->number,
        .max_schools_day = V(teachers_max_schools_day)->number,
        .flags = V(teachers_flags)->ids,
        .applied = (enum zj_applied)value_or(V(teachers_applied), ZJ_APPLIED_NONE),
        .retire_class = retire_class_of(b),
        .line = b->row->line,
    };
}

void zj_add_wishes(struct zj_builder *b)
{
    struct zj_instance *in = b->in;
    int teacher = V(wishes_teacher_id)->number, to = V(wishes_to_school_id)->number;

    if (b->bad_row || zj_is_repeated(b, ZJ_COL_wishes_teacher_id, ZJ_COL_wishes_to_school_id))
        return;
    ZJ_GROW(in->wish, in->n_wishes, b->cap);
    in->wish[in->n_wishes++] = (struct zj_wish){teacher, to, V(wishes_level)->number, b->row->line};
}

/* A teacher who is away in the horizon, or comes back in it, is missed at one school: the one in teachers. */
static void check_home(struct zj_builder *b, int teacher, int from, int32_t start, int32_t end)
{
    const struct zj_instance *in = b->in;
    int home = in->teacher[teacher].school;

    if (b->lost_terms || home < 0 || from == home || start > in->term[in->n_terms - 1].end ||
        (end != ZJ_NO_DATE && end < in->term[0].start))
        return;
    ZJ_ROW_ERROR(
        b, ZJ_COL_history_from_school_id, "other_home",
        _("the posting reaches into the terms of the instance and leaves from '%s', but the teacher's "
          "school_id is '%s'; is the teacher at home at the one or at the other?"),
        in->school[from].id, in->school[home].id);
}

void zj_add_history(struct zj_builder *b)
{
    struct zj_instance *in = b->in;
    int from = V(history_from_school_id)->number, to = V(history_to_school_id)->number;
    int32_t start = V(history_start)->number, end = V(history_end)->number;

    if (b->bad_row)
        return;
    if (from == to)
        ZJ_ROW_ERROR(b, ZJ_COL_history_to_school_id, "same_school",
                     _("a posting leads to another school; both are '%s'"), in->school[from].id);
    if (end != ZJ_NO_DATE && end < start)
        ZJ_ROW_ERROR(b, ZJ_COL_history_end, "end_before_start", _("%s lies before the start, %s"),
                     V(history_end)->text, V(history_start)->text);
    if (!b->bad_row)
        check_home(b, V(history_teacher_id)->number, from, start, end);
    if (b->bad_row)
        return;
    ZJ_GROW(in->history, in->n_history, b->cap);
    in->history[in->n_history++] = (struct zj_history){V(history_teacher_id)->number,
                                                       V(history_kind)->number,
                                                       from,
                                                       to,
                                                       start,
                                                       end,
                                                       V(history_terms)->number,
                                                       b->row->line};
}

void zj_add_activities(struct zj_builder *b)
{
    struct zj_instance *in = b->in;
    const struct zj_value *unit = V(activities_unit);

    if (b->bad_row)
        return;
    /* Two visits on one day are one row of two: a row that comes twice must not count twice. */
    int what = V(activities_kind)->number * ZJ_N_LOG_UNITS + unit->number;
    int line = zj_keys_add(&b->keys, V(activities_teacher_id)->number, what, V(activities_date)->number,
                           b->row->line);
    if (line >= 0) {
        ZJ_ROW_ERROR(b, ZJ_COL_activities_date, "repeated",
                     _("'%s, %s, %s' stands in line %d already; write one row with the sum"),
                     V(activities_teacher_id)->text, V(activities_kind)->text, V(activities_date)->text,
                     line);
        return;
    }
    ZJ_GROW(in->activity, in->n_activities, b->cap);
    in->activity[in->n_activities++] = (struct zj_activity){.teacher = V(activities_teacher_id)->number,
                                                            .kind = V(activities_kind)->number,
                                                            .date = V(activities_date)->number,
                                                            .quantity = V(activities_quantity)->number,
                                                            .unit = (enum zj_log_unit)unit->number,
                                                            .grade = V(activities_grade)->number,
                                                            .line = b->row->line};
}
