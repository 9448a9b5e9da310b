/*
 * test_credit.c - the accounting of service on its boundaries: the one day that is missing, the edges of
 * years.
 */
#include "solver/verify/credit/credit.h"
#include "solver/verify/credit/ledger.h"
#include "tests/support/cmocka.h"
#include "tests/support/rng.h"
#include "tests/support/tiny.h"

#include <stdio.h>
#include <string.h>

/* The horizon ends on 2028-07-05. */
static const char county[] = "school C lead G kind=city\n"
                             "school D lead G kind=city\n"
                             "school R member G kind=township\n"
                             "kind go any 1,2,4 fills\n"
                             "kind other any 1,2\n"
                             "teacher A C F 1990-01-01 x title=second here=2020-09-01\n"
                             "teacher B R F 1990-01-01 x title=first\n";

#define DAYS   "rule credit visits=visit days_min=200\n"
#define ONLINE "rule credit online=net online_periods_over=200\n"
#define STUDIO "rule credit studio=st studio_years=3 visits_each_year=8 grade=pass,good\n"
#define YEAR_A "log A st 2023-09-01 8 visit grade=pass\n"
#define YEAR_B "log A st 2024-09-01 8 visit grade=good\n"
#define AWAY   "rule posting_credit\n"
#define RURAL  "rule posting_credit as=rural where.school_kind=city where.host_school_kind=township\n"
#define SENIOR "rule senior_exempt years=3 where.host_school_kind=township\n"

enum { YEAR = ZJ_CREDIT_YEAR, HALF = ZJ_CREDIT_HALF_YEAR };

