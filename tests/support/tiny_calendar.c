/*
 * tiny_calendar.c - the lines of tiny.h that belong to calendars, and the calendars.
 */
#include "tests/support/tiny_words.h"

#include "solver/data/change.h"
#include "solver/data/dates.h"
#include "solver/data/event.h"
#include "solver/data/week.h"
#include "solver/io/rule_params.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int choose(enum zj_choice choice, const char *text, int other)
{
    int n;
    const char *const *words = zj_choice_words(choice, &n);

    for (int i = 0; i < n && text; i++)
        if (strcmp(words[i], text) == 0)
            return i;
    return text ? tiny_found(-1, "no such choice", text) : other;
}

static int session_item(struct tiny *t, const char *item)
{
    for (int s = 0; s < t->in.n_sessions; s++)
        if (strcmp(t->in.session[s], item) == 0)
            return s;
    tiny_wrong("no such session", item);
}

static int event_item(struct tiny *t, const char *item)
{
    return tiny_found(zj_find_event(&t->pol, tiny_word(t, item)), "no such activity", item);
}

static int day_kind_item(struct tiny *t, const char *item)
{
    (void)t;
    return tiny_found(zj_value_find(ZJ_VS_day_kind, item), "no such kind of day", item);
}

static int weekday_item(struct tiny *t, const char *item)
{
    (void)t;
    return tiny_found(zj_value_find(ZJ_VS_weekday, item), "no such weekday", item);
}

void tiny_add_event(struct tiny *t, const struct tiny_line *line)
{
    struct zj_policy *pol = &t->pol;
    const char *room = tiny_option(line, "room"), *host = tiny_option(line, "host");
    struct zj_event e = {.name = tiny_word(t, line->word[1])};

    e.over = (enum zj_circle)choose(ZJ_CHOICE_CIRCLE, tiny_option(line, "over"), ZJ_BY_COMMUNITY);
    e.by = (enum zj_split)choose(ZJ_CHOICE_SPLIT, tiny_option(line, "by"), ZJ_SPLIT_NONE);
    e.online = tiny_option(line, "online") != NULL;
    e.host = (enum zj_side)choose(ZJ_CHOICE_SIDE, host, e.online ? ZJ_SIDE_NONE : ZJ_SIDE_ANY);
    e.chair = (enum zj_side)choose(ZJ_CHOICE_SIDE, tiny_option(line, "chair"), ZJ_SIDE_NONE);
    e.lasts = (enum zj_lasts)choose(ZJ_CHOICE_LASTS, tiny_option(line, "lasts"), ZJ_LASTS_SESSION);
    e.subjects = tiny_list(t, tiny_option(line, "subjects"), tiny_word);
    e.sessions = tiny_list(t, tiny_option(line, "sessions"), session_item);
    e.on = tiny_list(t, tiny_option(line, "on") ? tiny_option(line, "on") : "school,makeup", day_kind_item);
    e.periods = tiny_number_option(line, "periods", 1);
    e.room = room ? tiny_word(t, room) : -1;
    e.where.empty = e.who.empty = true;
    for (int i = 2; i < line->n; i++) {
        char *equals = strchr(line->word[i], '=');
        char key[64];

        if (!equals || sscanf(line->word[i], "%63[^=]", key) != 1)
            continue;
        if (strncmp(key, "where.", 6) == 0)
            tiny_filter_key(t, &e.where, key + 6, equals + 1);
        if (strncmp(key, "who.", 4) == 0)
            tiny_filter_key(t, &e.who, key + 4, equals + 1);
        e.has_who = e.has_who || strncmp(key, "who.", 4) == 0;
    }
    pol->event = tiny_room(&pol->arena, pol->event, pol->n_events, sizeof *pol->event);
    pol->event[pol->n_events++] = e;
}

void tiny_add_holiday(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;
    bool works = strcmp(line->word[0], "work") == 0, many = !works && line->n > 2;
    const char *follows = tiny_option(line, "follows");
    int32_t first = tiny_date(line->word[1]);

    in->holiday = tiny_room(&in->arena, in->holiday, in->n_holidays, sizeof *in->holiday);
    in->holiday[in->n_holidays] = (struct zj_holiday){.date = first,
                                                      .end = many ? tiny_date(line->word[2]) : first,
                                                      .works = works,
                                                      .follows = follows ? tiny_day(t, follows) : -1,
                                                      .line = in->n_holidays + 2};
    in->n_holidays++;
}

