/*
 * policy_events.c - joint activities, {"activity": "joint_meeting", "over": "community", …}, and what
 * rules say of them.
 */
#include "solver/base/i18n.h"
#include "solver/data/event.h"
#include "solver/io/policy_parts.h"

#include <string.h>

enum { MAX_EVENTS = 200, MAX_PERIODS = 20, MAX_SPANS = 366, MAX_OPTIONS = 20 };

bool zj_policy_session(struct zj_policy_reader *r, int node, int set, int *out)
{
    const char *text = zj_json_string(r->j, node);

    (void)set;
    if (text && r->unbound) {
        *out = zj_intern(&r->in->words, &r->in->arena, text);
        return true;
    }
    for (int s = 0; s < r->in->n_sessions && text; s++) {
        if (strcmp(r->in->session[s], text) == 0) {
            *out = s;
            return true;
        }
    }
    if (text)
        zj_diag_add(r->j->d, ZJ_ERROR, "unknown_session", zj_json_at(r->j, node),
                    _("'%s' is not a session of the week of the instance"), text);
    return false;
}

bool zj_policy_event(struct zj_policy_reader *r, int node, int set, int *out)
{
    const char *text = zj_json_string(r->j, node);
    int word = text ? zj_intern_find(&r->in->words, text) : -1;

    (void)set;
    *out = word >= 0 ? zj_find_event(r->pol, word) : -1;
    if (text && *out < 0)
        zj_diag_add(r->j->d, ZJ_ERROR, "unknown_activity", zj_json_at(r->j, node),
                    _("there is no activity '%s' in \"activities\""), text);
    return *out >= 0;
}

void zj_policy_numbers(struct zj_policy_reader *r, int node, int lo, int hi, struct zj_ids *out)
{
    struct zj_json *j = r->j;
    struct zj_ids list = {0, zj_alloc_n(&r->pol->arena, (size_t)zj_json_n_items(j, node) + 1, sizeof(int))};
    int value;

    for (int i = zj_json_first_item(j, node); i >= 0; i = zj_json_next_item(j, node, i))
        if (zj_json_int(j, i, lo, hi, &value))
            list.v[list.n++] = value;
    if (zj_json_n_items(j, node) == 0)
        zj_diag_add(j->d, ZJ_ERROR, "empty", zj_json_at(j, node), _("the list is empty"));
    *out = list;
}

/* "MM-DD" of any year as 100 * month + day. */
static bool read_day_of_year(struct zj_json *j, int node, int *out)
{
    const char *text = zj_json_string(j, node);
    enum { LEAP_YEAR = 2000 };

    if (!text)
        return false;
    bool fine = strlen(text) == 5 && text[2] == '-' && strspn(text, "0123456789") == 2 &&
                strspn(text + 3, "0123456789") == 2;
    int month = fine ? 10 * (text[0] - '0') + text[1] - '0' : 0;
    int day = fine ? 10 * (text[3] - '0') + text[4] - '0' : 0;
    if (!fine || !zj_date_exists(LEAP_YEAR, month, day)) {
        zj_diag_add(j->d, ZJ_ERROR, "bad_date", zj_json_at(j, node),
                    _("'%s' is not a day of the year; expected MM-DD"), text);
        return false;
    }
    *out = 100 * month + day;
    return true;
}

static bool read_span(struct zj_json *j, int node, struct zj_day_span *span)
{
    int from = zj_json_first(j, node);

    if (!json_is_array(j->node[node].value) || zj_json_n_items(j, node) != 2) {
        zj_diag_add(j->d, ZJ_ERROR, "bad_range", zj_json_at(j, node),
                    _("expected two days of the year, [\"MM-DD\", \"MM-DD\"]"));
        return false;
    }
    bool fine = read_day_of_year(j, from, &span->from);
    return read_day_of_year(j, zj_json_after(j, from), &span->to) && fine;
}

void zj_policy_spans(struct zj_policy_reader *r, int node, struct zj_day_spans *out)
{
    struct zj_json *j = r->j;

    if (!zj_json_expect_array(j, node, MAX_SPANS))
        return;
    out->v = zj_alloc_n(&r->pol->arena, (size_t)zj_json_n_items(j, node), sizeof *out->v);
    if (zj_json_first(j, node) < 0)
        zj_diag_add(j->d, ZJ_ERROR, "empty", zj_json_at(j, node), _("the list is empty"));
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i))
        out->n += read_span(j, i, &out->v[out->n]);
}

