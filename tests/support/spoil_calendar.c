/*
 * spoil_calendar.c - spoilings of the rules of calendars.
 */
#include "tests/support/spoil.h"

#include <stdio.h>
#include <string.h>

/* One lead and three members. The term has 20 weeks; its Mondays begin with 7 September. */
#define COMMUNITY "terms 1\nschool L lead G\nschool A member G\nschool B member G\nschool C member G\n"
#define MEETING   "activity meet over=community chair=member sessions=pm\n"

static const char *const mondays[] = {"2026-09-07", "2026-09-14", "2026-09-21", "2026-09-28", "2026-10-05",
                                      "2026-10-12", "2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"};
enum { N_MONDAYS = sizeof mondays / sizeof mondays[0] };
static const char *const members[] = {"A", "B", "C"};

/* Entries written one after the other, separated by ';'. */
struct plan_text {
    char text[4096];
    size_t n;
};

static void write_entry(struct plan_text *p, const char *entry)
{
    p->n += (size_t)snprintf(p->text + p->n, sizeof p->text - p->n, "%s; ", entry);
}

/* One meeting a week; host and chair of week i. */
static void write_meetings(struct plan_text *p, int n, const char *const hosts[], const char *const chairs[])
{
    for (int i = 0; i < n; i++)
        write_entry(p, spoil_print("meet G %s pm host=%s chair=%s", mondays[i], hosts[i % 3], chairs[i % 3]));
}

static const char *const lead_only[] = {"L", "L", "L"};

/* A Monday of every month of the term. */
static const char *const monthly[] = {"2026-09-07", "2026-10-12", "2026-11-09", "2026-12-07", "2027-01-11"};

/* So many days later, in the same month. */
static const char *later(const char *date, int days)
{
    return spoil_print("%.8s%02d", date, 10 * (date[8] - '0') + date[9] - '0' + days);
}

void spoil_calendar_count(struct spoil *s)
{
    struct plan_text p = {.n = 0};

    for (int i = 0; i < 10; i++)
        write_entry(&p, spoil_print("meet G %s pm host=L chair=A", later(monthly[i / 2], i % 2)));
    spoil_lawful(s, COMMUNITY MEETING "rule count activity=meet over=community per=month min=2 max=2\n",
                 p.text);
    for (int i = 0; i < 10; i++) {
        spoil_remove(s, i);
        spoil_add(s, spoil_print("meet G %s pm host=L chair=A", later(monthly[i / 2], 2 + i % 2)));
        spoil_field(s, i, SPOIL_DATE, later(monthly[(i / 2 + 1) % 5], 3));
    }
    spoil_option(s, "rule count", "min", "3");
    spoil_option(s, "rule count", "max", "1");
    spoil_option(s, "rule count", "over", "pair");
}

/* Turns A B C A B C A B C; anybody else's turn, or a turn less, leaves somebody out too long. */
static void spoil_turns(struct spoil *s, const char *key)
{
    bool chairs = strcmp(key, "chair") == 0;

    for (int i = 0; i < 9; i++) {
        for (int k = 1; k < 3; k++)
            spoil_field(s, i, chairs ? SPOIL_FURTHER + 1 : SPOIL_FURTHER,
                        spoil_print("%s=%s", key, members[(i + k) % 3]));
        if (i > 0 && i < 8)
            spoil_remove(s, i);
    }
}

void spoil_calendar_rotating_chair(struct spoil *s)
{
    struct plan_text p = {.n = 0};

    write_meetings(&p, 9, lead_only, members);
    spoil_lawful(s, COMMUNITY MEETING "rule rotating_chair activity=meet\n", p.text);
    spoil_turns(s, "chair");
    spoil_option(s, "rule rotating_chair", "max_gap", "1");
    spoil_fact(s, "school D member G");
}

void spoil_calendar_host_rotation(struct spoil *s)
{
    struct plan_text p = {.n = 0};

    write_meetings(&p, 9, members, members);
    spoil_lawful(s, COMMUNITY MEETING "rule host_rotation activity=meet where.role=member\n", p.text);
    spoil_turns(s, "host");
    spoil_option(s, "rule host_rotation", "max_gap", "1");
    spoil_option(s, "rule host_rotation", "where.role", NULL);
}

void spoil_calendar_window(struct spoil *s)
{
    static const char *const outside[] = {"2026-09-09", "2026-10-05", "2026-10-12", "2026-11-10",
                                          "2027-01-12"};

    spoil_lawful(s,
                 COMMUNITY "activity fest over=school\n"
                           "rule window activity=fest months=9 weekdays=Mon,Tue sessions=am weeks=1,2,3\n",
                 "fest L 2026-09-07 am; fest A 2026-09-08 am; fest B 2026-09-14 am; fest C 2026-09-01 am");
    for (int i = 0; i < 4; i++) {
        for (int d = 0; d < 5; d++)
            spoil_field(s, i, SPOIL_DATE, outside[d]);
        spoil_field(s, i, SPOIL_SESSION, "pm");
    }
    spoil_option(s, "rule window", "weeks", "1,2");
    spoil_option(s, "rule window", "weeks", "-1");
    spoil_option(s, "rule window", "months", "10");
    spoil_option(s, "rule window", "weekdays", "Mon");
    spoil_option(s, "rule window", "sessions", "pm");
    spoil_option(s, "rule window", "dates", "09-02..09-30");
    spoil_option(s, "rule window", "days", "vacation");
}

