/*
 * test_precheck_calendar.c - what is said of a calendar before anything is solved: each remark where it
 * belongs, and none where there is nothing to remark.
 */
#include "solver/lint/calendar.h"
#include "tests/support/cmocka.h"
#include "tests/support/tiny.h"

#include <string.h>

static const char base[] =
    "terms 0\nterm T 2026-2027 2026-09-01 2026-10-30\nschool L lead G\nschool A member G\n"
    "school B member G\nschool C member G\noff 2026-10-01 2026-10-07\n"
    "activity meet chair=member sessions=pm\nactivity visit over=pair host=member\n"
    "activity away over=teacher lasts=day host=lead\nactivity watch over=mentor lasts=period\n"
    "teacher M L M 1980-01-01 x\nteacher N A F 1995-01-01 x\nguides M N\n";

static const struct {
    const char *why, *rules, *code, *text; /* code NULL: no remark */
    int n;                                 /* remarks */
} cases[] = {
    {"one a month", "rule count activity=meet over=community per=month min=1\n", NULL, NULL, 0},
    {"every day of September and one more", "rule count activity=meet over=community per=month min=23\n",
     "no_room",
     "G, 2026-09-01 to 2026-09-30: 23 are asked for, but those who hold it, and its days, have room for 22",
     2},
    {"each of both sessions",
     "rule count activity=visit over=group per=month min=44 where.school=A month_min_days=20\n", NULL, NULL,
     0},
    {"more than both sessions",
     "rule count activity=visit over=group per=month min=45 where.school=A month_min_days=20\n", "no_room",
     "L>A, 2026-09-01 to 2026-09-30: 45 are asked for, but those who hold it, and its days, have room for 44",
     1},
    {"the window has no day",
     "rule window activity=meet dates=10-01..10-07\nrule count activity=meet over=county per=year min=1\n",
     "no_room",
     "county, 2026-09-01 to 2026-10-30: 1 are asked for, but those who hold it, and its days, have room for "
     "0",
     1},
    {"a soft window is no wall",
     "rule window soft activity=meet dates=10-01..10-07\n"
     "rule count activity=meet over=county per=year min=1\n",
     NULL, NULL, 0},
    {"nor is one of some schools",
     "rule window where.school=A activity=visit dates=10-01..10-07\n"
     "rule count activity=visit over=member per=year min=1\n",
     NULL, NULL, 0},
    {"the last week",
     "rule window activity=meet weeks=-1\nrule count activity=meet over=county per=year min=6\n", "no_room",
     "county, 2026-09-01 to 2026-10-30: 6 are asked for, but those who hold it, and its days, have room for "
     "5",
     1},
    {"a host from another school", "rule count activity=away over=lead per=term min=1 as=host\n", NULL, NULL,
     0},
    {"each period counts", "rule count activity=watch over=group per=month min=154 month_min_days=20\n", NULL,
     NULL, 0},
    {"nobody there holds it", "school Z lead H\nrule count activity=meet over=community per=term min=1\n",
     "no_room",
     "H, 2026-09-01 to 2026-10-30: 1 are asked for, but those who hold it, and its days, have room for 0", 1},
    {"the holidays are longer", "rule spacing activity=meet over=community max_days=7\n", "no_room",
     "from 2026-10-01 there are 7 days on none of which it may be; at most 6 may pass", 1},
    {"the holidays are as long", "rule spacing activity=meet over=community max_days=8\n", NULL, NULL, 0},
    {"turns too slow", "rule rotating_chair activity=meet max_gap=1\n", "slow_turns",
     "G: with 3 schools somebody waits for 2 others; max_gap is 1", 1},
    {"a fixed order", "rule rotating_chair activity=meet max_gap=2\n", NULL, NULL, 0},
    {"an activity of nobody", "activity fest over=school where.stage=junior\n", "idle_activity",
     "the activity 'fest': nobody can hold it", 1},
};

static void each_remark_is_made(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct tiny t;
        struct zj_diag d = {0};

        tiny_build(&t, base);
        tiny_add(&t, cases[i].rules);
        zj_precheck_calendar(&t.in, &t.pol, &d);
        if (d.n != cases[i].n)
            fail_msg("'%s': %d remarks, first '%s'", cases[i].why, d.n, d.n > 0 ? d.problem[0].text : "");
        if (d.n > 0 &&
            (strcmp(d.problem[0].code, cases[i].code) != 0 || strcmp(d.problem[0].text, cases[i].text) != 0))
            fail_msg("'%s': %s '%s'", cases[i].why, d.problem[0].code, d.problem[0].text);
        zj_diag_release(&d);
        tiny_release(&t);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_remark_is_made)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}