/* What A has; of the first line of `what` its numbers. */
static const struct {
    const char *why, *lines, *plan, *until;
    int64_t service, rural;
    enum zj_credit_what what;
    int64_t have, missing; /* -1: there is no such line */
    bool met;
} cases[] = {
    {"199 days", DAYS "log A visit 2026-09-01 199 day\n", "", NULL, 0, 0, ZJ_CR_DAYS, 199, 1, false},
    {"200 days", DAYS "log A visit 2026-09-01 200 day\n", "", NULL, YEAR, 0, ZJ_CR_DAYS, 200, 0, true},
    {"400 days are one year, too", DAYS "log A visit 2026-09-01 400 day\n", "", NULL, YEAR, 0, ZJ_CR_DAYS,
     400, 0, true},
    {"days of several rows, one on a leap day",
     DAYS "log A visit 2024-02-29 150 day\nlog A visit 2024-03-01 50 day\n", "", NULL, YEAR, 0, ZJ_CR_DAYS,
     200, 0, true},
    {"rows of another kind, of another unit and of somebody else",
     DAYS "log A visit 2026-09-01 10 day\nlog A talk 2026-09-01 200 day\nlog A visit 2026-09-01 200 period\n"
          "log B visit 2026-09-01 200 day\n",
     "", NULL, 0, 0, ZJ_CR_DAYS, 10, 190, false},
    {"a row on the last day counted", DAYS "log A visit 2027-01-31 200 day\n", "", "2027-01-31", YEAR, 0,
     ZJ_CR_DAYS, 200, 0, true},
    {"a row of the day after", DAYS "log A visit 2027-01-31 200 day\n", "", "2027-01-30", 0, 0, ZJ_CR_DAYS,
     -1, 0, false},
    {"a row past the horizon counts when the last day lies there", DAYS "log A visit 2030-02-28 200 day\n",
     "", "2030-02-28", YEAR, 0, ZJ_CR_DAYS, 200, 0, true},
    {"200 periods are not more than 200", ONLINE "log A net 2026-09-01 200 period\n", "", NULL, 0, 0,
     ZJ_CR_PERIODS, 200, 1, false},
    {"201 periods are", ONLINE "log A net 2026-09-01 201 period\n", "", NULL, YEAR, 0, ZJ_CR_PERIODS, 201, 0,
     true},
    {"the largest quantities add up without an overflow",
     ONLINE "log A net 2026-09-01 1000000 period\nlog A net 2026-09-02 1000000 period\n", "", NULL, YEAR, 0,
     ZJ_CR_PERIODS, 2000000, 0, true},
    {"two ways complete give one year",
     "rule credit visits=visit days_min=200 online=net online_periods_over=200\n"
     "log A visit 2026-09-01 200 day\nlog A net 2026-09-01 201 period\n",
     "", NULL, YEAR, 0, ZJ_CR_PERIODS, 201, 0, true},
    {"two entries give two", DAYS ONLINE "log A visit 2026-09-01 200 day\nlog A net 2026-09-01 201 period\n",
     "", NULL, 2 * YEAR, 0, ZJ_CR_PERIODS, 201, 0, true},
    {"two years given, in the other account",
     "rule credit visits=visit days_min=200 years=2 as=rural\nlog A visit 2026-09-01 200 day\n", "", NULL, 0,
     2 * YEAR, ZJ_CR_DAYS, 200, 0, true},
    {"the entry speaks of others",
     "rule credit visits=visit days_min=200 where.title=first\n"
     "log A visit 2026-09-01 200 day\n",
     "", NULL, 0, 0, ZJ_CR_DAYS, -1, 0, false},
    /* Studios. */
    {"three years with eight visits each", STUDIO YEAR_A YEAR_B "log A st 2025-09-01 8 visit grade=pass\n",
     "", NULL, YEAR, 0, ZJ_CR_STUDIO_YEARS, 3, 0, true},
    {"seven visits in the third", STUDIO YEAR_A YEAR_B "log A st 2025-09-01 7 visit grade=pass\n", "", NULL,
     0, 0, ZJ_CR_STUDIO_YEARS, 2, 1, false},
    {"the eighth on the last day of the year",
     STUDIO YEAR_A YEAR_B "log A st 2025-09-01 7 visit\nlog A st 2026-08-31 1 visit grade=pass\n", "", NULL,
     YEAR, 0, ZJ_CR_STUDIO_YEARS, 3, 0, true},
    {"the eighth a day too late",
     STUDIO YEAR_A YEAR_B "log A st 2025-09-01 7 visit grade=pass\nlog A st 2026-09-01 1 visit\n", "", NULL,
     0, 0, ZJ_CR_STUDIO_YEARS, 2, 1, false},
    {"a year from March ends on a leap day",
     "rule credit studio=st studio_years=1 visits_each_year=8 year_from_month=3\n"
     "log A st 2023-03-01 7 visit\nlog A st 2024-02-29 1 visit\n",
     "", NULL, YEAR, 0, ZJ_CR_STUDIO_YEARS, 1, 0, true},
    {"and the next begins on 1 March",
     "rule credit studio=st studio_years=1 visits_each_year=8 year_from_month=3\n"
     "log A st 2023-03-01 7 visit\nlog A st 2024-03-01 1 visit\n",
     "", NULL, 0, 0, ZJ_CR_STUDIO_YEARS, 0, 1, false},
    {"years that do not follow each other", STUDIO YEAR_A YEAR_B "log A st 2027-09-01 8 visit grade=pass\n",
     "", NULL, YEAR, 0, ZJ_CR_STUDIO_YEARS, 3, 0, true},
    {"a year without a grade", STUDIO YEAR_A YEAR_B "log A st 2025-09-01 8 visit\n", "", NULL, 0, 0,
     ZJ_CR_STUDIO_YEARS, 2, 1, false},
    {"a year that fails", STUDIO YEAR_A YEAR_B "log A st 2025-09-01 8 visit grade=fail\n", "", NULL, 0, 0,
     ZJ_CR_STUDIO_YEARS, 2, 1, false},
    {"the last grade of a year is that of the year",
     STUDIO YEAR_A YEAR_B "log A st 2026-08-01 8 visit grade=pass\nlog A st 2025-09-01 1 visit grade=fail\n",
     "", NULL, YEAR, 0, ZJ_CR_STUDIO_YEARS, 3, 0, true},
    {"one grade for all, at the end",
     "rule credit studio=st studio_years=2 visits_each_year=8 grade=pass grade_each_year=false\n"
     "log A st 2023-09-01 8 visit\nlog A st 2024-09-01 8 visit grade=pass\n",
     "", NULL, YEAR, 0, ZJ_CR_STUDIO_YEARS, 2, 0, true},
    {"which fails",
     "rule credit studio=st studio_years=2 visits_each_year=8 grade=pass grade_each_year=false\n"
     "log A st 2023-09-01 8 visit grade=pass\nlog A st 2024-09-01 8 visit grade=fail\n",
     "", NULL, 0, 0, ZJ_CR_STUDIO_YEARS, 0, 2, false},
    {"across the edge of the horizon",
     STUDIO "log A st 2025-09-01 8 visit grade=pass\n"
            "log A st 2026-08-31 1 visit\nlog A st 2026-09-01 8 visit grade=pass\n"
            "log A st 2027-09-01 8 visit grade=pass\n",
     "", NULL, YEAR, 0, ZJ_CR_STUDIO_YEARS, 3, 0, true},
    /* Postings. */
    {"a school year is a year", AWAY "history A go C R 2025-09-01 2026-07-05\n", "", NULL, YEAR, 0,
     ZJ_CR_POSTINGS, 2, 0, true},
    {"a term is half of one", AWAY "history A go C R 2025-09-01 2026-01-20\n", "", NULL, HALF, 0,
     ZJ_CR_POSTINGS, 1, 0, true},
    {"90 days are a term", AWAY "history A go C R 2025-09-01 2025-11-29\n", "", NULL, HALF, 0, ZJ_CR_POSTINGS,
     1, 0, true},
    {"89 days are none", AWAY "history A go C R 2025-09-01 2025-11-28\n", "", NULL, 0, 0, ZJ_CR_POSTINGS, 0,
     0, false},
    {"unless history says so", AWAY "history A go C R 2025-09-01 2025-11-28 terms=1\n", "", NULL, HALF, 0,
     ZJ_CR_POSTINGS, 1, 0, true},
    {"the plan counts with history", AWAY "history A go C R 2025-09-01 2026-07-05\n", "A go R 2026A 2", NULL,
     2 * YEAR, 0, ZJ_CR_POSTINGS, 4, 0, true},
    {"of a plan only what has been served", AWAY, "A go R 2026A 4", "2027-07-05", YEAR, 0, ZJ_CR_POSTINGS, 2,
     0, true},
    {"nothing of a posting that begins later", AWAY, "A go R 2027A 2", "2027-08-31", 0, 0, ZJ_CR_POSTINGS, -1,
     0, false},
    {"a running posting counts to the last day", AWAY "history A go C R 2025-09-01 -\n", "", "2026-07-05",
     YEAR, 0, ZJ_CR_POSTINGS, 2, 0, true},
    {"also past the horizon", AWAY "history A go C R 2028-09-01 -\n", "", "2029-07-05", YEAR, 0,
     ZJ_CR_POSTINGS, 2, 0, true},
    {"the same row twice counts once",
     AWAY "history A go C R 2025-09-01 2026-07-05\nhistory A go C R 2025-09-01 2026-07-05\n", "", NULL, YEAR,
     0, ZJ_CR_POSTINGS, 2, 0, true},
    {"a posting within another counts once",
     AWAY "history A other C R 2025-10-01 2026-01-20\nhistory A go C R 2025-09-01 2026-07-05\n", "", NULL,
     YEAR, 0, ZJ_CR_POSTINGS, 2, 0, true},
    {"for the first entry that counts it",
     "rule posting_credit kind=go\n" AWAY "history A go C R 2025-09-01 2026-07-05\n", "", NULL, YEAR, 0,
     ZJ_CR_POSTINGS, 2, 0, true},
    {"but in both accounts", AWAY RURAL "history A go C R 2025-09-01 2026-07-05\n", "", NULL, YEAR, YEAR,
     ZJ_CR_POSTINGS, 2, 0, true},
    {"from city to city is not rural", RURAL "history A go C D 2025-09-01 2026-07-05\n", "", NULL, 0, 0,
     ZJ_CR_POSTINGS, -1, 0, false},
    {"half of the time", "rule posting_credit permille=500\nhistory A go C R 2025-09-01 2026-01-20\n", "",
     NULL, HALF / 2, 0, ZJ_CR_POSTINGS, 1, 0, true},
    /* At home. */
    {"six years at home, less a year away",
     "rule home_credit as=rural\nhistory A go C R 2024-09-01 2025-07-05\n", "", "2026-08-31", 0, 5 * YEAR,
     ZJ_CR_HOME, 10, 0, true},
    {"ten months of the sixth year are a year", "rule home_credit as=rural\n", "", "2026-07-01", 0, 6 * YEAR,
     ZJ_CR_HOME, 12, 0, true},
    {"away from another school before", "rule home_credit\nhistory A go D R 2018-09-01 2019-07-05\n", "",
     "2021-08-31", YEAR, 0, ZJ_CR_HOME, 2, 0, true},
    /* Promotion and senior posts. */
    {"a year is needed, half is there",
     "rule promotion years=1\n" AWAY "history A go C R 2025-09-01 2026-01-20\n", "", NULL, HALF, 0,
     ZJ_CR_PROMOTION, HALF, HALF, false},
    {"a year is needed and there", "rule promotion years=1 where.title=second\n" AWAY, "A go R 2026A 2", NULL,
     YEAR, 0, ZJ_CR_PROMOTION, YEAR, 0, true},
    {"not asked of this title", "rule promotion years=1 where.title=first\n", "", NULL, 0, 0, ZJ_CR_PROMOTION,
     -1, 0, false},
    {"three years and still there", SENIOR "history A go C R 2025-09-01 2026-07-05\n", "A go R 2026A 4", NULL,
     0, 0, ZJ_CR_SENIOR, 6, 0, true},
    {"three years, and home again on the last day", SENIOR "history A go C R 2025-09-01 2026-07-05\n",
     "A go R 2026A 4", "2028-07-06", 0, 0, ZJ_CR_SENIOR, 6, 0, false},
    {"two and a half", SENIOR "history A go C R 2026-02-20 2026-07-05\n", "A go R 2026A 4", NULL, 0, 0,
     ZJ_CR_SENIOR, 5, 1, false},
};