static void read_option(struct zj_policy_reader *r, int node, int lo, int hi, struct zj_option *x)
{
    static const char *const members[] = {"activity", "min", "travel_periods"};
    struct zj_json *j = r->j;

    if (!zj_json_expect_object(j, node))
        return;
    zj_json_known_members(j, node, members, 3);
    int periods = zj_json_given(j, node, "travel_periods"), activity = zj_json_given(j, node, "activity");
    if (periods >= 0 && activity >= 0)
        zj_diag_add(j->d, ZJ_ERROR, "two_ways", zj_json_at(j, node),
                    _("'activity' and 'travel_periods' are two ways; each stands alone"));
    if (periods >= 0) {
        zj_json_int(j, periods, lo, hi, &x->min);
        return;
    }
    activity = zj_json_require(j, node, "activity");
    int min = zj_json_require(j, node, "min");
    if (activity >= 0)
        zj_policy_list(r, activity, zj_policy_event, 0, &x->events);
    if (min >= 0)
        zj_json_int(j, min, lo, hi, &x->min);
}

void zj_policy_options(struct zj_policy_reader *r, int node, int lo, int hi, struct zj_options *out)
{
    struct zj_json *j = r->j;

    if (!zj_json_expect_array(j, node, MAX_OPTIONS))
        return;
    out->v = zj_alloc_n(&r->pol->arena, (size_t)zj_json_n_items(j, node), sizeof *out->v);
    if (zj_json_n_items(j, node) < 2)
        zj_diag_add(j->d, ZJ_ERROR, "empty", zj_json_at(j, node), _("at least two ways are needed"));
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i))
        read_option(r, i, lo, hi, &out->v[out->n++]);
}

static void read_name(struct zj_policy_reader *r, int node, struct zj_event *e)
{
    const char *text = zj_json_string(r->j, node);

    if (text && strpbrk(text, ",;\" \n\t"))
        zj_diag_add(r->j->d, ZJ_ERROR, "bad_word", zj_json_at(r->j, node),
                    _("the name holds one of , ; \" or a blank"));
    else if (text)
        e->name = zj_intern(&r->in->words, &r->in->arena, text);
    if (e->name >= 0 && zj_find_event(r->pol, e->name) >= 0)
        zj_diag_add(r->j->d, ZJ_ERROR, "twice", zj_json_at(r->j, node),
                    _("the activity '%s' is declared twice"), text);
}

/* A word of a choice; the field stays as it is when the member is absent. */
#define READ_CHOICE(r, object, member, choice, type, field)                                                  \
    do {                                                                                                     \
        int zj_node = zj_json_given((r)->j, object, member), zj_chosen = (int)(field);                       \
        if (zj_node >= 0)                                                                                    \
            zj_policy_choice(r, zj_node, choice, 0, &zj_chosen);                                             \
        (field) = (type)zj_chosen;                                                                           \
    } while (0)

static void read_choices(struct zj_policy_reader *r, int node, struct zj_event *e)
{
    int online = zj_json_given(r->j, node, "online");

    if (online >= 0)
        zj_json_bool(r->j, online, &e->online);
    e->host = e->online ? ZJ_SIDE_NONE : ZJ_SIDE_ANY;
    READ_CHOICE(r, node, "over", ZJ_CHOICE_CIRCLE, enum zj_circle, e->over);
    READ_CHOICE(r, node, "by", ZJ_CHOICE_SPLIT, enum zj_split, e->by);
    READ_CHOICE(r, node, "host", ZJ_CHOICE_SIDE, enum zj_side, e->host);
    READ_CHOICE(r, node, "chair", ZJ_CHOICE_SIDE, enum zj_side, e->chair);
    READ_CHOICE(r, node, "lasts", ZJ_CHOICE_LASTS, enum zj_lasts, e->lasts);
}

