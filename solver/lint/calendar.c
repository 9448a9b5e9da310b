#include "solver/lint/calendar.h"

#include "solver/base/i18n.h"
#include "solver/data/dates.h"
#include "solver/data/event.h"
#include "solver/data/filter.h"
#include "solver/lint/report.h"

#include <stdlib.h>

/* How many times of each day an activity may be held: room[event * n_dates + day]. */
struct rooms {
    const struct zj_instance *in;
    const struct zj_policy *pol;
    struct zj_diag *d;
    int *room;
};

/* A place where a rule counts; -1 = not this. All -1: the county. */
struct place {
    int community, school;
    const struct zj_group *group;
    const char *text;
};

static bool in_spans(const struct zj_day_spans *spans, int32_t date)
{
    int year, month, day;

    zj_date_to_ymd(date, &year, &month, &day);
    for (int i = 0; i < spans->n; i++) {
        int at = 100 * month + day;
        bool after = at >= spans->v[i].from, before = at <= spans->v[i].to;
        if (spans->v[i].from > spans->v[i].to ? after || before : after && before)
            return true;
    }
    return spans->n == 0;
}

static bool in_weeks(const struct zj_instance *in, const struct zj_ids *weeks, const struct zj_date *d)
{
    int back = d->week - zj_term_weeks(in, d->term) - 1;

    return weeks->n == 0 || zj_ids_has(weeks, d->week) ||
           (d->date <= in->term[d->term].end && zj_ids_has(weeks, back));
}

static bool is_or_absent(const struct zj_ids *list, int v)
{
    return list->n == 0 || zj_ids_has(list, v);
}

/* Does a hard window that speaks of every group let the activity be on that day (session -1: the day)? */
static bool windows_allow(const struct rooms *x, int event, const struct zj_date *d, int session)
{
    for (int k = 0; k < x->pol->n_calendar_rules; k++) {
        const struct zj_rule *r = &x->pol->calendar_rule[k];
        if (r->id != ZJ_R_window || !r->hard || !r->where.empty || !zj_ids_has(&r->events, event))
            continue;
        if (!in_weeks(x->in, &r->weeks, d) || !in_spans(&r->spans, d->date) ||
            !is_or_absent(&r->months, d->month % 12 + 1) || !is_or_absent(&r->day_kinds, (int)d->kind) ||
            !is_or_absent(&r->weekdays, d->weekday) || !is_or_absent(&r->sessions, session))
            return false;
    }
    return true;
}

/* Sessions (periods, or the whole day) of the day in which one group may hold the activity. */
static int room_of(const struct rooms *x, int event, const struct zj_date *d)
{
    const struct zj_event *e = &x->pol->event[event];
    int n = 0;

    if (!zj_ids_has(&e->on, (int)d->kind))
        return 0;
    if (e->lasts == ZJ_LASTS_DAY)
        return windows_allow(x, event, d, -1);
    for (int p = 0; p < x->in->n_periods; p++) {
        int session = x->in->period[p].session;
        bool first = true; /* of its session */
        for (int q = 0; q < p && first; q++)
            first = x->in->period[q].session != session;
        if ((e->lasts == ZJ_LASTS_PERIOD || first) && is_or_absent(&e->sessions, session))
            n += windows_allow(x, event, d, session);
    }
    return n;
}

static void find_rooms(struct rooms *x)
{
    size_t n = (size_t)x->in->n_dates;

    x->room = zj_calloc((size_t)x->pol->n_events * n, sizeof *x->room);
    for (int e = 0; e < x->pol->n_events; e++)
        for (int i = 0; i < x->in->n_dates; i++)
            x->room[(size_t)e * n + (size_t)i] = room_of(x, e, &x->in->date[i]);
}

static int room_on(const struct rooms *x, int event, int day)
{
    return x->room[(size_t)event * (size_t)x->in->n_dates + (size_t)day];
}

static bool is_at(const struct zj_rule *r, const struct place *p, const struct zj_group *g)
{
    if (p->group)
        return p->group == g;
    if (p->school >= 0)
        return zj_ids_has(r->as == ZJ_AS_HOST ? &g->hosts : &g->schools, p->school);
    return p->community < 0 || p->community == g->community;
}