static const struct zj_credit_line *line_of(const struct zj_credit *c, int teacher, enum zj_credit_what what)
{
    for (int i = 0; i < c->n_lines; i++)
        if (c->line[i].teacher == teacher && c->line[i].what == what)
            return &c->line[i];
    return NULL;
}

static void check_case(size_t i, const struct tiny *t, const struct zj_credit *c)
{
    int a = tiny_teacher(t, "A");
    const struct zj_credit_line *line = line_of(c, a, cases[i].what);
    bool is_there = cases[i].have >= 0;

    if (c->account[a][ZJ_SERVICE] != cases[i].service || c->account[a][ZJ_RURAL] != cases[i].rural)
        fail_msg("%s: service %lld, rural %lld", cases[i].why, (long long)c->account[a][ZJ_SERVICE],
                 (long long)c->account[a][ZJ_RURAL]);
    if ((line != NULL) != is_there)
        fail_msg("%s: %s", cases[i].why, line ? "a line too many" : "no line");
    if (line && (line->have != cases[i].have || zj_credit_missing(line) != cases[i].missing ||
                 line->met != cases[i].met))
        fail_msg("%s: have %lld, missing %lld, met %d", cases[i].why, (long long)line->have,
                 (long long)zj_credit_missing(line), line->met);
}