static void read_lists(struct zj_policy_reader *r, int node, struct zj_event *e)
{
    static int usual_days[] = {ZJ_SCHOOL_DAY, ZJ_MAKEUP};
    struct zj_json *j = r->j;
    int subjects = zj_json_given(j, node, "subjects"), sessions = zj_json_given(j, node, "sessions");
    int on = zj_json_given(j, node, "on"), where = zj_json_given(j, node, "where");
    int who = zj_json_given(j, node, "who");

    e->on = (struct zj_ids){2, usual_days};
    if (subjects >= 0)
        zj_policy_list(r, subjects, zj_policy_subject, 0, &e->subjects);
    if (sessions >= 0)
        zj_policy_list(r, sessions, zj_policy_session, 0, &e->sessions);
    if (on >= 0)
        zj_policy_list(r, on, zj_policy_value, ZJ_VS_day_kind, &e->on);
    if (where >= 0)
        zj_policy_filter(r, where, ZJ_USE_PLACE, &e->where);
    e->has_who = who >= 0;
    if (who >= 0)
        zj_policy_filter(r, who, ZJ_USE_TEACHER, &e->who);
}

/* What the members must be together. */
static void check_event(struct zj_policy_reader *r, int node, const struct zj_event *e)
{
    const struct zj_place *at = zj_json_at(r->j, node);

    if (e->lasts == ZJ_LASTS_DAY && e->sessions.n > 0)
        zj_diag_add(r->j->d, ZJ_ERROR, "misfit", at,
                    _("what lasts a day takes every session; leave out 'sessions'"));
    if (e->by == ZJ_SPLIT_NONE && e->subjects.n > 0)
        zj_diag_add(r->j->d, ZJ_ERROR, "misfit", at, _("'subjects' needs 'by'"));
    if (e->online && e->room >= 0)
        zj_diag_add(r->j->d, ZJ_ERROR, "misfit", at, _("what is online needs no 'room'"));
    if (e->room >= 0 && e->host == ZJ_SIDE_NONE)
        zj_diag_add(r->j->d, ZJ_ERROR, "misfit", at, _("'room' needs a 'host'"));
}

static void read_event(struct zj_policy_reader *r, int node, struct zj_event *e)
{
    static const char *const members[] = {"activity", "title", "over",    "by",     "subjects", "where",
                                          "who",      "host",  "chair",   "online", "lasts",    "sessions",
                                          "on",       "room",  "periods", "source"};
    struct zj_json *j = r->j;
    int errors = j->d->n_errors;

    *e = (struct zj_event){.name = -1, .over = ZJ_BY_COMMUNITY, .periods = 1, .room = -1};
    e->where.empty = e->who.empty = true;
    e->line = j->node[node].line;
    if (!zj_json_expect_object(j, node))
        return;
    zj_json_known_members(j, node, members, (int)(sizeof members / sizeof members[0]));
    int name = zj_json_require(j, node, "activity"), title = zj_json_given(j, node, "title");
    int room = zj_json_given(j, node, "room"), periods = zj_json_given(j, node, "periods");
    if (name >= 0)
        read_name(r, name, e);
    if (title >= 0 && zj_json_string(j, title))
        e->title = zj_strdup(&r->pol->arena, zj_json_string(j, title));
    read_choices(r, node, e);
    read_lists(r, node, e);
    if (room >= 0)
        zj_policy_word(r, room, 0, &e->room);
    if (periods >= 0)
        zj_json_int(j, periods, 1, MAX_PERIODS, &e->periods);
    zj_policy_source_text(r, node, &e->document, &e->quote);
    if (j->d->n_errors == errors)
        check_event(r, node, e);
    zj_policy_keep_entry(
        r, node,
        (struct zj_policy_entry){
            .rule = "activity", .index = -1, .models = 1u << ZJ_CALENDAR, .hard = true, .weight = 1});
}

void zj_policy_events(struct zj_policy_reader *r, int node)
{
    struct zj_json *j = r->j;

    if (!zj_json_expect_array(j, node, MAX_EVENTS))
        return;
    r->pol->event = zj_alloc_n(&r->pol->arena, (size_t)zj_json_n_items(j, node), sizeof *r->pol->event);
    zj_policy_more_entries(r, zj_json_n_items(j, node));
    for (int i = zj_json_first(j, node); i >= 0; i = zj_json_after(j, i)) {
        read_event(r, i, &r->pol->event[r->pol->n_events]);
        r->pol->n_events++;
    }
}
