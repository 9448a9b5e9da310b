#include "tests/support/random_calendar.h"

#include "tests/support/cmocka.h"

#include <stdio.h>
#include <string.h>

enum { MANY_ACTIVITIES = 3 };

struct draft {
    struct rng *r;
    char *text;
    size_t n;
    int schools, activities, days;
    const char *first;                 /* first day of the first term */
    const char *over[MANY_ACTIVITIES]; /* of each activity */
    bool has_host[MANY_ACTIVITIES], has_chair[MANY_ACTIVITIES];
};

static void put(struct draft *d, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void put(struct draft *d, const char *fmt, ...)
{
    va_list ap;

    va_start(ap, fmt);
    int n = vsnprintf(d->text + d->n, RANDOM_CALENDAR_TEXT - d->n, fmt, ap);
    va_end(ap);
    assert_true(n >= 0 && (size_t)n < RANDOM_CALENDAR_TEXT - d->n);
    d->n += (size_t)n;
}

static const char *pick(struct draft *d, const char *const *words, int n)
{
    return words[rng_in(d->r, 0, n - 1)];
}
#define PICK(d, ...)                                                                                         \
    pick(d, (const char *const[]){__VA_ARGS__}, sizeof((const char *[]){__VA_ARGS__}) / sizeof(char *))

/* ---- facts -------------------------------------------------------------------------------------- */

/* Thursday and Friday of a week, Monday of the next; or across a month; or across two terms. */
static void terms(struct draft *d)
{
    static const char *const horizons[] = {
        "term T 2026-2027 2026-09-03 2026-09-07\n",
        "term T 2026-2027 2026-09-29 2026-10-01\n",
        "term T 2026-2027 2026-09-10 2026-09-11\nterm U 2026-2027 2026-09-14 2026-09-14\n",
        "term T 2026-2027 2026-09-11 2026-09-14\nvacation T 2026-09-15\n",
        "term T 2026-2027 2026-09-10 2026-09-12\nwork 2026-09-12 follows=Mon\noff 2026-09-10\n",
        "term T 2026-2027 2026-09-04 2026-09-07\n",
    };

    put(d, "terms 0\n%s",
        PICK(d, horizons[0], horizons[1], horizons[2], horizons[3], horizons[4], horizons[5]));
    put(d, "period none\nperiod 1 08:00 08:40 am\n");
    if (rng_chance(d->r, 50))
        put(d, "period 2 09:00 09:40 am\n");
    if (rng_chance(d->r, 60))
        put(d, "period 3 14:00 14:40 pm\n");
}

static void schools(struct draft *d)
{
    d->schools = rng_in(d->r, 2, 4);
    for (int s = 0; s < d->schools; s++)
        put(d, "school S%d %s %s kind=%s\n", s, s == 0 ? "lead" : "member",
            s < 3 || rng_chance(d->r, 50) ? "G" : "H", PICK(d, "town", "village"));
    for (int a = 0; a < d->schools; a++)
        for (int b = a + 1; b < d->schools; b++) {
            put(d, "road S%d S%d ", a, b);
            if (rng_chance(d->r, 6))
                put(d, "none\n");
            else
                put(d, "%d 1000\n", rng_in(d->r, 1, 5) * 5);
        }
    for (int t = 0; t < 3; t++)
        put(d, "teacher T%d S%d F 1980-01-01 %s post=%s\n", t, t < d->schools ? t : 0,
            PICK(d, "Music", "Music", "Art"), PICK(d, "teacher", "principal"));
    put(d, "guides T0 T1\n");
    put(d, "demand S0 Music 2\ndemand S1 Art 2\n");
    if (rng_chance(d->r, 40))
        put(d, "rooms S%d hall %d\n", rng_in(d->r, 0, d->schools - 1), rng_in(d->r, 1, 2));
    for (int i = rng_in(d->r, 0, 2); i > 0; i--)
        put(d, "busy %s %s 1\n", PICK(d, "school S0", "school S1", "teacher T1"), PICK(d, "Mon", "Fri", "*"));
}

static void lessons(struct draft *d)
{
    if (!rng_chance(d->r, 40))
        return;
    for (int t = 0; t < 3; t++)
        if (rng_chance(d->r, 70))
            put(d, "lesson T%d C%d Music %s 1 at=S%d\n", t, t, PICK(d, "Mon", "Fri", "Thu"),
                rng_in(d->r, 0, 1));
    if (rng_chance(d->r, 60)) /* classes that may be taught together */
        put(d, "sync C0 C1 Music 1\n");
}

/* ---- activities --------------------------------------------------------------------------------- */

static void activity(struct draft *d, int i)
{
    const char *over = PICK(d, "community", "community", "community", "pair", "pair", "school", "mentor",
                            "mentor", "teacher", "teacher", "county");
    bool online = rng_chance(d->r, 10);

    d->over[i] = over;
    d->has_host[i] = !online && rng_chance(d->r, 85);
    d->has_chair[i] = strcmp(over, "community") == 0 && rng_chance(d->r, 70);
    put(d, "activity A%d over=%s%s host=%s", i, over, online ? " online" : "",
        !d->has_host[i]                ? "none"
        : strcmp(over, "teacher") == 0 ? PICK(d, "any", "lead")
                                       : PICK(d, "any", "any", "member"));
    if (d->has_chair[i])
        put(d, " chair=%s", PICK(d, "any", "member"));
    if (rng_chance(d->r, 20))
        put(d, " lasts=day");
    else
        put(d, "%s%s", rng_chance(d->r, 50) ? " sessions=am" : "",
            rng_chance(d->r, 20) ? " lasts=period" : "");
    if (rng_chance(d->r, 35) && strcmp(over, "mentor") != 0 && strcmp(over, "teacher") != 0)
        put(d, " by=subject");
    if (rng_chance(d->r, 40))
        put(d, " who.post=%s", PICK(d, "teacher", "principal"));
    if (rng_chance(d->r, 20))
        put(d, " on=school,makeup,vacation");
    if (rng_chance(d->r, 15))
        put(d, " where.school_kind=%s", PICK(d, "town", "village"));
    if (rng_chance(d->r, 15))
        put(d, " periods=2");
    if (d->has_host[i] && rng_chance(d->r, 10))
        put(d, " room=hall");
    put(d, "\n");
}

/* ---- rules -------------------------------------------------------------------------------------- */

static void soft(struct draft *d, int percent)
{
    if (rng_chance(d->r, percent))
        put(d, " soft weight=%d", rng_in(d->r, 1, 3));
}

static void where(struct draft *d)
{
    if (rng_chance(d->r, 15))
        put(d, " where.school_kind=%s", PICK(d, "town", "village"));
}

/* One activity, or two that are counted together. */
static void activities(struct draft *d)
{
    int i = rng_in(d->r, 0, d->activities - 1), k = rng_in(d->r, 0, d->activities - 1);

    put(d, " activity=A%d", i);
    if (k != i && rng_chance(d->r, 30))
        put(d, ",A%d", k);
}

static void level(struct draft *d)
{
    put(d, " over=%s",
        PICK(d, "county", "community", "community", "pair", "school", "lead", "member", "group"));
}

static void span(struct draft *d)
{
    const char *per = PICK(d, "month", "term", "term", "year", "horizon");

    put(d, " per=%s", per);
    if (strcmp(per, "month") == 0)
        put(d, " month_min_days=%d", rng_in(d->r, 0, 2));
}

static void rule_count(struct draft *d)
{
    int min = rng_in(d->r, 1, 2);

    put(d, "rule count");
    activities(d);
    level(d);
    span(d);
    if (rng_chance(d->r, 85))
        put(d, " min=%d", min);
    if (rng_chance(d->r, 40))
        put(d, " max=%d", rng_in(d->r, min, 3));
    if (rng_chance(d->r, 15))
        put(d, " as=host");
    if (rng_chance(d->r, 10))
        put(d, " unit=periods");
    if (rng_chance(d->r, 40))
        put(d, " lessons=true");
    where(d);
    soft(d, 25);
}

/* Turns of chairs or hosts: activities over communities that have them. */
static void rule_rotation(struct draft *d, bool chairs)
{
    bool any = false;

    for (int i = 0; i < d->activities; i++) {
        bool fits = strcmp(d->over[i], "community") == 0 && (chairs ? d->has_chair[i] : d->has_host[i]);
        if (!fits || (any && rng_chance(d->r, 60)))
            continue;
        put(d, "%sA%d",
            any      ? ","
            : chairs ? "rule rotating_chair activity="
                     : "rule host_rotation activity=",
            i);
        any = true;
    }
    if (!any) {
        rule_count(d);
        return;
    }
    if (rng_chance(d->r, 40))
        put(d, " max_gap=%d", rng_in(d->r, 0, 2));
    where(d);
    soft(d, 30);
}

static void rule_window(struct draft *d)
{
    put(d, "rule window");
    activities(d);
    switch (rng_in(d->r, 0, 4)) {
    case 0:
        put(d, " weeks=%s", PICK(d, "1", "-1", "2"));
        break;
    case 1:
        put(d, " weekdays=%s", PICK(d, "Mon", "Fri", "Mon,Thu"));
        break;
    case 2:
        put(d, " months=%s", PICK(d, "9", "10"));
        break;
    case 3:
        put(d, " dates=09-11..09-30");
        break;
    default:
        put(d, " sessions=am");
    }
    where(d);
    soft(d, 40);
}

static void rule_spacing(struct draft *d)
{
    put(d, "rule spacing");
    activities(d);
    level(d);
    if (rng_chance(d->r, 70))
        put(d, " min_days=%d", rng_in(d->r, 1, 4));
    else
        put(d, " max_days=%d", rng_in(d->r, 2, 4));
    where(d);
    soft(d, 35);
}

static void rule_no_overlap(struct draft *d)
{
    put(d, "rule no_overlap of=%s", PICK(d, "school", "school", "person", "room"));
    if (rng_chance(d->r, 30))
        activities(d);
    if (rng_chance(d->r, 30))
        put(d, " lessons=true");
    where(d);
    soft(d, 40);
}

static void rule_either_or(struct draft *d)
{
    put(d, "rule either_or options=A%d:%d|", rng_in(d->r, 0, d->activities - 1), rng_in(d->r, 1, 2));
    if (rng_chance(d->r, 50))
        put(d, "travel:%d", rng_in(d->r, 1, 2));
    else
        put(d, "A%d:%d", rng_in(d->r, 0, d->activities - 1), rng_in(d->r, 1, 2));
    level(d);
    span(d);
    where(d);
    soft(d, 30);
}

/* An activity over mentors or teachers for these, else something else. */
static void rule_monthly(struct draft *d, const char *rule, const char *over)
{
    for (int i = 0; i < d->activities; i++) {
        if (strcmp(d->over[i], over) != 0)
            continue;
        put(d, "rule %s activity=A%d min=%d month_min_days=1", rule, i, rng_in(d->r, 1, 2));
        where(d);
        soft(d, 40);
        return;
    }
    rule_count(d);
}

static void rule(struct draft *d)
{
    switch (rng_in(d->r, 0, 15)) {
    case 0:
    case 14:
        rule_rotation(d, true);
        break;
    case 1:
    case 15:
        rule_rotation(d, false);
        break;
    case 2:
    case 3:
        rule_window(d);
        break;
    case 4:
    case 5:
        rule_spacing(d);
        break;
    case 6:
        rule_no_overlap(d);
        break;
    case 7:
        put(d, "rule weekly_cap max=%d", rng_in(d->r, 1, 2));
        where(d);
        soft(d, 40);
        break;
    case 8:
        put(d, "rule distinct_subjects min=%d%s", rng_in(d->r, 1, 2),
            rng_chance(d->r, 40) ? " lessons=true" : "");
        activities(d);
        level(d);
        span(d);
        soft(d, 40);
        break;
    case 9:
        rule_either_or(d);
        break;
    case 10:
        rule_monthly(d, "observe", "mentor");
        break;
    case 11:
        rule_monthly(d, "release_day", "teacher");
        break;
    case 12:
        put(d, "rule travel max_minutes=%d", rng_in(d->r, 1, 4) * 5);
        activities(d);
        soft(d, 40);
        break;
    default:
        rule_count(d);
    }
    put(d, "\n");
}

static void pins(struct draft *d)
{
    if (!rng_chance(d->r, 20))
        return;
    put(d, "pin calendar%s", rng_chance(d->r, 50) ? " forbid" : "");
    if (rng_chance(d->r, 70))
        put(d, " activity=A%d", rng_in(d->r, 0, d->activities - 1));
    if (rng_chance(d->r, 40))
        put(d, " date=%s", PICK(d, "2026-09-11", "2026-09-14", "2026-09-04", "2026-09-30"));
    put(d, " %s\n", PICK(d, "session=am", "school=S1", "school=S0", "session=am"));
}

void random_calendar(struct rng *r, int rules, char text[RANDOM_CALENDAR_TEXT])
{
    struct draft d = {.r = r, .text = text};

    text[0] = '\0';
    terms(&d);
    schools(&d);
    lessons(&d);
    d.activities = rng_in(r, 1, MANY_ACTIVITIES);
    for (int i = 0; i < d.activities; i++)
        activity(&d, i);
    put(&d, "rule count activity=A0 over=%s per=%s min=1\n", PICK(&d, "group", "group", "county"),
        PICK(&d, "term", "horizon"));
    for (int i = 1; i < rules; i++)
        rule(&d);
    pins(&d);
}
