/*
 * year_revise.c - when a year's calendar has no room beside its timetables.
 *
 * A mentor has to watch lessons of those she guides, and a timetable may have both teach at the same times,
 * all week. Then the timetable of that term is made again with a meeting: one lesson of the teacher stays
 * where it is, and the mentor, the way included, has none around it. Everything else is as open as before,
 * and the new timetable stands only when it is no worse in what is unmet and in soft rules. It is checked
 * against the tables and the policy alone: what was asked of it besides is in the manifest.
 */
#include "solver/base/i18n.h"
#include "solver/cli/year_parts.h"
#include "solver/data/dates.h"
#include "solver/data/event.h"
#include "solver/data/travel.h"
#include "solver/data/week.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Lessons that are tried for one meeting, and timetables made again for one calendar. */
enum { MAX_LESSONS = 4, MAX_TIMETABLES = 12 };

/* ---- a meeting as rows of pins ----------------------------------------------------------------------- */

static struct zj_pin pin_of(int teacher, int day, int period, bool forbid)
{
    return (struct zj_pin){.model = ZJ_TIMETABLE,
                           .forbid = forbid,
                           .teacher = teacher,
                           .kind = -1,
                           .from = -1,
                           .to = -1,
                           .start_term = -1,
                           .terms = -1,
                           .subject = -1,
                           .school = -1,
                           .class_id = -1,
                           .day = day,
                           .period = period,
                           .lead = -1,
                           .member = -1,
                           .activity = -1,
                           .session = -1,
                           .date = ZJ_NO_DATE};
}

/* Minutes that the mentor may need to come or go; 0 where no way is known: the calendar will tell. */
static int way_of(const struct zj_instance *in, const struct year_meeting *x)
{
    int there = zj_minutes(in, in->teacher[x->mentor].school, x->school);
    int back = zj_minutes(in, x->school, in->teacher[x->mentor].school);

    there = there == ZJ_NONE ? 0 : there;
    return back > there ? back : there;
}

static int add_pins(const struct zj_instance *in, const struct year_meeting *x, struct zj_pin *pin)
{
    const struct zj_period *at = zj_period_at(in, x->school, x->period);
    const int way = way_of(in, x);
    int n = 0;

    pin[n] = pin_of(x->teacher, x->day, x->period, false);
    pin[n++].school = x->school;
    for (int p = 0; at && p < in->n_periods; p++)
        if (in->period[p].end + way > at->start && at->end + way > in->period[p].start)
            pin[n++] = pin_of(x->mentor, x->day, in->period[p].id, true);
    return n;
}

struct zj_pin *year_meeting_pins(const struct year *y, const struct zj_instance *in, int term, int *n)
{
    const size_t most = (size_t)in->n_pins + (size_t)y->n_meetings * ((size_t)in->n_periods + 1) + 1;
    struct zj_pin *pin = zj_calloc(most, sizeof *pin);

    *n = in->n_pins;
    if (*n > 0)
        memcpy(pin, in->pin, (size_t)*n * sizeof *pin);
    for (int i = 0; i < y->n_meetings; i++)
        if (y->meeting[i].term == term)
            *n += add_pins(in, &y->meeting[i], pin + *n);
    return pin;
}

/* ---- which meeting ----------------------------------------------------------------------------------- */

/* Lessons that the mentor has on the day in periods which the meeting would need. */
static int disturbed(const struct zj_instance *in, const struct zj_lessons *all, const struct year_meeting *x)
{
    const struct zj_period *at = zj_period_at(in, x->school, x->period);
    const int way = way_of(in, x);
    int n = 0;

    for (int i = 0; at && i < all->n; i++) {
        const struct zj_lesson *l = &all->v[i];
        const struct zj_period *p =
            l->teacher == x->mentor && l->day == x->day ? zj_period_at(in, l->school, l->period) : NULL;
        n += p && p->end + way > at->start && at->end + way > p->start;
    }
    return n;
}