static void accounts_are_as_by_hand(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct tiny t;
        struct zj_credit c;
        tiny_build(&t, county);
        tiny_add(&t, cases[i].lines);
        struct zj_postings plan = tiny_plan(&t, cases[i].plan);
        zj_count_credit(&t.in, &t.pol, &plan,
                        cases[i].until ? tiny_date(cases[i].until) : t.in.term[t.in.n_terms - 1].end, &c);
        check_case(i, &t, &c);
        zj_credit_release(&c);
        zj_postings_release(&plan);
        tiny_release(&t);
    }
}

/* Each row of a log counts, or is listed with its reason. */
static void what_does_not_count_is_listed(void **state)
{
    static const enum zj_uncounted expected[] = {ZJ_UNCOUNTED_KIND, ZJ_UNCOUNTED_UNIT, ZJ_UNCOUNTED_TEACHER,
                                                 ZJ_UNCOUNTED_LATER};
    struct tiny t;
    struct zj_credit c;

    (void)state;
    tiny_build(&t, county);
    tiny_add(&t, "rule credit visits=visit days_min=200 where.title=second\n"
                 "log A visit 2026-09-01 1 day\n"
                 "log A talk 2026-09-01 1 day\n"
                 "log A visit 2026-09-01 1 period\n"
                 "log B visit 2026-09-01 1 day\n"
                 "log A visit 2028-07-06 1 day\n");
    zj_count_credit(&t.in, &t.pol, NULL, t.in.term[t.in.n_terms - 1].end, &c);
    assert_int_equal(c.n_uncounted, 4);
    for (int i = 0; i < 4; i++) {
        assert_int_equal(c.uncounted[i].activity, i + 1);
        assert_int_equal(c.uncounted[i].because, expected[i]);
    }
    zj_credit_release(&c);
    tiny_release(&t);
}