void tiny_add_vacation(struct tiny *t, const struct tiny_line *line)
{
    t->in.term[tiny_term(t, line->word[1])].vacation_until = tiny_date(line->word[2]);
}

void tiny_add_mentoring(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;

    in->mentoring = tiny_room(&in->arena, in->mentoring, in->n_mentorings, sizeof *in->mentoring);
    in->mentoring[in->n_mentorings] = (struct zj_mentoring){.mentor = tiny_teacher(t, line->word[1]),
                                                            .mentee = tiny_teacher(t, line->word[2]),
                                                            .line = in->n_mentorings + 2};
    in->n_mentorings++;
}

void tiny_add_rooms(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;

    in->room = tiny_room(&in->arena, in->room, in->n_rooms, sizeof *in->room);
    in->room[in->n_rooms] = (struct zj_room){.school = tiny_school(t, line->word[1]),
                                             .kind = tiny_word(t, line->word[2]),
                                             .number = tiny_number(line->word[3]),
                                             .line = in->n_rooms + 2};
    in->n_rooms++;
}

void tiny_add_calendar_pin(struct tiny *t, const struct tiny_line *line)
{
    struct zj_instance *in = &t->in;
    const char *activity = tiny_option(line, "activity"), *date = tiny_option(line, "date");
    const char *session = tiny_option(line, "session"), *school = tiny_option(line, "school");
    struct zj_pin pin = zj_pin_any(ZJ_CALENDAR);

    pin.forbid = tiny_option(line, "forbid") != NULL;
    pin.activity = activity ? tiny_word(t, activity) : -1;
    pin.date = date ? tiny_date(date) : ZJ_NO_DATE;
    pin.session = session ? session_item(t, session) : -1;
    pin.school = school ? tiny_school(t, school) : -1;
    pin.line = in->n_pins + 2;
    in->pin = tiny_room(&in->arena, in->pin, in->n_pins, sizeof *in->pin);
    in->pin[in->n_pins++] = pin;
}

void tiny_add_lesson(struct tiny *t, const struct tiny_line *line)
{
    char text[256] = "";
    size_t n = 0;

    for (int i = 1; i < line->n; i++)
        n += (size_t)snprintf(text + n, sizeof text - n, "%s ", line->word[i]);
    zj_week_resolve(&t->in);
    struct zj_lessons more = tiny_lessons(t, text);
    for (int i = 0; i < more.n; i++) {
        t->taught.v = tiny_room(&t->in.arena, t->taught.v, t->taught.n, sizeof *t->taught.v);
        t->taught.v[t->taught.n++] = more.v[i];
    }
    zj_lessons_release(&more);
}

/* "12-20..01-10" */
static struct zj_day_spans read_spans(struct tiny *t, const char *text)
{
    struct zj_day_spans spans = {0};
    int from_month, from_day, to_month, to_day;

    if (sscanf(text, "%d-%d..%d-%d", &from_month, &from_day, &to_month, &to_day) != 4)
        tiny_wrong("not two days of the year", text);
    spans.n = 1;
    spans.v = zj_alloc(&t->in.arena, sizeof *spans.v);
    spans.v[0] = (struct zj_day_span){100 * from_month + from_day, 100 * to_month + to_day};
    return spans;
}

/* "visit:2|travel:4" */
static struct zj_options read_options(struct tiny *t, const char *text)
{
    struct zj_options options = {0, zj_alloc_n(&t->in.arena, 8, sizeof *options.v)};
    char *copy = strdup(text), *rest = NULL;

    for (char *item = strtok_r(copy, "|", &rest); item; item = strtok_r(NULL, "|", &rest)) {
        char *colon = strchr(item, ':');
        struct zj_option *o = &options.v[options.n++];

        *colon = '\0';
        o->min = tiny_number(colon + 1);
        if (strcmp(item, "travel") != 0)
            o->events = tiny_list(t, item, event_item);
    }
    free(copy);
    return options;
}

