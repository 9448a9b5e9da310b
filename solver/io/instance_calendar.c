/*
 * instance_calendar.c - the terms and the week of instance.json.
 */
#include "solver/base/i18n.h"
#include "solver/io/days.h"
#include "solver/io/hints.h"
#include "solver/io/instance_parts.h"
#include "solver/io/values.h"

#include <string.h>

enum { MAX_TERMS = 40, MAX_DAYS = 7, MAX_PERIODS = 20 };

/* The text of a required member, "" after its problem was reported. */
static const char *required_text(struct zj_head_reader *r, int object, const char *member)
{
    int node = zj_json_require(r->j, object, member);

    return node >= 0 ? zj_head_text(r, node) : "";
}

/* As above, for a name that tables refer to: what separates lists cannot be part of it. */
static const char *required_word(struct zj_head_reader *r, int object, const char *member)
{
    const char *text = required_text(r, object, member);

    if (strpbrk(text, ",;\"\n\r\t") || strlen(text) > 4 * 64) {
        zj_diag_add(r->j->d, ZJ_ERROR, "bad_word", zj_json_at(r->j, zj_json_member(r->j, object, member)),
                    _("the word is too long, or holds one of , ; \" or a control character"));
        return "";
    }
    return text;
}

static int32_t required_date(struct zj_head_reader *r, int object, const char *member)
{
    int32_t date = ZJ_NO_DATE;
    int node = zj_json_require(r->j, object, member);

    if (node >= 0)
        zj_json_date(r->j, node, &date);
    return date;
}

/* What a term must be beside the terms before it; sets its year_index. */
static void check_term(struct zj_head_reader *r, int node, int t)
{
    struct zj_json *j = r->j;
    struct zj_term *term = &r->in->term[t];

    for (int i = 0; i < t && *term->id; i++)
        if (strcmp(r->in->term[i].id, term->id) == 0)
            zj_diag_add(j->d, ZJ_ERROR, "twice", zj_json_at(j, node), _("the term '%s' stands twice"),
                        term->id);
    if (term->start != ZJ_NO_DATE && term->end != ZJ_NO_DATE && term->end < term->start)
        zj_diag_add(j->d, ZJ_ERROR, "bad_range", zj_json_at(j, node), _("the term ends before it starts"));
    else if (term->end != ZJ_NO_DATE &&
             (term->vacation_until < term->end || term->vacation_until - term->end > 366))
        zj_diag_add(j->d, ZJ_ERROR, "bad_range", zj_json_at(j, node),
                    _("the vacation ends before the term does, or is longer than a year"));
    if (t == 0)
        return;
    struct zj_term *before = term - 1;
    if (before->vacation_until != ZJ_NO_DATE && term->start != ZJ_NO_DATE &&
        before->vacation_until >= term->start)
        before->vacation_until = term->start - 1; /* the next term ends the vacation */
    if (before->end != ZJ_NO_DATE && term->start != ZJ_NO_DATE && term->start <= before->end)
        zj_diag_add(j->d, ZJ_ERROR, "overlap", zj_json_at(j, node),
                    _("the term starts before the term '%s' has ended; terms stand in order"), before->id);
    term->year_index = before->year_index + (strcmp(before->year, term->year) != 0);
    for (int i = 0; i < t; i++) {
        if (*term->year && r->in->term[i].year_index != term->year_index &&
            strcmp(r->in->term[i].year, term->year) == 0) {
            zj_diag_add(j->d, ZJ_ERROR, "split_year", zj_json_at(j, node),
                        _("the terms of the year '%s' do not stand together"), term->year);
            break;
        }
    }
}

void zj_read_terms(struct zj_head_reader *r, int node)
{
    static const char *const members[] = {"id", "year", "start", "end", "vacation_until"};
    struct zj_json *j = r->j;
    struct zj_instance *in = r->in;

    if (!zj_json_expect_array(j, node, MAX_TERMS))
        return;
    if (zj_json_first(j, node) < 0)
        zj_diag_add(j->d, ZJ_ERROR, "empty", zj_json_at(j, node), _("the list is empty"));
    in->term = zj_alloc_n(&in->arena, MAX_TERMS, sizeof *in->term);
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i)) {
        if (!zj_json_expect_object(j, i))
            continue;
        struct zj_term *term = &in->term[in->n_terms];
        zj_json_known_members(j, i, members, 5);
        term->id = required_word(r, i, "id");
        term->year = required_word(r, i, "year");
        term->start = required_date(r, i, "start");
        term->end = required_date(r, i, "end");
        term->vacation_until = term->end;
        int vacation = zj_json_given(j, i, "vacation_until");
        if (vacation >= 0)
            zj_json_date(j, vacation, &term->vacation_until);
        check_term(r, i, in->n_terms++);
    }
    in->n_years = in->n_terms ? in->term[in->n_terms - 1].year_index + 1 : 0;
}