/* Whoever is at home at a rural school, since when nobody knows. */
static void an_unknown_start_gives_nothing(void **state)
{
    struct tiny t;
    struct zj_credit c;

    (void)state;
    tiny_build(&t, county);
    tiny_add(&t, "rule home_credit as=rural where.school_kind=township\n");
    zj_count_credit(&t.in, &t.pol, NULL, t.in.term[t.in.n_terms - 1].end, &c);
    assert_int_equal(c.n_lines, 1);
    assert_int_equal(c.line[0].teacher, tiny_teacher(&t, "B"));
    assert_true(c.line[0].unknown);
    assert_int_equal(c.account[c.line[0].teacher][ZJ_RURAL], 0);
    zj_credit_release(&c);
    tiny_release(&t);
}

/* From any first day: monotone in the last one, and two for each whole year, leap days or not. */
static void half_years_follow_the_calendar(void **state)
{
    (void)state;
    for (int32_t start = tiny_date("2023-01-01"); start <= tiny_date("2024-12-31"); start++) {
        int64_t before = 0;
        for (int32_t end = start; end < start + 800; end++) {
            int64_t now = vf_half_years(start, end);
            assert_true(now == before || now == before + 1);
            before = now;
        }
        int y, m, d;
        zj_date_to_ymd(start, &y, &m, &d);
        for (int years = 1; years <= 40; years++) {
            int32_t end =
                zj_date_from_ymd(y + years, m, m == 2 && d == 29 ? 28 : d) - (m == 2 && d == 29 ? 0 : 1);
            assert_int_equal(vf_half_years(start, end), 2 * years);
        }
    }
    assert_int_equal(vf_half_years(10, 9), 0);
}

/* A log by chance, of A alone, over six years and around the edges of studio years. */
static void random_log(struct tiny *t, struct rng *r)
{
    static const char *const kinds[] = {"visit", "st", "net", "talk"};
    static const char *const units[] = {"day", "visit", "period"};
    static const char *const grades[] = {"", " grade=pass", " grade=good", " grade=fail"};
    int n = rng_in(r, 0, 80);

    for (int i = 0; i < n; i++) {
        char line[128];
        int year = rng_in(r, 2022, 2028), month = rng_in(r, 8, 9);
        snprintf(line, sizeof line, "log A %s %d-%02d-%02d %d %s%s\n", kinds[rng_in(r, 0, 3)], year, month,
                 rng_in(r, 1, 30), rng_in(r, 0, 12), units[rng_in(r, 0, 2)], grades[rng_in(r, 0, 3)]);
        tiny_add(t, line);
    }
}