/* The lessons of the teacher at a host of the group, those that disturb the mentor least first. */
static int candidates(const struct year *y, const struct zj_group *g, int term, struct year_meeting *v)
{
    const struct zj_instance *in = &y->staff.c.in;
    const struct zj_lessons *all = &y->lessons[term];
    int n = 0;

    for (int i = 0; i < all->n; i++) {
        const struct zj_lesson *l = &all->v[i];
        const struct year_meeting x = {term, g->mentor, g->teacher, l->school, l->day, l->period};
        int at = n;
        if (l->teacher != g->teacher || !zj_ids_has(&g->hosts, l->school))
            continue;
        n += n < MAX_LESSONS;
        for (; at > 0 && disturbed(in, all, &v[at - 1]) > disturbed(in, all, &x); at--)
            if (at < MAX_LESSONS)
                v[at] = v[at - 1];
        if (at < MAX_LESSONS)
            v[at] = x;
    }
    return n;
}

static void add_meeting(struct year *y, const struct year_meeting *x)
{
    ZJ_GROW(y->meeting, y->n_meetings, y->cap_meetings);
    y->meeting[y->n_meetings++] = *x;
}

/* One more meeting of the group in the term. *met: the timetable has it now. */
static enum zj_status meet(struct year *y, const struct zj_group *g, int term, bool *met)
{
    struct year_meeting v[MAX_LESSONS];
    const int n = candidates(y, g, term, v);

    *met = false;
    for (int i = 0; i < n && !*met && y->n_revisions < MAX_TIMETABLES; i++) {
        y->n_revisions++;
        add_meeting(y, &v[i]);
        ZJ_TRY(year_revise_term(y, term, met));
        y->n_meetings -= !*met;
    }
    return ZJ_OK;
}

/* ---- what the conflict says -------------------------------------------------------------------------- */

/* Does the text begin with the name of the group and its activity? Then the rest of it, else NULL. */
static const char *rest_of(const struct year *y, const struct zj_event *e, const struct zj_group *g,
                           const char *where)
{
    const char *name = zj_word(&y->staff.c.in, e->name);
    const size_t group = strlen(g->text), n = strlen(name);

    if (strncmp(where, g->text, group) != 0 || where[group] != ' ' ||
        strncmp(where + group + 1, name, n) != 0)
        return NULL;
    return where + group + 1 + n;
}

static bool is_asked(const struct year *y, const struct zj_group *g, int term)
{
    for (int i = 0; i < y->n_meetings; i++)
        if (y->meeting[i].term == term && y->meeting[i].mentor == g->mentor &&
            y->meeting[i].teacher == g->teacher)
            return true;
    return false;
}

/* Has the term, whose timetable is known, days of the month "2026-09"? */
static bool has_month(const struct year *y, int term, const char *month)
{
    const struct zj_term *t = &y->staff.c.in.term[term];
    int first, last, ymd, year, number;

    if (y->lessons[term].n == 0 || sscanf(month, " %d-%d", &year, &number) != 2)
        return false;
    zj_date_to_ymd(t->start, &first, &ymd, &last);
    first = 12 * first + ymd - 1;
    zj_date_to_ymd(t->end, &last, &ymd, &(int){0});
    last = 12 * last + ymd - 1;
    return first <= 12 * year + number - 1 && 12 * year + number - 1 <= last;
}

/* A group that can watch nothing in a month: *revised when a timetable has a meeting for it now. */
static enum zj_status revise_group(struct year *y, const struct zj_group *g, const char *month, bool *revised)
{
    for (int t = 0; t < y->staff.c.in.n_terms; t++) {
        bool met = false;
        if (has_month(y, t, month) && !is_asked(y, g, t))
            ZJ_TRY(meet(y, g, t, &met));
        *revised |= met;
    }
    return ZJ_OK;
}

enum zj_status year_revise(struct year *y, const struct zj_plan *calendar, bool *revised)
{
    const struct zj_policy *pol = &y->staff.c.pol;

    *revised = false;
    for (int i = 0; i < calendar->n_conflict; i++)
        for (int e = 0; e < pol->n_events && calendar->conflict[i].rule == ZJ_R_observe; e++)
            for (int k = 0; k < pol->event[e].n_groups && pol->event[e].over == ZJ_BY_MENTOR; k++) {
                const struct zj_group *g = &pol->event[e].group[k];
                const char *month = rest_of(y, &pol->event[e], g, calendar->conflict[i].where);
                if (month)
                    ZJ_TRY(revise_group(y, g, month, revised));
            }
    return ZJ_OK;
}