/* Days of one month, term or year have one key. */
static int key_of(const struct rooms *x, enum zj_span span, int day)
{
    const struct zj_date *d = &x->in->date[day];

    return span == ZJ_SPAN_MONTH  ? d->month
           : span == ZJ_SPAN_TERM ? d->term
           : span == ZJ_SPAN_YEAR ? x->in->term[d->term].year_index
                                  : 0;
}

/* The most that the activities of the rule can count at the place on days first .. end - 1. */
static int64_t most_at(const struct rooms *x, const struct zj_rule *r, const struct place *p, int first,
                       int end)
{
    int64_t most = 0;

    for (int i = 0; i < r->events.n; i++) {
        const struct zj_event *e = &x->pol->event[r->events.v[i]];
        int64_t room = 0, groups = 0;
        for (int day = first; day < end; day++)
            room += room_on(x, r->events.v[i], day);
        for (int g = 0; g < e->n_groups; g++)
            groups += is_at(r, p, &e->group[g]);
        most += groups * room * (r->measure == ZJ_OF_PERIODS ? e->periods : 1);
    }
    return most;
}

static void check_count_at(const struct rooms *x, const struct zj_rule *r, const struct place *p)
{
    const struct zj_instance *in = x->in;
    char from[16], to[16];

    for (int first = 0, end; first < in->n_dates; first = end) {
        int school_days = 0;
        for (end = first; end < in->n_dates && key_of(x, r->span, end) == key_of(x, r->span, first); end++)
            school_days += zj_is_school_day(&in->date[end]);
        int64_t most = most_at(x, r, p, first, end);
        if (most >= r->min || (r->span == ZJ_SPAN_MONTH && school_days < r->month_min_days))
            continue;
        zj_diag_add(x->d, lint_severity(r), "no_room", lint_at_rule(x->pol, r),
                    _("%s, %s to %s: %d are asked for, but those who hold it, and its days, have room for "
                      "%lld"),
                    p->text, zj_date_text(in->date[first].date, from),
                    zj_date_text(in->date[end - 1].date, to), r->min, (long long)most);
    }
}

static void check_schools(const struct rooms *x, const struct zj_rule *r)
{
    for (int s = 0; s < x->in->n_schools; s++) {
        const struct zj_school *school = &x->in->school[s];
        const struct place place = {-1, s, NULL, school->id};
        bool is_meant = r->level == ZJ_LEVEL_SCHOOL ||
                        (r->level == ZJ_LEVEL_LEAD && school->role == ZJ_LEAD) ||
                        (r->level == ZJ_LEVEL_MEMBER && school->role == ZJ_MEMBER);
        if (is_meant && zj_school_passes(x->in, &r->where, s))
            check_count_at(x, r, &place);
    }
}

static void check_communities(const struct rooms *x, const struct zj_rule *r)
{
    bool *seen = zj_calloc((size_t)x->in->words.n + 1, sizeof *seen);

    for (int s = 0; s < x->in->n_schools; s++) {
        int community = x->in->school[s].community;
        const struct place place = {community, -1, NULL, zj_word(x->in, community)};
        if (community < 0 || seen[community] || !zj_school_passes(x->in, &r->where, s))
            continue;
        seen[community] = true;
        check_count_at(x, r, &place);
    }
    free(seen);
}

/* Groups whose member, or else one of whose schools, `where` selects. */
static void check_groups(const struct rooms *x, const struct zj_rule *r)
{
    for (int i = 0; i < r->events.n; i++) {
        const struct zj_event *e = &x->pol->event[r->events.v[i]];
        for (int g = 0; g < e->n_groups; g++) {
            const struct zj_group *group = &e->group[g];
            const struct place place = {-1, -1, group, group->text};
            bool is_meant = group->member >= 0 && zj_school_passes(x->in, &r->where, group->member);
            for (int s = 0; s < group->schools.n && group->member < 0; s++)
                is_meant = is_meant || zj_school_passes(x->in, &r->where, group->schools.v[s]);
            if (is_meant)
                check_count_at(x, r, &place);
        }
    }
}