/* The year 2022 + k of the studio, counted anew: looked up row by row. Does it count? */
static bool year_counts(const struct tiny *t, int k, int32_t until, int studio, int pass, int good)
{
    int32_t first = zj_date_from_ymd(2021 + k, 9, 1), end = zj_date_from_ymd(2022 + k, 9, 1), last = 0;
    int64_t visits = 0;
    int grade = -1;

    for (int i = 0; i < t->in.n_activities; i++) {
        const struct zj_activity *a = &t->in.activity[i];
        if (a->kind != studio || a->unit != ZJ_IN_VISITS || a->date < first || a->date >= end ||
            a->date > until)
            continue;
        visits += a->quantity;
        if (a->grade >= 0 && (grade < 0 || a->date >= last)) {
            grade = a->grade;
            last = a->date;
        }
    }
    return visits >= 8 && (grade == pass || grade == good) && grade >= 0;
}

/* Sums and years of random logs, counted a second time in the simplest way. */
static void random_logs_are_counted_twice(void **state)
{
    static const struct {
        enum zj_credit_what what;
        const char *kind;
        enum zj_log_unit unit;
    } sums[] = {{ZJ_CR_DAYS, "visit", ZJ_IN_DAYS}, {ZJ_CR_PERIODS, "net", ZJ_IN_PERIODS}};
    int n_given = 0, n_years = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= 400; seed++) {
        struct rng r = rng_make(seed, 0);
        struct tiny t;
        struct zj_credit c;
        tiny_build(&t, county);
        tiny_add(&t, "rule credit visits=visit days_min=20 studio=st studio_years=2 visits_each_year=8 "
                     "grade=pass,good online=net online_periods_over=20\n");
        random_log(&t, &r);
        int32_t until = zj_date_from_ymd(rng_in(&r, 2024, 2028), 9, rng_in(&r, 1, 30));
        int a = tiny_teacher(&t, "A"), good_years = 0;
        int64_t have[2] = {0, 0};
        zj_count_credit(&t.in, &t.pol, NULL, until, &c);
        for (int i = 0; i < t.in.n_activities; i++)
            for (int k = 0; k < 2; k++)
                if (t.in.activity[i].date <= until && t.in.activity[i].unit == sums[k].unit &&
                    t.in.activity[i].kind == tiny_word(&t, sums[k].kind))
                    have[k] += t.in.activity[i].quantity;
        for (int k = 0; k < 10; k++)
            good_years +=
                year_counts(&t, k, until, tiny_word(&t, "st"), tiny_word(&t, "pass"), tiny_word(&t, "good"));
        for (int k = 0; k < 2; k++) {
            const struct zj_credit_line *line = line_of(&c, a, sums[k].what);
            assert_true(line ? line->have == have[k] : have[k] == 0);
        }
        const struct zj_credit_line *studio = line_of(&c, a, ZJ_CR_STUDIO_YEARS);
        assert_int_equal(studio ? studio->have : 0, good_years);
        bool given = have[0] >= 20 || have[1] > 20 || good_years >= 2;
        assert_int_equal(c.account[a][ZJ_SERVICE], given ? YEAR : 0);
        n_given += given;
        n_years += good_years;
        zj_credit_release(&c);
        tiny_release(&t);
    }
    assert_in_range(n_given, 40, 360);
    assert_in_range(n_years, 40, 4000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(accounts_are_as_by_hand),        cmocka_unit_test(what_does_not_count_is_listed),
        cmocka_unit_test(an_unknown_start_gives_nothing), cmocka_unit_test(half_years_follow_the_calendar),
        cmocka_unit_test(random_logs_are_counted_twice),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