void spoil_calendar_spacing(struct spoil *s)
{
    static const int days[] = {1, 2, 3, 4, 7, 8, 9, 10, 11, 14, 17, 18, 21, 22, 23, 24, 25, 28, 29, 30};

    spoil_lawful(s,
                 "terms 0\nterm T 2026-2027 2026-09-01 2026-09-30\nschool L lead G\nschool A member G\n"
                 "activity talk over=pair host=member\n"
                 "rule spacing activity=talk over=pair min_days=14 max_days=16\n",
                 "talk L>A 2026-09-15 am");
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++) {
        spoil_field(s, 0, SPOIL_DATE, spoil_print("2026-09-%02d", days[i]));
        if (days[i] < 29)
            spoil_add(s, spoil_print("talk L>A 2026-09-%02d am", days[i] < 15 ? days[i] + 1 : days[i] - 1));
    }
    spoil_remove(s, 0);
    spoil_option(s, "rule spacing", "max_days", "14");
    spoil_fact(s, "school B member G");
}

void spoil_calendar_no_overlap(struct spoil *s)
{
    struct plan_text p = {.n = 0};

    for (int i = 0; i < 10; i++)
        write_entry(&p, spoil_print("watch M>N %s am period=%d", mondays[i / 2], 2 + i % 2));
    spoil_lawful(s,
                 COMMUNITY "teacher M L M 1980-01-01 x\nteacher N A F 1995-01-01 x\nguides M N\n"
                           "activity watch over=mentor lasts=period\nactivity visit over=pair host=member\n"
                           "rule no_overlap of=person\nrule no_overlap of=school\n",
                 p.text);
    for (int i = 0; i < 10; i++) {
        spoil_field(s, i, SPOIL_FURTHER, spoil_print("period=%d", 3 - i % 2)); /* the other one of the day */
        spoil_field(s, i, SPOIL_DATE, mondays[(i / 2 + 1) % 5]);
        spoil_add(s, spoil_print("visit L>A %s am", mondays[i / 2]));
    }
}

void spoil_calendar_weekly_cap(struct spoil *s)
{
    struct plan_text p = {.n = 0};

    write_meetings(&p, N_MONDAYS, lead_only, members);
    spoil_lawful(s, COMMUNITY MEETING "activity visit over=pair host=member\nrule weekly_cap max=1\n",
                 p.text);
    for (int i = 0; i < N_MONDAYS; i++) {
        spoil_field(s, i, SPOIL_DATE, later(mondays[(i + 1) % N_MONDAYS], 2));
        spoil_add(s, spoil_print("visit L>%s %s am", members[i % 3], mondays[i]));
    }
    spoil_option(s, "rule weekly_cap", "max", "0");
}

void spoil_calendar_distinct_subjects(struct spoil *s)
{
    static const char *const subjects[] = {"x", "y", "z"};
    struct plan_text p = {.n = 0};

    for (int i = 0; i < 9; i++)
        write_entry(&p, spoil_print("sync L>%s/%s %s am", members[i / 3], subjects[i % 3], mondays[i]));
    spoil_lawful(s,
                 COMMUNITY "activity sync over=pair by=subject subjects=x,y,z,w online\n"
                           "rule distinct_subjects activity=sync over=pair per=year min=3\n",
                 p.text);
    for (int i = 0; i < 9; i++) {
        spoil_remove(s, i);
        for (int k = 1; k < 3; k++)
            spoil_field(s, i, SPOIL_GROUP, spoil_print("L>%s/%s", members[i / 3], subjects[(i + k) % 3]));
    }
    spoil_option(s, "rule distinct_subjects", "min", "4");
    spoil_fact(s, "school D member G");
}

void spoil_calendar_either_or(struct spoil *s)
{
    struct plan_text p = {.n = 0};

    for (int i = 0; i < 10; i++)
        write_entry(&p, spoil_print("show L>%s %s am", members[i / 5], monthly[i % 5]));
    spoil_lawful(s,
                 COMMUNITY "teacher T L M 1980-01-01 x\ndemand C x 4 class=C1\n"
                           "activity show over=pair host=member\nlesson T C1 x Mon 1-2\n"
                           "rule either_or over=member per=month options=show:1|travel:2\n",
                 p.text);
    for (int i = 0; i < 10; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_GROUP, spoil_print("L>%s", i < 5 ? "C" : "A"));
        spoil_field(s, i, SPOIL_DATE, monthly[(i + 1) % 5]);
    }
    spoil_datum(s, "lesson T", 5, "1");
    spoil_datum(s, "teacher T", 2, "C");
    spoil_option(s, "rule either_or", "options", "show:2|travel:2");
}