/* The member of an object that is a list of 1..most items, or -1 after reporting. */
static int required_list(struct zj_head_reader *r, int object, const char *member, int most)
{
    struct zj_json *j = r->j;
    int node = zj_json_require(j, object, member);

    if (node < 0 || !zj_json_expect_array(j, node, most))
        return -1;
    if (zj_json_first(j, node) < 0)
        zj_diag_add(j->d, ZJ_ERROR, "empty", zj_json_at(j, node), _("the list is empty"));
    return node;
}

static void read_days(struct zj_head_reader *r, int week)
{
    int node = required_list(r, week, "days", MAX_DAYS);
    struct zj_instance *in = r->in;

    if (node < 0)
        return;
    in->day = zj_alloc_n(&in->arena, MAX_DAYS, sizeof *in->day);
    for (int i = zj_json_first(r->j, node); i >= 0; i = zj_json_after(r->j, i)) {
        const char *day = zj_head_text(r, i);
        for (int k = 0; k < in->n_days; k++)
            if (*day && strcmp(in->day[k], day) == 0)
                zj_diag_add(r->j->d, ZJ_ERROR, "twice", zj_json_at(r->j, i),
                            _("the same value stands twice in the list"));
        in->day[in->n_days++] = day;
    }
    for (int w = 0; w < 7; w++)
        in->day_of_weekday[w] = zj_find_day(in, zj_value_token(ZJ_VS_weekday, w));
}

static int required_clock(struct zj_head_reader *r, int object, const char *member)
{
    int minutes = 0;
    const char *text = required_text(r, object, member);

    if (*text && !zj_parse_clock(text, &minutes))
        zj_diag_add(r->j->d, ZJ_ERROR, "bad_time", zj_json_at(r->j, zj_json_member(r->j, object, member)),
                    _("'%s' is not a time; expected HH:MM"), text);
    return minutes;
}

static int session_of(struct zj_instance *in, const char *name)
{
    for (int s = 0; s < in->n_sessions; s++)
        if (strcmp(in->session[s], name) == 0)
            return s;
    in->session[in->n_sessions] = name;
    return in->n_sessions++;
}

/* What a period must be beside the periods before it in the list. */
static void check_period(struct zj_head_reader *r, int node, const struct zj_period *p)
{
    struct zj_json *j = r->j;

    if (p->end <= p->start)
        zj_diag_add(j->d, ZJ_ERROR, "bad_range", zj_json_at(j, node), _("the period ends before it starts"));
    for (int i = 0; i < r->in->n_periods; i++) {
        const struct zj_period *q = &r->in->period[i];
        if (p->id != 0 && q->id == p->id)
            zj_diag_add(j->d, ZJ_ERROR, "twice", zj_json_at(j, node), _("the period %d stands twice"), p->id);
        else if (p->start < q->end && q->start < p->end)
            zj_diag_add(j->d, ZJ_ERROR, "overlap", zj_json_at(j, node),
                        _("the period overlaps the period %d"), q->id);
    }
}

/* Periods are kept in the order of the clock, whatever their ids. */
static void insert_period(struct zj_instance *in, struct zj_period p)
{
    int i = in->n_periods++;

    for (; i > 0 && in->period[i - 1].start > p.start; i--)
        in->period[i] = in->period[i - 1];
    in->period[i] = p;
}

static void read_periods(struct zj_head_reader *r, int week)
{
    static const char *const members[] = {"id", "start", "end", "session"};
    int node = required_list(r, week, "periods", MAX_PERIODS);
    struct zj_instance *in = r->in;

    if (node < 0)
        return;
    in->period = zj_alloc_n(&in->arena, MAX_PERIODS, sizeof *in->period);
    in->session = zj_alloc_n(&in->arena, MAX_PERIODS, sizeof *in->session);
    for (int i = zj_json_first(r->j, node); i >= 0; i = zj_json_after(r->j, i)) {
        struct zj_period p = {0};
        int errors = r->j->d->n_errors;
        if (!zj_json_expect_object(r->j, i))
            continue;
        zj_json_known_members(r->j, i, members, 4);
        int id = zj_json_require(r->j, i, "id");
        if (id >= 0)
            zj_json_int(r->j, id, 1, MAX_PERIODS, &p.id);
        p.start = required_clock(r, i, "start");
        p.end = required_clock(r, i, "end");
        p.session = session_of(in, required_word(r, i, "session"));
        if (r->j->d->n_errors == errors)
            check_period(r, i, &p);
        insert_period(in, p);
    }
}

void zj_read_week(struct zj_head_reader *r, int node)
{
    static const char *const members[] = {"days", "periods"};

    if (!zj_json_expect_object(r->j, node))
        return;
    zj_json_known_members(r->j, node, members, 2);
    read_days(r, node);
    read_periods(r, node);
}