bool tiny_calendar_key(struct tiny *t, struct zj_rule *r, const char *key, const char *text)
{
    for (int i = 0; i < zj_n_params; i++) {
        const struct zj_param *p = &zj_params[i];
        void *field = zj_param_field(r, p);

        if (p->rule != r->id || strcmp(p->name, key) != 0 || !zj_rule_is_of(r->id, ZJ_CALENDAR))
            continue;
        if (p->type == ZJ_PARAM_CHOICE)
            *(int *)field = choose((enum zj_choice)p->lo, text, 0);
        else if (p->type == ZJ_PARAM_ACTIVITIES)
            *(struct zj_ids *)field = tiny_list(t, text, event_item);
        else if (p->type == ZJ_PARAM_SESSIONS)
            *(struct zj_ids *)field = tiny_list(t, text, session_item);
        else if (p->type == ZJ_PARAM_NUMBERS)
            *(struct zj_ids *)field = tiny_list(t, text, tiny_number_item);
        else if (p->type == ZJ_PARAM_VALUES)
            *(struct zj_ids *)field =
                tiny_list(t, text, p->lo == ZJ_VS_weekday ? weekday_item : day_kind_item);
        else if (p->type == ZJ_PARAM_SPANS)
            *(struct zj_day_spans *)field = read_spans(t, text);
        else if (p->type == ZJ_PARAM_OPTIONS)
            *(struct zj_options *)field = read_options(t, text);
        else
            continue;
        return true;
    }
    return false;
}

void tiny_resolve_calendar(struct tiny *t)
{
    for (int w = 0; w < 7; w++) {
        t->in.day_of_weekday[w] = -1;
        for (int d = 0; d < t->in.n_days; d++)
            if (zj_value_find(ZJ_VS_weekday, t->in.day[d]) == w)
                t->in.day_of_weekday[w] = d;
    }
    zj_dates_resolve(&t->in);
    if (t->in.n_terms > 0)
        zj_events_resolve(&t->in, &t->pol);
}

static int group_called(const struct zj_event *e, const char *text)
{
    for (int g = 0; g < e->n_groups; g++)
        if (strcmp(e->group[g].text, text) == 0)
            return g;
    tiny_wrong("nobody of that name holds it", text);
}

static int only_one(const struct tiny *t, const char *named, const struct zj_ids *possible)
{
    if (named)
        return tiny_school(t, named);
    return possible->n == 1 ? possible->v[0] : -1;
}

static struct zj_occurrence read_occurrence(struct tiny *t, const struct tiny_line *line)
{
    struct zj_occurrence x = {.event = event_item(t, line->word[0])};
    const struct zj_event *e = &t->pol.event[x.event];

    x.group = group_called(e, line->word[1]);
    x.date = tiny_found(zj_find_date(&t->in, tiny_date(line->word[2])), "no such day", line->word[2]);
    x.session = strcmp(line->word[3], "*") == 0 ? -1 : session_item(t, line->word[3]);
    x.period = tiny_number_option(line, "period", 0);
    x.host = only_one(t, tiny_option(line, "host"), &e->group[x.group].hosts);
    x.chair = only_one(t, tiny_option(line, "chair"), &e->group[x.group].chairs);
    return x;
}

struct zj_calendar tiny_calendar(struct tiny *t, const char *text)
{
    struct zj_calendar plan = {0};
    char *copy = strdup(text), *rest = NULL;

    for (char *part = strtok_r(copy, ";", &rest); part; part = strtok_r(NULL, ";", &rest)) {
        struct tiny_line line = tiny_cut(part);

        if (line.n == 0)
            continue;
        if (line.n < 4)
            tiny_wrong("too few words", line.word[0]);
        const struct zj_occurrence x = read_occurrence(t, &line);
        zj_calendar_add(&plan, &x);
    }
    free(copy);
    return plan;
}

struct zj_taught tiny_taught(const struct tiny *t)
{
    struct zj_taught taught = {{NULL}};

    for (int term = 0; term < t->in.n_terms && t->taught.n > 0; term++)
        taught.of_term[term] = &t->taught;
    return taught;
}