void spoil_calendar_observe(struct spoil *s)
{
    struct plan_text p = {.n = 0};

    for (int i = 0; i < 5; i++)
        write_entry(&p, spoil_print("watch M>N %s am period=3", monthly[i]));
    spoil_lawful(s,
                 COMMUNITY "road L A 15\nteacher M L M 1980-01-01 x\nteacher N A F 1995-01-01 x\nguides M N\n"
                           "demand L x 5 class=L1\ndemand A x 5 class=A1\nlesson M L1 x Mon 1\n"
                           "lesson N A1 x Mon 3\nlesson N A1 x Tue 2\n"
                           "activity watch over=mentor lasts=period\nrule observe activity=watch\n",
                 p.text);
    for (int i = 0; i < 5; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_FURTHER, "period=2");
        spoil_field(s, i, SPOIL_FURTHER, "period=4");
        spoil_field(s, i, SPOIL_DATE, monthly[(i + 1) % 5]);
    }
    spoil_fact(s, "lesson M L1 x Mon 3");
    spoil_fact(s, "lesson M L1 x Mon 4");
    spoil_option(s, "rule observe", "min", "2");
    spoil_datum(s, "road L", 3, "71");
}

void spoil_calendar_release_day(struct spoil *s)
{
    struct plan_text p = {.n = 0};

    for (int i = 0; i < 10; i++)
        write_entry(&p, spoil_print("away %s %s *", i < 5 ? "N" : "O", later(monthly[i % 5], i / 5)));
    spoil_lawful(s,
                 COMMUNITY "teacher N A F 1995-01-01 x\nteacher O A F 1995-01-01 x\n"
                           "demand A x 5 class=A1\ndemand A x 5 class=A2\n"
                           "lesson N A1 x Mon 1\nlesson O A2 x Wed 1\nlesson N A1 x Wed 1\n"
                           "activity away over=teacher lasts=day host=lead\nrule release_day activity=away\n",
                 p.text);
    for (int i = 0; i < 10; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_GROUP, i < 5 ? "O" : "N");
        spoil_field(s, i, SPOIL_DATE, i < 5 ? "2026-09-09" : "2026-12-09"); /* a Wednesday: both teach */
    }
    spoil_fact(s, "lesson O A2 x Mon 1");
    spoil_fact(s, "busy teacher O Mon 1");
    spoil_option(s, "rule release_day", "min", "2");
}

void spoil_calendar_travel(struct spoil *s)
{
    struct plan_text p = {.n = 0};

    write_meetings(&p, 7, lead_only, members);
    spoil_lawful(s,
                 COMMUNITY MEETING
                 "road L A 30 9000\nroad L B 20 9000\nroad L C 20 9000\nroad A B 45\nroad A C 45\n"
                 "road B C 45\nrule travel activity=meet max_minutes=30 max_metres=9000\n",
                 p.text);
    for (int i = 0; i < 7; i++)
        for (int k = 0; k < 3; k++)
            spoil_field(s, i, SPOIL_FURTHER, spoil_print("host=%s", members[k]));
    spoil_datum(s, "road L A", 3, "31");
    spoil_datum(s, "road L A", 4, "9001");
    spoil_option(s, "rule travel", "max_minutes", "29");
    spoil_option(s, "rule travel", "max_metres", "8999");
}

void spoil_calendar_pins(struct spoil *s)
{
    struct plan_text p = {.n = 0};

    s->implied = true;
    write_meetings(&p, 6, members, members);
    spoil_lawful(s,
                 COMMUNITY MEETING
                 "pin calendar date=2026-09-07 activity=meet\npin calendar date=2026-09-14 school=B\n"
                 "pin calendar date=2026-09-21 session=pm\npin calendar date=2026-09-28 school=A\n"
                 "pin calendar forbid date=2026-09-08\npin calendar forbid school=L\n",
                 p.text);
    for (int i = 0; i < 4; i++) {
        spoil_remove(s, i);
        spoil_field(s, i, SPOIL_DATE, "2026-09-08");
        spoil_field(s, i, SPOIL_DATE, "2026-11-02");
    }
    for (int i = 0; i < 6; i++)
        spoil_field(s, i, SPOIL_FURTHER, "host=L");
    spoil_add(s, "meet G 2026-09-08 pm host=A chair=A");
    spoil_add(s, "meet G 2026-11-02 pm host=L chair=A");
    spoil_fact(s, "pin calendar date=2026-09-07 school=C");
}