/* Pairs are left to the solver: what several groups of one pair have room for is more than enough to see. */
static void check_count(const struct rooms *x, const struct zj_rule *r)
{
    const struct place county = {-1, -1, NULL, "county"};

    if (r->min == ZJ_NONE)
        return;
    if (r->level == ZJ_LEVEL_COUNTY)
        check_count_at(x, r, &county);
    else if (r->level == ZJ_LEVEL_COMMUNITY)
        check_communities(x, r);
    else if (r->level == ZJ_LEVEL_GROUP)
        check_groups(x, r);
    else if (r->level != ZJ_LEVEL_PAIR)
        check_schools(x, r);
}

static bool has_room(const struct rooms *x, const struct zj_rule *r, int day)
{
    for (int i = 0; i < r->events.n; i++)
        if (room_on(x, r->events.v[i], day) > 0)
            return true;
    return false;
}

/* A time of the term, as long as the spacing allows, on none of whose days the activities may be. */
static void check_spacing(const struct rooms *x, const struct zj_rule *r)
{
    const struct zj_instance *in = x->in;
    char from[16];

    for (int day = 0, run = 0; day < in->n_dates && r->max_days != ZJ_NONE; day++) {
        const struct zj_date *d = &in->date[day];
        bool is_new = day == 0 || d->term != in->date[day - 1].term;
        if (d->date > in->term[d->term].end)
            continue;
        run = has_room(x, r, day) ? 0 : is_new ? 1 : run + 1;
        if (run == r->max_days)
            zj_diag_add(x->d, lint_severity(r), "no_room", lint_at_rule(x->pol, r),
                        _("from %s there are %d days on none of which it may be; at most %d may pass"),
                        zj_date_text(in->date[day - run + 1].date, from), run, r->max_days - 1);
    }
}

/* With so many schools, each in its turn, somebody waits longer. */
static void check_turns(const struct rooms *x, const struct zj_rule *r)
{
    for (int i = 0; i < r->events.n && r->max_gap != ZJ_NONE; i++) {
        const struct zj_event *e = &x->pol->event[r->events.v[i]];
        for (int g = 0; g < e->n_groups; g++) {
            const struct zj_ids *side =
                r->id == ZJ_R_rotating_chair ? &e->group[g].chairs : &e->group[g].hosts;
            int n = 0;
            for (int s = 0; s < side->n; s++)
                n += zj_school_passes(x->in, &r->where, side->v[s]);
            if (r->max_gap < n - 1)
                zj_diag_add(x->d, ZJ_WARNING, "slow_turns", lint_at_rule(x->pol, r),
                            _("%s: with %d schools somebody waits for %d others; max_gap is %d"),
                            e->group[g].text, n, n - 1, r->max_gap);
        }
    }
}

static void check_events(const struct rooms *x)
{
    for (int e = 0; e < x->pol->n_events; e++)
        if (x->pol->event[e].n_groups == 0)
            zj_diag_add(x->d, ZJ_WARNING, "idle_activity", lint_at_row(x->pol->file, x->pol->event[e].line),
                        _("the activity '%s': nobody can hold it"), zj_word(x->in, x->pol->event[e].name));
}

void zj_precheck_calendar(const struct zj_instance *in, const struct zj_policy *pol, struct zj_diag *d)
{
    struct rooms x = {.in = in, .pol = pol, .d = d};

    if (in->n_dates == 0 || in->n_sessions == 0 || pol->n_events == 0)
        return;
    find_rooms(&x);
    check_events(&x);
    for (int k = 0; k < pol->n_calendar_rules; k++) {
        const struct zj_rule *r = &pol->calendar_rule[k];
        if (r->id == ZJ_R_count)
            check_count(&x, r);
        else if (r->id == ZJ_R_spacing)
            check_spacing(&x, r);
        else if (r->id == ZJ_R_rotating_chair || r->id == ZJ_R_host_rotation)
            check_turns(&x, r);
    }
    free(x.room);
}
