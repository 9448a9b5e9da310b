/*
 * fill_calendar.c - rows of holidays, mentors and rooms: what calendars of joint activities look at.
 */
#include "solver/base/i18n.h"
#include "solver/io/builder.h"

#define V(column) (&b->value[ZJ_COL_##column])

/* A day off may not be told twice, nor a day worked; one day may not be both. */
static void check_days(struct zj_builder *b, int32_t first, int32_t last)
{
    const struct zj_instance *in = b->in;

    for (int i = 0; i < in->n_holidays; i++) {
        if (in->holiday[i].end < first || last < in->holiday[i].date)
            continue;
        ZJ_ROW_ERROR(b, ZJ_COL_holidays_date, "overlap", _("the days overlap those of line %d"),
                     in->holiday[i].line);
        return;
    }
}

void zj_add_holidays(struct zj_builder *b)
{
    struct zj_instance *in = b->in;
    int32_t first = V(holidays_date)->number, last = V(holidays_end)->given ? V(holidays_end)->number : first;
    bool works = V(holidays_kind)->number == 1;

    if (b->bad_row)
        return;
    if (last < first)
        ZJ_ROW_ERROR(b, ZJ_COL_holidays_end, "end_before_start", _("the last day is before the first"));
    else if (last - first > 366)
        ZJ_ROW_ERROR(b, ZJ_COL_holidays_end, "too_long", _("more than a year of days"));
    else if (!works && V(holidays_follows)->given)
        ZJ_ROW_ERROR(b, ZJ_COL_holidays_follows, "not_worked", _("a day off has no timetable"));
    else if (works && V(holidays_follows)->given && V(holidays_follows)->number < 0)
        ZJ_ROW_ERROR(b, ZJ_COL_holidays_follows, "not_one_day", _("expected one day of the week"));
    else
        check_days(b, first, last);
    if (b->bad_row)
        return;
    ZJ_GROW(in->holiday, in->n_holidays, b->cap);
    in->holiday[in->n_holidays++] =
        (struct zj_holiday){first, last, works, V(holidays_follows)->number, b->row->line};
}

void zj_add_mentors(struct zj_builder *b)
{
    struct zj_instance *in = b->in;
    int mentor = V(mentors_mentor_id)->number, mentee = V(mentors_mentee_id)->number;

    if (b->bad_row || zj_is_repeated(b, ZJ_COL_mentors_mentor_id, ZJ_COL_mentors_mentee_id))
        return;
    if (mentor == mentee) {
        ZJ_ROW_ERROR(b, ZJ_COL_mentors_mentee_id, "same_teacher",
                     _("'%s' cannot be guided by himself or herself"), in->teacher[mentor].id);
        return;
    }
    ZJ_GROW(in->mentoring, in->n_mentorings, b->cap);
    in->mentoring[in->n_mentorings++] = (struct zj_mentoring){mentor, mentee, b->row->line};
}

void zj_add_rooms(struct zj_builder *b)
{
    struct zj_instance *in = b->in;
    int number = V(rooms_number)->given ? V(rooms_number)->number : 1;

    if (b->bad_row || zj_is_repeated(b, ZJ_COL_rooms_school_id, ZJ_COL_rooms_room))
        return;
    ZJ_GROW(in->room, in->n_rooms, b->cap);
    in->room[in->n_rooms++] =
        (struct zj_room){V(rooms_school_id)->number, V(rooms_room)->number, number, b->row->line};
}
